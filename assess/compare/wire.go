package compare

import (
	"encoding/json"
	"io"
	"strings"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

// Schema names the JSON of a comparison; its keys never change meaning.
const Schema = "spotcheck/compare/v1"

type file struct {
	Schema     string                `json:"schema"`
	Instrument assess.FileInstrument `json:"instrument"`
	Rows       []fileRow             `json:"rows"`
	Progress   []fileProgress        `json:"progress,omitempty"`
	Problems   problem.List          `json:"problems"`
}

// fileRow is one entity in one period, in rising order of period, best first.
// Change is empty without an earlier period.
type fileRow struct {
	Period  string       `json:"period"`
	Place   int          `json:"place"`
	Entity  string       `json:"entity"`
	Layer   assess.Layer `json:"layer"`
	Example bool         `json:"example,omitempty"`
	Change  string       `json:"change"`
	Was     int          `json:"previous_place,omitempty"`
	assess.FileScore
	Nodes map[string]string `json:"nodes"`
}

// fileProgress is one unit of an entity between two periods. Better and worse are
// the ids of the indicators whose score rose or fell; waived those that no longer
// apply, taken those that did not apply before.
type fileProgress struct {
	Entity string   `json:"entity"`
	From   string   `json:"from"`
	To     string   `json:"to"`
	Unit   string   `json:"unit"`
	Name   string   `json:"name"`
	Before string   `json:"before"`
	After  string   `json:"after"`
	Change string   `json:"change"`
	Better []string `json:"better"`
	Worse  []string `json:"worse"`
	Waived []string `json:"waived,omitempty"`
	Taken  []string `json:"taken,omitempty"`
}

// WriteJSON writes the comparison as indented JSON.
func (t *Table) WriteJSON(w io.Writer) error {
	out := file{Schema: Schema, Instrument: t.Instrument, Problems: append(problem.List{}, t.Problems...)}
	for _, l := range t.Leagues {
		for i := range l.Rows {
			out.Rows = append(out.Rows, t.row(&l.Rows[i]))
		}
	}
	for _, p := range t.Progress() {
		for _, u := range p.Units {
			out.Progress = append(out.Progress, progressRow(p, u))
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

func progressRow(p Progress, u UnitChange) fileProgress {
	row := fileProgress{Entity: p.Entity, From: p.From, To: p.To, Unit: u.ID, Name: u.Name, Better: ids(u.Better), Worse: ids(u.Worse), Waived: ids(u.Waived), Taken: ids(u.Taken)}
	if u.Before != nil {
		row.Before = u.Before.Score
	}
	if u.After != nil {
		row.After = u.After.Score
	}
	if c := u.Change(); c != nil {
		_, decimals, _ := strings.Cut(row.After, ".")
		row.Change = c.FloatString(len(decimals))
	}
	return row
}

func ids(list []NodeChange) []string {
	out := []string{}
	for _, n := range list {
		out = append(out, n.ID)
	}
	return out
}

func (t *Table) row(r *Row) fileRow {
	row := fileRow{
		Period: r.File.Period, Place: r.Place, Entity: r.File.Entity, Layer: r.File.Layer, Example: r.File.Example,
		FileScore: r.File.FileScore, Nodes: map[string]string{},
	}
	if c := r.Change(); c != nil {
		_, decimals, _ := strings.Cut(r.File.Score, ".")
		row.Change, row.Was = c.FloatString(len(decimals)), r.Before.Place
	}
	for i, n := range t.Nodes {
		row.Nodes[n.ID] = r.Nodes[i]
	}
	return row
}
