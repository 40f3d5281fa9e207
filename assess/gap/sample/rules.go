package sample

import (
	_ "embed" // the defaults
	"math/big"

	"spotcheck/indicators"
	"spotcheck/indicators/strictyaml"
)

//go:embed defaults.yaml
var defaults []byte

// Rules say what makes a unit a risk; distances are points of the result scale.
type Rules struct {
	Inflated, Peers, Near *big.Rat
	LeastPeers            int
	Persons               int // who visit together where a round does not say
}

// RulesFor are the default rules on the scale of an instrument.
func RulesFor(in *indicators.Instrument) Rules {
	doc := strictyaml.Parse("defaults.yaml", defaults)
	m := doc.Root()
	m.OneOf("provenance", "", "own")
	m.Text("reason")
	percent := new(big.Rat).Sub(in.Result.Max, in.Result.Min)
	percent.Quo(percent, big.NewRat(100, 1))
	points := func(key string) *big.Rat {
		if d := m.Decimal(key); d != nil {
			return d.Mul(d, percent)
		}
		return nil
	}
	r := Rules{Inflated: points("inflated"), Peers: points("peers"), Near: points("near"), LeastPeers: m.Int("least_peers", 0), Persons: m.Int("persons", 0)}
	m.Done()
	if problems := doc.Problems(); len(problems) > 0 {
		panic(problems.Error()) // a test reads the file
	}
	return r
}
