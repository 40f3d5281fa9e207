package assess_test

import (
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// twoUnits is a finished round; of the products, the second unit has twice as many.
func twoUnits(t testing.TB) assess.Input {
	in := smallInstrument(t, percent, 1, 1)
	return assess.Input{
		Instrument: in, Entity: "Kabupaten", Period: "2026", Date: "2026-09-30", Layer: assess.Verifikasi,
		Units: []assess.Unit{
			{ID: "u", Name: "Satu", Products: []assess.Product{{ID: "p", Name: "P"}}},
			{ID: "v", Name: "Dua", Products: []assess.Product{{ID: "p", Name: "P"}, {ID: "q", Name: "Q"}}},
		},
		Answers: answers(t, in, "u A mandiri 1\nu B/p mandiri 2\nu C/R1 verifikasi 2\nv A mandiri 2\nv B/p mandiri 0\nv B/q mandiri 1\nv C/R1 mandiri 1"),
	}
}

// A file that was changed after it was written is refused, whatever was changed to
// look better.
func TestReadFileJudges(t *testing.T) {
	for _, tc := range []struct {
		why  string
		edit func(f *assess.File)
	}{
		{"nilai C bukan rata-rata nilai unit", func(f *assess.File) { f.Nodes[2].Exact, f.Nodes[2].Score = "-500", "-500.00" }},
		{"nilai B bukan rata-rata nilai unit", func(f *assess.File) { f.Nodes[1].Exact, f.Nodes[1].Score = "", "" }},
		{"nilai total bukan rata-rata nilai unit", func(f *assess.File) {
			f.Exact, f.Score, f.Min, f.Max = f.Units[0].Exact, f.Units[0].Score, f.Units[0].Min, f.Units[0].Max
		}},
		{"jumlah nilai indikator tidak sama dengan nilai unit u", func(f *assess.File) { f.Units[0].Nodes[1].Exact, f.Units[0].Nodes[1].Score = "0", "0.00" }},
		{"jumlah nilai indikator tidak sama dengan nilai unit u", func(f *assess.File) { f.Units[0].Nodes[0].Share = "1" }},
		{"andil A unit u", func(f *assess.File) { f.Units[0].Nodes[0].Share = "-1/2" }},
		{"andil A unit u", func(f *assess.File) { f.Units[0].Nodes[0].Share = "1/0" }},
		{"keadaan A unit u", func(f *assess.File) { f.Units[0].Nodes[0].State = assess.NA }},
		{"nilai unit u di luar skala hasil", func(f *assess.File) { f.Scale.Max = "60" }},
		{"skala hasil tidak terbaca", func(f *assess.File) { f.Scale.Max = "1/0" }},
		{"nilai total bukan rata-rata nilai unit", func(f *assess.File) { f.Units[1].Times = "3" }},
		{"hitungan unit v", func(f *assess.File) { f.Units[1].Times = "-1" }},
		{"jumlah jawaban atau jawaban terverifikasi tidak sesuai dengan unitnya", func(f *assess.File) { f.Verified = 1_000_000_000 }},
		{"jumlah jawaban atau jawaban terverifikasi tidak sesuai dengan unitnya", func(f *assess.File) { f.Answers = 0 }},
		{"jumlah jawaban atau jawaban terverifikasi tidak sesuai dengan unitnya", func(f *assess.File) { f.Answers = 1000 }},
		{"jawaban terverifikasi unit u lebih banyak daripada jawabannya", func(f *assess.File) { f.Units[0].Verified, f.Verified = 5, 5 }},
		{"syarat minimum bertentangan dengan nilainya", func(f *assess.File) { f.Gates[0].State = assess.GateFails }},
		{"syarat minimum unit u bertentangan dengan nilainya", func(f *assess.File) { f.Units[0].Gates[0].State = assess.GateVoid }},
		{"syarat minimum unit u bertentangan dengan nilainya", func(f *assess.File) { f.Units[0].Gates[0].Score = "100.00" }},
		{"syarat minimum unit u bukan syarat hasilnya", func(f *assess.File) { f.Units[0].Gates = nil }},
		{"syarat minimum unit u bukan syarat hasilnya", func(f *assess.File) { f.Units[0].Gates[0].Min = "10.00" }},
		{"gabungan syarat unit u bertentangan dengan syaratnya", func(f *assess.File) { f.Units[0].Sets[0].State = assess.GateFails }},
		{"gabungan syarat bertentangan dengan syarat unit", func(f *assess.File) { f.Sets[0].State = assess.GateOpen }},
		{`kode simpul "A" kosong`, func(f *assess.File) {
			f.Nodes = append(f.Nodes, f.Nodes[0])
			for i := range f.Units {
				f.Units[i].Nodes = append(f.Units[i].Nodes, f.Units[i].Nodes[0])
			}
		}},
		{"simpul unit v bukan simpul hasilnya", func(f *assess.File) { f.Units[1].Nodes = append(f.Units[1].Nodes, f.Units[1].Nodes[0]) }},
		{"simpul unit u bukan simpul hasilnya", func(f *assess.File) { f.Units[0].Nodes = nil }},
		{`kode unit "" kosong`, func(f *assess.File) { f.Units[0].ID = "" }},
		{`kode unit "u" kosong atau tercantum dua kali`, func(f *assess.File) { f.Units[1].ID = "u" }},
		{"nama pemerintah daerah atau periodenya kosong", func(f *assess.File) { f.Entity = " " }},
		{"nama pemerintah daerah atau periodenya kosong", func(f *assess.File) { f.Period = "" }},
		{"keadaan B unit u", func(f *assess.File) { f.Units[0].Nodes[1].State = "beres" }},
		{`tanggal "9999-99-99" tidak sah`, func(f *assess.File) { f.Date = "9999-99-99" }},
		{"karakter yang tidak dapat dicetak", func(f *assess.File) { f.Entity = "\x1b[31mKabupaten" }},
		{"karakter yang tidak dapat dicetak", func(f *assess.File) { f.Units[0].Name = "Dinas\u202e" }},
		{"terlalu panjang", func(f *assess.File) { f.Period = strings.Repeat("2", 20_000) }},
	} {
		f := assess.ScoreRound(twoUnits(t)).File(nil)
		tc.edit(f)
		data, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := assess.ReadFile("f", data); err == nil || !strings.Contains(err.Error(), tc.why) {
			t.Errorf("%s: %v", tc.why, err)
		}
	}
}

// Where the instrument counts products, so do the means that are read.
func TestReadFileOfProducts(t *testing.T) {
	in := twoUnits(t)
	in.Instrument.Result.RollUp = indicators.RollUpProduct
	f := assess.ScoreRound(in).File(nil)
	if f.Units[0].Times != "" || f.Units[1].Times != "2" {
		t.Fatalf("the units count %q and %q times", f.Units[0].Times, f.Units[1].Times)
	}
	data, _ := f.Bytes()
	if _, err := assess.ReadFile("f", data); err != nil {
		t.Error(err)
	}
}
