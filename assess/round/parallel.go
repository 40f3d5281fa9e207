package round

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// progress counts steps for a caller that wants to know; calls do not overlap.
type progress struct {
	mu   sync.Mutex
	at   Count
	tell func(Count)
}

func newProgress(total int, tell func(Count)) *progress {
	return &progress{at: Count{Total: total}, tell: tell}
}

// step counts one file with so many problems.
func (p *progress) step(problems int) {
	if p.tell == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at.Done++
	p.at.Problems += problems
	p.tell(p.at)
}

// each calls do for every file of a kind, on as many processors as there are.
// Each call has its own file, so the outcome does not depend on who is first.
// The only error is the context's.
func each(ctx context.Context, files []reading, kind Kind, count *progress, do func(*reading)) error {
	return parallel(ctx, len(files), func(i int) error {
		if files[i].kind == kind {
			do(&files[i])
			count.step(len(files[i].problems))
		}
		return nil
	})
}

// parallel calls do for 0 to n-1 and stops at the first error or when ctx ends;
// the context's own error comes first.
func parallel(ctx context.Context, n int, do func(i int) error) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		if inner.Err() != nil {
			break
		}
		group.Go(func() error {
			if inner.Err() != nil {
				return nil
			}
			return do(i)
		})
	}
	err := group.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
