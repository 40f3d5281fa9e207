package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/jung-kurt/gofpdf"
)

// A document is set in faces of one of two kinds, alike to the eye. Wide faces have
// every rune of the typeface, and gofpdf reads and cuts the whole of it anew for
// each document, which takes longer than all the rest. Narrow faces have the 224
// runes of charset and are made once.

// narrowFace is what gofpdf wants of a face: its definition, and the font itself,
// packed. Neither is ever written to.
type narrowFace struct{ definition, font []byte }

var (
	narrowRegular = sync.OnceValue(func() narrowFace { return newNarrowFace("LiberationSans", regularTTF, regularMetrics(), 87) })
	narrowBold    = sync.OnceValue(func() narrowFace { return newNarrowFace("LiberationSans-Bold", boldTTF, boldMetrics(), 165) })
)

// addNarrow gives a document the narrow faces.
func addNarrow(pdf *gofpdf.Fpdf) {
	regular, bold := narrowRegular(), narrowBold()
	pdf.AddFontFromBytes(family, "", regular.definition, regular.font)
	pdf.AddFontFromBytes(family, "B", bold.definition, bold.font)
}

// addWide gives a document the wide faces. gofpdf writes into the bytes it is
// given; the conversion copies them.
func addWide(pdf *gofpdf.Fpdf) {
	pdf.AddUTF8FontFromBytes(family, "", []byte(regularTTF))
	pdf.AddUTF8FontFromBytes(family, "B", []byte(boldTTF))
}

// newNarrowFace cuts a font and describes it in the words of gofpdf. Inside a
// document the name of a cut font begins with six letters of any kind; stem is how
// thick its strokes are.
func newNarrowFace(name, ttf string, m metrics, stem int) narrowFace {
	small := cut(ttf, func(r rune) bool { _, ok := charset.bytes[r]; return ok })
	var font bytes.Buffer
	packer := zlib.NewWriter(&font)
	_, _ = packer.Write(small) // a buffer takes everything
	_ = packer.Close()
	tables := fontTables([]byte(ttf))
	em := int(binary.BigEndian.Uint16(tables["head"][18:]))
	thousandths := func(table string, at int) int {
		return int(int16(binary.BigEndian.Uint16(tables[table][at:]))) * 1000 / em
	}
	const nonsymbolic = 32
	definition, err := json.Marshal(map[string]any{
		"Tp": "TrueType", "Name": "SPOTCK+" + name, "File": name + ".z", "OriginalSize": len(small),
		"Cw": charset.widths(m), "Diff": charset.differences(),
		"Desc": map[string]any{
			"Ascent": thousandths("hhea", 4), "Descent": thousandths("hhea", 6), "CapHeight": thousandths("OS/2", 88),
			"Flags": nonsymbolic, "StemV": stem,
			"FontBBox": map[string]int{
				"Xmin": thousandths("head", 36), "Ymin": thousandths("head", 38),
				"Xmax": thousandths("head", 40), "Ymax": thousandths("head", 42),
			},
		},
	})
	if err != nil {
		panic(err) // texts and whole numbers only
	}
	return narrowFace{definition, font.Bytes()}
}

// widths are the advances by code.
func (e *encoding) widths(m metrics) []int {
	out := make([]int, len(e.runes))
	for code, r := range e.runes {
		out[code] = m.advance(r)
	}
	return out
}

// differences tells readers of PDF what stands in the place of Windows-1252.
func (e *encoding) differences() string {
	var out strings.Builder
	for _, s := range slots {
		fmt.Fprintf(&out, "%d /%s ", s.code, s.name)
	}
	return strings.TrimSpace(out.String())
}
