package secretary

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Example is what a policy brings about for one meeting: who hears what, and when.
type Example struct {
	Start   time.Time       `json:"start"` // UTC
	End     time.Time       `json:"end"`
	Zone    string          `json:"zone"` // IANA
	Due     Date            `json:"due"`  // of its action item
	Letters []ExampleLetter `json:"letters"`
}

// ExampleLetter is a letter that goes out at one time, to one or several.
type ExampleLetter struct {
	At     time.Time  `json:"at"` // UTC
	Letter LetterKind `json:"letter"`
	Ref    string     `json:"ref,omitempty"` // what is asked; the word before the colon of Letter.Ref
	To     []Party    `json:"to"`
	Reason string     `json:"reason"` // of the first of them
}

// ExampleOf plays one meeting of a policy with the decisions that also write the real letters. Nobody answers the notice or
// hands anything in, so that every reminder is seen; the recorder has the minutes ready just before their time is up, who
// must review and confirm them does so within hours, and the one action item is reported done when its last escalation is
// over. What the policy leaves open is filled in for the play. Nil where the rule gives no meeting within a year.
func ExampleOf(d *Desk, p *Policy, now time.Time) *Example {
	e := stage(d, p)
	start, ok := e.first(now)
	if !ok {
		return nil
	}
	e.policy.Schedule.From, e.policy.Schedule.Until = DateOf(start), DateOf(start)
	e.Series[e.policy.ID] = &Series{Policy: e.policy.ID, First: DateOf(start)}
	e.play(now)
	return e.told()
}

// rehearsal is a policy being played on a desk of its own.
type rehearsal struct {
	*Desk
	policy  *Policy
	wake    alarms
	mails   []rehearsed
	letters []Coming
	due     Date
}

// rehearsed is an answer that comes in at a time.
type rehearsed struct {
	at    time.Time
	about Letter
}

// stage lays the policy alone on a desk, with somebody for every role and post that nobody holds. They are called by the
// role, or by the Ref.
func stage(d *Desk, p *Policy) *rehearsal {
	desk := *d
	dir := *d.Directory
	dir.People, dir.Departments, dir.Order = map[PersonID]*Person{}, map[string]*Department{}, slices.Clone(dir.Order)
	maps.Copy(dir.People, d.Directory.People)
	maps.Copy(dir.Departments, d.Directory.Departments)
	desk.Directory = &dir
	played := open(*p, func(role Ref) Ref {
		dir.engage(role, "")
		return role
	})
	for _, r := range refsOf(played) {
		there := slices.DeleteFunc(dir.Resolve(r), func(id PersonID) bool { _, _, made := cutRef(Ref(id)); return made && kindOf(r) == "all" })
		if kind, code, found := cutRef(r); found && code != "*" && len(there) == 0 {
			dir.fillPost(r, kind, code)
		}
	}
	key := played.ID + "@1"
	desk.Policies, desk.Current = map[string]*Policy{key: played}, map[string]string{played.ID: key}
	desk.Series, desk.Meetings, desk.Items, desk.Folders = map[string]*Series{}, map[MeetingID]*Meeting{}, map[ItemID]*Item{}, map[PersonID]*Folder{}
	desk.Elsewhere, desk.Whole, desk.Number = nil, nil, func(string) int { return 1 }
	return &rehearsal{Desk: &desk, policy: played}
}

func kindOf(r Ref) string {
	kind, _, _ := cutRef(r)
	return kind
}

// engage makes somebody who is known by a role or post alone.
func (d *Directory) engage(r Ref, department string) PersonID {
	id := PersonID(r)
	d.People[id] = &Person{ID: id, Name: string(r), Email: fmt.Sprintf("%x@example.com", string(r)), Department: department}
	return id
}

// fillPost gives a department, made where there is none, somebody whom r names.
func (d *Directory) fillPost(r Ref, kind, code string) {
	dep := &Department{Code: code, Kind: code}
	if found := d.Department(code); found != nil {
		*dep = *found
	} else {
		d.Order = append(d.Order, code)
	}
	d.Departments[dep.Code] = dep
	switch id := d.engage(r, dep.Code); kind {
	case "head":
		dep.Head = id
	case "rep":
		dep.Rep = id
	}
	if kind == "all" && !d.active(dep.Head) {
		dep.Head = d.engage(Ref("head:"+code), dep.Code)
	}
	if head := d.Person(PersonID(r)); dep.Head != head.ID {
		head.Manager = dep.Head
	}
}

// open fills in what the policy leaves to the company.
func open(p Policy, somebody func(Ref) Ref) *Policy {
	p.Lacks, p.Disabled, p.Notice.Series = nil, false, ""
	s := &p.Schedule
	if s.AdHoc || s.RRule == "" {
		s.RRule = "FREQ=WEEKLY;BYDAY=FR"
	}
	if s.AdHoc = false; !s.Start.Set {
		s.Start = morning
	}
	s.From, s.Until = "", ""
	if !p.Duration.Planned.IsSet() {
		p.Duration.Planned = Span{60, Minutes}
	}
	if p.Place.Empty() && p.URL == "" {
		p.Place = T("待定", "待定", "to be named")
	}
	for _, role := range []struct {
		of   *Ref
		name Ref
	}{{&p.Convener, "convener"}, {&p.Host, "host"}, {&p.Recorder, "recorder"}} {
		if *role.of == "" && (role.name != "recorder" || p.Minutes.Required != "no") {
			*role.of = somebody(role.name)
		}
	}
	if len(p.Agenda.Items) == 0 {
		p.Agenda.Items = []AgendaItem{{No: "1", Title: p.Title}}
	}
	return &p
}

// first is the first start of which everybody can still be told in time.
func (e *rehearsal) first(now time.Time) (time.Time, bool) {
	t := newTurn(e.Desk, SeriesCase(e.policy.ID), now, "")
	for _, start := range t.occurrences(e.policy, &Series{Policy: e.policy.ID, First: DateOf(now.In(t.zone(e.policy)))}) {
		if e.policy.Notice.Lead.Before(e.Calendar, start).After(now) && e.Calendar.Workday(DateOf(start)) {
			return start, true
		}
	}
	return time.Time{}, false
}

// mostEvents is how many events a play may take: no policy needs as many.
const mostEvents = 2000

// play lets time pass until the meeting is done with.
func (e *rehearsal) play(now time.Time) {
	for _, c := range e.cases() {
		e.wake.set(c, now)
	}
	for range mostEvents {
		c, at, ok := e.wake.next(now.AddDate(2, 0, 0))
		mail := e.nextMail()
		switch {
		case e.over():
			return
		case mail >= 0 && (!ok || !e.mails[mail].at.After(at)):
			m := e.mails[mail]
			e.mails = slices.Delete(e.mails, mail, mail+1)
			now = maxTime(now, m.at)
			e.take(Receive(e.Desk, m.about.Case, e.answer(m.about, now), now), now)
		case !ok:
			return
		default:
			e.wake.rung(c)
			now = maxTime(now, at)
			e.take(Wake(e.Desk, c, now), now)
		}
	}
}

// over reports whether the one meeting is done.
func (e *rehearsal) over() bool {
	for _, m := range e.Meetings {
		return m.Stage == Done || m.Stage == Cancelled
	}
	return false
}

func (e *rehearsal) nextMail() int {
	best := -1
	for i := range e.mails {
		if best < 0 || e.mails[i].at.Before(e.mails[best].at) {
			best = i
		}
	}
	return best
}

// take keeps the letters of an event, and has those answered that the play answers.
func (e *rehearsal) take(o *Outcome, now time.Time) {
	for _, l := range o.Letters {
		e.letters = append(e.letters, Coming{now, l})
		if at, ok := e.answers(&l, now); ok {
			e.mails = append(e.mails, rehearsed{at, l})
		}
	}
	for c, next := range o.Wake {
		if e.wake.rung(c); !next.IsZero() {
			e.wake.set(c, next)
		}
	}
	for _, c := range o.Poke {
		e.wake.set(c, now)
	}
}

// answers tells when somebody answers a letter in the play, where they do.
func (e *rehearsal) answers(l *Letter, now time.Time) (time.Time, bool) {
	waits := slices.ContainsFunc(e.mails, func(m rehearsed) bool { return m.about.Kind == l.Kind && m.about.To.ID == l.To.ID })
	switch {
	case waits:
		return now, false
	case l.Kind == MinutesCall && l.Ref == "":
		return maxTime(now.Add(3*hour), l.Deadline.Add(-hour)), true
	case l.Kind == MinutesReview || l.Kind == MinutesConfirm || l.Kind == Approval:
		return now.Add(3 * hour), true
	case l.Kind == Action && len(l.Items) > 0 && e.due == "":
		e.due = l.Items[0].Due
		return e.lastStep().Add(3 * hour), true
	}
	return now, false
}

// lastStep is when the last escalation of the one item is over.
func (e *rehearsal) lastStep() time.Time {
	zone := e.Calendar.Zone(e.policy.Timezone)
	at := e.due.At(morning, zone)
	last := AddWorkdays(e.Calendar, e.due, 2).At(morning, zone)
	for _, s := range e.policy.Escalation.Steps {
		last = maxTime(last, AddWorkdays(e.Calendar, DateOf(s.After.After(e.Calendar, at)), 2).At(morning, zone))
	}
	return last
}

// answer writes what is answered in the play.
func (e *rehearsal) answer(l Letter, now time.Time) *Reply {
	r := &Reply{MessageID: fmt.Sprintf("<play.%d@example.com>", len(e.letters)), From: l.To.Email, Writer: l.To.ID, Proof: Proven, Date: now, About: &l}
	in := Intent{Kind: IntentApprove}
	switch l.Kind {
	case MinutesCall:
		in = Intent{Kind: IntentDraft, Draft: e.draft(l.Meeting)}
	case MinutesConfirm:
		in.Kind = IntentConfirm
	case Action:
		all := 100
		in = Intent{Kind: IntentProgress, Status: string(Complete), Percent: &all, Item: l.Items[0].No}
	}
	r.Intents = []Intent{in}
	return r
}

// draft is the minutes of the play: everybody was there, and one of them has something to do.
func (e *rehearsal) draft(m *MeetingView) *Draft {
	d := &Draft{Resolutions: []DraftLine{{No: "1", Text: "…"}}, Body: "…"}
	for _, s := range m.Seats {
		d.Attendance = append(d.Attendance, Attendance{Name: s.Name, State: "present"})
	}
	day := DateOf(m.End.In(e.Calendar.Zone(m.Zone))).Add(14)
	if !e.Calendar.Workday(day) {
		day = AddWorkdays(e.Calendar, day, 1)
	}
	d.Actions = []DraftAction{{No: "1", Text: "…", Owner: e.owner(m).Name, Due: day, Result: "…"}}
	return d
}

// owner is who gets the action item of the play: a participant who does not conduct the meeting, where there is one.
func (e *rehearsal) owner(m *MeetingView) Party {
	for _, s := range m.Seats {
		conducts := slices.Contains([]PersonID{m.Host.ID, m.Convener.ID, m.Recorder.ID}, s.ID)
		if !conducts && !s.External && len(e.Directory.ByName(s.Name)) == 1 {
			return s.Party
		}
	}
	return m.Recorder
}

// told puts the letters of the play together: those of one kind and time in one line. Echoes are left out, and of the weekly
// summary all but the first.
func (e *rehearsal) told() *Example {
	out := &Example{Due: e.due}
	for _, m := range e.Meetings {
		out.Start, out.End, out.Zone = m.Start, m.End, m.Zone
	}
	summarized := map[PersonID]bool{}
	for _, c := range e.letters {
		l := c.Letter
		if l.Kind == Echo || l.Kind == Duty || l.Kind == WeeklySummary && summarized[l.To.ID] {
			continue
		}
		summarized[l.To.ID] = summarized[l.To.ID] || l.Kind == WeeklySummary
		out.add(c)
	}
	return out
}

func (x *Example) add(c Coming) {
	ref, _, _ := strings.Cut(c.Letter.Ref, ":")
	for i := range x.Letters {
		if l := &x.Letters[i]; l.At.Equal(c.At) && l.Letter == c.Letter.Kind && l.Ref == ref {
			if !slices.ContainsFunc(l.To, func(p Party) bool { return p.ID == c.Letter.To.ID }) {
				l.To = append(l.To, c.Letter.To)
			}
			return
		}
	}
	x.Letters = append(x.Letters, ExampleLetter{c.At.UTC(), c.Letter.Kind, ref, []Party{c.Letter.To}, c.Letter.Reason})
}
