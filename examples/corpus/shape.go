package main

import (
	"math/big"
	"math/rand/v2"
	"strings"

	"spotcheck/indicators"
)

// shape is how a program writes the cells that a person fills in.
type shape int

// Texts in the cell, in the table of shared texts, as if a formula had given them,
// or in pieces of several looks.
const (
	inline shape = iota
	shared
	computed
	rich
	shapes = iota
)

// value is what a cell holds: a text, or with a kind what that kind holds.
type value struct {
	kind string // attribute t; empty for a text
	text string
	gone bool // a formula without its result
}

const kindNumber, kindBool, kindError = "n", "b", "e"

func text(s string) value { return value{text: s} }

// written is an answer as one or another person enters it.
func written(rng *rand.Rand, n *indicators.Node, s said) value {
	if s.na {
		return text(pick(rng, "TB", "tb", "Tidak berlaku", " TB = Tidak berlaku "))
	}
	point := strings.TrimSuffix(strings.TrimRight(s.value.FloatString(12), "0"), ".")
	comma := strings.Replace(point, ".", ",", 1)
	label := labelOf(n.Scale, s.value)
	switch {
	case rng.IntN(3) == 0:
		return value{kind: kindNumber, text: point}
	case label == "":
		return text(pick(rng, point, comma, "\u00a0"+comma+" "))
	}
	option := comma + " = " + label
	return text(pick(rng, option, option, option, comma, point, label, strings.ToUpper(label), "\u00a0"+option+"  "))
}

// labelOf is the name of a level; empty for a number.
func labelOf(s *indicators.Scale, v *big.Rat) string {
	for _, l := range s.Levels {
		if l.Value.Cmp(v) == 0 {
			return l.Label
		}
	}
	return ""
}

func pick(rng *rand.Rand, list ...string) string { return list[rng.IntN(len(list))] }
