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

// papersDir is the folder of papers inside that of the reports.
const papersDir = "naskah"

func newPapersCommand(a *app) *cobra.Command {
	var lim *sheet.Limits
	c := &cobra.Command{
		Use: "papers [FOLDER]", Aliases: []string{"naskah"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Tulis naskah siap tanda tangan: LHE, berita acara, kertas kerja",
		Long: `Menulis laporan/naskah/lhe.pdf (Laporan Hasil Evaluasi berbentuk surat), berita-acara/<kode>.pdf, serta
kertas-kerja/<kode>.xlsx dan .pdf. Nomor, sifat, lampiran, tujuan, tembusan, dasar, dan masa pemeriksaan diambil dari
kunci letters: di spotcheck.yaml; yang belum diisi dicetak sebagai titik-titik. Semua ditulis utuh atau tidak sama sekali.

` + exitHelp,
		Example: "  spotcheck papers putaran-2026",
		RunE:    func(c *cobra.Command, args []string) error { return runPapers(c.Context(), a, folder(args), *lim) },
	}
	lim = addLimits(c)
	return c
}

func runPapers(ctx context.Context, a *app, dir string, lim sheet.Limits) error {
	s, err := scoreRound(ctx, a, dir, "", lim)
	if err != nil {
		return err
	}
	if bad := s.round.LetterProblems(); bad.Errors() > 0 {
		return bad
	}
	a.tell(s.problems)
	files := paperSet(s)
	if err := atomicfile.WriteAll(ctx, files); err != nil {
		return err
	}
	a.say("Naskah ditulis: %d berkas di %s", len(files), filepath.Join(dir, round.ReportDir, papersDir))
	for _, u := range s.input().Map.Silent {
		a.say("Tanpa berita acara dan kertas kerja: %s belum mempunyai jawaban.", u.Unit.Name)
	}
	for _, name := range stalePapers(s) {
		a.say("Naskah lama dibiarkan: %s (unitnya tidak ada lagi, atau tidak lagi mempunyai jawaban).", name)
	}
	return s.ended()
}

// paperSet lists the whole set, each with the function that draws it.
func paperSet(s *scored) []atomicfile.File {
	in, letters := s.input(), lettersOf(s.round)
	out := filepath.Join(s.round.Dir, round.ReportDir, papersDir)
	files := []atomicfile.File{{Path: filepath.Join(out, "lhe.pdf"), Render: func(w io.Writer) error { return pdf.Render(w, in.Letter(letters)) }}}
	for _, u := range in.Map.Units {
		if gap.Silent(u.Unit) {
			continue
		}
		id := u.Unit.Unit.ID
		files = append(files,
			atomicfile.File{Path: filepath.Join(out, "berita-acara", id+".pdf"), Render: func(w io.Writer) error { return pdf.Render(w, in.Minutes(u, letters)) }},
			atomicfile.File{Path: filepath.Join(out, "kertas-kerja", id+".pdf"), Render: func(w io.Writer) error { return pdf.Render(w, in.Worksheet(u, letters)) }},
			atomicfile.File{Path: filepath.Join(out, "kertas-kerja", id+".xlsx"), Render: func(w io.Writer) error { return xlsx.Render(w, in.Worksheet(u, letters)) }},
		)
	}
	return files
}

func lettersOf(r *round.Round) report.Letters {
	l := r.Letters()
	return report.Letters{
		Number: l.Number, Nature: l.Nature, Attachments: l.Attachments, Subject: l.Subject, To: l.To, ToPlace: l.ToPlace,
		Copies: l.Copies, Basis: l.Basis, Purpose: l.Purpose, From: l.From, Until: l.Until, Where: l.Where,
		Minutes: l.Minutes, Worksheets: l.Worksheets,
	}
}

// stalePapers names papers of units that this run wrote none for.
func stalePapers(s *scored) []string {
	found, _ := filepath.Glob(filepath.Join(s.round.Dir, round.ReportDir, papersDir, "*", "*.*"))
	return slices.DeleteFunc(found, func(name string) bool {
		return slices.ContainsFunc(s.result.Units, func(u assess.UnitResult) bool {
			base := filepath.Base(name)
			return !gap.Silent(&u) && u.Unit.ID == base[:len(base)-len(filepath.Ext(base))]
		})
	})
}
