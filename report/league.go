package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess/compare"
	"spotcheck/indicators"
)

// League is the comparison of several rounds, for the terminal and as a workbook.
func League(t *compare.Table) *Document {
	d := &Document{
		Title: "Perbandingan Hasil Putaran", Subject: fmt.Sprintf("%s versi %s", t.Instrument.Title, t.Instrument.Version),
		Author: "spotcheck", Paper: A4, Footer: "Perbandingan hasil penilaian mandiri; bukan penilaian resmi lembaga mana pun",
	}
	if slices.ContainsFunc(t.Leagues, func(l compare.League) bool {
		return slices.ContainsFunc(l.Rows, func(r compare.Row) bool { return r.File.Example })
	}) {
		d.Mark = "CONTOH"
	}
	for i := len(t.Leagues) - 1; i >= 0; i-- {
		l := t.Leagues[i]
		blocks := []Block{leagueTable(l)}
		if len(t.Nodes) > 0 {
			blocks = append(blocks, variablesSideBySide(t, l))
		}
		d.Sections = append(d.Sections, Section{Title: "Periode " + l.Period, Landscape: true, Blocks: blocks})
	}
	for _, p := range t.Progress() {
		d.Sections = append(d.Sections, progressSections(p)...)
	}
	return d
}

func leagueTable(l compare.League) Table {
	t := Table{Title: "Peringkat", Columns: []Column{
		{Title: "Peringkat", Width: 9, Align: Center}, {Title: "Pemerintah daerah", Width: 34}, {Title: "Nilai", Width: 9, Align: Right},
		{Title: "Kategori", Width: 9, Align: Center}, {Title: zoneColumn(l), Width: 12, Align: Center}, {Title: "Beda nilai", Width: 10, Align: Right},
		{Title: "Beda peringkat", Width: 14, Align: Center}, {Title: "Unit", Width: 6, Align: Center}, {Title: "Terverifikasi", Width: 12, Align: Center}, {Title: "Paling tinggi", Width: 10, Align: Right}, {Title: "Keadaan", Width: 20},
	}, Frozen: 2, Filter: true, Note: "Beda dihitung terhadap periode sebelumnya dari pemerintah daerah yang sama."}
	for i := range l.Rows {
		r := &l.Rows[i]
		state := "lengkap"
		if !r.File.Complete {
			state = "sementara"
		}
		if r.File.Example {
			state += ", contoh"
		}
		for _, s := range r.File.Sets {
			state += fmt.Sprintf("; %s %s", s.For, gateWords[s.State])
		}
		if o := r.File.Opinion; o != nil && o.Label != "" {
			state += "; simulasi opini: " + o.Label
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: fmt.Sprint(r.Place), Number: &Number{Value: float64(r.Place)}}, {Text: r.File.Entity}, scoreCell(r.Score, r.File.Score),
			{Text: dash(r.File.Category)}, {Text: dash(cmp.Or(r.File.Zone, r.File.Label)), Tone: zoneTones[r.File.Zone]}, {Text: change(r.Change(), decimalsOf(r.File.Score))}, {Text: moved(r)},
			{Text: fmt.Sprint(len(r.File.Units)), Number: &Number{Value: float64(len(r.File.Units))}}, {Text: percent(share(r.File.Verified, r.File.Answers))}, {Text: comma(r.File.Max)}, {Text: state},
		}})
	}
	return t
}

// zoneColumn heads the zones, or the labels of results without zones.
func zoneColumn(l compare.League) string {
	if slices.ContainsFunc(l.Rows, func(r compare.Row) bool { return r.File.Zone != "" }) {
		return "Zona"
	}
	return "Predikat"
}

func scoreCell(r *big.Rat, text string) Cell {
	return Cell{Text: dash(comma(text)), Number: number(r, decimalsOf(text))}
}

func decimalsOf(s string) int {
	_, after, _ := strings.Cut(s, ".")
	return len(after)
}

func comma(s string) string { return strings.Replace(s, ".", ",", 1) }

func change(r *big.Rat, decimals int) string {
	switch {
	case r == nil:
		return "–"
	case r.Sign() > 0:
		return "+" + Num(r, decimals)
	}
	return Num(r, decimals)
}

// moved tells the change of place: up is towards the first.
func moved(r *compare.Row) string {
	if r.Before == nil {
		return "–"
	}
	switch d := r.Before.Place - r.Place; {
	case d > 0:
		return fmt.Sprintf("naik %d", d)
	case d < 0:
		return fmt.Sprintf("turun %d", -d)
	}
	return "tetap"
}

func variablesSideBySide(t *compare.Table, l compare.League) Table {
	out := Table{Title: "Dimensi dan variabel berdampingan", Columns: []Column{{Title: "Kode", Width: 8}, {Title: "Dimensi atau variabel", Width: 40}}, Frozen: 2}
	for _, r := range l.Rows {
		out.Columns = append(out.Columns, Column{Title: r.File.Entity, Width: 14, Align: Right})
	}
	for i, n := range t.Nodes {
		heads := i+1 < len(t.Nodes) && t.Nodes[i+1].Kind != indicators.Dimension
		row := Row{Strong: n.Kind == indicators.Dimension && heads, Cells: cells(n.ID, n.Title)}
		for _, r := range l.Rows {
			v, _ := new(big.Rat).SetString(r.Nodes[i])
			row.Cells = append(row.Cells, scoreCell(v, r.Nodes[i]))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
