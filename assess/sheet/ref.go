package sheet

import (
	"bytes"
	"slices"
	"strconv"
)

// The size of a worksheet, fixed by the file format.
const (
	maxRow = 1_048_576
	maxCol = 16_384
)

// Ref is the address of a cell: Ref(12, 2) is "B12".
func Ref(row, col int) string { return ColumnName(col) + strconv.Itoa(row) }

// ColumnName is the letters of a column: 1 is "A", 27 is "AA". It is empty for
// a number below 1.
func ColumnName(col int) string {
	var b [16]byte
	i := len(b)
	for ; col > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return string(b[i:])
}

// leadingColumn reads the letters at the start of b; n is how many there are,
// 0 if they name no column.
func leadingColumn(b []byte) (col, n int) {
	for n < len(b) {
		c := b[n] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
		n++
		if col > maxCol {
			return 0, 0
		}
	}
	return col, n
}

// parseRef reads an address such as B12.
func parseRef(b []byte) (row, col int, ok bool) {
	col, n := leadingColumn(b)
	if n == 0 {
		return 0, 0, false
	}
	row, ok = parseInt(b[n:], maxRow)
	return row, col, ok && row > 0
}

// parseRange reads B2:D9, or B2 for a range of one cell.
func parseRange(b []byte) (Range, bool) {
	first, last, two := bytes.Cut(b, []byte(":"))
	if !two {
		last = first
	}
	top, left, ok1 := parseRef(first)
	bottom, right, ok2 := parseRef(last)
	return Range{top, left, bottom, right}, ok1 && ok2 && top <= bottom && left <= right
}

// parseInt reads decimal digits, and nothing else, up to most.
func parseInt(b []byte, most int) (n int, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
		if n > most {
			return 0, false
		}
	}
	return n, len(b) > 0
}

// numberSet is a set of row or column numbers, which the format bounds.
type numberSet []uint64

// add puts n in the set; it is false if n was there before.
func (s *numberSet) add(n int) bool {
	word, bit := n/64, uint64(1)<<(n%64)
	if old := len(*s); word >= old {
		*s = slices.Grow(*s, word+1-old)[:word+1]
		clear((*s)[old:])
	}
	if (*s)[word]&bit != 0 {
		return false
	}
	(*s)[word] |= bit
	return true
}

// reset empties the set and keeps its memory.
func (s *numberSet) reset() { *s = (*s)[:0] }
