package problem_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

func TestNewTakesSeverityAndRemedyFromTheCatalogue(t *testing.T) {
	for _, e := range problem.Catalogue() {
		p := problem.New(e.Code, problem.Place{File: "a.xlsx", Sheet: "Penilaian", Cell: "B9"}, "butir %d", 7)
		want := problem.Problem{Severity: e.Severity, File: "a.xlsx", Sheet: "Penilaian", Cell: "B9", Code: e.Code, Message: "butir 7", Remedy: e.Remedy}
		if p != want {
			t.Errorf("New(%s) = %+v", e.Code, p)
		}
	}
}

func TestProblemInOneLine(t *testing.T) {
	at := problem.Place{File: "a.xlsx", Sheet: "Penilaian", Cell: "B9"}
	base := problem.New(problem.ValueNotInScale, at, "jawaban A1 di luar skala")
	for _, tc := range []struct {
		name string
		p    problem.Problem
		want string
	}{
		{"plain", base, "[S301] a.xlsx: Penilaian!B9: jawaban A1 di luar skala. Pilih jawaban dari daftar pilihan di sel itu"},
		{"seen", base.Seen("2,5", "0 = Tidak", "1 = Ya"), `[S301] a.xlsx: Penilaian!B9: jawaban A1 di luar skala (terbaca: "2,5"); yang diterima: 0 = Tidak, 1 = Ya. Pilih jawaban dari daftar pilihan di sel itu`},
		{"other file", base.In("b.xlsx").Fix("Hapus"), "[S301] b.xlsx: Penilaian!B9: jawaban A1 di luar skala. Hapus"},
		{"no remedy", base.Fix(""), "[S301] a.xlsx: Penilaian!B9: jawaban A1 di luar skala"},
		{"hint", problem.New(problem.UnknownName, problem.Place{}, `skala "x" tidak ada; maksud Anda "y"?`).Fix("Periksa"), `[S611] skala "x" tidak ada; maksud Anda "y"? Periksa`},
		{"nowhere", problem.New(problem.CompareTooFew, problem.Place{}, "hanya ada 1 hasil").Fix(""), "[S704] hanya ada 1 hasil"},
	} {
		if got := tc.p.Error(); got != tc.want {
			t.Errorf("%s:\n got %s\nwant %s", tc.name, got, tc.want)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, tc := range []struct {
		at   problem.Place
		want string
	}{
		{problem.Place{}, ""},
		{problem.Place{File: "a.csv"}, "a.csv"},
		{problem.Place{File: "a.csv", Cell: "baris 12"}, "a.csv: baris 12"},
		{problem.Place{File: "a.xlsx", Sheet: "Penilaian"}, "a.xlsx: Penilaian"},
		{problem.Place{Sheet: "Penilaian", Cell: "C4"}, "Penilaian!C4"},
		{problem.Place{Cell: "12:5"}, "12:5"},
	} {
		if got := tc.at.String(); got != tc.want {
			t.Errorf("%+v = %q, want %q", tc.at, got, tc.want)
		}
	}
}

// A file may hold anything; what is told about it stays one printable line.
func TestTextOfAFileStaysOneShortLine(t *testing.T) {
	hostile := "\x1b[31mmerah\x00\r\nbaris dua\u202e" + strings.Repeat("é", 5<<20)
	p := problem.New(problem.BadID, problem.Place{File: "f\x1b[2J\n.yaml", Cell: "1:1"}, "kode %s tidak sah", hostile).Seen(hostile, "a", "b")
	line := p.Error()
	if n := utf8.RuneCountInString(line); n > 1000 {
		t.Errorf("the line has %d runes", n)
	}
	for _, r := range line {
		if r < ' ' || r == 0x7f || r == '\u202e' {
			t.Fatalf("%q holds the control character %q", line, r)
		}
	}
	if !strings.Contains(p.Message, "merah") {
		t.Errorf("the message %q lost its text", p.Message)
	}
}

func TestListIsAnErrorAndCountsErrors(t *testing.T) {
	l := problem.List{
		problem.New(problem.CompareMixed, problem.Place{File: "a"}, "satu").Fix(""),
		problem.New(problem.CompareLayers, problem.Place{File: "b"}, "dua").Fix(""),
	}
	if got := l.Errors(); got != 1 {
		t.Errorf("Errors() = %d", got)
	}
	var err error = l
	if err.Error() != "[S701] a: satu\n[S706] b: dua" {
		t.Errorf("Error() = %q", err)
	}
	var p problem.Problem
	if !errors.As(error(l[0]), &p) || p.Code != problem.CompareMixed {
		t.Errorf("a problem does not travel as an error: %+v", p)
	}
}

func TestJSONKeys(t *testing.T) {
	p := problem.New(problem.ValueNotInScale, problem.Place{File: "f", Sheet: "s", Cell: "c"}, "m").Seen("v", "x", "y").Fix("r")
	got, err := json.Marshal(p)
	want := `{"severity":"error","file":"f","sheet":"s","cell":"c","code":"S301","message":"m","value":"v","allowed":"x, y","remedy":"r"}`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
}

func TestSortOrder(t *testing.T) {
	places := []problem.Place{
		{File: "a.csv", Cell: ""},
		{File: "a.csv", Cell: "baris 9"}, {File: "a.csv", Cell: "baris 10"},
		{File: "b.xlsx", Sheet: "Identitas", Cell: "C1"},
		{File: "b.xlsx", Sheet: "Penilaian", Cell: "A2"}, {File: "b.xlsx", Sheet: "Penilaian", Cell: "Z2"},
		{File: "b.xlsx", Sheet: "Penilaian", Cell: "AA2"}, {File: "b.xlsx", Sheet: "Penilaian", Cell: "A10"},
		{File: "c.yaml", Cell: "3:1"}, {File: "c.yaml", Cell: "3:12"}, {File: "c.yaml", Cell: "12:4"},
	}
	var want problem.List
	for _, at := range places {
		want = append(want, problem.New(problem.BadCellValue, at, "a"))
	}
	last := places[len(places)-1]
	want = append(want,
		problem.New(problem.BadCellValue, last, "b"),
		problem.New(problem.BadCellValue, last, "b").Seen("1"),
		problem.New(problem.BadCellValue, last, "b").Seen("2"),
		problem.New(problem.NotAForm, last, "a"))
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		got := slices.Clone(want)
		rng.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		if got.Sort(); !slices.Equal(got, want) {
			t.Fatalf("sorted to\n%v\nwant\n%v", got, want)
		}
	}
}
