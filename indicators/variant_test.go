package indicators_test

import (
	"strings"
	"testing"

	"spotcheck/indicators"
)

const variantHead = `schema: spotcheck/instrument/v1
extends: uji-lengkap
id: uji-kami
version: "1"
title: Variasi kami
`

// shelf is a library of the one instrument full.yaml.
func shelf(t testing.TB) indicators.Library {
	full := fixture(t, "full.yaml")
	return func(id string) ([]byte, bool) { return full, id == "uji-lengkap" }
}

// What a variant sets is set, what follows from it follows, all else is as in its
// base, and every difference is named.
func TestVariant(t *testing.T) {
	in, list := shelf(t).Parse("kami.yaml", []byte(variantHead+`short: Kami
valid: {from: 2027-01-01}
sources: {sk: {title: Keputusan Bupati 1/2026, cite: SK 1/2026}}
legal: [sk]
weights:
  provenance: confirmed
  source: [sk]
  set: {A1: 30, A1.1: 30, A2: 30, B1.1: 20}
`))
	if in == nil || len(list) > 0 {
		t.Fatal(list)
	}
	base := in.Variant.Base
	if in.ID != "uji-kami" || in.Short != "Kami" || in.About == base.About || !strings.Contains(in.About, base.Title) || in.ValidFrom != "2027-01-01" || in.ValidTo != "" ||
		len(in.Legal) != 2 || len(in.Sources) != 3 || in.Digest == base.Digest || len(in.Indicators()) != len(base.Indicators()) {
		t.Errorf("%+v", in)
	}
	var got []string
	for _, c := range in.Variant.Changes {
		got = append(got, c.Node.ID+" "+indicators.Plain(c.From)+" "+indicators.Plain(c.To))
	}
	// B1.2 and B2 share what B1.1 leaves of 40, and B1 weighs its children.
	want := "A1 20.04 30, A1.1 20.04 30, A2 40 30, B1 26.11 30, B1.1 12.22 20, B1.2 13.89 10, B2 13.89 10"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("changes %s, want %s", text, want)
	}
	if o := in.Node("A1").Origin; o.Mark != indicators.Confirmed || o.Sources[0].Key != "sk" {
		t.Errorf("origin of a weight that was set: %+v", o)
	}
	if o := in.Node("B2").Origin; o.Mark != indicators.Assumed {
		t.Errorf("origin of a weight that followed: %+v", o)
	}
}

// A variant carries another digest when its base does.
func TestVariantDigestFollowsItsBase(t *testing.T) {
	file := []byte(variantHead + "weights: {provenance: own, reason: uji, set: {C: 0}}\n")
	full := string(fixture(t, "full.yaml"))
	digest := func(text string) string {
		in, list := indicators.Library(func(string) ([]byte, bool) { return []byte(text), true }).Parse("kami.yaml", file)
		if in == nil {
			t.Fatal(list)
		}
		return in.Digest
	}
	if digest(full) == digest(strings.Replace(full, "Papan dan laman", "Papan", 1)) {
		t.Error("the same digest over another base")
	}
}

func TestFaultyVariants(t *testing.T) {
	for text, want := range map[string]string{
		"weights: {provenance: own, reason: uji, set: {A1.9: 1}}\n":   "S611 6:47",
		"weights: {provenance: own, reason: uji, set: {C: -1}}\n":     "S608 6:50",
		"weights: {provenance: own, reason: uji, set: {C: banyak}}\n": "S608 6:50",
		"weights: {provenance: own, reason: uji}\n":                   "S606 6:10",
		"weights: {provenance: confirmed, set: {C: 0}}\n":             "S615 6:10",
		"about: lain\n": "S606 1:1",
		"weights: {provenance: own, reason: uji, set: {C: 0}}\nbands: {}\n":       "S602 7:1",
		"weights: {provenance: own, reason: uji, set: {A2: 50}}\n":                "S619 6:46",
		"weights: {provenance: own, reason: uji, set: {B1.1: 40}}\n":              "S619 6:46",
		"weights: {provenance: own, reason: uji, set: {A: 0, B: 0, C: 0}}\n":      "S619 6:46, S620 6:46",
		"legal: [sk]\nweights: {provenance: own, reason: uji, set: {C: 0}}\n":     "S611 6:9",
		"valid: {from: 2026}\nweights: {provenance: own, reason: u, set: {C: 0}}": "S621 6:15",
	} {
		in, list := shelf(t).Parse("kami.yaml", []byte(variantHead+text))
		if got := told(list); in != nil || got != want {
			t.Errorf("%s: told %q, wants %q\n%v", text, got, want, list)
		}
	}
	same := strings.Replace(variantHead, "id: uji-kami", "id: uji-lengkap", 1) + "weights: {provenance: own, reason: uji, set: {C: 0}}\n"
	if in, list := shelf(t).Parse("kami.yaml", []byte(same)); in != nil || told(list) != "S623 3:5" {
		t.Errorf("a variant with the id of its base: %v", list)
	}
	chain := func(id string) ([]byte, bool) { return []byte(variantHead), true }
	if in, list := indicators.Library(chain).Parse("kami.yaml", []byte(variantHead)); in != nil || told(list) != "S623 2:10" {
		t.Errorf("a variant of a variant: %v", list)
	}
}

// Equal parts are exact, also where no decimal is: nine elements weigh a ninth.
func TestSplitIsExact(t *testing.T) {
	data := string(fixture(t, "minimal.yaml"))
	leaf := data[strings.Index(data, "  - id: A"):]
	data = strings.Replace(data, "weights: {", "weights: {split: 1, ", 1)
	data = data[:strings.Index(data, "  - id: A")]
	for _, id := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I"} {
		data += strings.Replace(strings.Replace(leaf, "    weight: 1\n", "", 1), "id: A", "id: "+id, 1)
	}
	in := parse(t, "sembilan.yaml", []byte(data))
	for _, n := range in.Nodes() {
		if indicators.Exact(n.Weight) != "1/9" || n.Weighing != indicators.Split || n.Origin.Mark != indicators.Own {
			t.Errorf("%s weighs %s, %+v", n.ID, n.Weight, n.Origin)
		}
	}
}

// What a split shares out is what the weights of its group sum to.
func TestSplitFitsTheTotal(t *testing.T) {
	for data, want := range map[string]string{
		strings.Replace(strings.Replace(string(fixture(t, "minimal.yaml")), "weights: {", "weights: {total: 1, split: 10, ", 1), "    weight: 1\n", "", 1): "S619 20:28",
		strings.Replace(strings.Replace(string(fixture(t, "minimal.yaml")), "weights: {", "weights: {total: 1, split: 1, ", 1), "    weight: 1\n", "", 1):  "",
		strings.Replace(string(fixture(t, "full.yaml")), "split: {total: 40,", "split: {total: 41,", 1):                                                    "S619 113:12",
	} {
		if _, list := shelf(t).Parse("kami.yaml", []byte(data)); told(list) != want {
			t.Errorf("told %q, want %q\n%v", told(list), want, list)
		}
	}
}
