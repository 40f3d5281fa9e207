package round

// Fate is what became of an input file.
type Fate string

// The fates. Only what is used counts; of it, single answers may be refused.
const (
	Used    Fate = "used"
	Refused Fate = "refused" // damaged, foreign, or one of several that cannot be told apart
	Copied  Fate = "copy"    // the same to the last byte as a file that is used
	Older   Fate = "older"   // replaced by a newer form of the same unit
	Passed  Fate = "passed"  // the settings name another form of the unit
	Skipped Fate = "skipped" // neither a workbook nor a CSV
)

// refuse takes back what a form says, as one of several that cannot be told apart.
func (f *reading) refuse() { f.filled, f.answers, f.Fate = nil, nil, Refused }

// giveWay takes back what a form says for the sake of another. Its problems go too:
// nobody has to mend it.
func (f *reading) giveWay(why Fate, to *reading) {
	f.filled, f.answers, f.problems = nil, nil, nil
	f.Fate, f.For = why, to.shown
}
