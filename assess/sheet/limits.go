package sheet

// Limits bounds what one workbook may cost. A field of zero allows nothing, so
// callers start from DefaultLimits.
type Limits struct {
	File  int64 // bytes of the whole file
	Part  int64 // bytes of one inflated part
	Total int64 // bytes of all inflated parts, counted at each read

	Entries int // parts in the zip, read or not, and relationships of one part
	Sheets  int // sheets in the workbook, hidden ones too
	Rows    int // rows with content in one sheet
	Cells   int // cells with content in one sheet; texts in the shared table
	Text    int // characters in one cell
}

// DefaultLimits suits forms and registers of a few thousand rows, with photos.
// Text is the most that Excel itself lets a cell hold.
func DefaultLimits() Limits {
	return Limits{
		File: 32 << 20, Part: 8 << 20, Total: 32 << 20,
		Entries: 5_000, Sheets: 200, Rows: 50_000, Cells: 200_000, Text: 32_767,
	}
}
