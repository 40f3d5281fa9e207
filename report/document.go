package report

// Document is one report, ready to draw.
type Document struct {
	Title, Subject string
	Author         string      // the office that reports
	Date           string      // ISO date of the report; "" when the round names none
	Paper          Paper       // of every page
	Mark           string      // big and pale across every page, "SEMENTARA"; "" for none
	Head           *Letterhead // at the top of the first page; nil for none
	Footer         string      // at the foot of every page, beside "halaman x dari y"
	Sections       []Section
}

// Paper is a page size.
type Paper string

// The papers of Indonesian offices: 210 x 297 mm and 215 x 330 mm.
const (
	A4 Paper = "A4"
	F4 Paper = "F4"
)

// Size is width and height in millimetres, upright.
func (p Paper) Size() (width, height float64) {
	if p == F4 {
		return 215, 330
	}
	return 210, 297
}

// Letterhead is the head of an official letter.
type Letterhead struct{ Government, Office, Address, Contact string }

// Section is a chapter of a PDF, or a sheet of a workbook.
type Section struct {
	Title     string
	Sheet     string // name of the sheet, at most 31 characters; "" takes Title
	Landscape bool
	NewPage   bool // begins on a new page
	Blocks    []Block
}

// Block is one of the types below.
type Block interface{ block() }

// Heading stands above blocks of its section; Level 1 or 2. A renderer keeps it
// on the page of what follows.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Text  string
	Style Style
}

// Style is how a paragraph stands out.
type Style string

// The styles: plain text, the sentence that answers the reader's question, small
// print, a boxed warning.
const (
	Plain  Style = ""
	Lead   Style = "lead"
	Small  Style = "small"
	Notice Style = "notice"
)

// List is a list of short texts, numbered or with dots.
type List struct {
	Numbered bool
	Items    []string
}

// Fields is a small two-column list of names and values (who, what, when).
type Fields []Field

// Field is one line of Fields.
type Field struct{ Name, Value string }

// Figures are the key numbers in boxes side by side, at most four in a row.
type Figures []Figure

// Figure is one box: a small label, a big value, a note below.
type Figure struct {
	Label, Value, Note string
	Tone               Tone
}

// Bars is a horizontal bar chart with values from 0 to Max.
type Bars struct {
	Title  string
	Axis   string // what the values are
	Max    float64
	Items  []Bar
	Limits []Limit // thin vertical lines with a name
}

// Bar is one bar; Text is its value as read, with its meaning: "87,23  B hijau".
type Bar struct {
	Label string
	Value float64
	Text  string
	Tone  Tone
}

// Limit is a line across a chart at a threshold.
type Limit struct {
	Value float64
	Label string
}

// Table is a table with a head that repeats on every page.
type Table struct {
	Title   string // above the table; "" for none
	Note    string // below it
	Columns []Column
	Rows    []Row
	Frozen  int  // workbook: columns that stay in sight; the head always does
	Filter  bool // workbook: filter arrows on the head
}

// Column describes a column of a Table.
type Column struct {
	Title   string
	Width   float64 // in characters of the body font, roughly
	Align   Align
	Choices []string // workbook: a drop-down in every cell of the column
}

// Align places text in a cell.
type Align string

// The alignments.
const (
	Left   Align = ""
	Center Align = "center"
	Right  Align = "right"
)

// Row is a line of a Table. A Group row is a subheading over its whole width,
// with its text in the first cell; a Strong row is a total.
type Row struct {
	Cells  []Cell
	Group  bool
	Strong bool
	Level  int // indentation of the first cell, from 0
}

// Cell is one cell. Text is what is read. Number, when set, is the same value for
// a workbook; Formula computes it live there from other cells of the document,
// which it names in braces: "{a}*{b}/{c}". Name makes this cell nameable; names
// are unique in a document.
type Cell struct {
	Text    string
	Number  *Number
	Formula string
	Name    string
	Tone    Tone
	Input   bool // workbook: meant to be changed by the reader
}

// Number is a value with the number of decimals to show.
type Number struct {
	Value    float64
	Decimals int
	Percent  bool // Value 0.5 shows as 50%
}

// Heat is the matrix of units and indicators. It reads in greyscale: every cell
// has its letter.
type Heat struct {
	Title   string
	Corner  string // head of the row labels
	Columns []HeatColumn
	Rows    []HeatRow
	Legend  []Legend
}

// HeatColumn is one indicator: its code, its title, and the group it stands in.
type HeatColumn struct{ Code, Title, Group string }

// HeatRow is one unit. Lead are cells before the matrix (score, zone).
type HeatRow struct {
	Label string
	Lead  []Cell
	Cells []HeatCell
}

// HeatCell is one letter with its tone; both empty where nothing was asked.
type HeatCell struct {
	Letter string
	Tone   Tone
}

// Legend explains a letter.
type Legend struct {
	Letter, Meaning string
	Tone            Tone
}

// Strip is one bar per variable, labelled, for a single unit: where do we stand.
type Strip struct {
	Title string
	Items []StripItem
}

// StripItem is one variable: Value from 0 to 100 and its text.
type StripItem struct {
	Label string
	Value float64
	Text  string
	Tone  Tone
}

// Card is one finding of a unit: what the law asks, what was seen, what to do.
type Card struct {
	Code, Title string
	Badge       string // points to regain: "+3,20 poin"
	Tone        Tone
	Fields      []Field
}

// Signatures stand side by side, kept together on one page.
type Signatures []Signature

// Signature is one signing party. Missing parts print as dotted lines.
type Signature struct {
	Above     []string // place and date, "Mengetahui", the office held
	Name      string
	Rank, NIP string
}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Fields) block()     {}
func (Figures) block()    {}
func (Bars) block()       {}
func (Table) block()      {}
func (Heat) block()       {}
func (Strip) block()      {}
func (Card) block()       {}
func (Signatures) block() {}
