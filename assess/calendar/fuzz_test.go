package calendar

import "testing"

// FuzzReadHolidays: a list is whole, of days that are days, each once and told of as
// the calendar then keeps them; or there is none.
func FuzzReadHolidays(f *testing.F) {
	f.Add([]byte("tanggal;nama;jenis\n2026-05-21;Hari jadi;daerah\n2026-05-27;Tetap masuk;kerja\n"))
	f.Add([]byte("date,name\n\"Kamis, 21 Mei 2026\",Hari jadi\n"))
	f.Add(shipped)
	f.Fuzz(func(t *testing.T, data []byte) {
		list, problems := ReadHolidays("libur.csv", data)
		if list != nil && len(problems) > 0 {
			t.Fatalf("a list and problems: %v", problems)
		}
		c := New(list)
		seen := map[string]bool{}
		for _, h := range list {
			if !valid(h.Day) || h.Name == "" || seen[h.Day] {
				t.Fatalf("%+v", h)
			}
			seen[h.Day] = true
			if c.Working(h.Day) != (h.Kind == Worked && !weekend(h.Day)) {
				t.Fatalf("%+v: worked %v", h, c.Working(h.Day))
			}
		}
	})
}
