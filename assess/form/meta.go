package form

import (
	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// metaGrid is the hidden identity by which a form is recognised.
func metaGrid(s Spec) grid {
	g := grid{name: sheetMeta, widths: []float64{14, 80}, hidden: true, tab: fillStrip}
	for _, k := range metaKeys {
		g.add(0, cell{style: plain, text: k.key}, cell{style: plain, text: k.value(s)})
	}
	return g
}

// meta recognises the form; ok is false when it is none, or not one of ours.
// All differences are told, except those that another one explains.
func (r *reader) meta() (u assess.Unit, ok bool) {
	name, found := r.find(sheetMeta)
	if !found {
		r.add(r.noMeta())
		return u, false
	}
	s, err := r.book.Read(name)
	if err != nil {
		r.fail(err)
		return u, false
	}
	values := pairs(s)
	if i, found := assess.FindUnit(r.expect.Units, values[metaUnit].Text); found {
		u = r.expect.Units[i]
	}
	want := r.expect.spec(u)
	told := map[problem.Code]bool{}
	for _, k := range metaKeys {
		p, same := r.compare(k, values[k.key], want)
		if same || told[p.Code] {
			continue
		}
		r.add(p)
		told[p.Code] = true
		if p.Code == problem.NotAForm || p.Code == problem.WrongInstrument {
			break
		}
	}
	return u, len(told) == 0
}

// noMeta tells of a workbook without the hidden identity: some other workbook, or
// a form that went through a program which drops hidden sheets.
func (r *reader) noMeta() problem.Problem {
	if _, ours := r.find(sheetIdentity); !ours {
		return problem.New(problem.NotAForm, problem.Place{}, "buku kerja ini bukan formulir spotcheck; lembar tersembunyi %q tidak ada", sheetMeta)
	}
	return problem.New(problem.NotAForm, problem.Place{}, "lembar tersembunyi %q hilang, sehingga tidak pasti formulir ini milik siapa; sebagian aplikasi ponsel dan layanan daring membuangnya", sheetMeta).
		Fix("Salin jawabannya ke formulir asli dari inspektorat (folder formulir/), lalu simpan dengan Excel atau LibreOffice di komputer")
}

// UnitOf is the id of the unit that a form says it belongs to, also where Read
// refuses the form; empty where it cannot be told.
func UnitOf(data []byte, lim sheet.Limits) string {
	book, err := sheet.Open(data, lim)
	if err != nil {
		return ""
	}
	name, found := (&reader{book: book}).find(sheetMeta)
	if !found {
		return ""
	}
	s, err := book.Read(name)
	if err != nil {
		return ""
	}
	return pairs(s)[metaUnit].Text
}

// found is a value with its place.
type found struct{ Text, Sheet, Cell string }

// pairs reads a sheet of keys and values.
func pairs(s *sheet.Sheet) map[string]found {
	out := map[string]found{}
	for _, row := range s.Rows {
		if len(row.Cells) >= 2 {
			out[row.Cells[0].Text] = found{row.Cells[1].Text, s.Name, row.Cells[1].Ref(row.Number)}
		}
	}
	return out
}

// compare judges one key of the identity.
func (r *reader) compare(k metaKey, got found, want Spec) (problem.Problem, bool) {
	wanted := k.value(want)
	if fold(got.Text) == fold(wanted) && (wanted != "" || k.key != metaUnit) {
		return problem.Problem{}, true
	}
	place := problem.Place{Sheet: got.Sheet, Cell: got.Cell}
	if k.key == metaUnit {
		p := problem.New(k.mismatch, place, "unit %q pada formulir tidak ada dalam daftar unit", got.Text)
		return p.Seen(got.Text, someUnits(r.expect.Units)...), false
	}
	p := problem.New(k.mismatch, place, "%s pada formulir %q, yang diminta %q", k.noun, got.Text, wanted)
	return p.Seen(got.Text, wanted), false
}

// someUnits are ids to choose from; a message has room for no more.
func someUnits(units []assess.Unit) []string {
	var out []string
	for _, u := range units[:min(len(units), 50)] {
		out = append(out, u.ID)
	}
	return out
}
