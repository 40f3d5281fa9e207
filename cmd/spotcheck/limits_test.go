package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

func TestLimitOptions(t *testing.T) {
	for _, tt := range []struct {
		args string
		want func(*sheet.Limits)
	}{
		{"", func(*sheet.Limits) {}},
		{"--max-file 64MB", func(l *sheet.Limits) { l.File = 64 << 20 }},
		{"--max-file=64 MB", func(l *sheet.Limits) { l.File = 64 << 20 }},
		{"--max-file=512kb", func(l *sheet.Limits) { l.File = 512 << 10 }},
		{"--max-part 1GB", func(l *sheet.Limits) { l.SetPart(1 << 30) }},
		{"--max-rows 100000", func(l *sheet.Limits) { l.Rows, l.Cells = 100_000, 400_000 }},
		{"--max-file", nil}, {"--max-file=", nil}, {"--max-file 64", nil}, {"--max-file 0MB", nil}, {"--max-file -1MB", nil},
		{"--max-file 1.5MB", nil}, {"--max-file 1,5MB", nil}, {"--max-file 64M", nil}, {"--max-file 64MiB", nil}, {"--max-file=64  MB", nil},
		{"--max-file 5GB", nil}, {"--max-file 99999999GB", nil}, {"--max-part x", nil},
		{"--max-rows 0", nil}, {"--max-rows -5", nil}, {"--max-rows 1e5", nil}, {"--max-rows 50.000", nil}, {"--max-rows 1048577", nil},
	} {
		c := &cobra.Command{}
		got := addLimits(c)
		var args []string
		if tt.args != "" {
			args = strings.SplitN(tt.args, " ", 2)
		}
		if strings.Contains(tt.args, "=") {
			args = []string{tt.args}
		}
		err := c.ParseFlags(args)
		if (err == nil) != (tt.want != nil) {
			t.Errorf("%q: %v", tt.args, err)
			continue
		}
		want := sheet.DefaultLimits()
		if tt.want != nil {
			tt.want(&want)
		}
		if *got != want {
			t.Errorf("%q: %+v, want %+v", tt.args, *got, want)
		}
	}
}

// The help tells the defaults, in the words that the options take.
func TestLimitHelp(t *testing.T) {
	c := &cobra.Command{}
	addLimits(c)
	help := c.Flags().FlagUsages()
	for _, part := range []string{"--max-file UKURAN", "32MB", "--max-part UKURAN", "8MB", "--max-rows JUMLAH", "50000"} {
		if !strings.Contains(help, part) {
			t.Errorf("no %q in\n%s", part, help)
		}
	}
	if strings.Contains(help, "default") {
		t.Errorf("English in\n%s", help)
	}
}

// Whatever refuses a workbook for its size names the option by which it would pass.
func TestTooLargeNamesItsOption(t *testing.T) {
	data := bigBook(t)
	for option, lower := range map[string]func(*sheet.Limits){
		"--max-file": func(l *sheet.Limits) { l.File = int64(len(data)) - 1 },
		"--max-part": func(l *sheet.Limits) { l.Part = 100 },
		"--max-rows": func(l *sheet.Limits) { l.Rows = 10 },
	} {
		lim := sheet.DefaultLimits()
		lower(&lim)
		err := readSheets(data, lim)
		var p problem.Problem
		if !errors.As(err, &p) || p.Code != problem.TooLarge {
			t.Fatalf("%s: %v", option, err)
		}
		if named := regexp.MustCompile(`--[a-z-]+`).FindString(p.Remedy); named != option {
			t.Errorf("%s: the remedy names %q: %v", option, named, err)
		}
		c := &cobra.Command{}
		addLimits(c)
		if c.Flags().Lookup(strings.TrimPrefix(option, "--")) == nil {
			t.Errorf("there is no %s", option)
		}
	}
	if err := readSheets(data, sheet.DefaultLimits()); err != nil {
		t.Error(err)
	}
}

func readSheets(data []byte, lim sheet.Limits) error {
	w, err := sheet.Open(data, lim)
	if err != nil {
		return err
	}
	for _, info := range w.Sheets() {
		if _, err := w.Read(info.Name); err != nil {
			return err
		}
	}
	return nil
}

// Honest large files pass: a register of 5,000 units, and a form with photos.
func TestHonestSizesPass(t *testing.T) {
	data := bigBook(t)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 6 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("xl/media/image%d.jpeg", i), Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(make([]byte, 4<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := readSheets(out.Bytes(), sheet.DefaultLimits()); err != nil {
		t.Error(err)
	}
}

// bigBook is a register of 5,000 units with twelve columns, as Excel would save it.
func bigBook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		t.Fatal(err)
	}
	for row := range 5_000 {
		values := make([]any, 12)
		for col := range values {
			values[col] = excelize.Cell{StyleID: style, Value: fmt.Sprintf("UPT Puskesmas Kecamatan nomor %d, keterangan %d", row, col)}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row+1), values); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
