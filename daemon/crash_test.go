package daemon

import (
	"bytes"
	"net"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

func TestCrashBetweenSaveAndJudge(t *testing.T) {
	h := aHouse(t)
	stop := h.start()
	l := h.letter(wang, secretary.Invitation)
	stop()
	h.post(draft{from: wang, head: inReply(l), text: "参加"})
	raw := h.mail.Mailbox(huiban)[0].Raw
	d := h.daemon()
	if err := d.keep(h.ctx, "INBOX", mailer.Message{Raw: raw, Received: h.clock.Now(), Position: mailer.Position{UIDValidity: 1, UID: 1}}); err != nil {
		t.Fatal(err)
	}
	if _, err := h.store.ClaimMails(h.ctx, "the one that dies", 8, d.Lease); err != nil {
		t.Fatal(err)
	}
	h.run(d) // which finds the same mail in the mailbox under another number
	h.says("wang.lei", "")
	h.turn(d.Lease)
	h.says("wang.lei", secretary.Accepted)
	if n := len(h.mails()); n != 1 {
		t.Errorf("%d mails were kept, want one", n)
	}
}

func TestCrashBetweenQueueAndSend(t *testing.T) {
	h := newHouse(t, sqlite(t))
	d := h.daemon()
	out := h.queue(d, note(wang))
	if _, err := h.store.ClaimLetters(h.ctx, "the one that dies", 8, d.Lease); err != nil {
		t.Fatal(err)
	}
	h.run(d)
	h.turn(d.Lease)
	if got := h.letters(wang, ""); len(got) != 1 || got[0].MessageID != out.MessageID {
		t.Errorf("%d letters came, want one with the id %s", len(got), out.MessageID)
	}
}

// The server has the letter and the line dropped before it said so: it goes again, the same.
func TestLetterOfWhichNobodyKnowsGoesAgainTheSame(t *testing.T) {
	h := aHouse(t)
	h.mail.DropAfterData(1)
	h.start()
	h.turn(time.Minute)
	twice := 0
	for _, p := range company().People {
		box := h.mail.Mailbox(p.Email)
		if len(box) == 2 {
			twice++
			a, b := message.Read(box[0].Raw), message.Read(box[1].Raw)
			if a.MessageID != b.MessageID || !bytes.Equal(a.Calendars[0], b.Calendars[0]) {
				t.Errorf("%s got two letters %s and %s", p.Email, a.MessageID, b.MessageID)
			}
		} else if len(box) != 1 {
			t.Errorf("%s got %d letters", p.Email, len(box))
		}
	}
	if twice != 1 {
		t.Errorf("%d letters went twice, want one", twice)
	}
}

// The daemon dies after the hand-over and before it is recorded: the same again, once the lease runs out.
func TestCrashBetweenHandOverAndSettle(t *testing.T) {
	h := newHouse(t, sqlite(t))
	d := h.daemon()
	h.queue(d, note(wang))
	claimed, err := h.store.ClaimLetters(h.ctx, "the one that dies", 8, d.Lease)
	if err != nil {
		t.Fatal(err)
	}
	raw, env, err := d.compose(h.ctx, &claimed[0])
	if err != nil {
		t.Fatal(err)
	}
	if r := d.sender.Send(h.ctx, env, raw); r.Err != nil {
		t.Fatal(r.Err)
	}
	h.run(d)
	h.turn(d.Lease)
	got := h.letters(wang, "")
	if len(got) != 2 || got[0].MessageID != got[1].MessageID {
		t.Errorf("%d letters came, want the same twice", len(got))
	}
	if l := h.outbox()[0]; l.State != store.Sent || l.Attempts != 2 {
		t.Errorf("%s after %d attempts", l.State, l.Attempts)
	}
}

// One mail twice, as by an alias and by a list: one effect, one echo.
func TestOneMailThatComesTwiceActsOnce(t *testing.T) {
	h := aHouse(t)
	h.start()
	d := draft{from: wang, id: "one@client", head: inReply(h.letter(wang, secretary.Invitation)), text: "参加"}
	h.verdict(h.send(d), secretary.ActedOn, "attend")
	h.verdict(h.send(d), secretary.ActedOn, "read-before")
	if n := len(h.letters(wang, secretary.Echo)); n != 1 {
		t.Errorf("%d echoes, want one", n)
	}
}

// silent is a mail server that takes the line and never says a word.
func silent(t *testing.T) (port int, taken chan net.Conn) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	taken = make(chan net.Conn, 10)
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			taken <- c
		}
	}()
	return l.Addr().(*net.TCPAddr).Port, taken
}

// What is at hand when the daemon is told to stop is given up soon, and what it had claimed is free at once.
func TestQuietShutdown(t *testing.T) {
	h := aHouse(t)
	mute := h.account()
	var taken chan net.Conn
	mute.SMTP.Port, taken = silent(t)
	d := h.daemon(func(o *Options) { o.Account = mute })
	d.grace = 50 * time.Millisecond
	stop := h.run(d)
	<-taken
	stop()
	for _, l := range h.outbox() {
		if l.State != store.Queued || l.NextAt.After(h.clock.Now()) || l.Attempts != 0 {
			t.Errorf("%s is %s after %d attempts and waits until %s", l.Letter.Key, l.State, l.Attempts, l.NextAt)
		}
	}
	h.start()
	if n := len(h.letters(wang, secretary.Invitation)); n != 1 {
		t.Errorf("%d invitations came, want one", n)
	}
}
