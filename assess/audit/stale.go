package audit

import (
	"fmt"

	"spotcheck/assess/audit/formula"
)

// staleValues compares stored values with computed ones. A formula whose stored
// value does follow from the stored values it refers to is a follower.
func (b *book) staleValues(r *Report) {
	roots := map[int32]int{} // finding of a root
	var results []int32      // followers that nothing refers to
	for _, f := range b.order {
		c := &b.formulas[f]
		at := b.cellOf(c)
		if c.known {
			r.Recalculated++
		}
		if at.missing {
			continue
		}
		r.Stored++
		if !c.known || at.v.Sort == formula.Err || b.agrees(c, at.v, c.value) {
			continue
		}
		c.wrong, c.root = true, b.rootOf(c, func(d *calc) bool { return d.wrong })
		if c.root < 0 || !b.followsStored(c, at.v) {
			c.root = f
			roots[f] = b.add(b.stale(c), c.page, int(at.row), int(at.col))
			continue
		}
		r.Followers++
		b.follow(roots[c.root])
		if !c.used {
			results = append(results, f)
		}
	}
	for _, f := range results {
		c := &b.formulas[f]
		at, s := b.cellOf(c), b.stale(c)
		s.Message = fmt.Sprintf("Hasil akhir ini ikut salah karena %s", b.refOf(&b.formulas[c.root], c.page))
		s.Remedy = "Perbaiki sel itu lebih dulu, lalu hitung ulang"
		b.add(s, c.page, int(at.row), int(at.col))
	}
}

func (b *book) stale(c *calc) Finding {
	return Finding{Severity: Wrong, Kind: Stale, Formula: b.textOf(c), Found: b.cellOf(c).v.Show(), Expected: c.value.Show(),
		Message: "Nilai tersimpan tidak sama dengan hasil rumusnya",
		Remedy:  "Buka di Excel, tekan Ctrl+Alt+F9, simpan; jangan kutip angka lama"}
}

// followsStored reports whether a stored value is what the formula gives from
// stored values.
func (b *book) followsStored(c *calc, v formula.Value) bool {
	b.stored = true
	defer func() { b.stored = false }()
	w, why := formula.Compute(b.trees[c.shape], b.place(c), b, &b.work)
	return why == "" && b.agrees(c, v, w)
}

// rootOf is the root of the first formula that c refers to and that is so; -1 if
// there is none.
func (b *book) rootOf(c *calc, so func(*calc) bool) int32 {
	for _, s := range b.needs(c) {
		for _, f := range s.formulas {
			if b.work--; b.work < 0 {
				return -1
			}
			if d := &b.formulas[f]; so(d) {
				return d.root
			}
		}
	}
	return -1
}

// noStored notes formulas without stored value: one by one where they are the
// exception, in one line where the whole workbook was saved so.
func (b *book) noStored(r *Report) {
	missing := 0
	for i := range b.formulas {
		if b.cellOf(&b.formulas[i]).missing {
			missing++
		}
	}
	if missing == 0 {
		return
	}
	if missing == len(b.formulas) {
		b.findings = append(b.findings, Finding{Severity: Remark, Kind: NoStored, page: -1,
			Message: fmt.Sprintf("Tidak satu pun dari %d rumus menyimpan hasilnya; berkas ini ditulis program yang tidak menghitung", missing),
			Remedy:  "Buka di Excel lalu simpan; yang dapat diperiksa hanya rumusnya"})
		return
	}
	first := map[string]int{} // finding of a sheet's first
	for i := range b.formulas {
		c := &b.formulas[i]
		at := b.cellOf(c)
		if !at.missing {
			continue
		}
		f := Finding{Severity: Remark, Kind: NoStored, Formula: b.textOf(c), Expected: c.value.Show(), Message: "Rumus tanpa nilai tersimpan",
			Remedy: "Buka di Excel, hitung ulang, lalu simpan"}
		if !c.known {
			f.Severity, f.Expected, f.Message = Doubtful, "", "Rumus tanpa nilai tersimpan, dan tidak dapat dihitung ulang"
		}
		key := fmt.Sprint(c.page, c.known)
		k, ok := first[key]
		if !ok {
			first[key] = b.add(f, c.page, int(at.row), int(at.col))
		} else if k >= 0 {
			b.findings[k].more++
		}
	}
}
