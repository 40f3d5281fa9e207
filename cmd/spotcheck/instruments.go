package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

func newInstrumentsCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "instruments", Aliases: []string{"instrumen"}, Short: "Lihat, periksa, dan salin instrumen",
		Args: func(_ *cobra.Command, args []string) error { return unknownCommand(args) },
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(
		&cobra.Command{
			Use: "list", Aliases: []string{"daftar"}, Short: "Daftar instrumen bawaan", Args: between(0, 0, "tanpa argumen"),
			RunE: func(*cobra.Command, []string) error { return runInstrumentsList(a) },
		},
		&cobra.Command{
			Use: "show ID|BERKAS.yaml", Aliases: []string{"lihat"}, Short: "Tampilkan isi instrumen dan asal-usul tiap angkanya", Args: between(1, 1, "satu kode atau berkas"),
			RunE: func(_ *cobra.Command, args []string) error { return runInstrumentsShow(a, args[0]) },
		},
		&cobra.Command{
			Use: "lint BERKAS.yaml...", Aliases: []string{"periksa"}, Short: "Periksa berkas instrumen", Args: between(1, 1000, "sedikitnya satu berkas"),
			RunE: func(_ *cobra.Command, args []string) error { return runInstrumentsLint(a, args) },
		},
		newInstrumentsExportCommand(a),
	)
	return c
}

func newInstrumentsExportCommand(a *app) *cobra.Command {
	var output string
	c := &cobra.Command{
		Use: "export [opsi] ID", Aliases: []string{"salin"}, Short: "Salin YAML instrumen bawaan, untuk disunting", Args: between(1, 1, "satu kode"),
		Example: "  spotcheck instruments export uu25-2009 --output instrumen-kami.yaml",
		RunE:    func(_ *cobra.Command, args []string) error { return runInstrumentsExport(a, args[0], output) },
	}
	c.Flags().StringVarP(&output, "output", "o", "", "tulis ke `BERKAS` ini, bukan ke layar")
	return c
}

func runInstrumentsList(a *app) error {
	var list []*indicators.Instrument
	for _, id := range library.IDs() {
		in, problems := library.Load(id)
		if in == nil {
			return problems
		}
		list = append(list, in)
	}
	return a.print(report.Instruments(list))
}

func runInstrumentsShow(a *app, name string) error {
	in, _, problems := round.OpenInstrument(name)
	if in == nil {
		return problems
	}
	a.tell(problems)
	return a.print(report.Instrument(in))
}

func runInstrumentsLint(a *app, files []string) error {
	var all problem.List
	for _, f := range files {
		in, _, problems := round.OpenInstrument(f)
		all = append(all, problems...)
		if in != nil {
			fmt.Fprintf(a.out, "%s: %s versi %s, %d indikator, %d peringatan\n", f, in.ID, in.Version, len(in.Indicators()), len(problems))
		}
	}
	if all.Errors() > 0 {
		return all
	}
	a.tell(all)
	return nil
}

func runInstrumentsExport(a *app, id, output string) error {
	data, ok := library.Source(id)
	if !ok {
		_, problems := library.Load(id)
		return problems
	}
	return a.deliver(output, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
