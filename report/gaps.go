package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// seen tells what the answers of a gap say, item by item where there are several;
// what a person wrote beside them comes first.
func seen(n *assess.NodeResult) string {
	var parts []string
	for _, it := range n.Items {
		text := answerText(n.Node, it)
		if !n.Node.Repeats() {
			text = levelText(n.Node, it)
		} else {
			text = itemName(it) + ": " + text
		}
		parts = append(parts, text)
	}
	if n.Node.Scope == indicators.PerRespondent && len(parts) > 1 {
		parts = tallied(n)
	}
	said := strings.Join(parts, "; ") + "."
	if note := notes(n.Items); note != "" {
		return note + " Jawaban: " + said
	}
	return said
}

// tallied counts the people behind every answer, lowest first: who they are stands
// in the sheet Rincian.
func tallied(n *assess.NodeResult) []string {
	type heap struct {
		text  string
		worth *big.Rat // nil sorts last
		count int
	}
	var heaps []heap
	for _, it := range n.Items {
		text := answerText(n.Node, it)
		i := slices.IndexFunc(heaps, func(h heap) bool { return h.text == text })
		if i < 0 {
			h := heap{text: text}
			if it.State == assess.Answered {
				h.worth = it.Answer.Value
			}
			heaps, i = append(heaps, h), len(heaps)
		}
		heaps[i].count++
	}
	slices.SortStableFunc(heaps, func(a, b heap) int {
		switch {
		case a.worth != nil && b.worth != nil:
			return a.worth.Cmp(b.worth)
		case a.worth != nil:
			return -1
		case b.worth != nil:
			return 1
		}
		return strings.Compare(a.text, b.text)
	})
	var out []string
	for _, h := range heaps {
		out = append(out, fmt.Sprintf("%d responden: %s", h.count, h.text))
	}
	return out
}

// seenMost bounds what is quoted of the answers of one gap; the sheet Rincian has
// all of it.
const seenMost = 700

// levelText is an answer with the words of its level.
func levelText(n *indicators.Node, it assess.Item) string {
	if it.State == assess.Answered {
		if i := n.Scale.Position(it.Answer.Value); i >= 0 && i < len(n.Levels) {
			return indicators.Comma(it.Answer.Value) + " = " + strings.TrimSuffix(n.Levels[i], ".")
		}
	}
	return cmp.Or(ofMost(n, it), answerText(n, it))
}

// notes are what the answerers wrote beside their answers, as sentences.
func notes(items []assess.Item) string {
	var out []string
	for _, it := range items {
		if it.Answer != nil && it.Answer.Note != "" {
			out = append(out, strings.TrimRight(it.Answer.Note, ". ")+".")
		}
	}
	return strings.Join(out, " ")
}

// answerText is an answer in the words of its scale.
func answerText(n *indicators.Node, it assess.Item) string {
	switch it.State {
	case assess.Missing:
		return "belum dijawab"
	case assess.NA:
		return "tidak berlaku"
	}
	return valueText(n, it.Answer)
}

// valueText is what a layer said; "–" when it said nothing.
func valueText(n *indicators.Node, a *assess.Answer) string {
	switch {
	case a == nil:
		return "–"
	case a.State == assess.NA:
		return "TB"
	}
	if i := n.Scale.Position(a.Value); i >= 0 {
		return n.Scale.Levels[i].Option()
	}
	if st := n.Scale.StepOf(a.Value); st != nil {
		return fmt.Sprintf("%s (%s)", indicators.Comma(a.Value), st.Label)
	}
	return indicators.Comma(a.Value)
}

// ofMost is an answer on a scale of plain numbers, beside its highest; "" on others.
func ofMost(n *indicators.Node, it assess.Item) string {
	if it.State != assess.Answered || len(n.Scale.Levels)+len(n.Scale.Steps) > 0 {
		return ""
	}
	return fmt.Sprintf("%s dari paling banyak %s", indicators.Comma(it.Answer.Value), indicators.Comma(n.Scale.Max))
}

func itemName(it assess.Item) string {
	switch {
	case it.Product.Name != "":
		return it.Product.Name
	case it.Respondent != "":
		return "responden " + it.Respondent
	}
	return "produk belum disebut"
}

// source says whose words the answers of a node are.
func source(n *assess.NodeResult) string {
	if n.Node.Scope == indicators.PerEntity {
		return "Data sekunder"
	}
	for _, it := range n.Items {
		if it.Answer != nil && it.Answer.Layer != assess.Mandiri {
			return "Hasil verifikasi"
		}
	}
	if n.Node.Scope == indicators.PerRespondent {
		return "Jawaban responden"
	}
	return "Jawaban unit"
}

// target is the level that brings all points.
func target(n *indicators.Node) string {
	if k := len(n.Scale.Steps); k > 0 {
		return capital(n.Scale.Steps[k-1].Label)
	}
	if len(n.Levels) == 0 {
		return "Nilai " + indicators.Comma(n.Scale.Max)
	}
	return n.Levels[len(n.Levels)-1]
}

// doer is who fixes a gap; some stand outside the unit.
func doer(n *indicators.Node) string {
	if n.Role.Outside {
		return n.Role.Title + " (di luar kewenangan unit)"
	}
	return n.Role.Title
}

// answered are the gaps that rest on answers, not on their absence.
func answered(gaps []gap.Gap) []gap.Gap {
	var out []gap.Gap
	for _, g := range gaps {
		if g.Status != gap.Missing {
			out = append(out, g)
		}
	}
	return out
}

// unanswered are the indicators with an answer still missing: the unit's own, what
// brings no points last, and the secondary data, which are not the unit's to give.
func unanswered(u gap.Unit) (own, data []gap.Gap) {
	all := u.Gaps
	for _, c := range u.Cells {
		if !c.Node.Node.Counted() {
			all = append(all[:len(all):len(all)], gap.Gap{Cell: c, Lost: new(big.Rat), EntityLost: new(big.Rat)})
		}
	}
	for _, g := range all {
		switch {
		case g.Status != gap.Missing:
		case g.Node.Node.Scope == indicators.PerEntity:
			data = append(data, g)
		default:
			own = append(own, g)
		}
	}
	return own, data
}

// toFill is what a total may gain when all that is missing of some indicators is
// answered at the best level.
func toFill(gaps []gap.Gap) *big.Rat {
	sum := new(big.Rat)
	for _, g := range gaps {
		if n := g.Node; n.Score != nil {
			part := new(big.Rat).Sub(n.Max, n.Score)
			sum.Add(sum, part.Mul(part, n.Share))
		}
	}
	return sum
}

// openSlots counts the answers that are missing of some indicators.
func openSlots(gaps []gap.Gap) int {
	n := 0
	for _, g := range gaps {
		n += len(g.Node.Items) - g.Node.Done
	}
	return n
}

func lost(gaps []gap.Gap) *big.Rat {
	sum := new(big.Rat)
	for _, g := range gaps {
		sum.Add(sum, g.Lost)
	}
	return sum
}

// codes lists gaps briefly: "A1.3, C1.5", the first of many.
func codes(gaps []gap.Gap) string {
	const most = 8
	var out []string
	for _, g := range gaps[:min(most, len(gaps))] {
		out = append(out, g.Node.Node.ID)
	}
	if rest := len(gaps) - len(out); rest > 0 {
		out = append(out, fmt.Sprintf("dan %d indikator lain", rest))
	}
	return strings.Join(out, ", ")
}

// actions is the plan: one row per gap of the units given, most points first
// within each unit.
func (in *Input) actions(units []gap.Unit) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 26}, {Title: "Kode", Width: 8}, {Title: "Indikator", Width: 28}, {Title: "Keadaan", Width: 12}, {Title: "Kondisi", Width: 44},
		{Title: "Kriteria", Width: 30}, {Title: "Yang dituju", Width: 40}, {Title: "Tindakan", Width: 40}, {Title: "Bukti yang diharapkan", Width: 32},
		{Title: "Poin unit", Width: 9, Align: Right}, {Title: "Poin entitas", Width: 9, Align: Right}, {Title: "Upaya", Width: 10},
		{Title: "Penanggung jawab", Width: 22}, {Title: "Narahubung", Width: 20}, {Title: "Tenggat", Width: 18},
		{Title: "Status", Width: 18, Choices: action.StatusWords()}, {Title: "Catatan", Width: 24},
	}, Frozen: 3, Filter: true}
	for _, u := range units {
		if gap.Silent(u.Unit) {
			continue
		}
		for _, g := range u.Gaps {
			t.Rows = append(t.Rows, in.action(u, g))
		}
	}
	return t
}

func (in *Input) action(u gap.Unit, g gap.Gap) Row {
	n := g.Node.Node
	return Row{Cells: []Cell{
		{Text: u.Unit.Unit.Name}, {Text: n.ID}, {Text: n.Title}, {Text: statusWords[g.Status], Tone: signs[g.Status].Tone}, {Text: clip(seen(g.Node), seenMost)},
		{Text: law(n)}, {Text: target(n)}, {Text: n.Remedy}, {Text: strings.Join(n.Evidence, "; ")},
		{Text: Num(g.Lost, 2), Number: number(g.Lost, 2)}, {Text: Num(g.EntityLost, 2), Number: number(g.EntityLost, 2)},
		{Text: n.Effort.Label}, {Text: doer(n)}, {Text: dash(u.Unit.Unit.PIC)}, {Text: due(in.Frame.Date, n.Effort)},
		{Text: string(action.Untouched), Input: true}, {Input: true},
	}}
}

// card is one gap told in full for the head of the unit.
func (in *Input) card(g gap.Gap) Card {
	n := g.Node.Node
	c := Card{Code: codeBeside(n), Title: n.Title, Badge: statusWords[g.Status] + " · " + points(g.Lost) + " poin", Tone: signs[g.Status].Tone}
	for _, f := range []Field{
		{"Pertanyaan", n.Question}, {"Dasar hukum", law(n)}, {"Ukuran instrumen", measure(n)},
		{source(g.Node), clip(seen(g.Node), seenMost)}, {"Yang dituju", target(n)}, {"Yang dilakukan", n.Remedy},
		{"Oleh dan tenggat", fmt.Sprintf("%s, paling lambat %s (upaya %s)", doer(n), due(in.Frame.Date, n.Effort), strings.ToLower(n.Effort.Label))},
		{"Ancaman sanksi", threat(g)},
	} {
		if f.Value != "" {
			c.Fields = append(c.Fields, f)
		}
	}
	return c
}

// measure is what the instrument adds to the law, so that nobody takes it for law.
func measure(n *indicators.Node) string {
	if len(n.Legal) == 0 {
		return "" // the note stands in the place of the law
	}
	return n.LegalNote
}

// gapTable is the short form of the same, one row per gap.
func (in *Input) gapTable(gaps []gap.Gap) Table {
	t := Table{Columns: []Column{
		{Title: "Indikator dan dasar hukum", Width: 30}, {Title: "Jawaban atau hasil verifikasi", Width: 36}, {Title: "Yang dilakukan", Width: 34},
		{Title: "Oleh, tenggat", Width: 20}, {Title: "Poin", Width: 7, Align: Right},
	}}
	basis := shortLaws()
	for _, g := range gaps {
		n := g.Node.Node
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: named(n) + ". " + basis(n)}, {Text: clip(seen(g.Node), 190)}, {Text: n.Remedy},
			{Text: doer(n) + ", " + due(in.Frame.Date, n.Effort)},
			{Text: points(g.Lost), Number: number(g.Lost, 2)},
		}})
	}
	return t
}

// clip shortens a text for a narrow cell at a word; the whole stands in the
// workbook.
func clip(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndex(cut, " "); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;.") + " …"
}
