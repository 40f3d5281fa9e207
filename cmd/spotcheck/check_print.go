package main

import (
	"fmt"
	"io"
	"strings"

	"spotcheck/assess/round"
	"spotcheck/indicators/problem"
)

// checkState says how a file came through.
type checkState string

// The states: no errors, warnings at most; errors, and the rest is used; nothing
// is used.
const (
	checkFine    checkState = "fine"
	checkPartly  checkState = "partly"
	checkRefused checkState = "refused"
)

func (f *checkedFile) state() checkState {
	switch {
	case f.Fate == round.Refused:
		return checkRefused
	case f.Problems.Errors() > 0:
		return checkPartly
	}
	return checkFine
}

// checkWriter prints files as they are checked, and at the end what a whole round
// comes to; nil where files were named.
type checkWriter interface {
	file(f *checkedFile) error
	close(all *round.Sifted) error
}

// newCheckWriter prints in the format asked for; sound files too if all.
func newCheckWriter(format string, w io.Writer, all bool) checkWriter {
	switch format {
	case "json":
		return &checkJSON{w: w}
	case "csv":
		return checkCSV{w}
	}
	return &checkText{w: &screen{Writer: w}, all: all}
}

// checkText prints a head line per file, and its problems below.
type checkText struct {
	w       io.Writer
	all     bool
	started bool
}

func (t *checkText) file(f *checkedFile) error {
	if !t.all && len(f.Problems) == 0 && f.Kind != round.KindActions {
		return nil
	}
	var b strings.Builder
	t.space(&b)
	fmt.Fprintf(&b, "%s: %s\n", f.Path, f.headline())
	for _, p := range f.Problems {
		if p.File == f.Path {
			p = p.In("")
		}
		fmt.Fprintf(&b, "  %s %s\n", severityWords[p.Severity], p.Error())
	}
	if f.copy != "" {
		fmt.Fprintf(&b, "  Salinan bertanda: %s\n", f.copy)
	}
	if f.noCopy != "" {
		fmt.Fprintf(&b, "  Tanpa salinan bertanda: %s\n", f.noCopy)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// space keeps blocks apart.
func (t *checkText) space(b *strings.Builder) {
	if t.started {
		b.WriteByte('\n')
	}
	t.started = true
}

func (t *checkText) close(all *round.Sifted) error {
	var b strings.Builder
	if all != nil && len(all.Problems) > 0 {
		t.space(&b)
		b.WriteString("Masalah antarberkas:\n")
		for _, p := range all.Problems {
			fmt.Fprintf(&b, "  %s %s\n", severityWords[p.Severity], p.Error())
		}
	}
	if all != nil && len(all.Aside) > 0 {
		t.space(&b)
		b.WriteString("Disisihkan, tidak ada isinya yang dipakai:\n")
		for _, f := range all.Aside {
			fmt.Fprintf(&b, "  %s: %s\n", f.Path, asideWhy(f))
		}
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// asideWhy is the fate of a file that is set aside, and the reason where it has one.
func asideWhy(f round.Aside) string {
	why := fateWords[f.Fate]
	if f.Unit != "" {
		why += ", unit " + f.Unit
	}
	switch {
	case f.Why.Code != "":
		why += fmt.Sprintf("; [%s] %s", f.Why.Code, f.Why.Message)
	case f.For != "":
		why += "; yang dipakai " + f.For
	}
	return why
}

// headline is what a file comes to.
func (f *checkedFile) headline() string {
	var parts []string
	switch {
	case f.Name != "":
		parts = append(parts, fmt.Sprintf("%s (%s)", f.Name, f.Unit))
	case f.Unit != "":
		parts = append(parts, fmt.Sprintf("unit %q", f.Unit))
	}
	switch {
	case f.Fate == round.Refused:
		parts = append(parts, "ditolak, tidak ada isinya yang dipakai")
	case f.Kind == round.KindActions:
		parts = append(parts, "rencana aksi, dibaca oleh spotcheck followup; tidak ikut dinilai")
	case f.Kind == round.KindForm:
		parts = append(parts, fmt.Sprintf("%d jawaban terbaca, unit menjawab %d dari %d", f.Answers, f.Done, f.Asked))
	default:
		parts = append(parts, fmt.Sprintf("%d jawaban terbaca", f.Answers))
	}
	return strings.Join(append(parts, tally(f.Problems)), "; ")
}

func tally(list problem.List) string {
	if len(list) == 0 {
		return "tidak ada masalah"
	}
	return fmt.Sprintf("%d galat, %d peringatan", list.Errors(), len(list)-list.Errors())
}
