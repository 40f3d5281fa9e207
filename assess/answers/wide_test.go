package answers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/assess/answers/csvrows"
	"spotcheck/indicators/problem"
)

func TestWide(t *testing.T) {
	const survey = "unit,respondent,prosedur,biaya\n"
	for _, tc := range []struct {
		name, data string
		want       string // answers, then problems as code@place
	}{
		{"a survey", survey + "DINKES,R1,3,4\nDINKES,r2,2 = Kurang baik,\nPKM-1,R1,,Sangat baik\n",
			`DINKES  R1 prosedur mandiri 3 "" ""; DINKES  R1 biaya mandiri 4 "" ""; DINKES  R2 prosedur mandiri 2 "" ""; PKM-1  R1 biaya mandiri 4 "" ""`},
		{"semicolons, heads in any case and order", "BIAYA;Layer;Respondent; Unit ;\n3;Verifikasi;R1;DINKES;\n", `DINKES  R1 biaya verifikasi 3 "" ""`},
		{"an id in another case", "unit,out.ipm\n,70\n", `   OUT.IPM mandiri 70 "" ""`},
		{"of units", "unit,K1,K2\nDINKES,12,\"59,5\"\nPKM-1,,60\n", `DINKES   K1 mandiri 12 "" ""; DINKES   K2 mandiri 119/2 "" ""; PKM-1   K2 mandiri 60 "" ""`},
		{"of products", "unit,product,D1\nPKM-1,rawat inap,4\nPKM-1,rawat-jalan,1\n", `PKM-1 rawat-inap  D1 mandiri 4 "" ""; PKM-1 rawat-jalan  D1 mandiri 1 "" ""`},
		{"of the government", "unit,OUT.IPM,OUT.SPM\n,71.5,3\n", `   OUT.IPM mandiri 143/2 "" "";    OUT.SPM mandiri 3 "" ""`},
		{"all in one table", "unit,product,respondent,K1,D1,biaya,L1,OUT.IPM\nPKM-1,,,3,,,,\nPKM-1,rawat-inap,,,2,,,\nPKM-1,,R1,,,4,,\nPKM-1,,PG1,,,,1,\n,,,,,,,70\n",
			`PKM-1   K1 mandiri 3 "" ""; PKM-1 rawat-inap  D1 mandiri 2 "" ""; PKM-1  R1 biaya mandiri 4 "" ""; PKM-1  PG1 L1 mandiri 1 "" "";    OUT.IPM mandiri 70 "" ""`},
		{"the note is the reason of TB alone", "unit,respondent,prosedur,biaya,note\nDINKES,R1,3,tb,gratis\nDINKES,R2,3,TB,\nDINKES,R3,3,4,antre lama\nDINKES,R4,,,pulang\nDINKES,R5,,,-\n",
			`DINKES  R1 prosedur mandiri 3 "" ""; DINKES  R1 biaya mandiri TB "gratis" ""; DINKES  R2 prosedur mandiri 3 "" ""; DINKES  R3 prosedur mandiri 3 "" ""; DINKES  R3 biaya mandiri 4 "" ""; ` +
				"S303@baris 3, kolom biaya; S311@baris 4; S311@baris 5"},
		{"a guarded note", "unit,respondent,biaya,note\nDINKES,R1,TB,'=1+1\n", `DINKES  R1 biaya mandiri TB "=1+1" ""`},
		{"a row without answers is no answer", survey + "DINKES,R1,,\n", ""},
		{"other columns of one person in two rows", survey + "DINKES,R1,3,\nDINKES,R1,,4\n", `DINKES  R1 prosedur mandiri 3 "" ""; DINKES  R1 biaya mandiri 4 "" ""`},

		{"cells that are no answers", survey + "DINKES,R1,5,x\nDINKES,R2,TB,3\n",
			`DINKES  R2 biaya mandiri 3 "" ""; S301@baris 2, kolom prosedur; S301@baris 2, kolom biaya; S302@baris 3, kolom prosedur`},
		{"numbers of two meanings", "unit,K2\nDINKES,\"1.234,5\"\n", "S409@baris 2, kolom K2"},
		{"a person twice", survey + "DINKES,R1,3,4\nDINKES,R1,2,\n", `DINKES  R1 biaya mandiri 4 "" ""; S407@baris 3, kolom prosedur`},
		{"what a row is about is told once", survey + "X,R1,3,4\nDINKES,Budi,3,4\nDINKES,,3,4\nDINKES,PG1,3,4\n", "S403@baris 2; S406@baris 3; S406@baris 4; S406@baris 5"},
		{"unknown unit without answers", survey + "X,R1,,\n", "S403@baris 2"},
		{"layer", "unit,layer,K1\nDINKES,akhir,1\n", "S405@baris 2"},
		{"people of two groups in one row", "unit,respondent,biaya,L1\nDINKES,R1,3,4\n", "S406@baris 2"},
		{"a unit and the government in one row", "unit,K1,OUT.IPM\nDINKES,3,70\nDINKES,4,\n", `DINKES   K1 mandiri 4 "" ""; S310@baris 2`},
		{"a product that is not", "unit,product,D1\nDINKES,x,3\n", "S406@baris 2"},
		{"ragged, and content without a title", "unit,K1,\nDINKES,1\nDINKES,1,x\nPKM-1,1,\n", `PKM-1   K1 mandiri 1 "" ""; S401@baris 2; S401@baris 3`},

		{"no unit", "respondent,biaya\nR1,3\n", "S402@baris 1"},
		{"people without a column", "unit,biaya\nDINKES,3\n", "S402@baris 1"},
		{"products without a column", "unit,D1\nPKM-1,3\n", "S402@baris 1"},
		{"an unknown head", survey[:len(survey)-1] + ",biya\nDINKES,R1,1,1,1\n", "S402@baris 1"},
		{"a branch", "unit,K1,OUT\nDINKES,1,1\n", "S402@baris 1"},
		{"a head twice", "unit,K1,k1\nDINKES,1,1\n", "S402@baris 1"},
		{"evidence", "unit,K1,evidence\nDINKES,1,x\n", "S402@baris 1"},
		{"beside the columns of one answer", "unit,indicator,K1\nDINKES,K2,1\n", "S402@baris 1; S402@baris 1"},
		{"no head that means an indicator", "unit,U1\nDINKES,1\n", "S402@baris 1; S402@baris 1; S402@baris 1"},
	} {
		got, problems := Read("j.csv", []byte(tc.data), groups(t), units)
		if diff := cmp.Diff(tc.want, summary(got, problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestWideWords(t *testing.T) {
	for _, tc := range []struct{ data, want string }{
		{"unit,respondent,biya,biaya\n", `[S402] j.csv: baris 1: judul kolom "biya" tidak dikenal; maksud Anda "biaya"? (terbaca: "biya"); yang diterima: ` +
			"unit, product, respondent, indicator, layer, value, note, evidence, K1, K2, D1, prosedur, biaya, L1, OUT.IPM, OUT.SPM. " + headRemedy},
		{"unit,biaya\n", `[S402] j.csv: baris 1: kolom "respondent" tidak ada, padahal biaya ditanyakan per responden. Tambahkan kolom respondent dan isi pada setiap baris`},
		{"unit,value,biaya\n", `[S402] j.csv: baris 1: judul kolom "biaya" adalah kode indikator, padahal ada kolom indicator atau value. ` + headRemedy + "\n" +
			`[S402] j.csv: baris 1: kolom "indicator" tidak ada. ` + headRemedy},
		{"unit,K1\nDINKES,15\n", `[S301] j.csv: baris 2, kolom K1: jawaban K1 di luar skala (terbaca: "15"); yang diterima: ` +
			strings.Join(groups(t).Node("K1").Scale.Allowed(), "") + `. Tulis salah satu jawaban yang diterima di kolom K1`},
		{"unit,respondent,biaya\nDINKES,R1,TB\n", `[S303] j.csv: baris 2, kolom biaya: biaya dijawab TB tanpa alasan (terbaca: "TB"). Tulis alasannya di kolom note pada baris yang sama`},
		{"unit,K1\nDINKES,1\nDINKES,2\n", `[S407] j.csv: baris 3, kolom K1: jawaban ini sudah tercantum di baris 2, kolom K1; keduanya tidak dipakai (terbaca: "DINKES / K1 / mandiri"). Hapus salah satu barisnya`},
	} {
		_, problems := Read("j.csv", []byte(tc.data), groups(t), units)
		if diff := cmp.Diff(tc.want, problems.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tc.data, diff)
		}
	}
}

func TestWideExcluded(t *testing.T) {
	got, problems := Read("j.csv", []byte("unit,respondent,prosedur,biaya,K1\nDINKES,R1,3,4,\nDINKES,R2,3,,\n"), groups(t), units, "biaya", "OUT")
	const want = `DINKES  R1 prosedur mandiri 3 "" ""; DINKES  R2 prosedur mandiri 3 "" ""; S310@baris 2, kolom biaya`
	if diff := cmp.Diff(want, summary(got, problems)); diff != "" {
		t.Error(diff)
	}
}

// A table of more indicators than rows of one answer have columns.
func TestWideTable(t *testing.T) {
	in := groups(t)
	head, row := "unit", "DINKES"
	for range 95 {
		head, row = head+",", row+","
	}
	got, problems := Read("j.csv", []byte(head+",K1,K2,OUT.IPM,OUT.SPM,layer\n"+row+",1,2,,,\n"), in, units)
	if len(got) != 2 || len(problems) > 0 {
		t.Errorf("%v %v", got, problems)
	}
}

// What one file may say is bounded, however small it is.
func TestWideIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("reads half a million answers")
	}
	var b strings.Builder
	b.WriteString("unit,respondent,prosedur,biaya,layer\n")
	rows := 0
	for _, layer := range []string{"mandiri", "verifikasi", "final"} {
		for _, u := range units {
			for i := range 9999 {
				fmt.Fprintf(&b, "%s,R%d,1,2,%s\n", u.ID, i+1, layer)
				rows++
			}
		}
	}
	got, problems := Read("j.csv", []byte(b.String()), groups(t), units)
	if len(got) != 2*rows || len(problems) > 0 {
		t.Fatalf("%d answers of %d rows, %d problems", len(got), rows, len(problems))
	}
	r := newReader("j.csv", groups(t), units, nil)
	r.most = 10
	for i := range maxAnswers + 1 {
		r.seen[layered{assess.Key{Unit: fmt.Sprint(i)}, ""}] = &place{}
	}
	r.rows([]csvrows.Row{{Number: 7, Fields: []string{"DINKES"}}, {Number: 8, Fields: []string{"DINKES"}}})
	if told := r.told(); len(told) != 1 || told[0].Code != problem.TooLarge || told[0].Cell != "baris 7" {
		t.Errorf("%v", told)
	}
}

// A wide row says what rows of one answer say.
func TestWideIsShortForLong(t *testing.T) {
	in := groups(t)
	values := []string{"", "", " ", "1", "4", "3 = Baik", "Baik", "5", "x", "TB", "tidak berlaku", "2,0", "1.234", "9,5"}
	ids := []string{"prosedur", "biaya", "K1", "K2", "OUT.IPM", "OUT.SPM", "L1"}
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 7))
		rng.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		used := ids[:1+rng.IntN(len(ids))]
		wide, long := strings.Builder{}, strings.Builder{}
		fmt.Fprintf(&wide, "unit;respondent;layer;note;%s\n", strings.Join(used, ";"))
		long.WriteString("unit;respondent;indicator;layer;value;note\n")
		for range 8 {
			scope := rng.IntN(4) // what the row is about
			unit := []string{"DINKES", "DINKES", "PKM-1", ""}[scope]
			person := []string{fmt.Sprintf("R%d", 1+rng.IntN(3)), fmt.Sprintf("PG%d", 1+rng.IntN(2)), "", ""}[scope]
			layer, note := []string{"", "verifikasi"}[rng.IntN(2)], []string{"", "-", "alasan"}[rng.IntN(3)]
			row, answered := "", false
			for _, id := range used {
				value := ""
				if strings.Contains([]string{" prosedur biaya ", " L1 ", " K1 K2 ", " OUT.IPM OUT.SPM "}[scope], " "+id+" ") {
					value = values[rng.IntN(len(values))]
				}
				row += ";" + value
				if strings.TrimSpace(value) != "" {
					answered = true
					fmt.Fprintf(&long, "%s;%s;%s;%s;%s;%s\n", unit, person, id, layer, value, note)
				}
			}
			if answered {
				fmt.Fprintf(&wide, "%s;%s;%s;%s%s\n", unit, person, layer, note, row)
			}
		}
		a, pa := Read("w.csv", []byte(wide.String()), in, units)
		b, pb := Read("l.csv", []byte(long.String()), in, units)
		if diff := cmp.Diff(said(b, pb), said(a, pa)); diff != "" {
			t.Fatalf("seed %d (-long +wide):\n%s\n%s\n%s", seed, diff, wide.String(), long.String())
		}
	}
}

// said is what a file says, whatever its rows look like: answers with the notes
// that count, and the numbers and messages of what was refused.
func said(list []assess.Answer, problems problem.List) []string {
	var out []string
	for _, a := range list {
		if a.State != assess.NA {
			a.Note = ""
		}
		out = append(out, summary([]assess.Answer{a}, nil))
	}
	for _, p := range problems {
		message, _, _ := strings.Cut(p.Message, " sudah tercantum") // at a place of its own
		if p.Code != problem.NoteUnused {
			out = append(out, string(p.Code)+" "+message+" "+p.Value)
		}
	}
	return out
}
