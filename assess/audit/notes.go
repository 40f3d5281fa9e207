package audit

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess/audit/formula"
)

// settings notes how the workbook computes.
func (b *book) settings(*Report) {
	note := func(s Severity, message, remedy string) {
		b.findings = append(b.findings, Finding{Severity: s, Kind: Setting, page: -1, Message: message, Remedy: remedy})
	}
	if b.details.Manual {
		note(Doubtful, "Penghitungan diatur manual: angka yang tampak bisa tertinggal dari isiannya", "Rumus > Opsi Penghitungan > Otomatis, lalu simpan")
	}
	if b.details.AsShown {
		note(Doubtful, "Presisi diatur sesuai tampilan: angka dipotong menurut formatnya, sehingga hasil hitung ulang dapat berbeda", "File > Opsi > Tingkat Lanjut: matikan presisi sesuai tampilan")
	}
	if b.details.Iterative {
		note(Remark, "Penghitungan berulang diaktifkan: rujukan melingkar tidak diperingatkan Excel", "File > Opsi > Rumus: matikan penghitungan berulang")
	}
}

// group gathers cells of one sheet with one remark; it is told at the first.
type group struct {
	f     Finding
	at    spot
	count int
}

// notes gathers remarks about formulas, one per sheet and sort.
func (b *book) notes(*Report) {
	var keys []string
	groups := map[string]*group{}
	for i := range b.formulas {
		c := &b.formulas[i]
		for _, f := range b.notesOf(c) {
			key := fmt.Sprintf("%d/%s/%s", c.page, f.Kind, f.Message)
			if groups[key] == nil {
				groups[key] = &group{f: f, at: spot{c.page, c.cell}}
				keys = append(keys, key)
			}
			groups[key].count++
		}
	}
	for _, key := range keys {
		g := groups[key]
		if g.count > 1 {
			g.f.Message += fmt.Sprintf(" (juga %d rumus lain di lembar ini)", g.count-1)
		}
		c := &b.pages[g.at.page].cells[g.at.cell]
		g.f.Formula = b.textOf(&b.formulas[c.form-1])
		v, _ := b.see(c)
		g.f.Found = v.Show()
		b.add(g.f, g.at.page, int(c.row), int(c.col))
	}
}

// notesOf are the remarks about one formula.
func (b *book) notesOf(c *calc) []Finding {
	if c.shape < 0 || b.work < 0 {
		return nil
	}
	var out []Finding
	b.trees[c.shape].Walk(func(n *formula.Node) bool {
		b.work--
		switch {
		case n.Op == formula.Call && formula.Volatile[n.Text]:
			out = append(out, Finding{Severity: Remark, Kind: VolatileFn, Message: "Memakai fungsi " + n.Text + ", yang hasilnya berubah sendiri", Remedy: "Catat nilainya beserta tanggal; hasil di lain waktu dapat berbeda"})
		case n.Op == formula.Opaque && n.Text == formula.WhyLink:
			out = append(out, Finding{Severity: Doubtful, Kind: External, Message: "Merujuk buku kerja lain; angkanya tidak dapat diperiksa dari berkas ini", Remedy: "Minta buku kerja yang dirujuk, atau salin nilainya beserta sumbernya"})
		}
		return true
	})
	if f, ok := b.hiddenParts(c); ok {
		out = append(out, f)
	}
	return slices.CompactFunc(out, func(x, y Finding) bool { return x.Message == y.Message })
}

// hiddenParts tells of numbers out of sight in the ranges of totals.
func (b *book) hiddenParts(c *calc) (Finding, bool) {
	rows, cols := map[int]bool{}, map[int]bool{}
	sheets := map[string]bool{}
	for _, t := range b.totalsOf(c) {
		p := b.pages[t.page]
		if !p.hasHidden {
			continue
		}
		b.work -= p.between(t.area, func(d *cell) bool {
			switch {
			case d.v.Sort != formula.Num || d.v.Num == 0:
			case p.hidden:
				sheets[p.name] = true
			case p.hideRows[int(d.row)]:
				rows[int(d.row)] = true
			case p.isHiddenColumn(int(d.col)):
				cols[int(d.col)] = true
			}
			return true
		})
	}
	var parts []string
	if n := len(rows); n > 0 {
		parts = append(parts, fmt.Sprintf("%d baris", n))
	}
	if n := len(cols); n > 0 {
		parts = append(parts, fmt.Sprintf("%d kolom", n))
	}
	for name := range sheets {
		parts = append(parts, "lembar "+formula.QuoteSheet(name))
	}
	if len(parts) == 0 {
		return Finding{}, false
	}
	slices.Sort(parts)
	return Finding{Severity: Remark, Kind: Hidden, Message: "Totalnya memuat angka yang tersembunyi: " + strings.Join(parts, ", "),
		Remedy: "Tampilkan yang tersembunyi dan periksa apakah memang ikut dihitung"}, true
}

func (p *page) isHiddenColumn(col int) bool { return p.hideCols != nil && p.hideCols[col] }
