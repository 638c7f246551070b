package daemon

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// sentTo are the letters of the outbox to a person.
func (h *house) sentTo(id secretary.PersonID, k secretary.LetterKind) (out []store.OutLetter) {
	for _, l := range h.outbox() {
		if l.Letter.To.ID == id && l.Letter.Kind == k {
			out = append(out, l)
		}
	}
	return out
}

// The account is to blame, not the letters: they wait, no attempt is counted, and the log-in is not tried again and again.
func TestRefusedAccountKeepsItsLetters(t *testing.T) {
	h := aHouse(t)
	d := h.daemon()
	h.run(d)
	h.quiet()
	h.mail.RefuseLogin(true)
	h.clock.turn(h.clock.Now().Add(7 * 24 * time.Hour)) // the next meeting's letters
	h.await("a rest after the trouble", func() bool { return h.clock.awaited(h.clock.Now().Add(longestPause)) })
	trouble := d.Troubles()[0]
	if trouble.Part != Outbox || !trouble.Account() {
		t.Errorf("trouble: %+v", trouble)
	}
	for _, l := range h.outbox() {
		if l.State == store.Dead || l.State != store.Sent && l.Attempts > 1 {
			t.Errorf("%s is %s after %d attempts: %s", l.Letter.Key, l.State, l.Attempts, l.LastError)
		}
	}
	if n := h.count(isTrouble); n != 1 {
		t.Errorf("%d log-ins were tried", n)
	}
	h.mail.RefuseLogin(false)
	h.turn(longestPause)
	h.await("all is sent", func() bool {
		return !slices.ContainsFunc(h.outbox(), func(l store.OutLetter) bool { return l.State != store.Sent })
	})
	if len(d.Troubles()) != 0 {
		t.Errorf("still in trouble: %v", d.Troubles())
	}
}

func TestUnreachableServerCostsNoAttempt(t *testing.T) {
	h := aHouse(t)
	closed := h.account()
	closed.SMTP.Port = 1
	d := h.daemon(func(o *Options) { o.Account = closed })
	stop := h.run(d)
	h.await("trouble", func() bool { return len(d.Troubles()) > 0 })
	for _, l := range h.outbox() {
		if l.State != store.Queued || l.Attempts != 0 && l.LastError == "" {
			t.Errorf("%s is %s after %d attempts", l.Letter.Key, l.State, l.Attempts)
		}
	}
	stop()
	h.start()
	if n := len(h.letters(wang, secretary.Invitation)); n != 1 {
		t.Errorf("%d invitations came, want one", n)
	}
}

func TestTemporaryRefusalIsTriedAgain(t *testing.T) {
	h := aHouse(t)
	h.mail.RefuseRecipient(wang, 451)
	h.start()
	l := h.sentTo("wang.lei", secretary.Invitation)[0]
	if l.State != store.Queued || l.Attempts != 1 || !strings.Contains(l.LastError, "451") || !l.NextAt.After(h.clock.Now()) {
		t.Errorf("%s after %d attempts, next at %s: %s", l.State, l.Attempts, l.NextAt, l.LastError)
	}
	if len(h.letters(li, secretary.Invitation)) != 1 {
		t.Error("the others have to wait for it")
	}
	h.mail.RefuseRecipient(wang, 0)
	h.turn(time.Minute)
	h.letter(wang, secretary.Invitation)
}

// S0-52: bounces are reported to the organizer.
// Clauses: S3-66.
func TestRefusedRecipientIsReportedToTheConvener(t *testing.T) {
	h := aHouse(t)
	h.mail.RefuseRecipient(wang, 550)
	h.start()
	l := h.sentTo("wang.lei", secretary.Invitation)[0]
	if l.State != store.Dead || !strings.Contains(l.LastError, "550") {
		t.Errorf("%s: %s", l.State, l.LastError)
	}
	h.toldOf("wang.lei", wang)
}

// An address is corrected and the letter retried: it goes to the new one, whose calendar names nobody else, and reminders
// follow there again.
func TestRetriedLetterGoesToTheCorrectedAddress(t *testing.T) {
	h := aHouse(t)
	h.mail.RefuseRecipient(wang, 550)
	h.start()
	l := h.sentTo("wang.lei", secretary.Invitation)[0]
	moved := "wang.lei2@" + domain
	d := company()
	d.People["wang.lei"].Email = moved
	h.apply(d)
	h.do(func(tx *store.Tx) error { return tx.Requeue(l.Letter.Key) })
	h.turn(time.Minute)
	got := h.letter(moved, secretary.Invitation)
	if c := string(got.Calendars[0]); !strings.Contains(c, moved) || strings.Contains(c, wang) {
		t.Errorf("the calendar part names %s", c)
	}
	if n := len(h.letters(wang, "")); n != 0 {
		t.Errorf("%d letters went to the old address", n)
	}
}

// toldOf checks that the convener was told once that an address does not work.
func (h *house) toldOf(id secretary.PersonID, address string) {
	h.t.Helper()
	if told := h.letters(chen, secretary.Echo); len(told) != 1 || !strings.Contains(told[0].Text, address) {
		h.t.Errorf("the convener was told %d times", len(told))
	}
	if got := h.seat(id).Undeliverable; got != address {
		h.t.Errorf("undeliverable: %q, want %q", got, address)
	}
}

// The mail server is back and nothing waits to be sent: that is noticed nevertheless, so that nobody is told of trouble for hours.
func TestTroubleEndsWithoutALetter(t *testing.T) {
	h := aHouse(t)
	d := h.daemon()
	h.run(d)
	h.quiet()
	h.mail.RefuseLogin(true)
	h.queue(d, note(wang))
	h.await("trouble", func() bool { return len(d.Troubles()) > 0 })
	h.mail.RefuseLogin(false)
	others, err := h.store.ClaimLetters(h.ctx, "another daemon", 8, d.Lease)
	if err != nil || len(others) != 1 {
		t.Fatal(others, err)
	}
	if err := h.store.Settle(h.ctx, store.Settlement{Letter: others[0], Result: store.Result{State: store.Sent}}); err != nil {
		t.Fatal(err)
	}
	h.clock.turn(h.clock.Now().Add(longestPause))
	h.await("the trouble is over", func() bool { return len(d.Troubles()) == 0 })
}

// A letter that cannot be given up for good because its server never answers is given up after five days, and told of.
func TestLetterIsGivenUpInTheEnd(t *testing.T) {
	h := aHouse(t)
	h.mail.RefuseRecipient(wang, 451)
	h.start()
	for range 20 {
		next, found, err := h.store.NextLetter(h.ctx)
		if err != nil {
			t.Fatal(err)
		}
		if !found || next.Sub(friday) > 6*24*time.Hour {
			break
		}
		h.turn(max(0, next.Sub(h.clock.Now())))
	}
	if l := h.sentTo("wang.lei", secretary.Invitation)[0]; l.State != store.Dead {
		t.Errorf("%s after %d attempts", l.State, l.Attempts)
	}
	h.toldOf("wang.lei", wang)
}

// Where nobody can be reached, telling of it must end.
func TestEverybodyRefused(t *testing.T) {
	h := aHouse(t)
	for _, a := range []string{chen, zhao, wang, li, sun, kim} {
		h.mail.RefuseRecipient(a, 550)
	}
	h.start()
	if n := len(h.outbox()); n > 6*2 {
		t.Errorf("%d letters were written", n)
	}
	for _, l := range h.outbox() {
		if l.State != store.Dead {
			t.Errorf("%s is %s", l.Letter.Key, l.State)
		}
	}
}

// queue puts a letter into the outbox as if the secretary had written it.
func (h *house) queue(d *Daemon, l secretary.Letter) store.OutLetter {
	h.t.Helper()
	h.do(func(tx *store.Tx) error {
		_, err := d.do(tx, l.Case, store.Source{Name: "test"}, func(*secretary.Desk) (*secretary.Outcome, error) {
			return &secretary.Outcome{Letters: []secretary.Letter{l}}, nil
		})
		return err
	})
	all := h.outbox()
	return all[len(all)-1]
}

func note(to string, cc ...string) secretary.Letter {
	l := secretary.Letter{
		Key: "test/" + to, Kind: secretary.Help, Case: "person:zhao.jun", Lang: secretary.Hans, Zone: "Asia/Shanghai", Reason: "test",
		To: secretary.Party{ID: secretary.PersonID(strings.Split(to, "@")[0]), Name: to, Email: to},
	}
	for _, c := range cc {
		l.Cc = append(l.Cc, secretary.Party{ID: secretary.PersonID(strings.Split(c, "@")[0]), Name: c, Email: c})
	}
	return l
}

func TestCopyThatIsRefusedForNowGoesAgainAlone(t *testing.T) {
	h := newHouse(t, sqlite(t))
	h.start()
	h.mail.RefuseRecipient(li, 451)
	h.queue(h.daemon(), note(wang, li, sun))
	h.quiet()
	h.mail.RefuseRecipient(li, 0)
	h.turn(time.Minute)
	for _, a := range []string{wang, li, sun} {
		if n := len(h.letters(a, secretary.Help)); n != 1 {
			t.Errorf("%s has it %d times", a, n)
		}
	}
	if l := h.outbox()[0]; l.State != store.Sent {
		t.Errorf("the letter is %s", l.State)
	}
}

func TestLetterWhoseReaderIsRefusedIsDeadThoughACopyWent(t *testing.T) {
	h := newHouse(t, sqlite(t))
	h.start()
	h.mail.RefuseRecipient(wang, 550)
	h.mail.RefuseRecipient(li, 451)
	h.queue(h.daemon(), note(wang, li, sun))
	h.quiet()
	h.mail.RefuseRecipient(li, 0)
	h.turn(time.Minute)
	if l := h.outbox()[0]; l.State != store.Dead {
		t.Errorf("the letter is %s", l.State)
	}
	if len(h.letters(li, secretary.Help)) != 1 || len(h.letters(sun, secretary.Help)) != 1 {
		t.Error("the copies did not go, or went twice")
	}
}

// A refused address that cannot be reported is no reason to send the letter to the others again and again.
func TestRefusedAddressThatCannotBeReported(t *testing.T) {
	h := newHouse(t, sqlite(t))
	d := h.daemon()
	l := note(wang, li)
	l.Case = "nothing:known"
	h.mail.RefuseRecipient(li, 550)
	h.do(func(tx *store.Tx) error {
		_, err := d.do(tx, "person:zhao.jun", store.Source{Name: "test"}, func(*secretary.Desk) (*secretary.Outcome, error) {
			return &secretary.Outcome{Letters: []secretary.Letter{l}}, nil
		})
		return err
	})
	h.run(d)
	h.quiet()
	h.turn(time.Minute)
	if n := len(h.letters(wang, secretary.Help)); n != 1 {
		t.Errorf("it went %d times", n)
	}
	if l := h.outbox()[0]; l.State != store.Sent {
		t.Errorf("the letter is %s", l.State)
	}
}

func TestLettersAMinute(t *testing.T) {
	h := newHouse(t, sqlite(t))
	d := h.daemon(func(o *Options) { o.PerMinute = 2 })
	for _, a := range []string{wang, li, sun, chen} {
		h.queue(d, note(a))
	}
	h.run(d)
	sent := func() int { return h.count(func(e Event) bool { return e.Letter != nil }) }
	for n := 1; n <= 4; n++ {
		next := h.clock.Now().Add(30 * time.Second)
		h.await("a pause after the letter", func() bool { return sent() == n && h.clock.awaited(next) })
		h.clock.turn(next)
	}
}

func TestLineTroubleIsToldFromTheLetters(t *testing.T) {
	check := func(stage mailer.Stage, o mailer.Outcome, down bool) {
		t.Helper()
		if got := lineDown(mailer.Result{Stage: stage, Outcome: o, Err: context.Canceled}) != nil; got != down {
			t.Errorf("%s at %s: line down is %t", o, stage, got)
		}
	}
	check(mailer.Connect, mailer.Temporary, true)
	check(mailer.Auth, mailer.Temporary, true)
	check(mailer.MailFrom, mailer.Temporary, true)
	check(mailer.RcptTo, mailer.Temporary, false)
	check(mailer.Accepted, mailer.Uncertain, false)
	check(mailer.MailFrom, mailer.Refused, true)
	check(mailer.RcptTo, mailer.Refused, true)
	check(mailer.MailFrom, mailer.Permanent, false) // 552: this letter is too large
}
