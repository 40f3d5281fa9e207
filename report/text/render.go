package text

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"spotcheck/report"
)

// least is the narrowest width that is drawn for.
const least = 40

// Render writes the document in lines of at most width runes; 0 is unlimited, and
// widths below 40 are taken as 40. A document that holds a block of a type unknown
// here is refused, no text is.
func Render(w io.Writer, d *report.Document, width int) error {
	if d == nil {
		return errors.New("report/text: no document")
	}
	p := &printer{}
	if width > 0 {
		p.width = max(width, least)
	}
	p.opening(d)
	for i, section := range d.Sections {
		if err := p.section(section); err != nil {
			return fmt.Errorf("report/text: section %d: %w", i+1, err)
		}
	}
	if footer := clean(d.Footer); footer != "" {
		p.gap()
		p.rule('-')
		p.wrapped("", footer)
	}
	if _, err := w.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("report/text: %w", err)
	}
	return nil
}

// printer collects lines.
type printer struct {
	out   bytes.Buffer
	width int  // 0 is unlimited
	apart bool // a blank line is due before the next one
}

// line writes one line.
func (p *printer) line(s string) {
	if p.apart && p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	p.apart = false
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// gap leaves one blank line between what was written and what follows.
func (p *printer) gap() { p.apart = true }

// wrapped writes a text whose lines after the first are indented as far as the
// first is by its marker.
func (p *printer) wrapped(marker, text string) {
	lines := wrap(clean(text), p.room(runes(marker)))
	for i, line := range lines {
		if i == 1 {
			marker = spaces(runes(marker))
		}
		p.line(marker + line)
	}
}

// room is what the width leaves beside some columns; 0 is unlimited.
func (p *printer) room(taken int) int {
	if p.width == 0 {
		return 0
	}
	return max(p.width-taken, 1)
}

// rule writes a line across the page.
func (p *printer) rule(r rune) {
	width := p.width
	if width == 0 {
		width = 72
	}
	p.line(strings.Repeat(string(r), width))
}

// underlined writes a title with a line below it, as long as its longest line.
func (p *printer) underlined(text string, r rune) {
	lines := wrap(clean(text), p.width)
	long := 0
	for _, line := range lines {
		p.line(line)
		long = max(long, runes(line))
	}
	p.line(strings.Repeat(string(r), long))
}

// opening is what stands on top: letterhead, mark, title and subject.
func (p *printer) opening(d *report.Document) {
	if d.Head != nil {
		for _, part := range []string{d.Head.Government, d.Head.Office, d.Head.Address, d.Head.Contact} {
			if part = clean(part); part != "" {
				p.wrapped("", part)
			}
		}
		p.rule('=')
		p.gap()
	}
	if title := clean(d.Title); title != "" {
		p.wrapped("", title)
	}
	if subject := clean(d.Subject); subject != "" {
		p.wrapped("", subject)
	}
	if mark := clean(d.Mark); mark != "" {
		p.wrapped("*** ", mark+" ***")
	}
}

// section is a title and its blocks.
func (p *printer) section(s report.Section) error {
	if title := clean(s.Title); title != "" {
		p.gap()
		p.underlined(title, '=')
	}
	for i, b := range s.Blocks {
		p.gap()
		if err := p.block(b); err != nil {
			return fmt.Errorf("block %d: %w", i+1, err)
		}
	}
	return nil
}

// block draws one block.
func (p *printer) block(b report.Block) error {
	switch b := b.(type) {
	case report.Heading:
		p.heading(b)
	case report.Paragraph:
		p.paragraph(b)
	case report.List:
		p.list(b)
	case report.Fields:
		p.fields(b, "")
	case report.Figures:
		p.figures(b)
	case report.Bars:
		p.bars(b)
	case report.Table:
		p.table(b)
	case report.Heat:
		p.heat(b)
	case report.Strip:
		p.strip(b)
	case report.Card:
		p.card(b)
	case report.Signatures:
		p.signatures(b)
	default:
		return fmt.Errorf("unknown block %T", b)
	}
	return nil
}
