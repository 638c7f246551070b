package mailer

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/huiban/huiban/mailer/mailtest"
)

func TestWatchDeliversWhatIsThereAndWhatComes(t *testing.T) {
	s := newServer(t)
	post(t, s, "one")
	post(t, s, "two")
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{})
	if got := subjects(t, h, 2); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("got %q", got)
	}
	wait(t, h.ctx, h.idle)
	post(t, s, "three")
	m := wait(t, h.ctx, h.got)
	if m.UID != 3 || !m.Received.Equal(noon()) || m.Size != int64(len(m.Raw)) || m.Oversize {
		t.Errorf("got %+v", m)
	}
	if !bytes.Equal(m.Raw, s.Mailbox(huiban)[2].Raw) {
		t.Errorf("read as\n%s", m.Raw)
	}
}

func TestWatchGoesOnWhereItWas(t *testing.T) {
	s := newServer(t)
	for i := range 4 {
		post(t, s, strconv.Itoa(i))
	}
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{})
	var at Position
	for range 3 {
		at = wait(t, h.ctx, h.got).Position
	}
	again := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, at)
	if got := subjects(t, again, 1); got[0] != "3" {
		t.Errorf("went on with %q, want 3", got)
	}
	wait(t, again.ctx, again.idle)
	if len(again.got) > 0 {
		t.Error("something came twice")
	}
}

func TestWatchBeginsAnewWithANewUIDValidity(t *testing.T) {
	s := newServer(t)
	post(t, s, "one")
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{UIDValidity: 7, UID: 900})
	if m := wait(t, h.ctx, h.got); m.UID != 1 || m.UIDValidity == 7 {
		t.Errorf("got %+v", m.Position)
	}
}

func TestWatchReadsManyInOrder(t *testing.T) {
	s := newServer(t)
	var want []string
	for i := range 2*batchMessages + 7 {
		want = append(want, strconv.Itoa(i))
		post(t, s, want[i])
	}
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{})
	if got := subjects(t, h, len(want)); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWatchReadsOnlyTheHeaderOfAnOversizeMail(t *testing.T) {
	s := newServer(t)
	post(t, s, "small")
	post(t, s, strings.Repeat("large ", 300))
	post(t, s, "small again")
	a := imapOf(s, huiban)
	a.MaxBytes = 1500
	h := startWatch(t, &Watcher{Account: a}, Position{})
	for i, want := range []bool{false, true, false} {
		m := wait(t, h.ctx, h.got)
		if m.Oversize != want || bytes.Contains(m.Raw, []byte("body")) == want || !bytes.Contains(m.Raw, []byte("Subject:")) {
			t.Errorf("mail %d: oversize %v\n%s", i, m.Oversize, m.Raw)
		}
		if want && m.Size <= int64(len(m.Raw)) {
			t.Errorf("size %d of %d octets read", m.Size, len(m.Raw))
		}
	}
}

func TestWatchComesBackAfterALostLine(t *testing.T) {
	s := newServer(t)
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{})
	wait(t, h.ctx, h.idle)
	s.CutIMAP()
	if err := wait(t, h.ctx, h.trouble); err != nil {
		t.Fatalf("at first opening: %v", err)
	}
	if err := wait(t, h.ctx, h.trouble); err == nil || errors.Is(err, ErrAccount) {
		t.Errorf("after the cut: %v", err)
	}
	post(t, s, "later")
	if got := subjects(t, h, 1); got[0] != "later" {
		t.Errorf("got %q", got)
	}
}

func TestWatchGivesUpASilentServer(t *testing.T) {
	s := newServer(t)
	a := imapOf(s, huiban)
	a.Timeout, a.IdleFor = 50*time.Millisecond, 20*time.Millisecond
	h := startWatch(t, &Watcher{Account: a}, Position{})
	wait(t, h.ctx, h.idle)
	s.MuteIMAP(true) // the end of IDLE stays unanswered, then the next greetings do not come
	wait(t, h.ctx, h.trouble)
	for range 2 {
		if err := wait(t, h.ctx, h.trouble); err == nil {
			t.Error("no trouble with a silent server")
		}
	}
	s.MuteIMAP(false)
	post(t, s, "awake")
	if got := subjects(t, h, 1); got[0] != "awake" {
		t.Errorf("got %q", got)
	}
}

func TestIdleIsRenewed(t *testing.T) {
	s := newServer(t)
	a := imapOf(s, huiban)
	a.IdleFor = time.Millisecond
	h := startWatch(t, &Watcher{Account: a}, Position{})
	for range 5 {
		wait(t, h.ctx, h.idle)
	}
	post(t, s, "x")
	subjects(t, h, 1)
	if len(h.trouble) != 1 {
		t.Errorf("%d troubles", len(h.trouble)-1)
	}
}

func TestRefusedLoginIsTheAccountsFault(t *testing.T) {
	s := newServer(t)
	s.RefuseLogin(true)
	h := startWatch(t, &Watcher{Account: imapOf(s, huiban)}, Position{})
	if err := wait(t, h.ctx, h.trouble); !errors.Is(err, ErrAccount) {
		t.Errorf("got %v", err)
	}
}

func TestUndeliveredMailComesAgain(t *testing.T) {
	s := newServer(t)
	post(t, s, "one")
	post(t, s, "two")
	w := &Watcher{Account: imapOf(s, huiban)}
	refused := 0
	h := startWatch(t, w, Position{}, func(m Message) error {
		if m.UID == 1 && refused < 2 {
			refused++
			return errors.New("disk full")
		}
		return nil
	})
	if got := subjects(t, h, 2); !slices.Equal(got, []string{"one", "two"}) || refused != 2 {
		t.Errorf("got %q after %d refusals", got, refused)
	}
}

func TestHandledMailIsMarkedAndMoved(t *testing.T) {
	s := newServer(t)
	a := imapOf(s, huiban)
	a.Handled, a.MarkSeen = "会办/已处理", true
	h := startWatch(t, &Watcher{Account: a}, Position{})
	wait(t, h.ctx, h.idle)
	post(t, s, "one")
	wait(t, h.ctx, h.got)
	wait(t, h.ctx, h.idle)
	post(t, s, "two")
	wait(t, h.ctx, h.got)
	wait(t, h.ctx, h.idle)
	if n := folder(t, s, "INBOX"); n != 0 {
		t.Errorf("%d left in INBOX", n)
	}
	if n := folder(t, s, "会办/已处理"); n != 2 {
		t.Errorf("%d in the folder for handled mail", n)
	}
}

// folder counts the messages of a folder of huiban that are marked as seen.
func folder(t *testing.T, s *mailtest.Server, name string) int {
	t.Helper()
	c, err := imapclient.DialInsecure(s.IMAPAddr(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Login(huiban, "secret").Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Select(name, nil).Wait(); err != nil {
		t.Fatal(err)
	}
	d, err := c.UIDSearch(&imap.SearchCriteria{Flag: []imap.Flag{imap.FlagSeen}}, nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	if all := c.Mailbox().NumMessages; int(all) != len(d.AllUIDs()) {
		t.Errorf("%d messages in %s, %d of them seen", all, name, len(d.AllUIDs()))
	}
	return len(d.AllUIDs())
}
