package atomicfile

import (
	"os"
	"sync"
)

// live are the temporary files that there are now. Its lock is also held while files
// are put in place.
var live = struct {
	sync.Mutex
	temps map[string]bool
}{temps: map[string]bool{}}

// Abandon removes every temporary file, for a program that is about to end in the
// midst of its work. It waits while files are put in place, and no file is begun or put
// in place after it: whoever tries waits for the end.
func Abandon() {
	live.Lock() // for good
	for name := range live.temps {
		_ = os.Remove(name) // where open files cannot go, a later run sweeps it
	}
}

// keep notes a temporary file that is to be made.
func keep(name string) {
	live.Lock()
	defer live.Unlock()
	live.temps[name] = true
}

// remove removes a temporary file, if it is still there.
func remove(name string) {
	live.Lock()
	defer live.Unlock()
	delete(live.temps, name)
	_ = os.Remove(name)
}
