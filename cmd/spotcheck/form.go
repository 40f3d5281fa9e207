package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/round"
)

func newFormCommand(a *app) *cobra.Command {
	var overwrite bool
	c := &cobra.Command{
		Use: "form [opsi] [FOLDER]", Aliases: []string{"formulir"}, Args: between(0, 1, "paling banyak satu folder putaran"),
		Short:   "Tulis formulir kosong, satu buku kerja per unit",
		Long:    "Menulis formulir/<kode unit>.xlsx untuk setiap unit dalam daftar. Formulir yang sudah ada tidak ditimpa tanpa --overwrite.\n\n" + exitHelp,
		Example: "  spotcheck form putaran-2026",
		RunE:    func(c *cobra.Command, args []string) error { return runForm(c.Context(), a, folder(args), overwrite) },
	}
	c.Flags().BoolVar(&overwrite, "overwrite", false, "timpa formulir kosong yang sudah ada di folder formulir")
	return c
}

func runForm(ctx context.Context, a *app, dir string, overwrite bool) error {
	r, err := openRound(ctx, a, dir)
	if err != nil {
		return err
	}
	if name := sample(r); name != "" && !r.Config.Example {
		a.say("Perhatian: %s masih isian contoh. Ubah spotcheck.yaml dan daftar unit sebelum formulir dibagikan.", name)
	}
	tell, end := a.counting("Menulis formulir")
	states, problems, err := r.WriteForms(ctx, round.FormsOptions{Overwrite: overwrite, Progress: tell})
	end()
	if err != nil {
		return err
	}
	a.tell(problems)
	count := map[round.FormAction]int{}
	for _, s := range states {
		count[s.Action]++
	}
	a.say("%d formulir ditulis di %s, %d sudah sama.", count[round.FormWritten], filepath.Join(dir, round.FormsDir), count[round.FormUnchanged])
	if n := count[round.FormKept]; n > 0 && !overwrite {
		a.say("%d formulir yang berbeda dibiarkan; pakai --overwrite untuk menggantinya.", n)
	}
	if n := count[round.FormFailed]; n > 0 {
		code := exitPartly
		if n == len(states) {
			code = exitRefused
		}
		return outcome{code, fmt.Sprintf("%d formulir tidak dapat ditulis.", n)}
	}
	return nil
}

// sample finds what still stands as init wrote it; "" when all was filled in.
func sample(r *round.Round) string {
	if strings.Contains(r.Config.Entity, "Kabupaten Contoh") {
		return fmt.Sprintf("nama pemerintah daerah %q", r.Config.Entity)
	}
	for _, u := range r.Units {
		if strings.HasPrefix(u.ID, "CONTOH-") {
			return "unit " + u.ID
		}
	}
	return ""
}
