package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
)

// planned writes the plan of a copy of the example.
func planned(t *testing.T) (dir, plan string) {
	t.Helper()
	dir, _ = rounds(t)
	plan = filepath.Join(dir, "laporan", "rencana-aksi.xlsx")
	if code, talk := command(t, nil, "actions", dir); code != exitDone {
		t.Fatal(talk)
	}
	return dir, plan
}

// command runs spotcheck; out may be nil.
func command(t *testing.T, out *bytes.Buffer, args ...string) (code int, talk string) {
	t.Helper()
	if out == nil {
		out = new(bytes.Buffer)
	}
	var talked bytes.Buffer
	code = run(context.Background(), newApp(strings.NewReader(""), out, &talked), args)
	return code, talked.String()
}

// replies fills rows of a plan, by number of the row from 1, and saves it.
func replies(t *testing.T, plan, to string, rows map[int]map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	const name, heads = "Rencana aksi", 5
	grid, err := f.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	for row, texts := range rows {
		for head, text := range texts {
			col := slices.Index(grid[heads-1], head)
			if err := f.SetCellStr(name, sheet.Ref(heads+row, col+1), text); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

func followJSON(t *testing.T, want int, args ...string) (followupWire, string) {
	t.Helper()
	var out bytes.Buffer
	code, talk := command(t, &out, append([]string{"followup", "--format", "json"}, args...)...)
	var got followupWire
	in := json.NewDecoder(&out)
	in.DisallowUnknownFields()
	if err := in.Decode(&got); err != nil || code != want {
		t.Fatalf("code %d, %v: %s", code, err, talk)
	}
	return got, talk
}

// The whole way: plan, replies in two files, forecast, contradiction.
func TestFollowUpOfReplies(t *testing.T) {
	dir, plan := planned(t)
	in := func(name string) string { return filepath.Join(dir, "masuk", "balasan", name) }
	blank, _ := followJSON(t, exitDone, dir)
	replies(t, plan, in("satu.xlsx"), map[int]map[string]string{
		1: {"Diterima": "ya", "Penanggung jawab": "Siti", "Status": "Sesuai", "Tanggal": "2026-11-01"},
		2: {"Diterima": "ya", "Tenggat yang disepakati": "16 Desember 2026"},
		3: {"Status": "Selesai"},
		4: {"Diterima": "tidak"},
	})
	got, talk := followJSON(t, exitPartly, dir, "--date", "2026-12-31")
	if !strings.Contains(talk, "S815] masuk/balasan/satu.xlsx: Rencana aksi!V8") {
		t.Error(talk)
	}
	first, second := got.Actions[0], got.Actions[1]
	if first.Status != "Sesuai" || first.Owner != "Siti" || second.Due != "2026-12-16" || second.Late != 15 || got.Actions[2].Status != "Belum ditindaklanjuti" {
		t.Errorf("%+v %+v", first, second)
	}
	number := func(text string) *big.Rat {
		r, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		return r
	}
	if sum := new(big.Rat).Add(number(blank.Scores.Now.Exact), number(first.Entity)); sum.Cmp(number(got.Scores.Fulfilled.Exact)) != 0 || got.Scores.Now != blank.Scores.Now {
		t.Errorf("%+v", got.Scores)
	}
	if sum := new(big.Rat).Add(number(got.Scores.Fulfilled.Exact), number(second.Entity)); sum.Cmp(number(got.Scores.Kept.Exact)) != 0 {
		t.Errorf("%+v", got.Scores)
	}
	if got.Total.Declined != 1 || got.Total.Actions != 183 || got.Total.Completion != "1/182" {
		t.Errorf("%+v", got.Total)
	}
	replies(t, plan, in("dua.xlsx"), map[int]map[string]string{1: {"Status": "Belum sesuai", "Tanggal": "2026-11-02"}, 2: {"Diterima": "tidak"}})
	got, talk = followJSON(t, exitPartly, dir)
	if got.Actions[0].Status != "Belum sesuai" || !strings.Contains(talk, "PERINGATAN [S819] masuk/balasan/satu.xlsx") {
		t.Errorf("%+v %s", got.Actions[0], talk)
	}
	if got.Actions[1].Accepted != "" || strings.Count(talk, "GALAT [S818]") != 2 {
		t.Errorf("%+v %s", got.Actions[1], talk)
	}
}

// A plan that somebody filled where it lies is not written over, and its replies are
// carried to the next round.
func TestActionsKeepReplies(t *testing.T) {
	dir, plan := planned(t)
	replies(t, plan, plan, map[int]map[string]string{1: {"Diterima": "ya", "Penanggung jawab": "Siti"}})
	before, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	if code, talk := command(t, nil, "actions", dir); code != exitRefused || !strings.Contains(talk, "S511") {
		t.Errorf("%d %s", code, talk)
	}
	if after, err := os.ReadFile(plan); err != nil || !bytes.Equal(before, after) {
		t.Error("the replies are lost")
	}
	if err := os.Rename(plan, filepath.Join(dir, "masuk", "r.xlsx")); err != nil {
		t.Fatal(err)
	}
	next, _ := rounds(t)
	config := filepath.Join(next, "spotcheck.yaml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte(`period: "2026"`), []byte(`period: "2027"`), 1)
	text = bytes.Replace(text, []byte("date: 2026-09-30"), []byte("date: 2027-09-30"), 1)
	if err := os.WriteFile(config, text, 0o600); err != nil {
		t.Fatal(err)
	}
	forms, err := filepath.Glob(filepath.Join(next, "masuk", "*.xlsx"))
	if err != nil || len(forms) < 2 {
		t.Fatal(forms, err)
	}
	for _, f := range forms {
		reissue(t, f)
	}
	if code, talk := command(t, nil, "actions", next, "--from", dir); code != exitDone {
		t.Fatal(talk)
	}
	f, err := excelize.OpenFile(filepath.Join(next, "laporan", "rencana-aksi.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows("Rencana aksi")
	if err != nil {
		t.Fatal(err)
	}
	if row := strings.Join(rows[5], "|"); !strings.Contains(row, "Dibawa dari periode 2026: Belum ditindaklanjuti") || !strings.Contains(row, "|ya|Siti") {
		t.Error(row)
	}
	if past, err := f.GetRows("Dari periode lalu"); err != nil || len(past) != 3+183 {
		t.Errorf("%d rows, %v", len(past), err)
	}
}

// reissue turns a form of 2026 into one of 2027.
func reissue(t *testing.T, name string) {
	t.Helper()
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, s := range []string{"_spotcheck", "Identitas"} {
		rows, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, text := range row {
				if text == "2026" {
					if err := f.SetCellStr(s, sheet.Ref(i+1, j+1), "2027"); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
