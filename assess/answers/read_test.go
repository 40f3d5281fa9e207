package answers

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	return parsed(t, "testdata/instrumen.yaml")
}

// groups is an instrument with two groups of people and secondary data.
func groups(t testing.TB) *indicators.Instrument {
	t.Helper()
	return parsed(t, "testdata/kelompok.yaml")
}

func parsed(t testing.TB, file string) *indicators.Instrument {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in, problems := indicators.Parse(file, data)
	if in == nil {
		t.Fatal(problems)
	}
	return in
}

var units = []assess.Unit{
	{ID: "DINKES", Name: "Dinas Kesehatan", Type: "dinas"},
	{ID: "PKM-1", Name: "Puskesmas Satu", Type: "puskesmas", Products: []assess.Product{
		{ID: "rawat-jalan", Name: "Rawat Jalan"}, {ID: "rawat-inap", Name: "Rawat Inap"}}},
}

const full = "unit,product,respondent,indicator,layer,value,note,evidence\n"

func TestRead(t *testing.T) {
	for _, tc := range []struct {
		name, data string
		want       string // answers, then problems as code@place
	}{
		{"every scope", full + "PKM-1,rawat-jalan,,A1,,2,,\nPKM-1,,,A2,verifikasi,Sebagian,catatan,foto\nPKM-1,,R1,B2,final,0 = tidak ada,,\n",
			`PKM-1 rawat-jalan  A1 mandiri 2 "" ""; PKM-1   A2 verifikasi 1 "catatan" "foto"; PKM-1  R1 B2 final 0 "" ""`},
		{"few columns in another order", "value;indicator;unit\n2,0;A2;DINKES\n", `DINKES   A2 mandiri 2 "" ""`},
		{"column titles in any case", "Unit, INDICATOR ,Value,\nDINKES,A2,1,\n", `DINKES   A2 mandiri 1 "" ""`},
		{"product by name", full + "PKM-1,  RAWAT   inap,,A1,,1,,\n", `PKM-1 rawat-inap  A1 mandiri 1 "" ""`},
		{"respondent in lower case", full + "PKM-1,,r12,B2,,1,,\n", `PKM-1  R12 B2 mandiri 1 "" ""`},
		{"tidak berlaku", full + "DINKES,,,A2,,tb,belum wajib,\n", `DINKES   A2 mandiri TB "belum wajib" ""`},
		{"empty is missing", full + "DINKES,,,A2,,,,\n", ``},
		{"notes without an answer", full + "DINKES,,,A2,,,lupa,foto\nPKM-1,,,A2,,, - ,\nPKM-1,,R1,B2,verifikasi,,cek ulang,\n", "S311@baris 2; S311@baris 2; S311@baris 4"},
		{"tidak berlaku in words", full + "DINKES,,,A2,,tidak  berlaku,belum wajib,\nPKM-1,,,A2,,TB = Tidak berlaku,belum wajib,\n",
			`DINKES   A2 mandiri TB "belum wajib" ""; PKM-1   A2 mandiri TB "belum wajib" ""`},
		{"empty is not asked", full + "DINKES,,,B3,,,,\n", ``},
		{"decimals", "unit,indicator,value\nDINKES,B1,\"87,5\"\nPKM-1,B1,12.345\nPKM-1,B3,0.125\n",
			`DINKES   B1 mandiri 175/2 "" ""; PKM-1   B1 mandiri 2469/200 "" ""; PKM-1   B3 mandiri 1/8 "" ""`},
		{"guarded text", full + "DINKES,,,A2,,1,'=1+1,'''-x\nPKM-1,,,A2,,1,'kutip',-x\n",
			`DINKES   A2 mandiri 1 "=1+1" "''-x"; PKM-1   A2 mandiri 1 "'kutip'" "-x"`},

		{"no content", "", "S402@"},
		{"a header alone", "unit,indicator,value\n\n,,\n", "S402@baris 1"},
		{"rows that say nothing", full + "PKM-1,,R1,B2,,,,\n", ``},
		{"tabs", "unit\tindicator\tvalue\nDINKES\tA2\t1,5\nDINKES\tB1\t1\n", "S402@baris 1"},
		{"a first line for Excel", "sep=;\nunit;indicator;value\nDINKES;A2;1\n", "S402@baris 1"},
		{"unknown column", "unit,indicator,nilai\nDINKES,A2,1\n", "S402@baris 1; S402@baris 1"},
		{"column twice", "unit,indicator,value,unit\nDINKES,A2,1,X\n", "S402@baris 1"},
		{"content without a title", "unit,indicator,value,\nDINKES,A2,1,x\n", "S401@baris 2"},
		{"ragged row", "unit,indicator,value\nDINKES,A2,1,2\nPKM-1,A2,1\n", `PKM-1   A2 mandiri 1 "" ""; S401@baris 2`},
		{"not UTF-8", "unit,indicator,value\nDINKES,A2,\xe9\n", "S408@baris 2"},
		{"unit by id alone", "unit,indicator,value\nDinas Kesehatan,A2,1\ndinkes,A2,1\n", "S403@baris 2; S403@baris 3"},
		{"unknown indicator, and a branch", "unit,indicator,value\nDINKES,A9,1\nDINKES,A,1\n", "S404@baris 2; S404@baris 3"},
		{"layer", full + "DINKES,,,A2,akhir,1,,\n", "S405@baris 2"},
		{"all that is wrong with a row", full + "X,,,Y,Z,1,,\n", "S404@baris 2; S405@baris 2; S403@baris 2"},
		{"product unknown, absent, unasked", full + "PKM-1,Imunisasi,,A1,,1,,\nPKM-1,,,A1,,1,,\nPKM-1,rawat-jalan,,A2,,1,,\n", "S406@baris 2; S406@baris 3; S406@baris 4"},
		{"product of a unit without any", full + "DINKES,rawat-jalan,,A1,,1,,\n", "S406@baris 2"},
		{"respondent named, absent, unasked", full + "PKM-1,,Budi,B2,,1,,\nPKM-1,,,B2,,1,,\nPKM-1,,R1,A2,,1,,\nPKM-1,,R0,B2,,1,,\n", "S406@baris 2; S406@baris 3; S406@baris 4; S406@baris 5"},
		{"twice: neither counts", full + "DINKES,,,A2,,1,,\nDINKES,,,A2,mandiri,1,,\nDINKES,,,A2,final,2,,\n", `DINKES   A2 final 2 "" ""; S407@baris 3`},
		{"twice, once empty", full + "DINKES,,,A2,,,,\nDINKES,,,A2,,1,,\n", "S407@baris 3"},
		{"not in scale", "unit,indicator,value\nDINKES,A2,3\nDINKES,B1,101\nPKM-1,A2,1.234\nPKM-1,B1,N/A\n", "S301@baris 2; S301@baris 3; S301@baris 4; S301@baris 5"},
		{"TB forbidden", "unit,indicator,value,note\nDINKES,B1,TB,alasan\n", "S302@baris 2"},
		{"TB without reason", "unit,indicator,value,note\nDINKES,A2,TB,\" \"\n", "S303@baris 2"},
		{"TB with a filler for a reason", "unit,indicator,value,note\nDINKES,A2,TB,-\nPKM-1,A2,tb,N/A\n", "S303@baris 2; S303@baris 3"},
		{"not asked of a dinas", "unit,indicator,value\nDINKES,B3,1\n", "S310@baris 2"},
		{"thousands", "unit;indicator;value\nPKM-1;B3;1.234,5\nDINKES;B1;1,234.5\nPKM-1;B1;1 234\n", "S409@baris 2; S409@baris 3; S409@baris 4"},
		{"thousands or decimals", "unit;indicator;value\nPKM-1;B3;1.234\n", "S409@baris 2"},
	} {
		got, problems := Read("j.csv", []byte(tc.data), instrument(t), units)
		if diff := cmp.Diff(tc.want, summary(got, problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestReadGroups(t *testing.T) {
	for _, tc := range []struct{ name, data, want string }{
		{"people of either group", full + "DINKES,,R9999,biaya,,3,,\nDINKES,,pg2,L1,,4,,\n", `DINKES  R9999 biaya mandiri 3 "" ""; DINKES  PG2 L1 mandiri 4 "" ""`},
		{"of the other group", full + "DINKES,,PG1,biaya,,3,,\nDINKES,,R1,L1,,4,,\n", "S406@baris 2; S406@baris 3"},
		{"of nobody", full + "DINKES,,G1,L1,,3,,\nDINKES,,PG,L1,,4,,\nDINKES,,PG0,L1,,4,,\nDINKES,,PG10000,L1,,4,,\nDINKES,,PPG1,L1,,4,,\nDINKES,,,L1,,4,,\n",
			"S406@baris 2; S406@baris 3; S406@baris 4; S406@baris 5; S406@baris 6; S406@baris 7"},
		{"counts", full + "DINKES,,,K1,,\"14,0\",,\nPKM-1,,,K1,,9.5,,\nPKM-1,,,K2,,15.255,,\n", `DINKES   K1 mandiri 14 "" ""; S301@baris 3; S301@baris 4`},
		{"the whole government", full + ",,,OUT.IPM,,\"71,5\",,BPS\n,,,OUT.IPM,verifikasi,72,,\n,,,OUT.SPM,,TB,belum diukur,\n",
			`   OUT.IPM mandiri 143/2 "" "BPS";    OUT.IPM verifikasi 72 "" "";    OUT.SPM mandiri TB "belum diukur" ""`},
		{"the whole government, of a unit", full + "DINKES,,,OUT.IPM,,71,,\nX,,,OUT.SPM,,3,,\n", "S310@baris 2; S310@baris 3"},
		{"the whole government, of a person or product", full + ",,R1,OUT.IPM,,71,,\n,x,,OUT.SPM,,3,,\n", "S406@baris 2; S406@baris 3"},
		{"the whole government, twice", full + ",,,OUT.IPM,,71,,\n,,,OUT.IPM,,71,,\n", "S407@baris 3"},
		{"nobody's", full + ",,,K1,,3,,\n", "S403@baris 2"},
	} {
		got, problems := Read("j.csv", []byte(tc.data), groups(t), units)
		if diff := cmp.Diff(tc.want, summary(got, problems)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
	_, problems := Read("j.csv", []byte(full+"DINKES,,R1,L1,,3,,\nDINKES,,,OUT.IPM,,3,,\n"), groups(t), units)
	const want = `[S406] j.csv: baris 2: L1 ditanyakan kepada kelompok "Pelaksana garda depan"; kolom respondent diisi PG1, PG2, dan seterusnya (terbaca: "R1"). ` +
		"Isi product hanya untuk indikator per produk, dan respondent hanya untuk indikator per responden, dengan kode kelompoknya (R1, PJ1, …)\n" +
		`[S310] j.csv: baris 3: OUT.IPM adalah data seluruh pemerintah daerah, bukan data unit (terbaca: "DINKES"). Kosongkan kolom unit pada baris itu`
	if diff := cmp.Diff(want, problems.Error()); diff != "" {
		t.Error(diff)
	}
}

// What the round leaves out is told when it is answered, and passed over when not.
func TestReadExcluded(t *testing.T) {
	const data = full + "DINKES,,,A2,,1,,\nDINKES,,,B1,,87,,\nPKM-1,,,B3,,,catatan,\nPKM-1,,R1,B2,,TB,,\nPKM-1,rawat-inap,,A1,,1,,\n"
	got, problems := Read("j.csv", []byte(data), instrument(t), units, "B", "A1")
	const want = `DINKES   A2 mandiri 1 "" ""; S310@baris 6; S310@baris 3; S310@baris 5`
	if diff := cmp.Diff(want, summary(got, problems)); diff != "" {
		t.Error(diff)
	}
	got, problems = Read("j.csv", []byte(data+"PKM-1,rawat-jalan,,A1,,2,,\nPKM-1,,R2,B2,,1,,\nPKM-1,,R3,B2,,2,,\n"), instrument(t), units, "B", "A1")
	if diff := cmp.Diff(want, summary(got, problems)); diff != "" {
		t.Errorf("many of one indicator: %s", diff)
	}
	if got, want := problems[2].Message, "B2 tidak ditanyakan dalam putaran ini; 3 jawaban di berkas ini tidak dipakai"; got != want {
		t.Errorf("told %q, want %q", got, want)
	}
}

// What looks like a table and is none of ours is told with the way out.
func TestReadTellsTheWayOut(t *testing.T) {
	for _, tc := range []struct{ data, want string }{
		{"unit,indicator,value\n", "[S402] j.csv: baris 1: berkas hanya berisi judul kolom. Isi satu baris untuk tiap jawaban di bawah judul itu, atau keluarkan berkas ini dari folder masukan"},
		{"unit\tindicator\tvalue\n", "[S402] j.csv: baris 1: kolom dipisahkan tab, bukan koma atau titik koma. Simpan dari Excel sebagai “CSV UTF-8 (dibatasi koma)”"},
		{"SEP=,\nunit,indicator,value\n", "[S402] j.csv: baris 1: baris pertama “SEP=” bukan judul kolom. Hapus baris itu; pemisah kolomnya dikenali sendiri"},
		{full + "PKM-1,,R10000,B2,,1,,\n", `[S406] j.csv: baris 2: nomor responden paling besar R9999 untuk tiap unit (terbaca: "R10000"). Beri nomor R1 sampai R9999`},
	} {
		if _, problems := Read("j.csv", []byte(tc.data), instrument(t), units); problems.Error() != tc.want {
			t.Errorf("told\n%s\nwant\n%s", problems.Error(), tc.want)
		}
	}
}

func TestReadPlaces(t *testing.T) {
	got, problems := Read("masuk/j.csv", []byte("unit,indicator,value,note\nDINKES,A2,1,\"dua\nbaris\"\nDINKES,B1,200,\n"), instrument(t), units)
	want := problem.Place{File: "masuk/j.csv", Cell: "baris 2"}
	if len(got) != 1 || got[0].At != want {
		t.Errorf("answer at %+v, want %+v", got, want)
	}
	const told = `[S301] masuk/j.csv: baris 3: jawaban B1 di luar skala (terbaca: "200"); yang diterima: angka 0 sampai 100, paling banyak 3 desimal. Tulis salah satu jawaban yang diterima di kolom value`
	if len(problems) != 1 || problems[0].Error() != told {
		t.Errorf("told:\n%s\nwant:\n%s", problems.Error(), told)
	}
}

func TestReadManyProblems(t *testing.T) {
	data := "unit,indicator,value\n" + strings.Repeat("X,A2,1\n", 1500) + "DINKES,A2,1\n"
	got, problems := Read("j.csv", []byte(data), instrument(t), units)
	if len(got) != 1 || len(problems) != 1001 || problems[1000].Message != "dan 500 kesalahan lain di berkas ini; barisnya tidak dipakai" {
		t.Errorf("%d answers, %d problems", len(got), len(problems))
	}
}

// Notes without answers never push an error out of the list, nor become one.
func TestReadManyNotes(t *testing.T) {
	var notes strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&notes, "PKM-1,R%d,B2,,lupa\n", i+1)
	}
	const head = "unit,respondent,indicator,value,note\n"
	_, problems := Read("j.csv", []byte(head+notes.String()), instrument(t), units)
	if problems.Errors() > 0 || len(problems) != 1001 || problems[1000].Message != "dan 500 catatan lain tanpa jawaban di berkas ini" || problems[0].Value != "lupa" {
		t.Errorf("%d problems, %d errors", len(problems), problems.Errors())
	}
	_, problems = Read("j.csv", []byte(head+notes.String()+"X,,A2,1,\n"), instrument(t), units)
	if problems.Errors() != 1 || problems[0].Code != problem.CSVUnknownUnit {
		t.Errorf("%d errors, first %v", problems.Errors(), problems[0])
	}
}

func summary(list []assess.Answer, problems problem.List) string {
	var out []string
	for _, a := range list {
		value := assess.NAText
		if a.State == assess.Answered {
			value = indicators.Exact(a.Value)
		}
		out = append(out, fmt.Sprintf("%s %s %s %s %s %s %q %q", a.Unit, a.Product, a.Respondent, a.Indicator, a.Layer, value, a.Note, a.Evidence))
	}
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s@%s", p.Code, p.Cell))
	}
	return strings.Join(out, "; ")
}
