package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"spotcheck/indicators"
)

// area is a sheet of questions.
type area struct {
	scope      indicators.Scope
	group      *indicators.Respondents // of people asked; nil in other scopes
	sheet      string
	prefix     string // of the codes of its slots; empty: no slots
	slot, name string // heads of the two columns that tell the slot

	slotWidth, nameWidth float64
}

// The areas that every form may have, and the one for people where all of them
// are of one group.
const (
	sheetUnit        = "Penilaian"
	sheetProducts    = "Produk"
	sheetRespondents = "Responden"
)

// areas are the sheets of questions in the order of the workbook: of the unit, of
// its products, and of every group of people who are asked. What is asked of the
// whole government has none.
func areas(in *indicators.Instrument) []area {
	out := []area{
		{scope: indicators.PerUnit, sheet: sheetUnit},
		{scope: indicators.PerProduct, sheet: sheetProducts, prefix: "P", slot: "Produk", name: "Nama produk", slotWidth: 9, nameWidth: 11},
	}
	names := groupSheets(in.Respondents)
	for i, g := range in.Respondents {
		out = append(out, area{
			scope: indicators.PerRespondent, group: g, sheet: names[i], prefix: g.Code,
			slot: "Responden", name: "Keterangan responden", slotWidth: 11.5, nameWidth: 13,
		})
	}
	return out
}

// groupSheets names the sheets of groups: several by their labels, or all by
// their codes where one of the labels cannot be the name of a sheet.
func groupSheets(groups []*indicators.Respondents) []string {
	if len(groups) == 1 {
		return []string{sheetRespondents}
	}
	taken := []string{sheetGuide, sheetIdentity, sheetLists, sheetMeta, sheetUnit, sheetProducts}
	labels, codes := make([]string, len(groups)), make([]string, len(groups))
	plain := true
	for i, g := range groups {
		labels[i], codes[i] = g.Label, sheetRespondents+" "+g.Code
		plain = plain && nameable(g.Label, taken)
		taken = append(taken, g.Label)
	}
	if plain {
		return labels
	}
	return codes
}

// longestName is how many UTF-16 units the name of a sheet may have.
const longestName = 31

// nameable reports whether a text can name a sheet beside those taken. Excel
// keeps the name History for itself, and an apostrophe would end a reference.
func nameable(text string, taken []string) bool {
	odd := func(r rune) bool { return !unicode.IsPrint(r) || strings.ContainsRune(`:\/?*[]'`, r) }
	return text != "" && text == indicators.Squash(text) && len(utf16.Encode([]rune(text))) <= longestName &&
		!strings.ContainsFunc(text, odd) && fold(text) != "history" &&
		!slices.ContainsFunc(taken, func(name string) bool { return fold(name) == fold(text) })
}

// asks reports whether the questions of n stand in this area.
func (a area) asks(n *indicators.Node) bool { return n.Scope == a.scope && n.Group == a.group }

// sample reports whether the people of the area are a sample: what one of them
// leaves open does not count.
func (a area) sample() bool { return a.group != nil && a.group.Sample }

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
