package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/supervision"
	"spotcheck/indicators"
)

// evidenceSections lay what the log proves beside what was answered, and list the
// records behind it: a sheet each.
func (in *Input) evidenceSections(o ContactOptions) []Section {
	asks := slices.DeleteFunc(supervision.AsksOf(in.instrument()), func(a supervision.Asks) bool { return !in.assessed(a.Node) })
	blocks := []Block{Paragraph{fmt.Sprintf("Instrumen %s tidak memiliki indikator tentang pengawasan internal (Pasal 35 ayat (2) UU 25/2009); catatan pengawasan tidak memengaruhi nilainya.", in.instrument().Short), Notice}}
	if len(asks) > 0 {
		blocks = []Block{in.asksTable(o, asks), List{Items: asksLooks(asks)}}
	}
	records := []Block{in.recordTable(o)}
	if o.Unit != "" {
		for _, u := range in.contactUnits(o) {
			records = append(records, in.evidenceSignatures(u.Unit))
		}
	}
	return []Section{
		{Title: "Lembar bukti pengawasan internal", Sheet: "Indikator pengawasan", Landscape: true, NewPage: true, Blocks: blocks},
		{Title: "Catatan pengawasan", Landscape: true, Blocks: records},
	}
}

// asksLooks are how the instrument wants records looked at: which of them count, the
// reader decides.
func asksLooks(asks []supervision.Asks) []string {
	var out []string
	for _, a := range asks {
		out = append(out, fmt.Sprintf("%s. Cara memeriksa: %s", named(a.Node), dash(a.Node.Look)))
	}
	return out
}

func (in *Input) asksTable(o ContactOptions, asks []supervision.Asks) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 30}, {Title: "Indikator", Width: 28}, {Title: "Jawaban unit", Width: 34}, {Title: "Hasil verifikasi", Width: 34},
		{Title: "Menurut catatan", Width: 34}, {Title: "Perbandingan", Width: 26},
	}, Frozen: 1, Filter: true}
	for _, u := range in.contactUnits(o) {
		log := o.Log.Unit(u.Unit.ID)
		if log == nil {
			log = &supervision.Unit{}
		}
		for _, a := range asks {
			n := u.Node(a.Node.ID)
			if !n.Asked || len(n.Items) == 0 {
				continue
			}
			claim, found := in.says(assess.Mandiri, u.Unit.ID, a.Node, n.Items[0]), in.upper(u.Unit.ID, a.Node, n.Items[0])
			t.Rows = append(t.Rows, Row{Cells: []Cell{
				{Text: u.Unit.Name}, {Text: named(a.Node)}, {Text: leveled(a.Node, claim)}, {Text: leveled(a.Node, found)},
				{Text: proved(log, a.By)}, againstLog(a, claim, found, log),
			}})
		}
	}
	if !slices.ContainsFunc(asks, func(a supervision.Asks) bool { return countsMonths(a.Node) }) {
		return t.pick(0, 1, 2, 3, 4)
	}
	return t
}

// leveled is an answer with the words of its level; "–" when there is none.
func leveled(n *indicators.Node, a *assess.Answer) string {
	if a == nil || a.State != assess.Answered {
		return valueText(n, a)
	}
	return levelText(n, assess.Item{State: a.State, Answer: a})
}

// countsMonths: the answer is the very number of months.
func countsMonths(n *indicators.Node) bool {
	return len(n.Scale.Levels) == 0 && n.Scale.Max.Cmp(big.NewRat(supervision.SpanMonths, 1)) == 0
}

// proved tells how many months somebody supervised, and the inspektorat's latest
// record, by whose age some instruments judge.
func proved(u *supervision.Unit, by []supervision.By) string {
	text := fmt.Sprintf("diawasi pada %d dari %d bulan", u.Count(supervision.Proven, by...), supervision.SpanMonths)
	if n := u.Count(supervision.Unproven, by...); n > 0 {
		text += fmt.Sprintf("; %d bulan lain hanya punya catatan tanpa bukti", n)
	}
	if slices.Contains(by, supervision.Inspectorate) {
		last := "; tidak ada catatan inspektorat"
		if day := u.Last(supervision.Inspectorate); day != "" {
			last = "; catatan inspektorat terakhir " + calendar.Words(day)
		}
		text += last
	}
	return text
}

// againstLog compares an answer with the log, where the instrument asks for the very
// number of months; what the steps of other scales mean is the reader's to judge.
func againstLog(a supervision.Asks, claim, found *assess.Answer, u *supervision.Unit) Cell {
	said := claim
	if found != nil {
		said = found
	}
	switch {
	case !countsMonths(a.Node):
		return Cell{Text: "–"}
	case said == nil || said.Value == nil:
		return Cell{Text: "belum dijawab", Tone: Blank}
	}
	switch said.Value.Cmp(big.NewRat(int64(u.Count(supervision.Proven, a.By...)), 1)) {
	case 0:
		return Cell{Text: "sama", Tone: Good}
	case 1:
		return Cell{Text: "jawaban lebih tinggi daripada catatan", Tone: Bad}
	}
	return Cell{Text: "jawaban lebih rendah daripada catatan", Tone: Fair}
}

// recordTable lists every record of the units, with why one does not count.
func (in *Input) recordTable(o ContactOptions) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 28}, {Title: "Tanggal", Width: 19}, {Title: "Oleh", Width: 12}, {Title: "Uraian", Width: 50}, {Title: "Bukti", Width: 36}, {Title: "Dibaca dari", Width: 24}, {Title: "Keterangan", Width: 26},
	}, Frozen: 2, Filter: true}
	for _, u := range in.contactUnits(o) {
		log := o.Log.Unit(u.Unit.ID)
		if log == nil {
			continue
		}
		for _, kind := range []struct {
			list []supervision.Record
			why  string
		}{{log.Records, ""}, {log.Running, "pemeriksaan putaran ini, tidak dihitung"}, {log.Outside, "di luar dua belas bulan itu"}} {
			for _, r := range kind.list {
				t.Rows = append(t.Rows, Row{Cells: cells(u.Unit.Name, calendar.Words(r.Day), byWords[r.By], r.Finding, dash(r.Evidence), r.At.String(), remark(r, kind.why))})
			}
		}
	}
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, Row{Cells: cells("Tidak ada catatan.", "", "", "", "", "", "")})
	}
	return t
}

var byWords = map[supervision.By]string{supervision.Superior: "atasan langsung", supervision.Inspectorate: "inspektorat"}

func remark(r supervision.Record, why string) string {
	parts := nonEmpty(why)
	if r.Evidence == "" {
		parts = append(parts, "tanpa bukti, tidak dihitung")
	}
	return strings.Join(parts, "; ")
}

func (in *Input) evidenceSignatures(u assess.Unit) Signatures {
	title := u.HeadTitle
	if title == "" {
		title = "Kepala " + u.Name
	}
	return Signatures{{Above: []string{"Mengetahui,", title}, Name: u.Head, NIP: u.NIP}, in.inspector()}
}
