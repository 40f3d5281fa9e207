package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

func newInstrumentsCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use: "instruments", Aliases: []string{"instrumen"}, Short: "Lihat, periksa, salin, dan sunting instrumen",
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
		newInstrumentsLintCommand(a),
		newInstrumentsExportCommand(a),
		newInstrumentsImportCommand(a),
		newInstrumentsSchemaCommand(a),
	)
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

func newInstrumentsLintCommand(a *app) *cobra.Command {
	var against string
	c := &cobra.Command{
		Use: "lint [opsi] BERKAS.yaml...", Aliases: []string{"periksa"}, Short: "Periksa berkas instrumen", Args: between(1, 1000, "sedikitnya satu berkas"),
		Example: "  spotcheck instruments lint instrumen-kami.yaml --against instrumen-tahun-lalu.yaml",
		RunE:    func(_ *cobra.Command, args []string) error { return runInstrumentsLint(a, args, against) },
	}
	c.Flags().StringVar(&against, "against", "", "bandingkan kode dengan `INSTRUMEN` lama ini (kode bawaan atau berkas)")
	return c
}

func runInstrumentsLint(a *app, files []string, against string) error {
	var old *indicators.Instrument
	if against != "" {
		in, _, problems := round.OpenInstrument(against)
		if in == nil {
			return problems
		}
		old = in
	}
	var all problem.List
	for _, f := range files {
		in, _, problems := round.OpenInstrument(f)
		if in != nil && old != nil {
			problems = append(problems, in.Unstable(old, f)...)
		}
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
