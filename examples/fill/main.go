// Command fill writes the filled forms of an example round anew. The committed
// ones carry the digest of their instrument, so it is run whenever an instrument
// or the form changes:
//
//	go run ./examples/fill examples/bangka-barat
//
// It replaces masuk/<unit>.xlsx in the round folder; a test fails while they
// are stale.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"spotcheck/assess/round"
	"spotcheck/assess/round/atomicfile"
	"spotcheck/examples"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "fill:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) != 1 {
		return errors.New("usage: go run ./examples/fill DIR")
	}
	forms, err := examples.Forms(ctx, args[0])
	if err != nil {
		return err
	}
	folder := filepath.Join(args[0], round.InputDir)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	files := make([]atomicfile.File, len(forms))
	for i, f := range forms {
		files[i] = atomicfile.File{
			Path: filepath.Join(folder, f.Unit+".xlsx"),
			Render: func(w io.Writer) error {
				_, err := w.Write(f.Data)
				return err
			},
		}
	}
	if err := atomicfile.WriteAll(ctx, files); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d forms in %s\n", len(files), folder)
	return err
}
