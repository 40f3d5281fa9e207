package answers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

func TestWrite(t *testing.T) {
	list := []assess.Answer{
		{Key: assess.Key{Unit: "DINKES", Indicator: "B1"}, Layer: assess.Mandiri, State: assess.Answered, Value: big.NewRat(175, 2), Note: "a,b\r\n\"c\"", Evidence: "=HYPERLINK(\"x\")"},
		{Key: assess.Key{Unit: "PKM-1", Indicator: "A1", Product: "rawat-inap"}, Layer: assess.Final, State: assess.NA, Note: "'-"},
		{Key: assess.Key{Unit: "PKM-1", Indicator: "B3"}, Layer: assess.Final, State: assess.Answered, Value: big.NewRat(-1, 1)},
	}
	const want = "unit,product,respondent,indicator,layer,value,note,evidence\n" +
		"DINKES,,,B1,mandiri,87.5,\"a,b\n\"\"c\"\"\",\"'=HYPERLINK(\"\"x\"\")\"\n" +
		"PKM-1,rawat-inap,,A1,final,TB,''-,\n" +
		"PKM-1,,,B3,final,-1,,\n"
	var b strings.Builder
	if err := write(&b, list); err != nil || b.String() != want {
		t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(want, b.String()))
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, a := range map[string]assess.Answer{
		"a third":  {State: assess.Answered, Value: big.NewRat(1, 3)},
		"no value": {State: assess.Answered},
		"bytes":    {State: assess.NA, Note: "\xff"},
	} {
		if err := write(&strings.Builder{}, []assess.Answer{a}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzRoundTrip: what Read takes, write gives back the same, whatever the file.
func FuzzRoundTrip(f *testing.F) {
	in := instrument(f)
	f.Add(full + "PKM-1,rawat-jalan,,A1,,2,'=x,\"a\nb\"\nPKM-1,,R1,B2,final,0,,\nDINKES,,,A2,,TB,''''+,\n")
	f.Add("unit;indicator;value;note\nDINKES;B1;87,5;\"a\rb\"\nPKM-1;B3;-1;\tx\n")
	f.Add(full + "DINKES,,PG1,L1,,3,,\n,,,OUT.IPM,,71.5,,BPS\n")
	f.Add("unit,respondent,prosedur,biaya,note\nDINKES,R1,3,TB,gratis\nPKM-1,r2,,4 = Sangat baik,'=1\n")
	f.Add("Layer;UNIT;out.ipm;out.spm;K1;product;D1\nfinal;;70;TB;;;\n;PKM-1;;;14,0;;\n;PKM-1;;;;rawat inap;2\n")
	two := groups(f)
	f.Fuzz(func(t *testing.T, data string) {
		for _, in := range []*indicators.Instrument{in, two} {
			list, problems := Read("a.csv", []byte(data), in, units)
			sameAgain(t, in, list)
			for _, a := range list {
				if a.At.File != "a.csv" || !strings.HasPrefix(a.At.Cell, "baris ") || (a.Unit == "") != (in.Node(a.Indicator).Scope == indicators.PerEntity) {
					t.Fatalf("%+v", a)
				}
			}
			if len(problems) > 1001 {
				t.Fatalf("%d problems", len(problems))
			}
		}
	})
}

// FuzzText: no note or evidence is changed on the way, or starts like a formula.
func FuzzText(f *testing.F) {
	in := instrument(f)
	for _, s := range []string{"", "'", "=1", "''=1", "-", "'a", "\t", "\n=", "a;b,\"c\"", "@x\r\ny"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, note, evidence string) {
		clean := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "")
		note, evidence = clean.Replace(strings.ToValidUTF8(note, "")), clean.Replace(strings.ToValidUTF8(evidence, ""))
		list := []assess.Answer{{Key: assess.Key{Unit: "DINKES", Indicator: "A2"}, Layer: assess.Mandiri,
			State: assess.Answered, Value: in.Node("A2").Scale.Max, Note: note, Evidence: evidence}}
		sameAgain(t, in, list)
		if g := guard(note); g != "" && strings.IndexByte("=+-@\t", g[0]) >= 0 {
			t.Errorf("%q is written as %q", note, g)
		}
	})
}

func sameAgain(t *testing.T, in *indicators.Instrument, list []assess.Answer) {
	t.Helper()
	if len(list) == 0 { // a header alone is refused
		return
	}
	var b bytes.Buffer
	if err := write(&b, list); err != nil {
		t.Fatal(err)
	}
	again, problems := Read("b.csv", b.Bytes(), in, units)
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, b.String())
	}
	rat := cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })
	if diff := cmp.Diff(list, again, rat, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(problem.Place{})); diff != "" {
		t.Fatalf("not the same again:\n%s\n%s", diff, b.String())
	}
}

// write is the other side of Read, the oracle of its tests: it puts answers into w as CSV with commas, one row each in the order
// given, products by id. It fails on what the contract cannot carry: text that
// is not UTF-8, a value that is no decimal of at most 12 places.
func write(w io.Writer, answers []assess.Answer) error {
	c := csv.NewWriter(w)
	if err := c.Write(columnNames[:]); err != nil {
		return err
	}
	for i := range answers {
		record, err := fields(&answers[i])
		if err != nil {
			return fmt.Errorf("jawaban %s %s: %w", answers[i].Unit, answers[i].Indicator, err)
		}
		if err := c.Write(record); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func fields(a *assess.Answer) ([]string, error) {
	value, err := valueText(a)
	if err != nil {
		return nil, err
	}
	record := []string{a.Unit, a.Product, a.Respondent, a.Indicator, string(a.Layer), value, guard(a.Note), guard(a.Evidence)}
	for _, f := range record {
		if !utf8.ValidString(f) || strings.ContainsRune(f, 0) {
			return nil, fmt.Errorf("teks %q bukan UTF-8", f)
		}
	}
	return record, nil
}

func valueText(a *assess.Answer) (string, error) {
	switch a.State {
	case assess.NA:
		return assess.NAText, nil
	case assess.Missing:
		return "", nil
	}
	if a.Value == nil {
		return "", fmt.Errorf("tidak ada nilai")
	}
	text := indicators.Plain(a.Value)
	if back, ok := strictyaml.ParseDecimal(text); !ok || back.Cmp(a.Value) != 0 {
		return "", fmt.Errorf("nilai %s bukan desimal", indicators.Exact(a.Value))
	}
	return text, nil
}

// guard is what is written for a note.
func guard(s string) string {
	return csvrows.Guard(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
}
