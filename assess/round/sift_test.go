package round

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sift(t *testing.T, dir string) (*Sifted, []CheckedFile) {
	t.Helper()
	var files []CheckedFile
	s, err := load(t, dir).Sift(t.Context(), IntakeOptions{}, func(f CheckedFile) error {
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, files
}

// What Sift sets aside is what Intake does not use, for the same reasons; and each
// file by itself is as Check finds it.
func TestSiftAgreesWithIntake(t *testing.T) {
	first := small(t, "", nil)
	form := func(unit, day, a2 string) string {
		return string(fill(t, first, unit, map[string]string{"Identitas|Tanggal pengisian": day, "Penilaian|A2": a2}))
	}
	late, good := form("PKM-1", "2026-10-02", "1"), form("PKM-2", "2026-10-01", "2")
	for _, tc := range []struct{ name, use, want string }{
		{"by themselves", "", "masuk/a.xlsx older S220, masuk/cc.xlsx copy , masuk/d.xlsx refused S206, masuk/e.xlsx refused S206, masuk/f.xls refused S102, masuk/g.pdf skipped , masuk/h.csv refused S403"},
		{"one named", "use: [d.xlsx]\n", "masuk/a.xlsx older S220, masuk/cc.xlsx copy , masuk/e.xlsx passed , masuk/f.xls refused S102, masuk/g.pdf skipped , masuk/h.csv refused S403"},
		{"one named that is refused", "use: [f.xls]\n", "masuk/a.xlsx older S220, masuk/cc.xlsx copy , masuk/d.xlsx refused S206, masuk/e.xlsx refused S206, masuk/f.xls refused S102, masuk/g.pdf skipped , masuk/h.csv refused S403"},
	} {
		dir := small(t, tc.use, map[string]string{
			"masuk/a.xlsx": form("PKM-1", "2026-10-01", "0"), "masuk/b.xlsx": late,
			"masuk/c.xlsx": good, "masuk/cc.xlsx": good,
			"masuk/d.xlsx": form("DINKES", "", "1"), "masuk/e.xlsx": form("DINKES", "", "2"),
			"masuk/f.xls": "x", "masuk/g.pdf": "x", "masuk/h.csv": "unit,indicator,value\nX,A2,1\n",
			"masuk/i.csv": "unit,indicator,value\nPKM-1,B1,5\n",
		})
		s, files := sift(t, dir)
		k := intake(t, dir)
		fates, got := map[string]Fate{}, ""
		for i, a := range s.Aside {
			fates[a.Path] = a.Fate
			if i > 0 {
				got += ", "
			}
			got += fmt.Sprintf("%s %s %s", a.Path, a.Fate, a.Why.Code)
		}
		if got != tc.want {
			t.Errorf("%s: aside %s\nwant %s", tc.name, got, tc.want)
		}
		for _, f := range k.Files {
			if fate, aside := fates[f.Path]; aside != (f.Fate != Used) || aside && fate != f.Fate {
				t.Errorf("%s: %s is %q here and %q in the intake", tc.name, f.Path, fate, f.Fate)
			}
		}
		var names []string
		for _, f := range files {
			names = append(names, f.Full)
		}
		want := checkAll(t, load(t, dir), names...)
		for i, f := range files {
			w := want[i]
			if f.Fate != w.Fate || f.Answers != w.Answers || f.Done != w.Done || f.Unit != w.Unit || len(f.Problems) != len(w.Problems) {
				t.Errorf("%s: %+v\nalone: %+v", tc.name, f, w)
			}
		}
		if s.Count[Used] != len(k.Files)-len(s.Aside) {
			t.Errorf("%s: %v used", tc.name, s.Count)
		}
	}
}

// Forms come before CSVs, which speak of products that only forms name.
func TestSiftLearnsProducts(t *testing.T) {
	dir := small(t, "", map[string]string{"masuk/a.csv": "unit,product,indicator,value\nDINKES,Perizinan Klinik,A1,1\n"})
	put(t, dir, "masuk/b.xlsx", fill(t, dir, "DINKES", map[string]string{"Identitas|P1": "Perizinan Klinik", "Produk|A1|P1": "2"}))
	_, files := sift(t, dir)
	if len(files) != 2 || files[0].Path != "masuk/b.xlsx" || files[1].Answers != 1 || len(files[1].Problems) != 0 {
		t.Errorf("%+v", files)
	}
}

func TestSiftStops(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("masuk/%02d.csv", i)] = "unit,indicator,value\nDINKES,A2,1\n"
	}
	r := load(t, small(t, "", files))
	enough := errors.New("enough")
	taken := 0
	_, err := r.Sift(t.Context(), IntakeOptions{}, func(CheckedFile) error {
		if taken++; taken == 3 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || taken != 3 {
		t.Errorf("%v after %d", err, taken)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err = r.Sift(ctx, IntakeOptions{}, func(CheckedFile) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestOrdered(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100} {
		var got, want []int
		err := ordered(t.Context(), n, func(i int) int { return i * i }, func(i, made int) error {
			got, want = append(got, made), append(want, i*i)
			return nil
		})
		if err != nil || !slices.Equal(got, want) || len(got) != n {
			t.Error(cmp.Diff(want, got), err)
		}
	}
}
