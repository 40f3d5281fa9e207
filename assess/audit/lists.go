package audit

import (
	"fmt"
	"strconv"
	"strings"

	"spotcheck/assess/audit/formula"
	"spotcheck/assess/sheet"
)

// maxChoices is the most values of one drop-down that are compared.
const maxChoices = 5_000

// choices are the values that a drop-down offers.
type choices struct {
	exact map[string]bool
	loose map[string]bool // without regard to case and blanks
	first []string        // to tell
}

// lists looks at the drop-downs of a page.
func (b *book) lists(at int) {
	p := b.pages[at]
	for _, v := range p.details.Validations {
		if v.Type != "list" {
			continue
		}
		offered, ok := b.choices(at, v)
		if !ok {
			b.unchecked("isi daftar pilihan yang sumbernya tidak dapat diikuti", at, v.Areas[0].Top, v.Areas[0].Left)
		}
		for _, a := range v.Areas {
			b.work -= p.between(formula.Area{Top: a.Top, Left: a.Left, Bottom: a.Bottom, Right: a.Right}, func(c *cell) bool {
				if ok {
					b.offered(at, c, offered)
				}
				return ok && b.work > 0
			})
		}
	}
	b.lostLists(at)
}

// choices reads what a drop-down offers; ok is false if that cannot be followed.
func (b *book) choices(at int, v sheet.Validation) (out choices, ok bool) {
	out = choices{exact: map[string]bool{}, loose: map[string]bool{}}
	n, err := formula.Parse(v.Source, v.Areas[0].Top, v.Areas[0].Left)
	if err != nil {
		return out, false
	}
	if n.Op == formula.Name {
		if n = b.Name(at, n.Text); n == nil {
			return out, false
		}
	}
	switch n.Op {
	case formula.Text:
		for _, s := range strings.Split(n.Text, ",") {
			out.add(strings.TrimSpace(s))
		}
		return out, true
	case formula.Reference:
	default:
		return out, false
	}
	r := n.Ref
	if !r.Single && !(r.From.AbsRow && r.To.AbsRow && r.From.AbsCol && r.To.AbsCol) && !oneCell(v.Areas) || r.Single && !oneCell(v.Areas) && !(r.From.AbsRow && r.From.AbsCol) {
		return out, false // the list moves with the cell
	}
	a, inside := r.At(v.Areas[0].Top, v.Areas[0].Left)
	page := at
	if inside && a.Sheet != "" {
		page, inside = b.Sheet(a.Sheet)
	}
	if !inside {
		return out, false
	}
	b.work -= b.pages[page].between(a, func(c *cell) bool {
		v, _ := b.see(c)
		out.add(strings.TrimSpace(v.Show()))
		return len(out.exact) <= maxChoices
	})
	return out, len(out.exact) > 0 && len(out.exact) <= maxChoices
}

func oneCell(areas []sheet.Range) bool {
	return len(areas) == 1 && areas[0].Top == areas[0].Bottom && areas[0].Left == areas[0].Right
}

func (o *choices) add(s string) {
	if s == "" {
		return
	}
	if !o.exact[s] && len(o.first) < 12 {
		o.first = append(o.first, s)
	}
	o.exact[s], o.loose[loosely(s)] = true, true
}

func loosely(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " "))
}

// offered checks one cell against its drop-down.
func (b *book) offered(at int, c *cell, o choices) {
	if b.work -= 10; b.told[told{at, int(c.row), int(c.col), NotInList}] {
		return
	}
	v, _ := b.see(c)
	s := v.Show()
	if v.Sort == formula.Err || v.Sort == formula.Blank || s == "" || o.exact[s] {
		return
	}
	f := Finding{Severity: Wrong, Kind: NotInList, Found: s, Expected: strings.Join(o.first, "; "),
		Message: "Isinya tidak ada dalam daftar pilihan sel ini; mungkin ditempel", Remedy: "Pilih dari daftar; tanyakan kepada pengisinya bila maksudnya tidak jelas"}
	if len(o.exact) > len(o.first) {
		f.Expected += "; ..."
	}
	if o.loose[loosely(s)] || sameNumber(o, s) {
		f.Severity, f.Message = Doubtful, "Isinya berbeda huruf besar, spasi, atau tanda desimal dengan daftar pilihan; rumus yang mencocokkan teks dapat meleset"
	}
	if v.Sort == formula.Str {
		f.Found = strconv.Quote(s)
	}
	b.add(f, at, int(c.row), int(c.col))
}

// sameNumber reports whether a text is an offered number but for its decimal mark.
func sameNumber(o choices, s string) bool {
	return looksNumber(s) && (o.exact[strings.Replace(s, ",", ".", 1)] || o.exact[strings.Replace(s, ".", ",", 1)])
}

// lostLists finds cells without drop-down between cells of a column that have one.
// Every cell of the neighbours counts, filled or not.
func (b *book) lostLists(at int) {
	p := b.pages[at]
	for _, g := range gaps(p.details.Validations) {
		c := p.at(g.row, g.col)
		if c == nil || c.v.Sort == formula.Blank || b.work < 0 || b.covered(p, g.row, g.col) {
			continue
		}
		b.add(Finding{Severity: Doubtful, Kind: LostList, Found: c.v.Show(), Expected: "daftar pilihan seperti sel di atas dan di bawahnya",
			Message: fmt.Sprintf("Sel kehilangan daftar pilihannya, padahal %s dan %s memilikinya; mungkin tertimpa tempelan", sheet.Ref(g.row-g.up, g.col), sheet.Ref(g.row+g.below, g.col)),
			Remedy:  "Bandingkan isinya dengan pilihan di sel sekitarnya"}, at, g.row, g.col)
	}
}

// covered reports whether a cell is part of a merged range of several columns: a
// heading between groups.
func (b *book) covered(p *page, row, col int) bool {
	b.work -= len(p.details.Merged)
	for _, m := range p.details.Merged {
		if row >= m.Top && row <= m.Bottom && col >= m.Left && col <= m.Right && m.Left != m.Right {
			return true
		}
	}
	return false
}
