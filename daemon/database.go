package daemon

import (
	"context"
	"sync"
	"time"

	"github.com/huiban/huiban/store"
)

// outages are the loops that the database does not serve for now.
type outages struct {
	mu    sync.Mutex
	loops map[string]bool
}

// note keeps how the database served a loop, and reports whether this begins or ends the trouble with it.
func (o *outages) note(loop string, down bool) (news bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	before := len(o.loops)
	if delete(o.loops, loop); down {
		if o.loops == nil {
			o.loops = map[string]bool{}
		}
		o.loops[loop] = true
	}
	return (before == 0) != (len(o.loops) == 0)
}

// outlast notes how the database served a loop. Where err says that it is down, outlast waits a while and reports true:
// the loop then asks again. The trouble is told once, and is over when every loop is served.
func (d *Daemon) outlast(ctx context.Context, loop string, err error) bool {
	if ctx.Err() != nil {
		return false
	}
	down := store.Down(err)
	if !down {
		err = nil
	}
	if d.outages.note(loop, down) {
		d.trouble(Database, err)
	}
	if down {
		d.wait(ctx, nil, time.Time{})
	}
	return down
}
