package text

import (
	"strconv"
	"strings"

	"spotcheck/report"
)

func (p *printer) heading(h report.Heading) {
	if h.Level > 1 {
		p.wrapped("", h.Text)
		return
	}
	p.underlined(h.Text, '-')
}

// paragraph is running text; a warning has a mark at its left.
func (p *printer) paragraph(b report.Paragraph) {
	if b.Style != report.Notice {
		p.wrapped("", b.Text)
		return
	}
	for _, line := range wrap(clean(b.Text), p.room(2)) {
		p.line("! " + line)
	}
}

func (p *printer) list(l report.List) {
	gutter := len(strconv.Itoa(len(l.Items)))
	for i, item := range l.Items {
		marker := "- "
		if l.Numbered {
			number := strconv.Itoa(i + 1)
			marker = spaces(gutter-len(number)) + number + ". "
		}
		p.wrapped(marker, item)
	}
}

// fields are names and values with the colons in line.
func (p *printer) fields(fields report.Fields, indent string) {
	names := column{}
	for _, field := range fields {
		names.width = max(names.width, longest(clean(field.Name)))
	}
	if p.width > 0 {
		names.width = min(names.width, (p.width-len(indent))/3)
	}
	for _, field := range fields {
		lines := wrap(clean(field.Name), names.width)
		last := len(lines) - 1
		for _, line := range lines[:last] {
			p.line(indent + line)
		}
		p.wrapped(indent+names.pad(lines[last])+" : ", field.Value)
	}
}

// figures are one line each: label, value, note.
func (p *printer) figures(figures report.Figures) {
	for _, figure := range figures {
		line := flat(figure.Label) + ": " + flat(figure.Value)
		if note := flat(figure.Note); note != "" {
			line += " (" + note + ")"
		}
		p.wrapped("", line)
	}
}

// card is a head line and fields below it, indented.
func (p *printer) card(c report.Card) {
	var head []string
	for _, part := range []string{flat(c.Code), flat(c.Title)} {
		if part != "" {
			head = append(head, part)
		}
	}
	if badge := flat(c.Badge); badge != "" {
		head = append(head, "["+badge+"]")
	}
	p.wrapped("* ", strings.Join(head, "  "))
	p.fields(c.Fields, "    ")
}

// dots is a missing part of a signature.
const dots = "........................"

// signatures stand one below the other: a terminal is not signed on.
func (p *printer) signatures(all report.Signatures) {
	for i, s := range all {
		if i > 0 {
			p.gap()
		}
		for _, line := range s.Above {
			p.wrapped("", line)
		}
		p.gap()
		p.wrapped("", orDots(s.Name))
		p.wrapped("", orDots(s.Rank))
		number := orDots(s.NIP)
		if !strings.HasPrefix(strings.ToUpper(number), "NIP") {
			number = "NIP. " + number
		}
		p.wrapped("", number)
	}
}

func orDots(part string) string {
	if part = clean(part); part == "" {
		return dots
	}
	return part
}
