package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible spells out what in a name or a message could move a cursor, hide a text or
// turn its direction: control and format characters, and bytes that are no letters.
func visible(text string) string { return spell(text, "") }

// spell is visible for all but the characters in kept.
func spell(text, kept string) string {
	if utf8.ValidString(text) && strings.IndexFunc(text, func(r rune) bool { return unseen(r, kept) }) < 0 {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch _, n := utf8.DecodeRuneInString(text[i:]); {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case unseen(r, kept):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unseen(r rune, kept string) bool {
	return (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029') && !strings.ContainsRune(kept, r)
}

// visibleArgs makes what is put into a message visible; the message is our own.
func visibleArgs(args []any) []any {
	out := make([]any, len(args))
	for i, arg := range args {
		switch v := arg.(type) {
		case string:
			out[i] = visible(v)
		case error:
			out[i] = visible(v.Error())
		case fmt.Stringer:
			out[i] = visible(v.String())
		default:
			out[i] = arg
		}
	}
	return out
}

// screen is a terminal that is written to through spell: results may quote names and
// notes of others, and have no business with the cursor. JSON stays the same JSON.
type screen struct {
	io.Writer
	cut []byte // of a letter whose rest is yet to come
}

func (s *screen) Write(b []byte) (int, error) {
	text := append(s.cut, b...)
	whole := len(text)
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if utf8.RuneStart(text[len(text)-n]) {
			if !utf8.FullRune(text[len(text)-n:]) {
				whole = len(text) - n
			}
			break
		}
	}
	s.cut = append([]byte{}, text[whole:]...)
	if _, err := io.WriteString(s.Writer, spell(string(text[:whole]), "\n\t")); err != nil {
		return 0, err
	}
	return len(b), nil
}
