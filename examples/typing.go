package examples

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/indicators"
)

func (p *paper) write(sheet string, column, row int, text string) error {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	return p.file.SetCellStr(sheet, name, text)
}

// field fills a row of Identitas.
func (p *paper) field(label, text string) error {
	c, ok := p.fields[label]
	if !ok {
		return fmt.Errorf("sheet %s has no %q", sheetIdentity, label)
	}
	return p.write(c.sheet, c.column, c.row, text)
}

// answer fills the cells of one answer.
func (p *paper) answer(n *indicators.Node, u assess.Unit, a assess.Answer) error {
	k := rowKey{a.Indicator, a.Respondent}
	if a.Product != "" {
		k.slot = p.slotOf(u, a.Product)
	}
	at, ok := p.rows[k]
	if !ok {
		return fmt.Errorf("the form does not ask %s of %q", k.indicator, k.slot)
	}
	typed := []field{{headAnswer, choice(n, a)}, {headNote, a.Note}, {headEvidence, a.Evidence}}
	if a.Layer == assess.Verifikasi {
		typed = []field{{headVerdict, choice(n, a)}, {headRemark, a.Note}}
	}
	for _, f := range typed {
		if f.text == "" {
			continue
		}
		if at.columns[f.label] == noColumn {
			return fmt.Errorf("sheet %s has no column %q", at.sheet, f.label)
		}
		if err := p.write(at.sheet, at.columns[f.label], at.number, f.text); err != nil {
			return err
		}
	}
	return nil
}

// slotOf is the code beside which Identitas prints the product's name.
func (p *paper) slotOf(u assess.Unit, id string) string {
	i := slices.IndexFunc(u.Products, func(o assess.Product) bool { return o.ID == id })
	for n := 1; i >= 0; n++ {
		code := fmt.Sprintf(productCode, n)
		c, ok := p.fields[code]
		if !ok {
			return ""
		}
		if c.text == u.Products[i].Name {
			return code
		}
	}
	return ""
}

// choice is the entry of the drop-down list, or the number as people type it.
func choice(n *indicators.Node, a assess.Answer) string {
	if a.State == assess.NA {
		return notApplicable
	}
	if i := n.Scale.Position(a.Value); i >= 0 {
		return n.Scale.Levels[i].Option()
	}
	return indicators.Comma(a.Value)
}
