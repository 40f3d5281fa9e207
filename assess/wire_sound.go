package assess

import (
	"fmt"
	"math/big"
	"slices"

	"spotcheck/indicators"
)

// total is a score of a file with the numbers that it is compared by.
type total struct {
	what string
	FileScore
	score, exact *big.Rat // nil: nothing applied
}

// band is what a file calls a score.
type band struct{ category, label, zone string }

// contradiction says what no result of this program says of itself; empty when
// there is nothing. The numbers of the file are known to be numbers.
func (f *File) contradiction() string {
	entity := newTotal("total", f.FileScore)
	all := []total{entity}
	var units []total // that have a score
	for _, u := range f.Units {
		t := newTotal(u.ID, u.FileScore)
		if all = append(all, t); t.score != nil {
			units = append(units, t)
		}
	}
	for _, t := range all {
		if !t.sound() {
			return fmt.Sprintf("batas, kemajuan, atau kategori %s bertentangan dengan nilainya", t.what)
		}
	}
	if (entity.score == nil) != (len(units) == 0) {
		return "nilai total tidak sesuai dengan ada tidaknya nilai unit"
	}
	if entity.score == nil {
		return ""
	}
	byExact := func(a, b total) int { return a.exact.Cmp(b.exact) }
	if byExact(entity, slices.MinFunc(units, byExact)) < 0 || byExact(entity, slices.MaxFunc(units, byExact)) > 0 {
		return "nilai total tidak terletak di antara nilai unit terendah dan tertinggi"
	}
	return banding(append(units, entity))
}

// newTotal reads the numbers of a score.
func newTotal(what string, s FileScore) total {
	t := total{what: what, FileScore: s}
	if s.Score != "" {
		t.score, _ = new(big.Rat).SetString(s.Score)
		t.exact, _ = new(big.Rat).SetString(s.Exact)
	}
	return t
}

// sound judges a score by itself: its bounds hold it, all is answered when it is
// complete, and it has a band when it has a value.
func (t total) sound() bool {
	done, ok := new(big.Rat).SetString(t.Progress)
	one := big.NewRat(1, 1)
	if !ok || done.Sign() < 0 || done.Cmp(one) > 0 || t.Complete != (done.Cmp(one) == 0) {
		return false
	}
	if t.score == nil {
		return t.Min == "" && t.Max == "" && t.band() == band{}
	}
	least, known := new(big.Rat).SetString(t.Min)
	most, bounded := new(big.Rat).SetString(t.Max)
	return known && bounded && least.Cmp(t.score) <= 0 && t.score.Cmp(most) <= 0 &&
		t.Category != "" && (t.Zone == "" || slices.Contains(indicators.Zones[:], t.Zone))
}

func (t total) band() band { return band{t.Category, t.Label, t.Zone} }

// banding says where the bands of scores do not rise with them: two bands of one
// score, a worse zone above a better one, a band that was left before.
func banding(list []total) string {
	slices.SortFunc(list, func(a, b total) int { return a.score.Cmp(b.score) })
	left := map[band]bool{}
	for i := 1; i < len(list); i++ {
		low, high := list[i-1], list[i]
		if low.band() == high.band() {
			continue
		}
		left[low.band()] = true
		if low.score.Cmp(high.score) == 0 || left[high.band()] || zoneRank(low.Zone) < zoneRank(high.Zone) {
			return fmt.Sprintf("kategori %s (%s) dan %s (%s) bertentangan dengan nilainya", low.what, low.Score, high.what, high.Score)
		}
	}
	return ""
}

// zoneRank is 0 for the best zone, -1 for none.
func zoneRank(zone string) int { return slices.Index(indicators.Zones[:], zone) }

// UnitMean is the mean of the units that have a score; nil when none has.
func (f *File) UnitMean() *big.Rat {
	var m mean
	for _, u := range f.Units {
		m.add(whole, ratioOf(newTotal(u.ID, u.FileScore).exact))
	}
	return m.value().rat()
}
