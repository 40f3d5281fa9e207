package atomicfile

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"spotcheck/indicators/problem"
)

// File is one file to be written. Its folder is made if it does not exist.
type File struct {
	Path   string
	Render func(io.Writer) error
}

// Write puts one file in place.
func Write(path string, render func(io.Writer) error) error {
	return WriteAll(context.Background(), []File{{path, render}})
}

// WriteAll renders all files first, as many at a time as there are processors, and
// then puts all of them in place. It begins no further file when ctx is cancelled
// and returns ctx's error; once the first file is in place the rest follows
// without looking at ctx.
func WriteAll(ctx context.Context, files []File) error {
	set := make([]staged, len(files))
	defer func() {
		for _, s := range set {
			s.discard()
		}
	}()
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		group.Go(func() (err error) {
			defer func() {
				if cause := recover(); cause != nil { // a panic here would leave the others' temporary files
					err = fmt.Errorf("%s: panic: %v\n%s", f.Path, cause, debug.Stack())
				}
			}()
			if err := inner.Err(); err != nil {
				return err
			}
			set[i], err = stage(f)
			return err
		})
	}
	err := group.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return err
	}
	return commit(set)
}

// staged is a file on its way: path is the target, temp the rendered content,
// backup the old content while a set is being put in place.
type staged struct{ path, temp, backup string }

// discard removes what is left beside the target.
func (s staged) discard() {
	for _, name := range []string{s.temp, s.backup} {
		if name != "" {
			remove(name) // gone already when all went well
		}
	}
}

// stage renders f beside its target. The result names the temporary file also
// when rendering panics or fails, so that it can be discarded.
func stage(f File) (s staged, err error) {
	s.path = f.Path
	dir := filepath.Dir(f.Path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return s, blocked(f.Path, err)
	}
	if info, err := os.Lstat(f.Path); err == nil && info.IsDir() {
		return s, blocked(f.Path, errors.New("ada folder dengan nama itu"))
	}
	sweep(f.Path)
	out, err := create(dir)
	if err != nil {
		return s, blocked(f.Path, err)
	}
	s.temp = out.Name()
	whole := false
	defer func() {
		if !whole { // also after a panic, when nobody gets to see s
			_ = out.Close()
			remove(s.temp)
		}
	}()
	disk := &disk{file: out}
	w := bufio.NewWriterSize(disk, 64<<10)
	if err := f.Render(w); err != nil {
		if disk.err != nil {
			return s, blocked(f.Path, disk.err)
		}
		return s, err
	}
	for _, step := range []func() error{w.Flush, out.Sync, out.Close} {
		if err := step(); err != nil {
			return s, blocked(f.Path, err)
		}
	}
	whole = true
	return s, nil
}

// disk remembers what the system refused, to tell it from a renderer's error.
type disk struct {
	file *os.File
	err  error
}

func (d *disk) Write(b []byte) (int, error) {
	n, err := d.file.Write(b)
	if err != nil {
		d.err = err
	}
	return n, err
}

// create makes a new hidden file in dir with the rights that any new file has.
func create(dir string) (*os.File, error) {
	name := tempName(dir)
	keep(name)
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
}

// blocked tells what the system refused.
func blocked(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // without the name of a temporary file
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	return problem.New(problem.OutputBlocked, problem.Place{File: filepath.ToSlash(path)}, "berkas tidak dapat ditulis: %s", reason(err))
}
