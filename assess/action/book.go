package action

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/bookfile"
	"spotcheck/assess/sheet"
)

// pen turns grids into a workbook and keeps the first error. All settings of all
// sheets come before the first frame: excelize does not find a framed sheet again.
type pen struct {
	*excelize.File
	plan   *Plan
	styles [styleCount]int
	err    error
}

func (p *pen) do(err error) {
	if p.err == nil {
		p.err = err
	}
}

func writeBook(w io.Writer, plan *Plan, grids []*grid) error {
	p := &pen{File: excelize.NewFile(), plan: plan}
	defer func() { _ = p.Close() }()
	p.prepare(grids)
	for _, g := range grids {
		p.settings(g)
		p.printing(g)
	}
	p.hide(grids)
	rows := make([]func(*bookfile.Rows), len(grids))
	for i, g := range grids {
		p.do(bookfile.Frame(p.File, g.name, g.widths, g.merges()))
		rows[i] = func(out *bookfile.Rows) { p.rows(g, out) }
	}
	if p.do(nil); p.err == nil {
		p.do(bookfile.Write(w, p.File, rows))
	}
	if p.err != nil {
		return fmt.Errorf("rencana aksi: %w", p.err)
	}
	return nil
}

// prepare makes the sheets, the styles and the properties, which are always the same.
func (p *pen) prepare(grids []*grid) {
	const stamp = "2000-01-01T00:00:00Z"
	size := 10.0
	p.Styles.Fonts.Font[0].Sz.Val = &size // column widths count in digits of this font
	p.do(p.SetDefaultFont(fontName))
	p.do(p.SetAppProps(&excelize.AppProperties{Application: "spotcheck"}))
	p.do(p.SetDocProps(&excelize.DocProperties{
		Creator: "spotcheck", LastModifiedBy: "spotcheck", Created: stamp, Modified: stamp,
		Title: "Rencana aksi – " + p.plan.Entity, Language: "id-ID",
	}))
	for i, l := range looks {
		id, err := p.NewStyle(l.style())
		p.styles[i] = id
		p.do(err)
	}
	p.do(p.SetSheetName("Sheet1", grids[0].name))
	for _, g := range grids[1:] {
		_, err := p.NewSheet(g.name)
		p.do(err)
	}
	p.SetActiveSheet(1)
}

// settings are what a sheet has besides cells.
func (p *pen) settings(g *grid) {
	if g.filter != "" {
		p.do(p.AutoFilter(g.name, g.filter, nil)) // it resets the sheet's properties, so it comes first
	}
	p.do(p.SetSheetDimension(g.name, "A1:"+sheet.Ref(max(len(g.lines), 1), max(len(g.widths), 1))))
	p.do(p.ProtectSheet(g.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true, DeleteRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true, EditScenarios: true,
	}))
	no := false
	p.do(p.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	if g.frozen != [2]int{} {
		corner := sheet.Ref(g.frozen[0]+1, g.frozen[1]+1)
		p.do(p.SetPanes(g.name, &excelize.Panes{
			Freeze: true, YSplit: g.frozen[0], XSplit: g.frozen[1], TopLeftCell: corner, ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}},
		}))
	}
	for _, v := range g.lists {
		p.do(p.AddDataValidation(g.name, v))
	}
	p.marks(g)
}

// marks set off the classes.
func (p *pen) marks(g *grid) {
	if g.status == "" {
		return
	}
	var words []excelize.ConditionalFormatOptions
	for _, s := range Statuses {
		style := marks[s]
		id, err := p.NewConditionalStyle(&style)
		p.do(err)
		words = append(words, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + string(s) + `"`, Format: &id})
	}
	p.do(p.SetConditionalFormat(g.name, g.status, words))
}

// hide hides the identity, and names the heads that repeat.
func (p *pen) hide(grids []*grid) {
	for _, g := range grids {
		if g.hidden {
			p.do(p.SetSheetVisible(g.name, false, true))
		}
		if g.heads[0] == 0 {
			continue
		}
		quoted := "'" + g.name + "'!"
		titles := fmt.Sprintf("%s$%d:$%d", quoted, g.heads[0], g.heads[1])
		if g.keys > 0 {
			titles = fmt.Sprintf("%s$A:$%s,%s", quoted, sheet.ColumnName(g.keys), titles)
		}
		p.do(p.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: g.name, RefersTo: titles}))
	}
}

func (g *grid) merges() []bookfile.Merge {
	var out []bookfile.Merge
	for i, l := range g.lines {
		for j, c := range l.cells {
			if c.span > 1 {
				out = append(out, bookfile.Merge{First: sheet.Ref(i+1, j+1), Last: sheet.Ref(i+1, j+c.span)})
			}
		}
	}
	return out
}

func (p *pen) rows(g *grid, out *bookfile.Rows) {
	for _, l := range g.lines {
		out.Row(g.heightOf(l), l.grows)
		for j, c := range l.cells {
			out.Cell(j+1, bookfile.Cell{Style: p.styles[c.style], Text: c.text, Number: c.number})
		}
	}
}

// footer is the foot of every printed page. An ampersand begins a command there.
func (p *pen) footer() string {
	const longest = 80
	name := []rune("Rencana aksi · " + p.plan.Entity + " · periode " + p.plan.Period)
	if len(name) > longest {
		name = append(name[:longest-1], '…')
	}
	return "&L&8 " + strings.ReplaceAll(string(name), "&", "&&") + "&C&8 Penilaian mandiri, bukan nilai resmi&R&8 Halaman &P dari &N"
}
