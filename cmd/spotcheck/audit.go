package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/audit"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
	"spotcheck/report"
	"spotcheck/report/xlsx"
)

type auditOptions struct{ format, output string }

func newAuditCommand(a *app) *cobra.Command {
	var o auditOptions
	c := &cobra.Command{
		Use: "audit [opsi] BERKAS...", Aliases: []string{"telaah"}, Args: between(1, 10_000, "satu berkas atau lebih"),
		Short: "Telaah buku kerja penilaian buatan pihak lain sebelum angkanya dikutip",
		Long: `Membaca buku kerja Excel (.xlsx) sel demi sel, menghitung ulang rumusnya, lalu menyebut yang tidak beres:
nilai tersimpan yang tidak sama dengan hasil rumusnya, rumus yang menyimpang dari rumus di sekitarnya, angka yang
menimpa rumus, rentang yang kurang atau terhitung dua kali, galat, rujukan melingkar, angka yang tersimpan sebagai
teks, isian di luar daftar pilihannya, daftar pilihan yang tertimpa tempelan, angka tersembunyi yang ikut
dijumlahkan, rujukan ke buku kerja lain, dan fungsi yang hasilnya berubah sendiri. Yang paling parah disebut lebih dahulu.

Berkasnya tidak pernah diubah dan tidak perlu berasal dari spotcheck. Rumus yang tidak dapat dihitung ulang disebut
beserta alasannya; tidak ada angka yang dianggap benar tanpa diperiksa.

Kode keluar: 0 tidak ada temuan, atau catatan saja; 3 semua berkas ditolak; 5 ada temuan, atau sebagian berkas ditolak.
` + exitHelp,
		Example: `  spotcheck audit nilai-dinkes.xlsx
  spotcheck audit kiriman/*.xlsx --output telaah.xlsx
  spotcheck telaah nilai-dinkes.xlsx --format json`,
		RunE: func(c *cobra.Command, args []string) error { return runAudit(c.Context(), a, args, o) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, csv, atau xlsx; tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini (wajib untuk xlsx)")
	return c
}

// validate settles the format.
func (o *auditOptions) validate(names []string) (func(io.Writer, []report.AuditedFile) error, error) {
	o.format = cmp.Or(o.format, formatOf(o.output, "json", "csv", "xlsx"), "text")
	write, ok := map[string]func(io.Writer, []report.AuditedFile) error{
		"text": func(w io.Writer, files []report.AuditedFile) error { return printTo(w, report.Audit(files)) },
		"xlsx": func(w io.Writer, files []report.AuditedFile) error { return xlsx.Render(w, report.Audit(files)) },
		"json": writeAuditJSON, "csv": writeAuditCSV,
	}[o.format]
	switch {
	case !ok:
		return nil, usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, json, csv, atau xlsx", o.format)}
	case o.format == "xlsx" && o.output == "":
		return nil, usageError{"--format xlsx perlu --output BERKAS.xlsx"}
	case o.format == "xlsx" && !strings.EqualFold(filepath.Ext(o.output), ".xlsx"):
		return nil, usageError{fmt.Sprintf("--format xlsx menulis buku kerja: nama %q harus berakhiran .xlsx", o.output)}
	}
	if i := slices.IndexFunc(names, func(name string) bool { return sameFile(name, o.output) }); i >= 0 {
		return nil, usageError{fmt.Sprintf("%s adalah masukan (%s); pilih berkas lain untuk --output", o.output, names[i])}
	}
	return write, nil
}

func runAudit(ctx context.Context, a *app, names []string, o auditOptions) error {
	names = distinct(names)
	write, err := o.validate(names)
	if err != nil {
		return err
	}
	var files []report.AuditedFile
	for _, name := range names {
		f, err := auditFile(ctx, name)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	if err := a.deliver(o.output, func(w io.Writer) error { return write(w, files) }); err != nil {
		return err
	}
	return auditEnded(a, files)
}

// auditFile audits one file; only the context's error is one here.
func auditFile(ctx context.Context, name string) (report.AuditedFile, error) {
	shown := filepath.ToSlash(name)
	f := report.AuditedFile{Name: shown}
	lim := sheet.DefaultLimits()
	data, bad := round.ReadBounded(name, shown, lim.File)
	if bad != nil {
		f.Problem = bad
		return f, ctx.Err()
	}
	r, err := audit.Audit(ctx, data, lim)
	var p problem.Problem
	switch {
	case errors.As(err, &p):
		f.Problem = problem.List{p.In(shown)}
	case err != nil:
		return f, err
	default:
		f.Report = r
	}
	return f, ctx.Err()
}

// auditEnded closes the command: 3 when every file was refused, 5 when anything was
// found or refused.
func auditEnded(a *app, files []report.AuditedFile) error {
	count := map[auditState]int{}
	for _, f := range files {
		count[auditStateOf(f)]++
	}
	text := fmt.Sprintf("%d berkas ditelaah: %d tanpa temuan, %d dengan temuan, %d ditolak.", len(files), count[auditClean], count[auditFindings], count[auditRefused])
	switch {
	case count[auditRefused] == len(files):
		return outcome{exitRefused, text}
	case count[auditClean] < len(files):
		return outcome{exitPartly, text}
	}
	a.say("%s", text)
	return nil
}
