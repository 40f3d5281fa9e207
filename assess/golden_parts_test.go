package assess_test

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/indicators"
)

// parts reads "a|b|c".
func parts(text string) []*big.Rat {
	var out []*big.Rat
	for p := range strings.SplitSeq(text, "|") {
		if p != "" {
			out = append(out, rat(p))
		}
	}
	return out
}

func sumOf(list []*big.Rat) *big.Rat {
	out := new(big.Rat)
	for _, x := range list {
		out.Add(out, x)
	}
	return out
}

// sum: published parts add up to the published total.
func (g *facts) sum(r row) (outcome, string) {
	sum := sumOf(parts(r["parts"]))
	switch {
	case r["total"] == "":
		return information, "no total"
	case sum.Cmp(rat(r["total"])) == 0:
		return reproduced, sum.RatString()
	}
	return differs, sum.RatString()
}

// percent: a published share follows from the published counts.
func (g *facts) percent(r row) (outcome, string) {
	share := new(big.Rat).Quo(rat(r["part"]), rat(r["whole"]))
	_, decimals, _ := strings.Cut(r["percent"], ".")
	if got := indicators.Fixed(share.Mul(share, big.NewRat(100, 1)), len(decimals)); got != r["percent"] {
		return differs, got
	}
	return reproduced, r["percent"]
}

// weights: the nodes weigh what was published, and so do all together.
func (g *facts) weights(r row) (outcome, string) {
	in, want := g.builtIn(r["instrument"]), parts(r["weights"])
	if in == nil {
		return information, "no instrument"
	}
	ids := strings.Split(r["nodes"], "|")
	if len(ids) != len(want) {
		g.t.Fatalf("%d nodes with %d weights", len(ids), len(want))
	}
	var got []*big.Rat
	for _, id := range ids {
		if in.Node(id) == nil {
			return differs, id + " does not exist"
		}
		got = append(got, in.Node(id).Weight)
	}
	for i := range got {
		if got[i].Cmp(want[i]) != 0 {
			return differs, fmt.Sprintf("%s weighs %s", ids[i], got[i].RatString())
		}
	}
	if sum := sumOf(got); sum.Cmp(rat(r["total"])) != 0 {
		return differs, "together " + sum.RatString()
	}
	return reproduced, "all"
}

// structure: as many children of a node are counted as were published; of the top
// when no node is named.
func (g *facts) structure(r row) (outcome, string) {
	in := g.builtIn(r["instrument"])
	if in == nil {
		return information, "no instrument"
	}
	children := in.Dimensions
	if r["node"] != "" {
		if in.Node(r["node"]) == nil {
			return differs, r["node"] + " does not exist"
		}
		children = in.Node(r["node"]).Children
	}
	counted := 0
	for _, n := range children {
		if n.Counted() {
			counted++
		}
	}
	if got := fmt.Sprint(counted); got != r["counted"] {
		return differs, got
	}
	return reproduced, r["counted"]
}
