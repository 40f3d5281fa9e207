package compare_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"spotcheck/assess"
	"spotcheck/assess/compare"
)

func TestJSONOfTwoPeriods(t *testing.T) {
	result := func(period, score string) compare.Named {
		f := &assess.File{Schema: assess.ResultSchema, Entity: "Kabupaten A", Period: period, Layer: assess.Mandiri}
		f.Instrument.ID = "uji"
		f.Score, f.Exact, f.Complete = score, score, true
		return compare.Named{Name: period, File: f}
	}
	table, bad := compare.New([]compare.Named{result("2025", "80.5000"), result("2026", "80.2500")})
	if bad != nil {
		t.Fatal(bad)
	}
	var b bytes.Buffer
	if err := table.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema string
		Rows   []struct {
			Period, Change string
			Was            int `json:"previous_place"`
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != compare.Schema || len(got.Rows) != 2 || got.Rows[0].Change != "" || got.Rows[1].Change != "-0.2500" || got.Rows[1].Was != 1 {
		t.Errorf("%+v", got)
	}
}
