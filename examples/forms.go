package examples

import (
	"bytes"
	"context"
	"fmt"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/assess/round"
)

// Form is the filled form of one unit.
type Form struct {
	Unit string // id; also the file's name, without its ending
	Data []byte
}

// Forms makes the filled form of every unit of the round in dir, by unit id. A
// unit of which the source says nothing gets no form.
func Forms(ctx context.Context, dir string) ([]Form, error) {
	r, problems, err := round.Load(ctx, dir)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, problems
	}
	src, err := readSource(r)
	if err != nil {
		return nil, err
	}
	var out []Form
	for _, u := range r.Units {
		if len(src.answers[u.ID]) == 0 {
			continue
		}
		data, err := fill(r, u, src)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", u.ID, err)
		}
		out = append(out, Form{u.ID, data})
	}
	return out, ctx.Err()
}

// fill makes the blank form of a unit and types everything in.
func fill(r *round.Round, u assess.Unit, src *source) ([]byte, error) {
	var blank bytes.Buffer
	err := form.Write(&blank, form.Spec{
		Instrument: r.Instrument, Entity: r.Config.Entity, Period: r.Config.Period,
		Unit: u, Office: r.Config.Letterhead.Office,
	})
	if err != nil {
		return nil, err
	}
	p, err := openPaper(blank.Bytes())
	if err != nil {
		return nil, err
	}
	defer p.file.Close()
	for _, f := range src.fields[u.ID] {
		if err := p.field(f.label, f.text); err != nil {
			return nil, err
		}
	}
	for _, a := range src.answers[u.ID] {
		if err := p.answer(r.Instrument.Node(a.Indicator), u, a); err != nil {
			return nil, err
		}
	}
	return p.save()
}
