package secretary

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// failer is a test of either kind.
type failer interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

// world plays the office's days: it wakes cases when they want to be woken and keeps what comes out, as the daemon does.
type world struct {
	*Desk
	t       failer
	now     time.Time
	wake    map[Case]time.Time
	letters []Letter       // in the order they went out
	times   []time.Time    // when they did
	keys    map[string]int // of letters, with the index
	journal []Entry
	archive []ArchiveEntry
	mails   int
	strict  bool // lay out each case as the store does, by JSON, and wake each twice
}

func newWorld(t failer, d *Desk, now time.Time) *world {
	w := &world{Desk: d, t: t, now: now, wake: map[Case]time.Time{}, keys: map[string]int{}, strict: true}
	d.Elsewhere = w.elsewhere
	for _, p := range d.Policies {
		if len(p.Agenda.Feeds) > 0 { // else the stories of others would get the plan of the year as well
			d.Whole = w.whole
		}
	}
	d.Known = func(id MeetingID) bool { return w.Meetings[id] != nil }
	for id := range d.Current {
		w.wake[SeriesCase(id)] = now
	}
	for id := range d.Directory.People {
		w.wake[PersonCase(id)] = now
	}
	return w
}

// elsewhere lists the meetings to come between, as the store does.
func (w *world) elsewhere(from, until time.Time) []*Meeting {
	var out []*Meeting
	for _, m := range w.Meetings {
		if m.toCome() && !m.Start.Before(from) && m.Start.Before(until) {
			out = append(out, m)
		}
	}
	return out
}

// whole lays the office out to be read, as the store does.
func (w *world) whole(from, until time.Time) *Desk {
	whole := *w.Desk
	whole.Meetings, whole.Whole, whole.Elsewhere = map[MeetingID]*Meeting{}, nil, nil
	for id, m := range w.Meetings {
		if !m.Start.Before(from) && m.Start.Before(until) {
			whole.Meetings[id] = copied(w.t, m)
		}
	}
	return &whole
}

// earliest is the case to wake first, of several at one time the first by name; false where none is due until then.
func earliest(wake map[Case]time.Time, until time.Time) (best Case, at time.Time, ok bool) {
	for c, t := range wake {
		if !t.After(until) && (!ok || t.Before(at) || t.Equal(at) && c < best) {
			best, at, ok = c, t, true
		}
	}
	return best, at, ok
}

// until plays the clock up to at.
func (w *world) until(at time.Time) {
	for {
		c, when, ok := earliest(w.wake, at)
		if !ok {
			break
		}
		delete(w.wake, c)
		if when.After(w.now) {
			w.now = when
		}
		o := w.event(c, func(d *Desk) *Outcome { return Wake(d, c, w.now) })
		w.checkQuiet(c, o)
	}
	w.now = at
}

// event runs one event on the case and takes in what came of it.
func (w *world) event(c Case, do func(*Desk) *Outcome) *Outcome {
	desk := w.Desk
	if w.strict {
		desk = w.layOut(c)
	}
	o := do(desk)
	for id, list := range o.Away {
		if w.Away == nil {
			w.Away = map[PersonID][]StandIn{}
		}
		w.Away[id] = list
	}
	if w.strict {
		w.putBack(desk)
		w.twice(c)
	}
	for _, l := range o.Letters {
		w.post(l)
	}
	w.journal = append(w.journal, o.Journal...)
	w.archive = append(w.archive, o.Archive...)
	for c, at := range o.Wake {
		if delete(w.wake, c); !at.IsZero() {
			w.wake[c] = at
			if !at.After(w.now) {
				w.t.Fatalf("%s wants to be woken at %s, which has passed", c, at)
			}
		}
	}
	for _, p := range o.Poke {
		w.wake[p] = w.now
	}
	return o
}

// post takes a letter, and refuses one that should never be.
func (w *world) post(l Letter) {
	if n, ok := w.keys[l.Key]; ok {
		w.t.Fatalf("letter %s went out twice, at first %q, now %q", l.Key, w.letters[n].Reason, l.Reason)
	}
	for _, p := range append(slices.Clone(l.Cc), l.To) {
		if w.Directory.Person(p.ID) == nil { // a visitor of one meeting
			if !p.External || !slices.Contains(outside, l.Kind) {
				w.t.Fatalf("letter %s to %s, whom nobody knows", l.Key, p.Email)
			}
			continue
		}
		if w.Directory.Person(p.ID).External && !slices.Contains(outside, l.Kind) {
			w.t.Fatalf("internal letter %s to %s outside", l.Key, p.Email)
		}
		if w.Directory.Person(p.ID).Inactive {
			w.t.Fatalf("letter %s to %s, who has left", l.Key, p.Email)
		}
	}
	w.checkOutside(l)
	if m := w.Meetings[meetingOf(l.Case)]; m != nil && l.Ref != "silent" && l.Kind == Reminder {
		if s := m.seat(l.writtenTo()); s == nil || s.answered() {
			w.t.Fatalf("letter %s reminds who has answered", l.Key)
		}
	}
	if m := w.Meetings[meetingOf(l.Case)]; m != nil && l.Kind == MaterialsReminder && !m.owes(l.writtenTo()).missing() {
		w.t.Fatalf("letter %s reminds of what was handed in", l.Key)
	}
	if l.To.Email == "" || l.Lang == "" || l.Zone == "" || l.Reason == "" {
		w.t.Fatalf("letter %s lacks an address, language, zone or reason: %+v", l.Key, l)
	}
	if l.Meeting != nil && l.Meeting.Adopted != nil && l.Meeting.Method != "" && l.Meeting.Method != "REPLY" {
		w.t.Fatalf("letter %s sends a %s for a meeting that somebody else organizes", l.Key, l.Meeting.Method)
	}
	w.keys[l.Key] = len(w.letters)
	w.letters, w.times = append(w.letters, l), append(w.times, w.now)
}

func meetingOf(c Case) MeetingID {
	if kind, id, _ := cutCase(c); kind == "meeting" {
		return MeetingID(id)
	}
	return ""
}

// layOut lays a case on a desk of its own as the store does.
func (w *world) layOut(c Case) *Desk {
	d := *w.Desk
	d.Series, d.Meetings, d.Items, d.Folders = map[string]*Series{}, map[MeetingID]*Meeting{}, map[ItemID]*Item{}, map[PersonID]*Folder{}
	kind, id, _ := cutCase(c)
	switch kind {
	case "series":
		if w.Series[id] != nil {
			d.Series[id] = copied(w.t, w.Series[id])
		}
		for k, m := range w.Meetings {
			if w.Policies[m.Policy].ID == id {
				d.Meetings[k] = copied(w.t, m)
			}
		}
	case "meeting":
		m := w.Meetings[MeetingID(id)]
		if m == nil {
			return &d
		}
		d.Meetings[m.ID] = copied(w.t, m)
		if prev := w.Meetings[m.Previous]; prev != nil {
			d.Meetings[prev.ID] = copied(w.t, prev)
		}
		for k, i := range w.Items {
			if i.Meeting == m.ID || i.Series == w.Policies[m.Policy].ID && (i.Open() || w.now.Sub(i.DoneAt) < 60*day) {
				d.Items[k] = copied(w.t, i)
			}
		}
	case "person":
		people := append(w.Directory.Subtree(PersonID(id)), PersonID(id))
		for k, i := range w.Items {
			if (slices.Contains(people, i.Owner) || i.Supervisor == PersonID(id)) && (i.Open() || w.now.Sub(i.DoneAt) < 15*day) {
				d.Items[k] = copied(w.t, i)
			}
		}
		for _, policy := range d.Upkeeps(PersonID(id)) {
			if w.Series[policy] != nil {
				d.Series[policy] = copied(w.t, w.Series[policy])
			}
		}
		if f := w.Folders[PersonID(id)]; f != nil {
			d.Folders[f.Person] = copied(w.t, f)
		}
	}
	return &d
}

func (w *world) putBack(d *Desk) {
	for k, s := range d.Series {
		w.Series[k] = s
	}
	for k, m := range d.Meetings {
		w.Meetings[k] = m
	}
	for k, i := range d.Items {
		w.Items[k] = i
	}
	for k, f := range d.Folders {
		w.Folders[k] = f
	}
}

// twice wakes the case again at the same time: nothing may come of it.
func (w *world) twice(c Case) {
	d := w.layOut(c)
	before := asJSON(w.t, d.Series, d.Meetings, d.Items, d.Folders)
	o := Wake(d, c, w.now)
	if after := asJSON(w.t, d.Series, d.Meetings, d.Items, d.Folders); before != after {
		at := 0
		for at < min(len(before), len(after)) && before[at] == after[at] {
			at++
		}
		w.t.Fatalf("%s woken again at %s changes …%.200s to …%.200s", c, w.now, before[max(0, at-50):], after[max(0, at-50):])
	}
	if len(o.Letters) > 0 || len(o.Journal) > 0 {
		w.t.Fatalf("%s woken again at %s does %+v", c, w.now, o.Journal)
	}
}

func copied[T any](t failer, v *T) *T {
	out := new(T)
	if err := json.Unmarshal([]byte(asJSON(t, v)), out); err != nil {
		t.Fatal(err)
	}
	return out
}

func asJSON(t failer, v ...any) string {
	b, err := json.Marshal(v)
	if len(v) == 1 {
		b, err = json.Marshal(v[0])
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// last is the newest letter of the kind to the person; before counts back from it. Nil where there is none.
func (w *world) last(to PersonID, k LetterKind, before int) *Letter {
	for n := len(w.letters) - 1; n >= 0; n-- {
		if l := &w.letters[n]; l.To.ID == to && l.Kind == k {
			if before == 0 {
				return l
			}
			before--
		}
	}
	return nil
}

// reply makes a mail from the person about a letter.
func (w *world) reply(from PersonID, about *Letter, intents ...Intent) *Reply {
	w.mails++
	r := &Reply{MessageID: fmt.Sprintf("<%d@mail>", w.mails), Writer: from, Proof: Proven, Date: w.now, Subject: "回复", About: about, Intents: intents}
	if p := w.Directory.Person(from); p != nil {
		r.From = p.Email
	}
	return r
}

// mail takes a mail in, in the case of the letter it answers.
func (w *world) mail(r *Reply) *Outcome {
	c := PersonCase("nobody")
	own, applies := ApplicationCase(r)
	switch {
	case applies:
		c = own
	case r.About != nil:
		c = r.About.Case
	case r.Writer != "":
		c = PersonCase(r.Writer)
	}
	if of, ok := w.FeedbackCase(r, meetingOf(c)); ok && r.Proof == Proven {
		c = of
	}
	return w.event(c, func(d *Desk) *Outcome { return Receive(d, c, r, w.now) })
}
