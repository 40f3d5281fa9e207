package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// doubleClicked greets whoever starts the program from Windows Explorer.
const doubleClicked = `spotcheck dijalankan dari jendela perintah, bukan dengan klik ganda.

Buka Command Prompt atau PowerShell di folder ini, lalu ketik: spotcheck --help
`

func newRootCommand(a *app) *cobra.Command {
	cobra.MousetrapHelpText = doubleClicked
	root := &cobra.Command{
		Use:   "spotcheck [opsi]",
		Short: "Penilaian mandiri (spot check) pelayanan publik",
		Long: `spotcheck membantu inspektorat daerah menilai sendiri OPD dan UPT terhadap standar pelayanan
UU 25/2009: membuat formulir Excel, membaca formulir terisi, menghitung nilai dan peta kesenjangan,
lalu menulis laporan Excel dan PDF. Hasilnya simulasi, bukan nilai Ombudsman RI.

` + exitHelp,
		Version:       version,
		SilenceErrors: true, SilenceUsage: true,
		Args: func(_ *cobra.Command, args []string) error { return unknownCommand(args) },
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetVersionTemplate("spotcheck {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "jangan tampilkan keterangan, hanya hasil dan galat")
	root.PersistentFlags().BoolP("help", "h", false, "tampilkan bantuan")
	root.Flags().Bool("version", false, "tampilkan versi")
	root.AddCommand(
		newInitCommand(a), newInstrumentsCommand(a), newFormCommand(a), newCheckCommand(a), newAuditCommand(a), newScoreCommand(a),
		newReportCommand(a), newPapersCommand(a), newContactsCommand(a), newPathCommand(a), newActionsCommand(a), newFollowUpCommand(a), newCompareCommand(a), newPlanCommand(a), newSampleCommand(a), newErrorsCommand(a),
	)
	plainUseLines(root)
	root.SetHelpCommand(&cobra.Command{
		Use: "help [PERINTAH]", Short: "Tampilkan bantuan suatu perintah",
		RunE: func(_ *cobra.Command, args []string) error {
			c, _, err := root.Find(args)
			if err != nil || c == nil {
				return unknownCommand(args)
			}
			return c.Help()
		},
	})
	return root
}

// plainUseLines keeps the library's English "[flags]" out of the help.
func plainUseLines(c *cobra.Command) {
	c.DisableFlagsInUseLine = true
	for _, sub := range c.Commands() {
		plainUseLines(sub)
	}
}

func unknownCommand(args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{fmt.Sprintf("perintah %q tidak dikenal", args[0])}
}

// between wants from least to most arguments.
func between(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case most == 0 && len(args) > 0:
			return usageError{fmt.Sprintf("perintah ini tidak memakai argumen, tetapi ada %q", args[0])}
		case len(args) < least || len(args) > most:
			return usageError{fmt.Sprintf("perintah ini menerima %s, bukan %d argumen", what, len(args))}
		}
		return nil
	}
}

// flagError puts the flag library's typed errors into Indonesian.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return usageError{fmt.Sprintf("opsi %s tidak dikenal", dashes(unknown.GetSpecifiedName()))}
	case errors.As(err, &noValue):
		return usageError{fmt.Sprintf("opsi %s perlu nilai", dashes(noValue.GetSpecifiedName()))}
	case errors.As(err, &bad):
		return usageError{fmt.Sprintf("nilai %q tidak sah bagi opsi --%s", bad.GetValue(), bad.GetFlag().Name)}
	}
	return usageError{"opsi tidak sah: " + err.Error()}
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

const usageTemplate = `Pemakaian:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} PERINTAH{{end}}{{if .Aliases}}

Nama lain:
  {{.NameAndAliases}}{{end}}{{if .HasExample}}

Contoh:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Perintah:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Opsi:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Opsi umum:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Ketik "{{.CommandPath}} PERINTAH --help" untuk bantuan suatu perintah.{{end}}
`
