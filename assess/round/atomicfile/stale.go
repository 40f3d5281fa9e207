package atomicfile

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Temporary files are hidden, so that nobody takes them for inputs or reports. Their
// names tell when they were made: what a power cut leaves behind is known by that.
const (
	tempStart  = ".spotcheck-"
	tempEnd    = ".tmp"
	staleAfter = 24 * time.Hour // no run takes so long, on whatever clock
)

func tempName(dir string) string {
	return filepath.Join(dir, fmt.Sprint(tempStart, strconv.FormatInt(time.Now().Unix(), 36), "-", rand.Text(), tempEnd))
}

// swept are the folders that this run has looked at; many writes go into one.
var swept sync.Map

// sweep removes what runs that did not come to their end left in the folder of a
// target.
func sweep(target string) {
	dir := filepath.Dir(target)
	if _, before := swept.LoadOrStore(dir, true); !before {
		removeStale(dir, time.Now())
	}
}

func removeStale(dir string, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // a folder yet to be made has nothing in it
	}
	for _, e := range entries {
		if made, ok := madeAt(e.Name()); ok && e.Type().IsRegular() && now.Sub(made) > staleAfter {
			_ = os.Remove(filepath.Join(dir, e.Name())) // it may be tried again
		}
	}
}

// madeAt reads the time in the name of a temporary file; ok is false for other files.
func madeAt(name string) (made time.Time, ok bool) {
	name, ours := strings.CutPrefix(name, tempStart)
	name, whole := strings.CutSuffix(name, tempEnd)
	stamp, _, parted := strings.Cut(name, "-")
	seconds, err := strconv.ParseInt(stamp, 36, 64)
	return time.Unix(seconds, 0), ours && whole && parted && err == nil
}
