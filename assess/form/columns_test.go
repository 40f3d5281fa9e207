package form_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
)

// TestColumnsAreInOrder: the format wants the columns of a sheet in rising
// order, and strict readers pass over the others.
func TestColumnsAreInOrder(t *testing.T) {
	data := blankForm(t, spec(t))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	columns := 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var part struct {
			Columns []struct {
				Min int `xml:"min,attr"`
				Max int `xml:"max,attr"`
			} `xml:"cols>col"`
		}
		if err := xml.NewDecoder(r).Decode(&part); err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, c := range part.Columns {
			if c.Min <= last || c.Max < c.Min {
				t.Errorf("%s: column %d stands after %d", f.Name, c.Min, last)
			}
			last = c.Max
			columns++
		}
	}
	if columns < 20 {
		t.Errorf("%d columns found", columns)
	}
}
