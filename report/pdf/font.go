package pdf

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

//go:embed font/LiberationSans-Regular.ttf
var regularTTF string

//go:embed font/LiberationSans-Bold.ttf
var boldTTF string

// family is the name of the typeface inside a document.
const family = "liberationsans"

// noGlyph marks a rune that a font cannot draw.
const noGlyph = -1

// metrics are the advances of the runes of the basic plane, in thousandths of
// the type size.
type metrics []int16

// Parsed once, because every document needs them and the font never changes.
var (
	regularMetrics = sync.OnceValue(func() metrics { return readMetrics(regularTTF) })
	boldMetrics    = sync.OnceValue(func() metrics { return readMetrics(boldTTF) })
)

// advance is the width of a rune; 0 for one without a glyph.
func (m metrics) advance(r rune) int {
	if !m.has(r) {
		return 0
	}
	return int(m[r])
}

// has tells whether the font can draw a rune.
func (m metrics) has(r rune) bool {
	return r > 0 && int(r) < len(m) && m[r] != noGlyph
}

// readMetrics reads character map and advances of an embedded TrueType font. It
// trusts the font: a test compares every rune with what gofpdf reads.
func readMetrics(ttf string) metrics {
	tables := fontTables([]byte(ttf))
	em := int(binary.BigEndian.Uint16(tables["head"][18:]))
	advances := glyphAdvances(tables, em)
	m := make(metrics, 0x10000)
	for i := range m {
		m[i] = noGlyph
	}
	readCharacterMap(unicodeMap(tables["cmap"]), func(r, glyph int) {
		if r != 0 && r != 0xFFFF && glyph != 0 && glyph < len(advances) {
			m[r] = advances[glyph]
		}
	})
	return m
}

// fontTables is the directory of a TrueType file.
func fontTables(ttf []byte) map[string][]byte {
	tables := map[string][]byte{}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range n {
		entry := ttf[12+16*i:]
		at := binary.BigEndian.Uint32(entry[8:])
		size := binary.BigEndian.Uint32(entry[12:])
		tables[string(entry[:4])] = ttf[at : at+size]
	}
	return tables
}

// glyphAdvances is the width of every glyph; glyphs past the last metric repeat it.
func glyphAdvances(tables map[string][]byte, em int) []int16 {
	glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	metricsCount := int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	advances := make([]int16, glyphs)
	for i := range advances {
		at := 4 * min(i, metricsCount-1)
		raw := float64(binary.BigEndian.Uint16(tables["hmtx"][at:]))
		advances[i] = int16(math.Round(raw * 1000 / float64(em)))
	}
	return advances
}

// unicodeMap finds the format 4 subtable for Unicode, the one gofpdf uses.
func unicodeMap(cmap []byte) []byte {
	n := int(binary.BigEndian.Uint16(cmap[2:]))
	for i := range n {
		entry := cmap[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(entry), binary.BigEndian.Uint16(entry[2:])
		table := cmap[binary.BigEndian.Uint32(entry[4:]):]
		unicode := platform == 0 || platform == 3 && encoding == 1
		if unicode && binary.BigEndian.Uint16(table) == 4 {
			return table
		}
	}
	return nil
}

// readCharacterMap calls found for every pair of rune and glyph of a format 4
// subtable: four parallel arrays of segments, then glyph numbers.
func readCharacterMap(table []byte, found func(r, glyph int)) {
	if table == nil {
		return
	}
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(table[at:])) }
	size, segments := u16(2), u16(6)/2
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	for s := range segments {
		first, last := u16(starts+2*s), u16(ends+2*s)
		delta, offset := u16(deltas+2*s), u16(offsets+2*s)
		for r := first; r <= last; r++ {
			glyph := r
			if offset != 0 {
				at := offsets + 2*s + offset + 2*(r-first)
				if at >= size {
					continue
				}
				if glyph = u16(at); glyph == 0 {
					continue
				}
			}
			found(r, (glyph+delta)&0xFFFF)
		}
	}
}
