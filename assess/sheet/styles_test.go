package sheet

import "testing"

func TestMasks(t *testing.T) {
	for code, want := range map[string]bool{
		"": false, "General": false, "GENERAL": false, "@": false, "0": false, "#,##0.00": false, `"Rp"#,##0`: false, `0" poin"`: false, "# ?/?": false,
		"[$-421]0": false, "0.00E+00": false, "0%": false, `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`: false, `0;-0;"nihil"`: false, "[Red]General": false,
		";;;": true, `"Ya"`: true, `"Ya";"Ya";"Tidak"`: true, `[=1]"Ya";[=0]"Tidak";General`: true, "0,": true, "0.0,": true, "#,##0,,": true, "0,.0": true, `\0`: true, `*0`: true,
		`0", "`: false, `0\,`: false,
	} {
		if got := masks(code); got != want {
			t.Errorf("masks(%q) = %v", code, got)
		}
	}
	for code, want := range map[string]Cell{
		"0":     {Col: 2, Text: "5", Kind: Number},
		`"Ya"`:  {Col: 2, Text: "5", Kind: Number, Masked: true},
		"0.0%,": {Col: 2, Text: "5", Kind: Percent},
	} {
		book := soundBook(`<row r="1"><c r="B1" s="1"><v>5</v></c></row>`)
		book.set(stylesPart, `<styleSheet `+nsMain+`><numFmts><numFmt numFmtId="170" formatCode="`+attrText(code)+`"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>`)
		s, err := readIsi(book.zip(), DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Rows[0].Cells[0]; got != want {
			t.Errorf("under %s: %+v", code, got)
		}
	}
}

// attrText is a text within an attribute.
func attrText(s string) string {
	out := ""
	for _, r := range s {
		if r == '"' {
			out += "&quot;"
			continue
		}
		out += string(r)
	}
	return out
}
