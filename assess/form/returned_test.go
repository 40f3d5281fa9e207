package form_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/form"
	"spotcheck/indicators/problem"
)

// A returned form is a filled one, with known answers, that somebody changed and
// some program saved. Whatever came of that, Read gives exactly the known
// answers, or says by code and cell what it does not read: never a third thing.
//
// Words: a maker is a program that saves the form; a case is one variation by
// one maker of one shape of form; its outcome is a line of text:
//
//	dibaca                             all known answers, no problem
//	dibaca; S305 @ Penilaian!E7        all known answers, and a remark
//	S301 @ Penilaian!E7; tanpa A1.1    all but one, and why
//	ditolak S105                       nothing, and why
//
// testdata/kembali.txt lists the outcomes of all cases.

// variation is one thing that happens to forms: edited by a person, then in its
// parts, then as a file, then saved by each of the makers.
type variation struct {
	name string
	by   []maker
	of   []string // shapes; none: the one of every kind of question
	edit func(hand)
	xml  func(bookParts)
	file func(*testing.T, []byte) []byte
	do   string // what the maker itself does besides; a function of its script
	want string
	gone bool    // the answer is taken away as a whole, so that there is nothing to tell
	keep []maker // whose files are committed, so that they are read without the maker
}

// returned is one case.
type returned struct {
	variation
	maker maker
	shape string
}

func (c returned) title() string { return fmt.Sprintf("%s | %s | %s", c.maker, c.shape, c.name) }

// cases are the variations, one by one.
func cases() []returned {
	var out []returned
	for _, v := range slices.Concat(returnedRows, returnedCells, returnedTexts, returnedBooks, returnedFiles) {
		shapes := v.of
		if shapes == nil {
			shapes = []string{"uji"}
		}
		for _, m := range v.by {
			if m == byOffice && (v.edit != nil || v.xml != nil) {
				shapes = shapes[:1] // it takes a second for a large form
			}
			for _, s := range shapes {
				out = append(out, returned{v, m, s})
			}
		}
	}
	return out
}

// TestReturned makes and reads all cases.
func TestReturned(t *testing.T) {
	byMaker := map[maker][]returned{}
	for _, c := range cases() {
		byMaker[c.maker] = append(byMaker[c.maker], c)
	}
	profile := t.TempDir()
	for _, m := range slices.Sorted(maps.Keys(byMaker)) {
		t.Run(string(m), func(t *testing.T) {
			if testing.Short() && m != byExcelize && m != byHand {
				t.Skip("other programs are slow")
			}
			list := byMaker[m]
			var jobs []job
			for _, c := range list {
				jobs = append(jobs, job{prepared(t, c), c.do})
			}
			for i, data := range m.save(t, profile, jobs) {
				c := list[i]
				t.Run(c.shape+"/"+c.name, func(t *testing.T) {
					judgeReturned(t, c, data)
					if *update && c.isKept() {
						commit(t, c, data)
					}
				})
			}
		})
	}
}

// prepared is the filled form as the maker gets it.
func prepared(t *testing.T, c returned) []byte {
	t.Helper()
	data := filledShape(t, c.shape).data
	if c.edit != nil {
		data = edit(t, data, c.edit)
	}
	if c.xml != nil {
		data = patched(t, data, c.xml)
	}
	if c.file != nil {
		data = c.file(t, data)
	}
	return data
}

// judgeReturned reads a returned form and holds the outcome to what is wanted.
func judgeReturned(t *testing.T, c returned, data []byte) {
	t.Helper()
	known := filledShape(t, c.shape)
	got, list := form.Read("f.xlsx", data, known.expect)
	if d := cmp.Diff(c.want, outcome(known.answers, got, list)); d != "" {
		t.Errorf("%s\n%s%v", c.title(), d, list)
	}
	for _, p := range list {
		inCell := strings.HasPrefix(string(p.Code), "S3")
		switch {
		case p.File == "", p.Remedy == "", p.Message == "":
			t.Errorf("without file, message or remedy: %+v", p)
		case inCell && (p.Sheet == "" || p.Cell == ""):
			t.Errorf("without a cell: %+v", p)
		case p.Code == problem.ValueNotInScale && (p.Value == "" || p.Allowed == ""):
			t.Errorf("without the value seen or the answers allowed: %+v", p)
		}
	}
}

const summaryFile = "testdata/kembali.txt"

// TestReturnedSummary writes down all cases, one line each.
func TestReturnedSummary(t *testing.T) {
	list := cases()
	lines := make([]string, len(list))
	makers := map[maker]bool{}
	for i, c := range list {
		lines[i], makers[c.maker] = c.title()+" | "+c.want, true
		if strings.Contains(c.want, "tanpa masalah") != c.gone {
			t.Errorf("%s: answers are lost without a word", c.title())
		}
	}
	slices.Sort(lines)
	if d := slices.Compact(slices.Clone(lines)); len(d) != len(lines) {
		t.Error("two cases are called the same")
	}
	if len(lines) < 300 || len(makers) < 5 {
		t.Errorf("only %d cases by %d makers", len(lines), len(makers))
	}
	text := fmt.Sprintf("%d cases: maker | shape of form | variation | outcome (see returned_test.go)\n", len(lines)) + strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.WriteFile(summaryFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(summaryFile)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(golden), text); d != "" {
		t.Errorf("run with -update if intended:\n%s", d)
	}
}
