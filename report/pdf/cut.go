package pdf

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
)

// character is a rune and the number of its glyph.
type character struct{ r, glyph int }

// cut makes a small TrueType font of an embedded one: the outlines of these runes
// and of what they are composed of. Glyphs keep their numbers. It has no name, for
// it only ever stands inside documents.
func cut(ttf string, has func(rune) bool) []byte {
	tables := fontTables([]byte(ttf))
	var chars []character
	readCharacterMap(unicodeMap(tables["cmap"]), func(r, glyph int) {
		if has(rune(r)) {
			chars = append(chars, character{r, glyph})
		}
	})
	kept := outlines{tables["loca"], tables["glyf"], map[int]bool{}}
	kept.add(0) // what stands for a missing glyph
	for _, c := range chars {
		kept.add(c.glyph)
	}
	glyphs := slices.Max(slices.Collect(maps.Keys(kept.used))) + 1
	out := map[string][]byte{"cmap": characterMap(chars)}
	for _, tag := range []string{"head", "hhea", "maxp", "cvt ", "fpgm", "prep"} {
		out[tag] = slices.Clone(tables[tag])
	}
	clear(out["head"][8:12]) // the sum of a whole file, which a font inside a document need not have
	out["glyf"], out["loca"], out["hmtx"] = kept.tables(tables["hmtx"], glyphs)
	binary.BigEndian.PutUint16(out["maxp"][4:], uint16(glyphs))
	binary.BigEndian.PutUint16(out["hhea"][34:], uint16(glyphs))
	return assemble(out)
}

// outlines are the glyphs of a font and those of them that are used. Offsets are
// four bytes, and every glyph has a width of its own: so they are in our fonts.
type outlines struct {
	loca, glyf []byte
	used       map[int]bool
}

func (o outlines) glyph(n int) []byte {
	return o.glyf[binary.BigEndian.Uint32(o.loca[4*n:]):binary.BigEndian.Uint32(o.loca[4*n+4:])]
}

// add marks a glyph and its components as used.
func (o outlines) add(n int) {
	if o.used[n] {
		return
	}
	o.used[n] = true
	glyph := o.glyph(n)
	if len(glyph) == 0 || glyph[0] < 0x80 { // a negative number of contours: composed
		return
	}
	const wide, scaled, more, twice, matrix = 1, 8, 0x20, 0x40, 0x80 // flags of a component
	for at, flags := 10, more; flags&more != 0; {
		flags = int(binary.BigEndian.Uint16(glyph[at:]))
		o.add(int(binary.BigEndian.Uint16(glyph[at+2:])))
		at += 6
		if flags&wide != 0 {
			at += 2
		}
		switch {
		case flags&scaled != 0:
			at += 2
		case flags&twice != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
	}
}

// tables are the outlines, where each begins, and the widths; those of unused
// glyphs are empty.
func (o outlines) tables(hmtx []byte, glyphs int) (glyf, loca, widths []byte) {
	widths = make([]byte, 4*glyphs)
	for n := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if o.used[n] {
			glyf = append(glyf, o.glyph(n)...)
			copy(widths[4*n:4*n+4], hmtx[4*n:])
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), widths
}

// characterMap is a table with one subtable of format 4 for Unicode, one segment
// for each rune.
func characterMap(chars []character) []byte {
	chars = append(slices.Clone(chars), character{0xFFFF, 0}) // ends the list
	slices.SortFunc(chars, func(a, b character) int { return cmp.Compare(a.r, b.r) })
	n := uint16(len(chars))
	power, log := uint16(1), uint16(0) // for searching by halves
	for power*2 <= n {
		power, log = power*2, log+1
	}
	words := []uint16{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2 * (n - power)}
	for _, c := range chars {
		words = append(words, uint16(c.r))
	}
	words = append(words, 0)
	for _, c := range chars {
		words = append(words, uint16(c.r))
	}
	for _, c := range chars {
		words = append(words, uint16(c.glyph-c.r))
	}
	words = append(words, make([]uint16, n)...)
	var out []byte
	for _, w := range words {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	return out
}

// assemble writes a TrueType file: a directory, then the tables, each from a
// multiple of four.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	n := uint16(len(tags))
	power, log := uint16(1), uint16(0)
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, w := range []uint16{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	at := uint32(12 + 16*len(tags))
	var body []byte
	for _, tag := range tags {
		data := tables[tag]
		padded := append(slices.Clip(data), make([]byte, -len(data)&3)...)
		out = append(out, tag...)
		for _, v := range []uint32{checksum(padded), at + uint32(len(body)), uint32(len(data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, padded...)
	}
	return append(out, body...)
}

// checksum adds up words of four bytes.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for i := 0; i < len(data); i += 4 {
		sum += binary.BigEndian.Uint32(data[i:])
	}
	return sum
}
