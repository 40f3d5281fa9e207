package sheet

import (
	"math"
	"strconv"
	"time"
)

// maxNumber is the longest text taken for a number. Exact decimal forms of a
// double as programs write them stay below it.
const maxNumber = 64

// isNumber reports whether b is a plain decimal number that a cell can hold:
// sign, digits with at most one point, and a power of ten of up to three
// digits. NaN, infinities, hexadecimal and anything that overflows or vanishes
// as a double is not, so that exact arithmetic on it stays small.
func isNumber(b []byte) bool {
	if len(b) > maxNumber {
		return false
	}
	i, digits, points, zero := 0, 0, 0, true
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		i++
	}
	for ; i < len(b); i++ {
		c := b[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			zero = zero && c == '0'
			continue
		case c == '.' && points == 0:
			points++
			continue
		}
		break
	}
	if digits == 0 {
		return false
	}
	if i == len(b) {
		return true
	}
	return isExponent(b[i:]) && fitsDouble(b, zero)
}

// isExponent reports whether b is e, a sign or none, and one to three digits.
func isExponent(b []byte) bool {
	if b[0] != 'e' && b[0] != 'E' {
		return false
	}
	b = b[1:]
	if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
		b = b[1:]
	}
	_, ok := parseInt(b, 999)
	return ok && len(b) <= 3
}

// fitsDouble rules out 1e999 and 1e-999; zero says that the digits are all 0.
func fitsDouble(b []byte, zero bool) bool {
	f, err := strconv.ParseFloat(string(b), 64)
	return err == nil && !math.IsInf(f, 0) && (zero || f != 0)
}

// dateLayouts are the forms of a cell of type d: an ISO 8601 date, time or both.
var dateLayouts = []string{
	"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04", "15:04:05",
}

func isISODate(text string) bool {
	for _, layout := range dateLayouts {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}

// trim drops the white space of XML around a value that is not text.
func trim(b []byte) []byte {
	b = b[skipSpace(b, 0):]
	for len(b) > 0 && skipSpace(b, len(b)-1) == len(b) {
		b = b[:len(b)-1]
	}
	return b
}

// parseBool reads an XML boolean.
func parseBool(b []byte) (value, ok bool) {
	switch string(trim(b)) {
	case "1", "true":
		return true, true
	case "0", "-0", "false": // LibreOffice computes -0
		return false, true
	}
	return false, false
}
