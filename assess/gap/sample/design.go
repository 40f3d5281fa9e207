package sample

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

// Stratum is the units of one type and risk: what a visit costs in person-days, all
// its units, and those chosen, both by id.
type Stratum struct {
	Type   string   `json:"type"`
	Risk   Risk     `json:"risk"`
	Cost   int      `json:"cost"`
	Take   int      `json:"take"`
	Units  []string `json:"units"`
	Chosen []string `json:"chosen"`
}

// Probability is that of any of its units to be chosen: taken/size.
func (s Stratum) Probability() *big.Rat { return big.NewRat(int64(s.Take), int64(len(s.Units))) }

// Design is how a sample was drawn.
type Design struct {
	Seed    string
	Days    int // person-days that were to be had
	Persons int // who visit together
	Strata  []Stratum
}

// Terms are what a sample is drawn with.
type Terms struct {
	Seed    string
	Days    int            // person-days
	Persons int            // who visit together
	Visit   map[string]int // working days of a visit, by type of unit
}

// New draws a sample of the population. It fails when there is nobody to visit, a
// visit's length is unknown, or the days do for no visit at all.
func New(members []Member, t Terms) (*Design, error) {
	if len(members) == 0 {
		return nil, problem.New(problem.SampleNone, problem.Place{}, "belum ada unit yang jawabannya dapat dipakai")
	}
	for _, m := range members {
		if kind := m.Unit.Unit.Type; t.Visit[kind] < 1 {
			return nil, problem.New(problem.PlanDays, problem.Place{}, "unit %s berjenis %q, dan lama kunjungan untuk jenis itu belum disebut", m.Unit.Unit.ID, kind).Seen(kind)
		}
	}
	d := &Design{Seed: t.Seed, Days: t.Days, Persons: t.Persons}
	d.Strata = strata(members, func(kind string) int { return t.Visit[kind] * t.Persons })
	for i, n := range allocate(d.Strata, t.Days) {
		d.Strata[i].Take = n
	}
	if d.Size() == 0 {
		least := slices.MinFunc(d.Strata, func(a, b Stratum) int { return a.Cost - b.Cost })
		return nil, problem.New(problem.SampleNone, problem.Place{}, "%d orang-hari tidak cukup untuk satu kunjungan; yang paling singkat memerlukan %d", t.Days, least.Cost)
	}
	draw(d.Seed, d.Strata)
	return d, nil
}

// Size is how many units are chosen.
func (d *Design) Size() int {
	n := 0
	for _, s := range d.Strata {
		n += s.Take
	}
	return n
}

// Population is how many units the sample was drawn from.
func (d *Design) Population() int {
	n := 0
	for _, s := range d.Strata {
		n += len(s.Units)
	}
	return n
}

// Covered is how many of them are in strata that have a sample.
func (d *Design) Covered() int {
	n := 0
	for _, s := range d.Strata {
		if s.Take > 0 {
			n += len(s.Units)
		}
	}
	return n
}

// Spent is what the visits cost in person-days.
func (d *Design) Spent() int {
	n := 0
	for _, s := range d.Strata {
		n += s.Take * s.Cost
	}
	return n
}

// StratumOf finds a unit's stratum; nil when it was not in the population.
func (d *Design) StratumOf(unit string) *Stratum {
	for i := range d.Strata {
		if slices.Contains(d.Strata[i].Units, unit) {
			return &d.Strata[i]
		}
	}
	return nil
}

// Chose reports whether a unit is in the sample.
func (d *Design) Chose(unit string) bool {
	s := d.StratumOf(unit)
	return s != nil && slices.Contains(s.Chosen, unit)
}

// fault says why d is no design of the round with these units; "" when it is one.
func (d *Design) fault(units []assess.Unit) string {
	seen := map[string]bool{}
	for _, s := range d.Strata {
		if s.Take < 0 || s.Take > len(s.Units) || len(s.Units) == 0 || s.Cost < 1 || !slices.Contains(Risks, s.Risk) || !slices.IsSorted(s.Units) {
			return fmt.Sprintf("lapisan %s %s tidak sah", s.Type, s.Risk)
		}
		for _, id := range s.Units {
			if seen[id] || !slices.ContainsFunc(units, func(u assess.Unit) bool { return u.ID == id }) {
				return fmt.Sprintf("unit %q tercantum dua kali atau tidak ada dalam daftar unit", id)
			}
			seen[id] = true
		}
	}
	if d.Size() == 0 {
		return "rancangan ini tidak memilih satu unit pun"
	}
	again := slices.Clone(d.Strata)
	draw(d.Seed, again)
	for i, s := range again {
		if !slices.Equal(s.Chosen, d.Strata[i].Chosen) {
			return fmt.Sprintf("unit terpilih pada lapisan %s %s bukan hasil penarikan dengan benih %q", s.Type, s.Risk, d.Seed)
		}
	}
	return ""
}
