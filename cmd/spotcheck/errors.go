package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/indicators/problem"
)

func newErrorsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "errors [NOMOR]", Aliases: []string{"galat"}, Args: between(0, 1, "paling banyak satu nomor"),
		Short:   "Jelaskan nomor galat, atau daftar semuanya",
		Example: "  spotcheck errors S301",
		RunE:    func(_ *cobra.Command, args []string) error { return runErrors(a, args) },
	}
}

func runErrors(a *app, args []string) error {
	for _, e := range problem.Catalogue() {
		if len(args) == 1 && string(e.Code) != numberOf(args[0]) {
			continue
		}
		fmt.Fprintf(a.out, "%s  %s (%s)\n      %s.\n", e.Code, e.Title, severityWords[e.Severity], e.Remedy)
		if len(args) == 1 {
			return nil
		}
	}
	if len(args) == 1 {
		return usageError{fmt.Sprintf("tidak ada galat bernomor %q", args[0])}
	}
	return nil
}

// numberOf is a number as people type it: S301, s-301, 301.
func numberOf(word string) string {
	return "S" + strings.TrimLeft(strings.ToUpper(strings.TrimSpace(word)), "S-")
}
