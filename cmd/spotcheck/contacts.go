package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
	"spotcheck/report"
	"spotcheck/report/pdf"
	"spotcheck/report/xlsx"
)

type contactsOptions struct {
	full         bool
	unit, output string
	limits       *sheet.Limits
}

func newContactsCommand(a *app) *cobra.Command {
	var o contactsOptions
	c := &cobra.Command{
		Use: "contacts [FOLDER]", Aliases: []string{"narahubung"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Daftar narahubung tiap unit dan catatan pengawasan bulanan",
		Long: `Menyusun register narahubung (dari daftar unit dan formulir) dan pengawasan bulanan oleh atasan langsung dan
inspektorat: bulan yang terisi dan yang kosong, serta lembar bukti untuk indikator pengawasan internal.
Catatan pengawasan disebut pada kunci pengawasan: di spotcheck.yaml (.csv atau .xlsx; kolom unit, tanggal, oleh, uraian,
bukti). Kontak disamarkan kecuali dengan --full.

` + exitHelp,
		Example: `  spotcheck contacts putaran-2026
  spotcheck contacts putaran-2026 -o register.xlsx
  spotcheck contacts putaran-2026 --unit dinkes -o bukti-dinkes.pdf`,
		RunE: func(c *cobra.Command, args []string) error { return runContacts(c.Context(), a, folder(args), o) },
	}
	c.Flags().BoolVar(&o.full, "full", false, "tampilkan nomor telepon dan surel tanpa disamarkan")
	c.Flags().StringVar(&o.unit, "unit", "", "hanya unit dengan `KODE` ini, dengan tempat tanda tangan")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` .xlsx atau .pdf ini, bukan ke layar")
	o.limits = addLimits(c)
	return c
}

func runContacts(ctx context.Context, a *app, dir string, o contactsOptions) error {
	render, err := o.renderer()
	if err != nil {
		return err
	}
	r, err := openRound(ctx, a, dir)
	if err != nil {
		return err
	}
	a.reads(r.IsSupervisionLog)
	tell, end := a.counting("Membaca masukan")
	taken, err := r.Intake(ctx, round.IntakeOptions{Progress: tell, Limits: *o.limits})
	end()
	if err != nil {
		return err
	}
	// Who answers for a unit is known before the first answer is in.
	s := &scored{r, taken, assess.ScoreRound(taken.Input(r, "")), taken.Problems}
	if _, err := s.unit(o.unit); err != nil {
		return err
	}
	log, problems := r.SupervisionLog(*o.limits)
	a.tell(problems)
	if n := refusedFiles(taken); n > 0 {
		a.say("%d berkas masukan ditolak, sehingga isinya tidak ikut; lihat spotcheck check.", n)
	}
	d := s.input().Contacts(report.ContactOptions{Registered: r.Units, Log: log, Refused: problems.Errors(), Full: o.full, Unit: o.unit})
	if err := a.deliver(o.output, func(w io.Writer) error { return render(w, d) }); err != nil {
		return err
	}
	return logEnded(problems)
}

// refusedFiles counts the inputs that could not be used.
func refusedFiles(k *round.Intake) int {
	n := 0
	for _, f := range k.Files {
		if f.Fate == round.Refused {
			n++
		}
	}
	return n
}

// logEnded is how the command closes beside a log with errors.
func logEnded(problems problem.List) error {
	if n := problems.Errors(); n > 0 {
		return outcome{exitPartly, fmt.Sprintf("Selesai tanpa %d isian catatan pengawasan yang ditolak, lihat daftar di atas.", n)}
	}
	return nil
}

func (o contactsOptions) renderer() (func(io.Writer, *report.Document) error, error) {
	switch formatOf(o.output, "xlsx", "pdf") {
	case "xlsx":
		return xlsx.Render, nil
	case "pdf":
		return pdf.Render, nil
	}
	if o.output != "" {
		return nil, usageError{"--output harus bernama .xlsx atau .pdf"}
	}
	return printTo, nil
}
