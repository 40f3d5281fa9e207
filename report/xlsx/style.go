package xlsx

import "github.com/xuri/excelize/v2"

// face is the font of all cells. Arial is on every Windows machine and asked for
// in official letters.
const face = "Arial"

// looks numbers the looks of a workbook in the order of their first use.
type looks struct {
	ids map[look]int
	all []look
}

func newLooks() *looks { return &looks{ids: map[look]int{}} }

func (l *looks) id(k look) int {
	id, ok := l.ids[k]
	if !ok {
		id = len(l.all)
		l.ids[k] = id
		l.all = append(l.all, k)
	}
	return id
}

// register makes the styles in the workbook; the style of look i is at index i.
func (l *looks) register(f *excelize.File) ([]int, error) {
	out := make([]int, len(l.all))
	for i, k := range l.all {
		id, err := f.NewStyle(k.style())
		if err != nil {
			return nil, err
		}
		out[i] = id
	}
	return out, nil
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font: &excelize.Font{Family: face, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.color},
		Alignment: &excelize.Alignment{
			Horizontal: l.h, Vertical: l.v, WrapText: l.wrap, Indent: l.indent, TextRotation: l.turn,
		},
	}
	if l.under {
		s.Font.Underline = "single"
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	for _, e := range []struct {
		side string
		edge edge
	}{{"left", l.edges.left}, {"right", l.edges.right}, {"top", l.edges.top}, {"bottom", l.edges.bottom}} {
		if e.edge.line != 0 {
			s.Border = append(s.Border, excelize.Border{Type: e.side, Style: e.edge.line, Color: e.edge.color})
		}
	}
	return s
}

// setDefaults makes Arial 10 the font of cells without a style: the unit of
// column widths depends on it.
func setDefaults(f *excelize.File) error {
	if err := f.SetDefaultFont(face); err != nil {
		return err
	}
	size := bodySize
	f.Styles.Fonts.Font[0].Sz.Val = &size
	return nil
}
