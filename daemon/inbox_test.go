package daemon

import (
	"bytes"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// brittle is a calendar that panics when it is asked about one zone: a mistake in our code that one meeting brings out.
type brittle struct {
	secretary.Calendar
	broken atomic.Bool
}

const island = "Pacific/Kiritimati"

func (c *brittle) Zone(name string) *time.Location {
	if name == island && c.broken.Load() {
		panic("no such island")
	}
	return c.Calendar.Zone(name)
}

// islanders is a second regulation, with its own zone.
func islanders() *secretary.Policy {
	p := regulation()
	p.ID, p.Code, p.Timezone = "MT-S0-2", "ISL", island
	p.Title = secretary.T("海岛会", "海島會", "Island meeting")
	return p
}

func TestPoisonousMailIsSetAsideAndOthersGoOn(t *testing.T) {
	h := newHouse(t, sqlite(t), regulation(), islanders())
	calendar := &brittle{Calendar: h.days}
	h.days = calendar
	d := h.daemon()
	h.run(d)
	h.quiet()
	calendar.broken.Store(true)
	invitations := map[bool]string{}
	for _, l := range h.letters(wang, secretary.Invitation) {
		invitations[strings.Contains(l.Subject, "海岛")] = l.MessageID
	}
	h.post(draft{from: wang, head: []string{"In-Reply-To: <" + invitations[true] + ">"}, text: "参加"})
	h.post(draft{from: wang, head: []string{"In-Reply-To: <" + invitations[false] + ">"}, text: "参加"})
	judged := func(n int) func() bool {
		return func() bool { return h.count(func(e Event) bool { return e.Mail != nil }) == n }
	}
	h.await("the other mail is judged", judged(1))
	h.says("wang.lei", secretary.Accepted)
	for n := 2; n <= 3; n++ {
		h.clock.turn(h.clock.Now().Add(d.Lease))
		h.await("tried again", func() bool { return h.mails()[0].Attempts == n })
	}
	h.await("the poisonous mail is set aside", judged(2))
	m := h.mails()[0]
	h.verdict(m, secretary.Unreadable, "no such island")
	if m.From != wang || m.MessageID == "" {
		t.Errorf("set aside without a label: %+v", m)
	}
	h.view(func(tx *store.Tx) error {
		raw, err := tx.RawMail(m)
		if !bytes.Contains(raw, []byte(invitations[true])) {
			t.Error("the mail is not kept")
		}
		return err
	})
}

// A series that the secretary fails on does not stop the others.
func TestPoisonousMeetingDoesNotStopTheOthers(t *testing.T) {
	h := newHouse(t, sqlite(t), islanders(), regulation())
	calendar := &brittle{Calendar: h.days}
	h.days = calendar
	h.run(h.daemon())
	h.quiet()
	calendar.broken.Store(true)
	h.clock.turn(h.clock.Now().AddDate(0, 0, 7))
	h.await("the next invitation", func() bool {
		for _, l := range h.letters(wang, secretary.Invitation) {
			if strings.Contains(l.Subject, "产销") && strings.Contains(l.Text, "12月4日") {
				return true
			}
		}
		return false
	})
}

// A mail that kills its daemon is set aside; those claimed together with it are not.
func TestMailThatKillsTheDaemonIsSetAside(t *testing.T) {
	h := aHouse(t)
	stop := h.start()
	l := h.letter(wang, secretary.Invitation)
	stop()
	d := h.daemon()
	h.post(draft{from: wang, head: inReply(l), text: "参加"})
	h.post(draft{from: li, head: inReply(h.letter(li, secretary.Invitation)), text: "参加"})
	h.do(func(tx *store.Tx) error {
		for _, m := range h.mail.Mailbox(huiban) {
			if _, _, err := tx.SaveMail(store.Mail{Mailbox: "x", Raw: m.Raw, Arrived: m.Received}); err != nil {
				return err
			}
		}
		return nil
	})
	for range crashes {
		if _, err := h.store.ClaimMails(h.ctx, "one that dies", 8, d.Lease); err != nil {
			t.Fatal(err)
		}
		h.clock.turn(h.clock.Now().Add(d.Lease))
	}
	h.run(d)
	h.quiet()
	h.verdict(h.mails()[0], secretary.Unreadable, "no daemon")
	h.verdict(h.mails()[1], secretary.ActedOn, "attend")
}

func TestMailThatIsTooLargeIsSentBack(t *testing.T) {
	h := aHouse(t)
	h.start(func(o *Options) { o.Account.IMAP.MaxBytes = 2 << 20 })
	l := h.letter(wang, secretary.Invitation)
	m := h.send(draft{from: wang, head: inReply(l), text: "参加\r\n" + strings.Repeat(strings.Repeat("x", 76)+"\r\n", 40_000)})
	h.verdict(m, secretary.AskedBack, "")
	h.says("wang.lei", "")
	if back := h.letter(wang, secretary.AskBack); !strings.Contains(back.Text, "太大") {
		t.Errorf("asked back as\n%s", back.Text)
	}
	h.view(func(tx *store.Tx) error {
		raw, err := tx.RawMail(m)
		if len(raw) > 10_000 || !bytes.Contains(raw, []byte(l.MessageID)) {
			t.Errorf("%d bytes are kept", len(raw))
		}
		return err
	})
}

// TestQueryIsAnswered proves S0-73.
func TestQueryIsAnswered(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: wang, text: "查询 注塑机"}), secretary.ActedOn, "query")
	h.letter(wang, secretary.QueryResult)
	h.verdict(h.send(draft{from: wang, forged: true, text: "查询 注塑机"}), secretary.ToBeProven, "")
}
