package action

import (
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// Merge brings what several files say together: at most one entry of each key, by
// key. The list, sorted, tells what contradicts.
func Merge(files []*Filled) (*Filled, problem.List) {
	var out Filled
	var problems problem.List
	for _, part := range []struct {
		to   *[]Entry
		from func(*Filled) []Entry
	}{
		{&out.Entries, func(f *Filled) []Entry { return f.Entries }}, {&out.Closed, func(f *Filled) []Entry { return f.Closed }},
	} {
		byKey := map[Key][]Entry{}
		var keys []Key
		for _, f := range files {
			for _, e := range part.from(f) {
				if byKey[e.Key] == nil {
					keys = append(keys, e.Key)
				}
				byKey[e.Key] = append(byKey[e.Key], e)
			}
		}
		slices.SortFunc(keys, compare)
		for _, k := range keys {
			list := byKey[k]
			slices.SortFunc(list, func(a, b Entry) int { return strings.Compare(a.At.String(), b.At.String()) })
			if e, ok, bad := settle(list); ok {
				*part.to, problems = append(*part.to, e), append(problems, bad...)
			} else {
				problems = append(problems, bad...)
			}
		}
	}
	problems.Sort()
	return &out, problems
}

// settle makes one entry of several: all of them where they agree as far as they both
// say something; otherwise those of the latest date and those without one, if these
// agree and not one of them contradicts without a date.
func settle(list []Entry) (Entry, bool, problem.List) {
	if e, field := union(list); field < 0 {
		return e, true, nil
	}
	latest := slices.MaxFunc(list, func(a, b Entry) int { return strings.Compare(a.Date, b.Date) }).Date
	var live, older []Entry
	for _, e := range list {
		if e.Date == "" || e.Date == latest {
			live = append(live, e)
		} else {
			older = append(older, e)
		}
	}
	var problems problem.List
	e, field := union(live)
	if field < 0 {
		for _, o := range older {
			p := problem.New(problem.ActionOlder, o.At, "%s: isian ini digantikan isian bertanggal %s di %s", o.Key, e.Date, e.At)
			problems = append(problems, p.Seen(o.Date, e.Date))
		}
		return e, true, problems
	}
	for _, o := range live {
		mine := *o.fields()[field]
		i := slices.IndexFunc(live, func(e Entry) bool {
			its := *e.fields()[field]
			return mine != "" && its != "" && fold(its) != fold(mine)
		})
		if i >= 0 {
			p := problem.New(problem.ActionConflict, o.At, "%s: kolom %s berbeda dengan %s; tidak satu pun dipakai", o.Key, columns[field].head, live[i].At)
			problems = append(problems, p.Seen(mine))
		}
	}
	return Entry{}, false, problems
}

// fields are the inputs of an entry by column.
func (e *Entry) fields() map[columnID]*string {
	return map[columnID]*string{
		colCause: &e.Cause, colAccepted: (*string)(&e.Accepted), colOwner: &e.Owner, colAgreed: &e.Agreed,
		colReport: &e.Report, colEvidence: &e.Evidence, colStatus: (*string)(&e.Status), colDate: &e.Date,
	}
}

// union is what entries say together; field is the first column in which two of them
// contradict, or -1.
func union(list []Entry) (e Entry, field columnID) {
	e = list[0]
	to := e.fields()
	for _, o := range list[1:] {
		from := o.fields()
		for _, id := range inputs {
			switch a, b := to[id], from[id]; {
			case *b == "":
			case *a == "":
				*a = *b
			case fold(*a) != fold(*b):
				return e, id
			}
		}
	}
	return e, -1
}
