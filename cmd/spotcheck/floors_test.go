package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors is the house plan: a package may import only packages on lower floors.
var floors = map[string]int{
	"indicators/problem":      0,
	"indicators/oracle":       0,
	"indicators/strictyaml":   1,
	"indicators":              2,
	"indicators/format":       2,
	"indicators/library":      3,
	"indicators/workbook":     4,
	"assess":                  3,
	"assess/sheet":            3,
	"assess/bookfile":         3,
	"assess/calendar":         3,
	"assess/action":           4,
	"assess/action/tracking":  5,
	"assess/answers/csvrows":  2,
	"assess/answers":          4,
	"assess/audit/formula":    3,
	"assess/audit":            4,
	"assess/form":             4,
	"assess/annotate":         4,
	"assess/gap":              4,
	"assess/gap/knapsack":     3,
	"assess/gap/path":         5,
	"assess/supervision":      4,
	"assess/gap/sample":       5,
	"assess/gap/solid":        4,
	"assess/gap/systemic":     5,
	"assess/compare":          4,
	"assess/plan":             4,
	"assess/round/atomicfile": 4,
	"assess/round":            5,
	"report":                  6,
	"report/text":             7,
	"report/xlsx":             7,
	"report/pdf":              7,
	"cmd/spotcheck":           8,
	"examples":                8,
	"examples/fill":           9,
	"examples/corpus":         9,
}

// fences names the only packages that may use a library outside tests.
var fences = map[string][]string{
	"github.com/xuri/excelize/v2":              {"assess/action", "assess/bookfile", "assess/form", "report/xlsx", "assess/round", "examples", "indicators/workbook"},
	"github.com/jung-kurt/gofpdf":              {"report/pdf"},
	"gopkg.in/yaml.v3":                         {"indicators/strictyaml"},
	"github.com/cheggaaa/pb/v3":                {"cmd/spotcheck"},
	"github.com/spf13/cobra":                   {"cmd/spotcheck"},
	"github.com/spf13/pflag":                   {"cmd/spotcheck"},
	"golang.org/x/sync/errgroup":               {"assess/round", "assess/round/atomicfile"},
	"github.com/google/go-cmp/cmp":             {},
	"github.com/rogpeppe/go-internal":          {},
	"github.com/santhosh-tekuri/jsonschema/v6": {},
}

func TestFloors(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range importsOf(t, "../..") {
		pkg := filepath.ToSlash(filepath.Dir(file))
		seen[pkg] = true
		own, known := floors[pkg]
		if !known {
			t.Errorf("package %s is on no floor", pkg)
			continue
		}
		for _, path := range imports {
			if below, ours := strings.CutPrefix(path, "spotcheck/"); ours {
				if f, ok := floors[below]; !ok || f >= own {
					t.Errorf("%s (floor %d) imports %s (floor %d)", file, own, below, f)
				}
			}
			if rooms, fenced := fences[path]; fenced && !slices.Contains(rooms, pkg) {
				t.Errorf("%s may not import %s", file, path)
			} else if strings.Contains(strings.Split(path, "/")[0], ".") && !fenced {
				t.Errorf("%s imports %s, which has no fence", file, path)
			}
		}
	}
	for pkg := range floors {
		if !seen[pkg] {
			t.Errorf("floor plan names %s, which does not exist", pkg)
		}
	}
}

// importsOf reads every non-test Go file below root.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		for _, i := range f.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			out[rel] = append(out[rel], p)
		}
		if len(f.Imports) == 0 {
			out[rel] = nil
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("found only %d Go files", len(out))
	}
	return out
}
