package assess

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// maxExact bounds the digits of a fraction that is read. The mean of units with any
// numbers of respondents has the longest, some thousands.
const maxExact = 10_000

var (
	decimalText = regexp.MustCompile(`^-?[0-9]{1,12}(\.[0-9]{1,6})?$`)
	exactText   = regexp.MustCompile(`^-?[0-9]+(/[0-9]+)?$`)
)

// ReadFile reads what Bytes wrote. Another schema is refused, and so is a file with a
// key told twice, a score that is no number or not its own exact value, rounded, or
// numbers and names that contradict each other.
func ReadFile(name string, data []byte) (*File, error) {
	var f File
	at := problem.Place{File: name}
	if why := oneMeaning(data); why != "" {
		return nil, problem.New(problem.CompareUnread, at, "%s", why)
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, problem.New(problem.CompareUnread, at, "bukan berkas hasil spotcheck, atau berkasnya terpotong")
	}
	if f.Schema != ResultSchema {
		return nil, problem.New(problem.CompareUnread, at, "skema hasil tidak dikenal").Seen(f.Schema, ResultSchema)
	}
	if _, ok := ParseLayer(string(f.Layer)); !ok {
		return nil, problem.New(problem.CompareUnread, at, "lapis jawaban tidak dikenal").Seen(string(f.Layer))
	}
	for _, n := range f.told() {
		if !n.sound() {
			return nil, problem.New(problem.CompareUnread, at, "nilai %s tidak terbaca atau tidak sama dengan nilai tepatnya", n.what).Seen(n.score + " / " + n.exact)
		}
	}
	for _, judge := range []func() string{f.misnamed, f.contradiction, f.miscounted, f.misjudged, f.miscalculated} {
		if what := judge(); what != "" {
			return nil, problem.New(problem.CompareUnread, at, "isinya berubah sejak ditulis: %s", what)
		}
	}
	return &f, nil
}

// number is a score as a file tells it, with the bounds that belong to it.
type number struct {
	what, score, exact string
	bounds             []string
}

// told lists all numbers of a file.
func (f *File) told() []number {
	out := []number{{"total", f.Score, f.Exact, []string{f.Min, f.Max, f.Progress, f.Low, f.High}}}
	nodes := func(of string, list []FileNode) {
		for _, n := range list {
			out = append(out, number{strings.TrimSpace(of + " " + n.ID), n.Score, n.Exact, nil})
		}
	}
	nodes("", f.Nodes)
	for _, u := range f.Units {
		out = append(out, number{u.ID, u.Score, u.Exact, []string{u.Min, u.Max, u.Progress}})
		nodes(u.ID, u.Nodes)
	}
	return out
}

// sound: both texts are empty, or the score is exact rounded at its decimals.
func (n number) sound() bool {
	for _, b := range n.bounds {
		if b != "" && !decimalText.MatchString(b) {
			return false
		}
	}
	if n.score == "" || n.exact == "" {
		return n.score == n.exact
	}
	if !decimalText.MatchString(n.score) || len(n.exact) > maxExact || !exactText.MatchString(n.exact) {
		return false
	}
	exact, ok := new(big.Rat).SetString(n.exact)
	_, decimals, _ := strings.Cut(n.score, ".")
	return ok && indicators.Fixed(exact, len(decimals)) == n.score
}
