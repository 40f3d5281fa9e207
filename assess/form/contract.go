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
