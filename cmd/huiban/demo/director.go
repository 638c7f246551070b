package demo

import (
	"container/heap"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/mailer/mailtest"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// director turns the clock: when everything that is due has been done, and everybody has read their mail, it goes on to
// what comes next: the next wake-up, or the next mail somebody writes.
type director struct {
	play   *play
	clock  *clock
	store  *store.Store
	server *mailtest.Server
	zone   *time.Location
	stir   chan struct{} // rung whenever something was done

	mu      sync.Mutex
	read    int // mails of the server's journal that the cast has read
	writing agenda
	heard   map[string]int // letters of a kind that a person got about a meeting
	written int
	failed  error
}

// entry is a mail that somebody will write.
type entry struct {
	at       time.Time
	seq      int
	who      member
	from     string
	said     said
	answered *message.Message
	forged   bool // handed in without a log-in, as mail from outside is
}

type agenda []entry

func (a agenda) Len() int { return len(a) }
func (a agenda) Less(i, j int) bool {
	return a[i].at.Before(a[j].at) || a[i].at.Equal(a[j].at) && a[i].seq < a[j].seq
}
func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *agenda) Push(x any)   { *a = append(*a, x.(entry)) }
func (a *agenda) Pop() any     { o := *a; x := o[len(o)-1]; *a = o[:len(o)-1]; return x }

func (d *director) ring() {
	select {
	case d.stir <- struct{}{}:
	default:
	}
}

// plan puts a mail on the agenda.
func (d *director) plan(e entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.written++
	e.seq = d.written
	heap.Push(&d.writing, e)
}

// onMail has the people to whom a mail was delivered read it.
func (d *director) onMail(m mailtest.Delivery) {
	for _, to := range m.To {
		if !strings.Contains(strings.ToLower(to), "huiban") {
			if err := d.hears(to, m.Raw); err != nil {
				d.fail(err)
			}
		}
	}
	d.mu.Lock()
	d.read++
	d.mu.Unlock()
	d.ring()
}

// hears has one person react to a letter as the script says.
func (d *director) hears(to string, raw []byte) error {
	who, ok := d.play.memberOf(to)
	if !ok {
		return fmt.Errorf("a letter went to %s, who is nobody", to)
	}
	mail := message.Read(raw)
	var l secretary.Letter
	err := d.store.View(context.Background(), func(tx *store.Tx) error {
		out, err := tx.LetterByMessageID(mail.MessageID)
		l = out.Letter
		return err
	})
	if err != nil {
		return fmt.Errorf("letter of %s: %w", to, err)
	}
	if !strings.EqualFold(l.To.Email, to) {
		return nil // a copy for information
	}
	n := d.play.meetingNumber(l)
	d.mu.Lock()
	key := fmt.Sprint(who.id, l.Kind, n)
	d.heard[key]++
	nth := d.heard[key]
	d.mu.Unlock()
	for _, c := range d.play.script {
		if c.fits(who.id, l, n, nth) {
			for _, r := range c.does {
				s := r.said
				if r.by != nil {
					s.text = r.by(l)
				}
				s.files = r.attached(l)
				if s.text != "" || s.partstat != "" {
					d.plan(entry{at: awake(d.clock.Now().Add(r.after).In(d.zone)), who: who, from: to, said: s, answered: mail})
				}
			}
			break
		}
	}
	return nil
}

// awake puts off to the morning what somebody would write at night.
func awake(t time.Time) time.Time {
	morning := time.Date(t.Year(), t.Month(), t.Day(), 8, 40, 0, 0, t.Location())
	switch {
	case t.Hour() >= 20:
		return morning.AddDate(0, 0, 1)
	case t.Before(morning):
		return morning
	}
	return t
}

func (c cue) fits(who string, l secretary.Letter, meeting, nth int) bool {
	return (c.who == "" || c.who == who) && c.letter == l.Kind && (c.meeting == 0 || c.meeting == meeting) &&
		(c.nth == 0 || c.nth == nth) && strings.HasPrefix(l.Ref, c.ref)
}

// meetingNumber counts the weeks from the first meeting, from 1; 0 is a letter about none.
func (p *play) meetingNumber(l secretary.Letter) int {
	if l.Meeting == nil {
		return 0
	}
	return secretary.DateOf(l.Meeting.Planned).Since(p.first)/7 + 1
}

func (d *director) fail(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failed = errors.Join(d.failed, err)
}

// run plays until the given time.
func (d *director) run(ctx context.Context, until time.Time) error {
	for {
		next, err := d.settled(ctx)
		if err != nil {
			return err
		}
		if next.After(until) {
			d.clock.turn(until)
			return nil
		}
		d.clock.turn(next)
		if err := d.write(ctx); err != nil {
			return err
		}
	}
}

// settled waits until nothing is left to do now, and returns when something will be.
func (d *director) settled(ctx context.Context) (next time.Time, err error) {
	for {
		quiet, err := d.quiet(ctx)
		if err != nil {
			return next, err
		}
		if quiet {
			return d.next(ctx)
		}
		select {
		case <-d.stir:
		case <-ctx.Done():
			return next, ctx.Err()
		case <-time.After(20 * time.Second):
			return next, errors.New("the story hangs: something is due and nobody does it")
		}
	}
}

// quiet reports whether every letter is out, every mail is read by whom it went to, and no wake-up is due.
func (d *director) quiet(ctx context.Context) (bool, error) {
	journal := d.server.Journal()
	d.mu.Lock()
	read, failed := d.read, d.failed
	d.mu.Unlock()
	if failed != nil || read < len(journal) {
		return false, failed
	}
	arrived := len(d.server.Mailbox(mailbox))
	quiet := false
	err := d.store.View(ctx, func(tx *store.Tx) error {
		st, err := tx.Status()
		if err != nil {
			return err
		}
		kept := 0
		for _, n := range st.Mails {
			kept += n
		}
		quiet = kept >= arrived && st.Mails[""] == 0 && st.Overdue == 0 && st.Letters[store.Queued] == 0 && st.Letters[store.Sending] == 0
		return nil
	})
	return quiet && len(d.server.Journal()) == len(journal), err
}

func (d *director) next(ctx context.Context) (time.Time, error) {
	next, found, err := d.store.NextWakeup(ctx)
	if err != nil {
		return next, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.writing) > 0 && (!found || d.writing[0].at.Before(next)) {
		next, found = d.writing[0].at, true
	}
	if !found {
		return d.clock.Now().AddDate(1, 0, 0), nil
	}
	return next, nil
}

// write hands in every mail whose time has come, each over its writer's own account.
func (d *director) write(ctx context.Context) error {
	for {
		d.mu.Lock()
		if len(d.writing) == 0 || d.writing[0].at.After(d.clock.Now()) {
			d.mu.Unlock()
			return nil
		}
		e := heap.Pop(&d.writing).(entry)
		d.mu.Unlock()
		to, raw := write(e.who, e.from, e.said, e.answered, d.clock.Now().In(d.zone), e.seq)
		user := e.from
		if e.forged {
			user = ""
		}
		s := mailer.Sender{Account: mailer.SMTP{Server: d.login(user)}}
		if r := s.Send(ctx, mailer.Envelope{From: e.from, To: []string{to}}, raw); r.Err != nil {
			return fmt.Errorf("%s writes: %w", e.from, r.Err)
		}
	}
}

func (d *director) login(user string) mailer.Server {
	s := mailer.Server{Host: "127.0.0.1", Port: d.server.SMTPPort(), Security: mailer.None, User: user}
	if user != "" {
		s.Password = password
	}
	return s
}
