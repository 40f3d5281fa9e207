package round

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOrderChangesNothing: the same files, found in any order and read by any
// worker first, give the same intake, contradictions and duplicates included.
func TestOrderChangesNothing(t *testing.T) {
	dir := small(t, "inputs: [masuk, susulan]\n", map[string]string{
		"masuk/a.csv": "unit,indicator,value,note\nDINKES,A2,1,satu\nPKM-1,B1,5,\nX,A2,1,\n", "masuk/b.csv": "unit,indicator,value,note\nDINKES,A2,1,dua\nPKM-1,B1,6,\n",
		"susulan/c.csv": "unit,respondent,indicator,value\nPKM-2,R2,B2,1\nPKM-2,R10,B2,0\nPKM-2,R1,B2,2\n", "susulan/d.pdf": "x", "susulan/e.xls": "x",
	})
	put(t, dir, "masuk/f.xlsx", fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "1 = Sebagian", "Penilaian|B1": "6"}))
	put(t, dir, "susulan/g.xlsx", fill(t, dir, "PKM-1", map[string]string{"Penilaian|A2": "2 = Lengkap"}))
	put(t, dir, "susulan/h.xlsx", fill(t, dir, "PKM-2", map[string]string{"Penilaian|A2": "salah", "Penilaian|B1": "7"}))
	r := load(t, dir)
	want, err := r.Intake(t.Context(), IntakeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Answers) != 5 || want.Problems.Errors() < 5 {
		t.Fatalf("the example shows too little: %v\n%v", listed(want.Answers), want.Problems)
	}
	rat := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 1))
		shuffled := *r
		if seed%2 == 0 {
			shuffled.Config.Inputs = []string{"susulan", "masuk", "susulan/c.csv"}
		}
		sources, problems, err := shuffled.collect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		units := append(r.Units[:0:0], r.Units...)
		rng.Shuffle(len(problems), func(i, j int) { problems[i], problems[j] = problems[j], problems[i] })
		got, err := shuffled.intake(t.Context(), sources, problems, IntakeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, rat); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(units, r.Units); diff != "" {
			t.Fatalf("the register was changed: %s", diff)
		}
	}
}

// TestCombineInAnyOrder: the order of files and of answers in them means nothing.
func TestCombineInAnyOrder(t *testing.T) {
	dir := small(t, "", nil)
	r := load(t, dir)
	for i := range 6 {
		put(t, dir, fmt.Sprintf("masuk/%d.csv", i), fmt.Appendf(nil, "unit,indicator,value,note\nDINKES,A2,%d,n%d\nPKM-%d,A2,1,\nPKM-1,B1,%d,\n", i/5, i%3, 1+i%2, i%2))
	}
	sources, _, err := r.collect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files := make([]reading, len(sources))
	for i, s := range sources {
		files[i] = reading{source: s}
		files[i].kind = KindCSV
	}
	if err := r.readCSVs(t.Context(), files, r.Units, newProgress(6, nil)); err != nil {
		t.Fatal(err)
	}
	wantAnswers, wantProblems := combine(r.said(files))
	rat := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	for seed := range uint64(50) {
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		answers, problems := combine(r.said(files))
		if diff := cmp.Diff(wantAnswers, answers, rat) + cmp.Diff(wantProblems, problems); diff != "" {
			t.Fatalf("seed %d:\n%s", seed, diff)
		}
	}
	if len(wantAnswers) != 2 || len(wantProblems) != 2 {
		t.Errorf("%v\n%v", listed(wantAnswers), wantProblems)
	}
}
