package xlsx

import (
	"fmt"
	"strings"
)

// longestFormula is Excel's limit, in characters.
const longestFormula = 8192

// resolveSheet turns the names in all formulas of s into references.
func (b *book) resolveSheet(s *sheet) {
	for row := range s.lines {
		for i := range s.lines[row].cells {
			c := &s.lines[row].cells[i]
			if c.formula == "" {
				continue
			}
			formula, err := b.resolve(c.formula, s.index)
			if err != nil {
				b.fault("%s!%s: %w", s.name, a1(point{c.col, row}), err)
			}
			c.formula = formula
		}
	}
}

// resolve writes the references of a formula of sheet here in place of the names
// in braces. Text between quotes is left alone. "{a}:{b}" is a range, of one
// sheet.
func (b *book) resolve(template string, here int) (string, error) {
	var out strings.Builder
	rest := strings.TrimPrefix(template, "=")
	last, quote := -1, false // sheet of the reference just written; inside a text
	for rest != "" {
		i := strings.IndexAny(rest, `{"`)
		if i < 0 {
			out.WriteString(rest)
			break
		}
		if rest[i] == '"' {
			quote = !quote
		}
		if rest[i] == '"' || quote {
			out.WriteString(rest[:i+1])
			rest = rest[i+1:]
			continue
		}
		ranged := last >= 0 && rest[:i] == ":"
		out.WriteString(rest[:i])
		name, tail, closed := strings.Cut(rest[i+1:], "}")
		at, known := b.names[name]
		switch {
		case !closed:
			return "", fmt.Errorf("kurung kurawal tidak ditutup dalam rumus %q", template)
		case !known:
			return "", fmt.Errorf("rumus %q merujuk nama sel %q yang tidak ada", template, name)
		case ranged && at.sheet != last:
			return "", fmt.Errorf("rentang dalam rumus %q melintasi dua lembar", template)
		}
		if at.sheet != here && !ranged {
			out.WriteString(quoted(b.sheets[at.sheet].name) + "!")
		}
		out.WriteString(a1(at.at))
		rest, last = tail, at.sheet
	}
	if out.Len() > longestFormula {
		return "", fmt.Errorf("rumus %d karakter; Excel menerima paling banyak %d", out.Len(), longestFormula)
	}
	return out.String(), nil
}
