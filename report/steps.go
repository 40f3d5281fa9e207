package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess"
	"spotcheck/assess/gap"
)

// firstSteps are what to do first, and whether it is enough.
func (in *Input) firstSteps(u gap.Unit) []Block {
	l := List{Numbered: true}
	if empty := unanswered(u.Gaps); len(empty) > 0 {
		l.Items = append(l.Items, fmt.Sprintf("Isi dahulu %d jawaban yang kosong (%s); nilai dapat menjadi paling tinggi %s.", u.Unit.Slots-u.Unit.Done, codes(empty), in.score(u.Unit.Max)))
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
		blocks = append(blocks, Paragraph{enough, Plain})
	}
	return blocks
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
		line := fmt.Sprintf("%s (%s; %d unit, %s poin). %s, paling lambat %s.",
			step(s.Node), s.Node.ID, s.Failing(), points(s.Lost), s.Node.Role.Title, due(in.Frame.Date, s.Node.Effort))
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
