package workbook_test

import (
	"io"
	"testing"

	"spotcheck/indicators/library"
	"spotcheck/indicators/workbook"
)

func BenchmarkWrite(b *testing.B) {
	data, _ := library.Source(library.Default)
	v := value(b, data)
	for b.Loop() {
		if err := workbook.Write(io.Discard, "f.yaml", v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImport(b *testing.B) {
	data, _ := library.Source(library.Default)
	book := write(b, value(b, data))
	for b.Loop() {
		if yaml, list := imported(b, book); yaml == "" {
			b.Fatal(list)
		}
	}
}
