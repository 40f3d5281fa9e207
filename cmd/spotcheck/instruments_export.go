package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
	"spotcheck/indicators/format"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/workbook"
)

type instrumentsExportOptions struct {
	format, output string
	overwrite      bool
}

func newInstrumentsExportCommand(a *app) *cobra.Command {
	var o instrumentsExportOptions
	c := &cobra.Command{
		Use: "export [opsi] ID|BERKAS.yaml", Aliases: []string{"salin", "ekspor"}, Args: between(1, 1, "satu kode atau berkas"),
		Short: "Salin instrumen untuk disunting, sebagai YAML atau buku kerja Excel",
		Long: `Menyalin instrumen bawaan, atau instrumen dalam berkas YAML. Buku kerja Excel memuat satu baris per
simpul; sesudah disunting, kembalikan menjadi YAML dengan instruments import. Komentar dalam YAML
tidak ikut ke buku kerja. Berkas yang sudah ada tidak ditimpa tanpa --overwrite.

` + exitHelp,
		Example: `  spotcheck instruments export uu25-2009 --output instrumen-kami.yaml
  spotcheck instruments export uu25-2009 --output instrumen-kami.xlsx`,
		RunE: func(_ *cobra.Command, args []string) error { return runInstrumentsExport(a, args[0], o) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` salinan: yaml atau xlsx; tanpa opsi ini menurut nama berkas keluaran")
	outputFlags(c, &o.output, &o.overwrite)
	return c
}

// outputFlags are the flags of commands that write one file for people to keep.
func outputFlags(c *cobra.Command, output *string, overwrite *bool) {
	c.Flags().StringVarP(output, "output", "o", "", "tulis ke `BERKAS` ini, bukan ke layar")
	c.Flags().BoolVar(overwrite, "overwrite", false, "timpa berkas keluaran yang sudah ada")
}

func runInstrumentsExport(a *app, name string, o instrumentsExportOptions) error {
	isWorkbook := strings.EqualFold(filepath.Ext(o.output), ".xlsx")
	switch {
	case o.format != "" && o.format != "yaml" && o.format != "xlsx":
		return usageError{fmt.Sprintf("bentuk %q tidak dikenal; pilih yaml atau xlsx", o.format)}
	case o.format == "xlsx" && !isWorkbook:
		return usageError{"buku kerja perlu --output dengan nama berkas .xlsx"}
	case o.format == "yaml" && isWorkbook:
		return usageError{fmt.Sprintf("%s adalah nama buku kerja; pakai --format xlsx atau nama .yaml", o.output)}
	}
	in, source, problems := round.OpenInstrument(name)
	if in == nil {
		return problems
	}
	a.tell(problems)
	a.reads(func(path string) bool { return sameFile(name, path) })
	if source == nil {
		source, _ = library.Source(name)
	}
	if err := fresh(o.output, o.overwrite); err != nil {
		return err
	}
	if !isWorkbook {
		return a.deliver(o.output, func(w io.Writer) error {
			_, err := w.Write(source)
			return err
		})
	}
	v, list := format.Read(filepath.ToSlash(name), source)
	if list.Errors() > 0 {
		return list
	}
	err := a.deliver(o.output, func(w io.Writer) error { return workbook.Write(w, filepath.ToSlash(name), v) })
	if err == nil {
		a.say("Komentar dalam YAML tidak ikut ke buku kerja. Kembalikan menjadi YAML dengan spotcheck instruments import.")
	}
	return err
}

// fresh refuses a file that is there already, unless it may be overwritten: what
// people edit must not be lost by running a command twice.
func fresh(output string, overwrite bool) error {
	if _, err := os.Lstat(output); output == "" || overwrite || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	p := problem.New(problem.OutputBlocked, problem.Place{File: filepath.ToSlash(output)}, "berkas sudah ada dan tidak ditimpa")
	return p.Fix("Sebut nama lain, atau pakai --overwrite untuk menggantinya")
}
