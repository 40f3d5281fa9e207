package annotate

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// element is an XML element by its place in its part: the start tag is
// [from,open), the content [open,shut), the end tag [shut,to). An element that
// closes itself has open, shut and to in one place.
type element struct {
	name                 xml.Name // Space is the prefix as written
	attrs                []xml.Attr
	text                 []byte // its own, entities resolved
	kids                 []*element
	from, open, shut, to int
	added                []string // to stand behind the content
	touched              bool     // has other attributes or more content than in src
}

// maxElements bounds a part of which every element is kept.
const maxElements = 300_000

var errShape = errors.New("susunan XML tidak dikenal")

// parse finds the elements of a part. Elements named in leaves are kept without
// what is in them, which is read over.
func parse(src []byte, leaves ...string) (*document, error) {
	p := &parser{d: xml.NewDecoder(bytes.NewReader(src)), leaves: leaves}
	for {
		at := int(p.d.InputOffset())
		t, err := p.d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if err := p.token(t, at); err != nil {
			return nil, err
		}
	}
	if p.root == nil || len(p.path) > 0 {
		return nil, errShape
	}
	return &document{src: src, root: p.root}, nil
}

// parser builds the tree. path are the elements open; hidden the names of those
// below a leaf.
type parser struct {
	d      *xml.Decoder
	leaves []string
	root   *element
	path   []*element
	hidden []xml.Name
	count  int
}

func (p *parser) token(t xml.Token, at int) error {
	end := int(p.d.InputOffset())
	switch t := t.(type) {
	case xml.StartElement:
		return p.start(t, at, end)
	case xml.EndElement:
		return p.end(t.Name, at, end)
	case xml.CharData:
		if len(p.path) > 0 && len(p.hidden) == 0 {
			up := p.path[len(p.path)-1]
			up.text = append(up.text, t...)
		}
	case xml.Directive:
		return errShape // no part of a workbook declares a document type
	}
	return nil
}

func (p *parser) start(t xml.StartElement, at, end int) error {
	if len(p.hidden) > 0 || len(p.path) > 0 && slices.Contains(p.leaves, p.path[len(p.path)-1].name.Local) {
		p.hidden = append(p.hidden, t.Name)
		return nil
	}
	if p.count++; p.count > maxElements || len(p.path) == 0 && p.root != nil {
		return errShape
	}
	e := &element{name: t.Name, attrs: slices.Clone(t.Attr), from: at, open: end}
	if len(p.path) == 0 {
		p.root = e
	} else {
		up := p.path[len(p.path)-1]
		up.kids = append(up.kids, e)
	}
	p.path = append(p.path, e)
	return nil
}

func (p *parser) end(name xml.Name, at, end int) error {
	if n := len(p.hidden); n > 0 {
		if p.hidden[n-1] != name {
			return errShape
		}
		p.hidden = p.hidden[:n-1]
		return nil
	}
	n := len(p.path)
	if n == 0 || p.path[n-1].name != name {
		return errShape
	}
	p.path[n-1].shut, p.path[n-1].to = at, end
	p.path = p.path[:n-1]
	return nil
}

// kid is the first child of that name and of the element's own namespace; nil if
// there is none.
func (e *element) kid(name string) *element {
	for _, k := range e.all(name) {
		return k
	}
	return nil
}

// all are the children of that name and of the element's own namespace.
func (e *element) all(name string) []*element {
	if e == nil {
		return nil
	}
	var out []*element
	for _, k := range e.kids {
		if k.name.Local == name && k.name.Space == e.name.Space {
			out = append(out, k)
		}
	}
	return out
}

// attr is an attribute without prefix; empty if absent.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// link is the attribute id of the relationships' namespace, whatever its prefix.
func (e *element) link() string {
	for _, a := range e.attrs {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// namespace is what the prefix of the element stands for, if it is declared on
// the element itself, as on roots.
func (e *element) namespace() string {
	want := xml.Name{Local: "xmlns"}
	if e.name.Space != "" {
		want = xml.Name{Space: "xmlns", Local: e.name.Space}
	}
	for _, a := range e.attrs {
		if a.Name == want {
			return a.Value
		}
	}
	return ""
}

// tag is the start tag as it is to be now.
func (e *element) tag(closed bool) string {
	var b strings.Builder
	b.WriteString("<" + qualified(e.name))
	for _, a := range e.attrs {
		fmt.Fprintf(&b, ` %s="%s"`, qualified(a.Name), escape(a.Value))
	}
	if closed {
		b.WriteByte('/')
	}
	return b.String() + ">"
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// escape makes text fit for content and attributes.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
