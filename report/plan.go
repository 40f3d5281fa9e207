package report

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess/calendar"
	"spotcheck/assess/plan"
	"spotcheck/indicators"
)

// PlanInput is all that the plan of work is worded from.
type PlanInput struct {
	Frame          Frame
	Entity, Period string
	Instrument     *indicators.Instrument
	Plan           *plan.Plan
}

// Detail is how much of a paper there is room for.
type Detail int

// The details: on a terminal, on paper, and in a workbook, where nothing is left out.
const (
	Brief Detail = iota
	Printed
	Whole
)

// Document is the plan of work, ready to sign. A terminal has no room for the chart of
// the days and the days off.
func (in *PlanInput) Document(detail Detail) *Document {
	brief := detail == Brief
	d := &Document{
		Title: "Rencana Kerja Penilaian Mandiri Pelayanan Publik", Subject: fmt.Sprintf("%s, periode %s", in.Entity, in.Period),
		Author: in.Frame.Office, Date: in.Frame.Date, Paper: cmp.Or(in.Frame.Paper, A4), Head: in.Frame.Head,
		Footer: fmt.Sprintf("Rencana kerja penilaian mandiri · %s · periode %s", in.Entity, in.Period), Mark: mark(true, in.Frame.Example),
	}
	loads := []Block{in.loads()}
	if !brief {
		loads = append(loads, in.signature())
	}
	d.Sections = []Section{
		{Title: "Ringkasan", Blocks: in.summary()},
		{Title: "Tidak terjadwal", Blocks: in.leftOut()},
		{Title: "Beban tim", Blocks: loads},
		{Title: "Rencana kerja", Landscape: true, NewPage: true, Blocks: []Block{in.workRows()}},
	}
	if !brief {
		d.Sections = append(d.Sections, Section{Title: "Jadwal", Landscape: true, NewPage: true, Blocks: []Block{in.chart()}})
	}
	d.Sections = append(d.Sections, Section{Title: "Daftar surat tugas", Landscape: true, NewPage: !brief, Blocks: []Block{in.letters()}})
	if !brief {
		d.Sections = append(d.Sections, Section{Title: "Hari libur", NewPage: true, Blocks: in.daysOff()})
	}
	return d
}

func (in *PlanInput) summary() []Block {
	p := in.Plan
	t := Table{Title: "Tahapan", Columns: []Column{
		{Title: "Kode", Width: 7, Align: Center}, {Title: "Tahap", Width: 26}, {Title: "Mulai", Width: 20}, {Title: "Selesai", Width: 20}, {Title: "Hari kerja", Width: 11, Align: Right},
	}}
	for _, s := range p.Stages {
		first, last := "–", "–"
		if s.Last >= s.First {
			first, last = calendar.Words(p.Days[s.First]), calendar.Words(p.Days[s.Last])
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: s.Letter}, {Text: s.Title}, {Text: first}, {Text: last}, whole(s.Last - s.First + 1)}})
	}
	blocks := []Block{Paragraph{in.lead(), Lead}}
	if n := len(p.LeftOut); n > 0 {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d dari %d unit tidak terjadwal; lihat bagian Tidak terjadwal untuk alasannya.", n, len(p.Terms.Units)), Notice})
	}
	return append(blocks, t, List{Items: in.method()})
}

// lead answers: is everybody visited, by whom, and when is it over.
func (in *PlanInput) lead() string {
	p := in.Plan
	covered := "semua"
	if len(p.LeftOut) > 0 {
		covered = fmt.Sprintf("%d dari", len(p.Visits))
	}
	text := fmt.Sprintf("%d tim mengunjungi %s %d unit dalam %d hari kerja", len(p.Terms.Teams), covered, len(p.Terms.Units), p.Length)
	switch first, last, ok := in.fieldDays(); {
	case ok && first == last:
		text += ", " + calendar.Words(first)
	case ok:
		text += fmt.Sprintf(", %s sampai %s", calendar.Words(first), calendar.Words(last))
	}
	return text + fmt.Sprintf("; laporan terbit paling lambat %s.", calendar.Words(in.issued()))
}

func (in *PlanInput) fieldDays() (first, last string, ok bool) {
	for _, s := range in.Plan.Stages {
		if s.ID == plan.Field && s.Last >= s.First {
			return in.Plan.Days[s.First], in.Plan.Days[s.Last], true
		}
	}
	return "", "", false
}

// issued is the last day of the last stage.
func (in *PlanInput) issued() string {
	p := in.Plan
	return p.Days[max(0, p.Stages[len(p.Stages)-1].Last)]
}

// method tells how the plan was made and how far it can be trusted.
func (in *PlanInput) method() []string {
	p := in.Plan
	teams := len(p.Terms.Teams)
	out := []string{
		fmt.Sprintf("Masa rencana %s sampai %s: %d hari kerja. Sabtu, Minggu, hari libur nasional, cuti bersama, dan libur setempat tidak dipakai.",
			calendar.Words(p.Terms.Start), calendar.Words(p.Terms.End), len(p.Days)),
		fmt.Sprintf("Tersedia %d hari kerja untuk kunjungan; kunjungan ke semua unit memerlukan %d hari, dibagi %d tim sedikitnya %s hari tiap tim.",
			p.Room, p.Needed, teams, Num(big.NewRat(int64(p.Needed), int64(teams)), 2)),
	}
	switch {
	case len(p.LeftOut) > 0:
		out = append(out, fmt.Sprintf("Semua kunjungan bersama tidak mungkin selesai dalam kurang dari %d hari kerja.", p.Bound))
	case p.Length == p.Bound:
		out = append(out, fmt.Sprintf("Kunjungan selesai dalam %d hari kerja; tidak ada pembagian yang lebih singkat.", p.Length))
	default:
		out = append(out, fmt.Sprintf("Kunjungan selesai dalam %d hari kerja; tidak ada pembagian yang kurang dari %d hari. Pembagian ini baik, tetapi tidak terbukti yang terbaik.", p.Length, p.Bound))
	}
	out = append(out, "Cara membagi: kunjungan terlama lebih dahulu, masing-masing kepada tim yang paling awal selesai; satu unit dikunjungi satu tim pada hari kerja berturut-turut.")
	return append(out, "Lama kunjungan menurut jenis unit dan lama tahapan ditetapkan sendiri (spotcheck.yaml, kunci plan); tidak ada ketentuan yang menetapkannya.")
}

// signature leaves the day open: the date of the round is that of its results.
func (in *PlanInput) signature() Signatures {
	s := in.Frame.Inspector
	return Signatures{{Above: []string{cmp.Or(in.Frame.Place, "…………………") + ", …………………………", s.Title}, Name: s.Name, Rank: s.Rank, NIP: s.NIP}}
}

// workRows are the rows of a yearly plan of supervision: one for each unit.
func (in *PlanInput) workRows() Table {
	p := in.Plan
	t := Table{Columns: []Column{
		{Title: "No", Width: 5, Align: Center}, {Title: "Objek", Width: 34}, {Title: "Jenis", Width: 14}, {Title: "Produk", Width: 8, Align: Right}, {Title: "Tim", Width: 10}, {Title: "Peran", Width: 44},
		{Title: "Mulai", Width: 15}, {Title: "Selesai", Width: 15}, {Title: "Hari pengawasan", Width: 12, Align: Right}, {Title: "Orang-hari", Width: 8, Align: Right}, {Title: "Laporan terbit", Width: 15},
	}, Frozen: 2, Filter: true,
		Note: "Penanggung Jawab dan Pengendali Teknis tercantum pada Daftar surat tugas. Hari pengawasan: hari kerja di unit. Orang-hari: hari itu kali banyaknya Ketua Tim dan Anggota; pengertian hari pengawasan pada PKPT setempat dapat berbeda."}
	days, people := 0, 0
	for i, v := range p.Visits {
		team := p.Terms.Teams[v.Team]
		days, people = days+v.Length(), people+v.Length()*team.Visitors()
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			whole(i + 1), {Text: v.Unit.Name}, {Text: in.Instrument.TypeTitle(v.Unit.Type)}, whole(len(v.Unit.Products)), {Text: team.Name}, {Text: roles(team, plan.Leader, plan.Fellow)},
			{Text: calendar.Words(p.Days[v.First])}, {Text: calendar.Words(p.Days[v.Last])}, whole(v.Length()), whole(v.Length() * team.Visitors()), {Text: calendar.Words(in.issued())},
		}})
	}
	total := Row{Strong: true, Cells: make([]Cell, len(t.Columns))}
	total.Cells[1].Text, total.Cells[8], total.Cells[9] = "Jumlah", whole(days), whole(people)
	t.Rows = append(t.Rows, total)
	return t
}

// whole is a count.
func whole(n int) Cell { return Cell{Text: fmt.Sprint(n), Number: &Number{Value: float64(n)}} }

// roles lists who has these roles in a team: "Ketua Tim: A; Anggota: B, C".
func roles(t plan.Team, which ...string) string {
	var out []string
	for _, role := range which {
		if names := t.Named(role); len(names) > 0 {
			out = append(out, role+": "+strings.Join(names, ", "))
		}
	}
	return strings.Join(out, "; ")
}

// loads are the teams with what each has to do.
func (in *PlanInput) loads() Table {
	p := in.Plan
	t := Table{Columns: []Column{
		{Title: "Tim", Width: 20}, {Title: "Unit", Width: 8, Align: Right}, {Title: "Hari kerja", Width: 11, Align: Right}, {Title: "Sisa hari", Width: 10, Align: Right},
		{Title: "Orang di lapangan", Width: 12, Align: Right}, {Title: "Orang-hari", Width: 11, Align: Right},
	}, Note: fmt.Sprintf("Sisa hari: dari %d hari kerja yang tersedia untuk kunjungan.", p.Room)}
	units, days, people := 0, 0, 0
	for _, l := range p.Loads {
		team := p.Terms.Teams[l.Team]
		units, days, people = units+l.Units, days+l.Days, people+l.Days*team.Visitors()
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: team.Name}, whole(l.Units), whole(l.Days), whole(p.Room - l.Days), whole(team.Visitors()), whole(l.Days * team.Visitors())}})
	}
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: "Jumlah"}, whole(units), whole(days), {}, {}, whole(people)}})
	return t
}

// letters are the letters of assignment to be written, one for each team.
func (in *PlanInput) letters() Table {
	p := in.Plan
	t := Table{Columns: []Column{
		{Title: "No", Width: 5, Align: Center}, {Title: "Nomor dan tanggal surat tugas", Width: 24}, {Title: "Tim", Width: 10}, {Title: "Susunan tim", Width: 40},
		{Title: "Unit yang dikunjungi", Width: 48}, {Title: "Mulai", Width: 15}, {Title: "Selesai", Width: 15}, {Title: "Hari kerja", Width: 8, Align: Right},
	}, Note: "Nomor dan tanggal diisi saat surat tugas diterbitkan."}
	for i, l := range p.Loads {
		if l.Units == 0 {
			continue
		}
		var units []string
		first, last := len(p.Days), 0
		for _, v := range p.Visits {
			if v.Team == i {
				units = append(units, fmt.Sprintf("%s (%s)", v.Unit.Name, in.when(v)))
				first, last = min(first, v.First), max(last, v.Last)
			}
		}
		team := p.Terms.Teams[i]
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			whole(len(t.Rows) + 1), {Text: "…", Input: true}, {Text: team.Name}, {Text: roles(team, plan.Roles...)}, {Text: clip(strings.Join(units, "; "), cellMost)},
			{Text: calendar.Words(p.Days[first])}, {Text: calendar.Words(p.Days[last])}, whole(l.Days),
		}})
	}
	return t
}

// when is a visit as short as it can be told: "2 April 2026", "2–7 April 2026".
func (in *PlanInput) when(v plan.Visit) string {
	first, last := calendar.Words(in.Plan.Days[v.First]), calendar.Words(in.Plan.Days[v.Last])
	day, month, _ := strings.Cut(first, " ")
	switch {
	case first == last:
		return first
	case strings.HasSuffix(last, month):
		return day + "–" + last
	}
	return first + "–" + last
}

func (in *PlanInput) leftOut() []Block {
	p := in.Plan
	if len(p.LeftOut) == 0 {
		return []Block{Paragraph{Text: fmt.Sprintf("Tidak ada: semua %d unit dalam daftar unit terjadwal.", len(p.Terms.Units))}}
	}
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 16}, {Title: "Unit", Width: 34}, {Title: "Jenis", Width: 14}, {Title: "Perlu (hari)", Width: 8, Align: Right}, {Title: "Tersisa (hari)", Width: 9, Align: Right}, {Title: "Alasan", Width: 56},
	}}
	for _, l := range p.LeftOut {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: l.Unit.ID}, {Text: l.Unit.Name}, {Text: in.Instrument.TypeTitle(l.Unit.Type)}, whole(l.Needs), whole(l.Left), {Text: p.Why(l)}}})
	}
	return []Block{t}
}

func (in *PlanInput) daysOff() []Block {
	p := in.Plan
	t := Table{Columns: []Column{{Title: "Tanggal", Width: 26}, {Title: "Hari libur", Width: 34}, {Title: "Jenis", Width: 14}, {Title: "Keyakinan", Width: 14}, {Title: "Sumber", Width: 44}},
		Note: "Hari libur dalam masa rencana yang tidak jatuh pada Sabtu atau Minggu."}
	for _, h := range p.Terms.Calendar.Off(p.Terms.Start, p.Terms.End) {
		trust, source := dash(provenanceWords[h.Trust]), h.Source
		if source == "" {
			source = "daftar hari libur putaran ini"
		}
		t.Rows = append(t.Rows, Row{Cells: cells(calendar.Weekday(h.Day)+", "+calendar.Words(h.Day), h.Name, string(h.Kind), trust, source)})
	}
	blocks := []Block{t}
	if len(t.Rows) == 0 {
		blocks = []Block{Paragraph{Text: "Tidak ada hari libur selain Sabtu dan Minggu dalam masa rencana."}}
	}
	for _, year := range calendar.Years(p.Terms.Start, p.Terms.End) {
		if !p.Terms.Calendar.Known(year) {
			blocks = append(blocks, Paragraph{fmt.Sprintf("Hari libur %s yang berpindah tiap tahun belum diketahui program ini.", year), Notice})
		}
	}
	return blocks
}
