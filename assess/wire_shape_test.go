package assess_test

import (
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"testing"

	"spotcheck/assess"
	"spotcheck/indicators/problem"
)

// A result that can be read in two ways is none.
func TestReadFileHasOneMeaning(t *testing.T) {
	for name, data := range map[string]string{
		"sound":             golden,
		"on one line":       strings.ReplaceAll(strings.ReplaceAll(golden, "\n", ""), "  ", ""),
		"a key of tomorrow": strings.Replace(golden, `"entity":`, `"baru_2": [{"x": [1, "a\"}", null, true, -1.5e3]}, []], "entity":`, 1),
	} {
		if _, err := assess.ReadFile("hasil.json", []byte(data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, data := range map[string]string{
		"a key twice":            strings.Replace(golden, `"entity":`, `"entity": "Lain", "entity":`, 1),
		"a key twice, deep":      strings.Replace(golden, `"id": "A",`, `"id": "A", "id": "A",`, 1),
		"a key in capitals":      strings.Replace(golden, `"entity":`, `"Entity": "Lain", "entity":`, 1),
		"a key in another s":     strings.Replace(golden, `"score":`, `"\u017fcore": "9", "score":`, 1),
		"a key that is spelled":  strings.Replace(golden, `"entity":`, `"\\u0065ntity": "Lain", "entity":`, 1),
		"too deep":               strings.Replace(golden, `"entity":`, `"x": `+strings.Repeat("[", 20)+strings.Repeat("]", 20)+`, "entity":`, 1),
		"many small objects":     strings.Replace(golden, `"entity":`, `"x": [`+strings.Repeat("{},", 1000)+`{}], "entity":`, 1),
		"cut":                    golden[:len(golden)/2],
		"two":                    golden + golden,
		"nothing":                "",
		"a text":                 `"hasil"`,
		"many units with little": `{"schema":"spotcheck/result/v1","layer":"mandiri","units":[` + strings.Repeat(`{"id":"                                                  "},`, 1000) + `{}]}`,
	} {
		_, err := assess.ReadFile("hasil.json", []byte(data))
		var p problem.Problem
		if !errors.As(err, &p) || p.Code != problem.CompareUnread {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadFileBombs counts what reading a file allocates that is far from a result.
func TestReadFileBombs(t *testing.T) {
	const size = 8 << 20
	fill := func(head, unit string) string { return head + strings.Repeat(unit, (size-len(head))/len(unit)) }
	for name, data := range map[string]string{
		"lists":   fill("", "["),
		"objects": fill(`{"units":[`, "{},") + "{}]}",
		"nodes":   fill(`{"nodes":[`, `{"id":""},`) + "{}]}",
		"units":   fill(`{"units":[`, `{"id":"`+strings.Repeat("x", 40)+`"},`) + "{}]}",
		"numbers": fill(`{"units":[`, "1,") + "1]}",
		"keys":    fill(`{`, `"a":1,`) + `"a":1}`,
		"escapes": fill(`{"entity":"`, `\"`) + `"}`,
	} {
		raw := []byte(data)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := assess.ReadFile("hasil.json", raw)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; err == nil || used > 64<<20 {
			t.Errorf("%s: %v, %d MB allocated", name, err, used>>20)
		}
	}
	if !json.Valid([]byte(golden)) {
		t.Error("the sound file is not even JSON")
	}
}
