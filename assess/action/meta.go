package action

import (
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// metaKey is one row of the hidden identity.
type metaKey struct {
	key, noun string
	value     func(*Plan) string
}

const metaSchema = "schema"

var metaKeys = [...]metaKey{
	{metaSchema, "skema", func(*Plan) string { return Schema }},
	{"instrument", "instrumen", func(p *Plan) string { return p.Instrument.ID }},
	{"version", "versi instrumen", func(p *Plan) string { return p.Instrument.Version }},
	{"digest", "isi instrumen", func(p *Plan) string { return p.Instrument.Digest }},
	{"entity", "pemerintah daerah", func(p *Plan) string { return p.Entity }},
	{"period", "periode", func(p *Plan) string { return p.Period }},
}

// metaItem heads a row of the identity that names an action planned: its unit and
// indicator follow. A gap that closes later was planned all the same.
const metaItem = "rencana"

// metaGrid is the hidden identity by which the workbook is recognised.
func metaGrid(p *Plan) *grid {
	g := &grid{name: sheetMeta, widths: []float64{14, 80, 14}, hidden: true}
	for _, k := range metaKeys {
		g.add(0, cell{text: k.key}, cell{text: k.value(p)})
	}
	for _, i := range p.Items {
		g.add(0, cell{text: metaItem}, cell{text: i.Unit}, cell{text: i.Indicator})
	}
	return g
}

// Is reports whether a workbook is a plan of action, of whatever round.
func Is(data []byte, lim sheet.Limits) bool {
	book, err := sheet.Open(data, lim)
	if err != nil {
		return false
	}
	name, found := find(book, sheetMeta)
	if !found {
		return false
	}
	s, err := book.Read(name)
	return err == nil && fold(pairs(s)[metaSchema].Text) == fold(Schema)
}

// found is a value with its place.
type found struct{ Text, Sheet, Cell string }

// pairs reads the keys of the identity and their values.
func pairs(s *sheet.Sheet) map[string]found {
	out := map[string]found{}
	for _, row := range s.Rows {
		if len(row.Cells) >= 2 && row.Cells[0].Text != metaItem {
			out[row.Cells[0].Text] = found{row.Cells[1].Text, s.Name, row.Cells[1].Ref(row.Number)}
		}
	}
	return out
}

// meta reads the identity; false refuses the file. Of several differences the first
// explains the others.
func (r *reader) meta() bool {
	name, ok := find(r.book, sheetMeta)
	if !ok {
		r.add(problem.New(problem.ActionForeign, problem.Place{}, "lembar tersembunyi %q tidak ada, sehingga tidak pasti rencana aksi ini milik siapa", sheetMeta).
			Fix("Salin isiannya ke rencana aksi asli (laporan/rencana-aksi.xlsx), lalu simpan dengan Excel atau LibreOffice di komputer"))
		return false
	}
	s, err := r.book.Read(name)
	if err != nil {
		r.fail(err)
		return false
	}
	for _, row := range s.Rows {
		if len(row.Cells) >= 3 && row.Cells[0].Text == metaItem {
			r.planned[Key{row.Cells[1].Text, row.Cells[2].Text}] = true
		}
	}
	values := pairs(s)
	for _, k := range metaKeys {
		if got, want := values[k.key], k.value(r.expect.Plan); fold(got.Text) != fold(want) {
			at := problem.Place{Sheet: got.Sheet, Cell: got.Cell}
			r.add(problem.New(problem.ActionForeign, at, "%s pada rencana aksi %q, yang diminta %q", k.noun, got.Text, want).Seen(got.Text, want))
			return false
		}
	}
	return true
}
