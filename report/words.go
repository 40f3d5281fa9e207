package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// Num prints an exact number half up with that many decimals and a comma; "–"
// for nil.
func Num(r *big.Rat, decimals int) string {
	if r == nil {
		return "–"
	}
	return strings.NewReplacer(".", ",", "-", "−").Replace(indicators.Fixed(r, decimals))
}

// number is the same value for a workbook.
func number(r *big.Rat, decimals int) *Number {
	if r == nil {
		return nil
	}
	f, _ := r.Float64()
	return &Number{Value: f, Decimals: decimals}
}

func float(r *big.Rat) float64 {
	if r == nil {
		return 0
	}
	f, _ := r.Float64()
	return f
}

// percent prints a share of 1 as whole per cent, cut, so that 100% means all.
func percent(share *big.Rat) string {
	return indicators.Floor(new(big.Rat).Mul(share, big.NewRat(100, 1)), 0).FloatString(0) + "%"
}

// points prints points to regain: "+3,20".
func points(r *big.Rat) string { return "+" + Num(r, 2) }

// due is the day by which work of the class e is done, in words.
func due(date string, e *indicators.Effort) string {
	if day := dueDay(date, e); day != "" {
		return calendar.Words(day)
	}
	return fmt.Sprintf("%d hari sejak laporan diterima", e.Days)
}

// dueDay is the day that lies the lead time of e after the report's date, or the first
// working day after it; "" where the report has none.
func dueDay(date string, e *indicators.Effort) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	day := t.AddDate(0, 0, e.Days).Format(time.DateOnly)
	if workdays().Working(day) {
		return day
	}
	return workdays().Next(day)
}

// workdays know the holidays of the whole country.
var workdays = sync.OnceValue(func() *calendar.Calendar { return calendar.New(nil) })

var scopeWords = map[indicators.Scope]string{
	indicators.PerUnit:       "unit",
	indicators.PerProduct:    "produk layanan",
	indicators.PerRespondent: "responden",
	indicators.PerEntity:     "pemerintah daerah (data sekunder)",
}

var layerWords = map[assess.Layer]string{
	assess.Mandiri: "isian unit", assess.Verifikasi: "hasil verifikasi inspektorat bila ada, selebihnya isian unit",
	assess.Final: "hasil final bila ada, lalu hasil verifikasi, selebihnya isian unit",
}

var provenanceWords = map[string]string{
	indicators.Confirmed: "terkonfirmasi", indicators.SingleSource: "satu sumber",
	indicators.Assumed: "asumsi", indicators.Own: "ditetapkan sendiri",
}

var zoneTones = map[string]Tone{"hijau": Good, "kuning": Fair, "merah": Bad}

// sign is how one status looks and reads.
type sign struct {
	Letter, Meaning string
	Tone            Tone
}

var signs = map[gap.Status]sign{
	gap.Met:      {"M", "memenuhi", Good},
	gap.Partly:   {"S", "sebagian", Fair},
	gap.Not:      {"T", "tidak memenuhi", Bad},
	gap.Missing:  {"K", "kosong, ada jawaban yang belum diisi", Blank},
	gap.NA:       {"TB", "tidak berlaku, dengan alasan", Quiet},
	gap.Told:     {"I", "dilaporkan saja, tidak dihitung dalam nilai", Quiet},
	gap.NotAsked: {"·", "tidak ditanyakan kepada unit ini", Quiet},
}

// statusWords name a status in a badge or a cell.
var statusWords = map[gap.Status]string{
	gap.Met: "terpenuhi", gap.Partly: "sebagian", gap.Not: "tidak terpenuhi", gap.Missing: "belum dijawab", gap.NA: "tidak berlaku", gap.NotAsked: "tidak ditanyakan", gap.Told: "dilaporkan saja",
}

// legend explains the letters that a map of this instrument can have.
func (in *Input) legend() []Legend {
	var out []Legend
	for _, s := range gap.Statuses {
		if s != gap.Told || slices.ContainsFunc(in.instrument().Indicators(), func(n *indicators.Node) bool { return in.assessed(n) && !n.Counted() }) {
			out = append(out, Legend(signs[s]))
		}
	}
	return out
}

// Verdict is what a band is called in full: "B, Kualitas Tinggi, zona hijau".
func Verdict(b *indicators.Band) string { return verdict(b) }

// rung is the step of the ladder that a band stands on: its zone, or its category
// where the instrument knows no zones.
func rung(b *indicators.Band) string {
	switch {
	case b == nil:
		return "tanpa nilai"
	case b.Zone == "":
		return "kategori " + b.Category
	}
	return "zona " + b.Zone
}

// verdict is category, label and zone in words: "B, Kualitas Tinggi, zona hijau".
func verdict(b *indicators.Band) string {
	if b == nil {
		return "tanpa nilai"
	}
	if b.Zone == "" {
		return b.Category + ", " + b.Label
	}
	return fmt.Sprintf("%s, %s, zona %s", b.Category, b.Label, b.Zone)
}

func tone(b *indicators.Band) Tone {
	if b == nil {
		return Quiet
	}
	return zoneTones[b.Zone]
}

// zone is the zone of a band, or its label where the instrument knows no zones.
func zone(b *indicators.Band) string {
	switch {
	case b == nil:
		return "–"
	case b.Zone == "":
		return b.Label
	}
	return b.Zone
}

// zoned is the zone of a band to stand behind a score, where there are zones: a
// colour alone says nothing to some.
func zoned(b *indicators.Band) string {
	if b == nil || b.Zone == "" {
		return ""
	}
	return " " + b.Zone
}

func category(b *indicators.Band) string {
	if b == nil {
		return "–"
	}
	return b.Category
}

// named is the code of a node with its title; a code that the title says itself is
// not said twice.
func named(n *indicators.Node) string {
	if code := codeBeside(n); code != "" {
		return code + " " + n.Title
	}
	return n.Title
}

// codeBeside is the code of a node to stand beside its title; "" where it is a word
// of the title: pengaduan, or F03 of F-03.
func codeBeside(n *indicators.Node) string {
	const shortest = 3 // letters of a code that can be a word anywhere
	word := func(s string) string { return strings.ToLower(strings.ReplaceAll(strings.Trim(s, ",.:()"), "-", "")) }
	for i, w := range strings.Fields(n.Title) {
		if word(w) == word(n.ID) && (i == 0 || len(n.ID) >= shortest) {
			return ""
		}
	}
	return n.ID
}

// aside says of a node that it has no part in the score.
func aside(n *indicators.Node) string { return asides(n, false) }

// asides says so too, and of a node with answers missing that its score is not settled.
func asides(n *indicators.Node, missing bool) string {
	var out []string
	if missing {
		out = append(out, "sementara")
	}
	if !n.Counted() && !strings.Contains(n.Title, "tidak dihitung") {
		out = append(out, "tidak dihitung")
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, ", ") + ")"
}

// dash stands in for an empty text in a printed field.
func dash(s string) string {
	if strings.TrimSpace(s) == "" {
		return "–"
	}
	return s
}

// capital makes the first letter large, whatever its alphabet.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// lower makes the first letter small, for the middle of a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func cells(texts ...string) []Cell {
	out := make([]Cell, len(texts))
	for i, t := range texts {
		out[i].Text = t
	}
	return out
}
