package action_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spotcheck/assess/action"
	"spotcheck/indicators/problem"
)

var oneKey = action.Key{Unit: "DINKES", Indicator: "A1"}

// reply is what one file says of one action.
func reply(file string, e action.Entry) *action.Filled {
	e.Key, e.At = oneKey, problem.Place{File: file, Sheet: planSheet, Cell: "Q6"}
	return &action.Filled{Entries: []action.Entry{e}}
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []*action.Filled
		want  string
	}{
		{"one file", []*action.Filled{reply("a", action.Entry{Owner: "Siti"})}, "DINKES A1|||Siti|||||\n"},
		{"the same twice", []*action.Filled{reply("a", action.Entry{Owner: "Siti"}), reply("b", action.Entry{Owner: "Siti"})}, "DINKES A1|||Siti|||||\n"},
		{"each its part", []*action.Filled{
			reply("a", action.Entry{Owner: "Siti", Accepted: action.Accepted}), reply("b", action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}),
		}, "DINKES A1||ya|Siti||||Sesuai|2026-12-01\n"},
		{"the later wins as a whole", []*action.Filled{
			reply("a", action.Entry{Owner: "Siti", Status: action.Partly, Date: "2026-11-01"}), reply("b", action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}),
		}, "DINKES A1|||||||Sesuai|2026-12-01\nS819 Rencana aksi!Q6 A1 unit DINKES: isian ini digantikan isian bertanggal 2026-12-01 di b: Rencana aksi!Q6 [2026-11-01]\n"},
		{"the same day", []*action.Filled{
			reply("a", action.Entry{Status: action.Partly, Date: "2026-12-01"}), reply("b", action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}),
		}, `S818 Rencana aksi!Q6 A1 unit DINKES: kolom Status berbeda dengan a: Rencana aksi!Q6; tidak satu pun dipakai [Sesuai]
S818 Rencana aksi!Q6 A1 unit DINKES: kolom Status berbeda dengan b: Rencana aksi!Q6; tidak satu pun dipakai [Belum sesuai]
`},
		{"one without a day", []*action.Filled{
			reply("a", action.Entry{Status: action.Partly}), reply("b", action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}),
		}, `S818 Rencana aksi!Q6 A1 unit DINKES: kolom Status berbeda dengan a: Rencana aksi!Q6; tidak satu pun dipakai [Sesuai]
S818 Rencana aksi!Q6 A1 unit DINKES: kolom Status berbeda dengan b: Rencana aksi!Q6; tidak satu pun dipakai [Belum sesuai]
`},
		{"agreeing on the latest day, against an older", []*action.Filled{
			reply("a", action.Entry{Status: action.Partly, Date: "2026-11-01"}), reply("b", action.Entry{Status: action.Fulfilled, Date: "2026-12-01"}),
			reply("c", action.Entry{Status: action.Fulfilled, Date: "2026-12-01", Evidence: "SK"}), reply("d", action.Entry{Owner: "Siti"}),
		}, "DINKES A1|||Siti|||SK|Sesuai|2026-12-01\nS819 Rencana aksi!Q6 A1 unit DINKES: isian ini digantikan isian bertanggal 2026-12-01 di b: Rencana aksi!Q6 [2026-11-01]\n"},
	} {
		rng := rand.New(rand.NewPCG(1, 1))
		for range 6 { // whatever the order of files
			rng.Shuffle(len(c.files), func(i, j int) { c.files[i], c.files[j] = c.files[j], c.files[i] })
			got, list := action.Merge(c.files)
			list.Sort()
			if d := cmp.Diff(c.want, sorted(got, list)); d != "" {
				t.Errorf("%s: %s", c.name, d)
				break
			}
		}
	}
}

// sorted tells a merged plan with the problems in the order of their texts.
func sorted(f *action.Filled, list problem.List) string {
	for i := range list {
		list[i].File = ""
	}
	list.Sort()
	return told(f, list)
}

// Random replies in random files: the order of files changes nothing.
func TestMergeInAnyOrder(t *testing.T) {
	conflicts := 0
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 3))
		pick := func(words ...string) string { return words[rng.IntN(len(words))] }
		var files []*action.Filled
		for i := range 2 + rng.IntN(4) {
			files = append(files, reply(string(rune('a'+i)), action.Entry{
				Owner: pick("", "", "Siti", "Budi"), Status: action.Status(pick("", "Sesuai", "Sesuai", "Belum sesuai")), Date: pick("", "2026-11-01", "2026-12-01"),
			}))
		}
		want, problems := action.Merge(files)
		conflicts += len(problems)
		for range 4 {
			rng.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
			got, again := action.Merge(files)
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d: %s", seed, d)
			}
			if d := cmp.Diff(problems, again); d != "" {
				t.Fatalf("seed %d: %s", seed, d)
			}
		}
	}
	if conflicts < 50 {
		t.Fatalf("only %d conflicts", conflicts)
	}
}
