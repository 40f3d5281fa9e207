package main

import (
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
)

type initOptions struct {
	csv        bool
	instrument string
}

func newInitCommand(a *app) *cobra.Command {
	var o initOptions
	c := &cobra.Command{
		Use: "init [opsi] FOLDER", Aliases: []string{"mulai"}, Args: between(1, 1, "satu nama folder"),
		Short:   "Buat folder putaran baru",
		Long:    "Membuat folder putaran: spotcheck.yaml berkomentar, daftar unit, dan folder formulir, masuk, laporan.\nBerkas yang sudah ada tidak pernah ditimpa.\n\n" + exitHelp,
		Example: "  spotcheck init putaran-2026",
		RunE:    func(_ *cobra.Command, args []string) error { return runInit(a, args[0], o) },
	}
	c.Flags().BoolVar(&o.csv, "csv", false, "daftar unit sebagai unit.csv, bukan unit.xlsx")
	c.Flags().StringVar(&o.instrument, "instrument", "", "`KODE` instrumen bawaan atau berkas YAML (bawaan: uu25-2009)")
	return c
}

func runInit(a *app, dir string, o initOptions) error {
	if dir == "" {
		return usageError{"nama folder kosong"}
	}
	if err := round.Init(dir, round.InitOptions{CSV: o.csv, Instrument: o.instrument}); err != nil {
		return err
	}
	typed := dir
	if strings.ContainsAny(dir, " \t&();'") {
		typed = `"` + dir + `"`
	}
	a.say(`Folder putaran %s siap. Langkah berikutnya:
  1. Isi spotcheck.yaml dan daftar unit di folder itu.
  2. spotcheck form %s
  3. Kirim isi folder formulir ke tiap unit; taruh yang kembali di folder masuk.
  4. spotcheck score %s, lalu spotcheck report %s`, dir, typed, typed, typed)
	return nil
}
