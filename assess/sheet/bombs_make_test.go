package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// manyParts is a sound workbook with n empty parts more.
func manyParts(n int, prefix string) []byte {
	b := soundBook("")
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range b.names {
		f, _ := w.Create(name)
		io.WriteString(f, b.body[name])
	}
	for i := range n {
		w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(prefix, i)})
	}
	w.Close()
	return out.Bytes()
}

// overlapping is a workbook whose directory tells of the same bytes again and again.
func overlapping() []byte {
	data := soundBook("").set("xl/a0000", strings.Repeat("x", 100_000)).zip()
	at := directory(string(data), "xl/a0000")
	record := data[at : at+46+len("xl/a0000")]
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	out := bytes.Clone(data[:end])
	const copies = 2_000
	for i := range copies {
		out = append(out, record...)
		copy(out[len(out)-4:], fmt.Sprintf("%04d", i+1))
	}
	tail := bytes.Clone(data[end:])
	entries := binary.LittleEndian.Uint16(tail[10:]) + copies
	binary.LittleEndian.PutUint16(tail[8:], entries)
	binary.LittleEndian.PutUint16(tail[10:], entries)
	binary.LittleEndian.PutUint32(tail[12:], binary.LittleEndian.Uint32(tail[12:])+uint32(copies*len(record)))
	return append(out, tail...)
}

// sharedPart is many sheets, all of them one large part.
func sharedPart() []byte {
	b := soundBook("").set(sheetPart, fill(`<worksheet `+nsMain+`><sheetData/><extLst>`, " ", `</extLst></worksheet>`))
	return b.set(bookPart, manySheets(100)).zip()
}

func manySheets(n int) string {
	var b strings.Builder
	b.WriteString("<workbook " + nsMain + " " + nsRel + "><sheets>")
	for i := range n {
		fmt.Fprintf(&b, `<sheet name="Lembar %d" sheetId="%d" r:id="rId1"/>`, i+1, i+1)
	}
	return b.String() + "</sheets></workbook>"
}

func numberFormats(n int) string {
	var b strings.Builder
	b.WriteString("<styleSheet " + nsMain + "><numFmts>")
	for i := range n {
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, strings.Repeat("[", 50))
	}
	return b.String() + "</numFmts></styleSheet>"
}

// farCells is rows with one empty cell in the last column.
func farCells(n int) string {
	var b strings.Builder
	for row := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"/></row>`, row+1, row+1)
	}
	return b.String()
}

// backwards is rows and cells in the worst order.
func backwards() string {
	var b strings.Builder
	for row := 2000; row > 0; row-- {
		fmt.Fprintf(&b, `<row r="%d">`, row)
		for col := 50; col > 0; col-- {
			fmt.Fprintf(&b, `<c r="%s"><v>1</v></c>`, Ref(row, col))
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// sharedMany refers to one long text from more cells than are allowed.
func sharedMany() []byte {
	lim := DefaultLimits()
	row := "<row>" + strings.Repeat(`<c t="s"><v>0</v></c>`, 10_000) + "</row>"
	return soundBook(strings.Repeat(row, lim.Cells/10_000+1)).
		replace(stringsPart, "satu", strings.Repeat("東", lim.Text)).zip()
}
