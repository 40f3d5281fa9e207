package audit

import (
	"context"
	"strconv"
	"strings"
	"time"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// MaxCells is the most cells that all sheets of a workbook may hold together.
const MaxCells = 200_000

// Bounds on what formulas may cost: pieces of different formulas that are kept,
// letters that are read, references followed to put formulas in order, and cells
// looked at, once for computing and once for checking.
const (
	maxNodes   = 400_000
	maxLetters = 8 << 20
	maxEdges   = 20_000_000
	maxWork    = 10_000_000
)

// book is a workbook being audited.
type book struct {
	pages     []*page
	byName    map[string]int // by name in lower case
	names     map[string]*formula.Node
	details   *sheet.BookDetails
	date1904  bool
	formulas  []calc
	order     []int32 // formulas after what they refer to
	shapes    map[string]int32
	trees     []*formula.Node // by shape
	nodes     int
	letters   int
	work      int
	edge      [2]int // last row and column with content
	stored    bool   // references see stored values
	findings  []Finding
	told      map[told]bool
	edges     map[rim]bool
	skeletons map[int32]string
	why       map[string]*Unchecked
}

// page is one sheet.
type page struct {
	name     string
	hidden   bool
	lines    []line
	hideRows map[int]bool
	cells    []cell // by row and column
	columns  []column
	filled   []sheet.Range // by array formulas
	details  *sheet.Details
	hideCols []bool // by number

	hasHidden bool // the sheet, or rows or columns of it
}

// line is a row with content: its cells are cells[from:to].
type line struct {
	number   int
	from, to int
}

// column holds the cells of a column: indexes into the cells of its page, and the
// formulas among them with their rows.
type column struct {
	number   int
	cells    []int32
	formulas []int32 // indexes into book.formulas
	rows     []int32 // and their rows
}

// cell is a cell with its stored value; form is 1 + its formula's index, 0 if it
// has none. A formula without stored value is missing.
type cell struct {
	row, col int32
	form     int32
	missing  bool
	v        formula.Value
}

// calc is a formula in a cell. why says why it has not been computed anew.
type calc struct {
	page     int
	cell     int32
	shape    int32 // -1 if it could not be read
	array    bool
	why      string
	value    formula.Value
	known    bool // value has been computed
	used     bool // a formula refers to it
	circular bool
	wrong    bool // its stored value differs
	root     int32
	text     string
}

// load reads all sheets.
func load(ctx context.Context, data []byte, lim sheet.Limits) (*book, error) {
	w, err := sheet.Open(data, lim)
	if err != nil {
		return nil, err
	}
	b := &book{byName: map[string]int{}, shapes: map[string]int32{}, told: map[told]bool{}, skeletons: map[int32]string{}, why: map[string]*Unchecked{}, work: maxEdges, date1904: w.Date1904()}
	if b.details, err = w.Details(); err != nil {
		return nil, err
	}
	total := 0
	for i, info := range w.Sheets() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := w.Inspect(info.Name)
		if err != nil {
			return nil, err
		}
		p := &page{name: info.Name, hidden: info.Hidden, details: d, hideCols: hiddenColumns(d.HiddenCols), hideRows: map[int]bool{}, hasHidden: info.Hidden || len(d.HiddenCols) > 0}
		b.pages = append(b.pages, p)
		b.byName[strings.ToLower(info.Name)] = i
		b.take(p)
		if total += len(p.cells); total > MaxCells {
			return nil, problem.New(problem.TooLarge, problem.Place{Sheet: info.Name}, "lebih dari %d sel berisi di seluruh buku kerja", MaxCells)
		}
		b.takeFormulas(i, d.Formulas)
		p.index(b.formulas)
		d.Formulas, d.Rows = nil, nil
	}
	b.readNames()
	return b, nil
}

// hiddenColumns spreads ranges of columns; nil if there are none.
func hiddenColumns(list []sheet.Range) []bool {
	if len(list) == 0 {
		return nil
	}
	change := make([]int, formula.MaxCol+2)
	for _, r := range list {
		change[r.Left]++
		change[r.Right+1]--
	}
	out := make([]bool, formula.MaxCol+1)
	for col, open := 1, 0; col <= formula.MaxCol; col++ {
		open += change[col]
		out[col] = open > 0
	}
	return out
}

// take copies the cells of a sheet.
func (b *book) take(p *page) {
	for _, row := range p.details.Rows {
		l := line{number: row.Number, from: len(p.cells)}
		if row.Hidden {
			p.hideRows[row.Number], p.hasHidden = true, true
		}
		for _, c := range row.Cells {
			p.cells = append(p.cells, cell{row: int32(row.Number), col: int32(c.Col), missing: c.Kind == sheet.NoValue, v: b.valueOf(c)})
			b.edge[1] = max(b.edge[1], c.Col)
		}
		l.to = len(p.cells)
		p.lines = append(p.lines, l)
		b.edge[0] = max(b.edge[0], row.Number)
	}
}

// valueOf is what a cell holds.
func (b *book) valueOf(c sheet.Cell) formula.Value {
	switch c.Kind {
	case sheet.Text:
		return formula.Value{Sort: formula.Str, Text: c.Text}
	case sheet.Bool:
		v := formula.Value{Sort: formula.Logic}
		if c.Text == "1" {
			v.Num = 1
		}
		return v
	case sheet.Error:
		return formula.Value{Sort: formula.Err, Text: c.Text}
	case sheet.Number, sheet.Percent, sheet.Date:
		f, err := strconv.ParseFloat(c.Text, 64)
		if err != nil {
			f = b.serial(c.Text)
		}
		return formula.Value{Sort: formula.Num, Num: f}
	}
	return formula.Value{}
}

// serial is the number of a date that is stored as ISO 8601.
func (b *book) serial(text string) float64 {
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if b.date1904 {
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Sub(base).Hours() / 24
		}
	}
	t, _ := time.Parse("15:04:05", text)
	return float64(t.Hour()*3600+t.Minute()*60+t.Second()) / 86400
}

// takeFormulas ties formulas to their cells and reads each different one once.
func (b *book) takeFormulas(at int, list []sheet.Formula) {
	p := b.pages[at]
	for _, f := range list {
		i := p.find(f.Row, f.Col)
		if i < 0 {
			continue
		}
		c := calc{page: at, cell: int32(i), shape: -1, array: f.Array, text: f.Text, root: -1}
		c.shape, c.why = b.shapeOf(f)
		if f.Array && c.why == "" {
			c.why = formula.WhyArray
		}
		if f.Area.Bottom > 0 {
			p.filled = append(p.filled, f.Area)
		}
		b.formulas = append(b.formulas, c)
		p.cells[i].form = int32(len(b.formulas))
	}
}

// shapeOf reads a formula; the number of its shape is -1, with the reason, if it
// cannot be read.
func (b *book) shapeOf(f sheet.Formula) (shape int32, why string) {
	if f.Text == "" {
		return -1, "berkas tidak memuat isi rumusnya"
	}
	if b.letters += len(f.Text); b.letters > maxLetters || b.nodes > maxNodes {
		return -1, formula.WhyWork
	}
	n, err := formula.Parse(f.Text, f.AtRow, f.AtCol)
	if err != nil {
		return -1, err.Error()
	}
	key := n.Shape()
	if known, ok := b.shapes[key]; ok {
		return known, ""
	}
	b.nodes += n.Size()
	b.trees = append(b.trees, n)
	b.shapes[key] = int32(len(b.trees) - 1)
	return int32(len(b.trees) - 1), ""
}

// readNames reads the defined names. A name of a sheet is kept under both.
func (b *book) readNames() {
	b.names = map[string]*formula.Node{}
	for _, n := range b.details.Names {
		if b.letters += len(n.Text); b.letters > maxLetters || b.nodes > maxNodes {
			return
		}
		tree, err := formula.Parse(n.Text, 1, 1)
		if err != nil || !fixed(tree) {
			continue
		}
		b.nodes += tree.Size()
		b.names[strings.ToLower(n.Sheet+"!"+n.Name)] = tree
	}
}

// fixed reports whether a name means the same wherever it is used.
func fixed(n *formula.Node) bool {
	ok := true
	n.Walk(func(m *formula.Node) bool {
		if r := m.Ref; r != nil {
			moves := !r.Rows && !(r.From.AbsCol && r.To.AbsCol) || !r.Columns && !(r.From.AbsRow && r.To.AbsRow)
			ok = ok && !moves && r.Sheet != ""
		}
		return ok
	})
	return ok
}
