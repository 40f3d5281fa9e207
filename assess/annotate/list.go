package annotate

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// listName is the sheet of the list; listTitle is its first cell, by which an old
// list is known again.
const (
	listName  = "Masalah"
	listTitle = "Daftar masalah hasil pemeriksaan spotcheck"
)

// mostListed bounds what is listed and marked; nobody mends more in one go.
const mostListed = 2000

// columns are those of the list: heads and widths in digits.
var columns = []struct {
	head  string
	width float64
}{{"Nr", 5}, {"Lembar", 15}, {"Sel", 9}, {"Terbaca", 26}, {"Masalah", 62}, {"Perbaikan", 62}}

// The rows of the list.
const (
	rowAbout  = 2
	rowAdvice = 3
	rowSevere = 4
	rowMild   = 5
	rowHead   = 7
	rowFirst  = 8
)

// oldList is the name of the list of an earlier copy; empty if there is none.
func oldList(sheets []seen) string {
	i := slices.IndexFunc(sheets, func(s seen) bool {
		rows := s.sheet.Rows
		return strings.HasPrefix(s.sheet.Name, listName) && len(rows) > 0 && rows[0].Cells[0].Text == listTitle
	})
	if i < 0 {
		return ""
	}
	return sheets[i].sheet.Name
}

// freeName is a name for the list that no sheet has.
func (b *book) freeName() string {
	for n := 1; ; n++ {
		name := listName
		if n > 1 {
			name = fmt.Sprintf("%s (%d)", listName, n)
		}
		if !slices.ContainsFunc(b.sheets, func(t tab) bool { return strings.EqualFold(t.name, name) }) {
			return name
		}
	}
}

// listSheet is the sheet while it is written.
type listSheet struct {
	*book
	rows, links strings.Builder
}

// list writes the sheet; open are the sheets that links can lead to.
func (b *book) list(about About, list problem.List, open map[string]*sheet.Sheet) string {
	l := &listSheet{book: b}
	l.row(1, 24, l.cell(1, 1, styleTitle, listTitle))
	l.row(rowAbout, 18, l.cell(rowAbout, 1, styleLine, about.line(list)))
	l.row(rowAdvice, 32, l.cell(rowAdvice, 1, styleAdvice, about.advice()))
	l.row(rowSevere, 15, l.cell(rowSevere, 2, styleSevere, "Galat")+l.cell(rowSevere, 3, styleLine, "isian tidak dipakai"))
	l.row(rowMild, 15, l.cell(rowMild, 2, styleMild, "Peringatan")+l.cell(rowMild, 3, styleLine, "isian terbaca, tetapi perlu dilihat"))
	heads := ""
	for i, c := range columns {
		heads += l.cell(rowHead, i+1, styleHead, c.head)
	}
	l.row(rowHead, 18, heads)
	for i, p := range list[:min(len(list), mostListed)] {
		l.problem(rowFirst+i, i+1, p, open[p.Sheet])
	}
	last := rowFirst + min(len(list), mostListed) - 1
	if more := len(list) - mostListed; more > 0 {
		last++
		l.row(last, 32, l.cell(last, 5, styleText, fmt.Sprintf("… dan %d masalah lain; perbaiki yang ini dahulu, lalu periksa lagi.", more)))
	}
	return l.sheet(last)
}

// line says whose workbook this is and how much is wrong with it.
func (a About) line(list problem.List) string {
	parts := slices.DeleteFunc([]string{a.Unit, a.File}, func(s string) bool { return s == "" })
	errors := list.Errors()
	return strings.Join(append(parts, fmt.Sprintf("%d galat, %d peringatan", errors, len(list)-errors)), " · ")
}

// advice says what to do with the copy.
func (a About) advice() string {
	if a.Refused {
		return "Formulir ini ditolak: tidak ada isinya yang dipakai. Perbaiki penyebabnya di bawah ini lalu kirim kembali, atau minta formulir yang benar."
	}
	return "Klik alamat di kolom Sel, perbaiki isian di sana, simpan sebagai .xlsx, lalu kirim kembali berkas ini. " +
		"Sel yang bermasalah diberi warna, bingkai, dan catatan. Tanda itu tetap ada sesudah isian diperbaiki; tanda dan lembar ini tidak dibaca sebagai jawaban."
}

// problem writes one line of the list, with a link where there is a cell to go to.
func (l *listSheet) problem(row, n int, p problem.Problem, target *sheet.Sheet) {
	kind, look, fix := styleNumber, styleSevere, remedy(p)
	if p.Severity == problem.Warning {
		look = styleMild
	}
	if r, c, ok := address(p.Cell); ok && target != nil {
		kind = styleLink
		if hidden(target, r) {
			fix += " Baris " + strconv.Itoa(r) + " tersembunyi; tampilkan dahulu."
		}
		place := "'" + strings.ReplaceAll(target.Name, "'", "''") + "'!" + sheet.Ref(r, c)
		fmt.Fprintf(&l.links, `<hyperlink ref="%s" location="%s" display="%s"/>`, sheet.Ref(row, 3), escape(place), escape(p.Cell))
	}
	what := strings.ToUpper(severityWords[p.Severity]) + " " + string(p.Code) + ": " + sentence(p.Message)
	texts := []string{strconv.Itoa(n), p.Sheet, p.Cell, p.Value, what, fix}
	styles := []style{look, styleText, kind, styleText, styleText, styleText}
	cells := fmt.Sprintf(`<c r="%s" s="%d"><v>%d</v></c>`, sheet.Ref(row, 1), l.looks.cells[look], n)
	lines := 1
	for i, text := range texts {
		lines = max(lines, linesIn(text, columns[i].width))
		if i > 0 {
			cells += l.cell(row, i+1, styles[i], text)
		}
	}
	l.row(row, float64(min(lines*13+4, highest)), cells)
}

// hidden reports whether a link to the row would lead out of sight.
func hidden(s *sheet.Sheet, row int) bool {
	return slices.ContainsFunc(s.Rows, func(r sheet.Row) bool { return r.Number == row && r.Hidden })
}

// highest is the most points that the format lets a row have.
const highest = 409

// linesIn is how many lines a text takes in a column of so many digits. Running
// text needs a little less room than digits.
func linesIn(text string, width float64) int {
	room := int(width * 1.1)
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > room {
			lines, used = lines+1, 0
		}
		for used += min(used, 1) + n; used > room; used -= room { // a word longer than the line is cut
			lines++
		}
	}
	return lines
}

// row writes a row of so many points; not every office measures texts itself.
func (l *listSheet) row(n int, height float64, cells string) {
	fmt.Fprintf(&l.rows, `<row r="%d" ht="%g" customHeight="1">%s</row>`, n, height, cells)
}

// cell writes a text; whatever it begins with, it is never a formula.
func (l *listSheet) cell(row, col int, s style, text string) string {
	return fmt.Sprintf(`<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, sheet.Ref(row, col), l.looks.cells[s], escape(literal(text)))
}

// sheet puts the parts of the sheet together; last is its last row.
func (l *listSheet) sheet(last int) string {
	var cols strings.Builder
	for i, c := range columns {
		fmt.Fprintf(&cols, `<col min="%[1]d" max="%[1]d" width="%[2]g" customWidth="1"/>`, i+1, c.width)
	}
	end := sheet.ColumnName(len(columns))
	merged := fmt.Sprintf(`<mergeCells count="1"><mergeCell ref="A%[1]d:%[2]s%[1]d"/></mergeCells>`, rowAdvice, end)
	links := ""
	if l.links.Len() > 0 {
		links = "<hyperlinks>" + l.links.String() + "</hyperlinks>"
	}
	corner := "A" + strconv.Itoa(rowFirst)
	return declaration + `<worksheet xmlns="` + l.sheetSpace + `"><sheetPr><tabColor rgb="` + edgeSevere + `"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
		fmt.Sprintf(`<dimension ref="A1:%s%d"/>`, end, max(last, rowHead)) +
		`<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">` +
		fmt.Sprintf(`<pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="%s" sqref="%s"/>`, rowHead, corner, corner, corner) +
		`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>` + cols.String() + `</cols><sheetData>` + l.rows.String() + `</sheetData>` +
		merged + links + `<pageMargins left="0.3" right="0.3" top="0.4" bottom="0.5" header="0.25" footer="0.25"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

// looksEscaped is how the format writes characters that XML cannot hold; a text
// that happens to look so must not be taken for one.
var looksEscaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

func literal(text string) string { return looksEscaped.ReplaceAllString(text, "_x005F_$1") }
