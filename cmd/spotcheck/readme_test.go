package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"spotcheck/indicators/library"
	"spotcheck/indicators/problem"
)

var update = flag.Bool("update", false, "rewrite generated parts of README.md")

const readme = "../../README.md"

func TestReadmeListsEveryError(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("<!-- errors -->\n| nomor | masalah | perbaikan |\n|---|---|---|\n")
	for _, e := range problem.Catalogue() {
		title := e.Title
		if e.Severity == problem.Warning {
			title += " (peringatan)"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", e.Code, title, e.Remedy)
	}
	b.WriteString("<!-- /errors -->")
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	start, end := bytes.Index(text, []byte("<!-- errors -->")), bytes.Index(text, []byte("<!-- /errors -->"))
	if start < 0 || end < start {
		t.Fatal("README.md has no errors table")
	}
	end += len("<!-- /errors -->")
	if bytes.Equal(text[start:end], b.Bytes()) {
		return
	}
	if !*update {
		t.Fatal("README.md lists other errors than the catalogue; run go test ./cmd/spotcheck -run Readme -update")
	}
	next := append(append(append([]byte{}, text[:start]...), b.Bytes()...), text[end:]...)
	if err := os.WriteFile(readme, next, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReadmeNamesEveryCommand(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRootCommand(newApp(strings.NewReader(""), io.Discard, io.Discard)).Commands() {
		if c.Name() == "help" {
			continue
		}
		if !bytes.Contains(text, []byte("| `"+c.Name())) {
			t.Errorf("README.md does not list the command %s", c.Name())
		}
		for _, alias := range c.Aliases {
			if !bytes.Contains(text, []byte("`"+alias+"`")) {
				t.Errorf("README.md does not list the alias %s", alias)
			}
		}
	}
}

// Every picture and file that the README points to is there.
func TestReadmeLinksLead(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllSubmatch(text, -1)
	if len(links) < 4 {
		t.Fatalf("found %d links", len(links))
	}
	for _, m := range links {
		if link := string(m[1]); !strings.Contains(link, "://") {
			if _, err := os.Stat(filepath.Join("../..", link)); err != nil {
				t.Errorf("README.md: %v", err)
			}
		}
	}
}

// The front door names every instrument, and its example of a variant is one.
func TestReadmeOnInstruments(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, id := range library.IDs() {
		if !strings.Contains(text, "`"+id+"`") {
			t.Errorf("README.md does not name %s", id)
		}
	}
	_, rest, found := strings.Cut(text, "```yaml\n")
	example, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("README.md shows no instrument")
	}
	in, problems := library.Parse("README.md", []byte(example))
	if in == nil || len(problems) > 0 || in.Variant == nil || len(in.Variant.Changes) < 3 {
		t.Errorf("the example is no variant: %v", problems)
	}
}
