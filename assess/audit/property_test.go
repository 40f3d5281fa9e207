package audit

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"spotcheck/assess/sheet"
)

// mutations put one fault of a kind into the clean workbook, at a random place,
// and say where and as what it must be found.
var mutations = []func(r *rand.Rand, m *maker) (Kind, string){
	func(r *rand.Rand, m *maker) (Kind, string) { // a number over a formula
		ref := sheet.Ref(3+r.IntN(rows-2), 5+r.IntN(2))
		m.set(ref, float64(r.IntN(100)))
		return TypedOver, ref
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // another row
		row := 3 + r.IntN(rows-2)
		m.formula(sheet.Ref(row, 5), fmt.Sprintf("C%d*D%d", row, row-1+2*r.IntN(2)), 1.0)
		return Broken, sheet.Ref(row, 5)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a lost dollar
		row := 3 + r.IntN(rows-2)
		m.formula(sheet.Ref(row, 6), fmt.Sprintf("E%d/E%d", row, rows+2), 1.0)
		return Broken, sheet.Ref(row, 6)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a factor more
		row := 4 + r.IntN(rows-4)
		m.formula(sheet.Ref(row, 5), fmt.Sprintf("C%d*D%d*1.1", row, row), 1.0)
		return Broken, sheet.Ref(row, 5)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a stale value
		ref := []string{"E14", "E16", "E17", "C14", "F14"}[r.IntN(5)]
		e := m.cells[m.at(ref)]
		e.v = e.v.(float64) + 0.001 + r.Float64()
		m.cells[m.at(ref)] = e
		return Stale, ref
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a range too short
		col := []int{3, 5, 6}[r.IntN(3)]
		from, to := 2+r.IntN(2), rows+1-r.IntN(2)
		if from == 2 && to == rows+1 {
			to--
		}
		m.formula(sheet.Ref(14, col), fmt.Sprintf("SUM(%s:%s)", sheet.Ref(from, col), sheet.Ref(to, col)), 1.0)
		return RangeShort, sheet.Ref(14, col)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // ranges that do not match
		m.formula("E16", "SUMPRODUCT(C2:C13,D2:D13)/SUM(C2:C12)", 1.0)
		return RangeUneven, "E16"
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a total counted once more
		col := []int{5, 6}[r.IntN(2)]
		m.formula(sheet.Ref(18, col), fmt.Sprintf("SUM(%s:%s)", sheet.Ref(2+r.IntN(2), col), sheet.Ref(14, col)), 1.0)
		return RangeDouble, sheet.Ref(18, col)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a number as text
		ref := sheet.Ref(2+r.IntN(rows), 3)
		m.set(ref, []string{"2,5", "2.5", " 3", "3\u00a0", "1.250,5", "12 %"}[r.IntN(6)])
		return TextNumber, ref
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // not in the list
		ref := sheet.Ref(2+r.IntN(rows), 4)
		m.set(ref, []any{4, 2.5, "Ya", "dua"}[r.IntN(4)])
		return NotInList, ref
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a drop-down lost
		row := 3 + r.IntN(rows-2)
		m.lists = nil
		m.list(fmt.Sprintf("D2:D%d D%d:D13", row-1, row+1), `"0,1,2,3"`)
		return LostList, sheet.Ref(row, 4)
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // an error
		ref := []string{"E15", "E16", "E17"}[r.IntN(3)]
		m.formula(ref, "#REF!/2", errorText("#REF!"))
		return ErrorCell, ref
	},
	func(r *rand.Rand, m *maker) (Kind, string) { // a circle
		m.formula("E14", "SUM(E2:E14)", 51.0)
		return Circular, "E14"
	},
}

func TestMutations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 40 * len(mutations) {
		m := clean(t)
		kind, ref := mutations[round%len(mutations)](r, m)
		got := m.audit()
		if !slices.ContainsFunc(got.Findings, func(f Finding) bool { return f.Kind == kind && f.Cell == ref }) {
			t.Fatalf("%s at %s is not found\n%s", kind, ref, explained(got))
		}
	}
}

func TestSameBytesSameReport(t *testing.T) {
	for name, c := range hostile(t) {
		if name != "brackets" && name != "names of names" && name != "a chain that doubles" {
			continue
		}
		data := c.m.bytes()
		if a, b := audited(t, data), audited(t, data); !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two reports of one workbook", name)
		}
	}
	data := clean(t).bytes()
	if a, b := audited(t, data), audited(t, data); !reflect.DeepEqual(a, b) {
		t.Error("two reports of one workbook")
	}
}

// FuzzAudit changes the sheet of a workbook: no panic, an end, and the same report
// twice.
func FuzzAudit(f *testing.F) {
	f.Add(clean(f).xml(), "")
	for _, kind := range mutations {
		m := clean(f)
		kind(rand.New(rand.NewPCG(3, 4)), m)
		f.Add(m.xml(), `<calcPr calcMode="manual" fullPrecision="0" iterate="1"/>`)
	}
	m := blank(f)
	for i, text := range known {
		m.put(i%60+1, 8+i/60, 1, text)
	}
	for ref, v := range data {
		m.set(ref, v)
	}
	f.Add(m.xml(), `<definedNames><definedName name="a">Nilai!$A$1</definedName><definedName name="b" localSheetId="0">a*2</definedName></definedNames>`)
	lim := sheet.DefaultLimits()
	lim.Cells, lim.Rows, lim.Part = 5_000, 2_000, 1<<20
	f.Fuzz(func(t *testing.T, xml, book string) {
		m := maker{TB: t, whole: xml, book: book}
		data := m.bytes()
		a, err := Audit(context.Background(), data, lim)
		b, again := Audit(context.Background(), data, lim)
		if !reflect.DeepEqual(a, b) || (err == nil) != (again == nil) {
			t.Fatal("two reports of one workbook")
		}
		if err == nil && a.Recalculated > a.Formulas {
			t.Fatalf("%+v", a)
		}
	})
}
