package sheet

import (
	"bytes"

	"spotcheck/indicators/problem"
)

// Validation is a rule for what may be typed into cells. Of a list (Type "list"),
// Source is the formula that tells the values: a text in quotes with commas, or
// a reference, as seen from the first cell of the first area.
type Validation struct {
	Type     string // list, whole, decimal, ...
	Operator string // between, if empty
	Source   string
	Second   string // the other end of a span
	Areas    []Range
}

// validations reads <dataValidations>.
func (r *cellReader) validations() {
	for r.child() {
		if r.is("dataValidation") {
			r.validation()
		} else {
			r.skip()
		}
	}
}

// validation reads one rule, in the common manner or in that of extensions, where
// the cells stand in an element instead of an attribute.
func (r *cellReader) validation() {
	v := Validation{Type: string(r.attr("type")), Operator: string(r.attr("operator"))}
	cells := r.attr("sqref")
	r.areas(&v, cells)
	for r.child() {
		switch string(r.name) {
		case "formula1":
			v.Source = r.nestedText()
		case "formula2":
			v.Second = r.nestedText()
		case "sqref":
			r.areas(&v, r.text())
		default:
			r.skip()
		}
	}
	if v.Type != "" && v.Type != "none" && len(v.Areas) > 0 {
		r.inspector.details.Validations = append(r.inspector.details.Validations, v)
	}
}

// nestedText is the text of an element, which may stand in an <f> within it.
func (r *cellReader) nestedText() string {
	const maxSource = 8192
	text := ""
	if next := bytes.IndexByte(r.src[r.pos:], '<'); next < 0 || r.empty || r.byteAt(r.pos+next+1) == '/' || len(trim(r.src[r.pos:r.pos+next])) > 0 {
		text = string(r.text())
	} else {
		for r.child() {
			if string(r.name) == "f" {
				text = string(r.text())
			} else {
				r.skip()
			}
		}
	}
	if len(text) > 4*maxSource {
		r.fail(problem.TooLarge, "aturan isian lebih dari %d huruf", maxSource)
	}
	return text
}

// areas reads a list of ranges with blanks between.
func (r *cellReader) areas(v *Validation, list []byte) {
	for len(list) > 0 && r.err == nil {
		list = trim(list)
		one := list
		if i := bytes.IndexAny(list, " \t\r\n"); i >= 0 {
			one, list = list[:i], list[i:]
		} else {
			list = nil
		}
		if len(one) == 0 {
			return
		}
		area, ok := parseRange(one)
		if !ok {
			r.fail(problem.BadReference, "rentang aturan isian %q tidak sah", one)
			return
		}
		v.Areas = append(v.Areas, area)
		r.oneMore()
	}
}

// validationExtension marks the extension that holds drop-downs whose list lies in
// another sheet.
const validationExtension = "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"

// extensions reads <extLst>, of which only drop-downs matter.
func (r *cellReader) extensions() {
	for r.child() {
		if !r.is("ext") || !bytes.EqualFold(r.attr("uri"), []byte(validationExtension)) {
			r.skip()
			continue
		}
		for r.child() {
			if string(r.name) != "dataValidations" {
				r.skip()
				continue
			}
			for r.child() {
				if string(r.name) == "dataValidation" {
					r.validation()
				} else {
					r.skip()
				}
			}
		}
	}
}
