package daemon

import (
	"context"
	"slices"
	"strings"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// acts says who does what; whoever is not named does as everybody does.
func (w *town) acts(plays ...cue) { w.plays = append(plays, everybody...) }

// until lives on to a time: the daemon is woken at each of its times, and everybody does about their letters what they are to.
func (w *town) until(at string) {
	w.t.Helper()
	for end := w.time(at); ; {
		w.rest()
		next, found, err := w.store.NextWakeup(w.ctx)
		if err != nil {
			w.t.Fatal(err)
		}
		if !found || next.After(end) {
			w.clock.turn(end)
			return
		}
		w.clock.turn(next)
	}
}

// rest waits until the daemon has nothing to do, and everybody has read and answered what they got.
func (w *town) rest() {
	w.t.Helper()
	for read := len(w.diary); ; {
		w.await("the daemon has nothing to do\n"+w.log(""), w.settled)
		w.collect()
		if read == len(w.diary) {
			return
		}
		for ; read < len(w.diary); read++ {
			w.play(w.diary[read])
		}
	}
}

// settled reports whether the daemon has nothing to do, and has told of every letter that it sent.
func (w *town) settled() (quiet bool) {
	w.view(func(tx *store.Tx) (err error) {
		if quiet, err = w.idle(tx, w.wrote); !quiet || err != nil {
			return err
		}
		st, err := tx.Status()
		quiet = w.count(isSent) >= st.Letters[store.Sent]
		return err
	})
	return quiet
}

func isSent(e Event) bool {
	return e.Letter != nil && e.Result != nil && e.Result.Outcome == mailer.Sent
}

// collect has everybody take out of their mailbox what was sent to them.
func (w *town) collect() {
	w.t.Helper()
	told, _ := w.all()
	sent := map[string]int{}
	for _, e := range told {
		if isSent(e) {
			for _, p := range append([]secretary.Party{e.Letter.Letter.To}, e.Letter.Letter.Cc...) {
				sent[p.Email]++
			}
		}
	}
	for _, r := range w.residents {
		if r.has < sent[r.Email] {
			w.read(r, sent[r.Email])
		}
	}
}

// read waits until somebody's mailbox has so many letters.
func (w *town) read(r *resident, want int) {
	w.t.Helper()
	ctx, enough := context.WithCancel(w.ctx)
	defer enough()
	watcher := mailer.Watcher{Account: r.imap}
	_ = watcher.Watch(ctx, r.at, func(_ context.Context, m mailer.Message) error {
		l := message.Read(m.Raw)
		w.diary = append(w.diary, arrival{l, w.clock.Now().In(w.zone), r.Person, secretary.LetterKind(l.Header.Raw("X-Huiban-Letter"))})
		r.at = m.Position
		if r.has++; r.has >= want {
			enough()
		}
		return nil
	})
	if w.ctx.Err() != nil {
		w.t.Fatalf("%s has %d letters of %d\n%s", r.ID, r.has, want, w.log(r.ID))
	}
}

func (w *town) play(l arrival) {
	n := slices.IndexFunc(w.plays, func(c cue) bool {
		return (c.who == "" || c.who == l.who.ID) && c.kind == l.kind && strings.Contains(l.Subject+"\n"+l.Text, c.has)
	})
	if n < 0 {
		return
	}
	c := w.plays[n]
	if c.once {
		w.plays = slices.Delete(w.plays, n, n+1)
	}
	c.does(w, l)
}
