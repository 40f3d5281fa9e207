package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"spotcheck/assess/plan"
	"spotcheck/assess/round"
	"spotcheck/report"
	"spotcheck/report/pdf"
	"spotcheck/report/xlsx"
)

type planOptions struct{ format, output string }

func newPlanCommand(a *app) *cobra.Command {
	var o planOptions
	c := &cobra.Command{
		Use: "plan [opsi] [FOLDER]", Aliases: []string{"rencana"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Susun rencana kerja penilaian mandiri: unit, tim, dan hari",
		Long: `Membagi kunjungan ke semua unit kepada tim menurut kunci plan: di spotcheck.yaml, di antara tahapan di kantor
sebelum dan sesudahnya. Sabtu, Minggu, dan hari libur tidak dipakai; beban tim dibuat merata. Unit yang tidak
terjadwal disebut beserta alasannya. Hari libur 2026 sudah dikenal; tahun lain dan libur setempat ditulis dalam
berkas CSV (tanggal;nama;jenis) yang disebut pada holidays: dalam plan:.

` + exitHelp,
		Example: "  spotcheck plan putaran-2026\n  spotcheck plan putaran-2026 -o rencana.xlsx\n  spotcheck rencana putaran-2026 -o rencana.pdf",
		RunE:    func(c *cobra.Command, args []string) error { return runPlan(c.Context(), a, folder(args), o) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), xlsx, atau pdf; tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini (wajib untuk xlsx dan pdf)")
	return c
}

func runPlan(ctx context.Context, a *app, dir string, o planOptions) error {
	write, err := papers(o.format, o.output)
	if err != nil {
		return err
	}
	r, err := openRound(ctx, a, dir)
	if err != nil {
		return err
	}
	terms, problems := r.PlanTerms()
	if problems.Errors() > 0 {
		return problems
	}
	p, bad := plan.New(terms)
	if p == nil {
		return append(problems, bad...)
	}
	a.tell(append(problems, bad...))
	in := planInput(r, p)
	if err := a.deliver(o.output, func(w io.Writer) error { return write(w, in.Document) }); err != nil {
		return err
	}
	if n := len(p.LeftOut); n > 0 {
		return outcome{exitPartly, fmt.Sprintf("Rencana disusun tanpa %d dari %d unit, lihat daftar di atas.", n, len(terms.Units))}
	}
	return nil
}

func planInput(r *round.Round, p *plan.Plan) *report.PlanInput {
	return &report.PlanInput{Frame: frame(r), Entity: r.Config.Entity, Period: r.Config.Period, Instrument: r.Instrument, Plan: p}
}

// papers gives the writer of a document in the format asked for, or the one that the
// name of the output says. The document is built for where it goes.
func papers(format, output string) (func(io.Writer, func(report.Detail) *report.Document) error, error) {
	format = cmp.Or(format, formatOf(output, "xlsx", "pdf"), "text")
	switch {
	case format != "text" && format != "xlsx" && format != "pdf":
		return nil, usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, xlsx, atau pdf", format)}
	case format != "text" && output == "":
		return nil, usageError{fmt.Sprintf("--format %s perlu --output BERKAS.%s", format, format)}
	case format != "text" && formatOf(output, format) == "":
		return nil, usageError{fmt.Sprintf("--format %s: nama %q harus berakhiran .%s", format, output, format)}
	}
	return func(w io.Writer, build func(report.Detail) *report.Document) error {
		switch format {
		case "xlsx":
			return xlsx.Render(w, build(report.Whole))
		case "pdf":
			return pdf.Render(w, build(report.Printed))
		}
		return printTo(w, build(report.Brief))
	}, nil
}
