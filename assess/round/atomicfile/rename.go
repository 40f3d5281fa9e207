package atomicfile

import (
	"errors"
	"os"
	"runtime"
	"syscall"
	"time"
)

// On Windows a file that was closed a moment ago is often held by a scanner for
// some milliseconds; a rename is worth a few tries then.
const (
	renameTries = 5
	renamePause = 50 * time.Millisecond
)

// rename puts from in the place of to.
func rename(from, to string) error {
	return persist(func() error { return os.Rename(from, to) }, held, time.Sleep)
}

// persist tries again as long as passing says that the error may go away.
func persist(try func() error, passing func(error) bool, pause func(time.Duration)) error {
	err := try()
	for n := 1; n < renameTries && err != nil && passing(err); n++ {
		pause(renamePause)
		err = try()
	}
	return err
}

// held reports whether Windows says that somebody else has the file open.
func held(err error) bool { return runtime.GOOS == "windows" && sharing(err) }

// sharing: access denied, and a sharing violation.
func sharing(err error) bool {
	var number syscall.Errno
	return errors.As(err, &number) && (number == 5 || number == 32)
}
