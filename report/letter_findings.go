package report

import (
	"fmt"

	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// letterFindings are the gaps that many units share, in the form of findings.
func (in *Input) letterFindings() []Block {
	wide := in.widespread()
	if len(wide) == 0 {
		return []Block{Paragraph{"Tidak ada indikator yang belum terpenuhi penuh di separuh unit atau lebih.", Plain}}
	}
	blocks := []Block{Paragraph{fmt.Sprintf("Ada %d indikator yang belum terpenuhi penuh di sedikitnya separuh unit yang ditanyai. Di bawah ini yang paling banyak menurunkan nilai, terbesar lebih dahulu.", len(wide)), Plain}}
	shown := wide[:min(systemicShown, len(wide))]
	for i, s := range shown {
		blocks = append(blocks, in.systemicFinding(i+1, s))
	}
	if rest := len(wide) - len(shown); rest > 0 {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d indikator lain tercantum pada rekap.xlsx, lembar Kekurangan merata.", rest), Small})
	}
	return blocks
}

func (in *Input) systemicFinding(place int, s gap.Systemic) Card {
	n := s.Node
	effect := fmt.Sprintf("%s %s berkurang %s poin.", in.word(), in.result().Input.Entity, Num(s.Lost, 2))
	if s.Not > 0 && len(n.Sanctions) > 0 {
		effect += " Ancaman sanksi bagi kewajiban yang tidak dipenuhi: " + stopped(sanction(n))
	}
	return Card{
		Code: fmt.Sprintf("Temuan %d", place), Title: named(n), Badge: fmt.Sprintf("%d dari %d unit", s.Failing(), s.Asked), Tone: Fair,
		Fields: in.finding(n, in.condition(s), effect),
	}
}

// condition tells how many units lack an indicator, how, and which.
func (in *Input) condition(s gap.Systemic) string {
	if s.Failing() == s.Asked {
		return fmt.Sprintf("Belum terpenuhi penuh di semua unit yang ditanyai: %s.", spread(s))
	}
	var names []string
	for _, id := range s.Units {
		names = append(names, in.Map.Units[in.index(id)].Unit.Unit.Name)
	}
	return fmt.Sprintf("Belum terpenuhi penuh di %s: %s.", spread(s), indicators.And(names))
}

// finding is condition, criterion, cause, effect and recommendation. What caused a
// gap nobody can tell from answers: the team writes it by hand.
func (in *Input) finding(n *indicators.Node, condition, effect string) []Field {
	criterion := fmt.Sprintf("%s Terpenuhi pada tingkat tertinggi: “%s”", stopped(law(n)), stopped(target(n)))
	return []Field{
		{"Kondisi", condition}, {"Kriteria", criterion}, {"Sebab", dottedLine + "\n" + dottedLine}, {"Akibat", effect},
		{"Rekomendasi", fmt.Sprintf("%s Pelaksana: %s, paling lambat %s.", stopped(n.Remedy), doer(n), due(in.Frame.Date, n.Effort))},
	}
}

// unitFindings are the greatest gaps of the only unit of a round.
func (in *Input) unitFindings(u gap.Unit) []Block {
	gaps := answered(u.Gaps)
	if len(gaps) == 0 {
		return []Block{Paragraph{"Tidak ada kekurangan dari jawaban yang sudah diberikan.", Plain}}
	}
	var blocks []Block
	for i, g := range gaps[:min(systemicShown, len(gaps))] {
		effect := fmt.Sprintf("%s unit berkurang %s poin.", in.word(), Num(g.Lost, 2))
		if t := threat(g); t != "" {
			effect += " Ancaman sanksi bagi kewajiban yang tidak dipenuhi: " + stopped(t)
		}
		blocks = append(blocks, Card{
			Code: fmt.Sprintf("Temuan %d", i+1), Title: named(g.Node.Node), Badge: statusWords[g.Status], Tone: signs[g.Status].Tone,
			Fields: in.finding(g.Node.Node, clip(seen(g.Node), seenMost), effect),
		})
	}
	if rest := len(gaps) - systemicShown; rest > 0 {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d kekurangan lain tercantum pada kertas kerja.", rest), Small})
	}
	return blocks
}
