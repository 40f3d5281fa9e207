package sheet

// Kind is what sort of value a cell holds.
type Kind uint8

// The kinds. Empty is the zero Cell: nothing there, or an empty text that no
// formula computed.
const (
	Empty   Kind = iota
	Text         // Text is the string, rich text runs joined
	Number       // Text is the number as stored
	Percent      // a number shown under a % format: 0.875 is 87.5 %
	Date         // a number under a date or time format, or an ISO 8601 text
	Bool         // Text is "1" or "0"
	Error        // Text is the error name, such as #N/A
	NoValue      // a formula that was saved without its result
)

// Cell is one cell. Formula says that its value was computed by the program
// that saved the file; Masked that it is a number whose format shows something
// else: words, nothing, or its thousands.
type Cell struct {
	Col     int // 1 is A
	Text    string
	Kind    Kind
	Formula bool
	Masked  bool
}

// Ref is the cell's address in row, such as "B12".
func (c Cell) Ref(row int) string { return Ref(row, c.Col) }

// Row is one row with content; Cells ascend by column and none is Empty.
type Row struct {
	Number int // 1 is the first row
	Hidden bool
	Cells  []Cell
}

// Range is a rectangle of cells, both corners included.
type Range struct{ Top, Left, Bottom, Right int }

// Sheet is the content of one sheet. Rows ascend by number and each has at
// least one cell. In a merged range only the top left cell should have content.
type Sheet struct {
	Name   string
	Rows   []Row
	Merged []Range
}
