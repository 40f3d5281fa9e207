package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// corpora are the fuzz targets of what reads files from outside. Each has its inputs
// beside it, which run with every test.
var corpora = []string{
	"assess/sheet/FuzzOpen", "assess/sheet/FuzzParts", "assess/answers/csvrows/FuzzRead", "assess/answers/csvrows/FuzzGuard",
	"indicators/strictyaml/FuzzParse", "indicators/strictyaml/FuzzParseDecimal", "assess/FuzzReadFile",
	"assess/annotate/FuzzParse", "assess/annotate/FuzzCopy",
}

var fuzzTarget = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// TestCorpora counts the inputs, because a folder that is empty or has moved tests
// nothing and says nothing.
func TestCorpora(t *testing.T) {
	const least, most = 10, 300 << 10 // inputs of a target, bytes of all
	targets, inputs, size := map[string]bool{}, map[string]int{}, int64(0)
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel("../..", path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if strings.HasSuffix(rel, "_test.go") {
			text, err := os.ReadFile(path)
			for _, m := range fuzzTarget.FindAllSubmatch(text, -1) {
				targets[filepath.ToSlash(filepath.Dir(rel))+"/"+string(m[1])] = true
			}
			return err
		}
		if pkg, file, ok := strings.Cut(rel, "/testdata/fuzz/"); ok {
			inputs[pkg+"/"+filepath.ToSlash(filepath.Dir(file))]++
			info, err := d.Info()
			if err != nil {
				return err
			}
			size += info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range corpora {
		if inputs[name] < least {
			t.Errorf("%s has %d inputs, want %d at least", name, inputs[name], least)
		}
	}
	for name := range inputs {
		if !targets[name] {
			t.Errorf("there are inputs for %s, which does not exist", name)
		}
	}
	if size > most {
		t.Errorf("all inputs together are %d bytes, want %d at most", size, most)
	}
}
