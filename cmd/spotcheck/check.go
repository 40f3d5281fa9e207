package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

type checkOptions struct {
	round, format, output string
	annotate              bool
}

func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use: "check [opsi] BERKAS...", Aliases: []string{"periksa"}, Args: between(1, 10_000, "satu berkas atau lebih"),
		Short: "Periksa formulir terisi sebelum dikirim atau diterima",
		Long: `Memeriksa formulir terisi (.xlsx) atau jawaban (.csv), di mana pun letaknya, menurut putarannya, lalu
menyebut semua masalah sekaligus. Berkas diperiksa sendiri-sendiri; nilainya tidak dihitung.

Dengan --annotate ditulis juga <nama>-diperiksa.xlsx: salinan formulir dengan warna dan catatan di tiap sel
yang bermasalah dan daftar masalah di lembar pertama, untuk diperbaiki dan dikirim kembali oleh unitnya.
Salinan ditulis di samping aslinya; bila aslinya di folder masukan putaran, di folder diperiksa/ putaran itu.
Berkas aslinya tidak pernah diubah, dan berkas yang sudah ada tidak pernah ditimpa.

` + exitHelp,
		Example: `  spotcheck check putaran-2026/masuk/dinkes.xlsx
  spotcheck check putaran-2026/masuk/*.xlsx --annotate --output kirim-kembali
  spotcheck check Unduhan/dinkes.xlsx --round putaran-2026 --annotate`,
		RunE: func(c *cobra.Command, args []string) error { return runCheck(c.Context(), a, args, o) },
	}
	c.Flags().StringVar(&o.round, "round", "", "`FOLDER` putaran (bawaan: folder di atas berkas yang berisi spotcheck.yaml, atau folder ini)")
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan) atau json")
	c.Flags().BoolVar(&o.annotate, "annotate", false, "tulis salinan bertanda dari formulir yang bermasalah")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis salinan bertanda ke `FOLDER` ini")
	return c
}

func (o checkOptions) validate() error {
	switch {
	case o.format != "" && o.format != "text" && o.format != "json":
		return usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text atau json", o.format)}
	case o.output != "" && !o.annotate:
		return usageError{"--output hanya dipakai bersama --annotate"}
	}
	return nil
}

// checkedFile is a file that was checked, and the copy that was made of it.
type checkedFile struct {
	round.CheckedFile
	round *round.Round
	path  string
	copy  string // as it is told; empty if there is none
}

func runCheck(ctx context.Context, a *app, names []string, o checkOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	files, err := checkFiles(ctx, a, distinct(names), o.round)
	if err != nil {
		return err
	}
	if o.annotate {
		if err := annotateFiles(ctx, a, files, o.output); err != nil {
			return err
		}
	}
	if err := o.write(a.out, files); err != nil {
		return err
	}
	return checkEnded(a, files)
}

// distinct are the files that names stand for, each once. Where the shell leaves
// patterns to programs, as on Windows, they are resolved here.
func distinct(names []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range names {
		matches := []string{name}
		if _, err := os.Lstat(name); err != nil && strings.ContainsAny(name, "*?[") {
			if found, err := filepath.Glob(name); err == nil && len(found) > 0 {
				matches = found
			}
		}
		for _, m := range matches {
			full, err := filepath.Abs(m)
			if err != nil || !seen[full] {
				out = append(out, m)
			}
			seen[full] = true
		}
	}
	return out
}

// checkFiles reads the files, each by the rules of its round.
func checkFiles(ctx context.Context, a *app, names []string, dir string) ([]checkedFile, error) {
	homes := make([]string, len(names))
	for i, name := range names {
		homes[i] = cmp.Or(dir, round.Home(name), ".")
	}
	rounds, err := openRounds(ctx, a, homes)
	if err != nil {
		return nil, err
	}
	out := make([]checkedFile, len(names))
	for home, r := range rounds {
		var own []string
		var places []int
		for i, name := range names {
			if homes[i] == home {
				own, places = append(own, name), append(places, i)
			}
		}
		list, err := r.Check(ctx, own, round.IntakeOptions{Progress: a.progress("Memeriksa berkas")})
		if err != nil {
			return nil, err
		}
		for i, at := range places {
			out[at] = checkedFile{CheckedFile: list[i], round: r, path: own[i]}
		}
	}
	return out, nil
}

// openRounds opens every round once; whatever is wrong with any of them is told
// before a file is read.
func openRounds(ctx context.Context, a *app, dirs []string) (map[string]*round.Round, error) {
	out := map[string]*round.Round{}
	var bad problem.List
	for _, dir := range slices.Compact(slices.Sorted(slices.Values(dirs))) {
		r, err := openRound(ctx, a, dir)
		var list problem.List
		switch {
		case errors.As(err, &list):
			bad = append(bad, within(dir, list)...)
		case err != nil:
			return nil, err
		}
		out[dir] = r
	}
	if len(bad) > 0 {
		return nil, bad
	}
	return out, nil
}

// checkEnded closes the command: 3 when every file was refused, 5 when anything in
// any of them was.
func checkEnded(a *app, files []checkedFile) error {
	count := map[checkState]int{}
	for _, f := range files {
		count[f.state()]++
	}
	text := fmt.Sprintf("%d berkas diperiksa: %d tanpa galat, %d dengan galat, %d ditolak.", len(files), count[checkFine], count[checkPartly], count[checkRefused])
	switch {
	case count[checkRefused] == len(files):
		return outcome{exitRefused, text}
	case count[checkFine] < len(files):
		return outcome{exitPartly, text}
	}
	a.say("%s", text)
	return nil
}
