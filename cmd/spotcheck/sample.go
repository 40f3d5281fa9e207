package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"spotcheck/assess"
	draw "spotcheck/assess/gap/sample"
	"spotcheck/assess/round"
	"spotcheck/assess/sheet"
	"spotcheck/report"
)

type sampleOptions struct {
	seed, design, format, output string
	days, persons                int
	limits                       *sheet.Limits
}

func newSampleCommand(a *app) *cobra.Command {
	var o sampleOptions
	c := &cobra.Command{
		Use: "sample [opsi] [FOLDER]", Aliases: []string{"sampel"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short: "Pilih unit dan klaim yang diverifikasi di lapangan",
		Long: `Memilih unit yang dikunjungi dengan orang-hari yang tersedia: acak dalam lapisan menurut jenis unit dan risiko
(klaim tinggi, dekat batas, belum dikunjungi), dari benih yang tercetak, sehingga siapa pun dapat mengulanginya.
Untuk tiap unit disebut klaim yang diperiksa lebih dahulu.

Simpan rancangannya sebagai .json sebelum berkunjung. Sesudah hasil verifikasi masuk, --design rancangan.json
memperkirakan nilai rata-rata semua unit beserta selangnya.

` + exitHelp,
		Example: `  spotcheck sample putaran-2026 --days 20 --seed "700/12/ITDA/2026" -o sampel.json
  spotcheck sample putaran-2026 --days 20 --seed "700/12/ITDA/2026" -o sampel.xlsx
  spotcheck sampel putaran-2026 --design sampel.json`,
		RunE: func(c *cobra.Command, args []string) error { return runSample(c.Context(), a, folder(args), o) },
	}
	c.Flags().IntVar(&o.days, "days", 0, "`ORANG-HARI` yang tersedia untuk kunjungan")
	c.Flags().StringVar(&o.seed, "seed", "", "`TEKS` benih penarikan, misalnya nomor surat tugas")
	c.Flags().IntVar(&o.persons, "persons", 0, "banyaknya `ORANG` tiap kunjungan (bawaan: tim terbesar dalam plan:, atau 2)")
	c.Flags().StringVar(&o.design, "design", "", "`BERKAS` .json rancangan yang sudah ditarik: hitung perkiraan dari hasil verifikasi")
	c.Flags().StringVar(&o.format, "format", "", "`BENTUK` keluaran: text (bawaan), xlsx, pdf, atau json (rancangan); tanpa opsi ini menurut nama --output")
	c.Flags().StringVarP(&o.output, "output", "o", "", "tulis ke `BERKAS` ini (wajib untuk xlsx dan pdf)")
	o.limits = addLimits(c)
	return c
}

// longestSeed is a line of a letter.
const longestSeed = 200

func (o *sampleOptions) validate() error {
	o.seed = strings.TrimSpace(o.seed)
	o.format = cmp.Or(o.format, formatOf(o.output, "json"))
	switch drawing := o.design == ""; {
	case drawing && o.days < 1:
		return usageError{"sebut orang-hari yang tersedia dengan --days, sedikitnya 1"}
	case drawing && o.seed == "":
		return usageError{"sebut benih penarikan dengan --seed, misalnya nomor surat tugas"}
	case utf8.RuneCountInString(o.seed) > longestSeed || o.seed != visible(o.seed):
		return usageError{fmt.Sprintf("benih harus satu baris teks biasa, paling panjang %d huruf", longestSeed)}
	case o.days > 1_000_000 || o.persons < 0 || o.persons > 1000:
		return usageError{"--days atau --persons di luar yang masuk akal"}
	case !drawing && (o.days != 0 || o.seed != "" || o.persons != 0):
		return usageError{"--design memakai benih dan orang-hari rancangan itu; jangan sebut --days, --seed, atau --persons"}
	case !drawing && o.format == "json":
		return usageError{"--design menulis text, xlsx, atau pdf, bukan json"}
	}
	return nil
}

func runSample(ctx context.Context, a *app, dir string, o sampleOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	write := func(io.Writer, func(report.Detail) *report.Document) error { return nil }
	if o.format != "json" {
		var err error
		if write, err = papers(o.format, o.output); err != nil {
			return err
		}
	}
	s, err := scoreRound(ctx, a, dir, "", *o.limits)
	if err != nil {
		return err
	}
	v, err := visits(s, a, o)
	if err != nil {
		return err
	}
	a.tell(s.problems)
	build := v.Document
	if o.design != "" {
		build = v.Found
	}
	err = a.deliver(o.output, func(w io.Writer) error {
		if o.format == "json" {
			return v.Design.Write(w, &s.result.Input)
		}
		return write(w, build)
	})
	if err != nil {
		return err
	}
	if o.design == "" && o.format != "json" {
		a.say("Simpan juga rancangannya sebelum berkunjung: perintah yang sama dengan -o NAMA.json.")
	}
	return s.ended()
}

// visits draws the sample of a scored round, or reads the design that was drawn.
func visits(s *scored, a *app, o sampleOptions) (*report.Visits, error) {
	if s.result.Input.Layer == assess.Mandiri { // verdicts count here, whatever reports count
		s.result = assess.ScoreRound(s.intake.Input(s.round, assess.Verifikasi))
	}
	v := &report.Visits{In: s.input(), Rules: draw.RulesFor(s.round.Instrument)}
	v.Claim = v.In.Claim
	v.Members, v.Outside = draw.Population(s.result, v.Claim, v.Rules)
	var err error
	if o.design != "" {
		v.Design, err = readDesign(a, o.design, &s.result.Input)
		return v, err
	}
	days, problems := s.round.VisitDays()
	if problems.Errors() > 0 {
		return nil, problems
	}
	v.Design, err = draw.New(v.Members, draw.Terms{Seed: o.seed, Days: o.days, Persons: cmp.Or(o.persons, visitors(s.round), v.Rules.Persons), Visit: days})
	return v, err
}

// visitors is how many go to a unit: the most of any team, so that no visit costs more
// than was counted.
func visitors(r *round.Round) int {
	most := 0
	if r.Config.Plan != nil {
		for _, t := range r.Config.Plan.Teams {
			most = max(most, t.Visitors())
		}
	}
	return most
}

func readDesign(a *app, name string, in *assess.Input) (*draw.Design, error) {
	data, bad := round.ReadBounded(name, name, draw.MaxBytes)
	if bad != nil {
		return nil, bad
	}
	a.reads(func(path string) bool { return sameFile(name, path) })
	return draw.Read(name, data, in)
}
