package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// The parts that say which parts there are: a table of shared texts is entered
// into them.
const (
	partTypes   = "[Content_Types].xml"
	partBook    = "xl/workbook.xml"
	partLinks   = "xl/_rels/workbook.xml.rels"
	partStrings = "xl/sharedStrings.xml"
)

var wiring = [...]string{partTypes, partLinks}

// filling is one form while it is written.
type filling struct {
	*drawn
	words  *strings.Replacer
	shared []string
}

// fill writes the form that says what was drawn.
func (s *stencil) fill(d *drawn) ([]byte, error) {
	pairs := []string{wordID, d.id, wordName, escaped(d.unit.Name), wordPeriod, d.period}
	for i, p := range d.unit.Products {
		pairs = append(pairs, fmt.Sprintf(wordProduct, i+1), escaped(p.Name))
	}
	f := &filling{drawn: d, words: strings.NewReplacer(pairs...)}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, press)
	for _, p := range s.same {
		w, err := z.CreateRaw(&p.header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.packed); err != nil {
			return nil, err
		}
	}
	for _, p := range s.parts {
		if err := f.add(z, p.name, f.part(p)); err != nil {
			return nil, err
		}
	}
	if d.shape == shared {
		if err := f.add(z, partStrings, f.table()); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// presses are compressors at rest: making one costs more than a form. They favour
// speed over size; what reading costs hardly depends on it.
var presses = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // only an unknown level is an error
	return w
}}

// pressed is a compressor that goes back to rest when it is done.
type pressed struct{ *flate.Writer }

func press(w io.Writer) (io.WriteCloser, error) {
	p := presses.Get().(*flate.Writer)
	p.Reset(w)
	return pressed{p}, nil
}

func (p pressed) Close() error {
	err := p.Writer.Close()
	presses.Put(p.Writer)
	return err
}

func (f *filling) add(z *zip.Writer, name string, data []byte) error {
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// part puts a part together again.
func (f *filling) part(p cutPart) []byte {
	var b bytes.Buffer
	for i, piece := range p.pieces {
		b.Write(piece)
		switch {
		case i == len(p.holes):
		case p.holes[i].word != "":
			b.WriteString(f.words.Replace(p.holes[i].word))
		default:
			f.cell(&b, p.holes[i])
		}
	}
	if f.shape != shared {
		return b.Bytes()
	}
	return wire(p.name, b.Bytes())
}

// wire enters the table of shared texts.
func wire(name string, data []byte) []byte {
	var end, entry string
	switch name {
	case partTypes:
		end, entry = "</Types>", `<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>`
	case partLinks:
		end, entry = "</Relationships>", `<Relationship Id="rIdTeks" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>`
	default:
		return data
	}
	return bytes.Replace(data, []byte(end), []byte(entry+end), 1)
}

// cell writes what stands in a cell the way the program does that.
func (f *filling) cell(b *bytes.Buffer, h hole) {
	v, filled := f.cells[h.at]
	open := `<c r="` + h.ref + `"` + h.style
	switch {
	case !filled && f.shape == shared:
		b.WriteString(open + "/>")
	case !filled:
		b.WriteString(open + "></c>")
	case v.gone:
		b.WriteString(open + "><f>1+1</f></c>")
	case v.kind != "":
		b.WriteString(open + ` t="` + v.kind + `"><v>` + v.text + "</v></c>")
	default:
		f.text(b, open, v.text)
	}
}

// text writes a text.
func (f *filling) text(b *bytes.Buffer, open, words string) {
	switch f.shape {
	case shared:
		b.WriteString(open + ` t="s"><v>` + strconv.Itoa(len(f.shared)) + "</v></c>")
		f.shared = append(f.shared, words)
	case computed:
		b.WriteString(open + ` t="str"><v>` + escaped(words) + "</v></c>")
	case rich:
		half := len([]rune(words)) / 2
		head, tail := string([]rune(words)[:half]), string([]rune(words)[half:])
		b.WriteString(open + ` t="inlineStr"><is><r><t xml:space="preserve">` + escaped(head) + `</t></r><r><rPr><b/></rPr><t xml:space="preserve">` + escaped(tail) + "</t></r></is></c>")
	default:
		b.WriteString(open + ` t="inlineStr"><is><t xml:space="preserve">` + escaped(words) + "</t></is></c>")
	}
}

// table is the shared texts; the cells must have been written before.
func (f *filling) table() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%d">`, len(f.shared))
	for _, s := range f.shared {
		b.WriteString(`<si><t xml:space="preserve">` + escaped(s) + "</t></si>")
	}
	b.WriteString("</sst>")
	return b.Bytes()
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
