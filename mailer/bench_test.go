package mailer

import (
	"slices"
	"testing"
	"time"
)

// BenchmarkRoundTrip measures sending a mail until its reader has it: SMTP, delivery, IDLE, fetch. After each mail the
// watcher is back in IDLE before the next is sent.
func BenchmarkRoundTrip(b *testing.B) {
	s := newServer(b)
	h := startWatch(b, &Watcher{Account: imapOf(s, huiban)}, Position{})
	roundTrips(b, h, (&Sender{Account: smtpOf(s, wang)}).Session(), huiban)
}

// BenchmarkRealRoundTrip does the same with Postfix and Dovecot, which waits half a second before it announces anything.
func BenchmarkRealRoundTrip(b *testing.B) {
	user := fresh(b)
	h := startWatch(b, &Watcher{Account: realInbox(b, user)}, Position{})
	roundTrips(b, h, realOutbox(b, user).Session(), user)
}

func roundTrips(b *testing.B, h *watch, session *Session, to string) {
	defer session.Close()
	raw := compose(b, letter(to, to))
	var took []time.Duration
	for b.Loop() {
		wait(b, b.Context(), h.idle)
		begun := b.Elapsed()
		if r := session.Send(b.Context(), Envelope{to, []string{to}}, raw); r.Outcome != Sent {
			b.Fatal(r.Err)
		}
		wait(b, b.Context(), h.got)
		took = append(took, b.Elapsed()-begun)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/p50")
	b.ReportMetric(float64(took[len(took)-1].Microseconds()), "µs/max")
}

// BenchmarkSend measures handing over over one connection.
func BenchmarkSend(b *testing.B) {
	s := newServer(b)
	session := (&Sender{Account: smtpOf(s, wang)}).Session()
	defer session.Close()
	raw := compose(b, letter(wang, huiban))
	for b.Loop() {
		if r := session.Send(b.Context(), Envelope{wang, []string{huiban}}, raw); r.Outcome != Sent {
			b.Fatal(r.Err)
		}
	}
}

// BenchmarkCatchUp measures reading a folder of a thousand messages.
func BenchmarkCatchUp(b *testing.B) {
	s := newServer(b)
	session := (&Sender{Account: smtpOf(s, wang)}).Session()
	defer session.Close()
	raw := compose(b, letter(wang, huiban))
	for range 1000 {
		session.Send(b.Context(), Envelope{wang, []string{huiban}}, raw)
	}
	for b.Loop() {
		h := startWatch(b, &Watcher{Account: imapOf(s, huiban)}, Position{})
		wait(b, b.Context(), h.idle)
		if len(h.got) != 1000 {
			b.Fatal(len(h.got))
		}
	}
}
