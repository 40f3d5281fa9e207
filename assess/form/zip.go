package form

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
)

// sortedZip is the archive that excelize writes into. It holds the parts back
// until the end and writes them by name, because excelize writes streamed
// sheets in a random order.
type sortedZip struct {
	out   io.Writer
	parts map[string]*bytes.Buffer
}

func newSortedZip(out io.Writer) *sortedZip {
	return &sortedZip{out: out, parts: map[string]*bytes.Buffer{}}
}

// Create starts a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	part := new(bytes.Buffer)
	z.parts[name] = part
	return part, nil
}

// AddFS is never asked of a form.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive. The list of content types is first by its name, as
// some readers of office files expect.
func (z *sortedZip) Close() error {
	w := zip.NewWriter(z.out)
	for _, name := range slices.Sorted(maps.Keys(z.parts)) {
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write(z.parts[name].Bytes())
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}
