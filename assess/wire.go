package assess

import (
	"bytes"
	"encoding/json"
	"math/big"

	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// ResultSchema names the JSON of a result; its keys never change meaning.
const ResultSchema = "spotcheck/result/v1"

// File is a result as it travels between programs (hasil.json). Numbers are
// texts: Score rounded at the instrument's decimals, Exact as a fraction in
// lowest terms; an empty text means that nothing applied.
type File struct {
	Schema     string         `json:"schema"`
	Instrument FileInstrument `json:"instrument"`
	Entity     string         `json:"entity"`
	Period     string         `json:"period"`
	Date       string         `json:"date,omitempty"` // of the round, ISO
	Layer      Layer          `json:"layer"`
	Example    bool           `json:"example,omitempty"` // made-up answers
	FileScore
	Verified int        `json:"verified"` // answers from above the units
	Answers  int        `json:"answers"`  // answers asked for
	Excluded []string   `json:"excluded,omitempty"`
	Low      string     `json:"low,omitempty"`
	High     string     `json:"high,omitempty"`
	Nodes    []FileNode `json:"nodes"`
	Gates    []FileGate `json:"gates,omitempty"`
	FileAxis
	Units    []FileUnit   `json:"units"`
	Problems problem.List `json:"problems"`
}

// FileInstrument identifies the instrument of a result.
type FileInstrument struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Title   string `json:"title"`
}

// FileScore is a total. Min equals Score: missing answers count as worst.
type FileScore struct {
	Score    string `json:"score"`
	Exact    string `json:"exact"`
	Min      string `json:"min"`
	Max      string `json:"max"`
	Progress string `json:"progress"`
	Complete bool   `json:"complete"`
	Category string `json:"category"`
	Label    string `json:"label"`
	Zone     string `json:"zone"`
}

// FileUnit is one unit of a result.
type FileUnit struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
	FileScore
	Verified int        `json:"verified"`
	Gates    []FileGate `json:"gates,omitempty"`
	FileAxis
	Nodes []FileNode `json:"nodes"`
}

// FileNode is one node; Share and Items are absent in the entity's nodes.
type FileNode struct {
	ID      string          `json:"id"`
	Kind    indicators.Kind `json:"kind"`
	Title   string          `json:"title"`
	Weight  string          `json:"weight"`
	Score   string          `json:"score"`
	Exact   string          `json:"exact"`
	State   State           `json:"state,omitempty"`
	Unasked bool            `json:"unasked,omitempty"` // na because the unit was not asked
	Share   string          `json:"share,omitempty"`
	Items   []FileItem      `json:"items,omitempty"`
}

// FileItem is one answer with the cell it was read from.
type FileItem struct {
	Product    string `json:"product,omitempty"`
	Respondent string `json:"respondent,omitempty"`
	State      State  `json:"state"`
	Value      string `json:"value,omitempty"`
	Layer      Layer  `json:"layer,omitempty"`
	Source     string `json:"source,omitempty"`
	Reason     string `json:"reason,omitempty"` // why the item is na
}

// FileAxis is what stands beside a score; absent where the instrument has none.
type FileAxis struct {
	Sets    []FileSet    `json:"gate_sets,omitempty"`
	Opinion *FileOpinion `json:"opinion,omitempty"`
}

// FileSet is the outcome of gates that must hold together.
type FileSet struct {
	For   string    `json:"for"`
	State GateState `json:"state"`
}

// FileOpinion is a simulated opinion, or why there is none.
type FileOpinion struct {
	Label string       `json:"label"`
	State OpinionState `json:"state"`
}

// FileGate is the outcome of one minimum; Node is empty for one of the total.
type FileGate struct {
	For   string    `json:"for,omitempty"`
	Node  string    `json:"node"`
	Title string    `json:"title"`
	Min   string    `json:"min"`
	Score string    `json:"score"`
	State GateState `json:"state"`
}

// File renders the result with what was wrong with its inputs.
func (r *Result) File(problems problem.List) *File {
	in, d := r.Input.Instrument, r.Input.Instrument.Result.Decimals
	f := &File{
		Schema:     ResultSchema,
		Instrument: FileInstrument{in.ID, in.Version, in.Digest, in.Title},
		Entity:     r.Input.Entity, Period: r.Input.Period, Date: r.Input.Date, Layer: r.Input.Layer,
		FileScore: fileScore(r.Entity, d),
		Verified:  r.verified(), Answers: r.Entity.Slots,
		Excluded: r.Input.Excluded, Low: fixed(r.Entity.Low, d), High: fixed(r.Entity.High, d),
		Gates: fileGates(r.Gates, d), FileAxis: fileAxis(r.Axis),
		Units:    []FileUnit{},
		Problems: append(problem.List{}, problems...),
	}
	for _, n := range r.Nodes {
		f.Nodes = append(f.Nodes, fileNode(n.Node, n.Score, d))
	}
	for i := range r.Units {
		f.Units = append(f.Units, fileUnit(&r.Units[i], d))
	}
	return f
}

func (r *Result) verified() int {
	n := 0
	for i := range r.Units {
		n += r.Units[i].Verified
	}
	return n
}

// Bytes is the file as indented JSON with a final line feed; equal results give
// equal bytes.
func (f *File) Bytes() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(f); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func fileScore(s Score, d int) FileScore {
	f := FileScore{Progress: indicators.Floor(s.Progress(), 2).FloatString(2), Complete: s.Complete()}
	if s.Exact == nil {
		return f
	}
	f.Score, f.Exact = s.Rounded.FloatString(d), indicators.Exact(s.Exact)
	f.Min, f.Max = f.Score, fixed(s.Max, d)
	f.Category, f.Label, f.Zone = s.Band.Category, s.Band.Label, s.Band.Zone
	return f
}

func fileUnit(u *UnitResult, d int) FileUnit {
	f := FileUnit{
		ID: u.Unit.ID, Name: u.Unit.Name, Type: u.Unit.Type,
		FileScore: fileScore(u.Score, d), Verified: u.Verified, Gates: fileGates(u.Gates, d), FileAxis: fileAxis(u.Axis),
	}
	for i := range u.Nodes {
		n := &u.Nodes[i]
		fn := fileNode(n.Node, n.Score, d)
		fn.State, fn.Unasked, fn.Share = n.State, !n.Asked, indicators.Exact(n.Share)
		for _, it := range n.Items {
			fn.Items = append(fn.Items, fileItem(it))
		}
		f.Nodes = append(f.Nodes, fn)
	}
	return f
}

func fileNode(n *indicators.Node, score *big.Rat, d int) FileNode {
	f := FileNode{ID: n.ID, Kind: n.Kind, Title: n.Title, Weight: indicators.Plain(n.Weight), Score: fixed(score, d)}
	if score != nil {
		f.Exact = indicators.Exact(score)
	}
	return f
}

func fileItem(it Item) FileItem {
	f := FileItem{Product: it.Product.Name, Respondent: it.Respondent, State: it.State}
	if a := it.Answer; a != nil {
		f.Layer = a.Layer
		f.Source = a.At.String()
		if a.Value != nil {
			f.Value = indicators.Plain(a.Value)
		}
		if a.State == NA {
			f.Reason = a.Note
		}
	}
	return f
}

func fileGates(gates []GateResult, d int) []FileGate {
	var out []FileGate
	for _, g := range gates {
		out = append(out, FileGate{g.Gate.Set, g.Gate.Of(), g.Gate.Title, fixed(g.Gate.Min, d), fixed(g.Score, d), g.State})
	}
	return out
}

func fileAxis(a Axis) FileAxis {
	var out FileAxis
	for _, s := range a.Sets {
		out.Sets = append(out.Sets, FileSet{s.Set, s.State})
	}
	if a.Opinion != nil {
		out.Opinion = &FileOpinion{a.Opinion.Label, a.Opinion.State}
	}
	return out
}

func fixed(r *big.Rat, d int) string {
	if r == nil {
		return ""
	}
	return indicators.Fixed(r, d)
}
