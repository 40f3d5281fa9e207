package report

import (
	"fmt"
	"math/big"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// standing is how far a total can be relied on: a word for the box and a sentence.
type standing struct {
	Word, Reason string
	Tone         Tone
}

// standing judges a total by what is missing and what somebody other than the
// unit has looked at.
func (in *Input) standing(s assess.Score, c checked) standing {
	switch {
	case s.Band == nil:
		return standing{"Tanpa nilai", "Tidak ada indikator yang berlaku.", Quiet}
	case !s.Complete():
		return in.incomplete(s, c)
	case c.verified == 0:
		return standing{"Belum diverifikasi", "Semua jawaban terisi menurut isian unit" + c.secondary(" dan data sekunder") + "; belum ada yang diverifikasi inspektorat.", Fair}
	case c.verified < c.slots:
		return standing{"Terverifikasi " + c.share(),
			fmt.Sprintf("Semua jawaban terisi; %d dari %d jawaban%s sudah diverifikasi inspektorat, selebihnya isian unit.", c.verified, c.slots, c.secondary(" unit")), Fair}
	}
	return standing{"Terverifikasi", "Semua jawaban terisi dan sudah diverifikasi inspektorat" + c.secondary(", kecuali data sekunder") + ".", Good}
}

func (in *Input) incomplete(s assess.Score, c checked) standing {
	most := in.instrument().BandOf(indicators.Round(s.Max, in.decimals()))
	missing := capital(c.missing())
	switch {
	case s.Max.Cmp(s.Exact) == 0:
		return standing{"Belum lengkap", missing + "; nilai tidak berubah karenanya.", Fair}
	case !in.graded():
		return standing{"Belum lengkap", fmt.Sprintf("%s; nilai paling tinggi %s.", missing, in.score(s.Max)), Fair}
	case rung(most) == rung(s.Band):
		return standing{"Belum lengkap", fmt.Sprintf("%s; tetap %s apa pun isinya (nilai paling tinggi %s).", missing, rung(most), in.score(s.Max)), Fair}
	}
	return standing{"Belum lengkap", fmt.Sprintf("%s; bila semuanya terisi pada tingkat tertinggi, nilai menjadi %s (%s).", missing, in.score(s.Max), rung(most)), Bad}
}

// nearEdge is the part of the result scale within which an edge counts as near.
var nearEdge = big.NewRat(1, 100)

// edge says how far a total lies from the next better rung, or above its own edge.
func (in *Input) edge(s assess.Score) string {
	if s.Band == nil {
		return ""
	}
	up, better := in.climb(s)
	text, distance := "", up
	if better != nil {
		text = fmt.Sprintf("%s poin lagi menuju %s (%s).", in.score(up), rung(better), in.score(better.From))
	} else {
		floor := in.zoneFloor(s.Band)
		if floor.From.Cmp(in.instrument().Result.Min) == 0 {
			return "" // the only step there is
		}
		distance = new(big.Rat).Sub(s.Rounded, floor.From)
		text = fmt.Sprintf("%s poin di atas batas bawah %s (%s).", in.score(distance), rung(s.Band), in.score(floor.From))
	}
	if span := new(big.Rat).Sub(in.Best, in.instrument().Result.Min); distance.Cmp(span.Mul(span, nearEdge)) < 0 {
		text += " Nilai ini dekat batas itu."
	}
	return text
}

// climb is how many points lead to the next better zone or category, and its
// lowest band; nil in the best.
func (in *Input) climb(s assess.Score) (*big.Rat, *indicators.Band) {
	bands := in.instrument().Bands.List
	for i := len(bands) - 1; i >= 0 && s.Band != nil; i-- {
		if b := bands[i]; b.From.Cmp(s.Rounded) > 0 && rung(b) != rung(s.Band) {
			return new(big.Rat).Sub(b.From, s.Rounded), b
		}
	}
	return nil, nil
}

// zoneFloor is the lowest band on b's rung.
func (in *Input) zoneFloor(b *indicators.Band) *indicators.Band {
	floor := b
	for _, other := range in.instrument().Bands.List {
		if rung(other) == rung(b) && other.From.Cmp(floor.From) < 0 {
			floor = other
		}
	}
	return floor
}

// unusedVerification counts answers of higher layers that the result does not
// take.
func (in *Input) unusedVerification() int {
	n := 0
	if in.result().Input.Layer == assess.Mandiri {
		for _, a := range in.result().Input.Answers {
			if a.Layer != assess.Mandiri && a.Unit != "" {
				n++
			}
		}
	}
	return n
}

// unheard: no unit has answered anything, so that the total says nothing.
func (in *Input) unheard() bool { return len(in.Map.Ranking) == 0 && len(in.Map.Silent) > 0 }

// heard is the mean of the units that have answered; nil when all or none have.
func (in *Input) heard() *big.Rat {
	sum, weight := new(big.Rat), new(big.Rat)
	for i := range in.result().Units {
		u := &in.result().Units[i]
		if u.Exact == nil || gap.Silent(u) {
			continue
		}
		w := in.result().EntityShare(u)
		sum.Add(sum, new(big.Rat).Mul(w, u.Exact))
		weight.Add(weight, w)
	}
	if len(in.Map.Silent) == 0 || weight.Sign() == 0 {
		return nil
	}
	return sum.Quo(sum, weight)
}
