package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"spotcheck/indicators/problem"
)

// MaxBytes, MaxMarks and MaxDepth bound a document; what is larger is refused unread.
// Marks are the characters that may begin a value: the library spends up to a kilobyte
// and two microseconds on each. A full megabyte of honest text has 40,000 of them.
// MaxProblems bounds the complaints: after that many, one more says that there are
// others, and no more are taken.
const (
	MaxBytes    = 1 << 20
	MaxMarks    = 45_000
	MaxDepth    = 64
	MaxProblems = 200
)

// Doc collects what is wrong with one YAML file.
type Doc struct {
	file     string
	root     *yaml.Node
	problems problem.List
}

// Parse reads the single document in data. file is used in problems only. The
// root must be a mapping. Look at Problems after reading.
func Parse(file string, data []byte) *Doc {
	d := &Doc{file: file}
	if len(data) > MaxBytes {
		d.add(problem.New(problem.YAMLTooLarge, problem.Place{}, "berkas %d bita melampaui batas %d bita", len(data), MaxBytes))
		return d
	}
	if marks(data) > MaxMarks {
		d.add(problem.New(problem.YAMLTooLarge, problem.Place{}, "berkas memuat lebih dari %d nilai", MaxMarks))
		return d
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var n yaml.Node
	if err := dec.Decode(&n); err != nil {
		d.syntax(err, data)
		return d
	}
	var second yaml.Node
	if err := dec.Decode(&second); err == nil {
		d.add(problem.New(problem.YAMLDocuments, d.at(&second), "berkas memuat lebih dari satu dokumen"))
		return d
	} else if !errors.Is(err, io.EOF) {
		d.syntax(err, data)
		return d
	}
	if d.sound(&n, 0) {
		d.root = n.Content[0]
	}
	return d
}

func marks(data []byte) (n int) {
	for _, c := range []byte("[{,:-?") {
		n += bytes.Count(data, []byte{c})
	}
	return n
}

// Root is the top mapping. After a fatal problem it is an empty mapping that
// complains of nothing more.
func (d *Doc) Root() *Map {
	if d.root == nil {
		return &Map{doc: d, dead: true}
	}
	return d.mapping(d.root, "dokumen")
}

// Problems is all that was found so far, in order of place.
func (d *Doc) Problems() problem.List {
	d.problems.Sort()
	return d.problems
}

// Add files a problem of the caller's own at v's line and column.
func (d *Doc) Add(code problem.Code, at Pos, format string, args ...any) {
	if !d.Full() {
		d.add(problem.New(code, problem.Place{Cell: at.String()}, format, args...))
	}
}

// Pos is a line and a column, both from 1.
type Pos struct{ Line, Column int }

func (p Pos) String() string {
	if p.Line == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

// Full reports that further problems are no longer taken, so that whoever would
// have to work for one need not.
func (d *Doc) Full() bool { return len(d.problems) > MaxProblems }

func (d *Doc) add(p problem.Problem) {
	switch {
	case d.Full():
		return
	case len(d.problems) == MaxProblems:
		p = problem.New(problem.YAMLTooLarge, problem.Place{}, "lebih dari %d masalah; yang lain tidak ditulis", MaxProblems).
			Fix("Perbaiki yang tercantum, lalu periksa lagi")
	}
	d.problems = append(d.problems, p.In(d.file))
}

func (d *Doc) at(n *yaml.Node) problem.Place {
	return problem.Place{Cell: pos(n).String()}
}

func pos(n *yaml.Node) Pos { return Pos{n.Line, n.Column} }

// sound refuses aliases, tags and deep nesting before anybody walks the tree.
func (d *Doc) sound(n *yaml.Node, depth int) bool {
	if depth > MaxDepth {
		d.add(problem.New(problem.YAMLTooLarge, d.at(n), "sarang lebih dalam daripada %d tingkat", MaxDepth))
		return false
	}
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.add(problem.New(problem.YAMLTooLarge, d.at(n), "jangkar dan alias YAML tidak diterima").Seen(cmpOr(n.Anchor, n.Value)))
		return false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.add(problem.New(problem.YAMLType, d.at(n), "tag YAML tidak diterima").Seen(n.Tag))
		return false
	}
	if strings.ContainsFunc(n.Value, unseen) && !d.Full() {
		d.add(problem.New(problem.YAMLSyntax, d.at(n), "teks memuat karakter kendali yang tidak terlihat").Seen(n.Value).
			Fix("Hapus karakter itu; mungkin ia tertulis sebagai \\u, \\x, atau \\e di antara tanda kutip"))
	}
	for _, c := range n.Content {
		if !d.sound(c, depth+1) {
			return false
		}
	}
	return true
}

// unseen are characters that play tricks on terminals and readers: all that control
// anything but lines and tabs, and those that turn the direction of a text.
func unseen(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || unicode.Is(unicode.Bidi_Control, r)
}
