package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/compare"
)

// progressSections show what became of one government and its units since the
// period before. Each table has a sheet of its own, so that its head repeats.
func progressSections(p compare.Progress) []Section {
	span := fmt.Sprintf("%s, dari %s ke %s", p.Entity, p.From, p.To)
	out := []Section{
		{Title: "Perubahan unit: " + span, Sheet: clip("Unit "+p.Entity, 31), Landscape: true, Blocks: []Block{unitMoves(p)}},
		{Title: "Perubahan dimensi dan variabel: " + span, Sheet: clip("Dimensi "+p.Entity, 31), Landscape: true, Blocks: []Block{nodeMoves(p)}},
	}
	if t := moveTable(p); len(t.Rows) > 0 {
		out = append(out, Section{Title: "Perubahan indikator, yang turun lebih dahulu: " + span, Sheet: clip("Indikator "+p.Entity, 31), Landscape: true, Blocks: []Block{t}})
	}
	return out
}

func unitMoves(p compare.Progress) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 30}, {Title: p.From, Width: 10, Align: Right}, {Title: p.To, Width: 10, Align: Right}, {Title: "Beda", Width: 8, Align: Right},
		{Title: "Kategori", Width: 14, Align: Center}, {Title: "Indikator naik", Width: 9, Align: Center}, {Title: "Indikator turun", Width: 9, Align: Center}, {Title: "Keterangan", Width: 34},
	}, Frozen: 1, Filter: true}
	for _, u := range p.Units {
		before, after := side(u.Before), side(u.After)
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: u.Name}, before.cell, after.cell, {Text: change(u.Change(), decimalsOf(after.score))},
			{Text: became(before.category, after.category)}, tally(u, len(u.Better)), tally(u, len(u.Worse)), {Text: absence(u)},
		}})
	}
	if n, before, after := p.Common(); n > 0 && n < len(p.Units) {
		d := decimalsOf(p.Units[0].After.Score)
		t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{
			{Text: fmt.Sprintf("Rata-rata %d unit yang dinilai pada kedua periode", n)}, {Text: Num(before, d), Number: number(before, d)}, {Text: Num(after, d), Number: number(after, d)},
			{Text: change(new(big.Rat).Sub(after, before), d)}, {}, {}, {}, {},
		}})
	}
	if !slices.ContainsFunc(p.Units, func(u compare.UnitChange) bool { return absence(u) != "" }) {
		t = t.pick(0, 1, 2, 3, 4, 5, 6)
	}
	return t
}

// nodeMoves shows the government's dimensions and variables before and after.
func nodeMoves(p compare.Progress) Table {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 8}, {Title: "Dimensi atau variabel", Width: 46}, {Title: p.From, Width: 12, Align: Right}, {Title: p.To, Width: 12, Align: Right}, {Title: "Beda", Width: 8, Align: Right},
	}}
	for _, n := range p.Nodes {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: n.ID}, {Text: n.Title}, told(n.Before), told(n.After), {Text: change(n.Change(), decimalsOf(n.After))}}})
	}
	return t
}

// told is a score as a result file has it; empty where nothing applied.
func told(score string) Cell {
	n, _ := new(big.Rat).SetString(score)
	return scoreCell(n, score)
}

// sided is a unit in one of two rounds.
type sided struct {
	score, category string
	cell            Cell
}

func side(u *assess.FileUnit) sided {
	if u == nil || compare.Silent(u) {
		return sided{cell: Cell{Text: "–"}, category: "–"}
	}
	var n *big.Rat
	if u.Score != "" {
		n, _ = new(big.Rat).SetString(u.Score)
	}
	return sided{u.Score, dash(u.Category), scoreCell(n, u.Score)}
}

func became(before, after string) string {
	if before == after {
		return after
	}
	return before + " menjadi " + after
}

// tally counts indicators where both rounds know the unit.
func tally(u compare.UnitChange, n int) Cell {
	if u.Before == nil || u.After == nil {
		return Cell{Text: "–"}
	}
	return Cell{Text: fmt.Sprint(n), Number: &Number{Value: float64(n)}}
}

func absence(u compare.UnitChange) string {
	switch {
	case u.Before == nil:
		return "belum dinilai pada periode sebelumnya"
	case u.After == nil:
		return "tidak dinilai lagi"
	case compare.Silent(u.Before):
		return "belum menjawab pada periode pertama"
	case compare.Silent(u.After):
		return "belum menjawab pada periode kedua"
	case !u.Before.Complete || !u.After.Complete:
		return "sementara: ada jawaban kosong atau ditolak"
	}
	return ""
}

// moveTable lists the indicators that moved, what got worse first.
func moveTable(p compare.Progress) Table {
	t := Table{Columns: []Column{
		{Title: "Arah", Width: 11}, {Title: "Kode", Width: 9}, {Title: "Indikator", Width: 50}, {Title: "Unit (semula menjadi)", Width: 60},
	}, Frozen: 2, Filter: true}
	for _, way := range []struct {
		word string
		tone Tone
		pick func(compare.UnitChange) []compare.NodeChange
	}{
		{"turun", Bad, func(u compare.UnitChange) []compare.NodeChange { return u.Worse }},
		{"menjadi TB", Fair, func(u compare.UnitChange) []compare.NodeChange { return u.Waived }},
		{"semula TB", Quiet, func(u compare.UnitChange) []compare.NodeChange { return u.Taken }},
		{"naik", Good, func(u compare.UnitChange) []compare.NodeChange { return u.Better }},
	} {
		t.Rows = append(t.Rows, moves(p, way.word, way.tone, way.pick)...)
	}
	return t
}

// moves gathers the units of every indicator that moved one way, in the order in
// which the indicators first appear.
func moves(p compare.Progress, word string, tone Tone, pick func(compare.UnitChange) []compare.NodeChange) []Row {
	var order []string
	titles, units := map[string]string{}, map[string][]string{}
	for _, u := range p.Units {
		for _, n := range pick(u) {
			if titles[n.ID] == "" {
				order = append(order, n.ID)
				titles[n.ID] = n.Title
			}
			units[n.ID] = append(units[n.ID], fmt.Sprintf("%s (%s menjadi %s)", u.Name, cmp.Or(comma(n.Before), assess.NAText), cmp.Or(comma(n.After), assess.NAText)))
		}
	}
	var out []Row
	for _, id := range order {
		out = append(out, Row{Cells: []Cell{{Text: word, Tone: tone}, {Text: id}, {Text: titles[id]}, {Text: strings.Join(units[id], "; ")}}})
	}
	return out
}
