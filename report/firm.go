package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/gap/solid"
	"spotcheck/indicators"
)

// firmUnit says how solid a unit's rung is, and what would change it; no text where
// there is nothing to be sure of.
func (in *Input) firmUnit(u gap.Unit) []Block {
	return in.firm(in.solid(u.Unit), rung(u.Unit.Band))
}

// firmEntity says the same of the government.
func (in *Input) firmEntity() []Block {
	if in.alone() || in.unheard() {
		return nil
	}
	return in.firm(in.solid(nil), rung(in.result().Entity.Band))
}

func (in *Input) firm(s *solid.Solid, name string) []Block {
	if s == nil || !in.graded() {
		return nil
	}
	text := []string{in.verdictSentence(s, name)}
	if d := in.downward(s); d != "" {
		text = append(text, d)
	}
	if r := in.restsSentence(s); r != "" {
		text = append(text, r)
	}
	if in.varies(s) {
		text = append(text, in.weightSentence(s))
	}
	return []Block{Paragraph{strings.Join(text, " "), Plain}}
}

// verdictSentence is the one word, and the first reason for it.
func (in *Input) verdictSentence(s *solid.Solid, name string) string {
	if len(s.Reasons) == 0 {
		return fmt.Sprintf("%s ini %s: %s tidak berubah oleh jawaban kosong, oleh satu jawaban yang bergeser satu tingkat, maupun oleh jawaban yang belum diverifikasi seandainya satu tingkat lebih rendah.", capital(name), s.Verdict, in.rungWord())
	}
	return fmt.Sprintf("%s ini %s: %s.", capital(name), s.Verdict, s.Reasons[0].Words(in.rungWord()))
}

// downward tells how few answers take the rung away.
func (in *Input) downward(s *solid.Solid) string {
	b := s.Border()
	if b == nil || b.Down == nil {
		return ""
	}
	if b.Down.Flip == nil {
		return capital(in.rungWord()) + " tidak turun sekalipun semua jawaban turun satu tingkat."
	}
	f := b.Down.Flip
	if f.Alone > 0 {
		return fmt.Sprintf("Satu jawaban yang turun satu tingkat sudah menghilangkannya; ada %d jawaban seperti itu.", f.Alone)
	}
	return fmt.Sprintf("%s hilang bila %d jawaban turun satu tingkat.", capital(in.rungWord()), len(f.Answers))
}

// restsSentence tells how much of the total nobody has verified, where that is any.
func (in *Input) restsSentence(s *solid.Solid) string {
	if s.Rests.Claims == 0 || s.Rests.Of.Sign() == 0 {
		return ""
	}
	above := ""
	if in.instrument().Result.Min.Sign() != 0 {
		above = " di atas nilai terendah"
	}
	return fmt.Sprintf("%s dari %s poin%s (%d dari %d jawaban) bertumpu pada isian unit yang belum diverifikasi.",
		Num(s.Rests.Points, 2), Num(s.Rests.Of, 2), above, s.Rests.Claims, s.Rests.Done)
}

func (in *Input) varies(s *solid.Solid) bool { return s.Weights.Varied > 0 }

// weightSentence is the range under weights that nobody has confirmed.
func (in *Input) weightSentence(s *solid.Solid) string {
	most := "paling jauh "
	if s.Weights.Exact {
		most = ""
	}
	return fmt.Sprintf("%d bobot masih asumsi; bila masing-masing dapat separuh sampai dua kali lipat, nilainya %santara %s dan %s.",
		s.Weights.Varied, most, in.score(s.Weights.Low.Rounded), in.score(s.Weights.High.Rounded))
}

// firmTable is the same of all units in numbers, the government's in the first row.
func (in *Input) firmTable() Table {
	t := Table{Frozen: 1, Filter: true, Columns: []Column{
		{Title: "Unit", Width: 30}, in.valueColumn(), {Title: capital(in.rungWord()), Width: 16}, {Title: "Kekokohan", Width: 13},
		{Title: "Terendah bila kosong dan belum terverifikasi lebih rendah", Width: 16, Align: Right}, {Title: "Tertinggi bila yang kosong terisi terbaik", Width: 16, Align: Right},
		{Title: "Jawaban turun yang mengubah " + in.rungWord(), Width: 15, Align: Right}, {Title: "Jawaban naik yang mengubah " + in.rungWord(), Width: 15, Align: Right},
		{Title: "Poin dari isian belum terverifikasi", Width: 15, Align: Right}, {Title: "Sebab", Width: 70},
	}}
	add := func(name string, band *indicators.Band, s *solid.Solid) {
		if s != nil {
			t.Rows = append(t.Rows, in.firmRow(name, band, s))
		}
	}
	if !in.alone() && !in.unheard() {
		add(in.result().Input.Entity, in.result().Entity.Band, in.solid(nil))
		if len(t.Rows) > 0 {
			t.Rows[0].Strong = true
		}
	}
	for _, u := range in.Map.Units {
		if !gap.Silent(u.Unit) {
			add(u.Unit.Unit.Name, u.Unit.Band, in.solid(u.Unit))
		}
	}
	return t
}

func (in *Input) firmRow(name string, band *indicators.Band, s *solid.Solid) Row {
	up, down := "–", "–"
	if b := s.Border(); b != nil {
		up, down = flipCount(b.Up), flipCount(b.Down)
	}
	why := "tidak ada sebab menurut aturan kekokohan"
	if len(s.Reasons) > 0 {
		var list []string
		for _, c := range s.Reasons {
			list = append(list, c.Words(in.rungWord()))
		}
		why = strings.Join(list, "; ")
	}
	num := func(r *big.Rat) Cell { return Cell{Text: in.score(r), Number: number(r, in.decimals())} }
	return Row{Cells: []Cell{
		{Text: name}, num(s.Now.Rounded), {Text: rung(band), Tone: tone(band)}, {Text: string(s.Verdict), Tone: firmTones[s.Verdict]},
		num(s.Both.Low.Rounded), num(s.Both.High.Rounded), {Text: down}, {Text: up},
		{Text: Num(s.Rests.Points, 2), Number: number(s.Rests.Points, 2)}, {Text: why},
	}}
}

// flipCount is how few answers cross a border.
func flipCount(e *solid.Edge) string {
	switch {
	case e == nil:
		return "–"
	case e.Flip == nil:
		return "tidak dapat"
	}
	return fmt.Sprint(len(e.Flip.Answers))
}

var firmTones = map[solid.Verdict]Tone{solid.Kokoh: Good, solid.Cukup: Fair, solid.Rapuh: Bad}

// firmRule says how the word comes about.
func (in *Input) firmRule() string {
	var out []string
	for _, c := range solid.Rule {
		out = append(out, fmt.Sprintf("%s bila %s", c.Verdict, c.Words(in.rungWord())))
	}
	return "Aturan kekokohan (ditetapkan sendiri; yang pertama cocok berlaku): " + strings.Join(out, "; ") + "; selain itu kokoh."
}

// firmAside is the word to stand behind a rung: no table shows a zone without it.
func (in *Input) firmAside(u *assess.UnitResult) string {
	if s := in.solid(u); s != nil {
		return ", " + string(s.Verdict)
	}
	return ""
}

// firmWord is the word to stand in a box; empty where there is none.
func (in *Input) firmWord(u *assess.UnitResult) string {
	s := in.solid(u)
	if s == nil || !in.graded() {
		return ""
	}
	return in.rungWord() + " " + string(s.Verdict) + "; "
}

// solid looks at a unit, or at the government for nil; nil where there is no score.
func (in *Input) solid(u *assess.UnitResult) *solid.Solid {
	if s, found := in.memo.solids.Load(whose{in.result(), u}); found {
		return s.(*solid.Solid)
	}
	var s *solid.Solid
	if u == nil {
		s = solid.OfEntity(in.result(), solid.Default)
	} else {
		s = solid.OfUnit(in.result(), u, solid.Default)
	}
	in.memo.solids.Store(whose{in.result(), u}, s)
	return s
}
