package main

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/strictyaml"
	"spotcheck/report"
)

type scoreOptions struct {
	format, layer, proof, failUnder, output string
	gapMap                                  bool
	limits                                  *sheet.Limits
}

func newScoreCommand(a *app) *cobra.Command {
	var o scoreOptions
	c := &cobra.Command{
		Use: "score [opsi] [FOLDER]", Aliases: []string{"nilai", "skor"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short:   "Baca formulir masuk, periksa, dan hitung nilai",
		Long:    "Membaca semua berkas di folder masuk, menyebut setiap masalah, lalu menghitung nilai.\n\n" + exitHelp,
		Example: "  spotcheck score putaran-2026\n  spotcheck score putaran-2026 --proof disdukcapil\n  spotcheck score putaran-2026 --format json --output hasil.json",
		RunE:    func(c *cobra.Command, args []string) error { return runScore(c.Context(), a, folder(args), o) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, atau csv; tanpa opsi ini menurut nama --output")
	c.Flags().StringVar(&o.layer, "layer", "", "`LAPIS` jawaban: mandiri, verifikasi, atau final (bawaan: menurut spotcheck.yaml)")
	c.Flags().StringVar(&o.proof, "proof", "", "uraikan nilai satu `UNIT` sampai pecahan tepatnya")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini, bukan ke layar")
	c.Flags().BoolVar(&o.gapMap, "map", false, "tampilkan peta kesenjangan")
	o.limits = addLimits(c)
	c.Flags().StringVar(&o.failUnder, "fail-under", "", "kode keluar 4 bila nilai di bawah `ANGKA` ini")
	return c
}

// formatOf goes by the name of an output file where no format is asked for: a text
// called x.csv would help nobody. Empty where the name says none of the known.
func formatOf(output string, known ...string) string {
	if ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(output), ".")); slices.Contains(known, ext) {
		return ext
	}
	return ""
}

// folder is the round folder of a command line, by default the current one.
func folder(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

func runScore(ctx context.Context, a *app, dir string, o scoreOptions) error {
	if o.format == "" && o.proof == "" && !o.gapMap {
		o.format = formatOf(o.output, "json", "csv")
	}
	layer, limit, err := o.check()
	if err != nil {
		return err
	}
	s, err := scoreRound(ctx, a, dir, layer, *o.limits)
	if err != nil {
		return err
	}
	a.tell(s.problems)
	if err := a.deliver(o.output, func(w io.Writer) error { return o.write(w, s) }); err != nil {
		return err
	}
	if limit != nil && (s.result.Entity.Rounded == nil || s.result.Entity.Rounded.Cmp(limit) < 0) {
		text := fmt.Sprintf("Nilai %s di bawah batas %s.", report.Num(s.result.Entity.Rounded, s.round.Instrument.Result.Decimals), indicators.Comma(limit))
		if err := s.ended(); err != nil {
			text += "\n" + err.Error()
		}
		return outcome{exitBelow, text}
	}
	return s.ended()
}

// check reads the options that need more than a string; an unset layer stays
// empty.
func (o scoreOptions) check() (assess.Layer, *big.Rat, error) {
	layer, ok := assess.ParseLayer(o.layer)
	if !ok {
		return "", nil, usageError{fmt.Sprintf("lapis %q tidak dikenal: pakai mandiri, verifikasi, atau final", o.layer)}
	}
	if o.layer == "" {
		layer = ""
	}
	if o.format != "" && o.format != "text" && o.format != "json" && o.format != "csv" {
		return "", nil, usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, json, atau csv", o.format)}
	}
	if views := o.views(); len(views) > 1 {
		return "", nil, usageError{fmt.Sprintf("%s tidak dapat dipakai bersama", indicators.And(views))}
	}
	if o.failUnder == "" {
		return layer, nil, nil
	}
	limit, ok := new(big.Rat).SetString(strings.Replace(o.failUnder, ",", ".", 1))
	if !ok || strings.ContainsAny(o.failUnder, "/eEpPxX_") {
		return "", nil, usageError{fmt.Sprintf("batas %q bukan angka", o.failUnder)}
	}
	return layer, limit, nil
}

// views are the options that each say what to print instead of the score.
func (o scoreOptions) views() []string {
	var out []string
	if o.format != "" && o.format != "text" {
		out = append(out, "--format "+o.format)
	}
	if o.gapMap {
		out = append(out, "--map")
	}
	if o.proof != "" {
		out = append(out, "--proof")
	}
	return out
}

func (o scoreOptions) write(w io.Writer, s *scored) error {
	switch {
	case o.format == "json":
		data, err := s.file().Bytes()
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	case o.format == "csv":
		return writeScores(w, s.result)
	case o.proof != "":
		for i := range s.result.Units {
			if u := &s.result.Units[i]; u.Unit.ID == o.proof {
				return printTo(w, s.input().Proof(u))
			}
		}
		return usageError{s.noUnit(o.proof)}
	case o.gapMap:
		return printTo(w, s.input().GapMap())
	}
	return printTo(w, s.input().Score())
}

// noUnit tells which units there are instead of one that there is not.
func (s *scored) noUnit(id string) string {
	var ids []string
	for _, u := range s.result.Units {
		ids = append(ids, u.Unit.ID)
	}
	text := fmt.Sprintf("tidak ada unit berkode %q%s", id, strictyaml.Hint(id, ids))
	const few = 12
	if len(ids) > few {
		return text + fmt.Sprintf("; kodenya di daftar unit, di antaranya %s", strings.Join(ids[:few], ", "))
	}
	return text + "; yang ada: " + strings.Join(ids, ", ")
}

// writeScores lists units and nodes as CSV with decimal points.
func writeScores(w io.Writer, r *assess.Result) error {
	rows := [][]string{{"unit", "node", "kind", "weight", "score", "exact", "state", "share"}}
	f := r.File(nil)
	rows = append(rows, []string{"", "", "entity", "", f.Score, f.Exact, state(f.Complete), ""})
	for _, u := range f.Units {
		rows = append(rows, []string{u.ID, "", "unit", "", u.Score, u.Exact, state(u.Complete), ""})
		for _, n := range u.Nodes {
			rows = append(rows, []string{u.ID, n.ID, string(n.Kind), n.Weight, n.Score, n.Exact, string(n.State), n.Share})
		}
	}
	return csvrows.Write(w, ',', rows)
}

func state(complete bool) string {
	if complete {
		return string(assess.Answered)
	}
	return string(assess.Missing)
}
