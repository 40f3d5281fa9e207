package compare

import (
	"math/big"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// Progress is what became of the units of one entity between two periods: a
// baseline and its follow-up.
type Progress struct {
	Entity, From, To string
	Nodes            []NodeChange // dimensions and variables, changed or not
	Units            []UnitChange // in the order of the later round, then those that are gone
}

// Common counts the units that have a score in both rounds, with their means.
func (p Progress) Common() (n int, before, after *big.Rat) {
	before, after = new(big.Rat), new(big.Rat)
	for _, u := range p.Units {
		if u.Change() != nil {
			n++
			before.Add(before, number(u.Before.Exact))
			after.Add(after, number(u.After.Exact))
		}
	}
	if n > 0 {
		each := big.NewRat(1, int64(n))
		before.Mul(before, each)
		after.Mul(after, each)
	}
	return n, before, after
}

// UnitChange is one unit in both rounds; a side where it was not there is nil.
type UnitChange struct {
	ID, Name      string
	Before, After *assess.FileUnit
	Better, Worse []NodeChange // indicators, in the instrument's order
	Waived, Taken []NodeChange // that no longer apply, or did not before: a score turned into TB is none that is met
}

// NodeChange is a node's score in both rounds; "" where nothing applied.
type NodeChange struct {
	ID, Title     string
	Before, After string // rounded
}

// Change is the difference of the rounded scores; nil without both.
func (n NodeChange) Change() *big.Rat {
	if n.Before == "" || n.After == "" {
		return nil
	}
	return new(big.Rat).Sub(number(n.After), number(n.Before))
}

// Silent reports a unit that was asked and answered nothing: its score says so, and
// not how it stands.
func Silent(u *assess.FileUnit) bool {
	asked := false
	for _, n := range u.Nodes {
		for _, it := range n.Items {
			if asked = true; it.State != assess.Missing && it.Layer != "" {
				return false
			}
		}
	}
	return asked
}

// Change is the difference of the rounded scores; nil without both.
func (u UnitChange) Change() *big.Rat {
	if u.Before == nil || u.After == nil || u.Before.Score == "" || u.After.Score == "" || Silent(u.Before) || Silent(u.After) {
		return nil
	}
	return new(big.Rat).Sub(number(u.After.Score), number(u.Before.Score))
}

// Progress lists every entity that was there in an earlier period, in the order of
// the leagues.
func (t *Table) Progress() []Progress {
	var out []Progress
	for _, l := range t.Leagues {
		for i := range l.Rows {
			if r := &l.Rows[i]; r.Before != nil {
				p := progress(r.Before.File, r.File)
				for j, n := range t.Nodes {
					p.Nodes = append(p.Nodes, NodeChange{n.ID, n.Title, r.Before.Nodes[j], r.Nodes[j]})
				}
				out = append(out, p)
			}
		}
	}
	return out
}

func progress(before, after *assess.File) Progress {
	p := Progress{Entity: after.Entity, From: before.Period, To: after.Period}
	for i := range after.Units {
		p.Units = append(p.Units, changed(unitOf(before, after.Units[i].ID), &after.Units[i]))
	}
	for i := range before.Units {
		if u := &before.Units[i]; unitOf(after, u.ID) == nil {
			p.Units = append(p.Units, UnitChange{ID: u.ID, Name: u.Name, Before: u})
		}
	}
	return p
}

func unitOf(f *assess.File, id string) *assess.FileUnit {
	for i := range f.Units {
		if f.Units[i].ID == id {
			return &f.Units[i]
		}
	}
	return nil
}

// changed compares a unit indicator by indicator; one that was not scored both
// times, or has no part in the score, got neither better nor worse.
func changed(before, after *assess.FileUnit) UnitChange {
	c := UnitChange{ID: after.ID, Name: after.Name, Before: before, After: after}
	if before == nil || Silent(before) || Silent(after) {
		return c
	}
	was := map[string]assess.FileNode{}
	for _, n := range before.Nodes {
		was[n.ID] = n
	}
	for _, n := range after.Nodes {
		if old, ok := was[n.ID]; ok && n.Kind == indicators.Indicator {
			c.add(old, n)
		}
	}
	return c
}

// add takes in what became of one indicator.
func (c *UnitChange) add(old, n assess.FileNode) {
	move := NodeChange{n.ID, n.Title, old.Score, n.Score}
	switch {
	case waived(n) && old.Exact != "" && old.Share != "0":
		c.Waived = append(c.Waived, move)
	case waived(old) && n.Exact != "" && n.Share != "0":
		c.Taken = append(c.Taken, move)
	case n.Exact == "" || old.Exact == "" || n.Share == "0":
	case number(n.Exact).Cmp(number(old.Exact)) > 0:
		c.Better = append(c.Better, move)
	case number(n.Exact).Cmp(number(old.Exact)) < 0:
		c.Worse = append(c.Worse, move)
	}
}

// waived reports an indicator that the unit was asked and that does not apply to it.
func waived(n assess.FileNode) bool { return n.State == assess.NA && !n.Unasked }

// number reads a score that was found sound when its file was read.
func number(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return new(big.Rat)
	}
	return r
}
