package annotate

import (
	"fmt"
	"strconv"
	"strings"
)

// looks are the numbers under which the styles of a copy stand in its workbook.
type looks struct {
	severe, mild int // formats of marks
	cells        [styleCount]int
}

// style is a kind of cell of the list.
type style int

const (
	styleTitle style = iota
	styleLine
	styleAdvice
	styleHead
	styleText
	styleNumber
	styleLink
	styleSevere
	styleMild
	styleCount
)

// The colours. None tells anything alone: marks have a frame and a note, the list
// says the words.
const (
	inkSevere  = "FF9C0006"
	fillSevere = "FFFFC7CE"
	edgeSevere = "FFC00000"
	inkMild    = "FF7A4B00"
	fillMild   = "FFFFE699"
	edgeMild   = "FFBF8F00"
	inkLink    = "FF0563C1"
	inkHead    = "FFFFFFFF"
	fillHead   = "FF1F3864"
	lineGrey   = "FFAEB6C2"
)

// paint is what a style is made of: a font, a fill, a border as the format writes
// them, and how text lies.
type paint struct {
	font, fill, border, align string
}

func font(rest, ink string) string {
	return `<font>` + rest + `<sz val="10"/><color rgb="` + ink + `"/><name val="Arial"/><family val="2"/></font>`
}

func fill(colour string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="` + colour + `"/><bgColor rgb="` + colour + `"/></patternFill></fill>`
}

func border(colour string) string {
	var b strings.Builder
	for _, side := range []string{"left", "right", "top", "bottom"} {
		fmt.Fprintf(&b, `<%[1]s style="thin"><color rgb="%[2]s"/></%[1]s>`, side, colour)
	}
	return `<border>` + b.String() + `</border>`
}

const (
	inkPlain  = "FF1F2A3C"
	alignTop  = `<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>`
	alignWide = `<alignment vertical="top" wrapText="1"/>`
	alignMid  = `<alignment horizontal="center" vertical="top" wrapText="1"/>`
	titleFont = `<font><b/><sz val="14"/><color rgb="` + fillHead + `"/><name val="Arial"/><family val="2"/></font>`
)

var paints = [styleCount]paint{
	styleTitle:  {font: titleFont},
	styleLine:   {font: font("", inkPlain)},
	styleAdvice: {font: font("", inkPlain), align: alignWide},
	styleHead:   {font: font("<b/>", inkHead), fill: fill(fillHead), border: border(lineGrey), align: alignMid},
	styleText:   {font: font("", inkPlain), border: border(lineGrey), align: alignTop},
	styleNumber: {font: font("", inkPlain), border: border(lineGrey), align: alignMid},
	styleLink:   {font: font("<u/>", inkLink), border: border(lineGrey), align: alignMid},
	styleSevere: {font: font("<b/>", inkSevere), fill: fill(fillSevere), border: border(edgeSevere), align: alignMid},
	styleMild:   {font: font("<b/>", inkMild), fill: fill(fillMild), border: border(edgeMild), align: alignMid},
}

// shade is the format of a mark; it lies over the cell's own style.
func shade(ink, colour, edge string) string {
	return `<dxf><font><b/><color rgb="` + ink + `"/></font>` + fill(colour) + border(edge) + `</dxf>`
}

// styleOrder is the order of the lists of styles.
var styleOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

// defaults are what stands first in a list that the workbook does not have: cells
// without a style take the first of it.
var defaults = map[string][]string{
	"fonts":        {`<font><sz val="10"/><name val="Arial"/><family val="2"/></font>`},
	"fills":        {`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`},
	"borders":      {`<border><left/><right/><top/><bottom/><diagonal/></border>`},
	"cellStyleXfs": {`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
	"cellXfs":      {`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`},
}

// styles are the lists of styles while they grow.
type styles struct {
	doc   *document
	lists map[string]*styleList
}

// styleList is one of them. at is where it stands; nil: it is new.
type styleList struct {
	at    *element
	count int
	items []string
}

// dress puts the styles of marks and list behind those of the workbook.
func (b *book) dress() error {
	part := b.links.first("styles")
	if part == "" {
		part = b.beside("styles%d.xml")
		b.zip.put(part, []byte(declaration+`<styleSheet xmlns="`+b.sheetSpace+`"></styleSheet>`))
		b.types.list(part, typeStyles)
		b.links.add(b.linkSpace, "styles", part)
	}
	doc, err := b.zip.xml(part)
	if err != nil {
		return err
	}
	s := &styles{doc: doc, lists: map[string]*styleList{}}
	s.list("cellStyleXfs")
	for i, p := range paints {
		b.looks.cells[i] = s.cell(p)
	}
	b.looks.severe = s.put("dxfs", shade(inkSevere, fillSevere, edgeSevere))
	b.looks.mild = s.put("dxfs", shade(inkMild, fillMild, edgeMild))
	s.finish()
	b.zip.put(part, doc.bytes())
	return nil
}

// cell puts a style of cells together; parts that it leaves open are the first of
// their lists.
func (s *styles) cell(p paint) int {
	index := func(name, item string) int {
		if item == "" {
			return 0
		}
		return s.put(name, item)
	}
	return s.put("cellXfs", fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">%s</xf>`,
		index("fonts", p.font), index("fills", p.fill), index("borders", p.border), p.align))
}

// list finds a list, or begins one.
func (s *styles) list(name string) *styleList {
	if l := s.lists[name]; l != nil {
		return l
	}
	l := &styleList{}
	if l.at = s.doc.root.kid(name); l.at != nil {
		l.count = len(l.at.kids)
	}
	if l.count == 0 {
		l.items = append(l.items, defaults[name]...)
	}
	s.lists[name] = l
	return l
}

// put appends an item, or finds it among those of this copy; it gives its number.
func (s *styles) put(name, item string) int {
	l := s.list(name)
	for i, old := range l.items {
		if old == item {
			return l.count + i
		}
	}
	l.items = append(l.items, item)
	return l.count + len(l.items) - 1
}

// finish writes the lists into the part.
func (s *styles) finish() {
	for _, name := range styleOrder {
		l := s.lists[name]
		if l == nil || len(l.items) == 0 {
			continue
		}
		count := strconv.Itoa(l.count + len(l.items))
		if l.at == nil {
			s.doc.insert(styleOrder, name, s.doc.own("<"+name+` count="`+count+`">`+strings.Join(l.items, "")+"</"+name+">"))
			continue
		}
		s.doc.set(l.at, "count", count)
		for _, item := range l.items {
			s.doc.add(l.at, s.doc.own(item))
		}
	}
}
