package report_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
	"spotcheck/report"
)

func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	in, problems := library.Load(library.Default)
	if in == nil {
		t.Fatal(problems)
	}
	return in
}

// input scores units filled by fill: nil leaves a slot empty.
func input(t testing.TB, units []assess.Unit, fill func(u assess.Unit, n *indicators.Node) *assess.Answer) *report.Input {
	t.Helper()
	return inputOf(t, instrument(t), units, fill)
}

// inputOf is input for any instrument.
func inputOf(t testing.TB, inst *indicators.Instrument, units []assess.Unit, fill func(u assess.Unit, n *indicators.Node) *assess.Answer) *report.Input {
	t.Helper()
	in := assess.Input{Instrument: inst, Entity: "Kabupaten Uji", Period: "2026", Layer: assess.Verifikasi, Units: units}
	for i, u := range units {
		for _, n := range inst.Indicators() {
			if n.Scope == indicators.PerEntity && i > 0 {
				continue
			}
			for _, key := range keys(u, n) {
				if a := fill(u, n); a != nil && n.Applies(u.Type) {
					a.Key = key
					in.Answers = append(in.Answers, *a)
				}
			}
		}
	}
	return report.NewInput(report.Frame{Office: "Inspektorat Daerah", Date: "2026-09-30", Place: "Mentok"}, gap.New(assess.ScoreRound(in)), nil)
}

func keys(u assess.Unit, n *indicators.Node) []assess.Key {
	k := assess.Key{Unit: u.ID, Indicator: n.ID}
	switch n.Scope {
	case indicators.PerProduct:
		var out []assess.Key
		for _, p := range u.Products {
			k.Product = p.ID
			out = append(out, k)
		}
		return out
	case indicators.PerRespondent:
		var out []assess.Key
		for i := range n.Group.Min {
			k.Respondent = fmt.Sprintf("%s%d", n.Group.Code, i+1)
			out = append(out, k)
		}
		return out
	case indicators.PerEntity:
		k.Unit = ""
	}
	return []assess.Key{k}
}

func units(n int) []assess.Unit {
	var out []assess.Unit
	for i := range n {
		out = append(out, assess.Unit{
			ID: fmt.Sprintf("unit-%02d", i), Name: fmt.Sprintf("Dinas Contoh %d", i), Type: "dinas",
			Products: []assess.Product{{ID: "satu", Name: "Produk Satu"}, {ID: "dua", Name: "Produk Dua"}},
		})
	}
	return out
}

func answer(v *big.Rat) *assess.Answer {
	return &assess.Answer{Layer: assess.Mandiri, State: assess.Answered, Value: v}
}

func best(_ assess.Unit, n *indicators.Node) *assess.Answer  { return answer(n.Scale.Max) }
func worst(_ assess.Unit, n *indicators.Node) *assess.Answer { return answer(n.Scale.Min) }
func none(assess.Unit, *indicators.Node) *assess.Answer      { return nil }

func random(seed uint64) func(assess.Unit, *indicators.Node) *assess.Answer {
	r := rand.New(rand.NewPCG(seed, 1))
	return func(_ assess.Unit, n *indicators.Node) *assess.Answer {
		switch x := r.IntN(10); {
		case x == 0:
			return nil
		case x == 1 && n.NA != "":
			return &assess.Answer{Layer: assess.Mandiri, State: assess.NA, Note: "tidak ada"}
		}
		a := answer(anyValue(r, n.Scale))
		if r.IntN(2) == 0 {
			a.Layer = assess.Verifikasi
		}
		return a
	}
}

// anyValue is a level, or a number that the scale takes.
func anyValue(r *rand.Rand, s *indicators.Scale) *big.Rat {
	if len(s.Levels) > 0 {
		return s.Levels[r.IntN(len(s.Levels))].Value
	}
	part := new(big.Rat).Mul(new(big.Rat).Sub(s.Max, s.Min), big.NewRat(int64(r.IntN(101)), 100))
	return indicators.Floor(part.Add(part, s.Min), s.Decimals)
}

func documents(in *report.Input) map[string]*report.Document {
	out := map[string]*report.Document{"recap": in.Recap(), "workbook": in.Workbook(), "score": in.Score(), "map": in.GapMap()}
	for _, u := range in.Map.Units {
		out["unit "+u.Unit.Unit.ID] = in.Unit(u, report.UnitRows)
		out["proof "+u.Unit.Unit.ID] = in.Proof(u.Unit)
	}
	return out
}

func TestEveryStateOfARoundBuilds(t *testing.T) {
	for name, in := range map[string]*report.Input{
		"no units": input(t, nil, none), "silent": input(t, units(2), none), "best": input(t, units(2), best),
		"worst": input(t, units(1), worst), "mixed": input(t, units(5), random(7)),
	} {
		for doc, d := range documents(in) {
			if d.Title == "" || len(d.Sections) == 0 {
				t.Errorf("%s: %s is empty", name, doc)
			}
			eachText(d, func(s string) {
				if strings.Contains(s, "%!") || strings.Contains(s, "<nil>") {
					t.Errorf("%s: %s says %q", name, doc, s)
				}
			})
		}
	}
}

// eachText visits every text of tables, paragraphs, lists, figures and cards.
func eachText(d *report.Document, visit func(string)) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case report.Paragraph:
				visit(b.Text)
			case report.List:
				for _, i := range b.Items {
					visit(i)
				}
			case report.Figures:
				for _, f := range b {
					visit(f.Label + " " + f.Value + " " + f.Note)
				}
			case report.Card:
				for _, f := range b.Fields {
					visit(f.Value)
				}
			case report.Fields:
				for _, f := range b {
					visit(f.Value)
				}
			case report.Table:
				visit(b.Title)
				visit(b.Note)
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						visit(c.Text)
					}
				}
			}
		}
	}
}

var reference = regexp.MustCompile(`\{([^}]*)\}`)

func TestCalculationNamesResolveAndAreUnique(t *testing.T) {
	d := input(t, units(3), random(3)).Workbook()
	names, used := map[string]bool{}, 0
	var formulas []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			table, ok := b.(report.Table)
			if !ok {
				continue
			}
			for _, r := range table.Rows {
				if len(r.Cells) > len(table.Columns) {
					t.Errorf("%s: a row has %d cells for %d columns", s.Title, len(r.Cells), len(table.Columns))
				}
				for _, c := range r.Cells {
					if c.Name != "" && names[c.Name] {
						t.Errorf("name %q stands twice", c.Name)
					}
					names[c.Name] = true
					formulas = append(formulas, c.Formula)
				}
			}
		}
	}
	for _, f := range formulas {
		for _, m := range reference.FindAllStringSubmatch(f, -1) {
			if used++; !names[m[1]] {
				t.Errorf("formula %q names %q, which is nowhere", f, m[1])
			}
		}
	}
	if used < 1000 {
		t.Errorf("only %d references found", used)
	}
}

// The plan prints every gap of a unit; with the score they make up the best score.
func TestPlanAndScoreAddUp(t *testing.T) {
	in := input(t, units(1), random(11))
	plan := sheetTable(t, in.Workbook(), "Rencana aksi")
	sum, column := 0.0, columnOf(t, plan, "Poin unit")
	for _, r := range plan.Rows {
		sum += r.Cells[column].Number.Value
	}
	exact, _ := in.Map.Units[0].Unit.Exact.Float64()
	if math.Abs(sum+exact-100) > 1e-9 {
		t.Errorf("score %v and printed points %v do not make 100", exact, sum)
	}
}

func sheetTable(t *testing.T, d *report.Document, title string) report.Table {
	t.Helper()
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if table, ok := b.(report.Table); ok && s.Title == title {
				return table
			}
		}
	}
	t.Fatalf("no table on sheet %s", title)
	return report.Table{}
}

func columnOf(t *testing.T, table report.Table, title string) int {
	t.Helper()
	i := slices.IndexFunc(table.Columns, func(c report.Column) bool { return c.Title == title })
	if i < 0 {
		t.Fatalf("no column %s", title)
	}
	return i
}

// Nothing that a unit or a verifier wrote is lost on the way to the workbook.
func TestWorkbookKeepsEveryNoteAndEvidence(t *testing.T) {
	n := 0
	in := input(t, units(2), func(u assess.Unit, node *indicators.Node) *assess.Answer {
		a := answer(node.Scale.Min)
		n++
		a.Note, a.Evidence = fmt.Sprintf("catatan %d", n), fmt.Sprintf("bukti %d", n)
		return a
	})
	u := in.Map.Units[0].Unit.Unit
	first := in.Map.Result.Input.Instrument.Indicators()[0]
	verified := assess.Answer{Key: assess.Key{Unit: u.ID, Indicator: first.ID}, Layer: assess.Verifikasi, State: assess.Answered, Value: first.Scale.Max, Note: "catatan verifikator"}
	round := in.Map.Result.Input
	round.Answers = append(round.Answers, verified)
	in = report.NewInput(in.Frame, gap.New(assess.ScoreRound(round)), nil)
	var all strings.Builder
	eachText(in.Workbook(), func(s string) { all.WriteString(s + "\n") })
	for _, a := range round.Answers {
		for _, text := range []string{a.Note, a.Evidence} {
			if !strings.Contains(all.String(), text) {
				t.Errorf("the workbook does not say %q", text)
			}
		}
	}
}

// A unit that sent nothing is not judged: no zone, no rank, no shortcomings.
func TestSilentUnitIsNotJudged(t *testing.T) {
	in := input(t, units(2), func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if u.ID == "unit-01" {
			return nil
		}
		return answer(n.Scale.Max)
	})
	d := in.Unit(in.Map.Units[1], report.UnitRows)
	eachText(d, func(s string) {
		for _, word := range []string{"zona merah", "Kualitas Terendah", "0,00", "sanksi"} {
			if strings.Contains(s, word) {
				t.Errorf("the silent unit's report says %q in %q", word, s)
			}
		}
	})
	var recap strings.Builder
	eachText(in.Recap(), func(s string) { recap.WriteString(s + "\n") })
	for _, want := range []string{"1 dari 2 unit sudah menjawab; rata-rata yang sudah menjawab 100,00", "Dinas Contoh 1"} {
		if !strings.Contains(recap.String(), want) {
			t.Errorf("the recap does not say %q", want)
		}
	}
}

// Sanctions are told only of duties that are not met at all.
func TestSanctionsOnlyWhereADutyIsUnmet(t *testing.T) {
	partly := input(t, units(1), func(_ assess.Unit, n *indicators.Node) *assess.Answer {
		return answer(n.Scale.Levels[max(0, len(n.Scale.Levels)-2)].Value)
	})
	for name, in := range map[string]*report.Input{"partly": partly, "silent": input(t, units(1), none)} {
		for _, s := range in.Unit(in.Map.Units[0], report.UnitRows).Sections {
			for _, b := range s.Blocks {
				if c, ok := b.(report.Card); ok && !strings.HasPrefix(c.Badge, "tidak terpenuhi") {
					for _, f := range c.Fields {
						if f.Name == "Ancaman sanksi" {
							t.Errorf("%s: card %s (%s) threatens", name, c.Code, c.Badge)
						}
					}
				}
			}
		}
	}
}

func TestSameResultSameDocuments(t *testing.T) {
	one, two := documents(input(t, units(3), random(5))), documents(input(t, units(3), random(5)))
	for name := range one {
		if !reflect.DeepEqual(one[name], two[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestWords(t *testing.T) {
	if got := report.Num(big.NewRat(61063, 700), 2); got != "87,23" {
		t.Errorf("Num = %q", got)
	}
	if got := report.Num(nil, 2); got != "–" {
		t.Errorf("Num(nil) = %q", got)
	}
}

func TestProblemsGetTheirSheet(t *testing.T) {
	in := input(t, units(1), best)
	if got := len(in.Workbook().Sections); got != 10 {
		t.Fatalf("%d sheets without problems", got)
	}
	in.Problems = problem.List{problem.New(problem.ValueNotInScale, problem.Place{File: "a.xlsx", Sheet: "Penilaian", Cell: "H9"}, "jawaban di luar skala").Seen("7", "0", "1")}
	s := in.Workbook().Sections
	if len(s) != 11 || s[10].Title != "Masalah data" {
		t.Fatalf("%d sheets with a problem", len(s))
	}
}
