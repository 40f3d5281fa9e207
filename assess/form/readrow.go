package form

import (
	"fmt"
	"slices"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// sort puts a row where it belongs, or tells why it belongs nowhere.
func (p *pageReader) sort(rec *record, row sheet.Row, merged bool) {
	k := key{keyText(rec.cells[colCode]), strings.ToUpper(keyText(rec.cells[colSlot]))}
	if !p.asksOf(k.indicator) {
		p.stray(rec, k)
		return
	}
	if !p.hasSlot(k.slot) {
		if first := rec.firstInput(); first.Kind != sheet.Empty {
			p.add(p.noSlot(k.indicator, rec.cells[colSlot], rec.row))
		}
		return
	}
	p.beside(rec, row, k)
	if merged || p.renamed(rec, k) || p.mixed(rec, k) {
		p.spoiled[k] = true
	}
	if old := p.records[k]; old != nil {
		p.spoiled[k] = true
		p.add(problem.New(problem.DuplicateRow, p.at(rec.cells[colCode].Ref(rec.row)),
			"%s sudah ada di baris %d; keduanya tidak dipakai", k, old.row).Seen(k.String()))
		return
	}
	p.records[k] = rec
}

// renamed tells of a row with content that names another product than Identitas
// does for its slot: where the register names the products both were printed
// alike, and nobody knows which of them is meant now.
func (p *pageReader) renamed(rec *record, k key) bool {
	c := rec.cells[colName]
	name := keyText(c)
	first := rec.firstInput()
	if p.scope != indicators.PerProduct || p.identity.open || p.identity.id[k.slot] == "" || name == "" || first.Kind == sheet.Empty {
		return false
	}
	said := p.slots[slices.IndexFunc(p.slots, func(s slot) bool { return s.code == k.slot })].name
	if fold(name) == fold(said) {
		return false
	}
	p.add(problem.New(problem.ProductChanged, p.at(c.Ref(rec.row)),
		"baris %s menyebut produk %q, padahal %s di lembar %s %q; isinya tidak dipakai", k, name, k.slot, sheetIdentity, said).
		Seen(name, said).Fix("Kembalikan nama produk di lembar " + sheetIdentity + " dan lembar ini seperti pada formulir asli"))
	return true
}

// noSlot tells of a row with content for a slot that is not there.
func (p *pageReader) noSlot(indicator string, c sheet.Cell, row int) problem.Problem {
	typed, message := keyText(c), ""
	if typed == "" {
		message = fmt.Sprintf("baris %s berisi jawaban, tetapi kolom %s kosong", indicator, p.area.slot)
	} else {
		message = fmt.Sprintf("baris %s berisi jawaban untuk %q yang tidak ada di lembar %s", indicator, typed, sheetIdentity)
	}
	return problem.New(problem.UnknownProduct, p.at(c.Ref(row)), "%s", message).Seen(typed, p.slotCodes()...).
		Fix(fmt.Sprintf("Pakai kode %s (%s, %s, …) yang tercantum di lembar %s", strings.ToLower(p.area.slot), slotCode(p.prefix, 0), slotCode(p.prefix, 1), sheetIdentity))
}

// String names the row for a person: "A2.1" or "A2.1 untuk P1".
func (k key) String() string {
	if k.slot == "" {
		return k.indicator
	}
	return k.indicator + " untuk " + k.slot
}

func keyText(c sheet.Cell) string {
	if c.Kind == sheet.NoValue || c.Kind == sheet.Error {
		return ""
	}
	return indicators.Squash(c.Text)
}

// ownRowRemedy fits rows of questions that lost their Kode, and rows that people add.
const ownRowRemedy = "Bila itu baris pertanyaan, kembalikan Kodenya seperti pada formulir asli; bila baris tambahan sendiri, misalnya jumlah atau catatan, hapus"

// stray tells of a row with content whose Kode is not asked in this sheet.
func (p *pageReader) stray(rec *record, k key) {
	first := rec.firstInput()
	if first.Kind == sheet.Empty {
		return
	}
	n := p.expect.Instrument.Node(k.indicator)
	place := p.at(rec.cells[colCode].Ref(rec.row))
	switch {
	case k.indicator == "":
		p.add(problem.New(problem.UnknownRow, p.at(first.Ref(rec.row)), "baris %d berisi jawaban atau catatan tanpa Kode", rec.row).
			Seen(p.shown(first)).Fix(ownRowRemedy))
	case n == nil || n.Asking == nil:
		p.add(problem.New(problem.UnknownRow, place, "Kode %q tidak dikenal, padahal barisnya terisi", k.indicator).Seen(k.indicator).
			Fix(ownRowRemedy))
	case n.Within(p.expect.Excluded):
		if rec.answered() {
			p.add(problem.New(problem.NotAsked, place, "%s tidak ditanyakan dalam putaran ini", k.indicator).Seen(p.shown(first)).Fix(excludedRemedy))
		}
	case n.Scope == indicators.PerEntity:
		p.add(problem.New(problem.NotAsked, place, "%s tidak ditanyakan kepada unit; datanya satu untuk seluruh pemerintah daerah", k.indicator).Seen(p.shown(first)).
			Fix("Kosongkan jawabannya; nilainya diisi pada kunci data: di spotcheck.yaml"))
	case !p.area.asks(n):
		p.add(problem.New(problem.UnknownRow, place, "Kode %s bukan milik lembar %s", k.indicator, p.sheet).Seen(k.indicator).
			Fix("Pindahkan jawabannya ke lembar yang memuat Kode itu"))
	default:
		p.add(problem.New(problem.NotAsked, place, "%s tidak ditanyakan kepada jenis unit %q", k.indicator,
			p.expect.Instrument.TypeTitle(p.filled.Unit.Type)).Seen(p.shown(first)))
	}
}

func (p *pageReader) asksOf(id string) bool {
	return slices.ContainsFunc(p.asks, func(n *indicators.Node) bool { return n.ID == id })
}

func (p *pageReader) hasSlot(code string) bool {
	return slices.ContainsFunc(p.slots, func(s slot) bool { return s.code == code })
}

func (p *pageReader) slotCodes() []string {
	var out []string
	for _, s := range p.slots {
		out = append(out, s.code)
	}
	return out
}

// keyOf is the key of an answer.
func (p *pageReader) keyOf(n *indicators.Node, s slot) assess.Key {
	k := assess.Key{Unit: p.filled.Unit.ID, Indicator: n.ID}
	switch p.scope {
	case indicators.PerProduct:
		k.Product = p.identity.id[s.code]
	case indicators.PerRespondent:
		k.Respondent = s.code
	}
	return k
}
