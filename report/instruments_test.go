package report_test

import (
	"math/big"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/library"
	"spotcheck/report"
)

func builtIns(t testing.TB) []*indicators.Instrument {
	t.Helper()
	var out []*indicators.Instrument
	for _, id := range library.IDs() {
		in, problems := library.Load(id)
		if in == nil {
			t.Fatal(problems)
		}
		out = append(out, in)
	}
	if len(out) < 2 {
		t.Fatal("no instruments")
	}
	return out
}

// Every instrument fills every report, whatever the answers; no word of another
// instrument's gets into it.
func TestEveryInstrumentBuilds(t *testing.T) {
	for _, inst := range builtIns(t) {
		for state, fill := range map[string]func(assess.Unit, *indicators.Node) *assess.Answer{"none": none, "best": best, "worst": worst, "mixed": random(3)} {
			in := inputOf(t, inst, units(3), fill)
			docs := documents(in)
			docs["show"] = report.Instrument(inst)
			for name, d := range docs {
				eachText(d, func(s string) {
					if strings.Contains(s, "%!") || strings.Contains(s, "<nil>") || strings.Contains(s, "zona  ") || strings.HasSuffix(s, "zona ") {
						t.Errorf("%s, %s: %s says %q", inst.ID, state, name, s)
					}
					if !inst.Zoned() && (strings.Contains(s, "zona hijau") || strings.Contains(s, "zona kuning") || strings.Contains(s, "zona merah")) && name != "show" {
						t.Errorf("%s knows no zones: %s says %q", inst.ID, name, s)
					}
				})
			}
		}
	}
}

// The instrument's own page tells the origin of every weight, band, scale, group,
// effort and gate.
func TestEveryNumberHasItsOrigin(t *testing.T) {
	for _, inst := range builtIns(t) {
		var b strings.Builder
		eachText(report.Instrument(inst), func(s string) { b.WriteString(s + "\n") })
		page := b.String()
		want := func(what, text string) {
			if text != "" && !strings.Contains(page, text) {
				t.Errorf("%s: %s is not told: %q", inst.ID, what, text)
			}
		}
		for _, n := range inst.Nodes() {
			want("weight of "+n.ID, n.Origin.Reason)
			if n.Asking != nil {
				want("wording of "+n.ID, n.Wording.Reason)
			}
		}
		for _, s := range inst.Scales {
			want("scale "+s.Key, s.Reason)
			want("scale "+s.Key, s.Title)
		}
		for _, band := range inst.Bands.List {
			want("band "+band.Category, band.Reason)
		}
		for _, g := range inst.Respondents {
			want("respondents "+g.Key, g.Reason)
		}
		for _, e := range inst.Efforts {
			want("effort "+e.Key, e.Reason)
		}
		for _, g := range inst.Gates {
			want("gate "+g.Title, g.Title)
			want("gate "+g.Title, g.Reason)
		}
		if inst.Opinions != nil {
			want("opinions", inst.Opinions.Reason)
		}
		if v := inst.Variant; v != nil {
			for _, c := range v.Changes {
				want("change of "+c.Node.ID, c.Node.Title)
			}
		}
		for _, s := range inst.Sources {
			want("source "+s.Key, s.Title)
		}
	}
}

// An opinion is told with its category and gates, and its absence with the reason.
func TestOpinion(t *testing.T) {
	inst, problems := library.Load("opini-2025")
	if inst == nil {
		t.Fatal(problems)
	}
	following := func(share func(*indicators.Node) *assess.Answer) func(assess.Unit, *indicators.Node) *assess.Answer {
		return func(u assess.Unit, n *indicators.Node) *assess.Answer {
			if n.Top().ID == "T" {
				return share(n)
			}
			return best(u, n)
		}
	}
	for name, tc := range map[string]struct {
		share func(*indicators.Node) *assess.Answer
		want  string
	}{
		"all followed up": {func(n *indicators.Node) *assess.Answer { return answer(n.Scale.Max) }, "Simulasi opini: Kualitas Tertinggi Tanpa Maladministrasi."},
		"some not":        {func(n *indicators.Node) *assess.Answer { return answer(n.Scale.Min) }, "Simulasi opini: Kualitas Tertinggi."},
		"no product": {func(*indicators.Node) *assess.Answer {
			return &assess.Answer{Layer: assess.Mandiri, State: assess.NA, Note: "tidak ada produk"}
		}, "Simulasi opini: tidak dapat disimpulkan"},
		"not answered": {func(*indicators.Node) *assess.Answer { return nil }, "Simulasi opini: belum dapat disebut"},
	} {
		in := inputOf(t, inst, units(2), following(tc.share))
		for doc, d := range map[string]*report.Document{"recap": in.Recap(), "unit": in.Unit(in.Map.Units[0], report.UnitRows)} {
			found := false
			eachText(d, func(s string) { found = found || strings.HasPrefix(s, tc.want) })
			if !found {
				t.Errorf("%s: the %s does not say %q", name, doc, tc.want)
			}
		}
	}
}

// A result that rounds up to what a gate demands is printed with the digits that
// tell them apart.
func TestGateIsExplained(t *testing.T) {
	inst, problems := library.Load("opini-2025")
	if inst == nil {
		t.Fatal(problems)
	}
	short := func(u assess.Unit, n *indicators.Node) *assess.Answer {
		if n.Top().ID == "T" && u.ID == "unit-00" {
			v := indicators.Floor(n.Scale.Max, 0)
			return answer(v.Sub(v, big.NewRat(1, 100)))
		}
		return best(u, n)
	}
	in := inputOf(t, inst, units(3), short)
	found := false
	eachText(in.Recap(), func(s string) { found = found || s == "99,997" })
	if !found {
		t.Error("99.9967 of 100 is not printed as less than 100")
	}
}
