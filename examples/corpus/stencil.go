package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/indicators"
)

// stencil is the blank form of a kind of unit, cut up: the parts that are the same
// in every form stay compressed, the others are pieces of text with holes between.
type stencil struct {
	survey
	same  []samePart
	parts []cutPart
}

// stencilKey is what the look of a blank form depends on.
type stencilKey struct {
	unitType string
	products int
}

func keyOf(u assess.Unit) stencilKey { return stencilKey{u.Type, len(u.Products)} }

type samePart struct {
	header zip.FileHeader
	packed []byte
}

// cutPart is a part with one hole after every piece but the last.
type cutPart struct {
	name   string
	pieces [][]byte
	holes  []hole
}

// hole is a cell to write, or a word to put in another's place.
type hole struct {
	at    target
	ref   string // of a cell
	style string // its attribute s, with a space before it
	word  string // one of the words below; empty for a cell
}

// The words that stand for what differs from unit to unit. Products are numbered.
const (
	wordID      = "zzkodezz"
	wordName    = "zznamazz"
	wordPeriod  = "zzperiodezz"
	wordProduct = "zzproduk%dzz"
)

// cutStencils makes those that the units need.
func (c *corpus) cutStencils() error {
	c.stencils = map[stencilKey]*stencil{}
	for _, u := range c.units {
		k := keyOf(u)
		if c.stencils[k] != nil {
			continue
		}
		s, err := cut(c.instrument, k)
		if err != nil {
			return err
		}
		c.stencils[k] = s
	}
	return nil
}

func cut(in *indicators.Instrument, k stencilKey) (*stencil, error) {
	model := assess.Unit{ID: wordID, Name: wordName, Type: k.unitType}
	for i := range k.products {
		name := fmt.Sprintf(wordProduct, i+1)
		model.Products = append(model.Products, assess.Product{ID: name, Name: name})
	}
	var blank bytes.Buffer
	err := form.Write(&blank, form.Spec{Instrument: in, Entity: entity, Period: wordPeriod, Unit: model})
	if err != nil {
		return nil, err
	}
	s := &stencil{}
	if s.survey, err = look(blank.Bytes()); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(blank.Bytes()), int64(blank.Len()))
	if err != nil {
		return nil, err
	}
	cells := 0
	for _, f := range z.File {
		n, err := s.take(f)
		if err != nil {
			return nil, err
		}
		cells += n
	}
	if want := s.size(); cells != want {
		return nil, fmt.Errorf("%v: found %d of %d cells in the blank form", k, cells, want)
	}
	return s, nil
}

// take sorts a part among the same or cuts it, and tells how many cells it has cut.
func (s *stencil) take(f *zip.File) (cells int, err error) {
	r, err := f.Open()
	if err != nil {
		return 0, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return 0, err
	}
	p := s.cut(f.Name, text)
	if len(p.holes) == 0 && !slices.Contains(wiring[:], f.Name) {
		raw, err := f.OpenRaw()
		if err != nil {
			return 0, err
		}
		packed, err := io.ReadAll(raw)
		s.same = append(s.same, samePart{f.FileHeader, packed})
		return 0, err
	}
	s.parts = append(s.parts, p)
	for _, h := range p.holes {
		if h.word == "" {
			cells++
		}
	}
	return cells, nil
}

var holePattern = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?></c>|zz[a-z]+[0-9]*zz`)

// cut finds the holes of a part: every word, and the cells that the survey names.
func (s *stencil) cut(name string, text []byte) cutPart {
	p := cutPart{name: name}
	wanted := s.targets[s.sheetOf[name]]
	from := 0
	for _, m := range holePattern.FindAllSubmatchIndex(text, -1) {
		h := hole{word: string(text[m[0]:m[1]])}
		if strings.HasPrefix(h.word, "<") {
			at, known := wanted[string(text[m[2]:m[3]])]
			if !known {
				continue
			}
			h = hole{at: at, ref: string(text[m[2]:m[3]])}
			if m[4] >= 0 {
				h.style = string(text[m[4]:m[5]])
			}
		}
		p.pieces, p.holes = append(p.pieces, text[from:m[0]]), append(p.holes, h)
		from = m[1]
	}
	p.pieces = append(p.pieces, text[from:])
	return p
}
