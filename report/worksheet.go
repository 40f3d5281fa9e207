package report

import (
	"fmt"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// Worksheet is the kertas kerja of one unit: every indicator with what it asks, what
// was answered and found, on what evidence, and what it is worth.
func (in *Input) Worksheet(u gap.Unit, l Letters) *Document {
	d := in.document("KERTAS KERJA EVALUASI", u.Unit.Unit.Name+", periode "+in.result().Input.Period, u.Unit.Complete())
	blocks := []Block{in.worksheetFacts(u, l)}
	blocks = append(blocks, in.notices(u.Unit.Score)...)
	blocks = append(blocks, in.worksheetTable(u), in.worksheetSignatures())
	d.Sections = []Section{{Sheet: "Kertas kerja", Landscape: true, Blocks: blocks}}
	return d
}

func (in *Input) worksheetFacts(u gap.Unit, l Letters) Fields {
	f := in.Forms[u.Unit.Unit.ID]
	at := func(on, who string) string {
		if on == "" && who == "" {
			return dotted
		}
		return orDotted(on) + ", oleh " + orDotted(who)
	}
	return Fields{
		{"Nomor kertas kerja", orDotted(l.Worksheets[u.Unit.Unit.ID])},
		{"Instrumen", fmt.Sprintf("%s versi %s", in.instrument().Title, in.instrument().Version)},
		{"Hasil", in.worksheetResult(u)},
		{"Diisi unit", at(f.FilledOn, f.FilledBy)}, {"Diverifikasi", at(f.VerifiedOn, f.Verifier)},
		{"Sumber isian", orDotted(f.Path)},
	}
}

func (in *Input) worksheetResult(u gap.Unit) string {
	s := u.Unit.Score
	if s.Band == nil {
		return "tidak ada indikator yang berlaku"
	}
	text := fmt.Sprintf("%s (%s)", in.score(s.Rounded), verdict(s.Band))
	if c := in.claimOf(u.Unit); c != nil {
		text += fmt.Sprintf("; menurut isian unit %s", in.score(c.Rounded))
	}
	if !s.Complete() {
		text += "; sementara: " + checkedOf(u.Unit).missing()
	}
	return text
}

// worksheetTable has one row for every indicator that the unit is asked.
func (in *Input) worksheetTable(u gap.Unit) Table {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 8}, {Title: "Pertanyaan", Width: 27}, {Title: "Kriteria dan dasar hukum", Width: 30}, {Title: "Jawaban unit", Width: 17},
		{Title: "Hasil verifikasi", Width: 17}, {Title: "Bukti", Width: 24}, {Title: "Catatan", Width: 26}, {Title: "Dibaca dari", Width: 15},
		{Title: in.word(), Width: 8, Align: Right}, {Title: "Poin hilang", Width: 8, Align: Right}, {Title: "Paraf", Width: 7, Align: Center},
	}, Frozen: 1, Filter: true}
	var top *indicators.Node
	for _, c := range u.Cells {
		n := c.Node.Node
		if c.Status == gap.NotAsked {
			continue
		}
		if n.Top() != top && n.Top() != n {
			t.Rows = append(t.Rows, Row{Group: true, Cells: cells(named(n.Top()) + aside(n.Top()))})
		}
		top = n.Top()
		t.Rows = append(t.Rows, in.worksheetRow(u, c))
	}
	sum := lost(u.Gaps)
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{
		{}, {Text: in.label() + " unit dan jumlah poin yang hilang"}, {}, {}, {}, {}, {}, {},
		{Text: in.score(u.Unit.Rounded), Number: number(u.Unit.Rounded, in.decimals())}, {Text: Num(sum, 2), Number: number(sum, 2)}, {},
	}})
	return t
}

func (in *Input) worksheetRow(u gap.Unit, c gap.Cell) Row {
	n := c.Node.Node
	w := in.worksheetTexts(u.Unit.Unit.ID, c.Node)
	points := c.Node.Lost(in.Best)
	row := Row{Cells: []Cell{
		{Text: n.ID}, {Text: n.Title + ". " + n.Question}, {Text: stopped(target(n)) + " " + stopped(law(n))}, {Text: w.claim}, {Text: w.found}, {Text: w.evidence},
		{Text: w.notes}, {Text: w.from}, {Text: in.score(c.Node.Score), Number: number(c.Node.Score, in.decimals())}, {Text: Num(points, 2), Number: number(points, 2)}, {},
	}}
	switch {
	case c.Status == gap.NA:
		row.Cells[8], row.Cells[9] = Cell{Text: "TB", Tone: Quiet}, Cell{Text: "–"}
	case !n.Counted():
		row.Cells[9] = Cell{Text: "–"}
	case c.Status == gap.Missing:
		row.Cells[8].Tone = Blank
	}
	return row
}

// worksheetTexts are the cells that come from answers: one line for each product or
// person where there are several.
type worksheetTexts struct{ claim, found, evidence, notes, from string }

func (in *Input) worksheetTexts(unit string, n *assess.NodeResult) worksheetTexts {
	var claim, found, evidence, notes, from lines
	for _, it := range n.Items {
		who := ""
		if n.Node.Repeats() {
			who = itemName(it) + ": "
		}
		said := in.says(assess.Mandiri, unit, n.Node, it)
		claim.add(who + valueText(n.Node, said))
		verdict := in.upper(unit, n.Node, it)
		if verdict != nil {
			found.add(who + valueText(n.Node, verdict))
		}
		for _, a := range []*assess.Answer{said, verdict} {
			if a != nil {
				evidence.add(a.Evidence)
				from.add(shortPlace(a))
			}
		}
		if said != nil && said.Note != "" {
			notes.add("Unit: " + said.Note)
		}
		if verdict != nil && verdict.Note != "" {
			notes.add("Tim: " + verdict.Note)
		}
	}
	return worksheetTexts{claim.text(), dash(found.text()), evidence.text(), notes.text(), from.text()}
}

// upper is what the inspektorat says: the settled answer, or what it found.
func (in *Input) upper(unit string, n *indicators.Node, it assess.Item) *assess.Answer {
	if n.Scope == indicators.PerEntity {
		return nil // secondary data stands at both layers with one voice
	}
	if in.result().Input.Layer == assess.Final {
		if a := in.says(assess.Final, unit, n, it); a != nil {
			return a
		}
	}
	return in.says(assess.Verifikasi, unit, n, it)
}

// shortPlace is where an answer was read, without the file, which stands above.
func shortPlace(a *assess.Answer) string {
	if a.At.Sheet == "" {
		return a.At.String()
	}
	return a.At.Sheet + "!" + a.At.Cell
}

// lines are texts one below the other, each once.
type lines []string

func (l *lines) add(text string) {
	for _, t := range *l {
		if t == text {
			return
		}
	}
	if text != "" {
		*l = append(*l, text)
	}
}

func (l lines) text() string { return clip(strings.Join(l, "\n"), cellMost) }

// worksheetSignatures are of who made the paper and who reviewed it. Whom the team
// does not name signs on dotted lines.
func (in *Input) worksheetSignatures() Signatures {
	member := func(role string) string {
		for _, p := range in.Frame.Team {
			if strings.EqualFold(p.Role, role) {
				return p.Name
			}
		}
		return ""
	}
	return Signatures{
		{Above: []string{"Disetujui,", "Pengendali Teknis"}, Name: member("Pengendali Teknis")},
		{Above: []string{"Direviu,", "Ketua Tim"}, Name: member("Ketua Tim")},
		{Above: []string{in.placeDate(), "Disusun,", "Anggota Tim"}},
	}
}
