package path

import (
	"errors"
	"math/big"

	"spotcheck/assess"
	"spotcheck/assess/gap/knapsack"
)

// Step raises one answer by one level.
type Step struct {
	Unit       *assess.UnitResult
	Node       *assess.NodeResult
	Item       *assess.Item
	From       *big.Rat // value; nil: not answered
	To         *big.Rat // value
	Work, Lead int      // person-days; calendar days until it is done
	Gain       *big.Rat // points of what the path is for
	Essential  bool     // no other set of steps does as cheaply without it
}

// Path is the answer: what to do and what comes of it.
type Path struct {
	Goal   Goal
	Steps  []Step // in the order of units and instrument
	Work   int    // person-days of all steps
	Lead   int    // calendar days of the longest
	Before *big.Rat
	After  *big.Rat // exact score with all steps taken
	Bound  *big.Rat // person-days that any set needs, even if steps could be split; nil for a budget
	Proven bool     // no other set takes less work, or gains more for the budget
	Stuck  map[Reason]Loss
}

// Loss is what is lost on answers that cannot be moved.
type Loss struct {
	Answers int
	Points  *big.Rat // of what the path is for
}

// Unreachable is a goal that no set of steps reaches.
type Unreachable struct {
	Goal    Goal
	Before  *big.Rat
	Ceiling *big.Rat // exact score with every step taken
	Gates   []string // ids of nodes whose minimum even so fails
	Stuck   map[Reason]Loss
}

func (u *Unreachable) Error() string { return "path: out of reach" }

// The other errors.
var (
	ErrNoWork   = errors.New("path: an effort class does not say its work")
	ErrNoScore  = errors.New("path: nothing to start from")
	ErrTooLarge = knapsack.ErrTooLarge
)

// OfUnit looks for the least work that brings a unit to the goal.
func OfUnit(r *assess.Result, u *assess.UnitResult, goal Goal, t Terms) (*Path, error) {
	s, err := unitScene(r, u, t)
	if err != nil {
		return nil, err
	}
	return s.cheapest(goal)
}

// OfEntity looks for the least work, in all units that have answered, that brings the
// government to a score. Gates are judged unit by unit and play no part in it.
func OfEntity(r *assess.Result, goal Goal, t Terms) (*Path, error) {
	s, err := entityScene(r, t)
	if err != nil {
		return nil, err
	}
	return s.cheapest(goal)
}

// BestOfUnit is what a unit gains most for so many person-days.
func BestOfUnit(r *assess.Result, u *assess.UnitResult, work int, t Terms) (*Path, error) {
	s, err := unitScene(r, u, t)
	if err != nil {
		return nil, err
	}
	return s.best(work)
}

// BestOfEntity is what the government gains most for so many person-days.
func BestOfEntity(r *assess.Result, work int, t Terms) (*Path, error) {
	s, err := entityScene(r, t)
	if err != nil {
		return nil, err
	}
	return s.best(work)
}

func (s *scene) cheapest(goal Goal) (*Path, error) {
	p, err := s.problem(goal)
	if err != nil {
		return nil, err
	}
	open := new(big.Rat)
	if goal.Score != nil {
		open.Sub(goal.Score, s.before)
	}
	c, err := p.Cheapest(open)
	if errors.Is(err, knapsack.ErrUnreachable) {
		return nil, s.unreachable(p, goal)
	}
	if err != nil {
		return nil, err
	}
	out := s.path(p, c, goal)
	if s.unit != nil {
		err = s.essential(out, p, c, open)
	}
	return out, err
}

// essential marks the steps without which no other set does as cheaply.
func (s *scene) essential(out *Path, p knapsack.Problem, c *knapsack.Choice, open *big.Rat) error {
	at := 0
	for i, n := range c.Steps {
		for k := range n {
			other, err := p.Without(i, k).Reaches(open, c.Cost)
			if err != nil {
				return err
			}
			out.Steps[at].Essential = !other
			at++
		}
	}
	return nil
}

func (s *scene) best(work int) (*Path, error) {
	p, err := s.problem(Goal{})
	if err != nil {
		return nil, err
	}
	c, err := p.Best(work)
	if err != nil {
		return nil, err
	}
	return s.path(p, c, Goal{}), nil
}

// path words a choice.
func (s *scene) path(p knapsack.Problem, c *knapsack.Choice, goal Goal) *Path {
	out := &Path{Goal: goal, Work: c.Cost, Before: s.before, After: new(big.Rat).Add(s.before, c.Gain), Bound: c.Bound, Proven: c.Proven, Stuck: s.stuck()}
	for i, n := range c.Steps {
		m := s.moves[i]
		var from *big.Rat
		if m.item.Answer != nil {
			from = m.item.Answer.Value
		}
		for k := range n {
			out.Steps = append(out.Steps, Step{
				Unit: m.unit, Node: m.node, Item: m.item, From: from, To: m.values[k],
				Work: p.Items[i].Steps[k].Cost, Lead: m.lead, Gain: p.Items[i].Steps[k].Gain,
			})
			from = m.values[k]
			out.Lead = max(out.Lead, m.lead)
		}
	}
	return out
}

// stuck sums up what cannot be moved.
func (s *scene) stuck() map[Reason]Loss {
	out := map[Reason]Loss{}
	for i, m := range s.moves {
		if m.stuck == "" || m.node.Share.Sign() == 0 {
			continue
		}
		l, ok := out[m.stuck]
		if !ok {
			l.Points = new(big.Rat)
		}
		l.Answers++
		for _, g := range m.gains(s.in) {
			l.Points.Add(l.Points, g.Mul(g, s.parts[i]))
		}
		out[m.stuck] = l
	}
	return out
}

// unreachable tells how far all steps together lead.
func (s *scene) unreachable(p knapsack.Problem, goal Goal) *Unreachable {
	u := &Unreachable{Goal: goal, Before: s.before, Ceiling: new(big.Rat).Add(s.before, p.Ceiling()), Stuck: s.stuck()}
	for i, f := range p.Floors {
		most := new(big.Rat)
		for _, it := range f.Items {
			for _, st := range p.Items[it].Steps {
				most.Add(most, st.Gain)
			}
		}
		if most.Cmp(f.Least) < 0 {
			u.Gates = append(u.Gates, s.floorName(goal, i))
		}
	}
	return u
}

// floorName is the node of the i-th gate of the goal's set; "" for the total.
func (s *scene) floorName(goal Goal, i int) string {
	for _, g := range s.gates {
		if g.Gate.Set != goal.Set || g.Score == nil {
			continue
		}
		if i == 0 {
			return g.Gate.Of()
		}
		i--
	}
	return ""
}
