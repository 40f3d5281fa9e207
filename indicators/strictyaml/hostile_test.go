package strictyaml_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
	"spotcheck/indicators/strictyaml"
)

// aliasBomb is a list of lists of lists, 9^10 long once unfolded.
func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a: &a [x, x, x, x, x, x, x, x, x]\n")
	for c := 'b'; c < 'l'; c++ {
		one := fmt.Sprintf("*%c, ", c-1)
		fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(one, 9), ", "))
	}
	return b.String()
}

// fill repeats line up to the largest size that is read at all.
func fill(head, line string) string {
	return head + strings.Repeat(line, (strictyaml.MaxBytes-len(head))/len(line))
}

// within repeats line as often as a document may have marks.
func within(head, line string) string {
	marks := 0
	for _, c := range line {
		marks += strings.Count("[{,:-?", string(c))
	}
	return head + strings.Repeat(line, (strictyaml.MaxMarks-3)/marks)
}

func manyKeys() string {
	var b strings.Builder
	for i := range strictyaml.MaxMarks - 1 {
		fmt.Fprintf(&b, "kunci%d: 1\n", i)
	}
	return b.String()
}

func TestHostileDocumentsEndInANumber(t *testing.T) {
	for _, tc := range []struct {
		name, data string
		want       problem.Code
	}{
		{"alias bomb", aliasBomb(), problem.YAMLTooLarge},
		{"200,000 lists", strings.Repeat("[", 200_000), problem.YAMLTooLarge},
		{"as many lists as allowed", within("", "["), problem.YAMLTooLarge},
		{"100,000 mappings", strings.Repeat("a: {", 100_000), problem.YAMLTooLarge},
		{"as many mappings as allowed", within("", "a: {"), problem.YAMLTooLarge},
		{"200,000 steps of indentation", fill("", "- "), problem.YAMLTooLarge},
		{"a scalar over 4 MB", "nama: " + strings.Repeat("x", 5<<20), problem.YAMLTooLarge},
		{"a scalar just within", fill("cakupan: ", "x"), problem.UnknownName},
		{"a number just within", fill("bobot: ", "9"), problem.BadNumber},
		{"a key just within", fill("nama: a\n? ", "x"), problem.YAMLUnknownKey},
		{"a list of half a million", fill("nama: [", "a,"), problem.YAMLTooLarge},
		{"as long a list as allowed", within("nama: [", "a,") + "b]", problem.YAMLType},
		{"as many small mappings", within("nama: [", "a: b,") + "]", problem.YAMLType},
		{"as many dashes", within("nama:\n", "-\n"), problem.YAMLType},
		{"as many dashes with comments", within("nama:\n", "- a # b\n"), problem.YAMLType},
		{"as many wrong items", within("anak:\n", "- a\n"), problem.YAMLType},
		{"as many keys", manyKeys(), problem.YAMLUnknownKey},
		{"the same key again", within("", "k: 1\n"), problem.YAMLDuplicateKey},
		{"as many documents", within("nama: a\n", "---\n"), problem.YAMLDocuments},
		{"only quotes", fill("", "\""), problem.YAMLSyntax},
		{"only colons", within("", ": "), problem.YAMLSyntax},
		{"only question marks", within("", "? "), problem.YAMLTooLarge},
	} {
		t.Run(tc.name, func(t *testing.T) {
			list, spent := read(tc.data)
			if !has(list, tc.want) {
				t.Errorf("no %s among %d problems, first %v", tc.want, len(list), list[:min(1, len(list))])
			}
			if spent > 64<<20 {
				t.Errorf("allocated %d MB", spent>>20)
			}
			if n := len(list.Error()); n > 200_000 {
				t.Errorf("told in %d bytes", n)
			}
		})
	}
}

// read walks a document and tells what that cost.
func read(data string) (list problem.List, spent uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	doc := strictyaml.Parse("uji.yaml", []byte(data))
	walk(doc)
	list = doc.Problems()
	runtime.ReadMemStats(&after)
	return list, after.TotalAlloc - before.TotalAlloc
}

// A file with nothing right in it is told in part, and says so.
func TestProblemsAreCounted(t *testing.T) {
	doc := strictyaml.Parse("uji.yaml", []byte(strings.Repeat("k: 1\n", 5000)))
	walk(doc)
	list := doc.Problems()
	if len(list) != strictyaml.MaxProblems+1 || !doc.Full() {
		t.Fatalf("%d problems, full %v", len(list), doc.Full())
	}
	if n := count(list, problem.YAMLTooLarge); n != 1 {
		t.Errorf("told %d times that there is more", n)
	}
}

func has(l problem.List, code problem.Code) bool { return count(l, code) > 0 }

func count(l problem.List, code problem.Code) (n int) {
	for _, p := range l {
		if p.Code == code {
			n++
		}
	}
	return n
}
