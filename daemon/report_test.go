package daemon

import (
	"testing"
	"time"

	"github.com/huiban/huiban/store"
)

// reports is what another process reads of the daemons.
func (h *house) reports() (out []store.DaemonReport) {
	h.t.Helper()
	if err := h.open().View(h.ctx, func(tx *store.Tx) (err error) { out, err = tx.Reports(); return err }); err != nil {
		h.t.Fatal(err)
	}
	return out
}

// A refused log-in is known to every process from the moment it is told of, until it is over; a daemon that ends says so.
func TestTroubleIsKnownElsewhere(t *testing.T) {
	h := aHouse(t)
	d := h.daemon(func(o *Options) { o.Name = "one" })
	stop := h.run(d)
	h.quiet()
	h.mail.RefuseLogin(true)
	h.clock.turn(h.clock.Now().Add(7 * 24 * time.Hour))
	h.await("a rest after the trouble", func() bool { return h.clock.awaited(h.clock.Now().Add(longestPause)) })
	if got := h.reports(); len(got) != 1 || got[0].Name != "one" || len(got[0].Troubles) != 1 || !got[0].Troubles[0].Account || got[0].Troubles[0].Part != "outbox" {
		t.Errorf("refused: %+v", got)
	}
	h.mail.RefuseLogin(false)
	h.turn(longestPause)
	h.await("it is over", func() bool {
		return h.count(func(e Event) bool { return e.Trouble != nil && e.Trouble.Err == nil }) > 0
	})
	if got := h.reports(); len(got) != 1 || len(got[0].Troubles) != 0 {
		t.Errorf("over: %+v", got)
	}
	stop()
	if got := h.reports(); len(got) != 0 {
		t.Errorf("ended: %+v", got)
	}
}
