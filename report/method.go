package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/indicators"
)

// method explains the arithmetic and shows every weight with its origin.
func (in *Input) method() []Block {
	blocks := []Block{
		Paragraph{in.instrument().About, Plain},
		Heading{2, "Cara menghitung"}, List{Numbered: true, Items: in.arithmetic()},
		Heading{2, bandTitle(in.instrument())}, bandTable(in.instrument()),
		Heading{2, "Bobot"}, weightTable(in.instrument(), false),
	}
	if v := in.instrument().Variant; v != nil {
		blocks = append(blocks, Heading{2, "Yang diganti dari " + v.Base.Title}, changeTable(in.instrument()))
	}
	if len(in.Frame.Team) > 0 {
		var team Fields
		for _, p := range in.Frame.Team {
			team = append(team, Field{p.Role, dash(p.Name)})
		}
		blocks = append(blocks, Heading{2, "Tim penilai"}, team)
	}
	return blocks
}

func (in *Input) arithmetic() []string {
	inst := in.instrument()
	worst, best := in.score(inst.Result.Min), in.score(in.Best)
	out := []string{fmt.Sprintf("Tiap jawaban diubah secara merata menjadi %s–%s: tingkat terendah %s, tertinggi %s.", worst, best, worst, best)}
	for _, r := range rules {
		if r.holds(inst) {
			out = append(out, r.text)
		}
	}
	rungs := ""
	switch {
	case inst.Zoned():
		rungs = " Kategori dan zona mengikuti nilai yang sudah dibulatkan."
	case in.graded():
		rungs = " Kategori mengikuti nilai yang sudah dibulatkan."
	}
	return append(out,
		fmt.Sprintf("Hitungan memakai pecahan tepat; pembulatan hanya sekali, setengah ke atas, pada %d desimal.%s", inst.Result.Decimals, rungs),
		fmt.Sprintf("Instrumen %s versi %s (kode pemeriksa berkas %s). Jawaban yang dihitung: %s.", inst.Title, inst.Version, clip(inst.Digest, 19), layerWords[in.result().Input.Layer]))
}

// rules are the sentences of the arithmetic, each with the instruments it is about.
var rules = []struct {
	holds func(*indicators.Instrument) bool
	text  string
}{
	{anyScale(func(s *indicators.Scale) bool { return len(s.Steps) > 0 }), "Pada skala hitungan, banyaknya atau persentase yang diisi lebih dahulu diubah menjadi nilai anak tangga yang dicapainya."},
	{anyNode(func(n *indicators.Node) bool { return n.Asking != nil && n.Repeats() }), "Nilai indikator yang ditanyakan lebih dari sekali adalah rata-rata jawaban seluruh produk layanan atau responden yang ditanyai."},
	{anyGroup(func(g *indicators.Respondents) bool { return g.Sample }), "Pada survei, butir yang tidak dijawab seorang responden tidak dihitung; hanya kekurangan dari jumlah responden paling sedikit yang dihitung kosong."},
	{anyNode(func(n *indicators.Node) bool { return n.Asking != nil && n.Scope == indicators.PerEntity }), "Data sekunder pemerintah daerah berlaku sama untuk semua unit."},
	{always, "Nilai variabel, dimensi, dan unit adalah rata-rata tertimbang nilai di bawahnya. Bobot yang tidak berlaku dibagi secara sebanding ke indikator lain dalam kelompoknya."},
	{anyNode(func(n *indicators.Node) bool { return n.Weight.Sign() == 0 }), "Bagian berbobot 0 ditanyakan dan dilaporkan, tetapi tidak dihitung dalam nilai."},
	{anyNode(func(n *indicators.Node) bool { return n.Weighing == indicators.Split }), "Indikator yang bobotnya tidak disebut sumber membagi rata sisa bobot kelompoknya."},
	{always, "Jawaban kosong dihitung sebagai tingkat terendah; nilai tertinggi yang mungkin dicetak di sampingnya."},
	{rollsUp(indicators.RollUpUnit), "Nilai entitas adalah rata-rata nilai semua unit; tiap unit berbobot sama."},
	{rollsUp(indicators.RollUpProduct), "Nilai entitas adalah rata-rata nilai semua produk layanan: unit dengan produk lebih banyak berbobot lebih besar."},
	{func(in *indicators.Instrument) bool { return len(in.Gates) > 0 }, "Syarat minimum berdiri di samping nilai dan dibandingkan dengan nilai tepat, sebelum dibulatkan; syarat bernama sama harus terpenuhi semuanya."},
}

func always(*indicators.Instrument) bool { return true }

func anyNode(ok func(*indicators.Node) bool) func(*indicators.Instrument) bool {
	return func(in *indicators.Instrument) bool { return slices.ContainsFunc(in.Nodes(), ok) }
}

func anyScale(ok func(*indicators.Scale) bool) func(*indicators.Instrument) bool {
	return func(in *indicators.Instrument) bool { return slices.ContainsFunc(in.Scales, ok) }
}

func anyGroup(ok func(*indicators.Respondents) bool) func(*indicators.Instrument) bool {
	return func(in *indicators.Instrument) bool { return slices.ContainsFunc(in.Respondents, ok) }
}

func rollsUp(how string) func(*indicators.Instrument) bool {
	return func(in *indicators.Instrument) bool { return in.Result.RollUp == how }
}

func bandTitle(in *indicators.Instrument) string {
	if in.Zoned() {
		return "Kategori dan zona"
	}
	return "Kategori"
}

func bandTable(in *indicators.Instrument) Table {
	b, d := in.Bands, in.Result.Decimals
	t := Table{
		Columns: []Column{{Title: "Kategori", Width: 10, Align: Center}, {Title: in.Result.Label, Width: 20, Align: Center}, {Title: "Predikat", Width: 26}},
		Note:    "Batas " + origin(b.Provenance),
	}
	if in.Zoned() {
		t.Columns = append(t.Columns, Column{Title: "Zona", Width: 12, Align: Center})
	}
	own := slices.ContainsFunc(b.List, func(band *indicators.Band) bool { return !band.Same(b.Provenance) })
	if own {
		t.Columns = append(t.Columns, Column{Title: "Asal-usul batas", Width: 50})
		t.Note = "Batas yang tidak menyebut asal-usulnya: " + origin(b.Provenance)
	}
	upper, why := Num(in.Result.Max, d), unrepeated()
	for i, band := range b.List {
		if i > 0 {
			upper = "di bawah " + Num(b.List[i-1].From, d)
		}
		row := Row{Cells: []Cell{{Text: band.Category}, {Text: Num(band.From, d) + " sampai " + upper}, {Text: band.Label}}}
		if in.Zoned() {
			row.Cells = append(row.Cells, Cell{Text: band.Zone, Tone: zoneTones[band.Zone]})
		}
		if own && band.Same(b.Provenance) {
			row.Cells = append(row.Cells, Cell{Text: "seperti di bawah"})
		} else if own {
			row.Cells = append(row.Cells, Cell{Text: why(band.Provenance)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// sameAsAbove stands for an origin that the row above has just told.
const sameAsAbove = "seperti di atas"

// weightTable shows the branches of the tree, or all of it, with their weights, and
// what each is worth of the whole where everything applies.
func weightTable(in *indicators.Instrument, all bool) Table {
	t := Table{Columns: []Column{
		{Title: "Bagian", Width: 40}, {Title: "Bobot", Width: 13, Align: Right}, {Title: "Poin", Width: 8, Align: Right},
		{Title: "Asal-usul", Width: 65},
	}, Note: fmt.Sprintf("Bobot dibandingkan dengan saudaranya di bawah induk yang sama; poin adalah bagiannya dari jarak nilai terendah ke tertinggi (%s sampai %s) bila semua indikator berlaku. Asal-usul bobot yang tidak menyebutnya sendiri: %s.",
		Num(in.Result.Min, in.Result.Decimals), Num(in.Result.Max, in.Result.Decimals), commonOrigin(in))}
	shares, last := fullShares(in), ""
	for _, n := range in.Nodes() {
		if n.Kind == indicators.Indicator && n.Parent != nil && !all {
			continue
		}
		why := ownReason(in, n)
		if why != "" && why == last {
			why = sameAsAbove
		} else {
			last = why
		}
		t.Rows = append(t.Rows, Row{Level: depth(n), Cells: []Cell{
			{Text: named(n)}, weightCell(n.Weight), {Text: Num(shares[n], 2), Number: number(shares[n], 2)}, {Text: why},
		}})
	}
	return t
}

// weightCell prints a weight as it was given, or to two places where no short
// decimal is exact.
func weightCell(w *big.Rat) Cell { return Cell{Text: weightText(w), Number: number(w, 2)} }

func weightText(w *big.Rat) string {
	if indicators.Round(w, 4).Cmp(w) != 0 {
		return "± " + Num(w, 4)
	}
	return indicators.Comma(w)
}

// changeTable shows what a variant makes of the weights of its base.
func changeTable(in *indicators.Instrument) Table {
	t := Table{Columns: []Column{{Title: "Bagian", Width: 50}, {Title: "Semula", Width: 10, Align: Right}, {Title: "Menjadi", Width: 10, Align: Right}, {Title: "Asal-usul", Width: 56}}}
	for _, c := range in.Variant.Changes {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: named(c.Node)}, weightCell(c.From), weightCell(c.To), {Text: origin(c.Node.Origin)}}})
	}
	return t
}

// fullShares are the points of every node where nothing is left out.
func fullShares(in *indicators.Instrument) map[*indicators.Node]*big.Rat {
	out := map[*indicators.Node]*big.Rat{}
	var spread func(nodes []*indicators.Node, part *big.Rat)
	spread = func(nodes []*indicators.Node, part *big.Rat) {
		sum := new(big.Rat)
		for _, n := range nodes {
			sum.Add(sum, n.Weight)
		}
		for _, n := range nodes {
			out[n] = new(big.Rat)
			if sum.Sign() > 0 {
				out[n].Quo(out[n].Mul(part, n.Weight), sum)
			}
			spread(n.Children, out[n])
		}
	}
	spread(in.Dimensions, new(big.Rat).Sub(in.Result.Max, in.Result.Min))
	return out
}

// ownReason is what a node says of its weight beyond what all weights say.
func ownReason(in *indicators.Instrument, n *indicators.Node) string {
	text := n.Origin.Reason
	switch {
	case n.Origin.Same(in.Weights):
		text = ""
	case n.Origin.Mark != in.Weights.Mark || !slices.Equal(n.Origin.Sources, in.Weights.Sources):
		text = origin(n.Origin)
	}
	return weighed(n, text)
}

// weighed says how a node came by its weight, and from where.
func weighed(n *indicators.Node, why string) string {
	how := weighingWords[n.Weighing]
	if how == "" || why == "" {
		return how + why
	}
	return how + ": " + why
}

var weighingWords = map[indicators.Weighing]string{indicators.Split: "Dibagi rata", indicators.Summed: "Jumlah bobot di bawahnya"}

// commonOrigin is what all weights have in common.
func commonOrigin(in *indicators.Instrument) string {
	if in.Weights.Mark == "" {
		return "tercantum pada tiap bobot"
	}
	return strings.TrimSuffix(origin(in.Weights), ".")
}

// origin tells where a number comes from: what others published is from its
// source, what is ours only refers to one.
func origin(p indicators.Provenance) string {
	out := marked(p)
	if p.Reason != "" {
		out += ". " + p.Reason
	}
	return out
}

// marked is an origin without its reason.
func marked(p indicators.Provenance) string {
	var cites []string
	for _, s := range p.Sources {
		cites = append(cites, s.Cite)
	}
	out, names := provenanceWords[p.Mark], strings.Join(cites, ", ")
	switch {
	case names == "":
	case p.Mark == indicators.Confirmed || p.Mark == indicators.SingleSource:
		out += " dari " + names
	default:
		out += " (rujukan: " + names + ")"
	}
	return out
}
