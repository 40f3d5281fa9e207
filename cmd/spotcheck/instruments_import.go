package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/workbook"
)

func newInstrumentsImportCommand(a *app) *cobra.Command {
	var output string
	var overwrite bool
	c := &cobra.Command{
		Use: "import [opsi] BERKAS.xlsx", Aliases: []string{"impor"}, Args: between(1, 1, "satu buku kerja"),
		Short: "Ubah buku kerja Excel menjadi instrumen YAML",
		Long: `Membaca buku kerja yang ditulis oleh instruments export, memeriksanya seperti instruments lint, lalu
menulis YAML-nya. Setiap masalah disebut dengan lembar dan selnya; selama ada galat, tidak ada yang ditulis.
YAML ditulis dalam bentuk baku tanpa komentar. Berkas yang sudah ada tidak ditimpa tanpa --overwrite.

` + exitHelp,
		Example: "  spotcheck instruments import instrumen-kami.xlsx --output instrumen-kami.yaml",
		RunE: func(_ *cobra.Command, args []string) error {
			return runInstrumentsImport(a, args[0], output, overwrite)
		},
	}
	outputFlags(c, &output, &overwrite)
	return c
}

func runInstrumentsImport(a *app, file, output string, overwrite bool) error {
	if strings.EqualFold(filepath.Ext(output), ".xlsx") {
		return usageError{fmt.Sprintf("instruments import menulis YAML: nama %q harus berakhiran .yaml", output)}
	}
	shown := filepath.ToSlash(file)
	data, problems := round.ReadBounded(shown, file, sheet.DefaultLimits().File)
	if problems != nil {
		return problems
	}
	yaml, problems := workbook.Import(shown, data, func(file string, yaml []byte) problem.List {
		_, list := library.Parse(file, yaml)
		return list
	})
	if problems.Errors() > 0 {
		return problems
	}
	a.tell(problems)
	a.reads(func(path string) bool { return sameFile(file, path) })
	if err := fresh(output, overwrite); err != nil {
		return err
	}
	err := a.deliver(output, func(w io.Writer) error {
		_, err := w.Write(yaml)
		return err
	})
	if err == nil && output != "" {
		a.say("YAML ditulis dalam bentuk baku; komentar dari berkas YAML asalnya, bila ada, tidak tersimpan di buku kerja.")
	}
	return err
}
