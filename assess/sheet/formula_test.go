package sheet

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/indicators/problem"
)

func inspectIsi(data []byte) (*Details, error) {
	w, err := Open(data, DefaultLimits())
	if err != nil {
		return nil, err
	}
	return w.Inspect("Isi")
}

func TestInspectFormulas(t *testing.T) {
	d, err := inspectIsi(soundBook(
		`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2 &amp; "x"</f><v>4</v></c></row>` +
			`<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>` +
			`<row r="4"><c r="A4"><f t="array" ref="A4:A5">A1:A2*2</f><v>1</v></c><c r="B4"><f/><v>1</v></c></row>` +
			`<row r="3"><c r="B3"><f t="shared" si="0"/></c><c r="C3"><f t="shared" si="7"/><v>1</v></c></row>` +
			`<row r="9"><c r="C9"><f t="shared" ref="C3:C9" si="7">C8</f><v>1</v></c></row>`).zip())
	if err != nil {
		t.Fatal(err)
	}
	want := []Formula{
		{Row: 1, Col: 1, Text: "1+1", AtRow: 1, AtCol: 1},
		{Row: 1, Col: 2, Text: `A1*2 & "x"`, AtRow: 1, AtCol: 2},
		{Row: 2, Col: 2, Text: `A1*2 & "x"`, AtRow: 1, AtCol: 2},
		{Row: 3, Col: 2, Text: `A1*2 & "x"`, AtRow: 1, AtCol: 2},
		{Row: 3, Col: 3, Text: "C8", AtRow: 9, AtCol: 3},
		{Row: 4, Col: 1, Text: "A1:A2*2", AtRow: 4, AtCol: 1, Array: true, Area: Range{4, 1, 5, 1}},
		{Row: 4, Col: 2, AtRow: 4, AtCol: 2},
		{Row: 9, Col: 3, Text: "C8", AtRow: 9, AtCol: 3},
	}
	if diff := cmp.Diff(want, d.Formulas); diff != "" {
		t.Error(diff)
	}
	plain, err := readIsi(soundBook(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>`).zip(), DefaultLimits())
	if err != nil || len(plain.Rows) != 1 || !plain.Rows[0].Cells[0].Formula {
		t.Errorf("Read: %+v, %v", plain, err)
	}
}

func TestInspectRest(t *testing.T) {
	b := soundBook("").set(sheetPart, `<worksheet `+nsMain+` xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">`+
		`<cols><col min="1" max="1" width="3"/><col min="3" max="5" hidden="1"/></cols><sheetData/>`+
		`<dataValidations count="3"><dataValidation type="list" sqref="B2:B4 D2"><formula1>"Ya,Tidak"</formula1></dataValidation>`+
		`<dataValidation sqref="C1"/><dataValidation type="whole" operator="lessThan" sqref="C2"><formula1>1</formula1><formula2>9</formula2></dataValidation></dataValidations>`+
		`<extLst><ext uri="{00000000-0000-0000-0000-000000000000}"><x14:dataValidations/></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations>`+
		`<x14:dataValidation type="list"><x14:formula1><xm:f>Daftar!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E1:E9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`)
	d, err := inspectIsi(b.zip())
	if err != nil {
		t.Fatal(err)
	}
	want := []Validation{
		{Type: "list", Source: `"Ya,Tidak"`, Areas: []Range{{2, 2, 4, 2}, {2, 4, 2, 4}}},
		{Type: "whole", Operator: "lessThan", Source: "1", Second: "9", Areas: []Range{{2, 3, 2, 3}}},
		{Type: "list", Source: "Daftar!$A$1:$A$3", Areas: []Range{{1, 5, 9, 5}}},
	}
	if diff := cmp.Diff(want, d.Validations); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Range{{Left: 3, Right: 5}}, d.HiddenCols); diff != "" {
		t.Error(diff)
	}
}

// What Read passes over is refused by Inspect where it is damaged.
func TestInspectRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		part string
		code problem.Code
	}{
		"a shared formula that is not there": {worksheet(`<sheetData><row r="1"><c r="A1"><f t="shared" si="3"/></c></row></sheetData>`), problem.BadReference},
		"a shared formula without number":    {worksheet(`<sheetData><row r="1"><c r="A1"><f t="shared"/></c></row></sheetData>`), problem.BadReference},
		"an array of nowhere":                {worksheet(`<sheetData><row r="1"><c r="A1"><f t="array" ref="x">1</f></c></row></sheetData>`), problem.BadReference},
		"two formulas":                       {worksheet(`<sheetData><row r="1"><c r="A1"><f>1</f><f>2</f></c></row></sheetData>`), problem.DamagedXML},
		"a long formula":                     {worksheet(`<sheetData><row r="1"><c r="A1"><f>` + fmt.Sprintf("%040000d", 1) + `</f></c></row></sheetData>`), problem.TooLarge},
		"columns of nowhere":                 {worksheet(`<cols><col min="0" max="x" hidden="1"/></cols><sheetData/>`), problem.BadReference},
		"a rule of nowhere":                  {worksheet(`<sheetData/><dataValidations><dataValidation type="list" sqref="B0"><formula1>1</formula1></dataValidation></dataValidations>`), problem.BadReference},
	} {
		b := soundBook("").set(sheetPart, c.part)
		if _, err := inspectIsi(b.zip()); codeOf(t, err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBookDetails(t *testing.T) {
	b := soundBook("").replace(bookPart, "</workbook>", `<externalReferences><externalReference r:id="rId9"/></externalReferences>`+
		`<definedNames><definedName name="Bobot">Isi!$A$1</definedName><definedName name="Lokal" localSheetId="0">5</definedName></definedNames>`+
		`<calcPr calcMode="manual" fullPrecision="0" iterate="1"/></workbook>`)
	w, err := Open(b.zip(), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	d, err := w.Details()
	want := &BookDetails{Manual: true, Iterative: true, AsShown: true, External: 1, Names: []Name{{Name: "Bobot", Text: "Isi!$A$1"}, {Name: "Lokal", Sheet: "Isi", Text: "5"}}}
	if diff := cmp.Diff(want, d); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	w, err = Open(b.replace(bookPart, `localSheetId="0"`, `localSheetId="4"`).zip(), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Details(); codeOf(t, err) != problem.BadReference {
		t.Errorf("a name of no sheet: %v", err)
	}
}

// BenchmarkInspect reads what BenchmarkRead reads, with what people do not see.
func BenchmarkInspect(b *testing.B) {
	data := formFile(b)
	b.ReportAllocs()
	for b.Loop() {
		w, err := Open(data, DefaultLimits())
		if err != nil {
			b.Fatal(err)
		}
		for _, info := range w.Sheets() {
			if _, err := w.Inspect(info.Name); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// FuzzInspect: Inspect sees the cells that Read sees, and refuses by number.
func FuzzInspect(f *testing.F) {
	f.Add(worksheet(`<cols><col min="3" max="5" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row><c><f t="shared" si="0"/></c></row></sheetData>` +
		`<dataValidations><dataValidation type="list" sqref="B2:B4 D2"><formula1>"Ya,Tidak"</formula1></dataValidation></dataValidations>`))
	f.Add(worksheet(`<sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x:dataValidations xmlns:x="x"><x:dataValidation type="list"><x:formula1><x:f>A1</x:f></x:formula1><x:sqref>E1</x:sqref></x:dataValidation></x:dataValidations></ext></extLst>`))
	f.Fuzz(func(t *testing.T, xml string) {
		data := soundBook("").set(sheetPart, xml).zip()
		w, err := Open(data, fuzzLimits())
		if err != nil {
			return
		}
		s, err := w.Read("Isi")
		d, closer := w.Inspect("Isi")
		if closer != nil {
			mustBeProblem(t, closer)
			return
		}
		if err != nil {
			t.Fatalf("Inspect passes what Read refuses: %v", err)
		}
		if diff := cmp.Diff(s, d.Sheet); diff != "" {
			t.Fatal(diff)
		}
	})
}
