package secretary

import (
	"cmp"
	"slices"
)

// invitation reports whether the mail calls, changes or calls off a meeting in its writer's own calendar, and is not about
// one of ours: that would change nothing (imip I-10).
func (t *turn) invitation(r *Reply) bool {
	kind, _, _ := cutCase(t.c)
	return r.Calendar.Invites() && (kind == "series" || kind == "person" && r.About == nil)
}

// receiveInvitation follows an invitation that its convener made in a calendar of their own. In the case of a series it is
// taken over, changed or given up there; in a person's it belongs to none yet, and which is asked.
func (t *turn) receiveInvitation(r *Reply) {
	kind, id, _ := cutCase(t.c)
	p := t.Policies[t.Current[id]]
	if kind != "series" && r.Calendar.Method == "CANCEL" {
		t.ignoreOlder(r) // of a meeting that was never ours to look after
		return
	}
	if kind != "series" || p == nil {
		policy, fits, why := t.Adopter(r)
		t.refuseAdoption(r, cmp.Or(why, "adopt-none"), fits, policy)
		return
	}
	s := t.seriesOf(id)
	a := s.adoption(r.Calendar.UID)
	switch {
	case !t.mayFollow(a, p, r):
		t.refuseAdoption(r, "adopt-not-organizer", nil, "")
	case r.Calendar.Method == "CANCEL":
		t.receiveCancel(s, a, p, r)
	case a == nil || a.State == Uninvited || a.State == CalledOff:
		t.adopt(s, a, p, r)
	case a.State == HandedBack:
		t.settle(r, ActedOn, "handed-back")
	default:
		t.receiveChange(a, p, r)
	}
}

// seriesOf is the standing plan of a policy, made where there is none.
func (t *turn) seriesOf(policy string) *Series {
	if t.Series[policy] == nil {
		t.Series[policy] = &Series{Policy: policy, First: t.today(t.Office.Zone)}
	}
	return t.Series[policy]
}

// mayFollow reports whether r may say how the meeting is: its organizer, or who acts for them. Another organizer of the
// same UID never may.
func (t *turn) mayFollow(a *Adoption, p *Policy, r *Reply) bool {
	organizer, why := t.organizerOf(r)
	if why == "adopt-not-invited" && r.Calendar.Method == "CANCEL" { // some list nobody in it
		organizer, why = t.Directory.ByAddress(r.Calendar.organizer().Address).ID, ""
	}
	if why != "" {
		return false
	}
	if a != nil {
		return plainAddress(a.Organizer.Address) == plainAddress(r.Calendar.organizer().Address)
	}
	return t.mayAdopt(p, organizer) || t.mayAdopt(p, r.Writer)
}

// adopt takes a meeting or a series over.
func (t *turn) adopt(s *Series, known *Adoption, p *Policy, r *Reply) {
	o := r.Calendar.organizer()
	a := &Adoption{UID: r.Calendar.UID, Organizer: o, By: r.Writer, At: t.now, Replied: -1, Convener: t.convenerOf(p, t.Directory.ByAddress(o.Address).ID)}
	if known != nil && known.stale(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	for i := range r.Calendar.Events {
		if me := r.Calendar.Events[i].attendee(t.Office.Address); me != nil {
			a.Invited = me.Address
		}
	}
	a.take(r.Calendar.Events)
	if why := t.unfit(a, p); why != "" {
		t.refuseAdoption(r, why, nil, "")
		return
	}
	s.Adopted = append(slices.DeleteFunc(s.Adopted, func(x *Adoption) bool { return x.UID == a.UID || t.past(x) }), a)
	t.settle(r, ActedOn, "adopted")
	t.note("adopted", r.Writer, "", a.UID)
	m := t.openNext(a, p)
	t.follow(a, p, calledOff)
	t.echoAdoption(a, m, r, append([]EchoLine{{What: "adopted", Text: p.Title.In(t.langOf(r.Writer))}}, t.nextSteps(m, p)...), nil)
}

// convenerOf is who convenes: the organizer, but where a clerk made the invitation the convener of the regulation.
func (t *turn) convenerOf(p *Policy, organizer PersonID) PersonID {
	if slices.Contains(t.Directory.Resolve(p.Convener), organizer) {
		return organizer
	}
	return cmp.Or(t.one(p.Convener), organizer)
}

// unfit is why an invitation cannot be taken over, "" where it can.
func (t *turn) unfit(a *Adoption, p *Policy) string {
	if e := a.Master; e != nil {
		if e.Start.IsZero() || e.AllDay {
			return "adopt-no-time"
		}
		if e.Rule != "" {
			if _, err := t.Calendar.Occurrences(e.Rule, e.Start.In(t.Calendar.Zone(e.Zone)), t.now, t.now.AddDate(1, 0, 0)); err != nil {
				return "adopt-rule"
			}
		}
	}
	next, ok := t.nextOccurrence(a, p)
	if !ok {
		return "adopt-over"
	}
	if t.numberFor(a, p, next) == "" {
		return "adopt-already-called"
	}
	return ""
}

// ignoreOlder leaves a mail alone that tells nothing new: it came twice, or was overtaken on the way.
func (t *turn) ignoreOlder(r *Reply) {
	t.settle(r, ActedOn, "calendar-older")
	t.note("calendar-older", r.Writer, "", r.Calendar.UID)
}

// receiveChange follows what its organizer changed.
func (t *turn) receiveChange(a *Adoption, p *Policy, r *Reply) {
	if !a.take(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	t.settle(r, ActedOn, "adopted-changed")
	t.note("adopted-changed", r.Writer, "", a.UID)
	m, changes := t.follow(a, p, calledOff)
	if opened := t.openNext(a, p); m == nil {
		m = opened
	}
	line := EchoLine{What: "adopted-changed"}
	if len(changes) == 0 { // nothing that we do: its calendar may ask for our answer anew all the same
		line = EchoLine{What: "adopted", Text: p.Title.In(t.langOf(r.Writer))}
	}
	if len(changes) > 0 || a.wantsReply(r.Calendar) {
		t.echoAdoption(a, m, r, append([]EchoLine{line}, t.nextSteps(m, p)...), changes)
	}
}

// receiveCancel gives up what its organizer called off: one occurrence or everything; or, where only we are not invited any
// more, hands the work back.
func (t *turn) receiveCancel(s *Series, a *Adoption, p *Policy, r *Reply) {
	if a == nil || a.State == CalledOff || a.State == Uninvited || a.overtakes(r.Calendar.Events) {
		t.ignoreOlder(r)
		return
	}
	state, why, line := CalledOff, calledOff, EchoLine{What: "adopted-called-off"}
	if a.onlyUs(r.Calendar.Events, t.Office.Address) {
		state, why, line.What = Uninvited, uninvited, "adopted-uninvited"
	}
	handedBack := a.State == HandedBack
	if e := r.Calendar.master(); e != nil {
		a.State = state
		if a.Master == nil || !e.Start.IsZero() {
			a.Master = e
		}
		a.Master.Sequence, a.Master.DTStamp = e.Sequence, e.DTStamp
	} else {
		for _, e := range r.Calendar.Events {
			a.callOff(e)
		}
	}
	t.settle(r, ActedOn, string(state))
	t.note("adopted-"+string(state), r.Writer, "", a.UID)
	if handedBack {
		return
	}
	if a.State == "" {
		line.Time = r.Calendar.Events[0].RecurrenceID.UTC()
	}
	m, _ := t.follow(a, p, why)
	t.echoAdoption(a, m, r, []EchoLine{line}, nil)
}
