package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess"
	"spotcheck/assess/gap"
)

// whatFirst is what the unit does first: answer what is open, otherwise the cheapest
// path to the next rung, and where there is none the costliest gaps.
func (in *Input) whatFirst(u gap.Unit) []Block {
	if empty, _ := unanswered(u); len(empty) == 0 {
		if blocks := in.ahead(u); len(blocks) > 0 {
			return blocks
		}
	}
	return in.firstSteps(u)
}

// firstSteps are what to do first, and whether it is enough.
func (in *Input) firstSteps(u gap.Unit) []Block {
	l := List{Numbered: true}
	empty, _ := unanswered(u)
	if len(empty) > 0 {
		l.Items = append(l.Items, in.fillFirst(u, empty))
	}
	var chosen []gap.Gap
	for _, g := range answered(u.Gaps) {
		if len(l.Items) == unitCards {
			break
		}
		if n := g.Node.Node; !n.Role.Outside {
			chosen = append(chosen, g)
			l.Items = append(l.Items, fmt.Sprintf("%s (%s, %s poin). %s, paling lambat %s.", step(n), n.ID, points(g.Lost), n.Role.Title, due(in.Frame.Date, n.Effort)))
		}
	}
	if len(l.Items) == 0 {
		return nil
	}
	blocks := []Block{Heading{2, "Langkah pertama"}, l}
	if enough := in.enough(u.Unit.Score, lost(chosen), len(chosen)); enough != "" {
		if len(empty) > 0 {
			enough += " Jawaban yang masih kosong belum termasuk."
		}
		blocks = append(blocks, Paragraph{enough, Plain})
	}
	return blocks
}

// gateSteps are what to do for a failing minimum that rests on what has no part in
// the score: no gap tells it.
func (in *Input) gateSteps(u gap.Unit) List {
	l := List{}
	for _, g := range u.Unit.Gates {
		if g.State != assess.GateFails || g.Gate.Node == nil || g.Gate.Node.Counted() {
			continue
		}
		for _, c := range u.Cells {
			if n := c.Node.Node; c.Status == gap.Told && n.Within([]string{g.Gate.Node.ID}) && c.Node.Score.Cmp(in.Best) < 0 {
				l.Items = append(l.Items, fmt.Sprintf("Untuk syarat itu: %s (%s). %s, paling lambat %s.", lower(step(n)), n.ID, n.Role.Title, due(in.Frame.Date, n.Effort)))
			}
		}
	}
	return l
}

// fillFirst asks for the unit's own missing answers, and says what they can bring.
func (in *Input) fillFirst(u gap.Unit, empty []gap.Gap) string {
	text := fmt.Sprintf("Isi dahulu %d jawaban yang kosong (%s)", openSlots(empty), codes(empty))
	gain := toFill(empty)
	if gain.Sign() == 0 {
		return text + "; nilai tidak berubah karenanya, tetapi jawaban itu ikut dilaporkan atau menentukan syarat."
	}
	return text + fmt.Sprintf("; nilai dapat menjadi paling tinggi %s.", in.score(gain.Add(gain, u.Unit.Exact)))
}

// enough compares what the steps bring with what the next zone needs.
func (in *Input) enough(s assess.Score, gain *big.Rat, steps int) string {
	up, better := in.climb(s)
	if better == nil || steps == 0 {
		return ""
	}
	verdict := "belum cukup untuk"
	if gain.Cmp(up) >= 0 {
		verdict = "cukup untuk"
	}
	return fmt.Sprintf("%s bernilai %s poin bila tingkat tertinggi tercapai; %s %s (perlu %s poin).",
		capital(countWords(steps)), points(gain), verdict, rung(better), in.score(up))
}

// countWords names a small number of steps.
func countWords(n int) string {
	words := [...]string{"", "langkah perbaikan ini", "kedua langkah perbaikan ini", "ketiga langkah perbaikan ini", "keempat langkah perbaikan ini", "kelima langkah perbaikan ini"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprintf("%d langkah perbaikan ini", n)
}

// priorities are the steps that regain most for the entity, whether they are
// enough, and what is not the units' own to do.
func (in *Input) priorities() []Block {
	own, outside := List{Numbered: true}, List{}
	gain := new(big.Rat)
	for _, s := range in.Map.Systemic {
		if s.Failing() == s.Missing { // nobody has answered: nothing is known to be lacking
			continue
		}
		line := fmt.Sprintf("%s (%s). %s, paling lambat %s.", step(s.Node), in.cost(s), s.Node.Role.Title, due(in.Frame.Date, s.Node.Effort))
		switch {
		case s.Node.Role.Outside && len(outside.Items) < 3:
			outside.Items = append(outside.Items, line)
		case !s.Node.Role.Outside && len(own.Items) < 5:
			own.Items = append(own.Items, line)
			gain.Add(gain, s.Lost)
		}
	}
	var out []Block
	if len(own.Items) > 0 {
		out = append(out, Heading{2, "Yang perlu dilakukan unit lebih dahulu"}, own)
		if enough := in.enough(in.result().Entity, gain, len(own.Items)); enough != "" {
			out = append(out, Paragraph{enough, Plain})
		}
	}
	if len(outside.Items) > 0 {
		out = append(out, Heading{2, "Di luar kewenangan unit"}, outside)
	}
	return out
}

// cost is what an indicator costs the entity and where: "A1.3; 4 unit, 1 di
// antaranya belum menjawab; +1,20 poin".
func (in *Input) cost(s gap.Systemic) string {
	if in.alone() {
		return fmt.Sprintf("%s, %s poin", s.Node.ID, points(s.Lost))
	}
	where := fmt.Sprintf("%d unit", s.Failing())
	if s.Missing > 0 {
		where += fmt.Sprintf(", %d di antaranya belum lengkap jawabannya", s.Missing)
	}
	return fmt.Sprintf("%s; %s; %s poin", s.Node.ID, where, points(s.Lost))
}
