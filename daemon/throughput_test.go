package daemon

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/secretary"
)

// The benchmarks have ten meetings of twenty people, nobody in two of them.
const meetings, seats, attendance = 10, 20, 200

// busy is a company with that many meetings on one morning.
func busy() (*secretary.Directory, []*secretary.Policy) {
	d, _ := crowd(attendance)
	var rules []*secretary.Policy
	for m := range meetings {
		p := regulation()
		p.ID, p.Code = fmt.Sprintf("MT-S0-%d", m+1), "P"+string(rune('A'+m))
		p.Roster = nil
		for i := range seats {
			p.Roster = append(p.Roster, secretary.RosterRule{Who: secretary.Ref(fmt.Sprintf("p%03d", m*seats+i))})
		}
		rules = append(rules, p)
	}
	return d, rules
}

// onBoth runs a benchmark on either kind of database; each call of its argument makes an empty one.
func onBoth(b *testing.B, run func(b *testing.B, database func(testing.TB) string)) {
	b.Run("sqlite", func(b *testing.B) { run(b, sqlite) })
	b.Run("postgres", func(b *testing.B) { run(b, postgres) })
}

// BenchmarkReplies takes in answers that wait in the mailbox, from IMAP to the commit of their effect, and beside it
// fetches the same mailbox with one plain IMAP command.
func BenchmarkReplies(b *testing.B) {
	onBoth(b, func(b *testing.B, database func(testing.TB) string) {
		var took, plain time.Duration
		n := 0
		for b.Loop() {
			b.StopTimer()
			h := answered(b, database(b))
			b.StartTimer()
			begun := b.Elapsed()
			h.fetch(attendance)
			fetched := b.Elapsed()
			h.takeIn(attendance)
			plain, took, n = plain+fetched-begun, took+b.Elapsed()-fetched, n+attendance
		}
		compare(b, n, took, plain)
	})
}

// compare reports how many a second there were, and against the plain way.
func compare(b *testing.B, n int, took, plain time.Duration) {
	b.ReportMetric(float64(n)/took.Seconds(), "huiban/s")
	b.ReportMetric(float64(n)/plain.Seconds(), "plain/s")
	b.ReportMetric(plain.Seconds()/took.Seconds(), "of-plain")
}

// answered is a house where everybody has answered the invitation and no daemon runs.
func answered(b *testing.B, url string) *house {
	h, d, _ := decided(b, url)
	h.drain(d)
	for i := range attendance {
		from := fmt.Sprintf("p%03d@%s", i, domain)
		h.post(draft{from: from, head: inReply(h.letter(from, secretary.Invitation)), text: []string{"参加", "请假，出差"}[i%2]})
	}
	return h
}

// takeIn has a daemon store and judge n mails. It sends nothing.
func (h *house) takeIn(n int) {
	h.t.Helper()
	judged := make(chan struct{}, n)
	d := h.daemon(func(o *Options) {
		o.Observe = func(e Event) {
			if e.Mail != nil {
				judged <- struct{}{}
			}
		}
	})
	ctx, cancel := context.WithCancel(h.ctx)
	var loops sync.WaitGroup
	loops.Go(func() { d.watch(ctx) })
	loops.Go(func() { d.judgeLoop(ctx) })
	for range n {
		select {
		case <-judged:
		case <-h.ctx.Done():
			h.t.Fatal("not every mail was judged")
		}
	}
	cancel()
	loops.Wait()
}

// fetch reads n mails with one command.
func (h *house) fetch(n int) {
	h.t.Helper()
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", h.mail.IMAPPort()))
	if err != nil {
		h.t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "1 LOGIN %s secret\r\n2 SELECT INBOX\r\n3 UID FETCH 1:* (UID INTERNALDATE BODY.PEEK[])\r\n", huiban)
	got := 0
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		switch l := lines.Text(); {
		case strings.HasPrefix(l, "* ") && strings.Contains(l, " FETCH ("):
			got++
		case strings.HasPrefix(l, "3 "):
			if got != n || !strings.HasPrefix(l, "3 OK") {
				h.t.Fatalf("fetched %d mails: %s", got, l)
			}
			return
		}
	}
	h.t.Fatal("the line was dropped")
}

// BenchmarkLetters makes and sends the invitations to a meeting, each with its agenda as a Word file, and beside it hands
// the same bytes over by plain SMTP.
func BenchmarkLetters(b *testing.B) {
	onBoth(b, func(b *testing.B, database func(testing.TB) string) {
		var took, plain time.Duration
		n := 0
		for b.Loop() {
			b.StopTimer()
			h, d, sent := decided(b, database(b))
			b.StartTimer()
			begun := b.Elapsed()
			h.drain(d)
			drained := b.Elapsed()
			h.handOver(*sent)
			took, plain, n = took+drained-begun, plain+b.Elapsed()-drained, n+len(*sent)
		}
		compare(b, n, took, plain)
	})
}

// decided is a house where the invitations wait in the outbox, with the daemon that is to send them and what it has sent.
func decided(b *testing.B, url string) (*house, *Daemon, *[]Event) {
	c, rules := busy()
	h := newHouse(b, url)
	h.apply(c, rules...)
	var sent []Event
	d := h.daemon(func(o *Options) {
		o.Observe = func(e Event) {
			if e.Letter != nil {
				sent = append(sent, e)
			}
		}
	})
	if err := d.begin(h.ctx); err != nil {
		b.Fatal(err)
	}
	for n := 1; n > 0; {
		var err error
		if n, err = d.wakeDue(h.ctx); err != nil {
			b.Fatal(err)
		}
	}
	return h, d, &sent
}

// drain sends until the outbox is empty.
func (h *house) drain(d *Daemon) {
	h.t.Helper()
	for n := 1; n > 0; {
		var err error
		if n, err = d.sendDue(h.ctx); err != nil {
			h.t.Fatal(err)
		}
	}
}

// handOver sends the same mails once more, as they are, over one connection.
func (h *house) handOver(sent []Event) {
	h.t.Helper()
	if len(sent) < attendance {
		h.t.Fatalf("only %d letters were sent", len(sent))
	}
	session := (&mailer.Sender{Account: h.account().SMTP}).Session()
	defer session.Close()
	for _, e := range sent {
		r := session.Send(h.ctx, mailer.Envelope{From: huiban, To: []string{e.Letter.Letter.To.Email}}, e.Raw)
		if r.Outcome != mailer.Sent {
			h.t.Fatal(r.Err)
		}
	}
}

// BenchmarkIdle tells the memory of a daemon in a process of its own that has sent its letters and waits.
func BenchmarkIdle(b *testing.B) {
	onBoth(b, func(b *testing.B, database func(testing.TB) string) {
		c, rules := busy()
		p := &prison{house: newHouse(b, database(b)), began: time.Now()} //nolint:forbidigo // a process of its own has a real clock
		p.apply(c, rules...)
		p.start()
		defer p.kill()
		p.taken(attendance)
		for b.Loop() {
			p.outlive(0)
		}
		b.ReportMetric(p.memory(), "MB")
	})
}

// memory is the resident memory of the daemon's process, in megabytes.
func (p *prison) memory() float64 {
	p.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Skip("only Linux tells:", err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes := 0
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		p.t.Fatal(err)
	}
	return float64(kilobytes) / 1024
}
