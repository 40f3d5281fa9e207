package bookfile

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Write writes f with rows in its sheets: rows[i] fills the sheet that was made as
// number i. Frame must have been called for each of these. Nothing is written unless
// the workbook is whole.
func Write(w io.Writer, f *excelize.File, rows []func(*Rows)) error {
	var out bytes.Buffer
	z := &archive{out: &out, parts: map[string]*bytes.Buffer{}, rows: map[string]func(*Rows){}}
	for i, fill := range rows {
		z.rows[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = fill
	}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return z })
	if err := f.Write(io.Discard); err != nil {
		return err
	}
	_, err := out.WriteTo(w)
	return err
}

// Merge is a range that is one cell to the eye.
type Merge struct{ First, Last string }

// Frame sets the widths of the columns and the merged cells of a sheet without rows.
// It comes after all other settings of the sheet, which the library could not find
// again.
func Frame(f *excelize.File, sheet string, widths []float64, merges []Merge) error {
	s, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	// From the last to the first: the library puts each new column before the others,
	// and the file wants them in order.
	for i, width := range slices.Backward(widths) {
		if err := s.SetColWidth(i+1, i+1, min(width, excelize.MaxColumnWidth)); err != nil {
			return err
		}
	}
	for _, m := range merges {
		if err := s.MergeCell(m.First, m.Last); err != nil {
			return err
		}
	}
	return s.Flush()
}

// archive is the zip that excelize writes into. It holds the parts back until the
// end and writes them by name, because excelize has no order of its own.
type archive struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
	rows  map[string]func(*Rows) // by part
}

// Create starts a part.
func (z *archive) Create(name string) (io.Writer, error) {
	part := new(bytes.Buffer)
	z.parts[name] = part
	return part, nil
}

// AddFS is never asked of a workbook that was not read from a file.
func (z *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the zip. The list of content types is first by its name, as some
// readers of office files expect.
func (z *archive) Close() error {
	if err := z.sortTypes(); err != nil {
		return err
	}
	w := zip.NewWriter(z.out)
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		part, err := w.Create(name)
		if err == nil {
			err = z.write(part, name)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", strings.TrimPrefix(name, "xl/"), err)
		}
	}
	return w.Close()
}

// write writes a part, with its rows where it is a sheet that has them.
func (z *archive) write(w io.Writer, name string) error {
	data := z.parts[name].Bytes()
	fill := z.rows[name]
	if fill == nil {
		_, err := w.Write(data)
		return err
	}
	const open = "<sheetData>"
	at := bytes.Index(data, []byte(open+"</sheetData>"))
	if at < 0 {
		return errors.New("the sheet has rows already")
	}
	at += len(open)
	out := bufio.NewWriterSize(w, 1<<16)
	rows := &Rows{out: out}
	_, _ = out.Write(data[:at]) // an error stays with the writer
	fill(rows)
	rows.end()
	_, _ = out.Write(data[at:])
	return errors.Join(rows.err, out.Flush())
}
