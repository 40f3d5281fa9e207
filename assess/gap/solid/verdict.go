package solid

import (
	"fmt"
	"math/big"

	"spotcheck/indicators"
)

// Verdict is the one word for it all.
type Verdict string

// The verdicts.
const (
	Kokoh Verdict = "kokoh"
	Cukup Verdict = "cukup kokoh"
	Rapuh Verdict = "rapuh"
)

// Clause is one line of the rule: what makes a total less than kokoh.
type Clause struct {
	Verdict Verdict
	text    string
	holds   func(*Solid) bool
}

// Rule is how the verdict comes about, our own choice: the first clause that holds
// gives it, and where none does the total is Kokoh. What mostly rests on claims that
// it would not survive is not called anything near solid.
var Rule = [...]Clause{
	{Rapuh, "jawaban yang masih kosong dapat mengubah %s", func(s *Solid) bool { return s.leaves(s.Missing.Low, s.Missing.High) }},
	{Rapuh, "satu jawaban yang bergeser satu tingkat sudah mengubah %s", (*Solid).single},
	{Rapuh, "lebih dari separuh nilai bertumpu pada jawaban yang belum diverifikasi, dan %s berubah bila semua jawaban itu ternyata satu tingkat lebih rendah", (*Solid).claimed},
	{Cukup, "%s berubah bila semua jawaban yang belum diverifikasi ternyata satu tingkat lebih rendah", func(s *Solid) bool { return s.leaves(s.Both.Low, s.Both.High) }},
	{Cukup, "%s berubah bila bobot yang masih berupa asumsi berbeda dari yang dipakai", func(s *Solid) bool { return s.leaves(s.Weights.Low, s.Weights.High) }},
}

// Words is the clause as a person reads it; rung is "zona" or "kategori".
func (c Clause) Words(rung string) string { return fmt.Sprintf(c.text, rung) }

// judged applies the rule.
func (s *Solid) judged() *Solid {
	s.Verdict = Kokoh
	for _, c := range Rule {
		if !c.holds(s) {
			continue
		}
		if len(s.Reasons) == 0 {
			s.Verdict = c.Verdict
		}
		if c.Verdict == s.Verdict {
			s.Reasons = append(s.Reasons, c)
		}
	}
	return s
}

// leaves: one of the ends lies on another rung than the total.
func (s *Solid) leaves(ends ...End) bool {
	for _, e := range ends {
		if s.rung(e.Band) != s.rung(s.Now.Band) {
			return true
		}
	}
	return false
}

func (s *Solid) rung(b *indicators.Band) string {
	if s.Zone != nil {
		return b.Zone
	}
	return b.Category
}

// single: one step of one answer is enough, up or down.
func (s *Solid) single() bool {
	b := s.Border()
	return b.Up.alone() > 0 || b.Down.alone() > 0
}

// claimed: it stands or falls with what nobody has verified.
func (s *Solid) claimed() bool {
	half := new(big.Rat).Mul(s.Rests.Of, big.NewRat(1, 2))
	return s.Rests.Points.Cmp(half) > 0 && s.leaves(s.Claims.Low)
}

func (e *Edge) alone() int {
	if e == nil || e.Flip == nil {
		return 0
	}
	return e.Flip.Alone
}
