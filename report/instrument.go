package report

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/indicators"
)

// Instrument tells everything an instrument asks and where each of its numbers
// comes from.
func Instrument(inst *indicators.Instrument) *Document {
	d := &Document{Title: inst.Title, Subject: "Versi " + inst.Version, Author: "spotcheck", Paper: A4, Footer: inst.Short}
	d.Sections = []Section{
		{Title: "Tentang instrumen", Blocks: []Block{Paragraph{inst.About, Plain}, Paragraph{inst.Notice, Notice}, facts(inst)}},
		{Title: bandTitle(inst), Blocks: bandBlocks(inst)},
		{Title: "Skala dan angka lain", Blocks: []Block{scaleTable(inst), numberTable(inst)}},
		{Title: "Bobot", Blocks: []Block{weightTable(inst, true)}},
		{Title: "Indikator", Blocks: askings(inst)},
		{Title: "Sumber", Blocks: []Block{sourceTable(inst)}},
	}
	if v := inst.Variant; v != nil {
		changed := Section{Title: "Yang diganti dari " + v.Base.Title, Blocks: []Block{changeTable(inst)}}
		d.Sections = slices.Insert(d.Sections, 1, changed)
	}
	return d
}

func facts(inst *indicators.Instrument) Fields {
	out := Fields{{"Kode", inst.ID}, {"Versi", inst.Version}, {"Berlaku", validity(inst)}, {"Kode pemeriksa berkas", inst.Digest}}
	if v := inst.Variant; v != nil {
		out = append(out, Field{"Variasi dari", fmt.Sprintf("%s versi %s (%s)", v.Base.ID, v.Base.Version, v.Base.Digest)})
	}
	return append(out, Field{"Dasar hukum", titles(inst.Legal)}, Field{"Nilai entitas", rollWords[inst.Result.RollUp]},
		Field{"Pertanyaan dan teks tingkat", origin(inst.Wording)})
}

func bandBlocks(inst *indicators.Instrument) []Block {
	out := []Block{bandTable(inst)}
	if len(inst.Gates) > 0 {
		out = append(out, gateTable(inst))
	}
	if o := inst.Opinions; o != nil {
		out = append(out, opinionTable(inst, o))
	}
	return out
}

// scaleTable shows what answers are worth.
func scaleTable(inst *indicators.Instrument) Table {
	t := Table{Title: "Skala jawaban", Columns: []Column{{Title: "Skala", Width: 24}, {Title: "Jawaban", Width: 30}, {Title: "Bernilai", Width: 9, Align: Right}, {Title: "Asal-usul", Width: 60}}}
	why := unrepeated()
	for _, s := range inst.Scales {
		add := func(answer string, value string) {
			t.Rows = append(t.Rows, Row{Cells: cells(s.Title, answer, value, why(s.Provenance))})
		}
		for _, l := range s.Levels {
			add(l.Label, indicators.Comma(l.Value))
		}
		for _, st := range s.Steps {
			add(fmt.Sprintf("mulai %s: %s", indicators.Comma(st.From), st.Label), indicators.Comma(st.Value))
		}
		if len(s.Levels)+len(s.Steps) == 0 {
			add(strings.Join(s.Allowed(), "; "), "angka itu")
		}
	}
	return t
}

// numberTable shows every other number with where it comes from.
func numberTable(inst *indicators.Instrument) Table {
	t := Table{Title: "Angka lain", Columns: []Column{{Title: "Angka", Width: 40}, {Title: "Nilai", Width: 30}, {Title: "Asal-usul", Width: 60}}}
	why := unrepeated()
	add := func(what, value string, p indicators.Provenance) {
		t.Rows = append(t.Rows, Row{Cells: cells(what, value, why(p))})
	}
	r := inst.Result
	add("Skala hasil: "+r.Label, fmt.Sprintf("%s sampai %s, %d desimal", indicators.Comma(r.Min), indicators.Comma(r.Max), r.Decimals), r.Provenance)
	if anyNode(func(n *indicators.Node) bool { return n.Asking != nil && n.Scope == indicators.PerProduct })(inst) || r.RollUp == indicators.RollUpProduct {
		add("Produk layanan tiap unit", fmt.Sprintf("sedikitnya %d, tempat untuk %d", inst.Products.Min, inst.Products.Slots), inst.Products.Provenance)
	}
	for _, g := range inst.Respondents {
		kind := "diwawancarai"
		if g.Sample {
			kind = "disurvei"
		}
		add("Responden: "+g.Label, fmt.Sprintf("%s, sedikitnya %d tiap unit, tempat untuk %d (%s1, %s2, …)", kind, g.Min, g.Slots, g.Code, g.Code), g.Provenance)
	}
	for _, e := range inst.Efforts {
		text := fmt.Sprintf("%d hari", e.Days)
		if e.Work > 0 {
			text += fmt.Sprintf("; beban %d hari kerja satu orang per tingkat", e.Work)
		}
		add("Upaya: "+e.Label, text, e.Provenance)
	}
	return t
}

// unrepeated tells origins, and of one that was told just before only that it is
// the same.
func unrepeated() func(indicators.Provenance) string {
	last := ""
	return func(p indicators.Provenance) string {
		text := origin(p)
		if text == last {
			return sameAsAbove
		}
		last = text
		return text
	}
}

func opinionTable(inst *indicators.Instrument, o *indicators.Opinions) Table {
	t := Table{
		Title: o.Title, Note: "Sebutan " + origin(o.Provenance),
		Columns: []Column{{Title: "Kategori", Width: 10, Align: Center}, {Title: "Bila terpenuhi: " + o.Set, Width: 44}, {Title: "Bila tidak terpenuhi", Width: 44}},
	}
	for _, b := range inst.Bands.List {
		t.Rows = append(t.Rows, Row{Cells: cells(b.Category, known(o.Of(b.Category, true)), known(o.Of(b.Category, false)))})
	}
	return t
}

func known(label string) string {
	if label == "" {
		return "tidak ada yang dikenal"
	}
	return label
}

var rollWords = map[string]string{
	indicators.RollUpUnit:    "rata-rata nilai unit",
	indicators.RollUpProduct: "rata-rata nilai semua produk layanan",
}

func validity(in *indicators.Instrument) string {
	switch {
	case in.ValidFrom == "":
		return "tidak disebut"
	case in.ValidTo == "":
		return "sejak " + calendar.Words(in.ValidFrom)
	}
	return calendar.Words(in.ValidFrom) + " sampai " + calendar.Words(in.ValidTo)
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
		out = append(out, Card{Code: n.ID, Title: n.Title, Badge: badge(n), Fields: askingFields(inst, n)})
	}
	return out
}

func askingFields(inst *indicators.Instrument, n *indicators.Node) []Field {
	fields := []Field{{"Letak", branches(n)}, {"Pertanyaan", n.Question}, {"Dilihat", dash(n.Look)}, {"Ditanyakan per", asked(n)}}
	for i, l := range n.Levels {
		fields = append(fields, Field{n.Scale.Levels[i].Option(), l})
	}
	if len(n.Levels) == 0 {
		fields = append(fields, Field{"Jawaban", strings.Join(n.Scale.Allowed(), "; ")})
	}
	for _, st := range n.Scale.Steps {
		fields = append(fields, Field{"Mulai " + indicators.Comma(st.From), fmt.Sprintf("bernilai %s: %s", indicators.Comma(st.Value), st.Label)})
	}
	if n.NA != "" {
		fields = append(fields, Field{"TB boleh", n.NA})
	}
	fields = append(fields, Field{"Dasar hukum", law(n)})
	if n.LegalNote != "" && len(n.Legal) > 0 {
		fields = append(fields, Field{"Catatan hukum", n.LegalNote})
	}
	var before []string
	for _, need := range n.Needs {
		before = append(before, named(need))
	}
	if len(before) > 0 {
		fields = append(fields, Field{"Dikerjakan sesudah", strings.Join(before, "; ")})
	}
	return append(fields, Field{"Sanksi", dash(sanction(n))}, Field{"Perbaikan", fmt.Sprintf("%s (%s, upaya %s, %d hari)", step(n), n.Role.Title, strings.ToLower(n.Effort.Label), n.Effort.Days)},
		Field{"Asal-usul bobot", weighed(n, marked(n.Origin))}, Field{"Asal-usul rumusan", wording(inst, n)})
}

// badge is the weight of an indicator, or that it has none in the end.
func badge(n *indicators.Node) string {
	if !n.Counted() {
		return "tidak dihitung"
	}
	return "bobot " + weightText(n.Weight)
}

// wording tells the origin of the texts in full where they have one of their own.
func wording(inst *indicators.Instrument, n *indicators.Node) string {
	if n.Wording.Same(inst.Wording) {
		return marked(n.Wording)
	}
	return origin(n.Wording)
}

// asked says of whom an indicator is asked.
func asked(n *indicators.Node) string {
	if n.Group != nil {
		return scopeWords[n.Scope] + ": " + n.Group.Label
	}
	return scopeWords[n.Scope]
}

// branches names the branches above a leaf.
func branches(n *indicators.Node) string {
	var out []string
	for p := n.Parent; p != nil; p = p.Parent {
		out = append([]string{named(p)}, out...)
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
	t := Table{Title: "Syarat minimum", Columns: []Column{{Title: "Untuk", Width: 14}, {Title: "Bagian", Width: 10}, {Title: "Syarat", Width: 40}, {Title: "Sedikitnya", Width: 12, Align: Right}, {Title: "Asal-usul", Width: 50}}}
	why := unrepeated()
	for _, g := range inst.Gates {
		of, least := g.Of(), Num(g.Min, inst.Result.Decimals)
		if of == "" {
			of = "nilai akhir"
		}
		if g.Points != nil {
			least = Num(g.Points, inst.Result.Decimals) + " poin"
		}
		t.Rows = append(t.Rows, Row{Cells: cells(dash(g.Set), of, g.Title, least, why(g.Provenance))})
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
