package sample

import (
	"bytes"
	"encoding/json"
	"io"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

// Schema names the format of a design's file.
const Schema = "spotcheck/sample/v1"

// MaxBytes is more than the design of any round has.
const MaxBytes = 8 << 20

// file is a design as it is kept.
type file struct {
	Schema     string `json:"schema"`
	Instrument struct {
		ID      string `json:"id"`
		Version string `json:"version"`
		Digest  string `json:"digest"`
	} `json:"instrument"`
	Entity  string    `json:"entity"`
	Period  string    `json:"period"`
	Seed    string    `json:"seed"`
	Days    int       `json:"days"`
	Persons int       `json:"persons"`
	Strata  []Stratum `json:"strata"`
}

// Write keeps the design of a round's sample.
func (d *Design) Write(w io.Writer, in *assess.Input) error {
	f := file{Schema: Schema, Entity: in.Entity, Period: in.Period, Seed: d.Seed, Days: d.Days, Persons: d.Persons, Strata: d.Strata}
	f.Instrument.ID, f.Instrument.Version, f.Instrument.Digest = in.Instrument.ID, in.Instrument.Version, in.Instrument.Digest
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(f)
}

// Read gives back a design of this round. One of another round, or one that was
// changed, is refused: who is chosen is drawn again and compared.
func Read(name string, data []byte, in *assess.Input) (*Design, error) {
	refuse := func(message string) (*Design, error) {
		return nil, problem.New(problem.SampleDesign, problem.Place{File: name}, "%s", message)
	}
	var f file
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil || dec.More() {
		return refuse("bukan rancangan sampel, atau berkasnya terpotong")
	}
	switch i := in.Instrument; {
	case f.Schema != Schema:
		return refuse("skema rancangan tidak dikenal")
	case f.Entity != in.Entity || f.Period != in.Period:
		return refuse("rancangan ini milik " + f.Entity + ", periode " + f.Period)
	case f.Instrument.ID != i.ID || f.Instrument.Digest != i.Digest:
		return refuse("rancangan ini dibuat dengan instrumen lain: " + f.Instrument.ID + " versi " + f.Instrument.Version)
	}
	d := &Design{f.Seed, f.Days, f.Persons, f.Strata}
	if why := d.fault(in.Units); why != "" {
		return refuse(why)
	}
	return d, nil
}
