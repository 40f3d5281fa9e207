package calendar

import (
	"slices"
	"strings"
	"testing"
	"time"

	"spotcheck/indicators"
)

// The list that ships reads, and says of each day where it comes from.
func TestShippedHolidaysNameTheirSource(t *testing.T) {
	list := Shipped()
	count := map[Kind]int{}
	for _, h := range list {
		count[h.Kind]++
		if h.Source == "" || h.Links == "" || !slices.Contains([]string{indicators.Confirmed, indicators.SingleSource, indicators.Assumed}, h.Trust) {
			t.Errorf("%s %s: keyakinan %q, sumber %q", h.Day, h.Name, h.Trust, h.Source)
		}
	}
	// The decree of 2026 counts 17 national holidays and 8 days of joint leave.
	if count[National] != 17 || count[Joint] != 8 || len(list) != 25 {
		t.Errorf("%v of %d", count, len(list))
	}
}

func TestWorking(t *testing.T) {
	c := New([]Holiday{
		{Day: "2026-05-27", Name: "masuk", Kind: Worked}, {Day: "2026-05-21", Name: "Hari jadi", Kind: Local}, {Day: "2026-05-30", Name: "Sabtu", Kind: Worked},
	})
	for day, want := range map[string]bool{
		"2026-03-16": true, "2026-03-18": false, "2026-03-20": false, "2026-03-25": true, // the eve of Nyepi to Idul Fitri
		"2026-03-14": false, "2026-03-15": false, // weekend
		"2026-05-27": true, "2026-05-21": false, "2026-05-30": false, // the round's own
		"2027-01-01": false, "2031-08-17": false, "2027-03-10": true, // of every year; unknown
		"": false, "2026-02-30": false, "besok": false,
	} {
		if got := c.Working(day); got != want {
			t.Errorf("Working(%q) = %v", day, got)
		}
	}
	if !c.Known("2026") || c.Known("2027") {
		t.Error("known years")
	}
}

// Counted day by day, Next, Add and Between say the same.
func TestWorkingDaysAgree(t *testing.T) {
	c := New(nil)
	days := c.Between("2026-01-01", "2027-02-01")
	at, day := 0, "2026-01-01"
	for d := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); d.Format(time.DateOnly) <= "2027-01-31"; d = d.AddDate(0, 0, 1) {
		iso := d.Format(time.DateOnly)
		if c.Working(iso) {
			if days[at] != iso {
				t.Fatalf("Between has %s, want %s", days[at], iso)
			}
			at, day = at+1, iso
		}
		if got := c.Next(iso); got != days[at] {
			t.Fatalf("Next(%s) = %s, want %s", iso, got, days[at])
		}
		if got := c.Add(iso, 5); at+4 < len(days) && got != days[at+4] {
			t.Fatalf("Add(%s, 5) = %s, want %s", iso, got, days[at+4])
		}
	}
	if day != days[at-1] || c.Add("2026-03-17", 1) != "2026-03-25" || c.Add("2026-03-15", 0) != "2026-03-15" || c.Next("x") != "" {
		t.Error(day, c.Add("2026-03-17", 1))
	}
	if c.Between("2026-02-01", "2026-01-01") != nil || len(c.Off("2026-03-01", "2026-03-31")) != 5 {
		t.Error(c.Off("2026-03-01", "2026-03-31"))
	}
	if got := Years("2026-12-30", "2028-01-01"); !slices.Equal(got, []string{"2026", "2027", "2028"}) || Weekday("2026-03-16") != "Senin" || Weekday("x") != "" {
		t.Error(got, Weekday("2026-03-16"))
	}
}

func TestReadHolidays(t *testing.T) {
	list, problems := ReadHolidays("libur.csv", []byte("date,name,kind\n2026-05-21,Hari Jadi,daerah\n\"Senin, 2 Maret 2026\",Libur setempat,\n2026-05-27,Tetap masuk,Kerja\n"))
	if len(problems) > 0 || len(list) != 3 || list[1] != (Holiday{Day: "2026-03-02", Name: "Libur setempat", Kind: Local}) || list[2].Kind != Worked {
		t.Fatal(list, problems)
	}
	for text, want := range map[string]string{
		"":                             "kosong",
		"tanggal;nama\n17/8/2026;A\n":  "baris 2: bukan tanggal",
		"tanggal;nama\n08-17;A\n":      "baris 2: bukan tanggal",
		"tanggal;nama\n2026-02-30;A\n": "baris 2: bukan tanggal",
		"tanggal;nama\n2026-02-03;\n":  "baris 2: nama",
		"tanggal;nama;jenis\n2026-02-03;A;libur\n":         "jenis hari libur tidak dikenal",
		"tanggal;nama\n2026-02-03;A\n3 Februari 2026;B\n":  "baris 3: tanggal ini sudah",
		"tanggal\n2026-02-03\n":                            "kolom nama tidak ada",
		"tanggal;nama;tanggal\n2026-02-03;A;2026-02-03\n":  "kolom tanggal ada dua",
		"tanggal;nama;warna\n2026-02-03;A;merah\n":         "\"warna\" tidak dikenal",
		"tanggal;nama\n2026-02-03;A\n2026-02-04;B;C;D;E\n": "S401",
	} {
		list, problems := ReadHolidays("libur.csv", []byte(text))
		if list != nil || !strings.Contains(problems.Error(), want) {
			t.Errorf("%q: %v, %v; want %q", text, list, problems, want)
		}
	}
}
