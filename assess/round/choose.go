package round

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// rivals are forms of one unit; of forms that do not show their unit, all of them.
type rivals []*reading

// chooseForms leaves at most one form of each unit in use: the one that the settings
// name; of copies one; otherwise the one that may replace all others. Where none of
// this decides, or the one named is refused, none is used.
func chooseForms(files []reading, named map[string]bool) problem.List {
	byUnit := map[string]rivals{}
	for i := range files {
		if f := &files[i]; f.kind == KindForm {
			unit := cmp.Or(f.Unit, f.owner)
			byUnit[unit] = append(byUnit[unit], f)
		}
	}
	var problems problem.List
	for unit, list := range byUnit { // whoever asks sorts the problems
		problems = append(problems, list.choose(unit, named)...)
	}
	return problems
}

func (list rivals) choose(unit string, named map[string]bool) problem.List {
	if problems := list.withhold(unit, named); len(problems) > 0 {
		return problems
	}
	live := list.inUse()
	live.once(named)
	live = live.inUse()
	if len(live) < 2 {
		return nil
	}
	wanted := slices.DeleteFunc(slices.Clone(live), func(f *reading) bool { return !named[f.shown] })
	switch len(wanted) {
	case 0:
	case 1:
		for _, f := range live {
			if f != wanted[0] {
				f.giveWay(Passed, wanted[0])
			}
		}
		return nil
	default:
		return live.refuse(unit, "kunci use: menyebut lebih dari satu formulirnya")
	}
	newest, why := live.newest()
	if newest == nil {
		return live.refuse(unit, why)
	}
	return live.replace(unit, newest)
}

func (list rivals) inUse() rivals {
	return slices.DeleteFunc(slices.Clone(list), func(f *reading) bool { return f.filled == nil })
}

// withhold refuses every form of a unit whose named form is refused: who named one
// did not choose the others.
func (list rivals) withhold(unit string, named map[string]bool) problem.List {
	var problems problem.List
	live := list.inUse()
	for _, f := range list {
		if !named[f.shown] || f.filled != nil {
			continue
		}
		message := "formulir ini disebut pada use tetapi ditolak, dan unitnya tidak terbaca; bila unit itu mengirim formulir lain, formulir lain itulah yang dipakai"
		if unit != "" {
			if len(live) == 0 {
				continue
			}
			message = fmt.Sprintf("formulir ini disebut pada use tetapi ditolak; formulir lain unit %s juga tidak dipakai: %s", unit, live.others(f))
		}
		p := problem.New(problem.DuplicateForm, problem.Place{File: f.shown}, "%s", message)
		problems = append(problems, p.Fix("Perbaiki berkas ini, atau sebut berkas lain pada kunci use: di spotcheck.yaml"))
	}
	if unit != "" && len(problems) > 0 {
		for _, f := range live {
			f.refuse()
			f.problems = nil
		}
	}
	return problems
}

// once leaves one of forms that are the same to the last byte: the one named, or
// the first.
func (list rivals) once(named map[string]bool) {
	byBytes := map[[sha256.Size]byte]rivals{}
	for _, f := range list {
		byBytes[f.digest] = append(byBytes[f.digest], f)
	}
	for _, same := range byBytes {
		if len(same) < 2 {
			continue
		}
		keep := same[max(0, slices.IndexFunc(same, func(o *reading) bool { return named[o.shown] }))]
		keep.problems = append(keep.problems, problem.New(problem.IdenticalForms, problem.Place{File: keep.shown},
			"berkas yang sama persis ada juga di %s; isinya dibaca satu kali", same.others(keep)))
		for _, o := range same {
			if o != keep {
				o.giveWay(Copied, keep)
			}
		}
	}
}

func (list rivals) refuse(unit, why string) problem.List {
	var problems problem.List
	for _, f := range list {
		problems = append(problems, problem.New(problem.DuplicateForm, problem.Place{File: f.shown},
			"unit %s juga mengirim %s; tidak satu pun dipakai, karena %s", unit, list.others(f), why))
		f.refuse()
	}
	return problems
}

// maxOthers is how many files a problem names; a sender of thousands of copies
// gets thousands of problems, not that many names in each.
const maxOthers = 5

// others names the files of list but for one.
func (list rivals) others(but *reading) string {
	var names []string
	for _, f := range list {
		if f != but {
			names = append(names, f.shown)
		}
	}
	if more := len(names) - maxOthers; more > 0 {
		names = append(names[:maxOthers], fmt.Sprintf("dan %d berkas lain", more))
	}
	return strings.Join(names, ", ")
}

// named are the files that the settings' use names, by path or by name alone.
func (r *Round) named(files []source) (map[string]bool, problem.List) {
	named := map[string]bool{}
	var problems problem.List
	for n, name := range r.Config.Use {
		var hits []string
		for _, f := range files {
			if f.shown == name || strings.EqualFold(path.Base(f.shown), name) {
				hits = append(hits, f.shown)
			}
		}
		switch len(hits) {
		case 0:
			problems = append(problems, problem.New(problem.RoundInvalid, r.useAt[n], "berkas %q pada use tidak ada di antara masukan", name))
		case 1:
			named[hits[0]] = true
		default:
			problems = append(problems, problem.New(problem.RoundInvalid, r.useAt[n], "use %q cocok dengan %d berkas; tulis dengan foldernya, misalnya %s", name, len(hits), hits[0]))
		}
	}
	return named, problems
}
