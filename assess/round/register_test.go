package round

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// register loads the small round with a CSV register and tells its units or
// what is wrong.
func register(t *testing.T, name string, data []byte) string {
	t.Helper()
	dir := small(t, "", nil)
	put(t, dir, ConfigFile, []byte(strings.Replace(settingsText, "unit.csv", name, 1)))
	put(t, dir, name, data)
	r, problems, err := Load(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if r == nil {
		return strings.Join(codes(problems), " ")
	}
	var out []string
	for _, u := range r.Units {
		var products []string
		for _, p := range u.Products {
			products = append(products, p.ID)
		}
		out = append(out, fmt.Sprintf("%s/%s/%s/%s/%s/%s", u.ID, u.Name, u.Type, u.Parent, u.NIP, strings.Join(products, "+")))
	}
	return strings.Join(out, " ")
}

func TestRegisterCSV(t *testing.T) {
	for _, tc := range []struct{ name, csv, want string }{
		{"English titles, commas, any order", "type,ID, Name ,nip\ndinas,A,Dinas A,19800101\n", "A/Dinas A/dinas//19800101/"},
		{"mark, asterisks, blank rows", "\ufeffKode *;Nama *;JENIS *\r\n;;\r\nA;Dinas  A;Dinas\r\n", "A/Dinas A/dinas///"},
		{"own columns beside", "No,kode,nama,jenis,Keterangan\n1,A,X,dinas,lama\n2,,,,\n", "A/X/dinas///"},
		{"products", "kode,nama,jenis,produk\nA,X,dinas,\" KTP-el ;; Akta  Lahir;\"\nB,Y,dinas,\"satu\ndua\"\n", "A/X/dinas///ktp-el+akta-lahir B/Y/dinas///satu+dua"},
		{"a dash for products", "kode,nama,jenis,produk\nA,X,dinas,-\nB,Y,dinas,KTP; –\n", "A/X/dinas/// B/Y/dinas///ktp"},
		{"titles further down", "Daftar unit,,\n,,\nkode,nama,jenis\nA,X,dinas\n", "A/X/dinas///"},

		{"empty", "", "S503@unit.csv"},
		{"no titles", "A,X,dinas\n", "S503@unit.csv"},
		{"titles only", "kode,nama,jenis\n", "S503@unit.csv"},
		{"required column absent", "kode,nama\nA,X\n", "S503@unit.csv|baris 1"},
		{"unknown column", "kode,nama,jenis,produkk\nA,X,dinas,y\n", "S503@unit.csv|baris 1"},
		{"column twice", "kode,nama,jenis,id\nA,X,dinas,A\n", "S503@unit.csv|baris 1"},
		{"content without title", "kode,nama,jenis,\nA,X,dinas,y\n", "S503@unit.csv|baris 2"},
		{"no id, no name, no type", "kode,nama,jenis\n,X,dinas\nB,,dinas\nC,Z,\n", "S503@unit.csv|baris 2 S503@unit.csv|baris 3 S503@unit.csv|baris 4"},
		{"product twice", "kode,nama,jenis,produk\nA,X,dinas,Akta Lahir; akta-lahir\n", "S503@unit.csv|baris 2"},
		{"unprintable", "kode,nama,jenis\nA,X\x1b[2J,dinas\n", "S503@unit.csv|baris 2"},
		{"too long", "kode,nama,jenis\nA," + strings.Repeat("x", 121) + ",dinas\n", "S503@unit.csv|baris 2"},
		{"type", "kode,nama,jenis\nA,X,dinass\n", "S504@unit.csv|baris 2"},
		{"twice", "kode,nama,jenis\nA,X,dinas\nB,Y,dinas\na,Z,dinas\n", "S505@unit.csv|baris 4"},
		{"parent absent", "kode,nama,jenis,induk\nA,X,dinas,C\nB,Y,dinas,a\n", "S506@unit.csv|baris 2 S506@unit.csv|baris 3"},
		{"own parent", "kode,nama,jenis,induk\nA,X,dinas,A\n", "S506@unit.csv|baris 2"},
		{"parents in a circle", "kode,nama,jenis,induk\nA,X,dinas,B\nB,Y,dinas,A\n", "S506@unit.csv|baris 2 S506@unit.csv|baris 3"},
		{"ragged", "kode,nama,jenis\nA,X\n", "S401@unit.csv|baris 2"},
		{"not UTF-8", "kode,nama,jenis\nA,\xe9,dinas\n", "S408@unit.csv|baris 2"},
	} {
		if diff := cmp.Diff(tc.want, register(t, "unit.csv", []byte(tc.csv))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestRegisterXLSX(t *testing.T) {
	table := [][]any{{"DAFTAR UNIT"}, {"Kode", "Nama", "Jenis", "NIP", "Produk"}, {"A", "Dinas A", "Dinas", "198001012006041001", "KTP-el; Akta"}}
	for _, tc := range []struct {
		name   string
		change func(f *excelize.File)
		want   string
	}{
		{"plain", func(*excelize.File) {}, "A/Dinas A/dinas//198001012006041001/ktp-el+akta"},
		{"sheet Unit behind another", func(f *excelize.File) {
			_, _ = f.NewSheet("Lain")
			_ = f.MoveSheet("Lain", "Unit")
		}, "A/Dinas A/dinas//198001012006041001/ktp-el+akta"},
		{"first visible sheet", func(f *excelize.File) { _ = f.SetSheetName("Unit", "Data") }, "A/Dinas A/dinas//198001012006041001/ktp-el+akta"},
		{"NIP as a number", func(f *excelize.File) { _ = f.SetCellValue("Unit", "D3", 198001012006041001) }, "S503@unit.xlsx|Unit!D3"},
		{"short number", func(f *excelize.File) { _ = f.SetCellValue("Unit", "D3", 12345) }, "A/Dinas A/dinas//12345/ktp-el+akta"},
		{"truth value", func(f *excelize.File) { _ = f.SetCellValue("Unit", "B3", true) }, "S503@unit.xlsx|Unit!B3"},
		{"formula without result", func(f *excelize.File) { _ = f.SetCellFormula("Unit", "E4", "A1") }, "S503@unit.xlsx|Unit!E4"},
		{"merged down", func(f *excelize.File) { _ = f.MergeCell("Unit", "C3", "C4") }, "S503@unit.xlsx|Unit!C3"},
		{"merged across", func(f *excelize.File) { _ = f.MergeCell("Unit", "A1", "E1") }, "A/Dinas A/dinas//198001012006041001/ktp-el+akta"},
		{"far away", func(f *excelize.File) { _ = f.SetCellValue("Unit", "XFD9", "x") }, "A/Dinas A/dinas//198001012006041001/ktp-el+akta"},
	} {
		f := excelize.NewFile()
		_ = f.SetSheetName("Sheet1", "Unit")
		for i, row := range table {
			_ = f.SetSheetRow("Unit", fmt.Sprintf("A%d", i+1), &row)
		}
		tc.change(f)
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, register(t, "unit.xlsx", b.Bytes())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
	for name, data := range map[string]string{"S102@unit.xlsx": "bukan", "S103@unit.xlsx": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"} {
		if got := register(t, "unit.xlsx", []byte(data)); got != name {
			t.Errorf("got %s, want %s", got, name)
		}
	}
}

func TestValidID(t *testing.T) {
	for _, id := range []string{"A", "dinkes", "PKM-1", "rsud.1", "a_b", "console", "com10x", strings.Repeat("x", 24)} {
		if !validID(id) {
			t.Errorf("%q is refused", id)
		}
	}
	for _, id := range []string{"", "1A", "a b", "a/b", "..", "a..", "a.", "con", "CON", "Nul.txt", "aux.a.b", "com1", "LPT9", "é", strings.Repeat("x", 25)} {
		if validID(id) {
			t.Errorf("%q is taken", id)
		}
	}
}

func TestDeepParents(t *testing.T) {
	var entries []entry
	for i := range 40 {
		e := entry{at: problem.Place{Cell: fmt.Sprint(i)}}
		e.unit.ID, e.unit.Name, e.unit.Type = fmt.Sprintf("U%d", i), "x", "dinas"
		if i > 0 {
			e.unit.Parent = fmt.Sprintf("U%d", i-1)
		}
		entries = append(entries, e)
	}
	_, problems := judgeUnits(entries, &indicators.Instrument{}, problem.Place{})
	if len(problems) != 40-maxLevels-1 || problems[0].Code != problem.RegisterParent {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
}

func TestTooManyUnits(t *testing.T) {
	_, problems := judgeUnits(make([]entry, maxUnits+1), nil, problem.Place{File: "unit.csv"})
	if len(problems) != 1 || problems[0].Code != problem.TooLarge {
		t.Errorf("%v", problems)
	}
}
