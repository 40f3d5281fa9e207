package compare

import (
	"math/big"
	"slices"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

// maxExact bounds the digits of all units' scores together; those of 41,000 units come
// to a million. What is read from a file is bounded there more closely.
const maxExact = 8 << 20

// builtIn is the instrument that travels with the program; nil for any other.
func builtIn(i assess.FileInstrument) *indicators.Instrument {
	if !slices.Contains(library.IDs(), i.ID) {
		return nil
	}
	in, _ := library.Load(i.ID)
	if in == nil || in.Digest != i.Digest {
		return nil
	}
	return in
}

// altered tells of a result of a built-in instrument whose total or categories
// are not what the instrument makes of its units.
func altered(r Named, in *indicators.Instrument) problem.List {
	refuse := func(format string, args ...any) problem.List {
		return problem.List{problem.New(problem.CompareUnread, problem.Place{File: r.Name}, "isinya berubah sejak ditulis: "+format, args...)}
	}
	digits := 0
	for _, u := range r.File.Units {
		digits += len(u.Exact)
	}
	if digits > maxExact {
		return refuse("nilai tepat unit terlalu panjang")
	}
	if in.Result.RollUp == indicators.RollUpUnit && exactOf(r.File.UnitMean()) != r.File.Exact {
		return refuse("nilai total bukan rata-rata nilai unit")
	}
	if !banded(r.File.FileScore, in) {
		return refuse("kategori total bukan kategori nilainya")
	}
	if !earned(r.File.FileScore, r.File.FileAxis, in) {
		return refuse("opini total tidak sesuai dengan kategori dan syaratnya")
	}
	for _, u := range r.File.Units {
		if !banded(u.FileScore, in) {
			return refuse("kategori unit %s bukan kategori nilainya", u.ID)
		}
		if !earned(u.FileScore, u.FileAxis, in) {
			return refuse("opini unit %s tidak sesuai dengan kategori dan syaratnya", u.ID)
		}
		if i := slices.IndexFunc(u.Nodes, func(n assess.FileNode) bool { return !scaled(n, in.Result) }); i >= 0 {
			return refuse("nilai %s unit %s di luar skala hasil", u.Nodes[i].ID, u.ID)
		}
	}
	return nil
}

// earned reports whether an opinion is the one that the category and the gates
// earn; none is always possible.
func earned(s assess.FileScore, a assess.FileAxis, in *indicators.Instrument) bool {
	if a.Opinion == nil || a.Opinion.Label == "" {
		return true
	}
	if in.Opinions == nil || !s.Complete {
		return false
	}
	i := slices.IndexFunc(a.Sets, func(set assess.FileSet) bool { return set.For == in.Opinions.Set })
	return i >= 0 && a.Opinion.Label == in.Opinions.Of(s.Category, a.Sets[i].State == assess.GateHolds)
}

// scaled reports whether a node has a score of the scale, or none.
func scaled(n assess.FileNode, of indicators.Result) bool {
	if n.Score == "" {
		return true
	}
	score := number(n.Exact)
	return score.Cmp(of.Min) >= 0 && score.Cmp(of.Max) <= 0
}

func exactOf(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return indicators.Exact(r)
}

// banded reports whether a score has the band that the instrument gives it.
func banded(s assess.FileScore, in *indicators.Instrument) bool {
	if s.Score == "" {
		return s.Category == ""
	}
	score, ok := new(big.Rat).SetString(s.Score)
	if !ok {
		return false
	}
	b := in.BandOf(score)
	return s.Category == b.Category && s.Label == b.Label && s.Zone == b.Zone
}
