package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"spotcheck/assess/sheet"
)

// addLimits gives a command that reads workbooks the options that raise its limits.
// The result holds the defaults until the command line is parsed.
func addLimits(c *cobra.Command) *sheet.Limits {
	l := sheet.DefaultLimits()
	add := func(name string, set func(string) error, usage string) {
		f := c.Flags().VarPF(limitValue(set), name, "", usage)
		f.DefValue = "" // the library's words for it are English; usage has it
	}
	add("max-file", sizeInto(func(n int64) { l.File = n }),
		fmt.Sprintf("terima berkas masukan sampai `UKURAN` ini (bawaan: %s)", sizeText(l.File)))
	add("max-part", sizeInto(l.SetPart),
		fmt.Sprintf("terima isi satu lembar sampai `UKURAN` ini sesudah dimekarkan (bawaan: %s)", sizeText(l.Part)))
	add("max-rows", func(text string) error {
		n, err := strconv.ParseUint(text, 10, 32)
		if err != nil || n == 0 || n > mostRows {
			return fmt.Errorf("harus bilangan bulat dari 1 sampai %d", mostRows)
		}
		l.SetRows(int(n))
		return nil
	}, fmt.Sprintf("terima `JUMLAH` baris berisi dalam satu lembar, dan empat kali lipat sel (bawaan: %d)", l.Rows))
	return &l
}

// mostRows is what a sheet can have; mostSize is more than anybody's memory.
const (
	mostRows = 1_048_576
	mostSize = 4 << 30
)

// limitValue is an option that its function reads.
type limitValue func(string) error

func (f limitValue) Set(text string) error { return f(text) }
func (limitValue) String() string          { return "" }
func (limitValue) Type() string            { return "" }

func sizeInto(set func(int64)) func(string) error {
	return func(text string) error {
		n, err := parseSize(text)
		if err == nil {
			set(n)
		}
		return err
	}
}

var sizePattern = regexp.MustCompile(`^([0-9]{1,7}) ?(KB|MB|GB)$`)

var sizeUnits = map[string]int64{"KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}

// parseSize reads 64MB or 64 MB. A number alone is refused, for it could mean either.
func parseSize(text string) (int64, error) {
	m := sizePattern.FindStringSubmatch(strings.ToUpper(text))
	if m == nil {
		return 0, errors.New("tulis bilangan bulat dengan KB, MB, atau GB, misalnya 64MB")
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil || n == 0 || n*sizeUnits[m[2]] > mostSize {
		return 0, fmt.Errorf("harus lebih dari 0 dan paling banyak %s", sizeText(mostSize))
	}
	return n * sizeUnits[m[2]], nil
}

// sizeText is a size as parseSize reads it.
func sizeText(n int64) string {
	for _, unit := range []string{"GB", "MB"} {
		if n%sizeUnits[unit] == 0 {
			return fmt.Sprint(n/sizeUnits[unit], unit)
		}
	}
	return fmt.Sprint(n>>10, "KB")
}
