package action

import (
	"math/big"
	"strings"

	"spotcheck/indicators"
)

// The sheets.
const (
	sheetGuide = "Petunjuk"
	sheetPlan  = "Rencana aksi"
	sheetPast  = "Dari periode lalu"
	sheetMeta  = "_spotcheck"
)

// columnID is a column of the plan, wherever it stands.
type columnID int

// The columns in the order in which they are written.
const (
	colUnit columnID = iota
	colUnitName
	colCode
	colTitle
	colCondition
	colCriteria
	colCause
	colEffect
	colRemedy
	colRole
	colDue
	colExpected
	colEffort
	colWork
	colLost
	colEntityLost
	colHistory
	colAccepted
	colOwner
	colAgreed
	colReport
	colEvidence
	colStatus
	colDate
	columnCount
)

// keyColumns stay in sight and are printed on every page; secondPage begins what is
// printed on pages of its own.
const (
	keyColumns = int(colTitle) + 1
	secondPage = colEffort
)

// column is one column: its head, its width, its look, the text it is filled with.
// The value of an input is what is known beforehand.
type column struct {
	id    columnID
	head  string
	width float64
	style styleID
	value func(Item) string
}

var columns = [columnCount]column{
	{colUnit, "Kode unit", 10.5, styleCode, func(i Item) string { return i.Unit }},
	{colUnitName, "Unit", 15, styleText, func(i Item) string { return i.UnitName }},
	{colCode, "Kode", 6.5, styleCode, func(i Item) string { return i.Indicator }},
	{colTitle, "Indikator", 17, styleText, func(i Item) string { return i.Title }},
	{colCondition, "Kondisi", 30, styleText, func(i Item) string { return i.Condition }},
	{colCriteria, "Kriteria", 20, styleText, func(i Item) string { return i.Criteria }},
	{colCause, "Sebab", 15, styleInput, nil},
	{colEffect, "Akibat", 22, styleText, func(i Item) string { return i.Effect }},
	{colRemedy, "Rekomendasi", 26, styleText, func(i Item) string { return i.Remedy }},
	{colRole, "Pelaksana (PIC)", 15, styleText, doer},
	{colDue, "Tenggat", 11, styleDay, func(i Item) string { return i.DueText }},
	{colExpected, "Bukti yang diharapkan", 19, styleText, func(i Item) string { return i.Expected }},
	{colEffort, "Upaya", 9, styleText, func(i Item) string { return i.Effort }},
	{colWork, "Hari kerja", 6, styleWhole, nil},
	{colLost, "Poin unit", 6.5, styleNumber, nil},
	{colEntityLost, "Poin pemda", 7, styleNumber, nil},
	{colHistory, "Riwayat", 22, styleText, func(i Item) string { return i.History }},
	{colAccepted, "Diterima", 9, styleChoice, func(i Item) string { return string(i.Accepted) }},
	{colOwner, "Penanggung jawab", 18, styleInput, func(i Item) string { return i.Owner }},
	{colAgreed, "Tenggat yang disepakati", 12, styleInputDay, nil},
	{colReport, "Tindak lanjut", 36, styleInput, nil},
	{colEvidence, "Bukti", 22, styleInput, nil},
	{colStatus, "Status", 16, styleVerdict, nil},
	{colDate, "Tanggal", 11.5, styleVerdictDay, nil},
}

// groups head the columns in parts, each up to its last column.
var groups = [...]struct {
	last  columnID
	text  string
	style styleID
}{
	{colTitle, "", styleGroup},
	{colEffect, "Temuan (Sebab diisi unit)", styleGroup},
	{colExpected, "Rekomendasi", styleGroup},
	{colHistory, "Upaya dan poin", styleGroup},
	{colAgreed, "Kesepakatan (diisi unit)", styleGroupInput},
	{colEvidence, "Tindak lanjut (diisi unit)", styleGroupInput},
	{colDate, "Status (diisi Inspektorat)", styleGroupVerdict},
}

// inputs are the columns that people fill.
var inputs = [...]columnID{colCause, colAccepted, colOwner, colAgreed, colReport, colEvidence, colStatus, colDate}

// fixed are the columns that hold what the instrument says: whoever changes them
// follows up something else.
var fixed = [...]columnID{colTitle, colCriteria, colRemedy, colEffort}

func doer(i Item) string {
	if i.Contact == "" {
		return i.Role
	}
	return i.Role + " (narahubung: " + i.Contact + ")"
}

// number is the value of a column of numbers; nil prints a dash.
func (i Item) number(id columnID) *big.Rat {
	switch {
	case id == colWork && i.Work > 0:
		return big.NewRat(int64(i.Work), 1)
	case id == colLost:
		return i.Lost
	case id == colEntityLost:
		return i.EntityLost
	}
	return nil
}

// fold is how names are compared: spacing and case do not count.
func fold(s string) string { return strings.ToLower(indicators.Squash(s)) }
