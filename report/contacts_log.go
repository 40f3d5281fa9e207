package report

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/assess/supervision"
)

// monthWords is a month such as 2026-09 as "September 2026".
func monthWords(month string) string {
	_, words, _ := strings.Cut(calendar.Words(month+"-01"), " ")
	return words
}

var logSigns = []Legend{
	{"A", "diawasi atasan langsung", Good}, {"AI", "diawasi atasan langsung dan inspektorat", Good}, {"I", "diawasi inspektorat saja", Fair},
	{"?", "ada catatan, tetapi tidak satu pun menyebut bukti", Blank}, {"–", "tidak ada catatan", Bad},
}

func logSign(s supervision.State) HeatCell {
	letter := "–"
	switch {
	case s.Superior == supervision.Proven && s.Inspectorate == supervision.Proven:
		letter = "AI"
	case s.Superior == supervision.Proven:
		letter = "A"
	case s.Inspectorate == supervision.Proven:
		letter = "I"
	case s != supervision.State{}:
		letter = "?"
	}
	i := slices.IndexFunc(logSigns, func(l Legend) bool { return l.Letter == letter })
	return HeatCell{letter, logSigns[i].Tone}
}

// supervisionSections are the map of units and months, and the months that are open:
// a sheet each.
func (in *Input) supervisionSections(o ContactOptions) []Section {
	l := o.Log
	h := Heat{Corner: "Unit, bulan diawasi atasan dan inspektorat", Legend: logSigns}
	for _, m := range l.Span {
		year, number, _ := strings.Cut(m, "-")
		h.Columns = append(h.Columns, HeatColumn{Code: number, Title: monthWords(m), Group: year})
	}
	gaps := Table{Columns: []Column{
		{Title: "Unit", Width: 32}, {Title: "Atasan", Width: 11, Align: Center}, {Title: "Inspektorat", Width: 11, Align: Center}, {Title: "Tanpa pengawasan atasan langsung", Width: 50}, {Title: "Hanya catatan tanpa bukti", Width: 24}, {Title: "Catatan inspektorat terakhir", Width: 18},
	}, Frozen: 1, Filter: true}
	whole, units := 0, in.contactUnits(o)
	for _, u := range units {
		log := l.Unit(u.Unit.ID)
		if log == nil {
			log = &supervision.Unit{}
		}
		a, i := log.Count(supervision.Proven, supervision.Superior), log.Count(supervision.Proven, supervision.Inspectorate)
		if a == supervision.SpanMonths {
			whole++
		}
		row := HeatRow{Label: u.Unit.Name, Lead: []Cell{{Text: fmt.Sprintf("A %d, I %d", a, i)}}}
		for _, m := range log.Months {
			row.Cells = append(row.Cells, logSign(m))
		}
		h.Rows = append(h.Rows, row)
		gaps.Rows = append(gaps.Rows, Row{Cells: []Cell{
			{Text: u.Unit.Name}, {Text: fmt.Sprintf("%d dari %d", a, supervision.SpanMonths)}, {Text: fmt.Sprintf("%d dari %d", i, supervision.SpanMonths)},
			{Text: monthsWhere(l, log, func(s supervision.State) bool { return s.Superior != supervision.Proven })}, {Text: monthsWhere(l, log, func(s supervision.State) bool { return s.By(supervision.Bys...) == supervision.Unproven })},
			{Text: dash(calendar.Words(log.Last(supervision.Inspectorate)))},
		}})
	}
	text := fmt.Sprintf("Dari %s sampai %s, %d dari %d unit mempunyai catatan pengawasan atasan langsung setiap bulan.", monthWords(l.Span[0]), monthWords(l.Span[supervision.SpanMonths-1]), whole, len(units))
	blocks := []Block{Paragraph{text, Lead}}
	if o.Refused > 0 {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d isian catatan pengawasan ditolak karena tidak sah dan tidak ikut dihitung; bulan yang tampak kosong mungkin ada di antaranya.", o.Refused), Notice})
	}
	return []Section{
		{Title: "Pengawasan per bulan", Sheet: "Pengawasan", Landscape: true, NewPage: true, Blocks: append(blocks, Paragraph{spanNote, Small}, h)},
		{Title: "Bulan yang kosong", Landscape: true, Blocks: []Block{gaps}},
	}
}

const spanNote = "Dihitung dua belas bulan penuh sampai tanggal laporan. Bulan dihitung diawasi bila sedikitnya satu catatannya memuat uraian dan menyebut bukti. Catatan inspektorat dari pemeriksaan yang sedang dilaporkan tidak dihitung, supaya putaran ini tidak menilai dirinya sendiri."

// monthsWhere lists months, "semua" where all are meant.
func monthsWhere(l *supervision.Log, u *supervision.Unit, ok func(supervision.State) bool) string {
	var out []string
	for i, s := range u.Months {
		if ok(s) {
			out = append(out, monthWords(l.Span[i]))
		}
	}
	if len(out) == supervision.SpanMonths {
		return "semua bulan"
	}
	return dash(strings.Join(out, ", "))
}
