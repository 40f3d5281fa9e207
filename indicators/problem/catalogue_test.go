package problem_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

var number = regexp.MustCompile(`^S[1-8][0-9]{2}$`)

func TestCatalogueIsWhole(t *testing.T) {
	last := problem.Code("")
	seen := map[problem.Code]bool{}
	for _, e := range problem.Catalogue() {
		if !number.MatchString(string(e.Code)) {
			t.Errorf("%q is not a number of the catalogue", e.Code)
		}
		if seen[e.Code] {
			t.Errorf("%s is used twice", e.Code)
		}
		seen[e.Code] = true
		if e.Code < last {
			t.Errorf("%s stands after %s", e.Code, last)
		}
		last = e.Code
		if e.Severity != problem.Error && e.Severity != problem.Warning {
			t.Errorf("%s has severity %q", e.Code, e.Severity)
		}
		for what, text := range map[string]string{"title": e.Title, "remedy": e.Remedy} {
			if text == "" || strings.TrimSpace(text) != text || strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s %q is empty, padded or ends in a full stop", e.Code, what, text)
			}
		}
		if found, ok := problem.Lookup(e.Code); !ok || found != e {
			t.Errorf("Lookup(%s) = %v, %v", e.Code, found, ok)
		}
	}
	if _, ok := problem.Lookup("S000"); ok {
		t.Error("Lookup finds a number that does not exist")
	}
}

func TestCatalogueBelongsToItsCaller(t *testing.T) {
	before := problem.Catalogue()
	problem.Catalogue()[0].Title = "lain"
	if !slices.Equal(before, problem.Catalogue()) {
		t.Error("changing the returned slice changed the catalogue")
	}
}

func TestConstantsAndCatalogueAgree(t *testing.T) {
	constants := codes(t)
	if len(constants) == 0 {
		t.Fatal("no constants found: did catalogue.go move?")
	}
	listed := map[problem.Code]bool{}
	for _, e := range problem.Catalogue() {
		listed[e.Code] = true
	}
	for name, code := range constants {
		if !listed[code] {
			t.Errorf("%s = %s is not in the catalogue", name, code)
		}
		delete(listed, code)
	}
	for code := range listed {
		t.Errorf("%s has no constant", code)
	}
}

// TestEveryCodeIsRaised keeps the catalogue honest: a number that no code files
// is documentation of something that does not happen.
func TestEveryCodeIsRaised(t *testing.T) {
	used, files := map[string]bool{}, 0
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2):
			return fs.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || filepath.Base(filepath.Dir(path)) == "problem":
			return nil
		}
		files++
		return markUsed(path, used)
	})
	if err != nil || files < 10 {
		t.Fatalf("%d Go files read: %v", files, err)
	}
	var unused []string
	for name, code := range codes(t) {
		if !used[name] {
			unused = append(unused, string(code)+" "+name)
		}
	}
	slices.Sort(unused)
	if len(unused) > 0 {
		t.Errorf("%d codes are raised nowhere:\n%s", len(unused), strings.Join(unused, "\n"))
	}
}

// markUsed notes every problem.Name that a file mentions.
func markUsed(path string, used map[string]bool) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f, err := parser.ParseFile(token.NewFileSet(), path, src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "problem" {
				used[sel.Sel.Name] = true
			}
		}
		return true
	})
	return nil
}

// codes lists the constants of type Code by name, read from the source.
func codes(t *testing.T) map[string]problem.Code {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "catalogue.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]problem.Code{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		typ, ok := spec.Type.(*ast.Ident)
		if !ok || typ.Name != "Code" {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			out[spec.Names[0].Name] = problem.Code(text)
		}
		return true
	})
	return out
}
