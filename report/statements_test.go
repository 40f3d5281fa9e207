package report_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/report"
)

func loaded(t *testing.T, id string) *indicators.Instrument {
	t.Helper()
	inst, problems := library.Load(id)
	if inst == nil {
		t.Fatal(problems)
	}
	return inst
}

func textOf(d *report.Document) string {
	var b strings.Builder
	eachText(d, func(s string) { b.WriteString(s + "\n") })
	return b.String()
}

func expect(t *testing.T, text string, says, saysNot []string) {
	t.Helper()
	for _, s := range says {
		if !strings.Contains(text, s) {
			t.Errorf("it does not say %q", s)
		}
	}
	for _, s := range saysNot {
		if strings.Contains(text, s) {
			t.Errorf("it says %q", s)
		}
	}
}

// What is published of the whole government is nobody's verification, whatever its
// layer.
func TestSecondaryDataIsNotVerified(t *testing.T) {
	in := inputOf(t, loaded(t, "opini-2025"), units(3), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		a := best(u, n)
		if n.Scope == indicators.PerEntity {
			a.Layer = assess.Verifikasi
		}
		return a
	})
	expect(t, textOf(in.Recap()), []string{"belum ada yang diverifikasi inspektorat"}, []string{"sudah diverifikasi"})
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), []string{"belum ada yang diverifikasi inspektorat"}, []string{"sudah diverifikasi", "Hasil verifikasi"})
}

// A unit is not asked to fill in what is not its own to give.
func TestEmptySecondaryDataIsNotTheUnits(t *testing.T) {
	in := inputOf(t, loaded(t, "opini-2025"), units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if n.Scope == indicators.PerEntity {
			return nil
		}
		return worst(u, n)
	})
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), []string{"Data ini diisi inspektorat"}, []string{"Isi dahulu"})
	expect(t, textOf(in.Recap()), []string{"Data sekunder pemerintah daerah belum diisi: OU1"}, []string{"(OU1; "})
}

// A missing answer that brings no points is still asked for.
func TestUncountedAnswerIsAskedFor(t *testing.T) {
	in := inputOf(t, loaded(t, "opini-2025"), units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if n.ID == "T1" {
			return nil
		}
		return best(u, n)
	})
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), []string{"Isi dahulu 1 jawaban yang kosong (T1)"}, []string{"T1 Produk pengawasan yang tuntas (paling banyak"})
}

// A unit's report tells between which ends its own total would lie, not the
// government's.
func TestLeftOutIsToldOfTheUnit(t *testing.T) {
	in := inputOf(t, instrument(t), units(3), random(13))
	round := in.Map.Result.Input
	round.Excluded = []string{"E"}
	in = report.NewInput(in.Frame, gap.New(assess.ScoreRound(round)), nil)
	for _, u := range in.Map.Units {
		want := fmt.Sprintf("terletak antara %s dan %s", report.Num(u.Unit.Low, 2), report.Num(u.Unit.High, 2))
		expect(t, textOf(in.Unit(u, report.UnitRows)), []string{want, "E Pengelolaan pengaduan"}, nil)
	}
}

// Where all are alike, none is best, worst or weakest.
func TestEqualUnitsAreToldAsEqual(t *testing.T) {
	for _, id := range []string{"kepatuhan-2017", "skm-2017", library.Default} {
		expect(t, textOf(inputOf(t, loaded(t, id), units(3), best).Recap()), []string{"bernilai sama: 100,00"}, []string{"terlemah", "Tertinggi Dinas"})
	}
}

// People are counted by their answers, not listed one by one.
func TestRespondentsAreCounted(t *testing.T) {
	i := 0
	in := inputOf(t, loaded(t, "opini-2025"), units(1), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if i++; n.Scope == indicators.PerRespondent {
			return answer(n.Scale.Levels[i%len(n.Scale.Levels)].Value)
		}
		return best(u, n)
	})
	expect(t, textOf(in.Unit(in.Map.Units[0], report.UnitRows)), []string{" responden: "}, []string{"responden R1:", "responden M1:"})
}

// An instrument with one category only speaks of its minimums instead.
func TestOneCategorySaysNothing(t *testing.T) {
	in := inputOf(t, loaded(t, "zi-2021"), units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if u.ID == "unit-01" {
			return answer(new(big.Rat).Quo(n.Scale.Max, big.NewRat(2, 1)))
		}
		return best(u, n)
	})
	expect(t, textOf(in.Recap()), []string{"WBK terpenuhi pada 1 dari 2 unit (Dinas Contoh 0)"}, []string{"kategori ZI", "2 ZI"})
}

// Of a round that nobody has answered nothing is said but that.
func TestNobodyHasAnswered(t *testing.T) {
	in := inputOf(t, loaded(t, "skm-2017"), units(2), none)
	eachText(in.Recap(), func(s string) {
		if strings.HasPrefix(s, ",") || strings.Contains(s, "25,00 (") {
			t.Errorf("it says %q", s)
		}
	})
	expect(t, textOf(in.Recap()), []string{"Belum ada unit yang dapat dinilai.", "2 belum menjawab"}, []string{"D, Tidak Baik"})
}

// What nobody entered for the whole government is lacking once.
func TestLackingDataIsToldOnce(t *testing.T) {
	inst := loaded(t, "opini-2025")
	in := inputOf(t, inst, units(3), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if n.Scope == indicators.PerEntity && n.ID == "OU1" {
			return nil
		}
		return best(u, n)
	})
	expect(t, textOf(in.Recap()), []string{"1 data sekunder belum diisi"}, []string{"3 data sekunder"})
}
