package report

import (
	"cmp"
	"fmt"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/indicators"
)

// Letters is what a round says of its papers. What it leaves out is printed as dotted
// lines, to be filled in by hand: no number and no name is ever made up.
type Letters struct {
	Number, Nature, Attachments, Subject string
	To, ToPlace                          string
	Copies, Basis, Purpose               []string
	From, Until, Where                   string            // of the examination; ISO days
	Minutes, Worksheets                  map[string]string // numbers by unit id
}

// dotted is a place to write, dottedLine one as wide as the page.
const (
	dotted     = "……………………"
	dottedLine = "………………………………………………………………………………"
)

func orDotted(s string) string { return cmp.Or(strings.TrimSpace(s), dotted) }

// Letter is the Laporan Hasil Evaluasi in the form of a letter: what the inspektorat
// sends to the head of the region.
func (in *Input) Letter(l Letters) *Document {
	d := in.document("", "", in.result().Entity.Complete())
	blocks := in.letterOpening(l)
	for i, c := range in.letterChapters(l) {
		title := fmt.Sprintf("%c. %s", 'A'+i, c.Title)
		blocks = append(append(blocks, Heading{1, title}), c.Blocks...)
	}
	d.Sections = []Section{{Blocks: append(blocks, in.letterClosing(l)...)}}
	return d
}

func (in *Input) letterOpening(l Letters) []Block {
	subject := cmp.Or(l.Subject, fmt.Sprintf("Laporan Hasil Evaluasi Penilaian Mandiri Pelayanan Publik %s Periode %s", in.result().Input.Entity, in.result().Input.Period))
	return []Block{
		Paragraph{in.placeDate(), Plain},
		Fields{{"Nomor", orDotted(l.Number)}, {"Sifat", orDotted(l.Nature)}, {"Lampiran", orDotted(l.Attachments)}, {"Hal", subject}},
		Paragraph{fmt.Sprintf("Yth. %s\ndi %s", orDotted(l.To), orDotted(l.ToPlace)), Plain},
		Paragraph{fmt.Sprintf("Kami telah melaksanakan evaluasi penilaian mandiri pelayanan publik pada %d unit di lingkungan %s untuk periode %s dengan instrumen %s. Hasilnya kami laporkan sebagai berikut.",
			len(in.result().Units), in.governed(), in.result().Input.Period, in.instrument().Title), Plain},
		Paragraph{in.headline(), Plain},
	}
}

// governed names the government that the units belong to.
func (in *Input) governed() string {
	if name := in.result().Input.Entity; strings.HasPrefix(name, "Pemerintah") {
		return name
	}
	return "Pemerintah " + in.result().Input.Entity
}

// letterChapters are the chapters that have anything to say.
func (in *Input) letterChapters(l Letters) []Section {
	chapters := []Section{
		{Title: "Dasar", Blocks: []Block{in.letterBasis(l)}},
		{Title: "Tujuan", Blocks: []Block{in.letterPurpose(l)}},
		{Title: "Ruang lingkup", Blocks: []Block{in.letterScope(l)}},
		{Title: "Metodologi", Blocks: in.letterMethod()},
		{Title: "Gambaran pelaksanaan", Blocks: in.letterPicture()},
		{Title: "Hasil per " + in.partWord(), Blocks: []Block{in.partTable()}},
	}
	if !in.alone() {
		chapters = append(chapters, Section{Title: "Hasil per unit", Blocks: append([]Block{in.rankTable().pick(in.rankColumns()...)}, in.claims()...)})
		chapters = append(chapters, Section{Title: "Temuan yang merata dan rekomendasi", Blocks: in.letterFindings()})
	} else {
		chapters = append(chapters, Section{Title: "Temuan dan rekomendasi", Blocks: in.unitFindings(in.Map.Units[0])})
	}
	return append(chapters, Section{Title: "Simpulan", Blocks: in.letterConclusion()})
}

// letterBasis lists the order to examine first, then the law.
func (in *Input) letterBasis(l Letters) List {
	out := List{Numbered: true, Items: l.Basis}
	if len(l.Basis) == 0 {
		out.Items = []string{"Surat tugas nomor " + dotted + " tanggal " + dotted + "."}
	}
	for _, s := range in.instrument().Legal {
		out.Items = append(out.Items[:len(out.Items):len(out.Items)], stopped(s.Title))
	}
	return out
}

// stopped ends a sentence.
func stopped(s string) string { return strings.TrimRight(s, ". ;") + "." }

func (in *Input) letterPurpose(l Letters) List {
	if len(l.Purpose) > 0 {
		return List{Numbered: true, Items: l.Purpose}
	}
	return List{Numbered: true, Items: []string{
		"Mengetahui pemenuhan kewajiban penyelenggara pelayanan publik pada setiap unit.",
		"Memetakan kekurangan setiap unit dan kekurangan yang merata di banyak unit.",
		"Memberi rekomendasi perbaikan beserta pelaksana, tenggat, dan pengaruhnya terhadap nilai.",
	}}
}

func (in *Input) letterScope(l Letters) Paragraph {
	text := fmt.Sprintf("Evaluasi meliputi %s dengan %d indikator. Masa pemeriksaan: %s. Tempat: %s.",
		in.unitKinds(), in.askedAtAll(), l.examined(), orDotted(l.Where))
	return Paragraph{text, Plain}
}

// unitKinds counts the units by type, in the order of the instrument.
func (in *Input) unitKinds() string {
	count := map[string]int{}
	var order, out []string
	for _, u := range in.result().Units {
		title := lower(in.instrument().TypeTitle(u.Unit.Type))
		if count[title] == 0 {
			order = append(order, title)
		}
		count[title]++
	}
	for _, title := range order {
		out = append(out, fmt.Sprintf("%d %s", count[title], title))
	}
	return fmt.Sprintf("%d unit (%s)", len(in.result().Units), indicators.And(out))
}

// askedAtAll counts the indicators that the round assesses.
func (in *Input) askedAtAll() int {
	n := 0
	for _, leaf := range in.instrument().Indicators() {
		if in.assessed(leaf) {
			n++
		}
	}
	return n
}

// examined tells when the examination was.
func (l Letters) examined() string {
	switch {
	case l.From == "":
		return dotted + " sampai dengan " + dotted
	case l.Until == l.From:
		return calendar.Words(l.From)
	}
	return calendar.Words(l.From) + " sampai dengan " + orDotted(calendar.Words(l.Until))
}

func (in *Input) letterMethod() []Block {
	from := "unit"
	if len(in.instrument().Respondents) > 0 {
		from += " dan responden"
	}
	seen := "Belum ada jawaban yang diverifikasi inspektorat."
	if c := in.checked(); c.verified > 0 {
		seen = fmt.Sprintf("Inspektorat memverifikasi %d dari %d jawaban (%s).", c.verified, c.slots, c.share())
	}
	items := []string{
		"Jawaban dikumpulkan melalui formulir atau berkas jawaban dari " + from + "; isian yang tidak sah ditolak dan dicatat.",
		seen + " Nilai memakai " + layerWords[in.result().Input.Layer] + ".",
		fmt.Sprintf("Nilai unit adalah rata-rata tertimbang indikator menurut bobot instrumen %s versi %s; jawaban kosong dihitung sebagai tingkat terendah, dan yang tidak berlaku dikeluarkan dari pembagi.", in.instrument().Short, in.instrument().Version),
		"Temuan disusun menurut kondisi, kriteria, sebab, akibat, dan rekomendasi. Perhitungan lengkap tercantum pada rekap.xlsx dan kertas kerja setiap unit.",
	}
	return append([]Block{List{Numbered: true, Items: items}}, in.notices(in.result().Entity)...)
}

func (in *Input) letterPicture() []Block {
	c := in.checked()
	fields := Fields{
		{"Unit dalam putaran", fmt.Sprint(len(in.result().Units))},
		{"Sudah mengirim jawaban", fmt.Sprintf("%d unit", len(in.Map.Ranking))},
		{"Jawaban terisi", c.filled()},
		{"Jawaban terverifikasi", fmt.Sprintf("%d (%s)", c.verified, c.share())},
	}
	if n := len(in.Map.Silent); n > 0 {
		fields = append(fields, Field{"Belum mengirim jawaban", silentNames(in.Map.Silent)})
	}
	out := []Block{fields}
	if l := (List{Items: append(in.verificationLines(), in.peopleLine()...)}); len(l.Items) > 0 {
		out = append(out, l)
	}
	return out
}

// partTable holds the mean of every dimension; the last row is the whole.
func (in *Input) partTable() Table {
	t := Table{Columns: []Column{
		{Title: "No.", Width: 5, Align: Center}, {Title: capital(in.partWord()), Width: 46}, {Title: "Bobot", Width: 9, Align: Right},
		{Title: capital(in.meanAxis()), Width: 16, Align: Right}, {Title: in.zoneHead(), Width: 18, Align: Center},
	}}
	for i, n := range in.parts() {
		band := in.instrument().BandOf(indicators.Round(orZero(n.Score), in.decimals()))
		row := Row{Cells: []Cell{{Text: fmt.Sprint(i + 1)}, {Text: named(n.Node) + aside(n.Node)}, weightCell(n.Node.Weight), {Text: in.score(n.Score), Number: number(n.Score, in.decimals())}, {Text: zone(band), Tone: tone(band)}}}
		if n.Score == nil || in.known(n.Node) == nothing {
			row.Cells[3], row.Cells[4] = Cell{Text: "–"}, Cell{Text: "belum ada jawaban", Tone: Blank}
		}
		t.Rows = append(t.Rows, row)
	}
	e := in.result().Entity
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{}, {Text: in.label() + " " + in.result().Input.Entity}, {}, {Text: in.score(e.Rounded), Number: number(e.Rounded, in.decimals())}, {Text: zone(e.Band), Tone: tone(e.Band)}}})
	if !in.graded() {
		t = t.pick(0, 1, 2, 3)
	}
	return t
}

func (in *Input) letterConclusion() []Block {
	var items []string
	items = append(append(items, in.extremes()...), in.weakest()...)
	if wide := len(in.widespread()); wide > 0 && !in.alone() {
		items = append(items, fmt.Sprintf("%d dari %d indikator belum terpenuhi penuh di sedikitnya separuh unit yang ditanyai.", wide, in.counted()))
	}
	blocks := []Block{Paragraph{in.headline(), Plain}}
	if len(items) > 0 {
		blocks = append(blocks, List{Items: items})
	}
	return append(blocks, Paragraph{in.noVerdict(), Plain},
		Paragraph{"Demikian laporan ini kami sampaikan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.", Plain})
}

// letterClosing is the signature and who gets a copy.
func (in *Input) letterClosing(l Letters) []Block {
	s := in.inspector()
	s.Above = s.Above[1:] // place and date stand above
	copies := List{Numbered: true, Items: l.Copies}
	if len(l.Copies) == 0 {
		copies.Items = []string{dotted}
	}
	return []Block{Signatures{s}, Heading{2, "Tembusan:"}, copies}
}
