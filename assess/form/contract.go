package form

import (
	"strings"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Schema names the form's contract; it is written into every form.
const Schema = "spotcheck/form/v1"

// The sheets beside the areas.
const (
	sheetGuide    = "Petunjuk"
	sheetIdentity = "Identitas"
	sheetLists    = "_daftar"
	sheetMeta     = "_spotcheck"
)

// What the column Status says of a row.
const (
	statusMissing  = "KOSONG"
	statusAnswered = "terisi"
	statusNA       = indicators.NAText
	statusReason   = "ALASAN?"
	statusName     = "NAMA?"
	statusCheck    = "PERIKSA"
	statusUnused   = "–"
)

// area is a sheet of questions.
type area struct {
	scope      indicators.Scope
	sheet      string
	prefix     string // of the codes of its slots; empty: no slots
	slot, name string // heads of the two columns that tell the slot

	slotWidth, nameWidth float64
}

// areas are the sheets of questions in the order of the workbook.
var areas = [...]area{
	{scope: indicators.PerUnit, sheet: "Penilaian"},
	{scope: indicators.PerProduct, sheet: "Produk", prefix: "P", slot: "Produk", name: "Nama produk", slotWidth: 9, nameWidth: 11},
	{scope: indicators.PerRespondent, sheet: "Responden", prefix: "R", slot: "Responden", name: "Keterangan responden", slotWidth: 11.5, nameWidth: 13},
}

// columnID is a column of an area, wherever it stands.
type columnID int

// The columns in the order in which they are written.
const (
	colCode columnID = iota
	colSlot
	colName
	colTitle
	colLook
	colLevels
	colAnswer
	colEvidence
	colNote
	colStatus
	colVerdict
	colVerdictNote
	columnCount
)

// column is one column of an area: what heads it, how wide it is in areas
// without and with slots, whether the reader needs it.
type column struct {
	id           columnID
	head         string
	plain, slots float64
	read         bool
}

var allColumns = [columnCount]column{
	{colCode, "Kode", 6.5, 6.5, true},
	{colSlot, "", 0, 0, true},
	{colName, "", 0, 0, false},
	{colTitle, "Indikator", 24, 20.5, false},
	{colLook, "Yang dilihat di lapangan", 28, 23.5, false},
	{colLevels, "Pilihan jawaban", 40, 53.5, false},
	{colAnswer, "Jawaban", 13, 12.5, true},
	{colEvidence, "Bukti", 11.5, 10, true},
	{colNote, "Catatan / alasan TB", 12, 10.5, true},
	{colStatus, "Status", 9.5, 9.5, false},
	{colVerdict, "Hasil verifikasi", 12.5, 11.5, true},
	{colVerdictNote, "Catatan verifikasi", 12, 11, true},
}

// columns are the columns of the area in writing order.
func (a area) columns() []column {
	out := make([]column, 0, columnCount)
	for _, c := range allColumns {
		switch {
		case a.prefix == "" && (c.id == colSlot || c.id == colName):
			continue
		case c.id == colSlot:
			c.head, c.slots = a.slot, a.slotWidth
		case c.id == colName:
			c.head, c.slots = a.name, a.nameWidth
		case c.id == colLevels:
			c.slots -= a.slotWidth + a.nameWidth // all areas are of one width
		}
		out = append(out, c)
	}
	return out
}

// The heads of the sheet Identitas.
const (
	headField = "Butir"
	headValue = "Isian"
	headHint  = "Petunjuk pengisian"
)

// field is one row of Identitas. A field with a mismatch code is locked and has
// to be what the round expects, or with a changed code is worth a warning when it
// is not; take stores what the others hold.
type field struct {
	label, hint string
	verifier    bool
	mismatch    problem.Code
	changed     problem.Code
	value       func(Spec) string
	take        func(*Filled, string)
}

var fields = [...]field{
	{label: "Pemerintah daerah", mismatch: problem.WrongEntity, value: func(s Spec) string { return s.Entity }},
	{label: "Periode", mismatch: problem.WrongPeriod, value: func(s Spec) string { return s.Period }},
	{
		label: "Kode unit", hint: "Terkunci; formulir ini hanya berlaku untuk unit dan periode ini.", mismatch: problem.UnknownUnit,
		value: func(s Spec) string { return s.Unit.ID },
	},
	{label: "Nama unit", changed: problem.UnitNameChanged, value: func(s Spec) string { return s.Unit.Name }},
	{label: "Jenis unit", value: func(s Spec) string { return s.Instrument.TypeTitle(s.Unit.Type) }},
	{
		label: "Kepala unit", hint: "Nama lengkap dengan gelar.",
		value: func(s Spec) string { return s.Unit.Head }, take: func(f *Filled, v string) { f.Unit.Head = v },
	},
	{
		label: "Jabatan", hint: "Contoh: Kepala Dinas, Direktur RSUD, Camat.",
		value: func(s Spec) string { return s.Unit.HeadTitle }, take: func(f *Filled, v string) { f.Unit.HeadTitle = v },
	},
	{
		label: "NIP", hint: "NIP kepala unit, 18 angka.",
		value: func(s Spec) string { return s.Unit.NIP }, take: func(f *Filled, v string) { f.Unit.NIP = v },
	},
	{
		label: "Narahubung (PIC)", hint: "Pegawai yang dapat menjelaskan isi formulir ini.",
		value: func(s Spec) string { return s.Unit.PIC }, take: func(f *Filled, v string) { f.Unit.PIC = v },
	},
	{
		label: "Kontak", hint: "Nomor telepon kantor atau surel dinas.",
		value: func(s Spec) string { return s.Unit.Contact }, take: func(f *Filled, v string) { f.Unit.Contact = v },
	},
	{label: "Tanggal pengisian", hint: "Contoh: 16 Maret 2026.", take: func(f *Filled, v string) { f.FilledOn = v }},
	{label: "Diisi oleh", hint: "Nama dan jabatan pengisi.", take: func(f *Filled, v string) { f.FilledBy = v }},
	{
		label: "Nama verifikator", hint: "Diisi tim verifikasi Inspektorat.", verifier: true,
		take: func(f *Filled, v string) { f.Verifier = v },
	},
	{
		label: "Tanggal verifikasi", hint: "Contoh: 16 Maret 2026.", verifier: true,
		take: func(f *Filled, v string) { f.VerifiedOn = v },
	},
}

// metaKey is one row of the hidden identity; schema and unit are judged apart.
type metaKey struct {
	key, noun string
	mismatch  problem.Code
	value     func(Spec) string
}

const (
	metaSchema = "schema"
	metaUnit   = "unit"
)

var metaKeys = [...]metaKey{
	{metaSchema, "skema", problem.NotAForm, func(Spec) string { return Schema }},
	{"instrument", "instrumen", problem.WrongInstrument, func(s Spec) string { return s.Instrument.ID }},
	{"version", "versi instrumen", problem.WrongVersion, func(s Spec) string { return s.Instrument.Version }},
	{"digest", "isi instrumen", problem.WrongVersion, func(s Spec) string { return s.Instrument.Digest }},
	{"entity", "pemerintah daerah", problem.WrongEntity, func(s Spec) string { return s.Entity }},
	{"period", "periode", problem.WrongPeriod, func(s Spec) string { return s.Period }},
	{metaUnit, "unit", problem.UnknownUnit, func(s Spec) string { return s.Unit.ID }},
}

// fold is how names are compared: spacing and case do not count.
func fold(s string) string { return strings.ToLower(indicators.Squash(s)) }
