package assess

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"spotcheck/indicators"
)

// maxBits bounds the common denominator of the scores of a file. People and products
// are counted, so that those of thousands of units share most of theirs.
const maxBits = 1 << 16

// parsed reads an exact number that was found sound; nothing for none.
func parsed(exact string) ratio {
	if exact == "" {
		return ratio{}
	}
	r, _ := new(big.Rat).SetString(exact)
	return ratioOf(r)
}

func decimal(s string) *big.Rat {
	r, _ := new(big.Rat).SetString(s)
	return r
}

func equal(a, b ratio) bool {
	if a.none() || b.none() {
		return a.none() && b.none()
	}
	return a == b || a.rat().Cmp(b.rat()) == 0
}

// fileMean is a unit as the means of its government see it.
type fileMean struct {
	times, total ratio
	nodes        []ratio
}

// miscalculated says which nodes are not what their parts make of them.
func (f *File) miscalculated() string {
	units := make([]fileMean, len(f.Units))
	for i := range f.Units {
		u := &f.Units[i]
		units[i] = fileMean{whole, parsed(u.Exact), make([]ratio, len(u.Nodes))}
		if u.Times != "" {
			n, err := strconv.ParseUint(u.Times, 10, 31)
			if err != nil {
				return "hitungan unit " + u.ID
			}
			units[i].times.num = int64(n)
		}
		for j, n := range u.Nodes {
			units[i].nodes[j] = parsed(n.Exact)
		}
		if what := u.miscalculated(units[i]); what != "" {
			return fmt.Sprintf("%s unit %s", what, u.ID)
		}
	}
	if what := f.beyond(units); what != "" {
		return what
	}
	return f.unlikeUnits(units)
}

// beyond says which units have scores outside the result scale; their means lie
// between them.
func (f *File) beyond(units []fileMean) string {
	if f.Scale == nil {
		return ""
	}
	for _, end := range []string{f.Scale.Min, f.Scale.Max} {
		if !exactText.MatchString(end) || len(end) > maxExact || parsed(end).none() {
			return "skala hasil tidak terbaca"
		}
	}
	least, most := parsed(f.Scale.Min).rat(), parsed(f.Scale.Max).rat()
	outside := func(x ratio) bool { return !x.none() && (x.rat().Cmp(least) < 0 || x.rat().Cmp(most) > 0) }
	for i, u := range units {
		if outside(u.total) || slices.ContainsFunc(u.nodes, outside) {
			return fmt.Sprintf("nilai unit %s di luar skala hasil", f.Units[i].ID)
		}
	}
	return ""
}

// miscalculated: the indicators make up the total by their shares, and a branch lies
// between the least and the greatest of them.
func (u *FileUnit) miscalculated(m fileMean) string {
	var total, shares sum
	var least, most *big.Rat
	for i, n := range u.Nodes {
		x, share := m.nodes[i], ratio{}
		if exactText.MatchString(n.Share) && len(n.Share) <= maxExact {
			share = parsed(n.Share)
		}
		switch {
		case share.none() || share.rat().Sign() < 0:
			return "andil " + n.ID
		case n.State != Answered && n.State != NA && n.State != Missing:
			return "keadaan " + n.ID
		case n.Kind != indicators.Indicator:
			continue
		case x.none() != (n.State == NA) || x.none() && share != zero:
			return "keadaan " + n.ID
		case x.none():
			continue
		}
		if total.add(share, x); total.tooWide() {
			return "nilai tepat terlalu panjang pada"
		}
		shares.add(share, whole)
		least, most = widen(least, most, x.rat())
	}
	if len(u.Nodes) > 0 && !m.total.none() && (!equal(total.value(), m.total) || !equal(shares.value(), whole)) {
		return "jumlah nilai indikator tidak sama dengan nilai"
	}
	for i, n := range u.Nodes {
		if x := m.nodes[i]; n.Kind != indicators.Indicator && !x.none() && (least == nil || x.rat().Cmp(least) < 0 || x.rat().Cmp(most) > 0) {
			return fmt.Sprintf("nilai %s di luar nilai indikator", n.ID)
		}
	}
	return ""
}

// widen takes x in between least and most, which are nil at first.
func widen(least, most, x *big.Rat) (*big.Rat, *big.Rat) {
	if least == nil || x.Cmp(least) < 0 {
		least = x
	}
	if most == nil || x.Cmp(most) > 0 {
		most = x
	}
	return least, most
}

// unlikeUnits says what is not the mean of the units.
func (f *File) unlikeUnits(units []fileMean) string {
	if !equal(meanOf(units, func(u fileMean) ratio { return u.total }), parsed(f.Exact)) {
		return "nilai total bukan rata-rata nilai unit"
	}
	for i, n := range f.Nodes {
		if !equal(meanOf(units, func(u fileMean) ratio { return u.nodes[i] }), parsed(n.Exact)) {
			return fmt.Sprintf("nilai %s bukan rata-rata nilai unit", n.ID)
		}
	}
	return ""
}

// meanOf is the mean over the units; nothing for one that is out of reach.
func meanOf(units []fileMean, of func(fileMean) ratio) ratio {
	var m mean
	for _, u := range units {
		if m.add(u.times, of(u)); m.sum.tooWide() {
			return ratio{}
		}
	}
	return m.value()
}

// tooWide reports a sum that no round comes to.
func (s *sum) tooWide() bool { return s.wide != nil && s.wide.den.BitLen() > maxBits }
