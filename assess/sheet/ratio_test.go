package sheet_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/library"
)

// BenchmarkRatio reads one workbook with everything that can, turn by turn in one
// run and on one core, and tells by the medians how many times longer each takes
// than ours, and ours than inflating alone:
//
//	go test ./assess/sheet -run '^$' -bench Ratio
//
// Ours should take at most 2.6 times inflate, excelize raw at least 5 times ours and
// openpyxl at least 10 times; and two workers should do at least 1.5 times what one
// does. Python reads in a process of its own that has imported everything before.
func BenchmarkRatio(b *testing.B) {
	b.Run("table", func(b *testing.B) { ratios(b, sheet.FormFile(b), nil) })
	blank, expect := blankForm(b)
	b.Run("form", func(b *testing.B) { ratios(b, blank, &expect) })
}

// turns is how often each has its turn at least, for a median that means something.
const turns = 25

// reader is one that takes a turn; it tells how long it took.
type reader struct {
	name  string
	read  func() time.Duration
	times []time.Duration
}

func (r *reader) median() float64 {
	slices.Sort(r.times)
	return float64(r.times[len(r.times)/2])
}

func ratios(b *testing.B, data []byte, expect *form.Expect) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	took := func(read func() error) func() time.Duration {
		return func() time.Duration {
			start := time.Now()
			if err := read(); err != nil {
				b.Fatal(err)
			}
			return time.Since(start)
		}
	}
	ours := &reader{name: "ours", read: took(func() error { return readAll(data) })}
	floor := &reader{name: "inflate", read: took(func() error { return inflate(data) })}
	one := &reader{name: "one-worker", read: took(func() error { return share(data, 1) })}
	two := &reader{name: "two-workers", read: took(func() error { return share(data, 2) })}
	list := []*reader{
		floor, ours,
		{name: "excelize-raw", read: took(func() error { return readExcelize(data, excelize.Options{RawCellValue: true}) })},
		{name: "excelize", read: took(func() error { return readExcelize(data, excelize.Options{}) })},
		one, two,
	}
	if expect != nil {
		list = append(list, &reader{name: "form.Read", read: took(func() error {
			filled, problems := form.Read("formulir.xlsx", data, *expect)
			if filled == nil || problems.Errors() > 0 {
				return fmt.Errorf("the form was not read: %w", problems)
			}
			return nil
		})})
	}
	list = append(list, openpyxl(b, data)...)
	for b.Loop() {
		for range turns {
			for _, r := range list {
				runtime.GC() // nobody pays for what the one before left behind
				r.times = append(r.times, r.read())
			}
		}
	}
	b.ReportMetric(0, "ns/op") // one turn of all says nothing
	b.ReportMetric(ours.median()/floor.median(), "ours/inflate")
	b.ReportMetric(one.median()/two.median(), "one/two-workers")
	for _, r := range list {
		if r != floor && r != ours && r != one && r != two {
			b.ReportMetric(r.median()/ours.median(), r.name+"/ours")
		}
	}
	b.ReportMetric(ours.median()/1e6, "ms-ours")
}

// readAll reads every sheet as an intake does.
func readAll(data []byte) error {
	w, err := sheet.Open(data, sheet.DefaultLimits())
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

// inflate only inflates what reading needs: everything but looks and wiring of which
// the cells know nothing.
func inflate(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "docProps/") || strings.HasPrefix(f.Name, "xl/theme/") || f.Name == "[Content_Types].xml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return err
		}
	}
	return nil
}

func readExcelize(data []byte, opts excelize.Options) error {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if _, err := f.GetRows(name, opts); err != nil {
			return err
		}
	}
	return nil
}

// share reads some dozens of files with so many workers on as many cores.
func share(data []byte, workers int) error {
	const files = 32
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
	failures := make([]error, workers)
	var crew sync.WaitGroup
	for w := range workers {
		crew.Go(func() {
			for i := w; i < files && failures[w] == nil; i += workers {
				failures[w] = readAll(data)
			}
		})
	}
	crew.Wait()
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// pythonReader answers a line with how many seconds it took.
const pythonReader = `
import sys, time, openpyxl
for line in sys.stdin:
    start = time.perf_counter()
    book = openpyxl.load_workbook(sys.argv[1], read_only=line.strip() == "read_only", data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
    book.close()
    print(time.perf_counter() - start, flush=True)
`

// openpyxl are its two ways of reading; none where it is not installed, unless
// SPOTCHECK_ORACLES=1 asks for it.
func openpyxl(b *testing.B, data []byte) []*reader {
	python, err := exec.LookPath("/usr/bin/python3")
	if err == nil {
		err = exec.Command(python, "-c", "import openpyxl").Run()
	}
	if err != nil {
		if os.Getenv("SPOTCHECK_ORACLES") == "1" {
			b.Fatal("openpyxl is not installed, but SPOTCHECK_ORACLES=1")
		}
		b.Log("openpyxl is not installed")
		return nil
	}
	file := filepath.Join(b.TempDir(), "buku.xlsx")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(python, "-c", pythonReader, file)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { in.Close(); _ = cmd.Wait() })
	answers := bufio.NewReader(out)
	ask := func(mode string) func() time.Duration {
		return func() time.Duration {
			fmt.Fprintln(in, mode)
			line, err := answers.ReadString('\n')
			seconds, bad := strconv.ParseFloat(strings.TrimSpace(line), 64)
			if err != nil || bad != nil {
				b.Fatalf("openpyxl: %v, %v", err, bad)
			}
			return time.Duration(seconds * float64(time.Second))
		}
	}
	return []*reader{{name: "openpyxl-read-only", read: ask("read_only")}, {name: "openpyxl", read: ask("normal")}}
}

// blankForm is the form of a unit by the built-in instrument.
func blankForm(b *testing.B) ([]byte, form.Expect) {
	b.Helper()
	in, problems := library.Load(library.Default)
	if in == nil {
		b.Fatal(problems)
	}
	u := assess.Unit{ID: "dinkes", Name: "Dinas Kesehatan", Type: "dinas", Products: []assess.Product{{ID: "a", Name: "Izin A"}, {ID: "b", Name: "Izin B"}}}
	var buf bytes.Buffer
	if err := form.Write(&buf, form.Spec{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026", Unit: u}); err != nil {
		b.Fatal(err)
	}
	return buf.Bytes(), form.Expect{Instrument: in, Entity: "Kabupaten Contoh", Period: "2026", Units: []assess.Unit{u}, Limits: sheet.DefaultLimits()}
}
