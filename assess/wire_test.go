package assess_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// golden is the file of a tiny round: one unit, an answer, a TB, a person and a
// product that are wanting, and a warning.
const golden = `{
 "schema": "spotcheck/result/v1",
 "instrument": {
  "id": "acak",
  "version": "1",
  "digest": "sha256:DIGEST",
  "title": "Instrumen acak"
 },
 "entity": "Kabupaten <Contoh>",
 "period": "2026",
 "layer": "verifikasi",
 "scale": {
  "min": "0",
  "max": "100"
 },
 "score": "33.33",
 "exact": "100/3",
 "min": "33.33",
 "max": "66.67",
 "progress": "0.66",
 "complete": false,
 "category": "A",
 "label": "Semua",
 "zone": "hijau",
 "verified": 1,
 "answers": 3,
 "excluded": [
  "C"
 ],
 "low": "26.67",
 "high": "73.33",
 "nodes": [
  {
   "id": "A",
   "kind": "indicator",
   "title": "Unit",
   "weight": "50",
   "score": "50.00",
   "exact": "50"
  },
  {
   "id": "B",
   "kind": "indicator",
   "title": "Produk",
   "weight": "25",
   "score": "0.00",
   "exact": "0"
  },
  {
   "id": "C",
   "kind": "indicator",
   "title": "Responden",
   "weight": "18.75",
   "score": "",
   "exact": ""
  }
 ],
 "gates": [
  {
   "for": "LULUS",
   "node": "A",
   "title": "Batas A",
   "min": "50.00",
   "score": "50.00",
   "state": "holds"
  }
 ],
 "gate_sets": [
  {
   "for": "LULUS",
   "state": "holds"
  }
 ],
 "opinion": {
  "label": "",
  "state": "excluded"
 },
 "units": [
  {
   "id": "u",
   "name": "Dinas Contoh",
   "type": "dinas",
   "score": "33.33",
   "exact": "100/3",
   "min": "33.33",
   "max": "66.67",
   "progress": "0.66",
   "complete": false,
   "category": "A",
   "label": "Semua",
   "zone": "hijau",
   "verified": 1,
   "gates": [
    {
     "for": "LULUS",
     "node": "A",
     "title": "Batas A",
     "min": "50.00",
     "score": "50.00",
     "state": "holds"
    }
   ],
   "gate_sets": [
    {
     "for": "LULUS",
     "state": "holds"
    }
   ],
   "opinion": {
    "label": "",
    "state": "excluded"
   },
   "nodes": [
    {
     "id": "A",
     "kind": "indicator",
     "title": "Unit",
     "weight": "50",
     "score": "50.00",
     "exact": "50",
     "state": "answered",
     "share": "2/3",
     "items": [
      {
       "state": "answered",
       "value": "1",
       "layer": "verifikasi",
       "source": "masuk/a.xlsx: Penilaian!F9"
      }
     ]
    },
    {
     "id": "B",
     "kind": "indicator",
     "title": "Produk",
     "weight": "25",
     "score": "0.00",
     "exact": "0",
     "state": "missing",
     "share": "1/3",
     "items": [
      {
       "product": "Akta",
       "state": "na",
       "layer": "mandiri"
      },
      {
       "product": "KTP",
       "state": "missing"
      }
     ]
    },
    {
     "id": "C",
     "kind": "indicator",
     "title": "Responden",
     "weight": "18.75",
     "score": "",
     "exact": "",
     "state": "na",
     "unasked": true,
     "share": "0"
    }
   ]
  }
 ],
 "problems": [
  {
   "severity": "warning",
   "file": "masuk/a.xlsx",
   "sheet": "Penilaian",
   "cell": "F9",
   "code": "S305",
   "message": "jawaban A berasal dari rumus",
   "value": "=1",
   "remedy": "Ganti rumus dengan nilai dari daftar pilihan agar jawaban tidak berubah sendiri"
  }
 ]
}
`

func tinyResult(t testing.TB) *assess.File {
	t.Helper()
	in := smallInstrument(t, percent, 1, 1)
	in.Digest = "sha256:DIGEST"
	in.Node("B").Weight.SetInt64(25)
	in.Node("C").Weight.SetFrac64(75, 4)
	round := assess.Input{
		Instrument: in, Entity: "Kabupaten <Contoh>", Period: "2026", Layer: assess.Verifikasi, Excluded: []string{"C"},
		Units:   []assess.Unit{{ID: "u", Name: "Dinas Contoh", Type: "dinas", Products: []assess.Product{{ID: "akta", Name: "Akta"}, {ID: "ktp", Name: "KTP"}}}},
		Answers: answers(t, in, "u A mandiri 2\nu A verifikasi 1\nu B/akta mandiri TB"),
	}
	at := problem.Place{File: "masuk/a.xlsx", Sheet: "Penilaian", Cell: "F9"}
	round.Answers[1].At = at
	return assess.ScoreRound(round).File(problem.List{problem.New(problem.FormulaAnswer, at, "jawaban A berasal dari rumus").Seen("=1")})
}

func TestGoldenFile(t *testing.T) {
	data, err := tinyResult(t).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(golden, string(data)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFileAxis: a finished round tells its opinion, one with a gap does not, and a
// gate of the total names no node.
func TestFileAxis(t *testing.T) {
	in := smallInstrument(t, percent, 1, 1)
	in.Gates = append(in.Gates, indicators.Gate{Set: "LULUS", Title: "Batas total", Min: rat("70")})
	round := assess.Input{Instrument: in, Units: []assess.Unit{{ID: "u", Products: []assess.Product{{ID: "p"}}}}}
	for _, tc := range []struct {
		text  string
		total assess.FileGate
		set   assess.GateState
		told  assess.FileOpinion
	}{
		{"u A mandiri 1\nu B/p mandiri 2\nu C/R1 mandiri 2", assess.FileGate{"LULUS", "", "Batas total", "70.00", "75.00", assess.GateHolds}, assess.GateHolds, assess.FileOpinion{"Bersih", assess.OpinionTold}},
		{"u A mandiri 1\nu B/p mandiri 2\nu C/R1 mandiri 0", assess.FileGate{"LULUS", "", "Batas total", "70.00", "55.00", assess.GateFails}, assess.GateFails, assess.FileOpinion{"", assess.OpinionUnknown}},
		{"u A mandiri 1\nu B/p mandiri 2", assess.FileGate{"LULUS", "", "Batas total", "70.00", "55.00", assess.GateOpen}, assess.GateOpen, assess.FileOpinion{"", assess.OpinionMissing}},
	} {
		round.Answers = answers(t, in, tc.text)
		f := assess.ScoreRound(round).File(nil)
		for _, a := range []assess.FileAxis{f.FileAxis, f.Units[0].FileAxis} {
			if len(a.Sets) != 1 || a.Sets[0] != (assess.FileSet{"LULUS", tc.set}) || *a.Opinion != tc.told {
				t.Errorf("%q: sets %v, opinion %v", tc.text, a.Sets, a.Opinion)
			}
		}
		if f.Gates[1] != tc.total || f.Units[0].Gates[1] != tc.total {
			t.Errorf("%q: gate %+v of the entity, %+v of the unit", tc.text, f.Gates[1], f.Units[0].Gates[1])
		}
	}
}

// The keys that scripts rely on, wherever they stand.
func TestContractKeys(t *testing.T) {
	data, _ := tinyResult(t).Bytes()
	var f map[string]any
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	first := func(m map[string]any, key string) map[string]any { return m[key].([]any)[0].(map[string]any) }
	unit := first(f, "units")
	for _, tc := range []struct {
		where string
		in    map[string]any
		keys  string
	}{
		{"root", f, "schema instrument entity period layer score exact min max progress category label zone units problems"},
		{"instrument", f["instrument"].(map[string]any), "id version digest"},
		{"unit", unit, "id name type score exact min max progress category label zone nodes"},
		{"node", first(unit, "nodes"), "id kind title weight score state"},
		{"problem", first(f, "problems"), "severity file sheet cell code message"},
	} {
		for _, key := range strings.Fields(tc.keys) {
			if _, ok := tc.in[key]; !ok {
				t.Errorf("%s: no key %q", tc.where, key)
			}
		}
	}
	none, _ := assess.ScoreRound(assess.Input{Instrument: smallInstrument(t, percent, 1, 1)}).File(nil).Bytes()
	for _, key := range []string{`"units": []`, `"problems": []`} {
		if !strings.Contains(string(none), key) {
			t.Errorf("an empty result has no %s", key)
		}
	}
}

func TestFileRoundTrip(t *testing.T) {
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 9))
		want := fileBytes(t, fill(rng, grow(rng).parse(t)))
		f, err := assess.ReadFile("hasil.json", want)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if got, err := f.Bytes(); err != nil || string(got) != string(want) {
			t.Fatalf("seed %d: came back as\n%s\nnot\n%s", seed, got, want)
		}
	}
}

func TestReadFileRefuses(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	for _, tc := range []struct{ name, old, new string }{
		{"another schema", "result/v1", "result/v2"},
		{"another document", golden, `{"schema": "spotcheck/instrument/v1"}`},
		{"no schema", golden, `{}`},
		{"a list", golden, `[]`},
		{"nothing", golden, ``},
		{"text", golden, `halo`},
		{"cut off", "\n}\n", ""},
		{"two documents", "\n}\n", "\n}{}"},
		{"a number for a text", `"score": "33.33"`, `"score": 33.33`},
		{"deep nesting", golden, `{"schema": "spotcheck/result/v1", "units": ` + deep},
		{"exact is no number", `"exact": "100/3"`, `"exact": "tiga"`},
		{"exact divides by zero", `"exact": "100/3"`, `"exact": "1/0"`},
		{"exact is a bomb", `"exact": "100/3"`, `"exact": "1e1000000000"`},
		{"exact is a long bomb", `"exact": "100/3"`, `"exact": "` + strings.Repeat("9", 1<<20) + `"`},
		{"score is no number", `"score": "33.33"`, `"score": "tinggi"`},
		{"score is a bomb", `"score": "33.33"`, `"score": "1e1000000000"`},
		{"score is not that of exact", `"score": "33.33"`, `"score": "93.33"`},
		{"score without exact", `"exact": "100/3"`, `"exact": ""`},
		{"exact without score", `"score": "33.33"`, `"score": ""`},
		{"score of a unit is not that of exact", `"zone": "hijau",
   "verified"`, `"zone": "hijau", "score": "99.00",
   "verified"`},
		{"score of a node is a bomb", `"score": "0.00"`, `"score": "1e1000000000"`},
		{"score of a node is not that of exact", `"score": "0.00"`, `"score": "1.00"`},
		{"max is no number", `"max": "66.67"`, `"max": "<b>100</b>"`},
		{"low is a bomb", `"low": "26.67"`, `"low": "1e999999999"`},
		{"max below score", `"max": "66.67"`, `"max": "12.00"`},
		{"min above score", `"min": "33.33"`, `"min": "40.00"`},
		{"score without max", `"max": "66.67"`, `"max": ""`},
		{"progress above one", `"progress": "0.66"`, `"progress": "1.66"`},
		{"progress below nothing", `"progress": "0.66"`, `"progress": "-0.10"`},
		{"no progress", `"progress": "0.66"`, `"progress": ""`},
		{"complete before the end", `"complete": false`, `"complete": true`},
		{"unknown zone", `"zone": "hijau"`, `"zone": "biru"`},
		{"score without category", `"category": "A"`, `"category": ""`},
		{"two categories of one score", `"category": "A"`, `"category": "B"`},
		{"no units", `"units": [`, `"units": [], "lain": [`},
		{"total above all units", `"score": "33.33",
 "exact": "100/3"`, `"score": "60.00",
 "exact": "60"`},
		{"total below all units", `"score": "33.33",
 "exact": "100/3",
 "min": "33.33"`, `"score": "20.00",
 "exact": "20",
 "min": "20.00"`},
		{"unknown layer", `"layer": "verifikasi"`, `"layer": "tamu"`},
	} {
		if !strings.Contains(golden, tc.old) {
			t.Fatalf("%s: the golden file has no %q", tc.name, tc.old)
		}
		began := time.Now()
		f, err := assess.ReadFile("hasil.json", []byte(strings.Replace(golden, tc.old, tc.new, 1)))
		var p problem.Problem
		if f != nil || !errors.As(err, &p) || p.Code != problem.CompareUnread || p.File != "hasil.json" {
			t.Errorf("%s: read %v, %v", tc.name, f != nil, err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: took %v", tc.name, took)
		}
	}
	if f, err := assess.ReadFile("hasil.json", []byte(golden)); err != nil || f.Units[0].Nodes[1].Items[1].State != assess.Missing {
		t.Errorf("the golden file itself: %v", err)
	}
}

// unitFile is a file of finished units, each "score category [zone]", with their mean
// in the band given.
func unitFile(t testing.TB, band string, units ...string) []byte {
	t.Helper()
	scored := func(exact *big.Rat, band string) assess.FileScore {
		w, score := append(strings.Fields(band), ""), indicators.Fixed(exact, 1) // without a zone
		return assess.FileScore{
			Score: score, Exact: indicators.Exact(exact), Min: score, Max: score,
			Progress: "1.00", Complete: true, Category: w[0], Label: w[0], Zone: w[1],
		}
	}
	f, sum := &assess.File{Schema: assess.ResultSchema, Entity: "Kabupaten", Period: "2026", Layer: assess.Mandiri}, new(big.Rat)
	for i, u := range units {
		score, band, _ := strings.Cut(u, " ")
		exact := rat(score)
		sum.Add(sum, exact)
		f.Units = append(f.Units, assess.FileUnit{ID: fmt.Sprint("u", i), FileScore: scored(exact, band)})
	}
	f.FileScore = scored(sum.Quo(sum, big.NewRat(int64(len(units)), 1)), band)
	data, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Within a file a higher score never has a lower band.
func TestReadFileBands(t *testing.T) {
	for _, tc := range []struct {
		name, mean string
		units      []string
		sound      bool
	}{
		{"falling", "C kuning", []string{"90 A hijau", "85 B hijau", "60 C kuning", "20 E merah"}, true},
		{"numbers, not texts", "D merah", []string{"100 A hijau", "9 E merah"}, true},
		{"higher score, lower zone", "A hijau", []string{"90 C kuning", "60 A hijau"}, false},
		{"one band in two places", "B hijau", []string{"90 A hijau", "85 B hijau", "82 A hijau"}, false},
		{"no zones", "C", []string{"90 A", "85 B", "20 E"}, true},
		{"no zones, one band in two places", "B", []string{"90 A", "85 B", "82 A"}, false},
		{"a zone for some", "C", []string{"90 A hijau", "50 C"}, false},
		{"one score, two zones", "C kuning", []string{"90 A hijau", "50 C kuning", "50 C hijau"}, false},
	} {
		_, err := assess.ReadFile("hasil.json", unitFile(t, tc.mean, tc.units...))
		var p problem.Problem
		if sound := err == nil; sound != tc.sound || !sound && (!errors.As(err, &p) || !strings.Contains(p.Message, "kategori")) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
}

// FuzzReadFile: nothing panics or hangs, and what is read is written and read again.
func FuzzReadFile(f *testing.F) {
	f.Add([]byte(golden))
	f.Add([]byte(`{"schema":"spotcheck/result/v1","exact":"1/3","score":"0.33","layer":"final"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := assess.ReadFile("f", data)
		if err != nil {
			return
		}
		first, err := file.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := assess.ReadFile("f", first)
		if err != nil {
			t.Fatal(err)
		}
		if second, _ := again.Bytes(); string(first) != string(second) {
			t.Fatalf("%s\nthen\n%s", first, second)
		}
	})
}
