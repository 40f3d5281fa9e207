package action

import "github.com/xuri/excelize/v2"

// styleID is a kind of cell by its looks.
type styleID int

const (
	stylePlain styleID = iota
	styleTitle
	styleSubtitle
	styleNote
	styleGroup
	styleGroupInput
	styleGroupVerdict
	styleHead
	styleHeadInput
	styleHeadVerdict
	styleText
	styleCode
	styleNumber
	styleWhole
	styleDay
	styleInput
	styleChoice
	styleInputDay
	styleVerdict
	styleVerdictDay
	styleSection
	styleProse
	styleSign
	styleCount
)

const fontName = "Arial"

// The colours. Meaning is never told by a colour alone: every one goes with a head.
const (
	inkDark     = "1F2A3C"
	inkWhite    = "FFFFFF"
	inkGrey     = "6B7280"
	fillHead    = "1F3864"
	fillInput   = "FFF8DC"
	fillVerdict = "E8F4EC"
	fillGroup   = "D9E2F0"
	fillYellow  = "F3E3A6"
	fillGreen   = "D5E8DF"
	headInput   = "7A5C00"
	headVerdict = "1E5B4F"
	lineGrey    = "AEB6C2"
)

// shortDay shows a day as 30 Sep 2026, whatever the language of the office program.
const shortDay = "[$-421]d mmm yyyy"

// Numbers of the formats that every workbook has.
const (
	formatWhole = 1
	formatTwo   = 2 // decimals
	formatText  = 49
)

// look describes a style. The text format keeps Excel from turning what people type
// into numbers.
type look struct {
	size           float64
	bold, wrap     bool
	ink, fill      string
	border, center bool
	middle, right  bool
	unlocked       bool
	format         int
	day            bool
}

var looks = [styleCount]look{
	stylePlain:        {size: 9, ink: inkDark},
	styleTitle:        {size: 14, bold: true, ink: fillHead, middle: true},
	styleSubtitle:     {size: 10, ink: inkDark, middle: true},
	styleNote:         {size: 9, ink: inkGrey, middle: true},
	styleGroup:        {size: 9, bold: true, ink: fillHead, fill: fillGroup, middle: true},
	styleGroupInput:   {size: 9, bold: true, ink: headInput, fill: fillYellow, middle: true},
	styleGroupVerdict: {size: 9, bold: true, ink: headVerdict, fill: fillGreen, middle: true},
	styleHead:         {size: 9, bold: true, ink: inkWhite, fill: fillHead, border: true, wrap: true, center: true, middle: true},
	styleHeadInput:    {size: 9, bold: true, ink: inkWhite, fill: headInput, border: true, wrap: true, center: true, middle: true},
	styleHeadVerdict:  {size: 9, bold: true, ink: inkWhite, fill: headVerdict, border: true, wrap: true, center: true, middle: true},
	styleText:         {size: 9, ink: inkDark, border: true, wrap: true},
	styleCode:         {size: 9, bold: true, ink: inkDark, border: true, wrap: true},
	styleNumber:       {size: 9, ink: inkDark, border: true, right: true, format: formatTwo},
	styleWhole:        {size: 9, ink: inkDark, border: true, right: true, format: formatWhole},
	styleDay:          {size: 9, ink: inkDark, border: true, wrap: true, center: true, day: true},
	styleInput:        {size: 9, ink: inkDark, fill: fillInput, border: true, wrap: true, unlocked: true, format: formatText},
	styleChoice:       {size: 9, bold: true, ink: inkDark, fill: fillInput, border: true, wrap: true, center: true, unlocked: true, format: formatText},
	styleInputDay:     {size: 9, ink: inkDark, fill: fillInput, border: true, wrap: true, center: true, unlocked: true, day: true},
	styleVerdict:      {size: 9, bold: true, ink: inkDark, fill: fillVerdict, border: true, wrap: true, unlocked: true, format: formatText},
	styleVerdictDay:   {size: 9, ink: inkDark, fill: fillVerdict, border: true, wrap: true, center: true, unlocked: true, day: true},
	styleSection:      {size: 11, bold: true, ink: fillHead, fill: fillGroup, middle: true},
	styleProse:        {size: 10, ink: inkDark, wrap: true},
	styleSign:         {size: 10, bold: true, ink: inkDark, wrap: true},
}

// style is the look in the words of excelize.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Color: l.ink},
		Alignment:  &excelize.Alignment{WrapText: l.wrap, Vertical: "top"},
		Protection: &excelize.Protection{Locked: !l.unlocked},
		NumFmt:     l.format,
	}
	if l.day {
		code := shortDay
		s.CustomNumFmt = &code
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
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		if l.border {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: lineGrey, Style: 1})
		}
	}
	return s
}

// marks set off the classes in the column Status.
var marks = map[Status]excelize.Style{
	Fulfilled:  mark("1E5B4F", "C5E3D2"),
	Partly:     mark("8A4B00", "FCE4B8"),
	Untouched:  mark("9B1C1C", "F8D7D7"),
	Impossible: mark("3B4A6B", "DDE4F2"),
}

func mark(ink, fill string) excelize.Style {
	return excelize.Style{Font: &excelize.Font{Bold: true, Color: ink}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}}
}
