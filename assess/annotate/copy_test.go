package annotate_test

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"spotcheck/assess/annotate"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func TestCopyReadsAsTheOriginal(t *testing.T) {
	data := slips(t)
	if _, list := read(t, data); len(list) < 8 {
		t.Fatalf("the form has only %d problems: %v", len(list), list)
	}
	same(t, data, annotated(t, data))
}

// What is not a mark is in the copy as it was, to the byte.
func TestCopyKeepsTheBytes(t *testing.T) {
	data := slips(t)
	before, after := parts(t, data), parts(t, annotated(t, data))
	mark := regexp.MustCompile(`<conditionalFormatting sqref="[^"]*"><cfRule type="expression" dxfId="[0-9]+" priority="[0-9]+"><formula>N\(&#34;spotcheck&#34;\)=0</formula></cfRule></conditionalFormatting>|<legacyDrawing [^>]*>`)
	marked := 0
	for _, name := range sorted(before) {
		old, now := before[name], after[name]
		if strings.HasPrefix(name, "xl/worksheets/") && now != old {
			marked++
			old, now = strings.Replace(old, ` tabSelected="true"`, "", 1), mark.ReplaceAllString(now, "")
		}
		switch {
		case now == old:
		case !slices.Contains([]string{"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}, name):
			t.Errorf("%s changed: %s", name, cmp.Diff(old, now))
		}
	}
	if marked != 4 { // one of them was the selected one
		t.Errorf("%d sheets changed", marked)
	}
	if !bytes.Equal(annotated(t, data), annotated(t, data)) {
		t.Error("two copies differ")
	}
}

// Marks as a program sees them that knows nothing of this one.
func TestMarks(t *testing.T) {
	data := slips(t)
	_, list := read(t, data)
	want := map[string]map[string]bool{} // sheet -> cells
	for _, p := range list {
		if want[p.Sheet] == nil {
			want[p.Sheet] = map[string]bool{}
		}
		if p.Cell != "" {
			want[p.Sheet][p.Cell] = true
		}
	}
	edit(t, annotated(t, data), func(f *excelize.File) error {
		if names := f.GetSheetList(); names[0] != "Masalah" || len(names) != 8 || f.GetActiveSheetIndex() != 0 {
			t.Errorf("sheets %v, active %d", names, f.GetActiveSheetIndex())
		}
		for _, name := range f.GetSheetList()[1:] {
			notes, err := f.GetComments(name)
			if err != nil {
				return err
			}
			got := map[string]bool{}
			for _, n := range notes {
				got[n.Cell] = true
				if n.Author != "spotcheck" || !strings.HasPrefix(words(n), "spotcheck S") || !strings.Contains(words(n), "Perbaikan: ") {
					t.Errorf("%s!%s: the note of %q says %q", name, n.Cell, n.Author, words(n))
				}
			}
			if d := cmp.Diff(sorted(want[name]), sorted(got)); d != "" {
				t.Errorf("%s: notes (-want +got) %s", name, d)
			}
			if d := cmp.Diff(sorted(want[name]), coloured(t, f, name)); d != "" {
				t.Errorf("%s: colours (-want +got) %s", name, d)
			}
		}
		return nil
	})
}

func words(c excelize.Comment) string {
	out := c.Text
	for _, r := range c.Paragraph {
		out += r.Text
	}
	return out
}

// coloured are the cells that a rule of ours lies over.
func coloured(t *testing.T, f *excelize.File, name string) []string {
	t.Helper()
	rules, err := f.GetConditionalFormats(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for area, list := range rules {
		for _, r := range list {
			if r.Criteria != `N("spotcheck")=0` {
				continue
			}
			style, err := f.GetConditionalStyle(*r.Format)
			if err != nil || len(style.Fill.Color) == 0 || len(style.Border) != 4 {
				t.Errorf("%s!%s: %+v, %v", name, area, style, err)
			}
			out = append(out, strings.Fields(area)...)
		}
	}
	slices.Sort(out)
	return out
}

// The list has every problem, in the order of the sheets, with a link to its cell.
func TestList(t *testing.T) {
	data := slips(t)
	_, list := read(t, data)
	edit(t, annotated(t, data), func(f *excelize.File) error {
		rows, err := f.GetRows("Masalah")
		if err != nil {
			return err
		}
		if rows[0][0] != "Daftar masalah hasil pemeriksaan spotcheck" || rows[1][0] != "Dinas Sosial & Keluarga · f.xlsx · 6 galat, 3 peringatan" {
			t.Errorf("head %q", rows[:2])
		}
		if d := cmp.Diff([]string{"Nr", "Lembar", "Sel", "Terbaca", "Masalah", "Perbaikan"}, rows[6]); d != "" {
			t.Error(d)
		}
		if len(rows) != 7+len(list) {
			t.Errorf("%d lines for %d problems", len(rows)-7, len(list))
		}
		order := f.GetSheetList()
		last := 0
		for i, r := range rows[7:] {
			at := sheet.Ref(8+i, 3)
			linked, target, err := f.GetCellHyperLink("Masalah", at)
			if err != nil || linked != (r[2] != "") || linked && target != "'"+r[1]+"'!"+r[2] {
				t.Errorf("%s leads to %q (%t, %v), not to %s!%s", at, target, linked, err, r[1], r[2])
			}
			n := slices.Index(order, r[1])
			if n < last {
				t.Errorf("line %d is of %s, after %s", i+1, r[1], order[last])
			}
			last = n
		}
		if got := rows[8]; got[1] != "Penilaian" || got[3] != "" || !strings.HasPrefix(got[4], "GALAT S211: ") {
			t.Errorf("line 2: %q", got)
		}
		if got := rows[9]; got[2] != "E7" || got[3] != "9" || got[4] != "GALAT S301: A1.1: jawaban tidak ada dalam skala." ||
			got[5] != "Pilih jawaban dari daftar pilihan di sel itu. Yang diterima: 0 = Tidak ada, 1 = Sebagian, 2 = Lengkap." {
			t.Errorf("line 3: %q", got)
		}
		return nil
	})
}

// The unit goes on filling in the copy as it did the form.
func TestCopyCanBeFilled(t *testing.T) {
	data := slips(t)
	marked := annotated(t, data)
	type settings struct {
		Protected, Locked, Answer bool
		Lists                     int
		Names                     []excelize.DefinedName
	}
	look := func(data []byte) (s settings) {
		edit(t, data, func(f *excelize.File) error {
			p, err := f.GetSheetProtection("Penilaian")
			if err != nil {
				return err
			}
			s.Protected = p.SelectUnlockedCells
			lists, err := f.GetDataValidations("Penilaian")
			s.Lists = len(lists)
			s.Locked, s.Answer = locked(t, f, "D7"), locked(t, f, "E7")
			s.Names = f.GetDefinedName()
			return err
		})
		return s
	}
	before, after := look(data), look(marked)
	if d := cmp.Diff(before, after); d != "" || !after.Protected || !after.Locked || after.Answer || after.Lists != 8 || len(after.Names) < 8 {
		t.Errorf("settings (-form +copy) %s %+v", d, after)
	}
	mended := put(t, marked, map[string]any{
		"Identitas!B8": "Dinas Sosial & Keluarga", "Penilaian!E7": "1", "Penilaian!G8": "tidak melayani langsung", "Penilaian!I9": 42, "Penilaian!A10": "A1.4",
		"Identitas!B19": "KK", "Produk!G8": "1", "Produk!G11": "1",
	})
	filled, list := read(t, mended)
	if len(list) > 0 || len(filled.Answers) != 10 {
		t.Errorf("after the repair %d answers and %v", len(filled.Answers), list)
	}
	if form := annotated(t, put(t, mended, map[string]any{"Penilaian!E7": "7"})); form == nil {
		t.Error("the repaired copy cannot be marked again")
	}
}

func locked(t *testing.T, f *excelize.File, cell string) bool {
	t.Helper()
	id, err := f.GetCellStyle("Penilaian", cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s.Protection == nil || s.Protection.Locked
}

// Marks of an earlier copy go, wherever the problems are now.
func TestEarlierMarksGo(t *testing.T) {
	first := annotated(t, slips(t))
	again := func(data []byte) []byte {
		return annotated(t, put(t, data, map[string]any{"Penilaian!E7": "1", "Penilaian!E9": "dua"}))
	}
	for name, data := range map[string]func() []byte{
		"untouched": func() []byte { return first },
		"hidden": func() []byte {
			return edit(t, first, func(f *excelize.File) error {
				f.SetActiveSheet(2)
				return f.SetSheetVisible("Masalah", false)
			})
		},
		"LibreOffice": func() []byte { return resaved(t, first)[0] },
		"openpyxl": func() []byte {
			saved, _ := python(t, first, "")
			return saved
		},
	} {
		t.Run(name, func(t *testing.T) {
			second := again(data())
			_, list := read(t, second)
			edit(t, second, func(f *excelize.File) error {
				if names := f.GetSheetList(); names[0] != "Masalah" || len(names) != 8 {
					t.Errorf("sheets %v", names)
				}
				var want, got []string
				for _, p := range list {
					if p.Sheet == "Penilaian" {
						want = append(want, p.Cell)
					}
				}
				notes, err := f.GetComments("Penilaian")
				for _, n := range notes {
					got = append(got, n.Cell)
					if strings.Count(words(n), "spotcheck S") != 1 {
						t.Errorf("%s: %q", n.Cell, words(n))
					}
				}
				slices.Sort(want)
				slices.Sort(got)
				if d := cmp.Diff(want, got); d != "" || slices.Contains(got, "E7") || !slices.Contains(got, "E9") {
					t.Errorf("notes (-want +got) %s", d)
				}
				if d := cmp.Diff(want, coloured(t, f, "Penilaian")); d != "" {
					t.Errorf("colours (-want +got) %s", d)
				}
				return err
			})
			boxes := 0
			for part, text := range parts(t, second) {
				if strings.HasSuffix(part, ".vml") {
					boxes += strings.Count(text, `ObjectType="Note"`)
				}
			}
			if boxes != len(list) {
				t.Errorf("%d boxes for %d problems", boxes, len(list))
			}
		})
	}
}

// A note that a person wrote stays, before and after.
func TestNotesOfPeople(t *testing.T) {
	data := edit(t, slips(t), func(f *excelize.File) error {
		for _, n := range []excelize.Comment{
			{Cell: "E7", Author: "Budi", Paragraph: []excelize.RichTextRun{{Text: "Budi:\nlihat foto"}}},
			{Cell: "E8", Author: "Budi", Paragraph: []excelize.RichTextRun{{Text: "satu "}, {Text: "& dua"}}},
			{Cell: "D9", Author: "Budi", Paragraph: []excelize.RichTextRun{{Text: "bukan masalah"}}},
		} {
			if err := f.AddComment("Penilaian", n); err != nil {
				return err
			}
		}
		return nil
	})
	plain := parts(t, data)
	plain["xl/comments1.xml"] = regexp.MustCompile(`<r><rPr>.{0,200}?</rPr>(<t[^>]*>Budi:&#xA;lihat foto</t>)</r>`).ReplaceAllString(plain["xl/comments1.xml"], "$1")
	if !strings.Contains(plain["xl/comments1.xml"], "<text><t") {
		t.Fatalf("no plain text in %s", plain["xl/comments1.xml"])
	}
	data = zipped(t, plain)
	said := func(data []byte) map[string]string {
		out := map[string]string{}
		edit(t, data, func(f *excelize.File) error {
			list, err := f.GetComments("Penilaian")
			for _, c := range list {
				out[c.Cell] = words(c)
			}
			return err
		})
		return out
	}
	before := said(data)
	once := annotated(t, data)
	same(t, data, once)
	got := said(once)
	for cell, text := range before {
		if !strings.HasPrefix(got[cell], text) {
			t.Errorf("%s: %q became %q", cell, text, got[cell])
		}
	}
	if want := before["E7"] + "\n\nspotcheck S301 (galat)\nA1.1: jawaban tidak ada dalam skala.\nPerbaikan: "; !strings.HasPrefix(got["E7"], want) {
		t.Errorf("E7: %q", got["E7"])
	}
	twice := annotated(t, once)
	if d := cmp.Diff(got, said(twice)); d != "" {
		t.Errorf("the second copy (-once +twice) %s", d)
	}
	clean := copied(t, twice, nil)
	if d := cmp.Diff(before, said(clean)); d != "" {
		t.Errorf("without problems (-before +after) %s", d)
	}
}

func TestPlacesWithoutACell(t *testing.T) {
	data := slips(t)
	at := func(sheet, cell string) problem.Problem {
		return problem.New(problem.ValueNotInScale, problem.Place{Sheet: sheet, Cell: cell}, "uji")
	}
	list := problem.List{at("", ""), at("Penilaian", ""), at("Penilaian", "baris 3"), at("Penilaian", "XFE1"), at("Penilaian", "A1048577"),
		at("Tidak ada", "A1"), at("_spotcheck", "B3"), at("Penilaian", "XFD1048576")}
	edit(t, copied(t, data, list), func(f *excelize.File) error {
		rows, err := f.GetRows("Masalah")
		if err != nil {
			return err
		}
		if len(rows) != 7+len(list) {
			t.Errorf("%d lines", len(rows)-7)
		}
		links := 0
		for i := range list {
			if linked, _, _ := f.GetCellHyperLink("Masalah", sheet.Ref(8+i, 3)); linked {
				links++
			}
		}
		if links != 1 {
			t.Errorf("%d links", links)
		}
		for _, name := range f.GetSheetList() {
			notes, err := f.GetComments(name)
			if want := map[string]int{"Penilaian": 1}[name]; err != nil || len(notes) != want {
				t.Errorf("%s has %d notes, %v", name, len(notes), err)
			}
		}
		return nil
	})
}

// Cells that are merged are marked as one, with the note at the first of them.
func TestMergedCells(t *testing.T) {
	data := edit(t, blank(t), func(f *excelize.File) error {
		if err := f.SetCellValue("Penilaian", "E7", "1"); err != nil {
			return err
		}
		return f.MergeCell("Penilaian", "D7", "E8")
	})
	_, list := read(t, data)
	if len(list) == 0 || list[0].Code != problem.MergedAnswer || list[0].Cell != "E7" {
		t.Fatal(list)
	}
	edit(t, annotated(t, data), func(f *excelize.File) error {
		notes, err := f.GetComments("Penilaian")
		if len(notes) != 1 || notes[0].Cell != "D7" {
			t.Errorf("notes %+v", notes)
		}
		if got := coloured(t, f, "Penilaian"); !slices.Equal(got, []string{"D7:E8"}) {
			t.Errorf("colours %v", got)
		}
		return err
	})
}

// A link into a hidden row is no use before the row is shown.
func TestHiddenRows(t *testing.T) {
	data := edit(t, slips(t), func(f *excelize.File) error { return f.SetRowVisible("Penilaian", 7, false) })
	edit(t, annotated(t, data), func(f *excelize.File) error {
		for cell, want := range map[string]bool{"F10": true, "F12": false} {
			text, err := f.GetCellValue("Masalah", cell)
			if err != nil || strings.Contains(text, " Baris 7 tersembunyi; tampilkan dahulu.") != want {
				t.Errorf("%s: %q, %v", cell, text, err)
			}
		}
		return nil
	})
}

// Texts from a form stay texts, and long lists end.
func TestHostileTexts(t *testing.T) {
	data := slips(t)
	var list problem.List
	for i := range 2500 {
		p := problem.New(problem.ValueNotInScale, problem.Place{Sheet: "Penilaian", Cell: sheet.Ref(i+1, 5)}, "pesan _x0041_ ]]> & <b>").Seen("=HYPERLINK(\"x\")", "+1", "@a")
		list = append(list, p)
	}
	edit(t, copied(t, data, list), func(f *excelize.File) error {
		rows, err := f.GetRows("Masalah")
		if err != nil {
			return err
		}
		if len(rows) != 7+2000+1 || !strings.HasPrefix(rows[len(rows)-1][4], "… dan 500 masalah lain") {
			t.Errorf("%d lines, the last %q", len(rows), rows[len(rows)-1])
		}
		if got := rows[7]; got[3] != `=HYPERLINK("x")` || got[4] != "GALAT S301: pesan _x0041_ ]]> & <b>." {
			t.Errorf("line 1: %q", got)
		}
		if formula, _ := f.GetCellFormula("Masalah", "D8"); formula != "" {
			t.Errorf("a formula: %q", formula)
		}
		notes, err := f.GetComments("Penilaian")
		if len(notes) != 2000 || !strings.Contains(words(notes[0]), "pesan _x005F_x0041_ ]]> & <b>.") {
			t.Errorf("%d notes, %q", len(notes), words(notes[0]))
		}
		return err
	})
}

func TestRefusals(t *testing.T) {
	data := slips(t)
	without := func(name string) []byte {
		p := parts(t, data)
		delete(p, name)
		return zipped(t, p)
	}
	with := func(name, old, text string) []byte {
		p := parts(t, data)
		if !strings.Contains(p[name], old) {
			t.Fatalf("no %q in %s", old, name)
		}
		p[name] = strings.Replace(p[name], old, text, 1)
		return zipped(t, p)
	}
	narrow := limits
	narrow.Sheets = 7
	for name, tc := range map[string]struct {
		data  []byte
		lim   sheet.Limits
		about annotate.About
		want  string
	}{
		"no workbook":          {[]byte("%PDF-1.7"), limits, annotate.About{}, "dokumen PDF"},
		"cut":                  {data[:len(data)/2], limits, annotate.About{}, "terpotong"},
		"no catalogue":         {without("[Content_Types].xml"), limits, annotate.About{}, "[Content_Types].xml tidak ada"},
		"a sheet is damaged":   {with("xl/worksheets/sheet3.xml", "</sheetData>", ""), limits, annotate.About{}, "sheet3.xml"},
		"styles with two tags": {with("xl/styles.xml", "</styleSheet>", "</styleSheet><a/>"), limits, annotate.About{}, "styles.xml"},
		"no room for a sheet":  {data, narrow, annotate.About{}, "lebih dari 7 lembar"},
		"nothing to mend":      {data, limits, annotate.About{Refused: true}, "tidak ada sel"},
	} {
		out, err := annotate.Copy(tc.data, tc.about, nil, tc.lim)
		p, ok := err.(problem.Problem)
		if out != nil || !ok || p.Code != problem.NotAnnotated || !strings.Contains(p.Message, tc.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
