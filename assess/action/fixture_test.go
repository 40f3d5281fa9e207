package action_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"spotcheck/assess/action"
	"spotcheck/assess/sheet"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

const planSheet = "Rencana aksi"

func instrument(t testing.TB) *indicators.Instrument {
	t.Helper()
	data, err := os.ReadFile("../answers/testdata/instrumen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in, list := indicators.Parse("instrumen.yaml", data)
	if in == nil {
		t.Fatal(list)
	}
	return in
}

// plan has an item for the first indicators of two units, and one of the government.
func plan(t testing.TB) *action.Plan {
	t.Helper()
	in := instrument(t)
	p := &action.Plan{Instrument: in, Entity: "Kabupaten Uji", Period: "2026", Date: "2026-09-30", Notes: []string{"Contoh."}}
	ids := in.Indicators()
	for n, unit := range []string{"DINKES", "PKM-1"} {
		for i, node := range ids[:3-n] {
			p.Items = append(p.Items, item(unit, node, i))
		}
	}
	whole := item(action.WholeGovernment, ids[len(ids)-1], 0)
	whole.Lost = nil
	p.Items = append(p.Items, whole)
	return p
}

func item(unit string, n *indicators.Node, i int) action.Item {
	return action.Item{
		Key: action.Key{Unit: unit, Indicator: n.ID}, UnitName: "Nama " + unit, Title: n.Title, Condition: "Sebagian. =1+1 belum ada.",
		Criteria: "Pasal 21 huruf b UU 25/2009", Effect: "Unit kehilangan 3,20 poin.", Remedy: "Tetapkan " + n.Title + ".", Role: "Sekretaris", Contact: "Budi",
		Due: "2026-10-30", DueText: "30 Oktober 2026", Expected: "SK", Effort: "Ringan", Work: i, Lost: big.NewRat(16, 5), EntityLost: big.NewRat(int64(i+1), 7),
	}
}

func expect(p *action.Plan) action.Expect {
	return action.Expect{Plan: p, Units: []string{"DINKES", "PKM-1", "PKM-2"}, Limits: sheet.DefaultLimits()}
}

func blank(t testing.TB, p *action.Plan) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := action.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hand fills a workbook as a person does: columns by head, rows by key.
type hand struct {
	*excelize.File
	t testing.TB
}

func edit(t testing.TB, data []byte, do func(hand)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	do(hand{f, t})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cell finds the cell of an action under a head.
func (h hand) cell(k action.Key, head string) string {
	h.t.Helper()
	rows, err := h.GetRows(planSheet)
	h.ok(err)
	at := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Kode unit") })
	col := slices.Index(rows[at], head)
	unit, code := slices.Index(rows[at], "Kode unit"), slices.Index(rows[at], "Kode")
	for i, row := range rows {
		if col >= 0 && len(row) > code && row[unit] == k.Unit && row[code] == k.Indicator {
			return sheet.Ref(i+1, col+1)
		}
	}
	h.t.Fatalf("no cell %v %q", k, head)
	return ""
}

func (h hand) put(k action.Key, head string, value any) {
	h.t.Helper()
	h.ok(h.SetCellValue(planSheet, h.cell(k, head), value))
}

func (h hand) ok(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// reply fills in an entry.
func (h hand) reply(e action.Entry) {
	h.t.Helper()
	for _, c := range []struct{ head, text string }{
		{"Sebab", e.Cause}, {"Diterima", string(e.Accepted)}, {"Penanggung jawab", e.Owner}, {"Tenggat yang disepakati", e.Agreed},
		{"Tindak lanjut", e.Report}, {"Bukti", e.Evidence}, {"Status", string(e.Status)}, {"Tanggal", e.Date},
	} {
		if c.text != "" {
			h.put(e.Key, c.head, c.text)
		}
	}
}

// someEntries are replies to some of the items, with nothing wrong in them.
func someEntries(rng *rand.Rand, p *action.Plan) []action.Entry {
	var out []action.Entry
	for n, i := range p.Items {
		if rng.IntN(3) == 0 {
			continue
		}
		e := action.Entry{Key: i.Key, Owner: fmt.Sprint("Siti ", n), Accepted: action.Accepted}
		if rng.IntN(2) == 0 {
			e.Agreed = fmt.Sprintf("2026-12-%02d", 1+rng.IntN(28))
		}
		if rng.IntN(2) == 0 {
			e.Status, e.Date, e.Report = action.Statuses[rng.IntN(4)], fmt.Sprintf("2027-01-%02d", 1+rng.IntN(28)), "=SUM(1) sudah, \"selesai\"\n& dilaporkan"
		}
		if rng.IntN(4) == 0 {
			e.Cause, e.Evidence = "Belum dianggarkan", "SK 12/2026"
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b action.Entry) int {
		return strings.Compare(a.Unit+" "+a.Indicator, b.Unit+" "+b.Indicator)
	})
	return out
}

// told writes entries and problems line by line.
func told(f *action.Filled, list problem.List) string {
	var b strings.Builder
	if f == nil {
		b.WriteString("refused\n")
		f = &action.Filled{}
	}
	line := func(mark string, e action.Entry) {
		fmt.Fprintf(&b, "%s%s %s|%s|%s|%s|%s|%s|%s|%s|%s\n", mark, e.Unit, e.Indicator, e.Cause, e.Accepted, e.Owner, e.Agreed, indicators.Squash(e.Report), e.Evidence, e.Status, e.Date)
	}
	for _, e := range f.Entries {
		line("", e)
	}
	for _, e := range f.Closed {
		line("closed ", e)
	}
	for _, p := range list {
		fmt.Fprintf(&b, "%s %s %s [%s]\n", p.Code, p.In("").Where(), p.Message, p.Value)
	}
	return b.String()
}
