package form

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// settings are what a sheet has besides cells.
func (p *pen) settings(g *grid, footer string) error {
	f, yes := p.file, true
	var failed error
	do := func(err error) {
		if failed == nil {
			failed = err
		}
	}
	if g.filter != "" {
		do(f.AutoFilter(g.name, g.filter, nil)) // it resets the sheet's properties, so it comes first
	}
	do(f.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &g.tab}))
	do(f.SetSheetDimension(g.name, "A1:"+sheet.Ref(max(len(g.lines), 1), max(len(g.widths), 1))))
	do(p.printing(g, footer))
	do(p.view(g))
	do(f.ProtectSheet(g.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true, InsertRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true, EditScenarios: true,
	}))
	for _, l := range g.lists {
		do(f.AddDataValidation(g.name, l))
	}
	do(p.rules(g))
	return failed
}

// printing sets A4 landscape, one page wide, and the page number.
func (p *pen) printing(g *grid, footer string) error {
	paper, wide, high, turned := 9, 1, 0, "landscape"
	err := p.file.SetPageLayout(g.name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &turned, FitToWidth: &wide, FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	side, top, bottom, foot, centered := 0.3, 0.4, 0.55, 0.25, true
	err = p.file.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &foot, Footer: &foot, Horizontally: &centered,
	})
	if err != nil {
		return err
	}
	return p.file.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{OddFooter: footer})
}

func (p *pen) view(g *grid) error {
	no := false
	if err := p.file.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	if g.frozen == [2]int{} {
		return nil
	}
	pane := "bottomRight"
	if g.frozen[1] == 0 {
		pane = "bottomLeft"
	}
	corner := sheet.Ref(g.frozen[0]+1, g.frozen[1]+1)
	return p.file.SetPanes(g.name, &excelize.Panes{
		Freeze: true, YSplit: g.frozen[0], XSplit: g.frozen[1], TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	})
}

// rules set off the status words, and grey what is not in use.
func (p *pen) rules(g *grid) error {
	if g.statuses == "" {
		return nil
	}
	var words []excelize.ConditionalFormatOptions
	for i, m := range marks {
		words = append(words, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: strconv.Quote(m.word), Format: &p.marks[i],
		})
	}
	if err := p.file.SetConditionalFormat(g.name, g.statuses, words); err != nil || g.unused == "" {
		return err
	}
	grey, err := p.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9AA1AC"}})
	if err != nil {
		return err
	}
	first, _, _ := strings.Cut(g.statuses, ":")
	return p.file.SetConditionalFormat(g.name, g.unused, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "$" + first + `="` + statusUnused + `"`, Format: &grey,
	}})
}

func (p *pen) hide(grids []grid) error {
	for _, g := range grids {
		if g.hidden {
			if err := p.file.SetSheetVisible(g.name, false, true); err != nil {
				return err
			}
		}
	}
	for i, g := range grids {
		if g.repeat[0] == 0 {
			continue
		}
		err := p.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: g.name,
			RefersTo: inSheet(grids[i].name, fmt.Sprintf("$%d:$%d", g.repeat[0], g.repeat[1])),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) define(names []excelize.DefinedName) error {
	for i := range names {
		if err := p.file.SetDefinedName(&names[i]); err != nil {
			return err
		}
	}
	return nil
}
