package assess

import (
	"math/big"
	"slices"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Layer is who says so.
type Layer string

// The layers from the bottom up.
const (
	Mandiri    Layer = "mandiri"
	Verifikasi Layer = "verifikasi"
	Final      Layer = "final"
)

// Layers in rising authority.
var Layers = [...]Layer{Mandiri, Verifikasi, Final}

// ParseLayer reads a layer's name; the empty name is Mandiri.
func ParseLayer(s string) (Layer, bool) {
	if s == "" {
		return Mandiri, true
	}
	for _, l := range Layers {
		if s == string(l) {
			return l, true
		}
	}
	return "", false
}

// State is one of the three things an answer can be.
type State string

// The states, as they stand in the result contract.
const (
	Answered State = "answered"
	NA       State = "na"
	Missing  State = "missing"
)

// NAText is how "tidak berlaku" is written in forms and CSV files.
const NAText = indicators.NAText

// Unit is an OPD or UPT being assessed.
type Unit struct {
	ID, Name, Type, Parent string
	Head, HeadTitle, NIP   string // who signs; may be empty
	PIC, Contact           string // narahubung; may be empty
	Products               []Product
}

// FindUnit finds a unit by id in a list that is sorted so.
func FindUnit(units []Unit, id string) (int, bool) {
	return slices.BinarySearchFunc(units, id, func(u Unit, id string) int { return strings.Compare(u.ID, id) })
}

// Product is one service of a unit.
type Product struct{ ID, Name string }

// Key says what an answer is about. Product and Respondent are set only for
// indicators of that scope; Unit is empty for those asked of the whole government.
type Key struct{ Unit, Indicator, Product, Respondent string }

// Answer is what one layer says, with the place it was read from. Value is set
// exactly when State is Answered; a Missing answer is never recorded.
type Answer struct {
	Key
	Layer          Layer
	State          State
	Value          *big.Rat
	Note, Evidence string
	At             problem.Place
}

// Input is everything a result depends on.
type Input struct {
	Instrument     *indicators.Instrument
	Entity, Period string
	Layer          Layer // "" is Mandiri
	Units          []Unit
	Answers        []Answer       // at most one per Key and Layer
	Excluded       []string       // ids of nodes that the round does not assess
	Date           string         // ISO, of the round; may be empty
	Refused        map[string]int // unit id -> answers of it that could not be used
}
