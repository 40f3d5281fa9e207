package report

import (
	"fmt"
	"strings"

	"spotcheck/assess/gap/systemic"
)

// fixesShown bounds what a short report tells of acts that serve many units.
const fixesShown = 5

// sharedFixes are acts that serve many units at once, best return first; nothing where
// there are none or no class of work says what it takes.
func (in *Input) sharedFixes(most int) []Block {
	list := systemic.Fixes(in.Map)
	t := Table{Title: "Satu perbaikan untuk banyak unit", Frozen: 2, Filter: most == 0, Columns: []Column{
		{Title: "Kode", Width: 7}, {Title: "Indikator", Width: 30}, {Title: "Jenis unit", Width: 13}, {Title: "Unit yang terbantu", Width: 34}, {Title: "Yang dilakukan", Width: 38},
		{Title: "Hari kerja bila sendiri-sendiri", Width: 10, Align: Right}, {Title: "Hari kerja bila sekali (asumsi)", Width: 10, Align: Right},
		{Title: "Poin", Width: 8, Align: Right}, {Title: "Didahului", Width: 10},
	}}
	for _, f := range list {
		if f.Rate == nil || most > 0 && len(t.Rows) == most {
			continue
		}
		names := fmt.Sprintf("%d dari %d unit", len(f.Units), f.Asked)
		if most == 0 {
			names = in.unitNames(f.Units)
		}
		t.Rows = append(t.Rows, in.fixRow(f, names))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Note = "Poin adalah kenaikan nilai " + in.result().Input.Entity + ". " + systemic.OnceOrigin.Reason
	if more := len(list) - len(t.Rows); more > 0 && most > 0 {
		t.Note += fmt.Sprintf(" %d lainnya tercantum pada rekap.xlsx, lembar Perbaikan bersama.", more)
	}
	return []Block{t}
}

// fixRow has the units' names where there is room for them, otherwise their number.
func (in *Input) fixRow(f systemic.Fix, names string) Row {
	var before []string
	for _, n := range f.Waits {
		before = append(before, n.ID)
	}
	if f.Missing > 0 {
		names += fmt.Sprintf(" (%d masih kosong)", f.Missing)
	}
	return Row{Cells: []Cell{
		{Text: f.Node.ID}, {Text: f.Node.Title}, {Text: in.instrument().TypeTitle(f.Type)}, {Text: names}, {Text: f.Node.Remedy},
		{Text: fmt.Sprint(f.Each), Number: &Number{Value: float64(f.Each)}}, {Text: fmt.Sprint(f.Once), Number: &Number{Value: float64(f.Once)}},
		{Text: points(f.Points), Number: number(f.Points, 2)}, {Text: dash(strings.Join(before, ", "))},
	}}
}

// unitNames are the names of units by id.
func (in *Input) unitNames(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = in.Map.Units[in.index(id)].Unit.Unit.Name
	}
	return strings.Join(out, "; ")
}

// groupTables are the gaps by part of the instrument, by who mends them, and by type
// of unit.
func (in *Input) groupTables() []Block {
	var out []Block
	for _, g := range []struct {
		title, head string
		rows        []systemic.Row
	}{
		{"Menurut bagian instrumen", "Bagian", systemic.ByBranch(in.Map, systemic.Every)},
		{"Menurut peran yang memperbaiki", "Peran", systemic.ByRole(in.Map, systemic.Every)},
		{"Menurut jenis unit", "Jenis unit", systemic.ByType(in.Map)},
	} {
		if t := in.groupTable(g.title, g.head, g.rows); len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func (in *Input) groupTable(title, head string, rows []systemic.Row) Table {
	t := Table{Title: title, Columns: []Column{
		{Title: head, Width: 44}, {Title: "Diperiksa", Width: 10, Align: Right}, {Title: "Sebagian", Width: 10, Align: Right}, {Title: "Tidak", Width: 10, Align: Right},
		{Title: "Kosong", Width: 10, Align: Right}, {Title: "Unit", Width: 8, Align: Right}, {Title: "Unit yang kurang", Width: 10, Align: Right}, {Title: "Poin yang hilang", Width: 10, Align: Right},
	}}
	count := func(n int) Cell { return Cell{Text: fmt.Sprint(n), Number: &Number{Value: float64(n)}} }
	for _, r := range rows {
		name, level := r.Title, 0
		if r.Node != nil {
			name, level = named(r.Node), depth(r.Node)
		}
		t.Rows = append(t.Rows, Row{Level: level, Cells: []Cell{
			{Text: name}, count(r.Asked), count(r.Partly), count(r.Not), count(r.Missing), count(r.Units), count(len(r.Failing)), {Text: Num(r.Lost, 2), Number: number(r.Lost, 2)},
		}})
	}
	return t
}
