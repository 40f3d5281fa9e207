package assess

import (
	"math/big"

	"spotcheck/indicators"
)

// printer writes the numbers of one result. Units share most of theirs, down to the
// very same big.Rat, so that each is written once and its text held once.
type printer struct {
	decimals            int
	fixes, exacts, bare map[*big.Rat]string
}

func newPrinter(decimals int) *printer {
	return &printer{decimals, map[*big.Rat]string{}, map[*big.Rat]string{}, map[*big.Rat]string{}}
}

// fixed is r at the instrument's decimals; empty for nil.
func (p *printer) fixed(r *big.Rat) string {
	return once(p.fixes, r, func(r *big.Rat) string { return indicators.Fixed(r, p.decimals) })
}

// exact is r as a fraction or whole number; empty for nil.
func (p *printer) exact(r *big.Rat) string { return once(p.exacts, r, indicators.Exact) }

// plain is r as people write it, with a point; empty for nil.
func (p *printer) plain(r *big.Rat) string { return once(p.bare, r, indicators.Plain) }

func once(known map[*big.Rat]string, r *big.Rat, print func(*big.Rat) string) string {
	if r == nil {
		return ""
	}
	text, ok := known[r]
	if !ok {
		text = print(r)
		known[r] = text
	}
	return text
}
