package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// figures are the key numbers of the entity.
func (in *Input) figures() Figures {
	e := in.result().Entity
	c := in.checked()
	s := in.standing(e, c)
	var counts []string
	for _, r := range in.rungs() {
		counts = append(counts, fmt.Sprintf("%d %s", r.units, r.word))
	}
	switch {
	case in.graded():
	case in.alone():
		counts = []string{setWords(in.result().Units[0].Axis)}
	default:
		counts = in.setCounts()
	}
	if n := len(in.Map.Silent); n > 0 {
		counts = append(counts, fmt.Sprintf("%d belum menjawab", n))
	}
	if in.unheard() {
		e, s = assess.Score{}, standing{"Tanpa nilai", "", Quiet}
	}
	return Figures{
		{in.label(), in.score(e.Rounded), verdict(e.Band), tone(e.Band)},
		{"Keandalan", s.Word, "terisi " + c.filled() + " jawaban", s.Tone},
		{"Unit dalam putaran", fmt.Sprint(len(in.result().Units)), strings.Join(counts, ", "), Accent},
		{"Terverifikasi", c.share(), fmt.Sprintf("%d dari %d jawaban%s", c.verified, c.slots, c.secondary(" unit")), Accent},
	}
}

func share(part, whole int) *big.Rat {
	if whole == 0 {
		return new(big.Rat)
	}
	return big.NewRat(int64(part), int64(whole))
}

// count is how many units stand on a rung.
type count struct {
	word, name string // "hijau", "zona hijau"
	tone       Tone
	units      int
}

// rungs counts the units in each zone, best first, or in each category that any
// unit has; silent units are in none.
func (in *Input) rungs() []count {
	var out []count
	zoned := in.instrument().Zoned()
	for _, b := range in.instrument().Bands.List {
		c := count{zone(b), rung(b), tone(b), 0}
		if !zoned {
			c.word = b.Category
		}
		if len(out) > 0 && out[len(out)-1].name == c.name {
			continue
		}
		for _, r := range in.Map.Ranking {
			if rung(r.Unit.Band) == c.name {
				c.units++
			}
		}
		if zoned || c.units > 0 {
			out = append(out, c)
		}
	}
	return out
}

// dimensionBars are the entity's means of its parts.
func (in *Input) dimensionBars() Bars {
	b := Bars{Title: in.word() + " per " + in.partWord(), Axis: in.meanAxis(), Max: float(in.Best), Limits: in.zoneEdges()}
	for _, n := range in.parts() {
		if n.Score == nil {
			continue
		}
		band, known := in.instrument().BandOf(indicators.Round(n.Score, in.decimals())), in.known(n.Node)
		bar := Bar{named(n.Node), float(n.Score), in.score(n.Score) + zoned(band) + asides(n.Node, known == some), tone(band)}
		if known == nothing {
			bar.Value, bar.Text, bar.Tone = 0, "belum ada jawaban", Blank
		}
		b.Items = append(b.Items, bar)
	}
	return b
}

// zoneBars count the units on every rung; nothing where there is only one.
func (in *Input) zoneBars() []Block {
	if !in.graded() {
		return nil
	}
	b := Bars{Title: "Sebaran unit menurut " + in.rungWord(), Axis: "jumlah unit", Max: float64(max(1, len(in.result().Units)))}
	for _, c := range in.rungs() {
		b.Items = append(b.Items, Bar{capital(c.name), float64(c.units), fmt.Sprintf("%d unit", c.units), c.tone})
	}
	return []Block{b}
}

// rankBars are the units from best to worst with the zone edges.
func (in *Input) rankBars() Bars {
	b := Bars{Title: "Peringkat unit", Axis: in.axis(), Max: float(in.Best)}
	for _, r := range in.Map.Ranking {
		text := in.score(r.Unit.Rounded)
		if in.graded() {
			text += "  " + category(r.Unit.Band) + " " + zone(r.Unit.Band)
		}
		b.Items = append(b.Items, Bar{
			Label: fmt.Sprintf("%d. %s", r.Place, r.Unit.Unit.Name),
			Value: float(r.Unit.Rounded), Tone: tone(r.Unit.Band), Text: text + provisional(r.Unit.Score),
		})
	}
	b.Limits = in.zoneEdges()
	return b
}

// zoneEdges are the lower bounds of the rungs above the lowest.
func (in *Input) zoneEdges() []Limit {
	var out []Limit
	bands := in.instrument().Bands.List
	for i, b := range bands[:len(bands)-1] {
		if rung(bands[i+1]) != rung(b) {
			name := strings.TrimPrefix(strings.TrimPrefix(rung(b), "zona "), "kategori ")
			out = append(out, Limit{float(b.From), name + " mulai " + in.score(b.From)})
		}
	}
	return out
}

func provisional(s assess.Score) string {
	if s.Complete() {
		return ""
	}
	return " (sementara)"
}

// rankTable is the ranking with what each place rests on; silent units close it,
// without a place.
func (in *Input) rankTable() Table {
	t := Table{Columns: []Column{
		{Title: "Peringkat", Width: 10, Align: Center}, {Title: "Unit", Width: 36}, {Title: "Jenis", Width: 14},
		in.valueColumn(), {Title: "Kategori", Width: 9, Align: Center}, {Title: in.zoneHead(), Width: in.zoneWidth(), Align: Center},
		{Title: "Terendah–tertinggi", Width: 17, Align: Center}, {Title: "Terisi", Width: 15, Align: Center},
		{Title: "Terverifikasi", Width: 12, Align: Center}, {Title: "Keterangan", Width: 26},
	}, Frozen: 2, Filter: true}
	if len(in.instrument().Gates) > 0 {
		t.Columns[len(t.Columns)-1].Width = 44
	}
	for _, r := range in.Map.Ranking {
		t.Rows = append(t.Rows, in.rankRow(r))
	}
	for _, u := range in.Map.Silent {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: "–"}, {Text: u.Unit.Name}, {Text: in.instrument().TypeTitle(u.Unit.Type)}, {Text: "–"}, {Text: "–"}, {Text: "–", Tone: Quiet},
			{Text: "–"}, {Text: checkedOf(u).filled()}, {Text: "–"}, {Text: noForm},
		}})
	}
	return t
}

// noForm is said of a unit without any usable answer.
const noForm = "belum ada jawaban yang dapat dipakai"

func (in *Input) rankRow(r gap.Rank) Row {
	u := r.Unit
	c := checkedOf(u)
	state, span := "lengkap", "–"
	if !u.Complete() {
		state = "sementara: " + c.missing()
		span = in.score(u.Exact) + "–" + in.score(u.Max)
	}
	for _, s := range u.Axis.Sets {
		state += fmt.Sprintf("; %s %s", s.Set, gateWords[s.State])
	}
	if o := u.Axis.Opinion; o != nil && o.State == assess.OpinionTold {
		state += "; " + lower(in.instrument().Opinions.Title) + ": " + o.Label
	}
	return Row{Cells: []Cell{
		{Text: fmt.Sprint(r.Place), Number: &Number{Value: float64(r.Place)}}, {Text: u.Unit.Name}, {Text: in.instrument().TypeTitle(u.Unit.Type)},
		{Text: in.score(u.Rounded), Number: number(u.Rounded, in.decimals())},
		{Text: category(u.Band)}, {Text: zone(u.Band) + in.firmAside(u), Tone: tone(u.Band)}, {Text: span},
		{Text: c.filled()}, {Text: c.share()}, {Text: state},
	}}
}

// rankColumns are the columns of the ranking for a narrower page: what the minimums
// and the opinion say where there are any, the span of the totals where one is open.
func (in *Input) rankColumns() []int {
	switch {
	case !in.graded():
		return []int{0, 1, 3, 7, 8, 9}
	case len(in.instrument().Gates) > 0:
		return []int{0, 1, 3, 4, 5, 8, 9}
	case in.result().Entity.Complete():
		return []int{0, 1, 3, 4, 5, 7, 8}
	}
	return []int{0, 1, 3, 4, 5, 6, 7, 8}
}

// pick keeps only these columns, for a narrower page.
func (t Table) pick(columns ...int) Table {
	out := t
	out.Columns, out.Rows = nil, make([]Row, len(t.Rows))
	for _, c := range columns {
		out.Columns = append(out.Columns, t.Columns[c])
	}
	for i, r := range t.Rows {
		out.Rows[i] = Row{Group: r.Group, Strong: r.Strong, Level: r.Level}
		for _, c := range columns {
			out.Rows[i].Cells = append(out.Rows[i].Cells, r.Cells[c])
		}
	}
	return out
}

// heat is the gap map.
func (in *Input) heat() Heat {
	h := Heat{Corner: "Unit dan " + lower(in.word()) + "nya", Legend: in.legend()}
	for _, n := range in.instrument().Indicators() {
		if in.assessed(n) {
			h.Columns = append(h.Columns, HeatColumn{n.ID, n.Title, heatGroup(n)})
		}
	}
	for _, r := range in.Map.Ranking {
		i := in.index(r.Unit.Unit.ID)
		h.Rows = append(h.Rows, in.heatRow(in.Map.Units[i]))
	}
	for _, u := range in.Map.Silent {
		h.Rows = append(h.Rows, in.heatRow(in.Map.Units[in.index(u.Unit.ID)]))
	}
	return h
}

// heatGroup is the dimension of an indicator, by its code alone where its title would
// not fit over a single column; a lone indicator stands in no group.
func heatGroup(n *indicators.Node) string {
	switch top := n.Top(); {
	case top == n:
		return ""
	case len(top.Children) == 1 && top.Children[0] == n:
		return top.ID
	default:
		return named(top)
	}
}

func (in *Input) index(unit string) int {
	for i := range in.Map.Units {
		if in.Map.Units[i].Unit.Unit.ID == unit {
			return i
		}
	}
	return -1
}

func (in *Input) heatRow(u gap.Unit) HeatRow {
	row := HeatRow{Label: u.Unit.Unit.Name, Lead: []Cell{
		{Text: in.score(u.Unit.Rounded), Number: number(u.Unit.Rounded, in.decimals()), Tone: tone(u.Unit.Band)},
	}}
	for _, c := range u.Cells {
		if s := signs[c.Status]; in.assessed(c.Node.Node) {
			row.Cells = append(row.Cells, HeatCell{s.Letter, s.Tone})
		}
	}
	return row
}

// systemic lists what is not fully met in at least half of the units, and counts
// all of it.
func (in *Input) systemic(most int) (Table, int) {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 8}, {Title: "Indikator", Width: 28}, {Title: "Belum penuh di", Width: 20},
		{Title: "Poin", Width: 7, Align: Right}, {Title: "Dasar hukum", Width: 28}, {Title: "Satu langkah untuk semua", Width: 38}, {Title: "Oleh, tenggat", Width: 24},
	}, Filter: true}
	basis := shortLaws()
	wide := in.widespread()
	for _, s := range wide[:min(most, len(wide))] {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: s.Node.ID}, {Text: s.Node.Title}, {Text: spread(s)},
			{Text: Num(s.Lost, 2), Number: number(s.Lost, 2)}, {Text: basis(s.Node)}, {Text: s.Node.Remedy},
			{Text: s.Node.Role.Title + ", " + due(in.Frame.Date, s.Node.Effort)},
		}})
	}
	return t, len(wide)
}

// spread is how many units lack an indicator, and how.
func spread(s gap.Systemic) string {
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{s.Partly, "sebagian"}, {s.Not, "tidak"}, {s.Missing, "kosong"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.word))
		}
	}
	return fmt.Sprintf("%d dari %d unit (%s)", s.Failing(), s.Asked, strings.Join(parts, ", "))
}
