// Command corpus makes a round folder of any size whose scores are known
// beforehand, and holds the program to them:
//
//	go run ./examples/corpus DIR --forms 4000
//	go run ./examples/corpus --check DIR
//
// The forms are the blank ones with answers put into their cells as people and
// several programs write them. A few are damaged on purpose. What must come out is
// worked out here from the drawn answers, on a path of its own that shares nothing
// with the scoring engine, and written to harapan.csv: for every unit its score at
// both layers, and the code, sheet and cell of every problem. The same flags give
// the same bytes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

// options say which corpus to make.
type options struct {
	Dir        string
	Forms      int
	Seed       uint64
	Instrument string
	Damaged    float64 // share of forms with something wrong on purpose
	Silent     float64 // share of units that send nothing
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o := options{}
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.IntVar(&o.Forms, "forms", 400, "how many units, each with a form")
	flags.Uint64Var(&o.Seed, "seed", 1, "what the answers are drawn from")
	flags.StringVar(&o.Instrument, "instrument", "uu25-2009", "id of a built-in instrument")
	flags.Float64Var(&o.Damaged, "damaged", 0.02, "share of forms with a fault made on purpose")
	flags.Float64Var(&o.Silent, "silent", 0.01, "share of units that send no form")
	check := flags.Bool("check", false, "read and score the corpus in DIR, and compare with its harapan.csv")
	// The folder may stand before the flags.
	if len(args) > 0 && args[0] != "" && args[0][0] != '-' {
		o.Dir, args = args[0], args[1:]
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	rest := flags.Args()
	if o.Dir == "" && len(rest) > 0 {
		o.Dir, rest = rest[0], rest[1:]
	}
	if o.Dir == "" || len(rest) > 0 {
		return errors.New("usage: go run ./examples/corpus DIR [flags], or --check DIR")
	}
	if *check {
		return checkCorpus(ctx, o.Dir, out)
	}
	return makeCorpus(ctx, o, out)
}
