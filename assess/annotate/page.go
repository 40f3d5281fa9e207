package annotate

import (
	"fmt"
	"strings"
)

// page is a sheet of the workbook that is being changed.
type page struct {
	*book
	doc   *document
	links *relations
}

// sheetOrder is the order of what stands in a worksheet.
var sheetOrder = []string{
	"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
	"scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
	"dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
	"customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
	"picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
}

// signature is a condition that is always true, and by which a colour of this
// package is known again, also after another office has saved it.
const signature = `N("spotcheck")=0`

// mark takes old marks off a sheet and puts new ones on.
func (b *book) mark(part string, marks []mark) error {
	doc, err := b.zip.xml(part, "row") // cells are never looked at
	if err != nil {
		return err
	}
	links, err := b.zip.relations(part)
	if err != nil {
		return err
	}
	p := &page{b, doc, links}
	deselect(doc)
	p.bleach()
	p.colour(marks)
	if err := p.annotate(marks); err != nil {
		return err
	}
	links.save()
	if len(doc.edits) > 0 || len(doc.touched) > 0 {
		b.zip.put(part, doc.bytes())
	}
	return nil
}

// bleach takes the colours of an earlier copy away.
func (p *page) bleach() {
	for _, c := range p.doc.root.all("conditionalFormatting") {
		rules := c.all("cfRule")
		var ours []*element
		for _, r := range rules {
			if f := r.kid("formula"); f != nil && strings.ReplaceAll(string(f.text), " ", "") == signature {
				ours = append(ours, r)
			}
		}
		if len(ours) > 0 && len(ours) == len(rules) {
			p.doc.remove(c)
			continue
		}
		for _, r := range ours {
			p.doc.remove(r)
		}
	}
}

// mostAreas is how many areas share one rule, for their list is one attribute.
const mostAreas = 200

// colour lays the colours over the cells, behind all rules that are there.
func (p *page) colour(marks []mark) {
	priority := p.lastPriority()
	for _, kind := range []struct {
		severe bool
		look   int
	}{{true, p.looks.severe}, {false, p.looks.mild}} {
		var areas []string
		for _, m := range marks {
			if m.severe() == kind.severe {
				areas = append(areas, m.area())
			}
		}
		for len(areas) > 0 {
			n := min(len(areas), mostAreas)
			priority++
			p.doc.insert(sheetOrder, "conditionalFormatting", p.doc.own(fmt.Sprintf(
				`<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
				strings.Join(areas[:n], " "), kind.look, priority, escape(signature))))
			areas = areas[n:]
		}
	}
}

func (p *page) lastPriority() int {
	last := 0
	for _, c := range p.doc.root.all("conditionalFormatting") {
		for _, r := range c.all("cfRule") {
			last = max(last, number(r.attr("priority"), 0))
		}
	}
	return last
}
