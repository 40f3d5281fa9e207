package format

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/strictyaml"
)

// width is where long texts are folded and short mappings no longer fit a line.
const width = 120

// Encode writes a file as YAML, always the same: keys in the order of the table,
// words and numbers plain, texts quoted, long ones folded, short mappings in one
// line, and blank lines around the sections that do not fit one.
func Encode(v Value) []byte {
	root := Root.drawing("", v)
	if len(root.parts) == 0 {
		return []byte("{}\n")
	}
	var out strings.Builder
	before := false
	for i, p := range root.parts {
		text := p.lines(0, "")
		section := len(p.parts) > 0 && strings.Count(text, "\n") > 1
		if i > 0 && (before || section) {
			out.WriteByte('\n')
		}
		out.WriteString(text)
		before = section
	}
	return []byte(out.String())
}

// drawing is a value as it will stand in YAML: a text, or parts in brackets.
type drawing struct {
	key      string // with its colon; empty in a list
	text     string // as it was
	short    string // as it stands in one line
	brackets string // "[]" or "{}"; empty for a text
	parts    []drawing
	open     bool // never in one line
}

func (ks *Keys) drawing(key string, v Value) drawing {
	d := drawing{key: key, brackets: "{}"}
	for _, k := range ks.On(ks.SideOf(v)) {
		if part := v.Get(k.Name); part != nil {
			d.parts = append(d.parts, ks.part(k, *part))
			d.open = d.open || d.parts[len(d.parts)-1].open
		}
	}
	return d
}

func (ks *Keys) part(k Key, v Value) drawing {
	below := ks.Below(k)
	if k.Kind == Mapping {
		return below.drawing(k.Name+":", v)
	}
	if k.Kind.InCell() && !k.Kind.IsList() {
		return text(k.Name+":", k.Kind, v.Text)
	}
	d := drawing{key: k.Name + ":", brackets: "[]", open: below != nil && len(v.Items) > 0}
	for _, it := range v.Items {
		name := ""
		if k.Kind == Entries || k.Kind == Pairs {
			name = word(it.Name) + ":"
		}
		switch {
		case below != nil:
			d.parts = append(d.parts, below.drawing(name, it))
		case k.Kind == Pairs:
			d.parts = append(d.parts, text(name, k.Each, it.Text))
		default:
			d.parts = append(d.parts, text(name, k.Kind, it.Text))
		}
	}
	if k.Kind == Entries || k.Kind == Pairs {
		d.brackets = "{}"
	}
	return d
}

func text(key string, kind Kind, s string) drawing {
	return drawing{key: key, text: s, short: scalar(kind, s)}
}

// line is d behind its key in one line.
func (d drawing) line() string {
	if d.brackets == "" {
		return d.short
	}
	parts := make([]string, len(d.parts))
	for i, p := range d.parts {
		parts[i] = strings.TrimPrefix(p.key+" "+p.line(), " ")
	}
	return d.brackets[:1] + strings.Join(parts, ", ") + d.brackets[1:]
}

// lines is d on lines of its own, each begun with spaces, the first with lead
// behind them, such as "- ".
func (d drawing) lines(indent int, lead string) string {
	start := strings.Repeat(" ", indent) + lead + d.key
	if d.key != "" {
		start += " "
	}
	inner := indent + len(lead) + 2
	if d.brackets == "" {
		return start + d.block(inner, width-utf8.RuneCountInString(start)) + "\n"
	}
	if !d.open {
		if line := d.line(); len(d.parts) == 0 || utf8.RuneCountInString(start+line) <= width {
			return start + line + "\n"
		}
	}
	var out strings.Builder
	for i, p := range d.parts {
		switch {
		case d.brackets == "[]":
			out.WriteString(p.lines(inner, "- "))
		case d.key == "" && i == 0: // a record begins behind its dash
			out.WriteString(p.lines(indent, lead))
		case d.key == "":
			out.WriteString(p.lines(inner-2, ""))
		default:
			out.WriteString(p.lines(inner, ""))
		}
	}
	if d.key == "" {
		return out.String()
	}
	return strings.TrimSuffix(start, " ") + "\n" + out.String()
}

// block is a text as it stands best: in one line where there is room for it, or
// folded or line by line below its key.
func (d drawing) block(indent, room int) string {
	lines, mark := strings.Split(d.text, "\n"), "|-"
	if len(lines) == 1 && utf8.RuneCountInString(d.short) > room {
		lines, mark = fold(d.text, width-indent), ">-"
	}
	if len(lines) == 1 {
		return d.short
	}
	for i, line := range lines {
		if strings.TrimSpace(line) != line || strings.ContainsFunc(line, special) || line == "" && (i == 0 || mark == ">-") {
			return d.short // where a block would mean something else
		}
		if line != "" {
			mark += "\n" + strings.Repeat(" ", indent) + line
		} else {
			mark += "\n"
		}
	}
	return mark
}

// fold breaks a text between its words.
func fold(text string, room int) []string {
	var out []string
	line, used := "", 0
	for i, w := range strings.Split(text, " ") {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
			line, used = w, n
		case used+1+n > room:
			out = append(out, line)
			line, used = w, n
		default:
			line, used = line+" "+w, used+1+n
		}
	}
	return append(out, line)
}

var (
	plainWord = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._/-]*$`)
	plainDate = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	reserved  = regexp.MustCompile(`^(?i:null|true|false|yes|no|on|off|y|n)$`)
)

// word is a name as it may stand in YAML.
func word(s string) string {
	if plainWord.MatchString(s) && !reserved.MatchString(s) {
		return s
	}
	return quote(s)
}

// scalar is a text in one line.
func scalar(kind Kind, text string) string {
	switch kind {
	case ID, Name, Names, Choice:
		return word(text)
	case Decimal, Whole:
		if _, ok := strictyaml.ParseDecimal(text); ok {
			return text
		}
	case Date:
		if plainDate.MatchString(text) {
			return text
		}
	}
	return quote(text)
}

func quote(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case special(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// special are the characters that YAML does not take as they are, and those that
// it, or an editor, takes for the end of a line.
func special(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}
