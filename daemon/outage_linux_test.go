package daemon

import (
	"syscall"
	"testing"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// room bounds how long the files of this process may become: beyond it they take nothing, as on a full disk.
func room(t *testing.T, bytes uint64) (more func()) {
	t.Helper()
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	more = func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(more)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	return more
}

// Mail that cannot be kept stays in the mailbox, unread, until there is room.
func TestFullDiskUnderSQLite(t *testing.T) {
	h := aHouse(t)
	d := h.daemon()
	h.run(d)
	h.quiet()
	more := room(t, 4096)
	h.chorus(0)
	h.until("trouble", func() bool { return troubled(d) })
	if n := len(h.mails()); n != 0 {
		t.Errorf("%d mails are kept", n)
	}
	h.view(func(tx *store.Tx) error {
		p, err := tx.Position("INBOX")
		if p.UID != 0 {
			t.Errorf("the mailbox counts as read up to %d", p.UID)
		}
		return err
	})
	h.open() // whoever looks in meanwhile can
	more()
	h.over(d, 1)
	h.nothingLost(4, false)
	h.says("wang.lei", secretary.Accepted)
}
