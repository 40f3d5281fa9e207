package sheet

import "testing"

func TestFormatKind(t *testing.T) {
	tests := []struct {
		code string
		want Kind
	}{
		{"General", Number}, {"0.00", Number}, {"#,##0", Number}, {"@", Number}, {"", Number},
		{"0%", Percent}, {"0.00%;[Red]-0.00%", Percent}, {`0"%"`, Number}, {`0\%`, Number},
		{"dd/mm/yyyy", Date}, {"d-mmm", Date}, {"hh:mm:ss", Date}, {"[$-421]d mmmm yyyy;@", Date},
		{"[h]:mm", Date}, {"[ss]", Date}, {"[Red]0", Number}, {"[$Rp-421]#,##0", Number}, {"[>=100]0", Number},
		{`"hari" 0`, Number}, {`0 \d`, Number}, {"0_d", Number}, {"*d0", Number}, {"0.00E+00", Number},
		{`General" hari"`, Number}, {"GENERAL;d", Date}, {`"belum ditutup d`, Number}, {"[d", Number}, {`0\`, Number},
	}
	for _, tt := range tests {
		if got := formatKind(tt.code); got != tt.want {
			t.Errorf("formatKind(%q) = %d, want %d", tt.code, got, tt.want)
		}
	}
}

func TestBuiltinKind(t *testing.T) {
	for id, want := range map[int]Kind{0: Number, 4: Number, 9: Percent, 10: Percent, 11: Number, 14: Date, 22: Date, 23: Number, 37: Number, 45: Date, 47: Date, 48: Number, 49: Number, 57: Date, 164: Number} {
		if got := builtinKind(id); got != want {
			t.Errorf("builtinKind(%d) = %d, want %d", id, got, want)
		}
	}
}

func TestIsNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"0": true, "-1": true, "+2.5": true, ".5": true, "5.": true, "1e3": true, "1.5E-10": true, "0e999": true,
		"0.1000000000000000055511151231257827021181583404541015625": true, "1E+308": true,
		"": false, "-": false, ".": false, "1,5": false, "1.2.3": false, "NaN": false, "Inf": false, "-inf": false,
		"1e999": false, "1e-999": false, "1e9999": false, "1e": false, "e5": false, "0x1F": false, "1_000": false, "1 2": false,
		"12345678901234567890123456789012345678901234567890123456789012345": false, "１": false, "abc": false,
	} {
		if got := isNumber([]byte(text)); got != want {
			t.Errorf("isNumber(%q) = %v, want %v", text, got, want)
		}
	}
}

// columnNumber is the number of the column that name is as a whole.
func columnNumber(name string) (col int, ok bool) {
	col, n := leadingColumn([]byte(name))
	return col, n > 0 && n == len(name)
}

func TestColumns(t *testing.T) {
	for name, number := range map[string]int{"A": 1, "Z": 26, "AA": 27, "AZ": 52, "ZZ": 702, "AAA": 703, "XFD": 16384} {
		if got := ColumnName(number); got != name {
			t.Errorf("ColumnName(%d) = %q, want %q", number, got, name)
		}
		if got, ok := columnNumber(name); got != number || !ok {
			t.Errorf("columnNumber(%q) = %d, %v", name, got, ok)
		}
	}
	for _, name := range []string{"", "XFE", "A1", "ZZZZZZZZZZZZZZZZ", "Ä", "$A"} {
		if got, ok := columnNumber(name); ok {
			t.Errorf("columnNumber(%q) = %d, want none", name, got)
		}
	}
	if got := ColumnName(0); got != "" {
		t.Errorf("ColumnName(0) = %q", got)
	}
	for col := 1; col <= maxCol; col++ {
		if got, ok := columnNumber(ColumnName(col)); got != col || !ok {
			t.Fatalf("column %d comes back as %d", col, got)
		}
	}
	if got := (Cell{Col: 28}).Ref(12); got != "AB12" {
		t.Errorf("Ref = %q, want AB12", got)
	}
}

func TestHasControl(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "abcdefghij": false, "a\tb\nc\rdefghijkl": false, "ééééééééé": false,
		"\x00": true, "abcdefg\x1f": true, "abcdefghi\x08": true, "\xffabcdef\x01": true, "abcdefgh\tijklm\x0b": true,
	} {
		if got := hasControl([]byte(text)); got != want {
			t.Errorf("hasControl(%q) = %v, want %v", text, got, want)
		}
	}
}
