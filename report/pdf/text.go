package pdf

import (
	"strconv"

	"spotcheck/report"
)

// lines makes a band of each line, indented, and keeps the first two and the last
// two together, so that no line of a paragraph stands alone on a page.
func (f frame) lines(lines []string, st style, indent float64, a align) []band {
	bands := make([]band, len(lines))
	for i, line := range lines {
		bands[i] = band{
			height: st.leading(),
			keep:   i < len(lines)-1 && (i == 0 || i == len(lines)-2),
			paint: func(c *canvas, x, y float64) {
				c.line(x+indent, y, f.width-indent, line, st, a)
			},
		}
	}
	return bands
}

// caption is a title above a block, kept with it.
func (f frame) caption(text string) []band {
	if text == "" {
		return nil
	}
	return f.kept(f.lines(captionStyle.wrap(text, f.width), captionStyle, 0, left), 1.2)
}

// note is small print below a block.
func (f frame) note(text string) []band {
	if text == "" {
		return nil
	}
	return spaced(1, f.lines(smallStyle.wrap(text, f.width), smallStyle, 0, left))
}

// kept keeps bands with what follows, leaving a space below them.
func (f frame) kept(bands []band, below float64) []band {
	for i := range bands {
		bands[i].keep = true
	}
	if len(bands) > 0 {
		bands[len(bands)-1].height += below
	}
	return bands
}

// chapterTitle is the title of a section with a rule below it.
func (f frame) chapterTitle(text string) []band {
	if text == "" {
		return nil
	}
	bands := f.lines(sectionStyle.wrap(text, f.width), sectionStyle, 0, left)
	bands[0].paint = outlined(bands[0].paint, 0, text)
	bands = append(bands, band{gap: 0.8, height: 1.2, paint: func(c *canvas, x, y float64) {
		c.stroke(x, y, x+f.width, y, 0.5, accent)
	}})
	return spaced(gapSection, f.kept(bands, 0))
}

// heading stands above blocks and never at the foot of a page.
func (f frame) heading(h report.Heading, outline int) []band {
	st, gap := heading1Style, 5.5
	if h.Level > 1 {
		st, gap = heading2Style, 4.2
	}
	bands := f.lines(st.wrap(h.Text, f.width), st, 0, left)
	if h.Level <= 1 {
		bands[0].paint = outlined(bands[0].paint, outline, h.Text)
	}
	return spaced(gap, f.kept(bands, 0))
}

// outlined enters a band into the outline of the document.
func outlined(paint painter, level int, text string) painter {
	const most = 120 // millimetres of body text
	entry := bodyStyle.shorten(cleanLine(text), most)
	return func(c *canvas, x, y float64) {
		if entry != "" {
			c.outline(level, entry, y)
		}
		paint(c, x, y)
	}
}

// paragraph is running text.
func (f frame) paragraph(p report.Paragraph) []band {
	switch p.Style {
	case report.Lead:
		return spaced(gapBlock, f.lines(leadStyle.wrap(p.Text, f.width), leadStyle, 0, left))
	case report.Small:
		return spaced(gapBlock*0.7, f.lines(smallStyle.wrap(p.Text, f.width), smallStyle, 0, left))
	case report.Notice:
		return f.notice(p.Text)
	}
	return spaced(gapBlock, f.lines(bodyStyle.wrap(p.Text, f.width), bodyStyle, 0, left))
}

// notice is a warning on a pale ground with a bar at the left.
func (f frame) notice(text string) []band {
	const bar, pad = 1.2, 2.2
	p := paintOf(report.Fair)
	lines := noticeStyle.wrap(text, f.width-bar-2*pad-1.5)
	bands := f.lines(lines, noticeStyle, 0, left)
	last := len(bands) - 1
	for i, b := range bands {
		top, bottom := 0.0, 0.0
		if i == 0 {
			top = pad
		}
		if i == last {
			bottom = pad
		}
		bands[i].height = top + b.height + bottom
		bands[i].paint = func(c *canvas, x, y float64) {
			// A hair more, so that no line shows between two bands.
			c.fill(x, y, f.width, top+b.height+bottom+0.05, warm)
			c.fill(x, y, bar, top+b.height+bottom+0.05, p.solid)
			b.paint(c, x+bar+pad+0.8, y+top)
		}
	}
	return spaced(gapBlock, f.together(0.5, bands))
}

// list is short texts, numbered or with dots, hanging.
func (f frame) list(l report.List) []band {
	st := bodyStyle
	markers := make([]string, len(l.Items))
	for i := range markers {
		markers[i] = "•"
		if l.Numbered {
			markers[i] = strconv.Itoa(i+1) + "."
		}
	}
	gutter := st.natural(markers...)
	indent := 2 + gutter + 2
	var bands []band
	for i, item := range l.Items {
		lines := f.lines(st.wrap(item, f.width-indent), st, indent, left)
		first := lines[0].paint
		lines[0].paint = func(c *canvas, x, y float64) {
			c.line(x+2, y, gutter, markers[i], st, right)
			first(c, x, y)
		}
		if last := len(l.Items) - 1; i == 0 && last > 0 || i == last-1 { // no item stands alone on a page
			lines[len(lines)-1].keep = true
		}
		bands = append(bands, spaced(0.8, lines)...)
	}
	return spaced(gapBlock*0.8, bands)
}

// fields is a two-column list of names and values with the colons in line.
func (f frame) fields(fields report.Fields) []band {
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = field.Name
	}
	column := min(bodyStyle.natural(names...)+2, 0.36*f.width)
	var bands []band
	for _, field := range fields {
		bands = append(bands, spaced(0.5, f.field(field, bodyStyle, column))...)
	}
	return spaced(gapBlock, f.together(0.4, bands))
}

// field is a name in a column and its value beside it, a band for each line.
func (f frame) field(field report.Field, st style, column float64) []band {
	const colon = 3.5
	names := st.wrap(field.Name, column-1)
	values := st.wrap(field.Value, f.width-column-colon)
	blank := make([]string, max(len(names), len(values)))
	bands := f.lines(blank, st, 0, left)
	for i := range bands {
		bands[i].paint = func(c *canvas, x, y float64) {
			if i < len(names) {
				c.line(x, y, column, names[i], st.in(muted), left)
			}
			if i == 0 {
				c.line(x+column, y, colon, ":", st.in(muted), left)
			}
			if i < len(values) {
				c.line(x+column+colon, y, f.width-column-colon, values[i], st, left)
			}
		}
	}
	return bands
}
