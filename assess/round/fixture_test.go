package round

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/indicators/problem"
)

// settingsText is a small round; tests add keys to it.
const settingsText = `schema: spotcheck/round/v1
entity: Kabupaten Uji
period: "2026"
instrument: instrumen.yaml
units: unit.csv
`

const registerText = `kode;nama;jenis;induk;produk
DINKES;Dinas Kesehatan;dinas;;
PKM-1;Puskesmas Satu;puskesmas;DINKES;Rawat Jalan
PKM-2;Puskesmas Dua;Puskesmas;DINKES;"Rawat Jalan; Imunisasi"
`

// folder writes files, by path with forward slashes, into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, dir, name, []byte(text))
	}
	return dir
}

func put(t testing.TB, dir, name string, data []byte) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func instrumentText(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../answers/testdata/instrumen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// small makes the small round, with more settings and files.
func small(t testing.TB, more string, files map[string]string) string {
	t.Helper()
	all := map[string]string{
		ConfigFile: settingsText + more, "instrumen.yaml": instrumentText(t),
		"unit.csv": registerText,
	}
	for name, text := range files {
		all[name] = text
	}
	return folder(t, all)
}

func load(t testing.TB, dir string) *Round {
	t.Helper()
	r, problems, err := Load(t.Context(), dir)
	if err != nil || r == nil {
		t.Fatalf("%v\n%v", err, problems)
	}
	return r
}

func intake(t testing.TB, dir string) *Intake {
	t.Helper()
	k, err := load(t, dir).Intake(t.Context(), IntakeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// codes lists problems as code@place.
func codes(list problem.List) []string {
	var out []string
	for _, p := range list {
		out = append(out, fmt.Sprintf("%s@%s", p.Code, strings.ReplaceAll(p.Where(), ": ", "|")))
	}
	return out
}

// only keeps the codes that begin with one of the numbers.
func only(list []string, numbers ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool {
		return !slices.ContainsFunc(numbers, func(n string) bool { return strings.HasPrefix(s, n) })
	})
}

// fill is a form of the round as a unit would send it: answers by sheet, code
// and, where there are slots, slot, as "Penilaian|A2" or "Produk|A1|P1"; with
// "verdict" or "note" at the end, what the inspector found or the unit noted.
func fill(t testing.TB, dir, unit string, answers map[string]string) []byte {
	t.Helper()
	if _, _, err := load(t, dir).WriteForms(t.Context(), FormsOptions{Overwrite: true}); err != nil {
		t.Fatal(err)
	}
	blank, err := os.ReadFile(filepath.Join(dir, FormsDir, unit+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return filled(t, blank, answers)
}

// filled puts answers into a form.
func filled(t testing.TB, blank []byte, answers map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for key, value := range answers {
		words := strings.Split(key, "|")
		if err := f.SetCellStr(words[0], answerCell(t, f, words), value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// heads of columns other than the answers, by the word that asks for them.
var heads = map[string]string{"verdict": "Hasil verifikasi", "note": "Catatan / alasan TB"}

func answerCell(t testing.TB, f *excelize.File, words []string) string {
	t.Helper()
	rows, err := f.GetRows(words[0])
	if err != nil {
		t.Fatal(err)
	}
	col, head := -1, "Jawaban"
	if last := len(words) - 1; heads[words[last]] != "" {
		head, words = heads[words[last]], words[:last]
	}
	if words[0] == "Identitas" {
		head = "Isian"
	}
	for r, row := range rows {
		if i := slices.Index(row, head); i >= 0 && col < 0 {
			col = i
		}
		found := col >= 0
		for i, w := range words[1:] {
			found = found && i < len(row) && row[i] == w
		}
		if found {
			name, err := excelize.CoordinatesToCellName(col+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			return name
		}
	}
	t.Fatalf("form has no row %v", words)
	return ""
}
