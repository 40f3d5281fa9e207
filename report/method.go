package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/indicators"
)

// method explains the arithmetic and shows every weight with its origin.
func (in *Input) method() []Block {
	blocks := []Block{
		Paragraph{in.instrument().About, Plain},
		Heading{2, "Cara menghitung"}, List{Numbered: true, Items: in.arithmetic()},
		Heading{2, "Kategori dan zona"}, bandTable(in.instrument()),
		Heading{2, "Bobot"}, weightTable(in.instrument()),
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
	roll := "Nilai entitas adalah rata-rata nilai semua unit; tiap unit berbobot sama."
	if inst.Result.RollUp == indicators.RollUpProduct {
		roll = "Nilai entitas adalah rata-rata menurut banyaknya produk layanan; unit dengan produk lebih banyak berbobot lebih besar."
	}
	return []string{
		fmt.Sprintf("Tiap jawaban diubah secara merata menjadi %s–%s: tingkat terendah %s, tertinggi %s.", in.score(inst.Result.Min), in.score(in.Best), in.score(inst.Result.Min), in.score(in.Best)),
		"Nilai indikator adalah rata-rata jawaban seluruh produk layanan atau responden yang ditanyai.",
		"Nilai variabel, dimensi, dan unit adalah rata-rata tertimbang nilai di bawahnya. Bobot yang tidak berlaku dibagi secara sebanding ke indikator lain dalam kelompoknya.",
		"Jawaban kosong dihitung sebagai tingkat terendah; nilai tertinggi yang mungkin dicetak di sampingnya.",
		roll,
		fmt.Sprintf("Hitungan memakai pecahan tepat; pembulatan hanya sekali, setengah ke atas, pada %d desimal. Kategori dan zona mengikuti nilai yang sudah dibulatkan.", inst.Result.Decimals),
		fmt.Sprintf("Instrumen %s versi %s (kode pemeriksa berkas %s). Jawaban yang dihitung: %s.", inst.Title, inst.Version, clip(inst.Digest, 19), layerWords[in.result().Input.Layer]),
	}
}

func bandTable(in *indicators.Instrument) Table {
	b, d := in.Bands, in.Result.Decimals
	t := Table{
		Columns: []Column{{Title: "Kategori", Width: 10, Align: Center}, {Title: "Nilai", Width: 20, Align: Center}, {Title: "Label", Width: 26}, {Title: "Zona", Width: 12, Align: Center}},
		Note:    "Batas " + origin(b.Provenance),
	}
	upper := Num(in.Result.Max, d)
	for i, band := range b.List {
		if i > 0 {
			upper = "di bawah " + Num(b.List[i-1].From, d)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: band.Category}, {Text: Num(band.From, d) + " sampai " + upper}, {Text: band.Label}, {Text: band.Zone, Tone: zoneTones[band.Zone]}}})
	}
	return t
}

// weightTable shows the branches of the tree with their weights, and what each is
// worth of the whole where everything applies.
func weightTable(in *indicators.Instrument) Table {
	t := Table{Columns: []Column{
		{Title: "Dimensi dan variabel", Width: 40}, {Title: "Bobot", Width: 8, Align: Right}, {Title: "Poin", Width: 8, Align: Right},
		{Title: "Alasan", Width: 70},
	}, Note: "Bobot dibandingkan dengan saudaranya di bawah induk yang sama; poin adalah andilnya dalam nilai tertinggi bila semua indikator berlaku. Asal-usul bobot: " + commonOrigin(in) + "."}
	shares := fullShares(in)
	for _, n := range in.Nodes() {
		if n.Kind == indicators.Indicator && n.Parent != nil {
			continue
		}
		t.Rows = append(t.Rows, Row{Level: depth(n), Cells: []Cell{
			{Text: n.ID + " " + n.Title}, {Text: indicators.Comma(n.Weight), Number: number(n.Weight, 2)},
			{Text: Num(shares[n], 2), Number: number(shares[n], 2)}, {Text: ownReason(in, n)},
		}})
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
			out[n] = new(big.Rat).Quo(new(big.Rat).Mul(part, n.Weight), sum)
			spread(n.Children, out[n])
		}
	}
	spread(in.Dimensions, new(big.Rat).Sub(in.Result.Max, in.Result.Min))
	return out
}

// ownReason is what a node says of its weight beyond what all weights say.
func ownReason(in *indicators.Instrument, n *indicators.Node) string {
	switch {
	case n.Origin.Mark != in.Weights.Mark:
		return origin(n.Origin)
	case n.Origin.Reason == in.Weights.Reason:
		return ""
	}
	return n.Origin.Reason
}

// commonOrigin is what all weights have in common.
func commonOrigin(in *indicators.Instrument) string {
	if in.Weights.Mark == "" {
		return "tercantum pada tiap bobot"
	}
	return strings.TrimSuffix(origin(in.Weights), ".")
}

// origin tells where a number comes from.
func origin(p indicators.Provenance) string {
	out := provenanceWords[p.Mark]
	for i, s := range p.Sources {
		if i == 0 {
			out += " dari "
		} else {
			out += ", "
		}
		out += s.Cite
	}
	if p.Reason != "" {
		out += ". " + p.Reason
	}
	return out
}
