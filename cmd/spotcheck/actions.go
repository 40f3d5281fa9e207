package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"spotcheck/assess/action"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

type actionsOptions struct {
	from, output string
	limits       *sheet.Limits
}

func newActionsCommand(a *app) *cobra.Command {
	var o actionsOptions
	c := &cobra.Command{
		Use: "actions [opsi] [FOLDER]", Aliases: []string{"aksi"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Tulis rencana aksi: satu baris per kesenjangan, untuk diisi unit",
		Long: `Menulis laporan/rencana-aksi.xlsx: satu baris per kesenjangan tiap unit, dengan kondisi, kriteria, akibat,
rekomendasi, pelaksana, tenggat, bukti yang diharapkan, upaya, dan poinnya; lalu kolom yang diisi unit dan Inspektorat.
Yang sudah diisi ditaruh di folder masukan, dengan nama apa pun, lalu dibaca oleh spotcheck followup.
Dengan --from, yang masih terbuka dari putaran lama ikut dibawa, dan yang sudah tertutup didaftar.
Rencana aksi yang sudah berisi tidak pernah ditimpa.

` + exitHelp,
		Example: "  spotcheck actions putaran-2026\n  spotcheck aksi putaran-2027 --from putaran-2026",
		RunE:    func(c *cobra.Command, args []string) error { return runActions(c.Context(), a, folder(args), o) },
	}
	c.Flags().StringVar(&o.from, "from", "", "bawa yang masih terbuka dari `FOLDER` putaran lama")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` .xlsx ini, bukan ke laporan/rencana-aksi.xlsx")
	o.limits = addLimits(c)
	return c
}

func runActions(ctx context.Context, a *app, dir string, o actionsOptions) error {
	s, err := scoreRound(ctx, a, dir, "", *o.limits)
	if err != nil {
		return err
	}
	a.tell(s.problems)
	in := s.input()
	plan := in.ActionPlan()
	if o.from != "" {
		old, err := earlierRound(ctx, a, s, o.from, *o.limits)
		if err != nil {
			return err
		}
		in.Carry(plan, old.standing)
	}
	output := cmp.Or(o.output, filepath.Join(dir, round.ReportDir, "rencana-aksi.xlsx"))
	var book bytes.Buffer
	if err := action.Write(&book, plan); err != nil {
		return err
	}
	if err := holdsReplies(output, book.Bytes(), *o.limits); err != nil {
		return err
	}
	if err := a.deliver(output, func(w io.Writer) error { _, err := w.Write(book.Bytes()); return err }); err != nil {
		return err
	}
	a.say("%d rencana aksi. Kirim kepada unit; yang sudah diisi taruh di %s/, lalu jalankan spotcheck followup.", len(plan.Items), s.round.Config.Inputs[0])
	return s.ended()
}

// earlierRound is the follow-up of another round, of the same instrument and of
// another period.
func earlierRound(ctx context.Context, a *app, s *scored, dir string, lim sheet.Limits) (*followed, error) {
	old, err := followRound(ctx, a, dir, "", lim)
	if err != nil {
		return nil, err
	}
	now, was := s.round.Instrument, old.round.Instrument
	at := problem.Place{File: filepath.ToSlash(dir)}
	switch {
	case now.ID != was.ID || now.Digest != was.Digest:
		return nil, problem.New(problem.CompareMixed, at, "putaran lama memakai instrumen %s versi %s, putaran ini %s versi %s", was.ID, was.Version, now.ID, now.Version).
			Fix("Rencana aksi hanya dapat dibawa antara putaran dengan instrumen dan versi yang sama")
	case s.round.Config.Entity != old.round.Config.Entity:
		return nil, problem.New(problem.ActionForeign, at, "putaran lama milik %s, putaran ini milik %s", old.round.Config.Entity, s.round.Config.Entity).
			Fix("Sebut pada --from putaran lama pemerintah daerah yang sama")
	case s.round.Config.Period == old.round.Config.Period:
		return nil, usageError{fmt.Sprintf("--from %s berperiode sama, %s; sebut putaran periode sebelumnya", dir, old.round.Config.Period)}
	}
	a.tell(within(dir, old.told))
	return old, nil
}

// holdsReplies tells, as a problem, of a plan that must not be lost.
func holdsReplies(name string, next []byte, lim sheet.Limits) error {
	if info, err := os.Lstat(name); err != nil || info.IsDir() {
		return nil // nothing there, or told when it is written
	}
	at := problem.Place{File: filepath.ToSlash(name)}
	data, bad := round.ReadBounded(at.File, name, lim.File)
	switch {
	case bad == nil && bytes.Equal(data, next), bad == nil && action.Blank(data, lim):
		return nil
	}
	return problem.New(problem.OutputBlocked, at, "berkas ini berisi tindak lanjut, atau isinya tidak dapat dipastikan; tidak ditimpa").
		Fix("Pindahkan ke folder masukan bila sudah diisi, atau sebut berkas lain pada --output")
}
