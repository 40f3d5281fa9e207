package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/assess/gap/path"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
	"spotcheck/report"
	"spotcheck/report/pdf"
	"spotcheck/report/xlsx"
)

type pathOptions struct {
	to, by, format, output string
	entity                 bool
	budget                 int
	except                 []string
	limits                 *sheet.Limits
}

func newPathCommand(a *app) *cobra.Command {
	var o pathOptions
	c := &cobra.Command{
		Use: "path [opsi] [UNIT] [FOLDER]", Aliases: []string{"jalur"}, Args: between(0, 2, "kode unit dan folder putaran"),
		Short: "Cari langkah paling ringan menuju suatu sasaran",
		Long: `Mencari kumpulan langkah yang paling ringan untuk mencapai sasaran, atau yang paling banyak menaikkan nilai dengan
sejumlah hari kerja. Satu langkah menaikkan satu jawaban satu tingkat; bebannya menurut kelas upaya instrumen.
Hasilnya tepat: semua kemungkinan dihitung, bukan diperkirakan. Sasaran: zona (hijau), kategori (B), angka (88),
kelompok syarat (WBK), atau opini.

` + exitHelp,
		Example: `  spotcheck path dinkes putaran-2026 --to hijau
  spotcheck path dinkes --to B --by 2026-12-31 --except C1,C2.1
  spotcheck path --entity putaran-2026 --to hijau
  spotcheck path --entity putaran-2026 --budget 5`,
		RunE: func(c *cobra.Command, args []string) error { return runPath(c.Context(), a, args, o) },
	}
	c.Flags().StringVar(&o.to, "to", "", "`SASARAN`: zona, kategori, angka, kelompok syarat, atau opini")
	c.Flags().IntVar(&o.budget, "budget", 0, "kenaikan terbanyak dengan `HARI` kerja satu orang, sebagai ganti --to")
	c.Flags().BoolVar(&o.entity, "entity", false, "untuk seluruh pemerintah daerah, bukan satu unit")
	c.Flags().StringVar(&o.by, "by", "", "`TANGGAL` tenggat, misalnya 2026-12-31; dihitung sejak tanggal putaran")
	c.Flags().StringSliceVar(&o.except, "except", nil, "`KODE` simpul yang tidak dapat digerakkan, dipisahkan koma")
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), json, xlsx, atau pdf; tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini, bukan ke layar")
	o.limits = addLimits(c)
	return c
}

// split tells the unit from the folder.
func (o pathOptions) split(args []string) (unit, dir string, err error) {
	if !o.entity {
		if len(args) == 0 {
			return "", "", usageError{"sebut kode unit, atau --entity"}
		}
		unit, args = args[0], args[1:]
	}
	if len(args) > 1 {
		return "", "", usageError{"dengan --entity sebut folder putaran saja"}
	}
	return unit, folder(args), nil
}

func (o pathOptions) validate() error {
	switch {
	case o.to == "" && o.budget == 0:
		return usageError{"sebut sasaran dengan --to, atau hari kerja dengan --budget"}
	case o.to != "" && o.budget != 0:
		return usageError{"--to dan --budget tidak dapat dipakai bersama"}
	case o.budget < 0:
		return usageError{"--budget harus lebih dari 0"}
	}
	return nil
}

func runPath(ctx context.Context, a *app, args []string, o pathOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	id, dir, err := o.split(args)
	if err != nil {
		return err
	}
	write, err := o.writer()
	if err != nil {
		return err
	}
	s, err := scoreRound(ctx, a, dir, "", *o.limits)
	if err != nil {
		return err
	}
	a.tell(s.problems)
	unit, err := s.unit(id)
	if err != nil {
		return err
	}
	if unit != nil && gap.Silent(unit) {
		return outcome{exitRefused, fmt.Sprintf("Unit %s belum menjawab; belum ada jalur yang dapat dicari.", id)}
	}
	goal, terms, err := o.terms(s)
	if err != nil {
		return err
	}
	found, err := s.route(unit, goal, o.budget, terms)
	var no *path.Unreachable
	switch {
	case errors.As(err, &no):
		return a.deliver(o.output, func(w io.Writer) error { return write(w, s.input().NoRoute(unit, no), noRouteWire(no)) })
	case err != nil:
		return pathProblem(s, err)
	}
	return a.deliver(o.output, func(w io.Writer) error {
		return write(w, s.input().Route(unit, found, o.budget), routeWire(found))
	})
}

// unit finds a unit of the result; nil for the empty id.
func (s *scored) unit(id string) (*assess.UnitResult, error) {
	if id == "" {
		return nil, nil
	}
	for i := range s.result.Units {
		if s.result.Units[i].Unit.ID == id {
			return &s.result.Units[i], nil
		}
	}
	return nil, usageError{fmt.Sprintf("tidak ada unit berkode %q", id)}
}

// terms reads what depends on the round: the goal, the deadline and the exceptions.
func (o pathOptions) terms(s *scored) (path.Goal, path.Terms, error) {
	in := s.round.Instrument
	goal, ok := path.ParseGoal(in, o.to)
	if o.to != "" && !ok {
		var known []string
		for _, b := range in.Bands.List {
			known = append(known, b.Category)
		}
		return goal, path.Terms{}, usageError{fmt.Sprintf("sasaran %q tidak dikenal; pakai angka, zona, atau kategori (%s)", o.to, strings.Join(known, ", "))}
	}
	if goal.Gated && o.entity {
		return goal, path.Terms{}, usageError{"syarat minimum dinilai per unit; sebut kode unit sebagai ganti --entity"}
	}
	for _, id := range o.except {
		if in.Node(id) == nil {
			return goal, path.Terms{}, usageError{fmt.Sprintf("kode %q pada --except tidak ada dalam instrumen", id)}
		}
	}
	days, err := o.days(s.round.Config.Date)
	return goal, path.Terms{Days: days, Except: o.except}, err
}

// days is how long there is until the deadline; 0 without one.
func (o pathOptions) days(from string) (int, error) {
	if o.by == "" {
		return 0, nil
	}
	end, err := time.Parse(time.DateOnly, o.by)
	if err != nil {
		return 0, usageError{fmt.Sprintf("tanggal %q tidak sah: tulis TTTT-BB-HH", o.by)}
	}
	start, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return 0, usageError{"--by dihitung sejak tanggal putaran: isi date: di spotcheck.yaml"}
	}
	days := int(end.Sub(start).Hours() / 24)
	if days <= 0 {
		return 0, usageError{fmt.Sprintf("tenggat %s tidak sesudah tanggal putaran %s", o.by, from)}
	}
	return days, nil
}

// route looks for the path.
func (s *scored) route(unit *assess.UnitResult, goal path.Goal, budget int, t path.Terms) (*path.Path, error) {
	switch {
	case budget > 0 && unit != nil:
		return path.BestOfUnit(s.result, unit, budget, t)
	case budget > 0:
		return path.BestOfEntity(s.result, budget, t)
	case unit != nil:
		return path.OfUnit(s.result, unit, goal, t)
	}
	return path.OfEntity(s.result, goal, t)
}

// pathProblem words what keeps a path from being looked for.
func pathProblem(s *scored, err error) error {
	at := problem.Place{File: s.round.Config.Instrument}
	switch {
	case errors.Is(err, path.ErrNoWork):
		return problem.New(problem.NoWork, at, "ada kelas upaya tanpa beban kerja (work)")
	case errors.Is(err, path.ErrTooLarge):
		return problem.New(problem.PathTooLarge, problem.Place{}, "terlalu banyak kemungkinan untuk dihitung sampai tuntas")
	case errors.Is(err, path.ErrUncounted):
		return problem.New(problem.PathGate, at, "syarat minimum ini menyangkut simpul yang tidak dihitung dalam nilai")
	case errors.Is(err, path.ErrNoScore):
		return outcome{exitRefused, "Belum ada nilai; belum ada jalur yang dapat dicari."}
	}
	return err
}

// writer draws the document, or the wire form.
func (o pathOptions) writer() (func(io.Writer, *report.Document, any) error, error) {
	format := o.format
	if format == "" {
		format = formatOf(o.output, "json", "xlsx", "pdf")
	}
	switch format {
	case "", "text":
		return func(w io.Writer, d *report.Document, _ any) error { return printTo(w, d) }, nil
	case "json":
		return func(w io.Writer, _ *report.Document, v any) error {
			out := json.NewEncoder(w)
			out.SetIndent("", "  ")
			out.SetEscapeHTML(false)
			return out.Encode(v)
		}, nil
	case "xlsx", "pdf":
		if o.output == "" {
			return nil, usageError{fmt.Sprintf("--format %s perlu --output BERKAS.%s", format, format)}
		}
		if format == "pdf" {
			return func(w io.Writer, d *report.Document, _ any) error { return pdf.Render(w, d) }, nil
		}
		return func(w io.Writer, d *report.Document, _ any) error { return xlsx.Render(w, d) }, nil
	}
	return nil, usageError{fmt.Sprintf("bentuk %q tidak dikenal: pakai text, json, xlsx, atau pdf", format)}
}
