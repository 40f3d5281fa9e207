package indicators

import (
	"math/big"
	"slices"
	"strings"
)

// Schema names the YAML format that this package reads.
const Schema = "spotcheck/instrument/v1"

// Instrument is one versioned set of indicators.
type Instrument struct {
	ID, Version          string
	Title, Short         string
	About, Notice        string
	Digest               string   // "sha256:" and the hash of the file with LF line ends
	ValidFrom, ValidTo   string   // ISO dates; ValidTo may be empty
	Variant              *Variant // nil: not a variant of another instrument
	Legal                []*Source
	Origin               Provenance // of every number that does not state its own, weights apart
	Wording              Provenance // of questions and level texts that do not state their own
	Result               Result
	Sources              []*Source
	Bands                Bands
	Opinions             *Opinions  // nil: the instrument tells none
	Weights              Provenance // of every weight that does not state its own
	Scales               []*Scale
	Products             Products
	Respondents          []*Respondents // groups of people to be asked; empty: nobody is
	Types                []Name
	Roles                []Role
	Efforts              []*Effort
	Sanctions            []*Sanction
	Gates                []Gate
	Dimensions           []*Node // the top of the tree, in file order
	nodes                map[string]*Node
	indicators, preorder []*Node
}

// Result is the scale on which scores are told.
type Result struct {
	Provenance
	Label    string // what the number is: "Nilai"
	Min, Max *big.Rat
	Decimals int
	RollUp   string // RollUpUnit or RollUpProduct
}

// DefaultLabel is what a result is called that has no name of its own.
const DefaultLabel = "Nilai"

// How units make up the entity: every unit counts once, or as many times as it
// has assessed products.
const (
	RollUpUnit    = "unit"
	RollUpProduct = "product"
)

// Name is a key with its Indonesian name.
type Name struct{ Key, Title string }

// Role is who fixes a gap. Outside roles belong to no unit being assessed.
type Role struct {
	Name
	Outside bool
}

// Source is something cited; Cite is its short form in citations.
type Source struct{ Key, Title, Cite, URL string }

// Provenance says how far a number may be trusted, and why.
type Provenance struct {
	Mark    string // Confirmed, SingleSource, Assumed, Own
	Sources []*Source
	Reason  string
}

// Same reports whether both say the same.
func (o Provenance) Same(other Provenance) bool {
	return o.Mark == other.Mark && o.Reason == other.Reason && slices.Equal(o.Sources, other.Sources)
}

// The marks of a Provenance.
const (
	Confirmed    = "confirmed"
	SingleSource = "single-source"
	Assumed      = "assumed"
	Own          = "own"
)

// Bands are the categories of a result, best first, with where those come from that
// do not say it themselves.
type Bands struct {
	Provenance
	List []*Band
}

// Band is one category: results from From up to the next better band.
type Band struct {
	Provenance
	Category, Label string
	Zone            string // hijau, kuning, merah; empty in all bands where the source knows no zones
	From            *big.Rat
}

// Zones in falling order, as the reports list them.
var Zones = [...]string{"hijau", "kuning", "merah"}

// Products bounds how many service products of a unit are asked about.
type Products struct {
	Provenance
	Min, Slots int
}

// Respondents is a group of people who are asked: how many at least, and for how
// many the form has room. Code begins the names of its members: R1, R2, ...
type Respondents struct {
	Provenance
	Key, Code, Label string
	Sample           bool // what a person leaves open does not count, beyond Min answers
	Min, Slots       int
}

// Has reports whether id names a member of the group: R1, R2, ...
func (g *Respondents) Has(id string) bool {
	number, ok := strings.CutPrefix(id, g.Code)
	return ok && number != "" && number[0] >= '1' && number[0] <= '9'
}

// Effort is a class of work: its lead time in calendar days, and the person-days of
// one level step; Work is 0 where it is not stated.
type Effort struct {
	Provenance
	Key, Label, About string
	Days, Work        int
}

// Sanction is a consequence named by law.
type Sanction struct {
	Key, Text string
	Cite      Citation
}

// Indicators are the leaves in file order.
func (in *Instrument) Indicators() []*Node { return in.indicators }

// Nodes are all nodes in file order, parents before children.
func (in *Instrument) Nodes() []*Node { return in.preorder }

// Node finds a node by id; nil when there is none.
func (in *Instrument) Node(id string) *Node { return in.nodes[id] }

// BandOf finds the band of a score already rounded to the instrument's
// decimals. Scores outside the scale take the nearest band.
func (in *Instrument) BandOf(rounded *big.Rat) *Band {
	for _, b := range in.Bands.List {
		if rounded.Cmp(b.From) >= 0 {
			return b
		}
	}
	return in.Bands.List[len(in.Bands.List)-1]
}

// ValidOn reports whether an ISO date lies in the instrument's validity; any does
// where it states none.
func (in *Instrument) ValidOn(date string) bool {
	return (in.ValidFrom == "" || date >= in.ValidFrom) && (in.ValidTo == "" || date <= in.ValidTo)
}

// Zoned reports whether the categories belong to zones.
func (in *Instrument) Zoned() bool { return in.Bands.List[0].Zone != "" }

// TypeTitle is the Indonesian name of a unit type, or the key itself.
func (in *Instrument) TypeTitle(key string) string {
	for _, t := range in.Types {
		if t.Key == key {
			return t.Title
		}
	}
	return key
}
