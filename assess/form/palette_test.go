package form_test

import (
	"bytes"
	"sync"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/form"
)

// TestWriteConcurrently: forms share their styles, and write nothing into them.
func TestWriteConcurrently(t *testing.T) {
	s := bigSpec(t) // has areas with slots, which add styles of their own
	s.Unit.Products = append(s.Unit.Products, assess.Product{ID: "kk", Name: "Kartu keluarga"})
	want := blankForm(t, s)
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			var out bytes.Buffer
			if err := form.Write(&out, s); err != nil {
				t.Error(err)
			} else if !bytes.Equal(out.Bytes(), want) {
				t.Error("a form written beside others differs")
			}
		})
	}
	group.Wait()
}
