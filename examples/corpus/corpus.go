package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"spotcheck/assess"
	"spotcheck/assess/round"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
)

const (
	entity       = "Kabupaten Karangan"
	period       = "2026"
	registerFile = "unit.csv"
)

// corpus is one that is being made.
type corpus struct {
	options
	instrument *indicators.Instrument
	units      []assess.Unit
	stencils   map[stencilKey]*stencil
	wants      []want // by unit
}

// makeCorpus writes the round. It refuses a folder that has one.
func makeCorpus(ctx context.Context, o options, out io.Writer) error {
	in, problems := library.Load(o.Instrument)
	if in == nil {
		return problems
	}
	if o.Forms < 1 {
		return errors.New("--forms: at least one")
	}
	if _, err := os.Stat(filepath.Join(o.Dir, round.ConfigFile)); err == nil {
		return fmt.Errorf("%s holds a round already", o.Dir)
	}
	c := &corpus{options: o, instrument: in, wants: make([]want, o.Forms)}
	c.units = drawUnits(rand.New(rand.NewPCG(o.Seed, 0)), in, o.Forms)
	if err := c.cutStencils(); err != nil {
		return err
	}
	if err := c.writeForms(ctx); err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		round.ConfigFile: c.settings(), registerFile: c.register(), wantsFile: writeWants(c.wants, in, c.truth()),
	} {
		if err := os.WriteFile(filepath.Join(o.Dir, name), data, 0o666); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, "%d units in %s\n", o.Forms, o.Dir)
	return err
}

// writeForms makes the forms on all processors; each is drawn from its own number,
// so that it does not matter who makes it.
func (c *corpus) writeForms(ctx context.Context) error {
	var next atomic.Int64
	var crew sync.WaitGroup
	failures := make([]error, runtime.GOMAXPROCS(0))
	for w := range failures {
		crew.Go(func() {
			for failures[w] == nil && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(c.units) {
					return
				}
				failures[w] = c.writeForm(i)
			}
		})
	}
	crew.Wait()
	return errors.Join(append(failures, ctx.Err())...)
}

func (c *corpus) writeForm(i int) error {
	rng := rand.New(rand.NewPCG(c.Seed, uint64(i)+1))
	u := c.units[i]
	s := c.stencils[keyOf(u)]
	d := draw(rng, c.instrument, s, u)
	w := &c.wants[i]
	w.unit, w.drawn = u, d
	if rng.Float64() < c.Silent {
		d.replies = nil
		return nil
	}
	w.file = fileName(rng, i, u.ID)
	var harm fault
	if rng.Float64() < c.Damaged {
		harm = d.harm(rng, s)
	}
	data, err := s.fill(d)
	if err != nil {
		return err
	}
	if harm.spoil != nil {
		data = harm.spoil(data)
	}
	w.findings = harm.findings
	full := filepath.Join(c.Dir, filepath.FromSlash(w.file))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		return err
	}
	return os.WriteFile(full, data, 0o666)
}

// fileName is how an office calls what it sends, nested by day and post.
func fileName(rng *rand.Rand, i int, id string) string {
	folder := fmt.Sprintf("%s/kiriman-%03d", round.InputDir, i/100)
	switch rng.IntN(4) {
	case 0:
		return folder + "/" + id + ".xlsx"
	case 1:
		return folder + "/Formulir " + id + " (1).xlsx"
	case 2:
		return fmt.Sprintf("%s/surel/%02d/FORM_%s_FINAL.XLSX", folder, i%7, strings.ToUpper(id))
	}
	return folder + "/kirim ulang/" + id + " - lengkap & benar.xlsx"
}

func (c *corpus) settings() []byte {
	return fmt.Appendf(nil, `# Putaran karangan: %d unit, dibuat untuk menguji pembacaan dan penilaian.
schema: %s
entity: %q
period: %q
instrument: %s
layer: verifikasi
units: %s
inputs:
  - %s
example: true
`, c.Forms, round.Schema, entity, period, c.instrument.ID, registerFile, round.InputDir)
}

func (c *corpus) register() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"kode", "nama", "jenis", "produk"})
	for _, u := range c.units {
		var names []string
		for _, p := range u.Products {
			names = append(names, p.Name)
		}
		_ = w.Write([]string{u.ID, u.Name, u.Type, strings.Join(names, "; ")})
	}
	w.Flush()
	return b.Bytes()
}

// drawUnits makes up units of all types that the instrument knows.
func drawUnits(rng *rand.Rand, in *indicators.Instrument, count int) []assess.Unit {
	types := []string{"dinas", "kecamatan", "puskesmas"}
	if len(in.Types) > 0 {
		types = nil
		for _, t := range in.Types {
			types = append(types, t.Key)
		}
	}
	names := [...]string{"Dinas Pelayanan %d", "Kantor %d Kec. Sungai Liat", "UPT Karya & Bakti %d", "Unit “Sejahtera” %d <baru>", "Puskesmas %d"}
	units := make([]assess.Unit, count)
	for i := range units {
		u := assess.Unit{ID: fmt.Sprintf("u%05d", i), Type: types[rng.IntN(len(types))]}
		u.Name = fmt.Sprintf(names[rng.IntN(len(names))], i)
		for j := range rng.IntN(max(in.Products.Slots, in.Products.Min) + 1) {
			u.Products = append(u.Products, assess.Product{Name: fmt.Sprintf("Layanan %d-%d", i, j+1)})
		}
		units[i] = u
	}
	return units
}
