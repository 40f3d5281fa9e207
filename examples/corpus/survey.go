package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"path"
	"slices"
	"strings"

	"spotcheck/assess/sheet"
)

// What a person sees printed on a form and goes by.
const (
	headLabel, headField    = "Butir", "Isian"
	headCode, headAnswer    = "Kode", "Jawaban"
	headEvidence, headNote  = "Bukti", "Catatan / alasan TB"
	headVerdict, headRemark = "Hasil verifikasi", "Catatan verifikasi"
	sheetMeta               = "_spotcheck"
)

// headSlots are the heads under which a row says of which product or person it is.
var headSlots = []string{"Produk", "Responden"}

// survey is where things are on a blank form.
type survey struct {
	rows    []formRow
	targets map[string]map[string]target // sheet -> cell -> what is written there
	sheetOf map[string]string            // part -> sheet
	meta    map[string]string            // key of the hidden identity -> cell of its value
}

// formRow is a question: Kode, and the code of the product or person.
type formRow struct {
	slotKey
	sheet string
	cells map[string]string // head -> cell
}

type slotKey struct{ indicator, slot string }

// target is a cell to be written: a head of a row of questions, or a field of the
// sheet Identitas, whose label then stands in place of the indicator.
type target struct {
	slotKey
	head string
}

func look(blank []byte) (survey, error) {
	s := survey{targets: map[string]map[string]target{}, sheetOf: map[string]string{}, meta: map[string]string{}}
	if err := s.readBook(blank); err != nil {
		return s, err
	}
	w, err := sheet.Open(blank, sheet.DefaultLimits())
	if err != nil {
		return s, err
	}
	for _, info := range w.Sheets() {
		sh, err := w.Read(info.Name)
		if err != nil {
			return s, err
		}
		s.targets[info.Name] = map[string]target{}
		s.walk(sh)
	}
	if len(s.rows) == 0 {
		return s, errors.New("the blank form asks nothing")
	}
	return s, nil
}

// walk looks a sheet over: the row of heads tells whether it lists fields or asks
// questions.
func (s *survey) walk(sh *sheet.Sheet) {
	heads := map[string]int{}
	for _, row := range sh.Rows {
		text := func(head string) string {
			for _, c := range row.Cells {
				if heads[head] != 0 && c.Col == heads[head] {
					return c.Text
				}
			}
			return ""
		}
		switch {
		case sh.Name == sheetMeta && len(row.Cells) > 1:
			s.meta[row.Cells[0].Text] = row.Cells[1].Ref(row.Number)
		case len(heads) == 0:
			heads = headsOf(row)
		case heads[headLabel] != 0 && text(headLabel) != "" && text(headField) == "":
			at := target{slotKey{indicator: text(headLabel)}, headField}
			s.targets[sh.Name][sheet.Ref(row.Number, heads[headField])] = at
		case heads[headCode] != 0 && text(headCode) != "":
			s.question(sh.Name, row.Number, heads, slotKey{text(headCode), text(headSlots[0]) + text(headSlots[1])})
		}
	}
}

// headsOf are the columns by head, if the row has the heads of a table.
func headsOf(row sheet.Row) map[string]int {
	heads := map[string]int{}
	for _, c := range row.Cells {
		heads[c.Text] = c.Col
	}
	if heads[headField] == 0 && heads[headAnswer] == 0 {
		return nil
	}
	return heads
}

func (s *survey) question(name string, row int, heads map[string]int, k slotKey) {
	q := formRow{k, name, map[string]string{}}
	for _, head := range []string{headAnswer, headEvidence, headNote, headVerdict, headRemark} {
		if heads[head] != 0 {
			ref := sheet.Ref(row, heads[head])
			q.cells[head] = ref
			s.targets[name][ref] = target{k, head}
		}
	}
	s.rows = append(s.rows, q)
}

// size is how many cells are to be written.
func (s *survey) size() int {
	n := 0
	for _, cells := range s.targets {
		n += len(cells)
	}
	return n
}

type bookSheet struct {
	Name string `xml:"name,attr"`
	ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
}

type bookLink struct {
	ID     string `xml:"Id,attr"`
	Target string `xml:"Target,attr"`
}

// readBook finds out which part holds which sheet.
func (s *survey) readBook(blank []byte) error {
	z, err := zip.NewReader(bytes.NewReader(blank), int64(len(blank)))
	if err != nil {
		return err
	}
	var book struct {
		Sheets []bookSheet `xml:"sheets>sheet"`
	}
	var links struct {
		List []bookLink `xml:"Relationship"`
	}
	for part, into := range map[string]any{partBook: &book, partLinks: &links} {
		f, err := z.Open(part)
		if err != nil {
			return err
		}
		if err := xml.NewDecoder(f).Decode(into); err != nil {
			return err
		}
	}
	for _, l := range links.List {
		i := slices.IndexFunc(book.Sheets, func(b bookSheet) bool { return b.ID == l.ID })
		if i < 0 {
			continue
		}
		if !strings.HasPrefix(l.Target, "/") {
			l.Target = path.Join("/xl", l.Target)
		}
		s.sheetOf[strings.TrimPrefix(l.Target, "/")] = book.Sheets[i].Name
	}
	return nil
}
