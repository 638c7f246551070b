package store

import (
	"context"
	"time"
)

// lockFile takes the lock at path, waiting while another process (or store) holds it. The system frees it when the
// process ends, however it ends; the empty file stays.
func lockFile(ctx context.Context, path string) (unlock func(), err error) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		unlock, taken, err := tryLock(path)
		if err != nil || taken {
			return unlock, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-tick.C:
		}
	}
}
