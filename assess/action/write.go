package action

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/calendar"
	"spotcheck/assess/sheet"
)

// The rows of the sheet above its items.
const (
	rowGroups = 4
	rowHeads  = 5
)

// Write writes the workbook of a plan, its replies still open. Equal Plans give equal
// bytes.
func Write(w io.Writer, p *Plan) error {
	grids := []*grid{guideGrid(p), planGrid(p)}
	if len(p.Past) > 0 {
		grids = append(grids, pastGrid(p))
	}
	return writeBook(w, p, append(grids, metaGrid(p)))
}

// planGrid is the sheet of the plan.
func planGrid(p *Plan) *grid {
	l := layoutOf(p)
	g := &grid{
		name: sheetPlan, frozen: [2]int{rowHeads, keyColumns}, heads: [2]int{rowGroups, rowHeads}, keys: keyColumns, split: l.at(secondPage),
	}
	for _, c := range l {
		g.widths = append(g.widths, c.width)
	}
	g.title(p, l)
	g.head(l)
	for _, i := range p.Items {
		n := g.add(0, l.row(i)...)
		g.lines[n-1].grows = true
	}
	if last := len(g.lines); last > rowHeads {
		g.filter = sheet.Ref(rowHeads, 1) + ":" + sheet.Ref(last, len(l))
		g.status = l.down(colStatus, rowHeads+1, last)
		g.lists = l.validations(p, rowHeads+1, last)
	} else {
		g.add(18, cell{style: styleSubtitle, text: "Tidak ada kesenjangan yang perlu ditindaklanjuti."})
	}
	return g
}

// title adds the rows above the heads. What stands in the key columns, which every
// page repeats, fits into them.
func (g *grid) title(p *Plan, l layout) {
	row := func(height float64, style styleID, first, left, right string) {
		cells := make([]cell, len(l))
		cells[0] = cell{style: style, text: first}
		cells[keyColumns] = cell{style: styleNote, text: left}
		cells[g.split-1] = cell{style: styleNote, text: right}
		g.add(height, cells...)
	}
	state := p.Instrument.Short
	if p.Date != "" {
		state += " · menurut keadaan " + calendar.Words(p.Date)
	}
	row(22, styleTitle, "Rencana Aksi Perbaikan", state, "")
	row(16, styleSubtitle, p.Entity, "Penilaian mandiri; bukan nilai resmi dan bukan temuan pelanggaran.", "Kolom kuning diisi unit, kolom hijau diisi Inspektorat; yang tidak diisi berarti belum ditindaklanjuti.")
	row(14, styleNote, fmt.Sprintf("Periode %s · %d rencana aksi", p.Period, len(p.Items)), "", "Poin adalah perkiraan sampai penilaian berikutnya memverifikasinya.")
}

// about names what the plan is for.
func (p *Plan) about() string {
	text := fmt.Sprintf("%s · periode %s · %s · %d rencana aksi", p.Entity, p.Period, p.Instrument.Short, len(p.Items))
	if p.Date != "" {
		text += " · menurut keadaan " + calendar.Words(p.Date)
	}
	return text
}

// layout is the columns of a plan in their order.
type layout []column

// layoutOf leaves out the past where there is none.
func layoutOf(p *Plan) layout {
	out := slices.Clone(layout(columns[:]))
	if p.From == "" {
		out = slices.DeleteFunc(out, func(c column) bool { return c.id == colHistory })
	}
	return out
}

// at is where a column stands, from 1.
func (l layout) at(id columnID) int {
	return 1 + slices.IndexFunc(l, func(c column) bool { return c.id == id })
}

// down is a range within one column.
func (l layout) down(id columnID, first, last int) string {
	return sheet.Ref(first, l.at(id)) + ":" + sheet.Ref(last, l.at(id))
}

// head adds the two rows of heads.
func (g *grid) head(l layout) {
	parts, heads := make([]cell, len(l)), make([]cell, len(l))
	first, part := 0, 0
	for i, c := range l {
		if c.id > groups[part].last {
			first, part = i, part+1
			parts[i].text = groups[part].text
		}
		parts[i].style = groups[part].style
		parts[first].span = i - first + 1
		style := styleHead
		switch {
		case c.id >= colStatus:
			style = styleHeadVerdict
		case looks[c.style].unlocked:
			style = styleHeadInput
		}
		heads[i] = cell{style: style, text: c.head}
	}
	g.add(16, parts...)
	g.add(0, heads...)
}

// row is one item.
func (l layout) row(i Item) []cell {
	out := make([]cell, len(l))
	for n, c := range l {
		at := &out[n]
		at.style = c.style
		switch {
		case c.id == colDue && i.Due != "":
			at.number = serial(i.Due)
		case c.value != nil:
			at.text = c.value(i)
		case c.style == styleNumber || c.style == styleWhole:
			at.text = "–"
			if v := i.number(c.id); v != nil {
				f, _ := v.Float64()
				at.text, at.number = "", &f
			}
		}
	}
	return out
}

// serial is how a workbook counts days.
func serial(day string) *float64 {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil
	}
	n := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	return &n
}

// validations are the drop-downs and the bounds of days.
func (l layout) validations(p *Plan, first, last int) []*excelize.DataValidation {
	out := []*excelize.DataValidation{
		list(l.down(colAccepted, first, last), []string{string(Accepted), string(Declined)}),
		list(l.down(colStatus, first, last), StatusWords()),
	}
	for _, id := range []columnID{colAgreed, colDate} {
		out = append(out, p.days(l.down(id, first, last), sheet.Ref(first, l.at(id))))
	}
	return out
}

func list(cells string, words []string) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Sqref = cells
	_ = v.SetDropList(words) // words without commas, and few
	v.SetError(excelize.DataValidationErrorStyleStop, "Tidak ada dalam daftar", "Pilih dari daftar di sel ini; klik panah di sisi kanan sel.")
	return v
}

// days lets through texts, which only the reader can judge, and days from the round's
// on.
func (p *Plan) days(cells, first string) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Sqref, v.Type = cells, "custom"
	from := p.Date
	if from == "" {
		from = "2000-01-01"
	}
	v.Formula1 = fmt.Sprintf("OR(ISTEXT(%[1]s),%[1]s&gt;=%.0[2]f)", first, *serial(from))
	v.SetError(excelize.DataValidationErrorStyleStop, "Tanggal", dayHint(p))
	return v
}

func dayHint(p *Plan) string {
	if p.Date == "" {
		return "Tulis tanggal, misalnya 16 Maret 2026."
	}
	return "Tulis tanggal, misalnya 16 Maret 2026, tidak lebih awal daripada tanggal putaran, " + calendar.Words(p.Date) + "."
}
