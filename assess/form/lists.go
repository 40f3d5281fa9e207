package form

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/sheet"
	"spotcheck/indicators"
)

// choices are the drop-down lists of a form. They stand on a hidden sheet, one
// column per scale with TB at the end, because a list typed into a validation
// breaks at commas and ends at 255 characters.
type choices struct{ scales []*indicators.Scale }

func choicesOf(list []page) choices {
	var c choices
	for _, p := range list {
		for _, n := range p.asks {
			if len(n.Scale.Levels) > 0 && !slices.Contains(c.scales, n.Scale) {
				c.scales = append(c.scales, n.Scale)
			}
		}
	}
	return c
}

func (c choices) grid() grid {
	g := grid{name: sheetLists, hidden: true, tab: fillStrip}
	for i, s := range c.scales {
		g.widths = append(g.widths, 40)
		for row, option := range append(s.Options(), indicators.NAOption) {
			for len(g.lines) <= row {
				g.add(0)
			}
			l := &g.lines[row]
			for len(l.cells) <= i {
				l.cells = append(l.cells, cell{})
			}
			l.cells[i] = cell{style: plain, text: option}
		}
	}
	return g
}

// names defines two ranges per scale: its levels alone, and with TB below.
func (c choices) names() []excelize.DefinedName {
	var out []excelize.DefinedName
	for i, s := range c.scales {
		for _, na := range []bool{false, true} {
			last := len(s.Levels)
			if na {
				last++
			}
			out = append(out, excelize.DefinedName{
				Name: listName(i, na), RefersTo: sheetLists + "!" + fixed(i+1, 1, last),
			})
		}
	}
	return out
}

func listName(i int, na bool) string {
	if na {
		return fmt.Sprintf("pilihan_%d_tb", i+1)
	}
	return fmt.Sprintf("pilihan_%d", i+1)
}

// kindOfAnswer is what decides which answers a cell takes.
type kindOfAnswer struct {
	scale *indicators.Scale
	na    bool
}

// validation makes the drop-down, or the bounds of a number, for cells of one
// column; rows ascend.
func (c choices) validation(k kindOfAnswer, col int, rows []int) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Sqref = runs(col, rows)
	v.SetError(excelize.DataValidationErrorStyleStop, "Jawaban tidak dikenal", errorText(k))
	if len(k.scale.Levels) > 0 {
		v.SetSqrefDropList(listName(slices.Index(c.scales, k.scale), k.na))
		return v
	}
	low, high := indicators.Plain(k.scale.Min), indicators.Plain(k.scale.Max)
	whole := k.scale.Decimals == 0
	if !k.na {
		v.Type, v.Operator, v.Formula1, v.Formula2 = "decimal", "between", low, high
		if whole {
			v.Type = "whole"
		}
		return v
	}
	first, fits := sheet.Ref(rows[0], col), ""
	if whole {
		fits = fmt.Sprintf(",%[1]s=INT(%[1]s)", first)
	}
	v.Type = "custom"
	v.Formula1 = fmt.Sprintf(`IF(ISNUMBER(%[1]s),AND(%[1]s&gt;=%[2]s,%[1]s&lt;=%[3]s%[4]s),LEFT(TRIM(%[1]s),2)="%[5]s")`, first, low, high, fits, indicators.NAText)
	return v
}

// errorText says what may be answered, within the 255 characters that Excel
// shows.
func errorText(k kindOfAnswer) string {
	allowed := strings.Join(allowedAnswers(k), "; ")
	if len(k.scale.Levels) == 0 {
		return "Isi " + allowed + ", tanpa tanda persen atau satuan."
	}
	if text := "Pilih jawaban dari daftar di sel ini: " + allowed + "."; len([]rune(text)) <= 255 {
		return text
	}
	return "Pilih jawaban dari daftar di sel ini; klik panah di sisi kanan sel."
}

// explained lists for a person what may be answered and what it comes to.
func explained(k kindOfAnswer) []string {
	out := allowedAnswers(k)
	if len(k.scale.Steps) > 0 {
		out = append(entry(k.scale), out[1:]...)
	}
	return out
}

// allowedAnswers lists for a person what may be answered.
func allowedAnswers(k kindOfAnswer) []string {
	out := k.scale.Allowed()
	if k.na {
		out = append(slices.Clip(out), indicators.NAOption)
	}
	return out
}

// runs writes ascending rows of a column as ranges: "G5:G9 G11".
func runs(col int, rows []int) string {
	var parts []string
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		if i == j {
			parts = append(parts, sheet.Ref(rows[i], col))
		} else {
			parts = append(parts, down(col, rows[i], rows[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, " ")
}
