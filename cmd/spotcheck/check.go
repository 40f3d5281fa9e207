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
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

type checkOptions struct {
	round, format, output string
	annotate              bool
	limits                *sheet.Limits
}

func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use: "check [opsi] [FOLDER | BERKAS...]", Aliases: []string{"periksa"}, Args: between(0, 10_000, "satu folder putaran, atau berkas-berkas"),
		Short: "Periksa formulir terisi sebelum dikirim atau diterima",
		Long: `Memeriksa formulir terisi (.xlsx) atau jawaban (.csv) menurut putarannya, lalu menyebut semua masalah
sekaligus. Nilainya tidak dihitung.

Dengan nama berkas, berkas-berkas itu diperiksa sendiri-sendiri, di mana pun letaknya. Dengan folder putaran
(bawaan: folder ini) seluruh masukannya diperiksa satu per satu, puluhan ribu sekalipun, dan berkas yang tidak
dipakai didaftar beserta sebabnya. Bila satu unit mengirim beberapa formulir, berlaku aturan ini:
  1. yang disebut pada kunci use: di spotcheck.yaml;
  2. dari berkas yang sama persis, satu;
  3. yang memuat jawaban untuk semua yang terjawab di formulir lainnya, asalkan tanggal pengisiannya lebih
     baru atau jawabannya sama;
  4. selain itu tidak satu pun, sampai ada yang disebut pada use:.

Dengan --annotate ditulis juga <nama>-diperiksa.xlsx: salinan formulir dengan warna dan catatan di tiap sel
yang bermasalah dan daftar masalah di lembar pertama, untuk diperbaiki dan dikirim kembali oleh unitnya.
Salinan ditulis di samping aslinya; bila aslinya di folder masukan putaran, di folder diperiksa/ putaran itu.
Berkas aslinya tidak pernah diubah, dan berkas yang sudah ada tidak pernah ditimpa.

` + exitHelp,
		Example: `  spotcheck check putaran-2026
  spotcheck check putaran-2026 --format csv > disisihkan.csv
  spotcheck check putaran-2026/masuk/dinkes.xlsx
  spotcheck check putaran-2026/masuk/*.xlsx --annotate --output kirim-kembali
  spotcheck check Unduhan/dinkes.xlsx --round putaran-2026 --annotate`,
		RunE: func(c *cobra.Command, args []string) error { return runCheck(c.Context(), a, args, o) },
	}
	c.Flags().StringVar(&o.round, "round", "", "`FOLDER` putaran (bawaan: folder di atas berkas yang berisi spotcheck.yaml, atau folder ini)")
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, atau csv (daftar berkas yang disisihkan dari folder putaran)")
	c.Flags().BoolVar(&o.annotate, "annotate", false, "tulis salinan bertanda dari formulir yang bermasalah")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis salinan bertanda ke `FOLDER` ini")
	o.limits = addLimits(c)
	return c
}

func (o checkOptions) validate() error {
	switch {
	case !slices.Contains([]string{"", "text", "json", "csv"}, o.format):
		return usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, json, atau csv", o.format)}
	case o.output != "" && !o.annotate:
		return usageError{"--output hanya dipakai bersama --annotate"}
	}
	return nil
}

// checkedFile is a file that was checked, and the copy that was made of it.
type checkedFile struct {
	round.CheckedFile
	round *round.Round
	copy  string // as it is told; empty if there is none
	// noCopy says why there can be none.
	noCopy string
}

func runCheck(ctx context.Context, a *app, names []string, o checkOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	if dir, ok := wholeRound(names); ok {
		return checkRound(ctx, a, dir, o)
	}
	if o.format == "csv" {
		return usageError{"--format csv mendaftar berkas yang disisihkan dari satu folder putaran; sebut foldernya saja"}
	}
	files, err := checkFiles(ctx, a, distinct(names), o)
	if err != nil {
		return err
	}
	out := newCheckWriter(o.format, a.out, true)
	written := 0
	for i := range files {
		f := &files[i]
		if o.annotate && len(f.Problems) > 0 {
			if err := f.annotate(ctx, o); err != nil {
				return err
			}
		}
		if f.copy != "" {
			written++
		}
		if err := out.file(f); err != nil {
			return err
		}
	}
	a.sayCopies(written)
	if err := out.close(nil); err != nil {
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
func checkFiles(ctx context.Context, a *app, names []string, o checkOptions) ([]checkedFile, error) {
	homes := make([]string, len(names))
	for i, name := range names {
		homes[i] = cmp.Or(o.round, round.Home(name), ".")
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
		tell, end := a.counting("Memeriksa berkas")
		list, err := r.Check(ctx, own, round.IntakeOptions{Progress: tell, Limits: *o.limits})
		end()
		if err != nil {
			return nil, err
		}
		for i, at := range places {
			out[at] = checkedFile{CheckedFile: list[i], round: r}
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
