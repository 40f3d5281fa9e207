package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"spotcheck/assess/annotate"
	"spotcheck/assess/round"
	"spotcheck/assess/round/atomicfile"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// The names of annotated copies, and of the folder in the round that takes those
// of its inputs: a copy among the inputs would be read as the unit's second form.
const (
	annotatedSuffix = "-diperiksa"
	annotatedDir    = "diperiksa"
)

// annotate writes a copy of a form that has problems to the folder of --output, or
// where it belongs. What keeps it from one becomes a problem of the file; the error is
// whatever else happens.
func (f *checkedFile) annotate(ctx context.Context, o checkOptions) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := f.writeCopy(o.output, *o.limits)
	var p problem.Problem
	if errors.As(err, &p) {
		f.Problems = append(f.Problems, p)
		f.Problems.Sort()
		return nil
	}
	return err
}

// sayCopies tells what to do with them.
func (a *app) sayCopies(written int) {
	if written > 0 {
		a.say("%d salinan bertanda ditulis. Kirim kepada unitnya; sesudah diperbaiki, salinan itu menggantikan berkas lama di folder masukan.", written)
	}
}

func (f *checkedFile) writeCopy(dir string, lim sheet.Limits) error {
	if f.noCopy = f.foreign(); f.noCopy != "" {
		return nil
	}
	target, err := f.target(dir)
	if err != nil {
		return err
	}
	data, bad := round.ReadBounded(f.Path, f.Full, lim.File)
	if bad != nil {
		return bad[0]
	}
	if sha256.Sum256(data) != f.Digest {
		return problem.New(problem.NotAnnotated, problem.Place{File: f.Path}, "berkas berubah sesudah diperiksa").Fix("Ulangi pemeriksaannya")
	}
	about := annotate.About{Unit: f.Name, File: path.Base(f.Path), Refused: f.Fate == round.Refused}
	marked, err := annotate.Copy(data, about, f.Problems, lim)
	if err != nil {
		return inFile(err, f.Path)
	}
	if err := atomicfile.Write(target, func(w io.Writer) error {
		_, err := w.Write(marked)
		return err
	}); err != nil {
		return err
	}
	f.copy = filepath.ToSlash(target)
	return nil
}

// foreign says why a file has no cells to mark; empty for forms.
func (f *checkedFile) foreign() string {
	switch {
	case f.Kind != round.KindForm:
		return "salinan bertanda hanya dibuat dari formulir .xlsx"
	case f.Unit == "":
		return "berkas ini tidak terbaca sebagai formulir spotcheck"
	}
	return ""
}

// target is where the copy goes: a new file, and none that the round would take in.
func (f *checkedFile) target(dir string) (string, error) {
	base := filepath.Base(f.Full)
	ending := filepath.Ext(base)
	stem := strings.TrimSuffix(base, ending)
	if strings.HasSuffix(stem, annotatedSuffix) {
		stem += "-2" // the copy of a copy that came back
	} else {
		stem += annotatedSuffix
	}
	name := stem + copyEnding(ending)
	target := filepath.Join(dir, name)
	if dir == "" {
		target = filepath.Join(filepath.Dir(f.Full), name)
		if f.round.TakesIn(target) {
			target = filepath.Join(f.round.Dir, annotatedDir, name)
		}
	}
	if f.round.TakesIn(target) {
		p := problem.New(problem.OutputBlocked, problem.Place{File: filepath.ToSlash(target)}, "folder ini masukan putaran; salinan di sini akan terbaca sebagai formulir kedua unit itu")
		return "", p.Fix("Sebut folder lain pada --output")
	}
	if _, err := os.Lstat(target); err == nil {
		p := problem.New(problem.OutputBlocked, problem.Place{File: filepath.ToSlash(target)}, "berkas sudah ada dan tidak ditimpa")
		return "", p.Fix("Pindahkan berkas itu, atau sebut folder lain pada --output")
	}
	return target, nil
}

// copyEnding: offices refuse a workbook with macros, or a template, under the name
// of a plain one.
func copyEnding(ending string) string {
	if special := strings.ToLower(ending); slices.Contains([]string{".xlsm", ".xltx", ".xltm"}, special) {
		return special
	}
	return ".xlsx"
}

func inFile(err error, name string) error {
	var p problem.Problem
	if errors.As(err, &p) {
		return p.In(name)
	}
	return err
}
