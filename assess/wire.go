package assess

import (
	"bytes"
	"encoding/json"
	"fmt"
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
	Scale      *FileScale     `json:"scale,omitempty"`   // absent in the first results
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

// FileScale holds the ends of the result scale, which hold all scores.
type FileScale struct {
	Min string `json:"min"`
	Max string `json:"max"`
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
	Times    string     `json:"times,omitempty"` // how often it counts in the means; absent where once
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
	in, p := r.Input.Instrument, newPrinter(r.Input.Instrument.Result.Decimals)
	f := &File{
		Schema:     ResultSchema,
		Instrument: FileInstrument{in.ID, in.Version, in.Digest, in.Title},
		Entity:     r.Input.Entity, Period: r.Input.Period, Date: r.Input.Date, Layer: r.Input.Layer,
		Scale:     &FileScale{indicators.Exact(in.Result.Min), indicators.Exact(in.Result.Max)},
		FileScore: p.score(r.Entity),
		Verified:  r.verified(), Answers: r.Entity.Slots,
		Excluded: r.Input.Excluded, Low: p.fixed(r.Entity.Low), High: p.fixed(r.Entity.High),
		Gates: p.gates(r.Gates), FileAxis: fileAxis(r.Axis),
		Units:    []FileUnit{},
		Problems: append(problem.List{}, problems...),
	}
	for _, n := range r.Nodes {
		f.Nodes = append(f.Nodes, p.node(n.Node, n.Score))
	}
	for i := range r.Units {
		u := p.unit(&r.Units[i])
		if times := r.times(&r.Units[i]); times != 1 {
			u.Times = fmt.Sprint(times)
		}
		f.Units = append(f.Units, u)
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

func (p *printer) score(s Score) FileScore {
	f := FileScore{Progress: indicators.Floor(s.Progress(), 2).FloatString(2), Complete: s.Complete()}
	if s.Exact == nil {
		return f
	}
	f.Score, f.Exact = s.Rounded.FloatString(p.decimals), p.exact(s.Exact)
	f.Min, f.Max = f.Score, p.fixed(s.Max)
	f.Category, f.Label, f.Zone = s.Band.Category, s.Band.Label, s.Band.Zone
	return f
}

func (p *printer) unit(u *UnitResult) FileUnit {
	f := FileUnit{
		ID: u.Unit.ID, Name: u.Unit.Name, Type: u.Unit.Type,
		FileScore: p.score(u.Score), Verified: u.Verified, Gates: p.gates(u.Gates), FileAxis: fileAxis(u.Axis),
	}
	f.Nodes = make([]FileNode, 0, len(u.Nodes))
	for i := range u.Nodes {
		n := &u.Nodes[i]
		fn := p.node(n.Node, n.Score)
		fn.State, fn.Unasked, fn.Share = n.State, !n.Asked, p.exact(n.Share)
		for _, it := range n.Items {
			fn.Items = append(fn.Items, p.item(it))
		}
		f.Nodes = append(f.Nodes, fn)
	}
	return f
}

func (p *printer) node(n *indicators.Node, score *big.Rat) FileNode {
	f := FileNode{ID: n.ID, Kind: n.Kind, Title: n.Title, Weight: p.plain(n.Weight), Score: p.fixed(score)}
	if score != nil {
		f.Exact = p.exact(score)
	}
	return f
}

func (p *printer) item(it Item) FileItem {
	f := FileItem{Product: it.Product.Name, Respondent: it.Respondent, State: it.State}
	if a := it.Answer; a != nil {
		f.Layer = a.Layer
		f.Source = a.At.String()
		if a.Value != nil {
			f.Value = p.plain(a.Value)
		}
		if a.State == NA {
			f.Reason = a.Note
		}
	}
	return f
}

func (p *printer) gates(gates []GateResult) []FileGate {
	var out []FileGate
	for _, g := range gates {
		out = append(out, FileGate{g.Gate.Set, g.Gate.Of(), g.Gate.Title, p.fixed(g.Gate.Min), p.fixed(g.Score), g.State})
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
