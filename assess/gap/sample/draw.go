package sample

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// generator is what a seed's text stands for.
func generator(seed string) *rand.PCG {
	sum := sha256.Sum256([]byte(seed))
	return rand.NewPCG(binary.BigEndian.Uint64(sum[:8]), binary.BigEndian.Uint64(sum[8:16]))
}

// below draws a number from 0 to n-1, each equally likely.
func below(next func() uint64, n int) int {
	k := uint64(n)
	last := math.MaxUint64 - (math.MaxUint64%k+1)%k // the last of a whole multiple of n
	for {
		if x := next(); x <= last {
			return int(x % k)
		}
	}
}

// choose picks take of units, each set of that many equally likely when pick(n) gives
// each number below n equally often. The result is in order.
func choose(units []string, take int, pick func(n int) int) []string {
	left := slices.Clone(units)
	for i := range take {
		j := i + pick(len(left)-i)
		left[i], left[j] = left[j], left[i]
	}
	chosen := left[:take:take]
	slices.Sort(chosen)
	return chosen
}

// draw fills in who is chosen.
func draw(seed string, list []Stratum) {
	g := generator(seed)
	for i := range list {
		list[i].Chosen = choose(list[i].Units, list[i].Take, func(n int) int { return below(g.Uint64, n) })
	}
}
