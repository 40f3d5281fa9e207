package library_test

import (
	"math/big"
	"strings"
	"testing"

	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

func TestEveryBuiltInParsesCleanly(t *testing.T) {
	if len(library.IDs()) == 0 {
		t.Fatal("no built-in instruments")
	}
	for _, id := range library.IDs() {
		in, problems := library.Load(id)
		for _, p := range problems {
			t.Errorf("%s: %v", id, p)
		}
		if in == nil {
			continue
		}
		if in.ID != id {
			t.Errorf("file %s.yaml holds instrument %q", id, in.ID)
		}
		if len(in.Indicators()) == 0 {
			t.Errorf("%s has no indicators", id)
		}
	}
}

// Weights that add up to a hundred can be read as per cent.
func TestSiblingWeightsSumToHundred(t *testing.T) {
	for _, id := range library.IDs() {
		in, _ := library.Load(id)
		if in == nil {
			continue // told above
		}
		sum(t, id, in.Dimensions)
		for _, n := range in.Nodes() {
			if len(n.Children) > 0 {
				sum(t, id+" "+n.ID, n.Children)
			}
		}
	}
}

func sum(t *testing.T, where string, nodes []*indicators.Node) {
	total := new(big.Rat)
	for _, n := range nodes {
		total.Add(total, n.Weight)
	}
	if total.Cmp(big.NewRat(100, 1)) != 0 {
		t.Errorf("%s: weights of the children add up to %s", where, indicators.Plain(total))
	}
}

func TestLoadOfUnknownName(t *testing.T) {
	in, list := library.Load("uu-25")
	if in != nil || len(list) != 1 || list[0].Code != problem.InstrumentAbsent || list[0].Value != "uu-25" {
		t.Errorf("%v, %v", in, list)
	}
	if !strings.Contains(list[0].Allowed, library.Default) {
		t.Errorf("the built-in instruments are not named: %q", list[0].Allowed)
	}
}

func BenchmarkParse(b *testing.B) {
	data, ok := library.Source(library.Default)
	if !ok {
		b.Fatal("no default instrument")
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if in, list := indicators.Parse("f", data); in == nil {
			b.Fatal(list)
		}
	}
}
