package main

import (
	"context"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/round"
	"spotcheck/assess/round/atomicfile"
	"spotcheck/assess/sheet"
	"spotcheck/report"
	"spotcheck/report/pdf"
	"spotcheck/report/xlsx"
)

func newReportCommand(a *app) *cobra.Command {
	var lim *sheet.Limits
	c := &cobra.Command{
		Use: "report [FOLDER]", Aliases: []string{"laporan"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Tulis semua laporan: rekap.xlsx, rekap.pdf, unit/*.pdf, hasil.json",
		Long: `Menulis laporan/rekap.xlsx, laporan/rekap.pdf, laporan/unit/<kode>.pdf, dan laporan/hasil.json.
Semua ditulis utuh atau tidak sama sekali; laporan lama tetap ada bila ada yang gagal.

` + exitHelp,
		Example: "  spotcheck report putaran-2026",
		RunE:    func(c *cobra.Command, args []string) error { return runReport(c.Context(), a, folder(args), *lim) },
	}
	lim = addLimits(c)
	return c
}

func runReport(ctx context.Context, a *app, dir string, lim sheet.Limits) error {
	s, err := scoreRound(ctx, a, dir, "", lim)
	if err != nil {
		return err
	}
	a.tell(s.problems)
	files := reports(ctx, s)
	if err := atomicfile.WriteAll(ctx, files); err != nil {
		return err
	}
	e := s.result.Entity
	if e.Band != nil {
		a.say("%s: nilai %s (%s), terisi %d dari %d jawaban.", s.result.Input.Entity,
			report.Num(e.Rounded, s.round.Instrument.Result.Decimals), report.Verdict(e.Band), e.Done, e.Slots)
	}
	a.say("Laporan ditulis: %d berkas di %s", len(files), filepath.Join(dir, round.ReportDir))
	for _, name := range stale(s) {
		a.say("Laporan lama dibiarkan: %s (unitnya tidak ada lagi dalam daftar unit).", name)
	}
	return s.ended()
}

// reports lists the whole set, each with the function that draws it.
func reports(ctx context.Context, s *scored) []atomicfile.File {
	in := s.input()
	out := filepath.Join(s.round.Dir, round.ReportDir)
	files := []atomicfile.File{
		{Path: filepath.Join(out, "rekap.xlsx"), Render: func(w io.Writer) error { return xlsx.Render(w, in.Workbook()) }},
		{Path: filepath.Join(out, "rekap.pdf"), Render: func(w io.Writer) error { return pdf.Render(w, in.Recap()) }},
		{Path: filepath.Join(out, "hasil.json"), Render: func(w io.Writer) error {
			data, err := s.file().Bytes()
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		}},
	}
	for _, u := range in.Map.Units {
		files = append(files, atomicfile.File{
			Path:   filepath.Join(out, "unit", u.Unit.Unit.ID+".pdf"),
			Render: func(w io.Writer) error { return renderUnit(ctx, w, in, u) },
		})
	}
	return files
}

// renderUnit draws a unit's report, with fewer of the lesser gaps where all of them
// would make it longer than its reader has time for.
func renderUnit(ctx context.Context, w io.Writer, in *report.Input, u gap.Unit) error {
	for rows := report.UnitRows; ; rows -= 2 {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := in.Unit(u, max(rows, 0))
		pages, err := pdf.Pages(d)
		if err != nil {
			return err
		}
		if pages <= report.UnitPages || rows <= 0 {
			return pdf.Render(w, d)
		}
	}
}

// stale names reports of units that have left the register.
func stale(s *scored) []string {
	found, _ := filepath.Glob(filepath.Join(s.round.Dir, round.ReportDir, "unit", "*.pdf"))
	return slices.DeleteFunc(found, func(name string) bool {
		return slices.ContainsFunc(s.result.Units, func(u assess.UnitResult) bool { return u.Unit.ID+".pdf" == filepath.Base(name) })
	})
}
