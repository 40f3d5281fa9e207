package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// wantsFile says what must come out; it lies beside the inputs and is never one.
const wantsFile = "harapan.csv"

// want is what must come out for one unit; its file is empty where it sent none.
type want struct {
	unit     assess.Unit
	drawn    *drawn
	file     string
	score    scores
	findings []finding
}

var wantHeads = []string{"unit", "berkas", "mandiri", "mandiri_bulat", "verifikasi", "verifikasi_bulat", "kode", "lembar", "sel"}

// writeWants gives a line for every unit and a last one, without a unit, for all.
func writeWants(list []want, in *indicators.Instrument, all scores) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(wantHeads)
	for i := range list {
		x := &list[i]
		line := append([]string{x.unit.ID, x.file}, told(x.score, in.Result.Decimals)...)
		var f finding
		if len(x.findings) > 0 {
			f = x.findings[0]
		}
		_ = w.Write(append(line, string(f.code), f.sheet, f.cell))
	}
	_ = w.Write(append(append([]string{"", ""}, told(all, in.Result.Decimals)...), "", "", ""))
	w.Flush()
	return b.Bytes()
}

// told is every score as a fraction and rounded, halves away from zero; empty where
// there is none.
func told(s scores, decimals int) []string {
	var out []string
	for _, r := range s {
		out = append(out, exact(r), rounded(r, decimals))
	}
	return out
}

func exact(r *big.Rat) string {
	if r == nil {
		return ""
	}
	return r.RatString()
}

func rounded(r *big.Rat, decimals int) string {
	if r == nil {
		return ""
	}
	return r.FloatString(decimals)
}

// line is a line of the file as it is compared.
type line struct {
	file    string
	scores  []string // exact and rounded, at every layer
	finding finding
}

// readWants reads the file back, by unit.
func readWants(dir string) (map[string]line, error) {
	data, err := os.ReadFile(filepath.Join(dir, wantsFile))
	if err != nil {
		return nil, err
	}
	c := csv.NewReader(bytes.NewReader(data))
	c.FieldsPerRecord = len(wantHeads)
	rows, err := c.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", wantsFile, err)
	}
	out := map[string]line{}
	for _, r := range rows[min(1, len(rows)):] {
		out[r[0]] = line{r[1], r[2:6], finding{problem.Code(r[6]), r[7], r[8]}}
	}
	if _, all := out[""]; !all || len(out) < 2 {
		return nil, fmt.Errorf("%s ends too early", wantsFile)
	}
	return out, nil
}
