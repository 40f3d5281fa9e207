package form_test

import (
	"io"
	"os"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/form"
	"spotcheck/indicators"
)

// bigSpec is a form of 60 questions with texts of usual length.
func bigSpec(b testing.TB) form.Spec {
	b.Helper()
	data, err := os.ReadFile("../../indicators/library/uu25-2009.yaml")
	if err != nil {
		b.Fatal(err)
	}
	in, list := indicators.Parse("uu25-2009.yaml", data)
	if in == nil {
		b.Fatal(list.Error())
	}
	s := spec(b)
	s.Instrument = in
	s.Unit.Products = []assess.Product{{ID: "ktp", Name: "KTP-el"}}
	return s
}

func BenchmarkWrite(b *testing.B) {
	s := bigSpec(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := form.Write(io.Discard, s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	s := bigSpec(b)
	data, e := blankForm(b, s), expect(s)
	b.ReportAllocs()
	for b.Loop() {
		if _, list := form.Read("f.xlsx", data, e); len(list) > 0 {
			b.Fatal(list)
		}
	}
}
