package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	"spotcheck/assess/compare"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
	"spotcheck/report"
	"spotcheck/report/xlsx"
)

type compareOptions struct {
	format, output, layer string
	limits                *sheet.Limits
}

func newCompareCommand(a *app) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use: "compare [opsi] FOLDER|hasil.json...", Aliases: []string{"banding"}, Args: between(0, 10000, "dua hasil atau lebih"),
		Short: "Bandingkan beberapa putaran dengan instrumen yang sama",
		Long: `Menyusun peringkat pemerintah daerah tiap periode, perubahan nilai dan peringkat, serta variabel berdampingan.
Instrumen, versi, atau isi instrumen yang berbeda ditolak. Periode diurutkan menurut tanggal putarannya (date: di spotcheck.yaml);
bila ada putaran tanpa tanggal, menurut abjad nama periodenya.

` + exitHelp,
		Example: "  spotcheck compare kab-a/ kab-b/laporan/hasil.json\n  spotcheck compare */laporan/hasil.json --format xlsx --output banding.xlsx",
		RunE:    func(c *cobra.Command, args []string) error { return runCompare(c.Context(), a, args, o) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, atau xlsx; tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini (wajib untuk xlsx)")
	c.Flags().StringVar(&o.layer, "layer", "", "`LAPIS` jawaban untuk folder putaran (bawaan: menurut spotcheck.yaml masing-masing)")
	o.limits = addLimits(c)
	return c
}

func runCompare(ctx context.Context, a *app, names []string, o compareOptions) error {
	layer, _, err := scoreOptions{layer: o.layer}.check()
	if err != nil {
		return err
	}
	o.format = cmp.Or(o.format, formatOf(o.output, "json", "xlsx"), "text")
	write, ok := map[string]func(io.Writer, *compare.Table) error{
		"text": func(w io.Writer, t *compare.Table) error { return printTo(w, report.League(t)) },
		"json": func(w io.Writer, t *compare.Table) error { return t.WriteJSON(w) },
		"xlsx": func(w io.Writer, t *compare.Table) error { return xlsx.Render(w, report.League(t)) },
	}[o.format]
	if !ok {
		return usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, json, atau xlsx", o.format)}
	}
	if o.format == "xlsx" && o.output == "" {
		return usageError{"--format xlsx perlu --output BERKAS.xlsx"}
	}
	if o.format == "xlsx" && !strings.EqualFold(filepath.Ext(o.output), ".xlsx") {
		return usageError{fmt.Sprintf("--format xlsx menulis buku kerja: nama %q harus berakhiran .xlsx", o.output)}
	}
	if i := slices.IndexFunc(names, func(name string) bool { return sameFile(name, o.output) }); i >= 0 {
		return usageError{fmt.Sprintf("%s adalah masukan (%s); pilih berkas lain untuk --output", o.output, names[i])}
	}
	results, lost, err := readResults(ctx, a, names, layer, *o.limits)
	if err != nil {
		return err
	}
	t, bad := compare.New(results)
	if t == nil {
		return bad
	}
	a.tell(t.Problems)
	if err := a.deliver(o.output, func(w io.Writer) error { return write(w, t) }); err != nil {
		return err
	}
	if lost > 0 {
		return outcome{exitPartly, fmt.Sprintf("Dibandingkan tanpa %d isian atau berkas yang ditolak, lihat daftar di atas.", lost)}
	}
	return nil
}

// sameFile reports whether both names lead to one file that exists.
func sameFile(x, y string) bool {
	first, err := os.Stat(x)
	if err != nil {
		return false
	}
	second, err := os.Stat(y)
	return err == nil && os.SameFile(first, second)
}

// readResults scores folders and reads files; everything unreadable is told at
// once. lost is how many inputs of the folders were refused, which is told too.
func readResults(ctx context.Context, a *app, names []string, layer assess.Layer, lim sheet.Limits) (out []compare.Named, lost int, err error) {
	var bad problem.List
	for _, name := range names {
		f, refusals, err := readResult(ctx, a, name, layer, lim)
		if ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		a.tell(refusals)
		lost += len(refusals)
		if err != nil {
			bad = append(bad, inputProblems(name, err)...)
			continue
		}
		out = append(out, compare.Named{Name: name, File: f})
	}
	if len(bad) > 0 {
		return nil, 0, bad
	}
	return out, lost, nil
}

// inputProblems tells why one result of several could not be had.
func inputProblems(name string, err error) problem.List {
	var no problem.List
	var one problem.Problem
	switch {
	case errors.As(err, &no):
		return within(name, no)
	case errors.As(err, &one):
		return problem.List{one}
	}
	return problem.List{problem.New(problem.CompareUnread, problem.Place{File: name}, "hasil tidak dapat dibaca").Seen(err.Error())}
}

// within names the folder in problems that speak of files in it.
func within(folder string, list problem.List) problem.List {
	out := make(problem.List, len(list))
	for i, p := range list {
		if p.File != filepath.ToSlash(folder) && !filepath.IsAbs(p.File) {
			p.File = path.Join(filepath.ToSlash(folder), p.File)
		}
		out[i] = p
	}
	return out
}

// readResult scores a folder, with what it refused, or reads a file.
func readResult(ctx context.Context, a *app, name string, layer assess.Layer, lim sheet.Limits) (*assess.File, problem.List, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		s, err := scoreRound(ctx, a, name, layer, lim)
		if err != nil {
			return nil, nil, err
		}
		refusals := slices.DeleteFunc(slices.Clone(s.problems), func(p problem.Problem) bool { return p.Severity != problem.Error })
		return s.file(), within(name, refusals), nil
	}
	data, bad := round.ReadBounded(name, name, maxResultFile)
	if bad != nil {
		return nil, nil, problem.New(problem.CompareUnread, problem.Place{File: name}, "%s", bad[0].Message)
	}
	f, err := assess.ReadFile(name, data)
	return f, nil, err
}

// maxResultFile bounds a hasil.json: a round of a thousand units stays below it.
const maxResultFile = 256 << 20
