package report

import (
	"fmt"
	"strings"

	"spotcheck/indicators"
)

// Instrument tells everything an instrument asks and where each of its numbers
// comes from.
func Instrument(inst *indicators.Instrument) *Document {
	d := &Document{Title: inst.Title, Subject: "Versi " + inst.Version, Author: "spotcheck", Paper: A4, Footer: inst.Short}
	facts := Fields{
		{"Kode", inst.ID}, {"Versi", inst.Version}, {"Berlaku", validity(inst)}, {"Sidik berkas", inst.Digest},
		{"Dasar hukum", titles(inst.Legal)}, {"Skala hasil", fmt.Sprintf("%s sampai %s, %d desimal", indicators.Comma(inst.Result.Min), indicators.Comma(inst.Result.Max), inst.Result.Decimals)},
		{"Nilai entitas", rollWords[inst.Result.RollUp]},
	}
	if r := inst.Respondents; r != nil {
		facts = append(facts, Field{"Responden", fmt.Sprintf("%s, sedikitnya %d; %s", r.Label, r.Min, origin(r.Provenance))})
	}
	d.Sections = []Section{
		{Title: "Tentang instrumen", Blocks: []Block{Paragraph{inst.About, Plain}, Paragraph{inst.Notice, Notice}, facts}},
		{Title: "Kategori dan zona", Blocks: []Block{bandTable(inst)}},
		{Title: "Bobot dimensi dan variabel", Blocks: []Block{weightTable(inst)}},
		{Title: "Indikator", Blocks: askings(inst)},
		{Title: "Sumber", Blocks: []Block{sourceTable(inst)}},
	}
	if len(inst.Gates) > 0 {
		d.Sections[1].Blocks = append(d.Sections[1].Blocks, gateTable(inst))
	}
	return d
}

var rollWords = map[string]string{
	indicators.RollUpUnit:    "rata-rata nilai unit",
	indicators.RollUpProduct: "rata-rata menurut banyaknya produk layanan",
}

func validity(in *indicators.Instrument) string {
	switch {
	case in.ValidFrom == "":
		return "tidak disebut"
	case in.ValidTo == "":
		return "sejak " + Day(in.ValidFrom)
	}
	return Day(in.ValidFrom) + " sampai " + Day(in.ValidTo)
}

func titles(sources []*indicators.Source) string {
	var out []string
	for _, s := range sources {
		out = append(out, s.Title)
	}
	return dash(strings.Join(out, "; "))
}

func askings(inst *indicators.Instrument) []Block {
	var out []Block
	for _, n := range inst.Indicators() {
		out = append(out, Card{Code: n.ID, Title: n.Title, Badge: "bobot " + indicators.Comma(n.Weight), Fields: askingFields(n)})
	}
	return out
}

func askingFields(n *indicators.Node) []Field {
	fields := []Field{{"Letak", path(n)}, {"Pertanyaan", n.Question}, {"Dilihat", dash(n.Look)}, {"Ditanyakan per", scopeWords[n.Scope]}}
	for i, l := range n.Levels {
		fields = append(fields, Field{n.Scale.Levels[i].Option(), l})
	}
	if len(n.Levels) == 0 {
		fields = append(fields, Field{"Jawaban", strings.Join(n.Scale.Allowed(), "; ")})
	}
	if n.NA != "" {
		fields = append(fields, Field{"TB boleh", n.NA})
	}
	fields = append(fields, Field{"Dasar hukum", law(n)})
	if n.LegalNote != "" && len(n.Legal) > 0 {
		fields = append(fields, Field{"Catatan hukum", n.LegalNote})
	}
	return append(fields, Field{"Sanksi", dash(sanction(n))}, Field{"Perbaikan", fmt.Sprintf("%s (%s, upaya %s, %d hari)", step(n), n.Role.Title, strings.ToLower(n.Effort.Label), n.Effort.Days)},
		Field{"Asal-usul bobot", origin(n.Origin)})
}

// path names the branches above a leaf.
func path(n *indicators.Node) string {
	var out []string
	for p := n.Parent; p != nil; p = p.Parent {
		out = append([]string{p.ID + " " + p.Title}, out...)
	}
	return dash(strings.Join(out, " › "))
}

func sourceTable(inst *indicators.Instrument) Table {
	t := Table{Columns: []Column{{Title: "Sebutan", Width: 24}, {Title: "Judul", Width: 70}, {Title: "Alamat", Width: 60}}}
	for _, s := range inst.Sources {
		t.Rows = append(t.Rows, Row{Cells: cells(s.Cite, s.Title, dash(s.URL))})
	}
	return t
}

func gateTable(inst *indicators.Instrument) Table {
	t := Table{Title: "Syarat minimum", Columns: []Column{{Title: "Simpul", Width: 10}, {Title: "Syarat", Width: 40}, {Title: "Sedikitnya", Width: 10, Align: Right}, {Title: "Asal-usul", Width: 50}}}
	for _, g := range inst.Gates {
		t.Rows = append(t.Rows, Row{Cells: cells(g.Node.ID, g.Title, Num(g.Min, inst.Result.Decimals), origin(g.Provenance))})
	}
	return t
}

// Instruments lists what is built in.
func Instruments(list []*indicators.Instrument) *Document {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 22}, {Title: "Versi", Width: 10}, {Title: "Judul", Width: 60}, {Title: "Indikator", Width: 9, Align: Right}, {Title: "Berlaku", Width: 30},
	}}
	for _, in := range list {
		t.Rows = append(t.Rows, Row{Cells: cells(in.ID, in.Version, in.Title, fmt.Sprint(len(in.Indicators())), validity(in))})
	}
	return &Document{Title: "Instrumen bawaan", Sections: []Section{{Blocks: []Block{t}}}}
}
