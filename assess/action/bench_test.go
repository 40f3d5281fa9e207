package action_test

import (
	"fmt"
	"testing"

	"spotcheck/assess/action"
)

// large is a plan of two thousand rows: forty units of fifty gaps.
func large(b *testing.B) *action.Plan {
	p := plan(b)
	node := p.Instrument.Indicators()[0]
	p.Items = nil
	for u := range 40 {
		for i := range 50 {
			it := item(fmt.Sprintf("unit-%02d", u), node, i)
			it.Indicator = fmt.Sprintf("A%d", i)
			p.Items = append(p.Items, it)
		}
	}
	return p
}

func BenchmarkWrite(b *testing.B) {
	p := large(b)
	for b.Loop() {
		blank(b, p)
	}
}

func BenchmarkRead(b *testing.B) {
	p := large(b)
	data := blank(b, p)
	e := expect(p)
	for b.Loop() {
		if f, list := action.Read("a.xlsx", data, e); f == nil || len(list) > 0 {
			b.Fatal(list)
		}
	}
}
