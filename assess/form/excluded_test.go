package form_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess/form"
)

// kodes are the codes that a form asks, by sheet.
func kodes(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		below := false
		for _, row := range rows {
			if below && len(row) > 0 && row[0] != "" && !slices.Contains(out[name], row[0]) {
				out[name] = append(out[name], row[0])
			}
			below = below || len(row) > 0 && row[0] == "Kode"
		}
	}
	return out
}

func TestExcludedIsNotAsked(t *testing.T) {
	s := spec(t)
	all := kodes(t, blankForm(t, s))
	s.Excluded = []string{"A1.2", "A2"}
	want := map[string][]string{}
	for sheet, list := range all {
		list = slices.DeleteFunc(list, func(id string) bool { return s.Instrument.Node(id).Within(s.Excluded) })
		if len(list) > 0 {
			want[sheet] = list
		}
	}
	data := blankForm(t, s)
	got := kodes(t, data)
	if diff := cmp.Diff(want, got); diff != "" || len(got) == len(all) {
		t.Errorf("(-want +got):\n%s", diff)
	}
	e := expect(s)
	e.Excluded = s.Excluded
	if filled, list := form.Read("f.xlsx", data, e); filled == nil || len(list) > 0 {
		t.Error(tell(filled, list))
	}
}

// Everything may be left out; the form stays a workbook that reads.
func TestAllExcluded(t *testing.T) {
	s := spec(t)
	for _, d := range s.Instrument.Dimensions {
		s.Excluded = append(s.Excluded, d.ID)
	}
	e := expect(s)
	e.Excluded = s.Excluded
	data := blankForm(t, s)
	if filled, list := form.Read("f.xlsx", data, e); filled == nil || len(list) > 0 || len(kodes(t, data)) > 0 {
		t.Error(tell(filled, list))
	}
}

// A form printed before the exclusion still reads; what was answered in vain is
// told as such.
func TestOlderThanTheExclusion(t *testing.T) {
	s := spec(t)
	e := expect(s)
	e.Excluded = []string{"A1.2", "A2"}
	blank := blankForm(t, s)
	for _, c := range []mutation{
		{"blank", func(hand) {}, ""},
		{"notes alone", func(h hand) { h.note("menyusul", "Penilaian", "A1.2") }, ""},
		{"answered in part", func(h hand) {
			h.answer("2", "Penilaian", "A1.1")
			h.answer("1", "Penilaian", "A1.2")
		}, "Penilaian!E7 | A1.1 | mandiri | 2 |  | \nS310 Penilaian!A8 A1.2 tidak ditanyakan dalam putaran ini\n"},
		{"a whole sheet", func(h hand) { h.put("1", "Produk", "Hasil verifikasi", "A2.1", "P1") },
			"S310 Produk!K7 lembar \"Produk\" tidak ditanyakan dalam putaran ini; jawabannya tidak dibaca\n"},
	} {
		got, list := form.Read("f.xlsx", edit(t, blank, c.do), e)
		if diff := cmp.Diff(c.want, tell(got, list)); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
