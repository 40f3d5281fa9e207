package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/assess/calendar"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// FollowUp is the report on how far the plan of action of the round has come. problems
// are those of the plans that came back; detail lists every action.
func (in *Input) FollowUp(s *tracking.Standing, problems problem.List, detail bool) *Document {
	d := in.document("Pemantauan Tindak Lanjut", fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period), in.result().Entity.Complete())
	d.Sections = []Section{
		{Title: "Ringkasan", Blocks: in.followSummary(s, problems)},
		{Title: "Lewat tenggat", Landscape: true, NewPage: true, Blocks: in.overdueBlocks(s)},
		{Title: "Per unit", Landscape: true, Blocks: []Block{in.followUnits(s)}},
		{Title: "Per pelaksana", Landscape: true, Blocks: in.followPeople(s)},
	}
	if detail {
		d.Sections = append(d.Sections, Section{Title: "Rincian tindak lanjut", Landscape: true, NewPage: true, Blocks: []Block{followRows(s)}})
	}
	if len(s.Closed) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Sudah tertutup", Landscape: true, Blocks: []Block{
			Paragraph{"Kesenjangan ini tercantum dalam rencana aksi yang diterima kembali, tetapi menurut jawaban yang sekarang sudah tidak ada. Tidak ikut dihitung di lembar lain.", Plain}, in.closedRows(s),
		}})
	}
	if len(problems) > 0 {
		told := *in
		told.Problems = problems
		d.Sections = append(d.Sections, Section{Title: "Masalah rencana aksi", Landscape: true, Blocks: []Block{told.problemTable()}})
	}
	return d
}

// forecastNote keeps a reader from taking a forecast for a score.
const forecastNote = "Poin dan nilai sesudah tindak lanjut adalah perkiraan: putaran ini dihitung ulang seolah-olah indikatornya sudah pada tingkat tertinggi. Baru menjadi nilai setelah penilaian berikutnya memverifikasinya."

func (in *Input) followSummary(s *tracking.Standing, problems problem.List) []Block {
	out := []Block{Paragraph{followAnswer(s), Lead}}
	if in.result().Entity.Exact != nil {
		out = append(out, in.followFigures(s), Paragraph{in.followForecast(s), Plain})
	}
	out = append(out, Paragraph{forecastNote, Notice})
	if n := problems.Errors(); n > 0 {
		out = append(out, Paragraph{fmt.Sprintf("%d isian atau berkas rencana aksi ditolak dan tidak ikut dihitung; daftarnya di bagian Masalah rencana aksi.", n), Notice})
	}
	return append(append(out, in.classTable(s)), in.notices(in.result().Entity)...)
}

// followAnswer is the sentence that the reader came for.
func followAnswer(s *tracking.Standing) string {
	t := s.All
	if t.Rows == 0 {
		return "Tidak ada kesenjangan, jadi tidak ada rencana aksi."
	}
	var words []string
	for _, c := range action.Statuses {
		words = append(words, fmt.Sprintf("%d %s", t.Of(c), c))
	}
	text := fmt.Sprintf("Dari %d rencana aksi: %s", t.Rows, indicators.And(words))
	if t.Declined > 0 {
		text += fmt.Sprintf("; %d tidak diterima", t.Declined)
	}
	if share := t.Completion(); share != nil {
		text += fmt.Sprintf(". Tingkat penyelesaian %s.", percent(share))
	} else {
		text += "."
	}
	if s.AsOf == "" || t.Overdue == 0 {
		return text
	}
	return text + fmt.Sprintf(" Lewat tenggat per %s: %d.", calendar.Words(s.AsOf), t.Overdue)
}

func (in *Input) followFigures(s *tracking.Standing) Figures {
	at := func(label string, score assess.Score) Figure {
		return Figure{label, in.score(score.Rounded), verdict(score.Band), tone(score.Band)}
	}
	out := Figures{
		at(in.word()+" sekarang", s.Now.Entity), at("Dengan yang Sesuai (perkiraan)", s.Done.Entity), at("Bila janji ditepati (perkiraan)", s.Kept.Entity),
	}
	if share := s.All.Completion(); share != nil {
		out = append(out, Figure{"Tingkat penyelesaian", percent(share), fmt.Sprintf("%d dari %d Sesuai", s.All.Of(action.Fulfilled), s.All.Counted()), Accent})
	}
	return out
}

// followForecast says what was regained and what is promised.
func (in *Input) followForecast(s *tracking.Standing) string {
	before, done, kept := s.Now.Entity, s.Done.Entity, s.Kept.Entity
	gained, more := new(big.Rat).Sub(done.Exact, before.Exact), new(big.Rat).Sub(kept.Exact, done.Exact)
	promised := 0
	for _, r := range s.Rows {
		if r.Promised {
			promised++
		}
	}
	return fmt.Sprintf("Yang sudah Sesuai diperkirakan mengembalikan %s poin: dari %s menjadi %s. Bila %d rencana aksi lain yang diterima juga ditepati, bertambah %s poin, menjadi %s.",
		Num(gained, 2), in.placed(before.Exact), in.placed(done.Exact), promised, Num(more, 2), in.placed(kept.Exact))
}

// classTable counts the classes, with what they weigh.
func (in *Input) classTable(s *tracking.Standing) Table {
	t := Table{Title: "Rencana aksi menurut kelas", Columns: []Column{
		{Title: "No.", Width: 5, Align: Center}, {Title: "Kelas", Width: 34}, {Title: "Jumlah", Width: 9, Align: Right}, {Title: "Bagian", Width: 9, Align: Right}, {Title: "Poin pemda", Width: 12, Align: Right},
	}, Note: "Kelas menurut Peraturan BPK 2/2017. Baris yang belum diisi dihitung Belum ditindaklanjuti. Bagian dihitung dari rencana aksi yang tidak ditolak unit. Poin: yang hilang karena kesenjangannya."}
	lost := map[action.Status]*big.Rat{}
	declined := new(big.Rat)
	for _, c := range action.Statuses {
		lost[c] = new(big.Rat)
	}
	for _, r := range s.Rows {
		if sum := lost[r.Class]; r.Declined {
			declined.Add(declined, r.Item.EntityLost)
		} else {
			sum.Add(sum, r.Item.EntityLost)
		}
	}
	for i, c := range action.Statuses {
		share := "–"
		if n := s.All.Counted(); n > 0 {
			share = percent(big.NewRat(int64(s.All.Of(c)), int64(n)))
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: fmt.Sprint(i + 1)}, {Text: string(c), Tone: classTones[c]}, countCell(s.All.Of(c)), {Text: share}, pointCell(lost[c])}})
	}
	if s.All.Declined > 0 {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{}, {Text: "Tidak diterima unit", Tone: Quiet}, countCell(s.All.Declined), {}, pointCell(declined)}})
	}
	return t
}

var classTones = map[action.Status]Tone{action.Fulfilled: Good, action.Partly: Fair, action.Untouched: Bad, action.Impossible: Quiet}

func countCell(n int) Cell { return Cell{Text: fmt.Sprint(n), Number: &Number{Value: float64(n)}} }

func pointCell(r *big.Rat) Cell { return Cell{Text: Num(r, 2), Number: number(r, 2)} }

func (in *Input) overdueBlocks(s *tracking.Standing) []Block {
	rows := s.Overdue()
	switch {
	case s.AsOf == "":
		return []Block{Paragraph{"Yang lewat tenggat tidak dapat didaftar, karena tanggal acuannya tidak diketahui: sebut --date, atau isi date: di spotcheck.yaml.", Notice}}
	case len(rows) == 0:
		return []Block{Paragraph{fmt.Sprintf("Per %s tidak ada rencana aksi yang lewat tenggat.", calendar.Words(s.AsOf)), Plain}}
	}
	t := Table{Title: fmt.Sprintf("Lewat tenggat per %s", calendar.Words(s.AsOf)), Columns: []Column{
		{Title: "Unit", Width: 26}, {Title: "Kode", Width: 7}, {Title: "Indikator", Width: 30}, {Title: "Tenggat", Width: 16}, {Title: "Lewat (hari)", Width: 8, Align: Right},
		{Title: "Pelaksana", Width: 20}, {Title: "Penanggung jawab", Width: 18}, {Title: "Status", Width: 18}, {Title: "Poin pemda", Width: 8, Align: Right},
	}, Note: "Tenggat yang disepakati, atau tenggat rencana bila belum disepakati. Status menurut isian terakhir.", Frozen: 3, Filter: true}
	for _, r := range rows {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: r.Item.UnitName}, {Text: r.Item.Indicator}, {Text: r.Item.Title}, {Text: calendar.Words(r.Due)}, countCell(r.Late),
			{Text: r.Item.Role}, {Text: dash(r.Entry.Owner)}, {Text: string(r.Class), Tone: classTones[r.Class]}, pointCell(r.Item.EntityLost),
		}})
	}
	return []Block{t}
}

// counts are the columns of a tally.
func counts() []Column {
	return []Column{
		{Title: "Rencana aksi", Width: 8, Align: Right}, {Title: "Sesuai", Width: 8, Align: Right}, {Title: "Belum sesuai", Width: 8, Align: Right},
		{Title: "Belum ditindak- lanjuti", Width: 9, Align: Right}, {Title: "Tidak dapat", Width: 8, Align: Right}, {Title: "Tidak diterima", Width: 9, Align: Right}, {Title: "Lewat tenggat", Width: 8, Align: Right},
	}
}

func countCells(t tracking.Tally) []Cell {
	out := []Cell{countCell(t.Rows)}
	for _, n := range t.Class {
		out = append(out, countCell(n))
	}
	return append(out, countCell(t.Declined), countCell(t.Overdue))
}

// followUnits has the scores of the units now, and as forecast.
func (in *Input) followUnits(s *tracking.Standing) Table {
	t := Table{Title: "Tindak lanjut per unit", Columns: append([]Column{{Title: "Unit", Width: 28}, {Title: "Narahubung", Width: 18}}, counts()...), Note: forecastNote, Frozen: 1, Filter: true}
	t.Columns = append(t.Columns, Column{Title: in.word() + " sekarang", Width: 9, Align: Right}, Column{Title: "Dengan yang Sesuai", Width: 9, Align: Right},
		Column{Title: "Bila janji ditepati", Width: 9, Align: Right}, Column{Title: in.zoneHead() + " bila janji ditepati", Width: 12, Align: Center})
	for _, g := range s.Units {
		now, done, kept := s.Now.Entity, s.Done.Entity, s.Kept.Entity
		name, pic := in.result().Input.Entity, ""
		if i, ok := assess.FindUnit(in.result().Input.Units, g.Name); ok {
			now, done, kept = s.Now.Units[i].Score, s.Done.Units[i].Score, s.Kept.Units[i].Score
			name, pic = s.Now.Units[i].Unit.Name, s.Now.Units[i].Unit.PIC
		}
		t.Rows = append(t.Rows, in.followUnit(name, pic, g.Tally, now, done, kept, false))
	}
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, in.followUnit("Seluruhnya", "", s.All, s.Now.Entity, s.Done.Entity, s.Kept.Entity, true))
	}
	return t
}

func (in *Input) followUnit(name, pic string, t tracking.Tally, now, done, kept assess.Score, total bool) Row {
	row := Row{Strong: total, Cells: append([]Cell{{Text: name}, {Text: dash(pic)}}, countCells(t)...)}
	for _, score := range []assess.Score{now, done, kept} {
		row.Cells = append(row.Cells, Cell{Text: in.score(score.Rounded), Number: number(score.Rounded, in.decimals())})
	}
	row.Cells = append(row.Cells, Cell{Text: zone(kept.Band), Tone: tone(kept.Band)})
	return row
}

// followPeople counts by role, and by who is named.
func (in *Input) followPeople(s *tracking.Standing) []Block {
	table := func(title, head string, groups []tracking.Group) Table {
		t := Table{Title: title, Columns: append([]Column{{Title: head, Width: 40}}, counts()...), Frozen: 1, Filter: true}
		t.Columns = append(t.Columns, Column{Title: "Poin pemda kembali", Width: 10, Align: Right}, Column{Title: "Poin pemda dijanjikan", Width: 11, Align: Right})
		for _, g := range groups {
			t.Rows = append(t.Rows, Row{Cells: append(append([]Cell{{Text: g.Name}}, countCells(g.Tally)...), pointCell(g.Gained), pointCell(g.Promised))})
		}
		return t
	}
	out := []Block{table("Menurut pelaksana (jabatan)", "Pelaksana", s.Roles)}
	if len(s.Owners) > 0 {
		out = append(out, table("Menurut penanggung jawab yang disebut", "Penanggung jawab", s.Owners))
	}
	return append(out, Paragraph{forecastNote, Small})
}

// followRows has every action.
func followRows(s *tracking.Standing) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 22}, {Title: "Kode", Width: 7}, {Title: "Indikator", Width: 26}, {Title: "Pelaksana", Width: 20},
		{Title: "Diterima", Width: 8, Align: Center}, {Title: "Penanggung jawab", Width: 16}, {Title: "Tenggat", Width: 15}, {Title: "Tindak lanjut", Width: 36}, {Title: "Bukti", Width: 20},
		{Title: "Status", Width: 17}, {Title: "Tanggal", Width: 15}, {Title: "Poin pemda", Width: 8, Align: Right}, {Title: "Dibaca dari", Width: 22},
	}, Frozen: 3, Filter: true}
	for _, r := range s.Rows {
		e := r.Entry
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: r.Item.UnitName}, {Text: r.Item.Indicator}, {Text: r.Item.Title}, {Text: r.Item.Role},
			{Text: dash(string(e.Accepted))}, {Text: dash(e.Owner)}, {Text: dueWords(r)}, {Text: dash(e.Report)}, {Text: dash(e.Evidence)},
			{Text: string(r.Class), Tone: classTones[r.Class]}, {Text: dash(calendar.Words(e.Date))}, pointCell(r.Item.EntityLost), {Text: dash(e.At.String())},
		}})
	}
	if !slices.ContainsFunc(s.Rows, func(r tracking.Row) bool { return r.Told }) {
		t.Note = "Belum ada isian yang diterima kembali."
	}
	return t
}

func dueWords(r tracking.Row) string {
	if r.Due == "" {
		return r.Item.DueText
	}
	return calendar.Words(r.Due)
}

// closedRows lists what was followed up and is no gap any more.
func (in *Input) closedRows(s *tracking.Standing) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 28}, {Title: "Kode", Width: 8}, {Title: "Indikator", Width: 34}, {Title: "Status", Width: 20}, {Title: "Tanggal", Width: 16}, {Title: "Tindak lanjut", Width: 40}, {Title: "Dibaca dari", Width: 30},
	}, Filter: true}
	for _, e := range s.Closed {
		name, title := in.result().Input.Entity, ""
		if i, ok := assess.FindUnit(in.result().Input.Units, e.Unit); ok {
			name = in.result().Input.Units[i].Name
		}
		if n := in.instrument().Node(e.Indicator); n != nil {
			title = n.Title
		}
		t.Rows = append(t.Rows, Row{Cells: cells(name, e.Indicator, title, dash(string(e.Status)), dash(calendar.Words(e.Date)), dash(e.Report), strings.TrimSpace(e.At.String()))})
	}
	return t
}
