package annotate

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// author is who signs the notes.
const author = "spotcheck"

// noteSign begins what this package says in a note, and is how it knows its words
// again; gap parts them from what people wrote there.
const (
	noteSign = author + " S"
	gap      = "\n\n"
)

// notes are the notes of a sheet. written are those that stay, by address.
type notes struct {
	*document
	list, authors *element
	written       map[string]*element
}

// annotate takes old notes off the page and puts those of marks on.
func (p *page) annotate(marks []mark) error {
	part := p.links.first("comments")
	if part == "" && len(marks) == 0 {
		return nil
	}
	if part == "" {
		part = p.beside("comments%d.xml")
		p.zip.put(part, []byte(declaration+`<comments xmlns="`+p.sheetSpace+`"><authors></authors><commentList></commentList></comments>`))
		p.types.list(part, typeNotes)
		p.links.add(p.linkSpace, "comments", part)
	}
	doc, err := p.zip.xml(part)
	if err != nil {
		return err
	}
	n := &notes{doc, doc.root.kid("commentList"), doc.root.kid("authors"), map[string]*element{}}
	if n.list == nil || n.authors == nil {
		return errShape
	}
	gone := n.clear()
	var fresh []mark
	for _, m := range marks {
		if old := n.written[m.ref()]; old != nil {
			n.extend(old, m)
		} else {
			fresh = append(fresh, m)
		}
	}
	n.write(fresh)
	if len(n.edits) > 0 || len(n.touched) > 0 {
		p.zip.put(part, n.bytes())
	}
	if len(fresh)+len(gone) == 0 {
		return nil
	}
	return p.shapes(fresh, gone)
}

// clear takes the words of earlier copies away; it gives the cells whose notes are
// gone.
func (n *notes) clear() map[string]bool {
	gone := map[string]bool{}
	for _, c := range n.list.all("comment") {
		ref, texts, all := c.attr("ref"), textsOf(c.kid("text")), ""
		for _, t := range texts {
			all += string(t.text)
		}
		if strings.HasPrefix(all, noteSign) {
			n.remove(c)
			gone[ref] = true
			continue
		}
		n.written[ref] = c
		if i := strings.Index(all, gap+noteSign); i >= 0 {
			n.cut(texts, i)
		}
	}
	return gone
}

// textsOf are the texts of a note in order, plain or in runs.
func textsOf(rich *element) []*element {
	out := rich.all("t")
	for _, r := range rich.all("r") {
		out = append(out, r.all("t")...)
	}
	return out
}

// cut leaves the first size bytes of all texts together.
func (n *notes) cut(texts []*element, size int) {
	for _, t := range texts {
		if size < len(t.text) {
			n.content(t, escape(string(t.text[:max(size, 0)])))
		}
		size -= len(t.text)
	}
}

// extend puts what is to be said behind a note that a person wrote: a cell has
// room for one note. A text that stands alone becomes a run like those behind it.
func (n *notes) extend(old *element, m mark) {
	rich := old.kid("text")
	if rich == nil {
		n.add(old, n.own("<text>"+runs(m)+"</text>"))
		return
	}
	var last *element
	for _, k := range rich.kids {
		switch k.name.Local {
		case "t":
			n.before(k, n.own("<r>"))
			n.after(k, n.own("</r>"))
			last = k
		case "r":
			last = k
		}
	}
	more := n.own(run("", gap) + runs(m))
	if last == nil {
		n.add(rich, more)
		return
	}
	n.after(last, more)
}

// write adds notes to cells that have none.
func (n *notes) write(marks []mark) {
	if len(marks) == 0 {
		return
	}
	by := -1
	names := n.authors.all("author")
	for i, a := range names {
		if string(a.text) == author {
			by = i
		}
	}
	if by < 0 {
		by = len(names)
		n.add(n.authors, n.own("<author>"+author+"</author>"))
	}
	for _, m := range marks {
		n.add(n.list, n.own(fmt.Sprintf(`<comment ref="%s" authorId="%d"><text>%s</text></comment>`, m.ref(), by, runs(m))))
	}
}

// runs are the words of a mark, in the format's rich text.
func runs(m mark) string {
	var b strings.Builder
	for i, p := range m.problems {
		head, rest := words(p)
		if i > 0 {
			head = gap + head
		}
		b.WriteString(run("<b/>", head) + run("", "\n"+rest))
	}
	return b.String()
}

func run(look, text string) string {
	return `<r><rPr>` + look + `<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">` + escape(literal(text)) + `</t></r>`
}

// mostAdvice is how long a remedy may be in a note; the list has all of it.
const mostAdvice = 500

// words are what a note says of a problem.
func words(p problem.Problem) (head, rest string) {
	fix := remedy(p)
	if utf8.RuneCountInString(fix) > mostAdvice {
		fix = sentence(p.Remedy)
	}
	rest = sentence(p.Message)
	if fix != "" {
		rest += "\nPerbaikan: " + fix
	}
	return fmt.Sprintf("%s %s (%s)", author, p.Code, severityWords[p.Severity]), rest
}
