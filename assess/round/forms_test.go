package round

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/indicators/problem"
)

func actions(t *testing.T, dir string, opts FormsOptions) ([]FormAction, []string) {
	t.Helper()
	states, problems, err := load(t, dir).WriteForms(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	var out []FormAction
	for i, s := range states {
		id := []string{"DINKES", "PKM-1", "PKM-2"}[i]
		if s.Unit != id || s.Path != "formulir/"+id+".xlsx" {
			t.Errorf("state %+v", s)
		}
		out = append(out, s.Action)
	}
	return out, codes(problems)
}

func TestWriteForms(t *testing.T) {
	dir := small(t, "", nil)
	calls := 0
	step := func(name string, opts FormsOptions, want []FormAction, told []string) {
		t.Helper()
		got, problems := actions(t, dir, opts)
		if diff := cmp.Diff(want, got) + cmp.Diff(told, problems); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	step("first", FormsOptions{Progress: func(Count) { calls++ }}, []FormAction{FormWritten, FormWritten, FormWritten}, nil)
	if calls != 3 {
		t.Errorf("%d steps told", calls)
	}
	step("again", FormsOptions{}, []FormAction{FormUnchanged, FormUnchanged, FormUnchanged}, nil)
	put(t, dir, "formulir/PKM-1.xlsx", []byte("sudah diisi"))
	step("one was filled in", FormsOptions{}, []FormAction{FormUnchanged, FormKept, FormUnchanged}, nil)
	if data, _ := os.ReadFile(filepath.Join(dir, "formulir", "PKM-1.xlsx")); string(data) != "sudah diisi" {
		t.Error("a filled form was overwritten")
	}
	const kept = "S514@formulir/PKM-1.xlsx"
	step("not even when asked to", FormsOptions{Overwrite: true}, []FormAction{FormUnchanged, FormKept, FormUnchanged}, []string{kept})
	blank := onDisk(t, dir, "DINKES")
	put(t, dir, "formulir/PKM-1.xlsx", filled(t, blank, map[string]string{"Penilaian|A2": "1"}))
	step("filled in indeed", FormsOptions{Overwrite: true}, []FormAction{FormUnchanged, FormKept, FormUnchanged}, []string{kept})
	put(t, dir, "formulir/PKM-1.xlsx", blank)
	step("another blank form", FormsOptions{}, []FormAction{FormUnchanged, FormKept, FormUnchanged}, nil)
	step("asked to", FormsOptions{Overwrite: true}, []FormAction{FormUnchanged, FormWritten, FormUnchanged}, nil)

	if err := os.Remove(filepath.Join(dir, "formulir", "PKM-2.xlsx")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "formulir/PKM-2.xlsx/a", nil)
	step("a folder in the way", FormsOptions{Overwrite: true}, []FormAction{FormUnchanged, FormUnchanged, FormFailed}, []string{"S511@formulir/PKM-2.xlsx"})
	if want := []string{"./", "DINKES.xlsx", "PKM-1.xlsx", "PKM-2.xlsx/", "PKM-2.xlsx/a"}; cmp.Diff(want, tree(t, filepath.Join(dir, FormsDir))) != "" {
		t.Errorf("left behind: %v", tree(t, filepath.Join(dir, FormsDir)))
	}
}

// What the round reads is not written, blank or not, whatever the path is called.
func TestWriteFormsOverInputs(t *testing.T) {
	for _, input := range []string{"formulir", ".", "./masuk/../formulir/PKM-1.xlsx"} {
		dir := small(t, "", map[string]string{"masuk/a.csv": ""})
		actions(t, dir, FormsOptions{})
		put(t, dir, "formulir/PKM-1.xlsx", onDisk(t, dir, "DINKES"))
		put(t, dir, ConfigFile, []byte(settingsText+"inputs: ["+input+"]\n"))
		got, told := actions(t, dir, FormsOptions{Overwrite: true})
		if diff := cmp.Diff([]FormAction{FormUnchanged, FormKept, FormUnchanged}, got) + cmp.Diff([]string{"S514@formulir/PKM-1.xlsx"}, told); diff != "" {
			t.Errorf("%s:\n%s", input, diff)
		}
	}
}

// Forms do not ask what the round leaves out.
func TestWriteFormsExcluding(t *testing.T) {
	dir := small(t, "exclude: [A2, B]\nexclude_reason: x\n", nil)
	actions(t, dir, FormsOptions{})
	f, err := excelize.OpenReader(bytes.NewReader(onDisk(t, dir, "PKM-1")))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if diff := cmp.Diff([]string{"Petunjuk", "Identitas", "Produk", "_daftar", "_spotcheck"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
}

// A form of several groups comes back with the answers of each.
func TestFormsOfGroups(t *testing.T) {
	dir := grouped(t, dataText, map[string]string{"masuk/survei.csv": "unit,respondent,prosedur,biaya\nPKM-1,R1,3,4\nPKM-1,R2,,2\n"})
	put(t, dir, "masuk/f.xlsx", fill(t, dir, "PKM-1", map[string]string{
		"Penilaian|K1": "11", "Produk|D1|P1": "3", "Pengguna layanan|biaya|R3": "4 = Sangat baik", "Pelaksana garda depan|L1|PG2": "2",
	}))
	k := intake(t, dir)
	want := []string{
		" OUT.IPM  mandiri=143/2", " OUT.IPM  verifikasi=143/2", " OUT.SPM  mandiri=TB", " OUT.SPM  verifikasi=TB",
		"PKM-1 D1 rawat-jalan mandiri=3", "PKM-1 K1  mandiri=11", "PKM-1 L1 PG2 mandiri=2",
		"PKM-1 biaya R1 mandiri=4", "PKM-1 biaya R2 mandiri=2", "PKM-1 biaya R3 mandiri=4", "PKM-1 prosedur R1 mandiri=3",
	}
	if diff := cmp.Diff(want, listed(k.Answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s\n%v", diff, k.Problems)
	}
	if got := told(k.Problems, problem.FewRespondents, "PKM-1"); got != "" || k.Problems.Errors() > 0 {
		t.Errorf("%v", k.Problems)
	}
}

func onDisk(t *testing.T, dir, unit string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, FormsDir, unit+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWriteFormsCancelled(t *testing.T) {
	dir := small(t, "", nil)
	r := load(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := r.WriteForms(ctx, FormsOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, FormsDir)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was written: %v", err)
	}
}
