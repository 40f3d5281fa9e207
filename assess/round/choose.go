package round

import (
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// chooseForms leaves at most one form of each unit in use. Of copies one is
// enough. Of two forms the one that the settings name wins; without a name, or
// where the one named is refused, neither is used.
func (r *Round) chooseForms(files []reading) problem.List {
	named, problems := r.named(files)
	problems = append(problems, withhold(files, named)...)
	once(files, named)
	byUnit := map[string][]int{}
	for i, f := range files {
		if f.filled != nil {
			byUnit[f.Unit] = append(byUnit[f.Unit], i)
		}
	}
	for unit, list := range byUnit { // Intake sorts the problems
		if len(list) == 1 {
			continue
		}
		winners := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return !named[i] })
		for _, i := range list {
			switch {
			case len(winners) != 1:
				problems = append(problems, duplicate(files, list, i, unit))
				files[i].drop()
				files[i].Refused = true
			case i != winners[0]:
				files[i].drop()
				files[i].Unused, files[i].problems = true, nil
			}
		}
	}
	return problems
}

// drop takes back what a form says.
func (f *reading) drop() { f.filled, f.answers = nil, nil }

// withhold drops the forms of units whose named form is refused: who named one
// did not choose the others.
func withhold(files []reading, named map[int]bool) problem.List {
	var problems problem.List
	for i := range files {
		f := &files[i]
		if !named[i] || f.kind != KindForm || f.filled != nil {
			continue
		}
		var list []int
		for j := range files {
			if files[j].filled != nil && (f.owner == "" || files[j].Unit == f.owner) {
				list = append(list, j)
			}
		}
		if len(list) == 0 {
			continue
		}
		message := "formulir ini disebut pada use tetapi ditolak, dan unitnya tidak terbaca; bila unit itu mengirim formulir lain, formulir lain itulah yang dipakai"
		if f.owner != "" {
			message = fmt.Sprintf("formulir ini disebut pada use tetapi ditolak; formulir lain unit %s juga tidak dipakai: %s", f.owner, others(files, append(list, i), i))
			for _, j := range list {
				files[j].drop()
				files[j].Refused, files[j].problems = true, nil
			}
		}
		p := problem.New(problem.DuplicateForm, problem.Place{File: f.shown}, "%s", message)
		problems = append(problems, p.Fix("Perbaiki berkas ini, atau sebut berkas lain pada kunci use: di spotcheck.yaml"))
	}
	return problems
}

// once leaves one of forms that are the same to the last byte: the one named, or
// the first.
func once(files []reading, named map[int]bool) {
	groups := map[[sha256.Size]byte][]int{}
	for i, f := range files {
		if f.filled != nil {
			groups[f.digest] = append(groups[f.digest], i)
		}
	}
	for _, list := range groups {
		if len(list) == 1 {
			continue
		}
		keep := list[max(0, slices.IndexFunc(list, func(i int) bool { return named[i] }))]
		files[keep].problems = append(files[keep].problems, problem.New(problem.IdenticalForms, problem.Place{File: files[keep].shown},
			"berkas yang sama persis ada juga di %s; isinya dibaca satu kali", others(files, list, keep)))
		for _, i := range list {
			if i != keep {
				files[i].drop()
				files[i].Unused, files[i].problems = true, nil
			}
		}
	}
}

// maxOthers is how many files a problem names; a sender of thousands of copies
// gets thousands of problems, not that many names in each.
const maxOthers = 5

// others names the files of list but for i, which is one of them.
func others(files []reading, list []int, i int) string {
	var names []string
	for _, j := range list {
		if j != i {
			names = append(names, files[j].shown)
		}
		if len(names) == maxOthers {
			break
		}
	}
	if more := len(list) - 1 - len(names); more > 0 {
		names = append(names, fmt.Sprintf("dan %d berkas lain", more))
	}
	return strings.Join(names, ", ")
}

func duplicate(files []reading, list []int, i int, unit string) problem.Problem {
	at := problem.Place{File: files[i].shown}
	return problem.New(problem.DuplicateForm, at, "unit %s juga mengirim %s; tidak satu pun dipakai", unit, others(files, list, i))
}

// named finds the files that the settings' use names, by path or by name alone.
func (r *Round) named(files []reading) (map[int]bool, problem.List) {
	named := map[int]bool{}
	var problems problem.List
	for n, name := range r.Config.Use {
		var hits []int
		for i, f := range files {
			if f.shown == name || strings.EqualFold(path.Base(f.shown), name) {
				hits = append(hits, i)
			}
		}
		switch len(hits) {
		case 0:
			problems = append(problems, problem.New(problem.RoundInvalid, r.useAt[n], "berkas %q pada use tidak ada di antara masukan", name))
		case 1:
			named[hits[0]] = true
		default:
			problems = append(problems, problem.New(problem.RoundInvalid, r.useAt[n], "use %q cocok dengan %d berkas; tulis dengan foldernya, misalnya %s", name, len(hits), files[hits[0]].shown))
		}
	}
	return named, problems
}
