package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
	"spotcheck/indicators/format"
	"spotcheck/indicators/problem"
)

// Write writes an instrument as a workbook. Equal instruments give equal bytes.
// file is where v was read; the error, a problem at its line there, says what a
// workbook would not give back.
func Write(w io.Writer, file string, v format.Value) error {
	v = format.Trim(v)
	all, rs := sections(format.Root.SideOf(v)), rows{}
	rs.spread(all[0], rs.add(all[0]), format.Root, "", v)
	p := &pen{File: excelize.NewFile(), lists: listsOf(all)}
	defer p.Close()
	p.prepare(all)
	p.guide(all)
	p.head(all[0], rs[all[0]][0])
	for _, s := range all[1:] {
		p.section(s, rs[s])
	}
	var out bytes.Buffer
	p.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return growing{zip.NewWriter(w)} })
	if p.do(p.Write(&out)); p.err != nil {
		return fmt.Errorf("buku kerja: %w", p.err)
	}
	if err := same(file, v, out.Bytes()); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// same reads back what was written.
func same(file string, v format.Value, data []byte) error {
	back, list := Read(file, data)
	lost, ok := differ(v, format.Trim(back))
	switch {
	case len(list) > 0:
		return problem.New(problem.BookLossy, problem.Place{File: file}, "%s (%s)", list[0].Message, list[0].In("").Where())
	case !ok:
		at := problem.Place{File: file, Cell: lost.At.Cell}
		return problem.New(problem.BookLossy, at, "%q tidak dapat disimpan utuh di satu sel", lost.Name).Seen(lost.Text)
	}
	return nil
}

// differ finds the smallest part of a that is not the same in b.
func differ(a, b format.Value) (format.Value, bool) {
	for i := range min(len(a.Items), len(b.Items)) {
		if lost, ok := differ(a.Items[i], b.Items[i]); !ok {
			return lost, false
		}
	}
	return a, a.Name == b.Name && a.Text == b.Text && len(a.Items) == len(b.Items)
}

// pen writes cells and keeps the first error.
type pen struct {
	*excelize.File
	err    error
	styles [styleCount]int
	lists  map[string]string // ranges with the names that a column may refer to
}

func (p *pen) do(err error) {
	if p.err == nil {
		p.err = err
	}
}

// prepare makes the sheets, the styles and the properties, which are always the
// same.
func (p *pen) prepare(all []*section) {
	const stamp = "2000-01-01T00:00:00Z"
	size := 10.0
	p.Styles.Fonts.Font[0].Sz.Val = &size // column widths count in digits of this font
	p.do(p.SetDefaultFont(fontName))
	p.do(p.SetAppProps(&excelize.AppProperties{Application: "spotcheck"}))
	p.do(p.SetDocProps(&excelize.DocProperties{Creator: "spotcheck", LastModifiedBy: "spotcheck", Created: stamp, Modified: stamp, Title: "Instrumen spotcheck", Language: "id-ID"}))
	for i := range p.styles {
		id, err := p.NewStyle(styleOf(styleID(i)))
		p.styles[i] = id
		p.do(err)
	}
	p.do(p.SetSheetName("Sheet1", guideSheet))
	for _, s := range inReadingOrder(all) {
		_, err := p.NewSheet(s.sheet)
		p.do(err)
	}
}

// inReadingOrder puts the last sheet of the table, the nodes, behind the first.
func inReadingOrder(all []*section) []*section {
	last := len(all) - 1
	return append([]*section{all[0], all[last]}, all[1:last]...)
}

// listsOf are the columns with the names of rows, for drop-down lists of them.
func listsOf(all []*section) map[string]string {
	out := map[string]string{}
	for _, s := range all[1:] {
		i := slices.IndexFunc(s.columns, func(c column) bool { return c.name == nameColumn || c.name == nodeID })
		name := sheet.ColumnName(max(i, 0) + 1)
		out[s.path] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", s.sheet, name, name, limits().Rows)
	}
	return out
}

// item is a cell to be written.
type item struct {
	text   string
	number bool
	style  styleID
}

// content is how a value under a key stands in a cell.
func content(v format.Value, k format.Key) item {
	switch {
	case k.Kind.IsList():
		return item{join(v.Items), false, styleText}
	case k.Kind == format.Decimal || k.Kind == format.Whole:
		return item{v.Text, true, styleNumber}
	}
	return item{v.Text, false, styleText}
}

// row writes a row as high as its texts need: numbers that Excel keeps whole as
// numbers, all else as text.
func (p *pen) row(name string, number int, widths []float64, items ...item) {
	height := 0.0
	for i, it := range items {
		at := sheet.Ref(number, i+1)
		p.do(p.SetCellStyle(name, at, at, p.styles[it.style]))
		if f, err := strconv.ParseFloat(it.text, 64); it.number && err == nil && decimal(it.text) == it.text {
			p.do(p.SetCellFloat(name, at, f, -1, 64))
		} else if it.text != "" {
			p.do(p.SetCellStr(name, at, escape(it.text)))
		}
		height = max(height, heightOf(it.text, widths[i]))
	}
	p.do(p.SetRowHeight(name, number, height))
}

// head writes the sheet Instrumen: a row for each key.
func (p *pen) head(s *section, r *row) {
	widths := []float64{22, 72, 76}
	p.row(s.sheet, 1, widths, item{headColumns[0].head, false, styleNeeded}, item{headColumns[1].head, false, styleNeeded}, item{headColumns[2].head, false, styleHead})
	for i, c := range s.columns {
		p.row(s.sheet, i+2, widths, item{c.name, false, styleKey}, content(r.cells[c.name], c.key), item{c.head + ". " + c.hint, false, styleNote})
		p.choices(s.sheet, c.key, i+2, 2, i+2)
	}
	p.finish(s.sheet, 1, len(s.columns)+1, widths)
}

// section writes the sheet of a section: a row for each of its rows.
func (p *pen) section(s *section, list []*row) {
	const room = 200 // rows below the last that are ready for more
	widths, heads, frozen := make([]float64, len(s.columns)), make([]item, len(s.columns)), 1
	if s.column(nodeParent) != nil {
		frozen = 3 // the node above, the id and the title
	}
	for i, c := range s.columns {
		widths[i], heads[i] = widthOf(c.key), item{c.head, false, styleHead}
		if c.key.Need {
			heads[i].style = styleNeeded
		}
		name := sheet.ColumnName(i + 1)
		p.do(p.SetColStyle(s.sheet, name, p.styles[content(format.Value{}, c.key).style]))
		p.choices(s.sheet, c.key, 2, i+1, len(list)+1+room)
	}
	p.row(s.sheet, 1, widths, heads...)
	branches := map[string]bool{}
	for _, r := range list {
		branches[r.text(nodeParent)] = true
	}
	for n, r := range list {
		items := make([]item, len(s.columns))
		for i, c := range s.columns {
			items[i] = content(r.cells[c.name], c.key)
			if id := r.text(nodeID); id != "" && branches[id] && i < frozen {
				items[i].style = styleKey
			}
		}
		p.row(s.sheet, n+2, widths, items...)
	}
	p.finish(s.sheet, frozen, len(list)+1, widths)
}

// choices gives cells of a column a list to choose from: the options of the format,
// or the names on another sheet.
func (p *pen) choices(name string, k format.Key, first, col, last int) {
	v := excelize.NewDataValidation(true)
	v.Sqref = sheet.Ref(first, col) + ":" + sheet.Ref(last, col)
	switch {
	case k.Kind == format.Choice:
		p.do(v.SetDropList(k.Options)) // words without commas, and few
	case k.Kind == format.Name && p.lists[k.Of] != "":
		v.SetSqrefDropList(p.lists[k.Of])
	default:
		return
	}
	v.SetError(excelize.DataValidationErrorStyleStop, "Tidak ada dalam daftar", "Pilih dari daftar di sel ini; klik panah di sisi kanan sel.")
	p.do(p.AddDataValidation(name, v))
}

// finish sets widths, freezes the heads and as many columns, and sets the page: A4
// across, one page wide unless that would be too small to read.
func (p *pen) finish(name string, frozen, rows int, widths []float64) {
	total := 0.0
	for i, w := range widths {
		col := sheet.ColumnName(i + 1)
		p.do(p.SetColWidth(name, col, col, w))
		total += w
	}
	if corner := sheet.Ref(2, frozen+1); frozen > 0 {
		p.do(p.SetPanes(name, &excelize.Panes{
			Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}},
		}))
	}
	p.do(p.SetSheetDimension(name, "A1:"+sheet.Ref(rows, len(widths))))
	const readable = 260
	fit, paper, across, wide, high := total < readable, 9, "landscape", 1, 0
	p.do(p.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	p.do(p.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}))
}
