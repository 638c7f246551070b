package daemon

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// crowd is a company of n people who are all invited.
func crowd(n int) (*secretary.Directory, *secretary.Policy) {
	d, p := company(), regulation()
	for i := range n {
		id := secretary.PersonID(fmt.Sprintf("p%03d", i))
		d.People[id] = &secretary.Person{ID: id, Name: fmt.Sprintf("员工%03d", i), Email: string(id) + "@" + domain, Department: "PRD", Manager: "wang.lei", Lang: secretary.Hans}
	}
	p.Roster = append(p.Roster, secretary.RosterRule{Who: "all:production"})
	return d, p
}

// Five hundred mails, answers among bulk mail, vacation notes and strangers: each is judged once, each answer is on
// record and echoed once.
func TestSoak(t *testing.T) {
	const people, each = 50, 5
	d, p := crowd(people)
	h := newHouse(t, sqlite(t), p)
	h.apply(d, p)
	h.start()
	for i := range people {
		from := fmt.Sprintf("p%03d@%s", i, domain)
		l := h.letter(from, secretary.Invitation)
		h.post(draft{from: from, head: inReply(l), text: "参加"})
		h.post(draft{from: from, head: append(inReply(l), "Auto-Submitted: auto-replied"), text: "我在休假"})
		h.post(draft{from: from, forged: true, subject: "Re: " + l.Subject, text: "参加"})
		h.post(draft{from: fmt.Sprintf("s%d@shop.test", i), forged: true, text: "大促销"})
		h.post(draft{from: from, head: inReply(l), text: "请假，出差"})
	}
	h.await("all are judged", func() bool { return h.count(func(e Event) bool { return e.Mail != nil }) == people*each })
	h.quiet()
	verdicts := map[secretary.Verdict]int{}
	for _, m := range h.mails() {
		verdicts[m.Verdict]++
	}
	want := map[secretary.Verdict]int{secretary.ActedOn: 2 * people, secretary.Automated: people, secretary.ToBeProven: people, secretary.Strange: people}
	for v, n := range want {
		if verdicts[v] != n {
			t.Errorf("%d mails are %q, want %d", verdicts[v], v, n)
		}
	}
	for i := range people {
		h.says(secretary.PersonID(fmt.Sprintf("p%03d", i)), secretary.Declined)
	}
	if n := len(h.mails()); n != people*each {
		t.Errorf("%d mails were kept, want %d", n, people*each)
	}
	for _, l := range h.outbox() {
		if l.State != store.Sent {
			t.Errorf("%s is %s: %s", l.Letter.Key, l.State, l.LastError)
		}
	}
}

// BenchmarkMail measures an answer from its hand-over to the mail server to the echo in the writer's mailbox: SMTP, IMAP
// IDLE, stored, judged, answered, sent.
func BenchmarkMail(b *testing.B) {
	for name, database := range map[string]func(testing.TB) string{"sqlite": sqlite, "postgres": postgres} {
		b.Run(name, func(b *testing.B) {
			h := newHouse(b, database(b), regulation())
			h.start()
			people := []string{wang, li, sun, chen, zhao}
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				if i%60 == 59 {
					h.clock.turn(h.clock.Now().Add(25 * time.Hour)) // nobody is answered for ever
				}
				from := people[i%len(people)]
				l := h.letter(from, secretary.Invitation)
				before := len(h.mail.Mailbox(from))
				start := b.Elapsed()
				h.post(draft{from: from, head: inReply(l), text: []string{"参加", "请假，出差"}[i/len(people)%2]})
				h.await("the echo", func() bool { return len(h.mail.Mailbox(from)) > before })
				took = append(took, b.Elapsed()-start)
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}
