package assess

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"spotcheck/indicators"
)

// maxName bounds the texts that name things.
const maxName = 10_000

// misnamed says which names of a file no result of this program has; empty when all
// are sound. What bears no name, or the name of another, cannot be compared.
func (f *File) misnamed() string {
	if f.Date != "" {
		if _, err := time.Parse(time.DateOnly, f.Date); err != nil {
			return fmt.Sprintf("tanggal %q tidak sah", f.Date)
		}
	}
	in := f.Instrument
	texts := append([]string{f.Entity, f.Period, in.ID, in.Version, in.Digest, in.Title}, f.FileScore.names()...)
	texts = append(texts, f.FileAxis.names()...)
	units := map[string]bool{}
	for _, u := range f.Units {
		if u.ID == "" || units[u.ID] {
			return fmt.Sprintf("kode unit %q kosong atau tercantum dua kali", u.ID)
		}
		units[u.ID] = true
		texts = append(append(append(texts, u.ID, u.Name, u.Type), u.FileScore.names()...), u.FileAxis.names()...)
		if !slices.EqualFunc(u.Nodes, f.Nodes, func(a, b FileNode) bool { return a.ID == b.ID && a.Kind == b.Kind && a.Title == b.Title }) {
			return fmt.Sprintf("simpul unit %s bukan simpul hasilnya", u.ID)
		}
	}
	nodes := map[string]bool{}
	for _, n := range f.Nodes {
		if n.ID == "" || nodes[n.ID] || !slices.Contains([]indicators.Kind{indicators.Dimension, indicators.Variable, indicators.Indicator}, n.Kind) {
			return fmt.Sprintf("kode simpul %q kosong, tercantum dua kali, atau tidak jelas jenisnya", n.ID)
		}
		nodes[n.ID] = true
		texts = append(texts, n.ID, n.Title)
	}
	for _, g := range f.Gates {
		texts = append(texts, g.For, g.Title)
	}
	switch {
	case strings.TrimSpace(f.Entity) == "" || strings.TrimSpace(f.Period) == "":
		return "nama pemerintah daerah atau periodenya kosong"
	case slices.ContainsFunc(texts, func(s string) bool { return !printable(s) }):
		return "ada nama yang terlalu panjang atau memuat karakter yang tidak dapat dicetak"
	}
	return ""
}

func (s FileScore) names() []string { return []string{s.Category, s.Label, s.Zone} }

func (a FileAxis) names() []string {
	var out []string
	for _, s := range a.Sets {
		out = append(out, s.For)
	}
	if a.Opinion != nil {
		out = append(out, a.Opinion.Label)
	}
	return out
}

// printable: nothing but what can be seen, and lines.
func printable(s string) bool {
	return len(s) <= maxName && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || unicode.Is(unicode.Bidi_Control, r)
	})
}

// miscounted says which counts of answers contradict each other.
func (f *File) miscounted() string {
	verified, items := 0, 0
	for _, u := range f.Units {
		own := 0
		for _, n := range u.Nodes {
			own += len(n.Items)
		}
		if u.Verified < 0 || u.Verified > own {
			return fmt.Sprintf("jawaban terverifikasi unit %s lebih banyak daripada jawabannya", u.ID)
		}
		verified, items = verified+u.Verified, items+own
	}
	if f.Verified != verified || f.Answers < verified || f.Answers > items {
		return "jumlah jawaban atau jawaban terverifikasi tidak sesuai dengan unitnya"
	}
	return ""
}

// misjudged says which minimums contradict the scores that they look at.
func (f *File) misjudged() string {
	entity := make([]GateState, len(f.Sets)) // of every set, over the units
	for i := range entity {
		entity[i] = GateVoid
	}
	for _, u := range f.Units {
		if !slices.EqualFunc(u.Gates, f.Gates, func(a, b FileGate) bool {
			return a.For == b.For && a.Node == b.Node && a.Title == b.Title && a.Min == b.Min
		}) {
			return fmt.Sprintf("syarat minimum unit %s bukan syarat hasilnya", u.ID)
		}
		if !held(u.Gates, u.Score, u.Nodes) {
			return fmt.Sprintf("syarat minimum unit %s bertentangan dengan nilainya", u.ID)
		}
		if !slices.EqualFunc(u.Sets, f.Sets, func(a, b FileSet) bool { return a.For == b.For && a.State == setState(a.For, u.Gates) }) {
			return fmt.Sprintf("gabungan syarat unit %s bertentangan dengan syaratnya", u.ID)
		}
		for i, s := range u.Sets {
			if rankOf[s.State] > rankOf[entity[i]] {
				entity[i] = s.State
			}
		}
	}
	if !held(f.Gates, f.Score, f.Nodes) {
		return "syarat minimum bertentangan dengan nilainya"
	}
	for i, s := range f.Sets {
		if s.State != entity[i] {
			return "gabungan syarat bertentangan dengan syarat unit"
		}
	}
	return ""
}

// setState is the state of a set by the gates of a file.
func setState(set string, gates []FileGate) GateState {
	list := make([]GateResult, len(gates))
	for i, g := range gates {
		list[i] = GateResult{Gate: indicators.Gate{Set: g.For}, State: g.State}
	}
	return together(set, list)
}

// held reports whether every gate tells the score of its node, or the total, and
// what follows from it. Both numbers of a gate are rounded.
func held(gates []FileGate, total string, nodes []FileNode) bool {
	for _, g := range gates {
		score := total
		if g.Node != "" {
			i := slices.IndexFunc(nodes, func(n FileNode) bool { return n.ID == g.Node })
			if i < 0 {
				return false
			}
			score = nodes[i].Score
		}
		if g.Score != score || !decimalText.MatchString(g.Min) || !g.follows() {
			return false
		}
	}
	return true
}

// follows reports whether the state may come of the score.
func (g FileGate) follows() bool {
	if g.Score == "" {
		return g.State == GateVoid
	}
	over := decimal(g.Score).Cmp(decimal(g.Min))
	switch g.State {
	case GateHolds:
		return over >= 0
	case GateFails, GateOpen:
		return over <= 0
	}
	return false
}
