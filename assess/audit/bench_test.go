package audit

import (
	"context"
	"fmt"
	"testing"

	"spotcheck/assess/sheet"
)

// scoring is a workbook of n formulas as scoring sheets have them: weighted
// answers of 48 indicators in blocks, each with its totals.
func scoring(tb testing.TB, n int) []byte {
	m := blank(tb)
	row := 1
	for done := 0; done < n; {
		from := row
		for ; row < from+48; row++ {
			m.put(row, 1, float64(row%5)+1, "")
			m.put(row, 2, float64(row%4), "")
			m.put(row, 3, (float64(row%5)+1)*float64(row%4), fmt.Sprintf("A%d*B%d", row, row))
			m.put(row, 4, "Ya", fmt.Sprintf(`IF(B%d>=0,"Ya","Tidak")`, row))
		}
		total := 0.0
		for i := from; i < row; i++ {
			total += (float64(i%5) + 1) * float64(i%4)
		}
		m.put(row, 3, total, fmt.Sprintf("SUM(C%d:C%d)", from, row-1))
		m.put(row, 4, 48, fmt.Sprintf(`COUNTIF(D%d:D%d,"Ya")`, from, row-1))
		row += 2
		done += 98
	}
	return m.bytes()
}

// BenchmarkAudit48 audits one sheet of 48 indicators, BenchmarkAudit5000 a
// workbook of about 5,000 formulas. BenchmarkReadOnly only reads the latter.
func BenchmarkAudit48(b *testing.B)   { benchmarkAudit(b, scoring(b, 98)) }
func BenchmarkAudit5000(b *testing.B) { benchmarkAudit(b, scoring(b, 5000)) }

func benchmarkAudit(b *testing.B, data []byte) {
	r := audited(b, data)
	if len(r.Findings) > 0 || r.Recalculated != r.Formulas {
		b.Fatal(explained(r))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Audit(context.Background(), data, sheet.DefaultLimits()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(r.Formulas), "formulas")
}

func BenchmarkReadOnly(b *testing.B) {
	data := scoring(b, 5000)
	b.ReportAllocs()
	for b.Loop() {
		w, err := sheet.Open(data, sheet.DefaultLimits())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := w.Inspect("Nilai"); err != nil {
			b.Fatal(err)
		}
	}
}
