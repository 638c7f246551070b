package store

// signals wake the loops of this process when a transaction of this process left them work. A signal is a hint: other
// daemons' work, and work that falls due, is found by asking.
type signals struct{ inbox, outbox, wakeups chan struct{} }

func newSignals() signals {
	return signals{make(chan struct{}, 1), make(chan struct{}, 1), make(chan struct{}, 1)}
}

// InboxChanged receives after a mail was saved that is to be judged. One reader; signals not yet read fold into one.
func (s *Store) InboxChanged() <-chan struct{} { return s.signals.inbox }

// OutboxChanged receives after a letter was queued or a letter before it was settled. One reader, as above.
func (s *Store) OutboxChanged() <-chan struct{} { return s.signals.outbox }

// WakeupsChanged receives after a wake-up was set, moved or poked. One reader, as above.
func (s *Store) WakeupsChanged() <-chan struct{} { return s.signals.wakeups }

// work is what a transaction leaves to the loops.
type work struct{ inbox, outbox, wakeups bool }

func (s signals) announce(w work) {
	ring(s.inbox, w.inbox)
	ring(s.outbox, w.outbox)
	ring(s.wakeups, w.wakeups)
}

func ring(c chan struct{}, changed bool) {
	if !changed {
		return
	}
	select {
	case c <- struct{}{}:
	default:
	}
}
