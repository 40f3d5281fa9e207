package report_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/supervision"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/report"
)

// said is every text of a document.
func said(d *report.Document) string {
	var b strings.Builder
	b.WriteString(d.Title + "\n" + d.Subject + "\n")
	for _, s := range d.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			fmt.Fprintf(&b, "%+v\n", block)
		}
	}
	return b.String()
}

const dotted = "……………………"

func TestPapersLeaveLinesForWhatNobodyConfigured(t *testing.T) {
	in := input(t, units(3), random(5))
	letter := in.Letter(report.Letters{})
	fields := letter.Sections[0].Blocks[1].(report.Fields)
	for i, name := range []string{"Nomor", "Sifat", "Lampiran"} {
		if fields[i] != (report.Field{Name: name, Value: dotted}) {
			t.Errorf("%s is %q", name, fields[i].Value)
		}
	}
	for _, want := range []string{"Yth. " + dotted, "Surat tugas nomor " + dotted, "Masa pemeriksaan: " + dotted + " sampai dengan " + dotted} {
		if !strings.Contains(said(letter), want) {
			t.Errorf("the letter does not say %q", want)
		}
	}
	minutes := in.Minutes(in.Map.Units[0], report.Letters{})
	for _, want := range []string{"Nomor: " + dotted, "Pada hari ini, " + dotted + ", tanggal " + dotted, "bertempat di " + dotted, dotted + ", Ketua Tim"} {
		if !strings.Contains(said(minutes), want) {
			t.Errorf("the minutes do not say %q", want)
		}
	}
}

func TestLetterHasItsChaptersInOrder(t *testing.T) {
	for _, n := range []int{1, 4} {
		text := said(input(t, units(n), random(3)).Letter(report.Letters{}))
		at := 0
		for _, want := range []string{"A. Dasar", "B. Tujuan", "C. Ruang lingkup", "D. Metodologi", "E. Gambaran", "F. Hasil per dimensi", "Kondisi", "Kriteria", "Sebab", "Akibat", "Rekomendasi", "Simpulan", "Tembusan"} {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Errorf("%d units: %q is absent, or stands too early", n, want)
				continue
			}
			at += i
		}
	}
}

// No cause is known, and none may be made up.
func TestCausesAreLeftToTheTeam(t *testing.T) {
	found := 0
	for _, b := range input(t, units(4), worst).Letter(report.Letters{}).Sections[0].Blocks {
		if c, ok := b.(report.Card); ok {
			for _, f := range c.Fields {
				if f.Name == "Sebab" {
					found++
					if strings.Trim(f.Value, "…\n") != "" {
						t.Errorf("%s: cause %q", c.Title, f.Value)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no findings")
	}
}

// tableOf is the table of a document with such a column.
func tableOf(t *testing.T, d *report.Document, column string) report.Table {
	t.Helper()
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if table, ok := b.(report.Table); ok {
				for _, c := range table.Columns {
					if c.Title == column {
						return table
					}
				}
			}
		}
	}
	t.Fatalf("no table with a column %q", column)
	return report.Table{}
}

func TestWorksheetListsEveryIndicatorAndAddsUp(t *testing.T) {
	for _, id := range library.IDs() {
		inst, problems := library.Load(id)
		if inst == nil {
			t.Fatal(problems)
		}
		in := inputOf(t, inst, units(2), random(11))
		for _, u := range in.Map.Units {
			table := tableOf(t, in.Worksheet(u, report.Letters{}), "Paraf")
			rows, sum := map[string]bool{}, 0.0
			for _, r := range table.Rows[:len(table.Rows)-1] {
				if r.Group {
					continue
				}
				rows[r.Cells[0].Text] = true
				if n := r.Cells[9].Number; n != nil {
					sum += n.Value
				}
			}
			for _, n := range inst.Indicators() {
				if n.Applies(u.Unit.Unit.Type) != rows[n.ID] {
					t.Errorf("%s: %s in the worksheet: %t", id, n.ID, rows[n.ID])
				}
			}
			total := table.Rows[len(table.Rows)-1]
			exact, _ := u.Unit.Exact.Float64()
			best, _ := in.Best.Float64()
			if lost := total.Cells[9].Number.Value; abs(lost-sum) > 1e-9 || abs(lost+exact-best) > 1e-9 {
				t.Errorf("%s: rows lose %v, the total %v, the score is %v of %v", id, sum, lost, exact, best)
			}
		}
	}
}

func abs(f float64) float64 { return max(f, -f) }

// verifiedDown is a unit that says the best and is found at the worst, without a word
// of explanation for some.
func verifiedDown(t *testing.T) *report.Input {
	t.Helper()
	in := input(t, units(2), best)
	res := in.Map.Result.Input
	for _, n := range res.Instrument.Indicators() {
		if n.Scope == indicators.PerUnit {
			res.Answers = append(res.Answers, assess.Answer{Key: assess.Key{Unit: "unit-00", Indicator: n.ID}, Layer: assess.Verifikasi, State: assess.Answered, Value: n.Scale.Min})
		}
	}
	return rebuilt(res)
}

func TestMinutesTellWhatChanged(t *testing.T) {
	in := verifiedDown(t)
	in.Forms = map[string]report.FormFacts{"unit-00": {VerifiedOn: "22 September 2026", Verifier: "Verifikator"}}
	d := in.Minutes(in.Map.Units[0], report.Letters{})
	if want := "Pada hari ini, Selasa, tanggal dua puluh dua bulan September tahun dua ribu dua puluh enam (22 September 2026)"; !strings.Contains(said(d), want) {
		t.Errorf("the minutes do not say %q", want)
	}
	changes := tableOf(t, d, "Alasan perubahan")
	for _, r := range changes.Rows {
		if r.Cells[4].Text != dotted {
			t.Errorf("%s: reason %q, where nobody gave one", r.Cells[0].Text, r.Cells[4].Text)
		}
	}
	result := tableOf(t, d, "Selisih")
	for _, r := range result.Rows {
		said, found, diff := r.Cells[2].Number, r.Cells[3].Number, r.Cells[4].Number
		if said == nil || found == nil || diff == nil || abs(found.Value-said.Value-diff.Value) > 0.011 {
			t.Errorf("%s: %v, %v, difference %v", r.Cells[1].Text, said, found, diff)
		}
	}
	if unseen := said(in.Minutes(in.Map.Units[1], report.Letters{})); !strings.Contains(unseen, "belum diverifikasi") || strings.Contains(unseen, "BERITA ACARA VERIFIKASI") {
		t.Error("the minutes of a unit that nobody verified do not say so")
	}
}

func TestMinutesHaveALineForEverybody(t *testing.T) {
	in := input(t, units(1), best)
	in.Frame.Team = []report.Person{{Role: "Ketua Tim", Name: "Satu"}, {Role: "Anggota Tim", Name: "Dua"}}
	table := tableOf(t, in.Minutes(in.Map.Units[0], report.Letters{}), "Tanda tangan")
	var got []string
	for _, r := range table.Rows {
		if !r.Group {
			got = append(got, strings.TrimSpace(r.Cells[1].Text))
		}
	}
	if want := "Satu Dua " + dotted + " " + dotted; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestContactsMaskUnlessAsked(t *testing.T) {
	for _, c := range []struct{ contact, masked string }{
		{"0812-3456-789", "•••789"}, {"0717 555 123", "•••123"}, {"(0717) 555123; 0812 3456 7890", "•••123; •••890"},
		{"loket@example.id", "•••@example.id"}, {"0717-555123 atau loket@example.id", "•••123; •••@example.id"},
		{"ext 12", "•••"}, {"Budi di loket", "•••"}, {"", "–"},
	} {
		list := units(1)
		list[0].Contact = c.contact
		in := input(t, list, best)
		for full, want := range map[bool]string{false: c.masked, true: max(c.contact, "–")} {
			if c.contact == "" {
				want = "–"
			} else if full {
				want = c.contact
			}
			if got := tableOf(t, in.Contacts(report.ContactOptions{Full: full}), "Kontak").Rows[0].Cells[4].Text; got != want {
				t.Errorf("%q, full %t: %q, want %q", c.contact, full, got, want)
			}
		}
	}
}

// The one instrument that asks for the number of months is held against the log.
func TestContactsCompareMonthsWithTheLog(t *testing.T) {
	inst, problems := library.Load("kepatuhan-2022")
	if inst == nil {
		t.Fatal(problems)
	}
	span, _ := supervision.SpanTo("2026-09-30")
	records := []supervision.Record{
		{Unit: "unit-00", Day: "2026-03-01", By: supervision.Superior, Finding: "x", Evidence: "y"},
		{Unit: "unit-00", Day: "2026-04-01", By: supervision.Inspectorate, Finding: "x", Evidence: "y"},
	}
	log := supervision.New([]string{"unit-00"}, records, span, supervision.Examination{})
	for months, want := range map[int64]string{2: "sama", 3: "jawaban lebih tinggi daripada catatan", 1: "jawaban lebih rendah daripada catatan"} {
		in := inputOf(t, inst, units(1), func(_ assess.Unit, n *indicators.Node) *assess.Answer {
			if n.ID == "IN.7" {
				return answer(big.NewRat(months, 1))
			}
			return nil
		})
		if got := tableOf(t, in.Contacts(report.ContactOptions{Log: log}), "Perbandingan").Rows[0].Cells[5].Text; got != want {
			t.Errorf("%d months: %q, want %q", months, got, want)
		}
	}
}

func TestContactsSayWhereAnInstrumentAsksNothing(t *testing.T) {
	inst, problems := library.Load("skm-2017")
	if inst == nil {
		t.Fatal(problems)
	}
	span, _ := supervision.SpanTo("2026-09-30")
	in := inputOf(t, inst, units(1), none)
	text := said(in.Contacts(report.ContactOptions{Log: supervision.New([]string{"unit-00"}, nil, span, supervision.Examination{})}))
	if !strings.Contains(text, "tidak memiliki indikator tentang pengawasan internal") {
		t.Error("nothing is said of it")
	}
}

func rebuilt(in assess.Input) *report.Input {
	out := report.NewInput(report.Frame{Office: "Inspektorat Daerah", Date: "2026-09-30", Place: "Mentok"}, gap.New(assess.ScoreRound(in)), nil)
	claim := in
	claim.Layer = assess.Mandiri
	out.Claim = assess.ScoreRound(claim)
	return out
}
