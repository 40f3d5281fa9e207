package annotate

import (
	"fmt"
	"strings"
)

// The kinds of parts that a copy may get, as the package lists them.
const (
	typeSheet  = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
	typeStyles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
	typeNotes  = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	typeShapes = "application/vnd.openxmlformats-officedocument.vmlDrawing"
)

// catalogue is the list of what every part of the package is.
type catalogue struct {
	doc    *document
	shapes bool // it knows the ending .vml
}

const cataloguePart = "[Content_Types].xml"

func (a *archive) catalogue() (*catalogue, error) {
	doc, err := a.xml(cataloguePart)
	if err != nil {
		return nil, err
	}
	c := &catalogue{doc: doc}
	for _, e := range doc.root.all("Default") {
		c.shapes = c.shapes || strings.EqualFold(e.attr("Extension"), "vml")
	}
	return c, nil
}

// list says what a new part is. Offices know shapes by their ending.
func (c *catalogue) list(part, kind string) {
	if kind != typeShapes {
		c.add(`<Override PartName="/%s" ContentType="%s"/>`, part, kind)
		return
	}
	if !c.shapes {
		c.add(`<Default Extension="%s" ContentType="%s"/>`, "vml", kind)
		c.shapes = true
	}
}

func (c *catalogue) add(format, what, kind string) {
	c.doc.add(c.doc.root, c.doc.own(fmt.Sprintf(format, escape(what), kind)))
}
