package audit

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	r := clean(t).audit()
	if len(r.Findings) > 0 || len(r.Unchecked) > 0 || r.Recalculated != r.Formulas || r.Stored != r.Formulas || r.Formulas != 3*rows+7 {
		t.Errorf("%+v\n%s", r, explained(r))
	}
}

// Each fault is put into the clean workbook, which has no finding, and must be
// found, where it is and nothing else.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		fault func(m *maker)
		want  []string
	}{
		"a formula with another reference": {func(m *maker) { m.formula("E6", "C6*D5", weightOf(6)*answerOf(5)) }, []string{"wrong stale F6", "wrong stale E14", "wrong stale E15", "doubtful broken E6"}},
		"another operator":                 {func(m *maker) { m.formula("E6", "C6+D6*0+C6*D6-C6", weightOf(6)*answerOf(6)) }, []string{"doubtful broken E6"}},
		"a number over a formula":          {func(m *maker) { m.set("E6", weightOf(6)*answerOf(6)) }, []string{"doubtful typed-over E6"}},
		"a number over the last formula":   {func(m *maker) { m.set("F13", weightOf(13)*answerOf(13)/51) }, []string{"doubtful typed-over F13"}},
		"two numbers over formulas":        {func(m *maker) { m.set("E6", weightOf(6)*answerOf(6)); m.set("E7", weightOf(7)*answerOf(7)) }, []string{"doubtful typed-over E6", "doubtful typed-over E7"}},
		"a stale total":                    {func(m *maker) { m.formula("C14", "SUM(C2:C13)", 99) }, []string{"wrong stale C14"}},
		"a short total":                    {func(m *maker) { m.formula("C14", "SUM(C2:C12)", 36-weightOf(13)) }, []string{"wrong stale E15", "doubtful range-short C14"}},
		"an error":                         {func(m *maker) { m.formula("E17", "AVERAGE(H2:H13)", errorText("#DIV/0!")) }, []string{"wrong error E17"}},
		"a text number":                    {func(m *maker) { m.set("C5", "2,5") }, []string{"wrong text-number C5", "wrong stale C14", "wrong stale E15", "wrong stale E16"}},
		"a value not in the list":          {func(m *maker) { m.set("D5", 7) }, []string{"wrong not-in-list D5", "wrong stale E5", "wrong stale E15", "wrong stale E16", "wrong stale E17"}},
		"a drop-down pasted over":          {func(m *maker) { m.lists = nil; m.list("D2:D6 D8:D13", `"0,1,2,3"`) }, []string{"doubtful lost-list D7"}},
		"a circle":                         {func(m *maker) { m.formula("C14", "SUM(C2:C14)", 36) }, []string{"wrong circular C14"}},
		"a subtotal counted twice":         {func(m *maker) { m.formula("E18", "SUM(E2:E14)", 102) }, []string{"wrong range-double E18"}},
		"a hidden row":                     {func(m *maker) { m.hidden[5] = true }, []string{"remark hidden C14"}},
		"another workbook":                 {func(m *maker) { m.formula("I2", "[1]Rekap!B2*2", 4) }, []string{"doubtful external I2"}},
		"a volatile function":              {func(m *maker) { m.formula("I2", "TODAY()", 4) }, []string{"remark volatile I2"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := clean(t)
			c.fault(m)
			r := m.audit()
			if d := cmp.Diff(c.want, brief(r)); d != "" {
				t.Errorf("%s\n%s", d, explained(r))
			}
		})
	}
}
