package report

import (
	"fmt"
	"strconv"
	"strings"

	"spotcheck/assess/audit"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// AuditedFile is a workbook that was audited; Report is nil and Problem says why
// if it was refused.
type AuditedFile struct {
	Name    string
	Report  *audit.Report
	Problem problem.List
}

// Audit tells what was found in scoring workbooks of others: the verdict first,
// then every finding, then what could not be checked.
func Audit(files []AuditedFile) *Document {
	d := &Document{
		Title: "Hasil Uji Buku Kerja Penilaian", Subject: "Rumus, nilai tersimpan, rentang, dan daftar pilihan diperiksa sel demi sel",
		Author: "spotcheck", Paper: A4, Footer: "Uji rumus buku kerja; bukan penilaian atas isinya",
	}
	verdict := Section{Title: "Kesimpulan"}
	for i := range files {
		verdict.Blocks = append(verdict.Blocks, files[i].verdict()...)
	}
	verdict.Blocks = append(verdict.Blocks, Paragraph{auditScope, Small})
	d.Sections = []Section{verdict}
	if t := findingTable(files); len(t.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Temuan", Landscape: true, Blocks: []Block{t}})
	}
	if t := uncheckedTable(files); len(t.Rows) > 0 {
		d.Sections = append(d.Sections, Section{Title: "Tidak dapat diperiksa", Landscape: true, Blocks: []Block{t}})
	}
	return d
}

const auditScope = "Salah: terbukti keliru. Mencurigakan: perlu dilihat orang. Catatan: benar sebagaimana adanya, tetapi perlu diketahui. " +
	"Benar tidaknya isian, bobot, dan cara menilai tidak diperiksa; makro, gambar, dan tabel pivot juga tidak."

// severityNames are the severities as people read them.
var severityNames = map[audit.Severity]string{audit.Wrong: "Salah", audit.Doubtful: "Mencurigakan", audit.Remark: "Catatan"}

var severityTones = map[audit.Severity]Tone{audit.Wrong: Bad, audit.Doubtful: Fair, audit.Remark: Quiet}

// kindNames are the kinds of findings as people read them.
var kindNames = map[audit.Kind]string{
	audit.Circular: "rujukan melingkar", audit.ErrorCell: "galat rumus", audit.Stale: "nilai tersimpan basi", audit.NoStored: "tanpa nilai tersimpan",
	audit.TypedOver: "angka menimpa rumus", audit.Broken: "rumus menyimpang", audit.RangeShort: "rentang kurang", audit.RangeDouble: "terhitung dua kali",
	audit.RangeUneven: "rentang tidak sama panjang", audit.RangeHeader: "judul ikut terhitung", audit.TextNumber: "angka sebagai teks",
	audit.NotInList: "di luar daftar pilihan", audit.LostList: "daftar pilihan hilang", audit.Hidden: "angka tersembunyi", audit.External: "buku kerja lain",
	audit.VolatileFn: "hasil berubah sendiri", audit.Setting: "setelan buku kerja",
}

// verdict is what one file comes to.
func (f *AuditedFile) verdict() []Block {
	if f.Report == nil {
		return []Block{Heading{2, f.Name}, Paragraph{"Tidak dapat diperiksa: " + f.Problem.Error(), Notice}}
	}
	r := f.Report
	out := []Block{Heading{2, f.Name}, Paragraph{auditVerdict(r), Lead}}
	list := List{Items: []string{checkedText(r)}}
	for _, s := range []audit.Severity{audit.Wrong, audit.Doubtful, audit.Remark} {
		if text := kindsText(r, s); text != "" {
			list.Items = append(list.Items, text)
		}
	}
	if r.Followers > 0 {
		list.Items = append(list.Items, fmt.Sprintf("%d rumus lain ikut salah karena sel di atas; disebut sebagai jumlah saja, kecuali bila itu hasil akhir.", r.Followers))
	}
	if text := uncheckedText(r); text != "" {
		list.Items = append(list.Items, text)
	}
	return append(out, list)
}

// auditVerdict answers whether the numbers can be quoted.
func auditVerdict(r *audit.Report) string {
	wrong, doubtful := r.Of(audit.Wrong), r.Of(audit.Doubtful)
	left := r.Formulas - r.Recalculated
	switch {
	case wrong > 0:
		return fmt.Sprintf("Jangan dikutip dahulu: %d salah dan %d mencurigakan.", wrong, doubtful)
	case doubtful > 0:
		return fmt.Sprintf("Perlu dilihat dahulu: tidak ada yang terbukti salah, tetapi %d mencurigakan.", doubtful)
	case r.Formulas == 0:
		return "Tidak ada temuan, tetapi buku kerja ini tidak memuat rumus: asal angkanya tidak dapat ditelusuri."
	case left > 0:
		return fmt.Sprintf("Tidak ada temuan pada yang dapat diperiksa; %d dari %d rumus tidak dapat dihitung ulang.", left, r.Formulas)
	}
	if r.Stored < r.Formulas {
		return fmt.Sprintf("Tidak ada temuan: semua rumus dapat dihitung ulang, tetapi %d tidak menyimpan hasil untuk dibandingkan.", r.Formulas-r.Stored)
	}
	return "Tidak ada temuan: semua rumus dihitung ulang dan hasilnya sama."
}

// checkedText tells how much was looked at.
func checkedText(r *audit.Report) string {
	text := fmt.Sprintf("Diperiksa: %d sel di %d lembar; %d rumus, %d dihitung ulang", r.Cells, r.Sheets, r.Formulas, r.Recalculated)
	if r.Formulas > 0 {
		text += fmt.Sprintf(", %d bernilai tersimpan untuk dibandingkan (angka dianggap sama bila selisihnya paling banyak 0,000000001 bagian)", r.Stored)
	}
	return text + "."
}

// kindsText lists the findings of a severity by kind; empty if there are none.
func kindsText(r *audit.Report, s audit.Severity) string {
	var parts []string
	for _, c := range r.Counts {
		if c.Severity == s {
			parts = append(parts, fmt.Sprintf("%d %s", c.Count, kindNames[c.Kind]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return severityNames[s] + ": " + strings.Join(parts, "; ") + "."
}

func uncheckedText(r *audit.Report) string {
	var parts []string
	for _, u := range r.Unchecked {
		parts = append(parts, fmt.Sprintf("%s (%d)", u.Reason, u.Count))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Tidak dapat diperiksa: " + strings.Join(parts, "; ") + "."
}

func findingTable(files []AuditedFile) Table {
	t := Table{Columns: []Column{
		{Title: "Berkas", Width: 18}, {Title: "Tingkat", Width: 12}, {Title: "Lembar", Width: 12}, {Title: "Sel", Width: 6}, {Title: "Jenis", Width: 16},
		{Title: "Yang ada", Width: 22}, {Title: "Seharusnya atau hasil hitung ulang", Width: 22}, {Title: "Penjelasan", Width: 32}, {Title: "Yang perlu dilakukan", Width: 32},
	}, Frozen: 4, Filter: true}
	for _, f := range files {
		if f.Report == nil {
			continue
		}
		for _, x := range f.Report.Findings {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: f.Name}, {Text: severityNames[x.Severity], Tone: severityTones[x.Severity]}, {Text: dash(x.Sheet)}, {Text: dash(x.Cell)},
				{Text: kindNames[x.Kind]}, {Text: inCell(x)}, {Text: decimalComma(x.Expected)}, {Text: explanation(x)}, {Text: x.Remedy}}})
		}
	}
	return t.ofFiles(files)
}

// inCell is what stands in the cell: its value, and the formula behind it.
func inCell(x audit.Finding) string {
	found := decimalComma(x.Found)
	if x.Formula == "" || strings.HasPrefix(x.Found, "=") {
		return found
	}
	return strings.TrimSpace(found + " =" + clip(x.Formula, 200))
}

func explanation(x audit.Finding) string {
	if x.Followers == 0 {
		return x.Message
	}
	return fmt.Sprintf("%s; %d rumus lain ikut", x.Message, x.Followers)
}

// decimalComma writes a number the Indonesian way and leaves anything else.
func decimalComma(s string) string {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return strings.Replace(s, ".", ",", 1)
	}
	return clip(s, 200)
}

func uncheckedTable(files []AuditedFile) Table {
	t := Table{Columns: []Column{
		{Title: "Berkas", Width: 18}, {Title: "Apa dan mengapa", Width: 50}, {Title: "Banyaknya", Width: 10, Align: Right}, {Title: "Sel, di antaranya", Width: 40},
	}}
	for _, f := range files {
		if f.Report == nil {
			continue
		}
		for _, u := range f.Report.Unchecked {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: f.Name}, {Text: capital(u.Reason)},
				{Text: fmt.Sprint(u.Count), Number: &Number{Value: float64(u.Count)}}, {Text: indicators.And(u.Cells)}}})
		}
	}
	return t.ofFiles(files)
}

// ofFiles drops the first column, the file, where there is but one.
func (t Table) ofFiles(files []AuditedFile) Table {
	if len(files) > 1 {
		return t
	}
	keep := make([]int, len(t.Columns)-1)
	for i := range keep {
		keep[i] = i + 1
	}
	frozen := max(0, t.Frozen-1)
	t = t.pick(keep...)
	t.Frozen = frozen
	return t
}
