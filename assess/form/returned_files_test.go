package form_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// encrypted locks a workbook with a password to open it.
func encrypted(t *testing.T, data []byte) []byte {
	t.Helper()
	locked, err := excelize.Encrypt(data, &excelize.Options{Password: "rahasia"})
	if err != nil {
		t.Fatal(err)
	}
	return locked
}

// zipped packs a file once more, as some chat programs do.
func zipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	part, err := w.Create("formulir.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// binary is a workbook whose parts are of the binary kind.
func binary(p bookParts) {
	p.parts["xl/workbook.bin"] = "\x83\x01\x00"
	p.swap("_rels/.rels", "workbook.xml", "workbook.bin")
}

// returnedFiles: files that are no workbook of the kind asked for, or not whole.
var returnedFiles = []variation{
	{name: "saved as OpenDocument", by: []maker{byOfficeODS}, of: mainShapes, want: "ditolak S104"},
	{name: "saved as flat OpenDocument", by: []maker{byOfficeFODS}, want: "ditolak S104"},
	{name: "saved as Excel 97", by: []maker{byOfficeXLS}, of: mainShapes, want: "ditolak S103"},
	{name: "saved as CSV", by: []maker{byOfficeCSV}, want: "ditolak S102"},
	{name: "saved as a web page", by: []maker{byOfficeHTML}, want: "ditolak S102"},
	{name: "printed to PDF", by: []maker{byOfficePDF}, want: "ditolak S102"},
	{name: "binary workbook", by: []maker{byHand}, want: "ditolak S102", xml: binary},
	{name: "encrypted", by: []maker{byExcelize}, of: mainShapes, want: "ditolak S105", file: encrypted},
	{name: "packed once more", by: []maker{byHand}, want: "ditolak S102", file: zipped},
	{name: "half downloaded", by: []maker{byHand}, of: mainShapes, want: "ditolak S106", file: func(_ *testing.T, data []byte) []byte { return data[:len(data)/2] }},
	{name: "empty file", by: []maker{byHand}, want: "ditolak S102", file: func(*testing.T, []byte) []byte { return nil }},
	{name: "without its list of parts", by: []maker{byHand}, want: "ditolak S109", xml: func(p bookParts) { delete(p.parts, "_rels/.rels") }},
	{name: "without the part of a sheet", by: []maker{byHand}, want: "ditolak S109 @ Penilaian", xml: func(p bookParts) { delete(p.parts, partUnit) }},
	{name: "with a sheet cut short", by: []maker{byHand}, want: "ditolak S107 @ Penilaian", xml: func(p bookParts) { p.parts[partUnit] = p.parts[partUnit][:len(p.parts[partUnit])/2] }},
	{name: "without its texts", by: []maker{byHand}, want: "ditolak S109", xml: func(p bookParts) { delete(p.parts, partStrings) }},
	{name: "another workbook", by: []maker{byXlsxwriter}, do: "visible_only", want: "ditolak S201", edit: func(h hand) {
		for _, name := range h.GetSheetList()[1:] {
			h.ok(h.DeleteSheet(name))
		}
	}},
}
