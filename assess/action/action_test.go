package action_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/action"
	"spotcheck/assess/sheet"
	"spotcheck/indicators/problem"
)

// What is filled in is read back, wherever the rows stand.
func TestRoundTrip(t *testing.T) {
	p := plan(t)
	data := blank(t, p)
	for seed := range uint64(8) {
		rng := rand.New(rand.NewPCG(seed, 1))
		entries := someEntries(rng, p)
		filled := edit(t, data, func(h hand) {
			for _, i := range rng.Perm(len(entries)) {
				h.reply(entries[i])
			}
			for range rng.IntN(3) {
				h.ok(h.InsertRows(planSheet, 1+rng.IntN(8), 1))
			}
			h.ok(h.InsertCols(planSheet, "C", rng.IntN(2)+1))
		})
		got, list := action.Read("a.xlsx", filled, expect(p))
		if len(list) > 0 {
			t.Fatalf("seed %d: %v", seed, list)
		}
		if d := cmp.Diff(told(&action.Filled{Entries: entries}, nil), told(got, nil)); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

func TestEqualPlansGiveEqualBytes(t *testing.T) {
	first, second := blank(t, plan(t)), blank(t, plan(t))
	if !bytes.Equal(first, second) {
		t.Error("two workbooks of one plan differ")
	}
	other := plan(t)
	other.Items[0].Remedy += "!"
	if bytes.Equal(first, blank(t, other)) {
		t.Error("another plan gives the same workbook")
	}
}

func TestIsAndBlank(t *testing.T) {
	p, lim := plan(t), sheet.DefaultLimits()
	empty := blank(t, p)
	filled := edit(t, empty, func(h hand) { h.put(p.Items[4].Key, "Bukti", "SK") })
	other := edit(t, empty, func(h hand) { h.ok(h.SetCellStr("_spotcheck", "B1", "spotcheck/form/v1")) })
	for name, c := range map[string]struct {
		data      []byte
		is, blank bool
	}{"blank": {empty, true, true}, "filled": {filled, true, false}, "a form": {other, false, false}, "text": {[]byte("teks"), false, false}} {
		if action.Is(c.data, lim) != c.is || action.Blank(c.data, lim) != c.blank {
			t.Errorf("%s: Is %v, Blank %v", name, action.Is(c.data, lim), action.Blank(c.data, lim))
		}
	}
}

// A plan without gaps, and one that carries the past.
func TestPlansWithoutItemsAndWithPast(t *testing.T) {
	p := plan(t)
	p.Items = nil
	if f, list := action.Read("a.xlsx", blank(t, p), expect(p)); f == nil || len(list) > 0 {
		t.Errorf("%v %v", f, list)
	}
	p = plan(t)
	p.From, p.Items[0].History, p.Items[0].Owner, p.Items[0].Accepted = "2025", "Dibawa dari periode 2025: Belum sesuai.", "Siti", action.Accepted
	p.Past = []action.Past{{Item: p.Items[1], Entry: action.Entry{Date: "2026-01-05"}, Status: action.Untouched, Now: "kesenjangan sudah tertutup"}}
	data := blank(t, p)
	got, list := action.Read("a.xlsx", data, expect(p))
	if want := "DINKES A1||ya|Siti|||||\n"; told(got, list) != want {
		t.Errorf("%q", told(got, list))
	}
	edit(t, data, func(h hand) {
		v, err := h.GetCellValue("Dari periode lalu", "I4")
		h.ok(err)
		if v != "kesenjangan sudah tertutup" {
			t.Errorf("the past says %q", v)
		}
		if v, err := h.GetCellValue(planSheet, h.cell(p.Items[0].Key, "Riwayat")); err != nil || v != p.Items[0].History {
			t.Errorf("history %q %v", v, err)
		}
	})
}

// Whatever is wrong is told with number, cell and value, and the other rows count.
func TestProblems(t *testing.T) {
	p := plan(t)
	a, b, c := p.Items[0].Key, p.Items[3].Key, p.Items[1].Key
	unplanned := action.Key{Unit: "PKM-1", Indicator: p.Items[2].Indicator}
	good := func(h hand) { h.put(b, "Status", "belum  SESUAI") }
	kept := "PKM-1 " + b.Indicator + "|||||||Belum sesuai|\n"
	A := a.Indicator
	for _, m := range []struct {
		name string
		do   func(hand)
		want string
	}{
		{"nothing wrong", func(hand) {}, kept},
		{"unknown unit", func(h hand) { h.put(a, "Bukti", "SK"); h.put(a, "Kode unit", "DINAS-X") },
			kept + `S812 Rencana aksi!A6 unit "DINAS-X" tidak ada dalam daftar unit [DINAS-X]` + "\n"},
		{"unknown indicator", func(h hand) { h.put(a, "Bukti", "SK"); h.put(a, "Kode", "Z9") },
			kept + `S812 Rencana aksi!C6 Kode "Z9" tidak dikenal, padahal barisnya terisi [Z9]` + "\n"},
		{"no key", func(h hand) { h.ok(h.SetCellValue(planSheet, "T14", "SK")) },
			kept + "S812 Rencana aksi!T14 baris 14 berisi tindak lanjut tanpa Kode unit dan Kode yang lengkap [SK]\n"},
		{"unknown rows without content", func(h hand) { h.put(a, "Kode", "Z9") }, kept},
		{"a gap that is none", func(h hand) {
			h.put(a, "Status", "Sesuai")
			h.put(a, "Kode", unplanned.Indicator)
			h.put(action.Key{Unit: "DINKES", Indicator: unplanned.Indicator}, "Kode unit", "PKM-1")
		}, kept + "S813 Rencana aksi!C6 " + unplanned.String() + " tidak punya kesenjangan dalam putaran ini, padahal barisnya terisi [Sesuai]\n"},
		{"criteria changed", func(h hand) { h.put(a, "Status", "Sesuai"); h.put(a, "Kriteria", "Pasal 5") },
			kept + "S814 Rencana aksi!F6 kolom Kriteria baris " + a.String() + " berbeda dengan rencana aksi; isiannya tidak dipakai [Pasal 5]\n"},
		{"effort missing", func(h hand) { h.put(a, "Status", "Sesuai"); h.put(a, "Upaya", "") },
			kept + "S814 Rencana aksi!M6 kolom Upaya baris " + a.String() + " kosong; isiannya tidak dipakai []\n"},
		{"effort changed where nobody replied", func(h hand) { h.put(a, "Upaya", "") }, kept},
		{"status outside the list", func(h hand) { h.put(a, "Status", "Selesai") },
			kept + "S815 Rencana aksi!V6 " + a.String() + ": isi kolom Status tidak ada dalam daftar [Selesai]\n"},
		{"status as a number", func(h hand) { h.put(a, "Status", 1) },
			kept + "S815 Rencana aksi!V6 " + a.String() + ": isi kolom Status tidak ada dalam daftar [1]\n"},
		{"accepted outside the list", func(h hand) { h.put(a, "Diterima", "mungkin") },
			kept + "S815 Rencana aksi!Q6 " + a.String() + ": isi kolom Diterima tidak ada dalam daftar [mungkin]\n"},
		{"declined and done", func(h hand) { h.put(a, "Diterima", "tidak"); h.put(a, "Status", "Sesuai") },
			kept + "S815 Rencana aksi!V6 " + a.String() + ": Diterima tidak, tetapi Status Sesuai [Sesuai]\n"},
		{"a date without a status", func(h hand) { h.put(a, "Tanggal", "2026-10-01") },
			kept + "S815 Rencana aksi!V6 " + a.String() + ": Tanggal terisi, tetapi Status kosong []\n"},
		{"impossible without a reason", func(h hand) { h.put(a, "Status", "Tidak dapat ditindaklanjuti"); h.put(a, "Tindak lanjut", " - ") },
			kept + "S816 Rencana aksi!V6 " + a.String() + ": Tidak dapat ditindaklanjuti tanpa alasan; tulis alasannya di T6 [Tidak dapat ditindaklanjuti]\n"},
		{"due before the round", func(h hand) { h.put(a, "Tenggat yang disepakati", "29 September 2026") },
			kept + "S817 Rencana aksi!S6 " + a.String() + ": Tenggat yang disepakati 29 September 2026 lebih awal daripada tanggal putaran, 30 September 2026 [2026-09-29]\n"},
		{"a day read in two ways", func(h hand) { h.put(a, "Status", "Sesuai"); h.put(a, "Tanggal", "3/4/2027") },
			kept + "S817 Rencana aksi!W6 " + a.String() + ": Tanggal tidak terbaca sebagai tanggal [3/4/2027]\n"},
		{"a year for a day", func(h hand) {
			h.put(a, "Tenggat yang disepakati", 2026.5)
			h.ok(h.SetCellStyle(planSheet, "S6", "S6", 0))
		},
			kept + "S817 Rencana aksi!S6 " + a.String() + ": Tenggat yang disepakati tidak terbaca sebagai tanggal [2026,5]\n"},
		{"two faults in a row", func(h hand) { h.put(a, "Status", "x"); h.put(a, "Tanggal", "y") },
			kept + "S815 Rencana aksi!V6 " + a.String() + ": isi kolom Status tidak ada dalam daftar [x]\nS817 Rencana aksi!W6 " + a.String() + ": Tanggal tidak terbaca sebagai tanggal [y]\n"},
		{"the same key twice", func(h hand) {
			h.put(a, "Status", "Sesuai")
			h.put(c, "Status", "Sesuai")
			h.put(c, "Kode", A)
		}, kept + "S210 Rencana aksi!C7 " + a.String() + " sudah ada di baris 6; keduanya tidak dipakai [" + a.String() + "]\n"},
		{"merged replies", func(h hand) { h.put(a, "Status", "Sesuai"); h.ok(h.MergeCell(planSheet, "V6", "V7")) },
			kept + "S214 Rencana aksi!V6 sel isian baris 6 digabung; isinya tidak dapat dipastikan []\n"},
		{"an error in a cell", func(h hand) { h.ok(h.SetCellFormula(planSheet, "T6", "1/0")) },
			kept + "S304 Rencana aksi!T6 " + a.String() + ": kolom Tindak lanjut berisi rumus yang disimpan tanpa hasil []\n"},
		{"a column gone", func(h hand) { h.ok(h.SetCellValue(planSheet, "T5", "Ketikan")) },
			"refused\nS208 Rencana aksi!A5 kolom \"Tindak lanjut\" tidak ada []\n"},
		{"a column twice", func(h hand) { h.ok(h.SetCellValue(planSheet, "Z5", " status ")) },
			"refused\nS208 Rencana aksi!V5 kolom \"Status\" ada dua; tidak jelas mana yang dipakai [Status]\n"},
		{"no heads", func(h hand) { h.ok(h.SetCellValue(planSheet, "A5", "x")) },
			"refused\nS208 Rencana aksi!A1 baris judul kolom tidak ditemukan di lembar ini []\n"},
		{"the sheet gone", func(h hand) { h.ok(h.SetSheetName(planSheet, "Lain")) }, "refused\nS207  lembar \"Rencana aksi\" tidak ada []\n"},
		{"another period", func(h hand) { h.ok(h.SetCellValue("_spotcheck", "B6", "2025")) },
			"refused\nS811 _spotcheck!B6 periode pada rencana aksi \"2025\", yang diminta \"2026\" [2025]\n"},
		{"no identity", func(h hand) { h.ok(h.DeleteSheet("_spotcheck")) },
			"refused\nS811  lembar tersembunyi \"_spotcheck\" tidak ada, sehingga tidak pasti rencana aksi ini milik siapa []\n"},
	} {
		t.Run(m.name, func(t *testing.T) {
			data := edit(t, blank(t, p), func(h hand) { good(h); m.do(h) })
			got, list := action.Read("a.xlsx", data, expect(p))
			if d := cmp.Diff(m.want, told(got, list)); d != "" {
				t.Error(d)
			}
			for _, p := range list {
				if p.File != "a.xlsx" || p.Remedy == "" {
					t.Errorf("%v", p)
				}
			}
		})
	}
}

// Dates come as text in words, in ISO, or as Excel keeps them.
func TestDates(t *testing.T) {
	p := plan(t)
	k := p.Items[0].Key
	for _, value := range []any{"16 Maret 2027", "2027-03-16", "Selasa, 16 Maret 2027", time.Date(2027, 3, 16, 0, 0, 0, 0, time.UTC)} {
		got, list := action.Read("a.xlsx", edit(t, blank(t, p), func(h hand) { h.put(k, "Tenggat yang disepakati", value) }), expect(p))
		if len(list) > 0 || got.Entries[0].Agreed != "2027-03-16" {
			t.Errorf("%v: %+v %v", value, got, list)
		}
	}
}

// What was planned and is no gap any more is told as closed, not as a fault.
func TestClosedSince(t *testing.T) {
	p := plan(t)
	data := edit(t, blank(t, p), func(h hand) { h.put(p.Items[0].Key, "Status", "Sesuai") })
	later := plan(t)
	later.Items = slices.Delete(later.Items, 0, 1)
	got, list := action.Read("a.xlsx", data, expect(later))
	if want := "closed DINKES " + p.Items[0].Indicator + "|||||||Sesuai|\n"; told(got, list) != want {
		t.Errorf("%q", told(got, list))
	}
}

// A workbook that is damaged is refused by the number of the damage.
func TestDamaged(t *testing.T) {
	p := plan(t)
	data := blank(t, p)
	got, list := action.Read("a.xlsx", data[:len(data)/2], expect(p))
	if got != nil || len(list) != 1 || list[0].Code != problem.DamagedZip {
		t.Errorf("%v %v", got, list)
	}
}
