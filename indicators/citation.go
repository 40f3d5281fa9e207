package indicators

import (
	"regexp"
	"strings"
)

// Citation points into a rule: Pasal, and below it angka, ayat, huruf.
type Citation struct {
	Source                    *Source
	Pasal, Angka, Ayat, Huruf string // Huruf may be a span, "a-j"
}

var citation = regexp.MustCompile(`^([a-z0-9-]+) Pasal ([0-9]+[A-Z]?)(?: angka ([0-9]+))?(?: ayat \(([0-9]+)\))?(?: huruf ([a-z](?:-[a-z])?))?$`)

// parseCitation splits "uu25 Pasal 37 ayat (3) huruf a-j" into the key of its
// source and the rest; ok is false where the text is no citation.
func parseCitation(s string) (key string, c Citation, ok bool) {
	m := citation.FindStringSubmatch(s)
	if m == nil {
		return "", Citation{}, false
	}
	if first, last, span := strings.Cut(m[5], "-"); span && first >= last {
		return "", Citation{}, false
	}
	return m[1], Citation{Pasal: m[2], Angka: m[3], Ayat: m[4], Huruf: m[5]}, true
}

// String is the citation as lawyers write it: "Pasal 22 ayat (2) UU 25/2009".
func (c Citation) String() string {
	var b strings.Builder
	b.WriteString("Pasal " + c.Pasal)
	if c.Angka != "" {
		b.WriteString(" angka " + c.Angka)
	}
	if c.Ayat != "" {
		b.WriteString(" ayat (" + c.Ayat + ")")
	}
	if c.Huruf != "" {
		b.WriteString(" huruf " + strings.Replace(c.Huruf, "-", " sampai dengan ", 1))
	}
	return b.String() + " " + c.Source.Cite
}

// Cite joins citations: "Pasal 15 huruf a dan Pasal 22 ayat (1) dan ayat (2)
// UU 25/2009"; articles of one source share its name, paragraphs of one article
// its number.
func Cite(list []Citation) string {
	var parts []string
	for len(list) > 0 {
		n := run(list, func(c Citation) bool { return c.Source == list[0].Source })
		var articles []string
		for same := list[:n]; len(same) > 0; {
			k := run(same, func(c Citation) bool { return c.Pasal == same[0].Pasal })
			articles = append(articles, article(same[:k]))
			same = same[k:]
		}
		parts = append(parts, And(articles)+" "+list[0].Source.Cite)
		list = list[n:]
	}
	return strings.Join(parts, "; ")
}

// article joins citations of one article.
func article(list []Citation) string {
	var words []string
	for i, c := range list {
		text := strings.TrimSuffix(c.String(), " "+c.Source.Cite)
		if i > 0 {
			text = strings.TrimPrefix(text, "Pasal "+c.Pasal+" ")
		}
		words = append(words, text)
	}
	return And(words)
}

// run counts the leading citations of which ok holds.
func run(list []Citation, ok func(Citation) bool) int {
	for i, c := range list {
		if !ok(c) {
			return i
		}
	}
	return len(list)
}

// And joins words the Indonesian way: "a", "a dan b", "a, b, dan c".
func And(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	case 2:
		return words[0] + " dan " + words[1]
	}
	return strings.Join(words[:len(words)-1], ", ") + ", dan " + words[len(words)-1]
}
