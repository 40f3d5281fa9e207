package audit

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// rows is how many indicators the clean workbook has.
const rows = 12

// maker writes workbooks of one sheet, Nilai, for tests: cells and what follows
// them in the sheet's part, written out so that every stored value is as it is said.
type maker struct {
	testing.TB
	cells  map[[2]int]entry
	hidden map[int]bool // rows
	lists  []string     // elements dataValidation
	after  string       // the sheet's part after the cells, but for lists
	before string       // and before them
	whole  string       // the whole part of the sheet, in place of all that
	book   string       // the workbook's part after the sheets
}

// entry is a cell: its value, and its formula if it has one. A nil value is a
// formula without stored value.
type entry struct {
	v    any
	text string
	f    string // the whole element, in place of text
}

func (m *maker) at(ref string) [2]int {
	m.Helper()
	col, row, err := excelize.CellNameToCoordinates(ref)
	if err != nil {
		m.Fatal(err)
	}
	return [2]int{row, col}
}

func (m *maker) set(ref string, v any) { m.cells[m.at(ref)] = entry{v: v} }

// formula puts a formula with its stored value.
func (m *maker) formula(ref, text string, stored any) {
	m.cells[m.at(ref)] = entry{v: stored, text: text}
}

func (m *maker) list(sqref, source string) {
	m.lists = append(m.lists, fmt.Sprintf(`<dataValidation type="list" sqref="%s"><formula1>%s</formula1></dataValidation>`, sqref, escape(source)))
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// errorText is a stored error.
type errorText string

func (m *maker) xml() string {
	if m.whole != "" {
		return m.whole
	}
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + m.before + `<sheetData>`)
	row := 0
	for _, at := range slices.SortedFunc(maps.Keys(m.cells), func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) }) {
		if at[0] != row {
			if row > 0 {
				b.WriteString("</row>")
			}
			row = at[0]
			fmt.Fprintf(&b, `<row r="%d"`, row)
			if m.hidden[row] {
				b.WriteString(` hidden="1"`)
			}
			b.WriteString(">")
		}
		b.WriteString(m.cells[at].xml(sheet.Ref(at[0], at[1])))
	}
	if row > 0 {
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>" + m.after)
	if len(m.lists) > 0 {
		b.WriteString("<dataValidations>" + strings.Join(m.lists, "") + "</dataValidations>")
	}
	return b.String() + "</worksheet>"
}

func (e entry) xml(ref string) string {
	f := e.f
	if e.text != "" {
		f = "<f>" + escape(e.text) + "</f>"
	}
	kind, v := "", fmt.Sprint(e.v)
	switch x := e.v.(type) {
	case nil:
		return fmt.Sprintf(`<c r="%s">%s</c>`, ref, f)
	case string:
		kind, v = ` t="str"`, escape(x)
	case errorText:
		kind = ` t="e"`
	case bool:
		kind, v = ` t="b"`, "0"
		if x {
			v = "1"
		}
	case float64:
		v = strconv.FormatFloat(x, 'g', 17, 64)
	}
	return fmt.Sprintf(`<c r="%s"%s>%s<v>%s</v></c>`, ref, kind, f, v)
}

// bytes packs the workbook.
func (m *maker) bytes() []byte {
	m.Helper()
	const space = `xmlns="http://schemas.openxmlformats.org/package/2006/`
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	return pack(m, [][2]string{
		{"[Content_Types].xml", `<Types ` + space + `content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + kind + `worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships ` + space + `relationships"><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + rel + `"><sheets><sheet name="Nilai" sheetId="1" r:id="rId1"/></sheets>` + m.book + `</workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + space + `relationships"><Relationship Id="rId1" Type="` + rel + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", m.xml()},
	})
}

func pack(tb testing.TB, parts [][2]string) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = io.WriteString(w, p[1])
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// clean is a scoring sheet as offices make them: number, indicator, weight,
// answer from a list, weighted answer, verdict; then totals and a mean. Rows 2 to
// 13 are indicators.
func clean(tb testing.TB) *maker {
	tb.Helper()
	m := &maker{TB: tb, cells: map[[2]int]entry{}, hidden: map[int]bool{}}
	for i, h := range []string{"No", "Indikator", "Bobot", "Jawaban", "Bobot x Jawaban", "Andil", "Kesimpulan"} {
		m.set(sheet.Ref(1, i+1), h)
	}
	weights, points := 0.0, 0.0
	for row := 2; row <= rows+1; row++ {
		weight, answer := weightOf(row), answerOf(row)
		weights, points = weights+weight, points+weight*answer
		m.set(sheet.Ref(row, 1), row-1)
		m.set(sheet.Ref(row, 2), fmt.Sprintf("Indikator %c", 'A'+row-2))
		m.set(sheet.Ref(row, 3), weight)
		m.set(sheet.Ref(row, 4), answer)
		m.formula(sheet.Ref(row, 5), fmt.Sprintf("C%d*D%d", row, row), weight*answer)
		verdict := "Tidak"
		if answer >= 2 {
			verdict = "Ya"
		}
		m.formula(sheet.Ref(row, 7), fmt.Sprintf(`IF(D%d>=2,"Ya","Tidak")`, row), verdict)
	}
	for row := 2; row <= rows+1; row++ {
		m.formula(sheet.Ref(row, 6), fmt.Sprintf("E%d/$E$%d", row, rows+2), weightOf(row)*answerOf(row)/points)
	}
	m.formula("C14", "SUM(C2:C13)", weights)
	m.formula("E14", "SUM(E2:E13)", points)
	m.formula("F14", "SUM(F2:F13)", 1.0)
	m.formula("E15", "ROUND(E14/C14,2)", float64(int(points/weights*100+0.5))/100)
	m.formula("E16", "SUMPRODUCT(C2:C13,D2:D13)/SUM(C2:C13)", points/weights)
	m.formula("E17", "AVERAGE(D2:D13)", meanAnswer())
	m.formula("G14", `COUNTIF(G2:G13,"Ya")`, 6)
	m.list("D2:D13", `"0,1,2,3"`)
	return m
}

func weightOf(row int) float64 { return float64(row%4) + 1.5 }
func answerOf(row int) float64 { return float64((row+1)%4) * 1 }

func meanAnswer() float64 {
	sum := 0.0
	for row := 2; row <= rows+1; row++ {
		sum += answerOf(row)
	}
	return sum / rows
}

func (m *maker) audit() *Report {
	m.Helper()
	return audited(m, m.bytes())
}

func audited(tb testing.TB, data []byte) *Report {
	tb.Helper()
	r, err := Audit(context.Background(), data, sheet.DefaultLimits())
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// brief is the findings in short: "wrong stale E5".
func brief(r *Report) []string {
	out := []string{}
	for _, f := range r.Findings {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Severity, f.Kind, f.Cell)))
	}
	return out
}

// told writes findings for failing tests.
func explained(r *Report) string {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s %s %s!%s found %q expected %q formula %q followers %d: %s\n", f.Severity, f.Kind, f.Sheet, f.Cell, f.Found, f.Expected, f.Formula, f.Followers, f.Message)
	}
	for _, u := range r.Unchecked {
		fmt.Fprintf(&b, "unchecked %s: %d %v\n", u.Reason, u.Count, u.Cells)
	}
	return b.String()
}
