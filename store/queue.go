package store

import "context"

// queue has the writers of this process take turns. SQLite takes one at a time and has the others ask again and again, for
// longer and longer; under load some of them never find it free in time. Nil, as for PostgreSQL, lets everybody in.
type queue chan struct{}

// enter waits for its turn, which ends with leave.
func (q queue) enter(ctx context.Context) (leave func(), err error) {
	if q == nil {
		return func() {}, nil
	}
	select {
	case q <- struct{}{}:
		return func() { <-q }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
