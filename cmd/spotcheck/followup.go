package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/assess/calendar"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

type followOptions struct {
	date, format, output string
	limits               *sheet.Limits
}

func newFollowUpCommand(a *app) *cobra.Command {
	var o followOptions
	c := &cobra.Command{
		Use: "followup [opsi] [FOLDER]", Aliases: []string{"tindak-lanjut"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Pantau tindak lanjut rencana aksi yang diterima kembali",
		Long: `Membaca rencana aksi terisi di antara masukan, lalu menyebut berapa yang Sesuai, Belum sesuai, Belum
ditindaklanjuti, dan Tidak dapat ditindaklanjuti, mana yang lewat tenggat, berapa poin yang diperkirakan kembali,
dan berapa nilainya bila semua yang diterima ditepati. Nilai itu dihitung ulang, bukan dijumlahkan, dan tetap
perkiraan sampai penilaian berikutnya memverifikasinya.

Bila beberapa berkas menyebut kesenjangan yang sama, isian yang saling melengkapi digabung. Bila bertentangan,
yang dipakai isian dengan Tanggal paling baru, asalkan semua isian lain bertanggal lebih lama; kalau tidak, tidak
satu pun dipakai.

` + exitHelp,
		Example: `  spotcheck followup putaran-2026
  spotcheck tindak-lanjut putaran-2026 --date 2026-12-31 --output tindak-lanjut.pdf`,
		RunE: func(c *cobra.Command, args []string) error { return runFollowUp(c.Context(), a, folder(args), o) },
	}
	c.Flags().StringVar(&o.date, "date", "", "`TANGGAL` acuan tenggat, misalnya 2026-12-31 (bawaan: date: di spotcheck.yaml)")
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, xlsx, atau pdf; tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini, bukan ke layar")
	o.limits = addLimits(c)
	return c
}

func runFollowUp(ctx context.Context, a *app, dir string, o followOptions) error {
	write, err := pathOptions{format: o.format, output: o.output}.writer()
	if err != nil {
		return err
	}
	day, ok := calendar.Read(o.date)
	if o.date != "" && !ok {
		return usageError{fmt.Sprintf("tanggal %q tidak sah: tulis TTTT-BB-HH", o.date)}
	}
	f, err := followRound(ctx, a, dir, day, *o.limits)
	if err != nil {
		return err
	}
	a.tell(f.problems)
	a.tell(f.told)
	if len(f.intake.Actions) == 0 {
		a.say("Belum ada rencana aksi terisi di antara masukan; semuanya dihitung belum ditindaklanjuti.")
	}
	if f.standing.AsOf == "" {
		a.say("Tanggal acuan tidak diketahui, jadi yang lewat tenggat tidak didaftar: sebut --date, atau isi date: di spotcheck.yaml.")
	}
	format := cmp.Or(o.format, formatOf(o.output, "json", "xlsx", "pdf"))
	detail := format == "xlsx" || format == "pdf" // on a screen nobody could read it
	err = a.deliver(o.output, func(w io.Writer) error {
		return write(w, f.input().FollowUp(f.standing, f.told, detail), followWire(f))
	})
	if err != nil {
		return err
	}
	f.problems = append(f.problems, f.told...)
	return f.ended()
}

// followed is a scored round with what came back of its plan of action; told is what
// is wrong with that.
type followed struct {
	*scored
	standing *tracking.Standing
	told     problem.List
}

// followRound reads a round and its plans of action, as of a day; without one, of the
// round's.
func followRound(ctx context.Context, a *app, dir, day string, lim sheet.Limits) (*followed, error) {
	s, err := scoreRound(ctx, a, dir, "", lim)
	if err != nil {
		return nil, err
	}
	plan := s.input().ActionPlan()
	expect := action.Expect{Plan: plan, Limits: lim}
	for _, u := range s.round.Units {
		expect.Units = append(expect.Units, u.ID)
	}
	var files []*action.Filled
	var told problem.List
	for _, f := range s.intake.Actions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, bad := round.ReadBounded(f.Path, f.Full, lim.File)
		if bad == nil {
			var filled *action.Filled
			if filled, bad = action.Read(f.Path, data, expect); filled != nil {
				files = append(files, filled)
			}
		}
		told = append(told, bad...)
	}
	merged, bad := action.Merge(files)
	told = append(told, bad...)
	told.Sort()
	return &followed{s, tracking.New(s.result, plan, merged, cmp.Or(day, s.round.Config.Date)), told}, nil
}
