package pdf

import (
	"fmt"

	"spotcheck/report"
)

// The space above blocks.
const (
	gapBlock   = 3.2
	gapSection = 8.0
)

// section measures a chapter: its title and its blocks.
func (f frame) section(s report.Section) ([]band, error) {
	bands := f.chapterTitle(s.Title)
	nested := 0 // outline level of headings
	if cleanLine(s.Title) != "" {
		nested = 1
	}
	for i, b := range s.Blocks {
		more, err := f.block(b, nested)
		if err != nil {
			return nil, fmt.Errorf("block %d: %w", i+1, err)
		}
		if _, signed := b.(report.Signatures); signed && len(bands) > 0 {
			bands[len(bands)-1].keep = true // no signature on a page of its own
		}
		bands = append(bands, more...)
	}
	return bands, nil
}

// block measures one block.
func (f frame) block(b report.Block, outline int) ([]band, error) {
	switch b := b.(type) {
	case report.Heading:
		return f.heading(b, outline), nil
	case report.Paragraph:
		return f.paragraph(b), nil
	case report.List:
		return f.list(b), nil
	case report.Fields:
		return f.fields(b), nil
	case report.Figures:
		return f.figures(b), nil
	case report.Bars:
		return f.bars(b), nil
	case report.Table:
		return f.table(b), nil
	case report.Heat:
		return f.heat(b), nil
	case report.Strip:
		return f.strip(b), nil
	case report.Card:
		return f.card(b), nil
	case report.Signatures:
		return f.signatures(b), nil
	}
	return nil, fmt.Errorf("unknown block %T", b)
}
