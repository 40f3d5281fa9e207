package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap/path"
	"spotcheck/indicators"
)

// Route is the report on a path: of a unit, or of the whole government where unit is
// nil. budget is the person-days that the path was looked for with; 0 for a goal.
func (in *Input) Route(unit *assess.UnitResult, p *path.Path, budget int) *Document {
	d := in.document("Jalur Perbaikan", in.routeSubject(unit), in.result().Entity.Complete())
	d.Sections = []Section{{Title: "Jalur perbaikan", Landscape: true, Blocks: in.routeBlocks(unit, p, budget)}}
	return d
}

// NoRoute is the report on a goal that no path reaches.
func (in *Input) NoRoute(unit *assess.UnitResult, no *path.Unreachable) *Document {
	d := in.document("Jalur Perbaikan", in.routeSubject(unit), in.result().Entity.Complete())
	d.Sections = []Section{{Title: "Jalur perbaikan", Blocks: []Block{Paragraph{in.noRoute(no), Lead}, in.stuckTable(no.Stuck)}}}
	return d
}

func (in *Input) routeSubject(unit *assess.UnitResult) string {
	who := in.result().Input.Entity
	if unit != nil {
		who = unit.Unit.Name
	}
	return fmt.Sprintf("%s, periode %s", who, in.result().Input.Period)
}

func (in *Input) routeBlocks(unit *assess.UnitResult, p *path.Path, budget int) []Block {
	blocks := []Block{Paragraph{in.routeAnswer(p, budget), Lead}}
	if len(p.Steps) > 0 {
		blocks = append(blocks, in.routeFigures(p), in.routeTable(unit, p, budget))
	}
	if t := in.stuckTable(p.Stuck); len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return append(blocks, List{Items: in.routeNotes(unit, p, budget)})
}

// routeAnswer is the sentence that the reader came for.
func (in *Input) routeAnswer(p *path.Path, budget int) string {
	switch {
	case budget > 0 && len(p.Steps) == 0:
		return fmt.Sprintf("Dengan %d hari kerja tidak ada satu langkah pun yang dapat diselesaikan.", budget)
	case budget > 0:
		return fmt.Sprintf("Dengan %d hari kerja nilai paling tinggi yang dapat dicapai %s, dari %s sekarang (naik %s poin), melalui %d langkah dengan beban %d hari kerja.",
			budget, in.placed(p.After), in.placed(p.Before), Num(gained(p), 2), len(p.Steps), p.Work)
	case len(p.Steps) == 0:
		return fmt.Sprintf("Sasaran %s sudah tercapai: nilai sekarang %s.", p.Goal.Text, in.placed(p.Before))
	}
	return fmt.Sprintf("Sasaran %s paling ringan dicapai dengan %d langkah, beban %d hari kerja: nilai naik dari %s menjadi %s.",
		p.Goal.Text, len(p.Steps), p.Work, in.placed(p.Before), in.placed(p.After))
}

// placed is an exact score with the rung it falls on.
func (in *Input) placed(exact *big.Rat) string {
	r := indicators.Round(exact, in.decimals())
	return in.score(r) + " (" + verdict(in.instrument().BandOf(r)) + ")"
}

func gained(p *path.Path) *big.Rat { return new(big.Rat).Sub(p.After, p.Before) }

func (in *Input) routeFigures(p *path.Path) Figures {
	at := func(label string, exact *big.Rat) Figure {
		r := indicators.Round(exact, in.decimals())
		band := in.instrument().BandOf(r)
		return Figure{label, in.score(r), verdict(band), tone(band)}
	}
	return Figures{
		at(in.word()+" sekarang", p.Before), at(in.word()+" sesudahnya", p.After),
		{"Beban", fmt.Sprintf("%d hari kerja", p.Work), fmt.Sprintf("satu orang, %d langkah", len(p.Steps)), Accent},
		{"Langkah terlama", fmt.Sprintf("%d hari", p.Lead), in.routeEnd(p.Lead), Accent},
	}
}

func (in *Input) routeEnd(days int) string {
	if in.Frame.Date == "" {
		return "sejak mulai dikerjakan"
	}
	return "selesai " + due(in.Frame.Date, &indicators.Effort{Days: days})
}

// stretch is the steps of one answer, one after the other.
type stretch struct {
	path.Step
	essential bool
}

// stretches joins the steps of one answer.
func stretches(p *path.Path) []stretch {
	var out []stretch
	for _, s := range p.Steps {
		if n := len(out); n > 0 && out[n-1].Item == s.Item {
			last := &out[n-1]
			last.To, last.Work, last.essential = s.To, last.Work+s.Work, last.essential || s.Essential
			last.Gain = new(big.Rat).Add(last.Gain, s.Gain)
			continue
		}
		out = append(out, stretch{s, s.Essential})
	}
	return out
}

func (in *Input) routeTable(unit *assess.UnitResult, p *path.Path, budget int) Table {
	t := Table{Title: "Langkah-langkahnya", Frozen: 2, Filter: true}
	if unit == nil {
		t.Columns = append(t.Columns, Column{Title: "Unit", Width: 22})
	}
	t.Columns = append(t.Columns,
		Column{Title: "Kode", Width: 7}, Column{Title: "Indikator", Width: 30}, Column{Title: "Dari", Width: 16}, Column{Title: "Menjadi", Width: 16},
		Column{Title: "Yang dilakukan", Width: 40}, Column{Title: "Oleh, paling lambat", Width: 22},
		Column{Title: "Hari kerja", Width: 7, Align: Right}, Column{Title: "Poin", Width: 8, Align: Right})
	if unit != nil && budget == 0 {
		t.Columns = append(t.Columns, Column{Title: "Dapat diganti", Width: 9, Align: Center})
	}
	for _, s := range stretches(p) {
		t.Rows = append(t.Rows, in.routeRow(unit, s, budget))
	}
	gain := gained(p)
	total := make([]Cell, len(t.Columns))
	at := len(t.Columns) - 2
	if unit != nil && budget == 0 {
		at--
	}
	total[0].Text = "Jumlah"
	total[at] = Cell{Text: fmt.Sprint(p.Work), Number: &Number{Value: float64(p.Work)}}
	total[at+1] = Cell{Text: points(gain), Number: number(gain, 2)}
	t.Rows = append(t.Rows, Row{Strong: true, Cells: total})
	return t
}

func (in *Input) routeRow(unit *assess.UnitResult, s stretch, budget int) Row {
	n := s.Node.Node
	title := n.Title
	if s.Item.Product.Name != "" {
		title += " (" + s.Item.Product.Name + ")"
	}
	var row Row
	if unit == nil {
		row.Cells = append(row.Cells, Cell{Text: s.Unit.Unit.Name})
	}
	row.Cells = append(row.Cells,
		Cell{Text: n.ID}, Cell{Text: title}, Cell{Text: answerWords(n.Scale, s.From)}, Cell{Text: answerWords(n.Scale, s.To)},
		Cell{Text: n.Remedy}, Cell{Text: doer(n) + ", " + due(in.Frame.Date, &indicators.Effort{Days: s.Lead})},
		Cell{Text: fmt.Sprint(s.Work), Number: &Number{Value: float64(s.Work)}}, Cell{Text: points(s.Gain), Number: number(s.Gain, 2)})
	if unit != nil && budget == 0 {
		row.Cells = append(row.Cells, Cell{Text: map[bool]string{true: "tidak", false: "ya"}[s.essential]})
	}
	return row
}

// answerWords is an answer as the form writes it.
func answerWords(s *indicators.Scale, v *big.Rat) string {
	if v == nil {
		return "belum dijawab"
	}
	if i := s.Position(v); i >= 0 {
		return s.Levels[i].Option()
	}
	return indicators.Comma(v)
}

var stuckWords = map[path.Reason]string{
	path.People: "jawaban responden; ditentukan orang yang ditanyai", path.Data: "data sekunder pemerintah daerah",
	path.Late: "tidak selesai sebelum tenggat", path.Excepted: "dikecualikan dengan --except",
	path.Waiting: "menunggu indikator yang tidak dapat digerakkan", path.Silent: "unit belum menjawab sama sekali",
}

// stuckTable is what stays as it is, and what is lost on it.
func (in *Input) stuckTable(stuck map[path.Reason]path.Loss) Table {
	t := Table{Title: "Yang tidak dihitung sebagai langkah", Columns: []Column{{Title: "Sebab", Width: 52}, {Title: "Jawaban", Width: 9, Align: Right}, {Title: "Poin yang hilang", Width: 12, Align: Right}}}
	for _, r := range path.Reasons {
		if l, ok := stuck[r]; ok {
			t.Rows = append(t.Rows, Row{Cells: []Cell{
				{Text: stuckWords[r]}, {Text: fmt.Sprint(l.Answers), Number: &Number{Value: float64(l.Answers)}}, {Text: Num(l.Points, 2), Number: number(l.Points, 2)},
			}})
		}
	}
	return t
}

// routeNotes say what the answer rests on.
func (in *Input) routeNotes(unit *assess.UnitResult, p *path.Path, budget int) []string {
	out := []string{routeProof(p, budget)}
	if unit != nil && budget == 0 && len(p.Steps) > 0 {
		out = append(out, "“Dapat diganti: ya” berarti ada kumpulan langkah lain dengan beban yang sama tanpa langkah itu; “tidak” berarti tanpa langkah itu bebannya bertambah.")
	}
	out = append(out, in.routeBasis(p)...)
	var order []string
	for _, n := range in.instrument().Indicators() {
		for _, need := range n.Needs {
			order = append(order, fmt.Sprintf("%s sesudah %s", n.ID, need.ID))
		}
	}
	if len(order) > 0 {
		out = append(out, "Urutan yang ditaati (menurut instrumen): "+strings.Join(order, ", ")+".")
	}
	return out
}

// routeProof says why there is nothing better.
func routeProof(p *path.Path, budget int) string {
	switch {
	case !p.Proven:
		return "Hasil ini belum terbukti yang terbaik: pecahannya terlalu rumit untuk dihitung tepat."
	case budget > 0:
		return "Tidak ada kumpulan langkah lain yang menaikkan nilai lebih tinggi dengan beban itu: semua kemungkinan telah dihitung dengan pecahan tepat."
	case p.Bound == nil || len(p.Steps) == 0:
		return "Tidak ada yang perlu dikerjakan untuk sasaran itu."
	}
	return fmt.Sprintf("Tidak ada kumpulan langkah lain yang lebih ringan: semua kemungkinan telah dihitung dengan pecahan tepat. Sekalipun langkah boleh dikerjakan sebagian, sedikitnya %s hari kerja diperlukan.", Num(p.Bound, 1))
}

// routeBasis says where work, missing answers and unverified ones come in.
func (in *Input) routeBasis(p *path.Path) []string {
	classes, missing, own := map[*indicators.Effort]bool{}, 0, 0
	for _, s := range stretches(p) {
		classes[s.Node.Node.Effort] = true
		switch {
		case s.Item.Answer == nil:
			missing++
		case s.Item.Answer.Layer == assess.Mandiri:
			own++
		}
	}
	var words []string
	for _, e := range in.instrument().Efforts {
		if classes[e] {
			words = append(words, fmt.Sprintf("%s %d hari kerja per tingkat, selesai dalam %d hari (%s)", lower(e.Label), e.Work, e.Days, provenanceWords[e.Mark]))
		}
	}
	var out []string
	if len(words) > 0 {
		out = append(out, "Kelas upaya: "+strings.Join(words, "; ")+". Beban dan waktu ini perkiraan, bukan ketentuan.")
	}
	if missing > 0 {
		out = append(out, fmt.Sprintf("%d langkah menyangkut jawaban yang masih kosong dan dihitung terendah; barangkali cukup diisi dengan benar.", missing))
	}
	if own > 0 {
		out = append(out, fmt.Sprintf("%d langkah berangkat dari pengakuan unit yang belum diverifikasi; bila keadaan sebenarnya lebih rendah, langkahnya bertambah.", own))
	}
	return out
}

// noRoute says how far all steps lead, and what is in the way.
func (in *Input) noRoute(no *path.Unreachable) string {
	text := fmt.Sprintf("Sasaran %s tidak dapat dicapai: dengan semua langkah yang mungkin nilainya %s, dari %s sekarang.",
		no.Goal.Text, in.placed(no.Ceiling), in.placed(no.Before))
	var gates []string
	for _, id := range no.Gates {
		if n := in.instrument().Node(id); n != nil {
			gates = append(gates, named(n))
		} else {
			gates = append(gates, "nilai keseluruhan")
		}
	}
	if len(gates) > 0 {
		text += " Syarat minimum yang tetap tidak terpenuhi: " + indicators.And(gates) + "."
	}
	if len(no.Stuck) > 0 {
		text += " Poin selebihnya tidak dapat digerakkan karena sebab di bawah ini."
	}
	return text
}
