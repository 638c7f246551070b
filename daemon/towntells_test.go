package daemon

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// log is what somebody got, one letter a line; "" is everybody.
func (w *town) log(who secretary.PersonID) string {
	var out []string
	for _, l := range w.diary {
		if who == "" || l.who.ID == who {
			out = append(out, fmt.Sprintf("%s %s %s %s", l.at.Format("01-02 15:04"), l.who.ID, l.kind, l.Subject))
		}
	}
	return strings.Join(out, "\n")
}

// tells checks that letters came when they should. Each line is day, time, person, kind, and what the reader finds in the letter, its
// documents included, parted by "; ".
func (w *town) tells(lines string) {
	w.t.Helper()
	for _, f := range table(lines) {
		words := strings.Split(strings.Join(f[4:], " "), "; ")
		if !slices.ContainsFunc(w.diary, func(l arrival) bool {
			return l.at.Format("01-02 15:04") == f[0]+" "+f[1] && string(l.who.ID) == f[2] && string(l.kind) == f[3] && l.reads(words)
		}) {
			w.t.Errorf("did not come: %s\n%s", strings.Join(f, " "), w.log(secretary.PersonID(f[2])))
		}
	}
}

// reads reports whether all of the words are in a letter.
func (l arrival) reads(words []string) bool {
	text := l.Subject + "\n" + l.Text
	for _, f := range l.Files {
		text += "\n" + f.Name
		if f.Type == "text/csv" {
			text += "\n" + string(f.Data)
		}
	}
	for _, c := range l.Calendars {
		text += "\n" + unfolded(c)
	}
	return !slices.ContainsFunc(words, func(s string) bool { return !strings.Contains(text, s) })
}

// got counts somebody's letters of a kind; "" is every kind.
func (w *town) got(who secretary.PersonID, kind secretary.LetterKind) (n int) {
	for _, l := range w.diary {
		if l.who.ID == who && (kind == "" || l.kind == kind) {
			n++
		}
	}
	return n
}

// only checks who got letters of a kind: those and nobody else.
func (w *town) only(kind secretary.LetterKind, who ...secretary.PersonID) {
	w.t.Helper()
	got := map[secretary.PersonID]bool{}
	for _, l := range w.diary {
		if l.kind == kind {
			got[l.who.ID] = true
		}
	}
	for _, p := range w.residents {
		if want := slices.Contains(who, p.ID); got[p.ID] != want {
			w.t.Errorf("%s got a %s: %v, want %v\n%s", p.ID, kind, got[p.ID], want, w.log(p.ID))
		}
	}
}

// whole checks that the meetings got to done with numbered minutes, that every mail was acted on, and that no letter went twice, astray
// or not at all.
func (w *town) whole(ids ...secretary.MeetingID) {
	w.t.Helper()
	for _, m := range w.mails() {
		w.verdict(m, secretary.ActedOn, "")
	}
	for _, l := range w.outbox() {
		if l.State != store.Sent || l.Attempts != 1 {
			w.t.Errorf("letter %s is %s after %d attempts: %s", l.Letter.Key, l.State, l.Attempts, l.LastError)
		}
	}
	copies := map[string]int{}
	for _, l := range w.diary {
		if copies[l.MessageID+string(l.who.ID)]++; copies[l.MessageID+string(l.who.ID)] > 1 {
			w.t.Errorf("%s got %q twice", l.who.ID, l.Subject)
		}
	}
	w.view(func(tx *store.Tx) error {
		for _, id := range ids {
			m, err := tx.Meeting(id)
			if err != nil {
				return err
			}
			if m.Stage != secretary.Done || m.Number == "" {
				w.t.Errorf("%s is %s, its minutes are %q\n%s", id, m.Stage, m.Number, w.log(""))
			}
		}
		return nil
	})
}
