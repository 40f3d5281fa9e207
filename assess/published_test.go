package assess_test

import (
	"fmt"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// TestPublishedTotals adds published unit scores up again.
func TestPublishedTotals(t *testing.T) {
	in := publishedInstrument(t)
	for _, tc := range []struct {
		name, source         string
		units                []string
		exact, score         string
		category, label, hue string
	}{
		{
			"Kabupaten Bangka Barat 2024", "https://babel.antaranews.com/berita/457522/pemkab-bangka-barat-berhasil-tingkatkan-pelayanan-publik-tujuh-opd",
			[]string{"84.23", "82.90", "94.36", "90.59", "86.33", "81.08", "91.14"},
			"61063/700", "87.23", "B", "Kualitas Tinggi", "hijau",
		},
		{
			"Kabupaten Bangka Tengah 2023", "https://babel.antaranews.com/berita/393276/bangka-tengah-zona-hijau-tingkat-kepatuhan-pelayanan-publik",
			[]string{"95.32", "94.34", "94.29", "94", "93.57", "92.86", "91.58"},
			"16399/175", "93.71", "A", "Kualitas Tertinggi", "hijau",
		},
	} {
		round := assess.Input{Instrument: in, Entity: tc.name}
		for i, text := range tc.units {
			v, ok := in.Node("N").Scale.Parse(text)
			if !ok {
				t.Fatalf("%s: %q is not in the scale", tc.name, text)
			}
			id := fmt.Sprintf("u%d", i)
			round.Units = append(round.Units, assess.Unit{ID: id})
			round.Answers = append(round.Answers, assess.Answer{Key: assess.Key{Unit: id, Indicator: "N"}, Layer: assess.Mandiri, State: assess.Answered, Value: v})
		}
		f := assess.ScoreRound(round).File(nil)
		if f.Exact != tc.exact || f.Score != tc.score || f.Category != tc.category || f.Label != tc.label || f.Zone != tc.hue || !f.Complete {
			t.Errorf("%s (%s): %+v", tc.name, tc.source, f.FileScore)
		}
		for i, u := range f.Units {
			if want := indicators.Fixed(round.Answers[i].Value, 2); u.Score != want || u.Exact != indicators.Exact(round.Answers[i].Value) {
				t.Errorf("%s: unit %d scores %s (%s), published %s", tc.name, i, u.Score, u.Exact, want)
			}
		}
	}
}

// publishedInstrument has one number per unit and the bands of 2022-2024.
func publishedInstrument(t *testing.T) *indicators.Instrument {
	t.Helper()
	in, list := indicators.Parse("terbit.yaml", []byte(`schema: spotcheck/instrument/v1
id: terbit
version: "1"
title: Nilai terbit
short: Terbit
about: Uji.
notice: Simulasi.
result: {min: 0, max: 100, decimals: 2, rollup: unit}
bands:
  provenance: own
  reason: uji
  list:
    - {category: A, from: 88, label: Kualitas Tertinggi, zone: hijau}
    - {category: B, from: 78, label: Kualitas Tinggi, zone: hijau}
    - {category: C, from: 54, label: Kualitas Sedang, zone: kuning}
    - {category: D, from: 32, label: Kualitas Rendah, zone: merah}
    - {category: E, from: 0, label: Kualitas Terendah, zone: merah}
weights: {provenance: own, reason: uji}
scales: {nilai: {title: Nilai, number: {min: 0, max: 100, decimals: 2}}}
roles: {kepala: Kepala}
efforts: {ringan: {label: Ringan, days: 14}}
tree:
  - {id: N, title: Nilai unit, weight: 100, scale: nilai, question: Q, remedy: R, legal_note: L, effort: ringan, role: kepala}
`))
	if in == nil {
		t.Fatal(list)
	}
	return in
}
