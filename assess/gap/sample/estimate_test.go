package sample

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

// samples lists every set of take of units.
func samples(units []string, take int) [][]string {
	if take == 0 {
		return [][]string{{}}
	}
	var out [][]string
	for i := 0; i+take <= len(units); i++ {
		for _, rest := range samples(units[i+1:], take-1) {
			out = append(out, append([]string{units[i]}, rest...))
		}
	}
	return out
}

// every calls do with each sample that a design can have.
func every(d *Design, stratum int, do func()) {
	if stratum == len(d.Strata) {
		do()
		return
	}
	s := &d.Strata[stratum]
	for _, chosen := range samples(s.Units, s.Take) {
		s.Chosen = chosen
		every(d, stratum+1, do)
	}
}

func tiny(r *rand.Rand) (*Design, map[string]*big.Rat) {
	d, values := &Design{}, map[string]*big.Rat{}
	for h := range 1 + r.IntN(3) {
		s := Stratum{Type: fmt.Sprint(h)}
		for i := range 1 + r.IntN(5) {
			id := fmt.Sprint(h, "-", i)
			s.Units, values[id] = append(s.Units, id), big.NewRat(int64(r.IntN(1000)), int64(1+r.IntN(9)))
		}
		s.Take = 1 + r.IntN(len(s.Units))
		d.Strata = append(d.Strata, s)
	}
	return d, values
}

// Over all samples of tiny populations: units are chosen as often as their probability
// says, the mean of the estimates is the population's mean, and where strata have two
// or more, or all, the mean of the estimated variances is the variance of the
// estimates. All of it exactly.
func TestEstimatesAgainstAllSamples(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	variances := 0
	for range 150 {
		d, values := tiny(r)
		truth, n := new(big.Rat), int64(0)
		for _, v := range values {
			truth.Add(truth, v)
			n++
		}
		truth.Quo(truth, big.NewRat(n, 1))
		count := int64(0)
		times := map[string]int64{}
		sum, squares, estimated := new(big.Rat), new(big.Rat), new(big.Rat)
		every(d, 0, func() {
			count++
			for _, s := range d.Strata {
				for _, id := range s.Chosen {
					times[id]++
				}
			}
			m := d.mean(func(id string) *big.Rat { return values[id] })
			sum.Add(sum, m.Value)
			off := new(big.Rat).Sub(m.Value, truth)
			squares.Add(squares, off.Mul(off, off))
			estimated.Add(estimated, m.Variance)
		})
		all := big.NewRat(count, 1)
		if sum.Quo(sum, all).Cmp(truth) != 0 {
			t.Fatalf("estimates have the mean %s, the units %s", sum, truth)
		}
		enough := true
		for _, s := range d.Strata {
			for _, id := range s.Units {
				if big.NewRat(times[id], count).Cmp(s.Probability()) != 0 {
					t.Fatalf("%s is in %d of %d samples, said %s", id, times[id], count, s.Probability())
				}
			}
			enough = enough && (s.Take > 1 || s.Take == len(s.Units))
		}
		if enough {
			variances++
			if squares.Cmp(estimated) != 0 {
				t.Fatalf("variance %s, estimated %s", squares, estimated)
			}
		}
	}
	if variances < 30 {
		t.Errorf("only %d designs tell a variance", variances)
	}
}

func TestInterval(t *testing.T) {
	hundred := big.NewRat(100, 1)
	m := Mean{Value: big.NewRat(80, 1), Variance: big.NewRat(4, 1)}
	m.interval(new(big.Rat), hundred)
	if m.Low.FloatString(4) != "76.0801" || m.High.FloatString(4) != "83.9199" {
		t.Error(m.Low.FloatString(4), m.High.FloatString(4))
	}
	m = Mean{Value: big.NewRat(99, 1), Variance: big.NewRat(4, 1)}
	if m.interval(new(big.Rat), hundred); m.High.Cmp(hundred) != 0 {
		t.Error("an interval leaves the scale")
	}
	m = Mean{Value: big.NewRat(99, 1)}
	if m.interval(new(big.Rat), hundred); m.Low != nil {
		t.Error("an interval without a variance")
	}
}
