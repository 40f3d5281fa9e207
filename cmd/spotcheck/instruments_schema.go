package main

import (
	"io"

	"github.com/spf13/cobra"

	"spotcheck/indicators/format"
)

func newInstrumentsSchemaCommand(a *app) *cobra.Command {
	var output string
	var overwrite bool
	c := &cobra.Command{
		Use: "schema [opsi]", Aliases: []string{"skema"}, Args: between(0, 0, "tanpa argumen"),
		Short: "Cetak skema JSON berkas instrumen, untuk penyunting teks",
		Long: `Mencetak JSON Schema (draft 2020-12) berkas instrumen. Penyunting teks yang mengenalnya menandai kunci
yang salah dan menerangkan tiap kunci; sebut berkas skemanya pada baris pertama YAML:

  # yaml-language-server: $schema=instrumen.schema.json

` + exitHelp,
		Example: "  spotcheck instruments schema --output instrumen.schema.json",
		RunE: func(*cobra.Command, []string) error {
			if err := fresh(output, overwrite); err != nil {
				return err
			}
			return a.deliver(output, func(w io.Writer) error {
				_, err := w.Write(format.Schema())
				return err
			})
		},
	}
	outputFlags(c, &output, &overwrite)
	return c
}
