package knapsack

import (
	"errors"
	"math/big"
	"testing"
)

// What cannot be searched completely is refused, not guessed.
func TestTooLarge(t *testing.T) {
	one := []Step{{Cost: 1, Gain: big.NewRat(1, 1)}}
	tied := Problem{Items: []Item{{Steps: one}}}
	for i := range maxHubs + 1 {
		tied.Items = append(tied.Items, Item{Steps: one, Needs: []int{i}})
	}
	dear := Problem{Items: []Item{{Steps: []Step{{Cost: maxCost + 1, Gain: big.NewRat(1, 1)}}}}}
	for name, p := range map[string]Problem{"needs": tied, "costs": dear} {
		if c, err := p.Cheapest(big.NewRat(1, 1)); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
		if c, err := p.Best(1); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
	}
}

func TestNothingToDo(t *testing.T) {
	var none Problem
	if c, err := none.Cheapest(new(big.Rat)); err != nil || c.Cost != 0 || c.Gain.Sign() != 0 || !c.Proven {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := none.Cheapest(big.NewRat(1, 9)); !errors.Is(err, ErrUnreachable) {
		t.Error(err)
	}
	floor := Problem{Floors: []Floor{{nil, big.NewRat(1, 2)}}}
	if _, err := floor.Cheapest(new(big.Rat)); !errors.Is(err, ErrUnreachable) {
		t.Errorf("a floor without items: %v", err)
	}
}

func TestWithout(t *testing.T) {
	p := Problem{Items: []Item{{Steps: []Step{{1, big.NewRat(2, 1)}, {1, big.NewRat(2, 1)}}}}}
	if c, err := p.Without(0, 1).Best(5); err != nil || c.Cost != 1 || len(p.Items[0].Steps) != 2 || p.Items[0].Short {
		t.Errorf("%+v, %v, %+v", c, err, p)
	}
}
