package sheet

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// readShared reads the table of texts that cells refer to by index.
func (w *Workbook) readShared(part string) error {
	src, err := w.archive.part(part)
	if err != nil {
		return err
	}
	x := newScanner(part, src, problem.Place{})
	x.root(mainSpace, "sst")
	for x.child() {
		if !x.is("si") {
			x.skip()
			continue
		}
		text := x.richText()
		switch {
		case len(w.shared) == w.lim.Cells:
			x.record(raiseRows.tooLarge(x.at, "lebih dari %d teks", w.lim.Cells))
		case tooLong(text, w.lim.Text):
			x.record(textTooLong(x.at, w.lim.Text, text))
		}
		w.shared = append(w.shared, string(text))
	}
	return x.finish()
}

// textTooLong tells of one cell's text, with how it begins: a shared one does not
// know its cells.
func textTooLong(at problem.Place, most int, text []byte) problem.Problem {
	begin := string(text[:min(len(text), 400)])
	return problem.New(problem.TooLarge, at, "teks sel lebih dari %d huruf", most).Seen(strings.ToValidUTF8(begin, "")).
		Fix("Persingkat teks di sel itu, lalu simpan ulang")
}

// richText reads an <si> or <is>: one text, or runs of differently formatted
// text. Phonetic hints above the text are not part of it. The result is valid
// until the next call.
func (x *scanner) richText() []byte {
	x.rich = x.rich[:0]
	for parts := 0; x.child(); {
		switch {
		case x.is("t"):
			x.textOnce(&parts)
		case x.is("r"):
			inRun := 0
			for x.child() {
				if x.is("t") {
					x.textOnce(&inRun)
				} else {
					x.skip()
				}
			}
			parts++
		default:
			x.skip()
		}
	}
	return x.rich
}

// textOnce reads a <t>, which comes at most once and before everything else
// that has text; before counts what came so far.
func (x *scanner) textOnce(before *int) {
	if *before > 0 {
		x.damaged("teks ganda")
	}
	*before++
	x.rich = appendUnescaped(x.rich, x.text())
}

// tooLong reports whether text has more than most characters, counted as Excel
// does: those beyond the basic plane, such as emoji, are two.
func tooLong(text []byte, most int) bool {
	if len(text) <= most {
		return false
	}
	n := utf8.RuneCount(text)
	for _, c := range text {
		if c >= 0xF0 { // begins a character of four bytes
			n++
		}
	}
	return n > most
}

// appendUnescaped appends text to dst with the format's own escapes resolved:
// _x000D_ stands for a character that XML cannot carry, _x005F_ for the
// underscore that would otherwise begin an escape. Half a surrogate pair is no
// character and stays as it is.
func appendUnescaped(dst, text []byte) []byte {
	for {
		i := bytes.Index(text, []byte("_x"))
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		r, n := escape(text)
		if n == 0 {
			dst = append(dst, "_x"...)
			n = len("_x")
		} else {
			dst = utf8.AppendRune(dst, r)
		}
		text = text[n:]
	}
}

// escape reads the escape, or pair of escapes, at the start of b; n is its
// length, 0 if there is none.
func escape(b []byte) (r rune, n int) {
	r, ok := escapeUnit(b)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, escapeLen
	}
	low, ok := escapeUnit(b[escapeLen:])
	if pair := utf16.DecodeRune(r, low); ok && pair != utf8.RuneError {
		return pair, 2 * escapeLen
	}
	return 0, 0
}

const escapeLen = len("_x0000_")

// escapeUnit reads _xHHHH_ at the start of b.
func escapeUnit(b []byte) (r rune, ok bool) {
	if len(b) < escapeLen || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	for _, c := range b[2:6] {
		d, ok := hexDigit(c)
		if !ok {
			return 0, false
		}
		r = r<<4 | d
	}
	return r, true
}

func hexDigit(c byte) (rune, bool) {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0'), true
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10, true
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10, true
	}
	return 0, false
}
