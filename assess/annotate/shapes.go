package annotate

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"spotcheck/assess/sheet"
)

// Offices draw notes from a drawing in an old language (VML) beside the notes'
// texts: one box per note, which names its cell by row and column from 0.

const (
	vmlSpaces = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	noteBox   = "_x0000_t202"
	boxType   = `<v:shapetype` + vmlSpaces + ` id="` + noteBox + `" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	vmlEnd = "</xml>"
)

// shapeBlock is how many numbers of shapes belong together.
const shapeBlock = 1024

// shapes draws the boxes of new notes and takes those of notes that are gone away.
func (p *page) shapes(fresh []mark, gone map[string]bool) error {
	legacy := p.doc.root.kid("legacyDrawing")
	part := ""
	if legacy != nil {
		part = p.links.target(legacy.link())
	}
	if part != "" && p.zip.has(part) {
		old, err := p.zip.part(part)
		if err != nil {
			return err
		}
		next, err := p.redraw(old, fresh, gone)
		p.zip.put(part, next)
		return err
	}
	if len(fresh) == 0 {
		return nil
	}
	if legacy != nil {
		p.doc.remove(legacy) // it leads nowhere
	}
	part = p.beside("drawings/vmlDrawing%d.vml")
	p.types.list(part, typeShapes)
	id := p.links.add(p.linkSpace, "vmlDrawing", part)
	p.doc.insert(sheetOrder, "legacyDrawing", p.doc.own(fmt.Sprintf(`<legacyDrawing xmlns:r="%s" r:id="%s"/>`, p.linkSpace, id)))
	p.zip.put(part, []byte(p.drawing(fresh)))
	return nil
}

// drawing is a drawing of boxes alone.
func (p *page) drawing(marks []mark) string {
	first := p.blocks + 1
	p.blocks += len(marks)/shapeBlock + 1
	var blocks []string
	for n := first; n <= p.blocks; n++ {
		blocks = append(blocks, strconv.Itoa(n))
	}
	return `<xml` + vmlSpaces + `><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + strings.Join(blocks, ",") + `"/></o:shapelayout>` +
		boxType + p.boxes(marks, first*shapeBlock+1) + vmlEnd
}

var shapeID = regexp.MustCompile(`_x0000_s([0-9]{1,9})`)

// redraw changes a drawing of another program. Such drawings need not be sound
// XML; then boxes are added only, and a box without a note shows nothing.
func (p *page) redraw(vml []byte, fresh []mark, gone map[string]bool) ([]byte, error) {
	if d, err := parse(vml); err == nil {
		for _, s := range d.root.kids {
			if gone[cellOf(s)] {
				d.remove(s)
			}
		}
		vml = d.bytes()
	}
	end := bytes.LastIndex(vml, []byte(vmlEnd))
	if end < 0 {
		return nil, errShape
	}
	next := 0
	for _, m := range shapeID.FindAllSubmatch(vml, -1) {
		next = max(next, number(string(m[1]), 0))
	}
	more := p.boxes(fresh, next+1)
	if more != "" && !bytes.Contains(vml, []byte(`"`+noteBox+`"`)) {
		more = boxType + more
	}
	return slices.Concat(vml[:end], []byte(more), vml[end:]), nil
}

// cellOf is the address of the cell that a box belongs to; empty for drawings of
// other kinds.
func cellOf(shape *element) string {
	for _, data := range shape.kids {
		if data.name.Local != "ClientData" {
			continue
		}
		row, col := -1, -1
		for _, k := range data.kids {
			switch n := number(strings.TrimSpace(string(k.text)), -1); k.name.Local {
			case "Row":
				row = n
			case "Column":
				col = n
			}
		}
		if row >= 0 && col >= 0 {
			return sheet.Ref(row+1, col+1)
		}
	}
	return ""
}

// boxes are the shapes of notes, numbered from id.
func (p *page) boxes(marks []mark, id int) string {
	var b strings.Builder
	g := p.geometry()
	for i, m := range marks {
		fmt.Fprintf(&b, `<v:shape%s id="_x0000_s%d" type="#%s" style="position:absolute;margin-left:60pt;margin-top:2pt;width:%dpx;height:%dpx;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
			`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
			`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			vmlSpaces, id+i, noteBox, boxWidth, boxHeight(m), i+1, g.anchor(m.at, boxWidth, boxHeight(m)), m.at.Top-1, m.at.Left-1)
	}
	return b.String()
}

// The size of boxes in pixels.
const (
	boxWidth   = 330
	lineChars  = 48
	linePixels = 15
	boxLeast   = 70
	boxMost    = 480
)

// boxHeight is what the words of a mark need.
func boxHeight(m mark) int {
	lines := 0
	for _, p := range m.problems {
		head, rest := words(p)
		for _, paragraph := range strings.Split(head+"\n"+rest+"\n", "\n") {
			lines += 1 + utf8.RuneCountInString(paragraph)/lineChars
		}
	}
	return min(max(lines*linePixels, boxLeast), boxMost)
}
