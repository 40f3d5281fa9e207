package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// commit renames every temporary file over its target, or none. A lone file
// needs no way back: its rename happens or does not.
func commit(set []staged) error {
	live.Lock()
	defer live.Unlock()
	if len(set) > 1 {
		for i := range set {
			if err := set[i].keepOld(); err != nil {
				return blocked(set[i].path, err)
			}
		}
	}
	for i, s := range set {
		if err := rename(s.temp, s.path); err != nil {
			for j := i - 1; j >= 0; j-- {
				set[j].takeBack()
			}
			return blocked(s.path, err)
		}
	}
	for _, s := range set {
		syncFolder(filepath.Dir(s.path))
	}
	return nil
}

// keepOld gives the target's content a second name, so that the target itself
// is never absent. Where the file system has no links, a copy does.
func (s *staged) keepOld() error {
	if _, err := os.Lstat(s.path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	s.backup = tempName(filepath.Dir(s.path))
	live.temps[s.backup] = true // commit holds the lock
	if os.Link(s.path, s.backup) == nil {
		return nil
	}
	return copyFile(s.path, s.backup)
}

// takeBack undoes the rename of s. If even that is refused nothing better is
// left to do, and the error of the rename that failed is what counts.
func (s *staged) takeBack() {
	if s.backup == "" {
		_ = os.Remove(s.path)
		return
	}
	_ = rename(s.backup, s.path)
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// syncFolder makes the new names last through a power cut where the system has
// a way to; where it has none (Windows) the names are on disk anyway.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
