package sample

import (
	"bytes"
	"testing"
)

// FuzzRead: what is taken for a design of the round speaks of units of the round, and
// reads the same once written again.
func FuzzRead(f *testing.F) {
	s := scene(f)
	members, _ := Population(s.found, s.claim, s.rules)
	for _, days := range []int{2, 9, 100} {
		d, err := New(members, Terms{Seed: "uji", Days: days, Persons: 2, Visit: map[string]int{"dinas": 1, "rsud": 1}})
		if err != nil {
			f.Fatal(err)
		}
		var b bytes.Buffer
		if err := d.Write(&b, &s.found.Input); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read("x.json", data, &s.found.Input)
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := d.Write(&once, &s.found.Input); err != nil {
			t.Fatal(err)
		}
		again, err := Read("x.json", once.Bytes(), &s.found.Input)
		if err != nil || again.Write(&twice, &s.found.Input) != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatalf("read and written, it reads differently: %v", err)
		}
		e := d.EstimateFrom(s.found, s.claim)
		if d.Size() < 1 || d.Covered() > len(s.found.Units) || len(e.Missing) == 0 && e.Verified.Value == nil {
			t.Fatalf("%+v gives %+v", d, e)
		}
	})
}
