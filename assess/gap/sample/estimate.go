package sample

import (
	"math/big"

	"spotcheck/assess"
)

// Mean is an estimate of a mean over the strata that have a sample. Low and High are
// nil where no interval can be given.
type Mean struct {
	Value, Variance *big.Rat
	Low, High       *big.Rat
}

// Estimate is what the visits say of all units in strata that have a sample.
type Estimate struct {
	Verified  Mean      // score after verification
	Inflation Mean      // own score less that
	Missing   []string  // chosen units that nobody has visited yet: then there are no means
	Single    []Stratum // strata of which one unit was chosen out of several: then there are no intervals
}

// NormalQuantile is the 97.5 % point of the normal distribution: intervals hold about
// 95 times of 100.
var NormalQuantile = big.NewRat(1959964, 1000000)

// EstimateFrom reads the verdicts on the chosen units: found takes them into account,
// claim is the same answers at layer mandiri.
func (d *Design) EstimateFrom(found, claim *assess.Result) Estimate {
	var e Estimate
	scores := map[string][2]*big.Rat{}
	for i := range found.Units {
		u, own := &found.Units[i], &claim.Units[i]
		if !d.Chose(u.Unit.ID) {
			continue
		}
		if !Visited(u) || u.Exact == nil || own.Exact == nil {
			e.Missing = append(e.Missing, u.Unit.ID)
			continue
		}
		scores[u.Unit.ID] = [2]*big.Rat{u.Exact, new(big.Rat).Sub(own.Exact, u.Exact)}
	}
	if len(e.Missing) > 0 {
		return e
	}
	for _, s := range d.Strata {
		if s.Take == 1 && len(s.Units) > 1 {
			e.Single = append(e.Single, s)
		}
	}
	for i, m := range []*Mean{&e.Verified, &e.Inflation} {
		*m = d.mean(func(unit string) *big.Rat { return scores[unit][i] })
		if len(e.Single) > 0 {
			m.Variance = nil
		}
	}
	in := found.Input.Instrument
	span := new(big.Rat).Sub(in.Result.Max, in.Result.Min)
	e.Verified.interval(in.Result.Min, in.Result.Max)
	e.Inflation.interval(new(big.Rat).Neg(span), span)
	return e
}

// mean is the stratified estimate, which is that of Horvitz and Thompson divided by
// the number of units, and its estimated variance with the finite population
// correction. A stratum of one unit drawn out of several adds nothing to the latter.
func (d *Design) mean(value func(unit string) *big.Rat) Mean {
	m := Mean{Value: new(big.Rat), Variance: new(big.Rat)}
	for _, s := range d.Strata {
		if s.Take == 0 {
			continue
		}
		weight := big.NewRat(int64(len(s.Units)), int64(d.Covered()))
		mean, spread := moments(s.Chosen, value)
		m.Value.Add(m.Value, new(big.Rat).Mul(weight, mean))
		if s.Take > 1 {
			part := new(big.Rat).Mul(weight, weight)
			part.Mul(part, new(big.Rat).Sub(big.NewRat(1, 1), s.Probability()))
			part.Mul(part, spread).Quo(part, big.NewRat(int64(s.Take), 1))
			m.Variance.Add(m.Variance, part)
		}
	}
	return m
}

// moments are the mean and the variance (divided by n - 1) of a stratum's sample.
func moments(units []string, value func(string) *big.Rat) (mean, spread *big.Rat) {
	n := big.NewRat(int64(len(units)), 1)
	mean, spread = new(big.Rat), new(big.Rat)
	for _, u := range units {
		mean.Add(mean, value(u))
	}
	mean.Quo(mean, n)
	if len(units) < 2 {
		return mean, spread
	}
	for _, u := range units {
		d := new(big.Rat).Sub(value(u), mean)
		spread.Add(spread, d.Mul(d, d))
	}
	return mean, spread.Quo(spread, n.Sub(n, big.NewRat(1, 1)))
}

// interval puts the normal interval around a mean, cut to what the scale allows.
func (m *Mean) interval(least, most *big.Rat) {
	if m.Variance == nil {
		return
	}
	half := m.Error()
	half.Mul(half, NormalQuantile)
	m.Low, m.High = new(big.Rat).Sub(m.Value, half), new(big.Rat).Add(m.Value, half)
	if m.Low.Cmp(least) < 0 {
		m.Low.Set(least)
	}
	if m.High.Cmp(most) > 0 {
		m.High.Set(most)
	}
}

// Error is the standard error; nil where it is not known.
func (m Mean) Error() *big.Rat {
	if m.Variance == nil {
		return nil
	}
	return root(m.Variance)
}

// root is the square root to a hundred bits.
func root(r *big.Rat) *big.Rat {
	f := new(big.Float).SetPrec(100).SetRat(r)
	out, _ := f.Sqrt(f).Rat(nil)
	return out
}
