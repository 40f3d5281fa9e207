package form

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// styleID is a kind of cell by its looks; pen turns it into a style of a file.
type styleID int

const (
	plain styleID = iota
	styleTitle
	styleSubtitle
	styleRemark
	styleHead
	styleHeadVerify
	styleHeadEdge // the first column of the inspektorat, behind a thick line
	styleGroup
	styleGroupVerify
	styleGroupEdge
	styleSection
	styleSectionEdge
	styleSubsection
	styleSubsectionEdge
	styleText
	styleStrong
	styleCode
	styleInput
	styleInputChoice
	styleInputNumber
	styleVerify
	styleVerifyEdge
	styleVerifyEdgeNumber
	styleStatus
	styleGuide
	styleGuideStrong
	styleLegend
	styleStep
	styleField
	styleFieldStrong
	styleFieldCode
	styleFieldInput
	styleFieldVerify
	styleHint
	styleCount
)

// The colours. Meaning is never told by a colour alone: every one goes with a
// head or a word.
const (
	inkDark    = "1F2A3C"
	inkWhite   = "FFFFFF"
	inkGrey    = "6B7280"
	fillHead   = "1F3864"
	fillVerify = "1E5B4F"
	fillGroup  = "D9E2F0"
	fillGreen  = "D5E8DF"
	fillStrip  = "D9DCE1"
	fillLight  = "EFF1F4"
	fillInput  = "FFF8DC"
	fillCheck  = "E8F4EC"
	lineGrey   = "AEB6C2"
)

// look describes a style. num 49 is the text format, which keeps Excel from
// turning what people type into dates and numbers.
type look struct {
	size           float64
	bold, wrap     bool
	ink, fill      string
	border, edge   bool
	center, middle bool
	right, indent  bool
	unlocked       bool
	num            int
}

var looks = [styleCount]look{
	plain:                 {size: 10, ink: inkDark},
	styleTitle:            {size: 15, bold: true, ink: fillHead, middle: true},
	styleSubtitle:         {size: 10, ink: inkDark, middle: true},
	styleRemark:           {size: 10, ink: inkGrey, middle: true},
	styleHead:             {size: 10, bold: true, ink: inkWhite, fill: fillHead, border: true, wrap: true, center: true, middle: true},
	styleHeadVerify:       {size: 10, bold: true, ink: inkWhite, fill: fillVerify, border: true, wrap: true, center: true, middle: true},
	styleHeadEdge:         {size: 10, bold: true, ink: inkWhite, fill: fillVerify, border: true, edge: true, wrap: true, center: true, middle: true},
	styleGroup:            {size: 10, bold: true, ink: fillHead, fill: fillGroup, middle: true},
	styleGroupVerify:      {size: 10, bold: true, ink: fillVerify, fill: fillGreen, wrap: true, middle: true, center: true},
	styleGroupEdge:        {size: 10, bold: true, ink: fillVerify, fill: fillGreen, edge: true, wrap: true, middle: true, center: true},
	styleSection:          {size: 11, bold: true, ink: inkDark, fill: fillStrip, middle: true, indent: true},
	styleSectionEdge:      {size: 11, bold: true, ink: inkDark, fill: fillStrip, edge: true, middle: true, indent: true},
	styleSubsection:       {size: 10, bold: true, ink: inkDark, fill: fillLight, middle: true, indent: true},
	styleSubsectionEdge:   {size: 10, bold: true, ink: inkDark, fill: fillLight, edge: true, middle: true, indent: true},
	styleText:             {size: 10, ink: inkDark, border: true, wrap: true},
	styleStrong:           {size: 10, bold: true, ink: inkDark, fill: fillLight, border: true, wrap: true},
	styleCode:             {size: 10, bold: true, ink: inkDark, border: true, wrap: true, center: true},
	styleInput:            {size: 10, ink: inkDark, fill: fillInput, border: true, wrap: true, unlocked: true, num: 49},
	styleInputChoice:      {size: 10, bold: true, ink: inkDark, fill: fillInput, border: true, wrap: true, unlocked: true, num: 49},
	styleInputNumber:      {size: 10, bold: true, ink: inkDark, fill: fillInput, border: true, wrap: true, unlocked: true},
	styleVerify:           {size: 10, ink: inkDark, fill: fillCheck, border: true, wrap: true, unlocked: true, num: 49},
	styleVerifyEdge:       {size: 10, bold: true, ink: inkDark, fill: fillCheck, border: true, edge: true, wrap: true, unlocked: true, num: 49},
	styleVerifyEdgeNumber: {size: 10, bold: true, ink: inkDark, fill: fillCheck, border: true, edge: true, wrap: true, unlocked: true},
	styleStatus:           {size: 9, bold: true, ink: inkDark, border: true, center: true},
	styleGuide:            {size: 11, ink: inkDark, wrap: true, indent: true},
	styleGuideStrong:      {size: 11, bold: true, ink: inkDark, wrap: true, indent: true},
	styleLegend:           {size: 10, bold: true, ink: inkDark, border: true, center: true, middle: true},
	styleStep:             {size: 11, bold: true, ink: inkDark, right: true},
	styleField:            {size: 10, ink: inkDark, border: true, wrap: true, middle: true, indent: true},
	styleFieldStrong:      {size: 10, bold: true, ink: inkDark, fill: fillLight, border: true, wrap: true, middle: true, indent: true},
	styleFieldCode:        {size: 10, bold: true, ink: inkDark, border: true, middle: true, indent: true},
	styleFieldInput:       {size: 10, ink: inkDark, fill: fillInput, border: true, wrap: true, middle: true, indent: true, unlocked: true, num: 49},
	styleFieldVerify:      {size: 10, ink: inkDark, fill: fillCheck, border: true, wrap: true, middle: true, indent: true, unlocked: true, num: 49},
	styleHint:             {size: 10, ink: inkGrey, border: true, wrap: true, middle: true, indent: true},
}

// style is the look in the words of excelize.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Color: l.ink},
		Alignment:  &excelize.Alignment{WrapText: l.wrap, Vertical: "top"},
		Protection: &excelize.Protection{Locked: !l.unlocked},
		NumFmt:     l.num,
	}
	if l.middle {
		s.Alignment.Vertical = "center"
	}
	if l.center {
		s.Alignment.Horizontal = "center"
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.indent {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: lineGrey, Style: 1})
		}
	}
	if l.edge {
		if l.border {
			s.Border = s.Border[1:]
		}
		s.Border = append(s.Border, excelize.Border{Type: "left", Color: fillVerify, Style: 5})
	}
	return s
}

// font is the look of a run of text in a cell, as the format writes it.
func (l look) font(bold bool) string {
	weight := ""
	if bold {
		weight = `<b val="1"></b>`
	}
	const swiss = 2 // the family of Arial
	return fmt.Sprintf(`<rPr><rFont val="%s"></rFont><family val="%d"></family>%s<color rgb="FF%s"></color><sz val="%v"></sz></rPr>`,
		fontName, swiss, weight, l.ink, l.size)
}

// mark is how a word in the column Status is set off.
type mark struct {
	word, about string
	ink, fill   string
}

var marks = [...]mark{
	{statusMissing, "Jawaban belum diisi; dihitung sebagai nilai terendah.", "8A4B00", "FCE4B8"},
	{statusAnswered, "Jawaban sudah diisi.", "1E5B4F", "D5E8DF"},
	{statusNA, "Tidak berlaku, alasannya sudah ditulis.", "3B4A6B", "DDE4F2"},
	{statusReason, "TB dipilih, tetapi alasannya belum ditulis di kolom Catatan.", "9B1C1C", "F8D7D7"},
	{statusName, "Jawaban ada, tetapi nama produk di lembar Identitas belum diisi.", "9B1C1C", "F8D7D7"},
	{statusCheck, "TB tidak diperbolehkan untuk indikator ini; pilih salah satu nilai.", "9B1C1C", "F8D7D7"},
	{statusUnused, "Produk atau responden ini tidak dipakai; biarkan kosong.", inkGrey, fillLight},
}
