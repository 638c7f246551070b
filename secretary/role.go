package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// StandIn is somebody who stands in for a role's holder for some days (S0-96).
type StandIn struct {
	By    PersonID `json:"by"`
	From  Date     `json:"from"`
	Until Date     `json:"until"`
}

// RoleView is what somebody takes over: for some days, or as the new holder of a role.
type RoleView struct {
	For      Party      `json:"for,omitzero"`    // who is away
	From     Date       `json:"from,omitempty"`  // of the absence
	Until    Date       `json:"until,omitempty"` // its last day
	Roles    []string   `json:"roles,omitempty"` // of a new holder: convener, host, recorder
	Title    Text       `json:"title,omitempty"` // of a new holder: the meeting
	Meetings []RoleLine `json:"meetings,omitempty"`
}

// RoleLine is one meeting that goes with a role.
type RoleLine struct {
	Title Text      `json:"title"`
	Start time.Time `json:"start"`
	Zone  string    `json:"zone"`
	Roles []string  `json:"roles"`
}

// writtenTo is who the letter is meant for, whoever stands in for them.
func (l *Letter) writtenTo() PersonID {
	if l.For != nil {
		return l.For.ID
	}
	return l.To.ID
}

func isStandIn(i Intent) bool { return i.Kind == IntentStandIn }

// standIn is who stands in for the person today: whoever they named, or who stands in for that one. "" where they are here, or
// nobody of these is.
func (t *turn) standIn(id PersonID) PersonID {
	by := t.namedFor(id)
	for range len(t.Away) {
		next := t.namedFor(by)
		if next == "" {
			return by
		}
		by = next
	}
	return ""
}

// namedFor is whom somebody who is away today has named; "" where they are here.
func (t *turn) namedFor(id PersonID) PersonID {
	today := t.today(t.Office.Zone)
	for _, s := range t.Away[id] {
		if s.From <= today && today <= s.Until && t.Directory.active(s.By) && !t.external(t.Directory.Person(s.By)) {
			return s.By
		}
	}
	return ""
}

// ofRole lists the letters that a stand-in gets: those that want something of a role, or chase somebody. What is a person's own, as an
// invitation, stays theirs.
var ofRole = []LetterKind{Approval, AgendaCall, MaterialsCall, MaterialsReminder, RunSheet, MinutesCall, MinutesReview, MinutesConfirm, ReportUp, Action, Overdue, Escalation, WeeklySummary, Duty, Reminder}

// forRole is who gets a letter to the person: the stand-in while they are away, but never about themselves; then whoever is above (G-18).
// An opinion in confidence is for the person alone (S1B-27).
func (t *turn) forRole(l *Letter, to PersonID) PersonID {
	if !slices.Contains(ofRole, l.Kind) || l.Ref == "standin" || l.Ref == "opinion" {
		return to
	}
	by := t.standIn(to)
	if by != "" && t.concerns(l, by) {
		by = t.Directory.superior(to)
	}
	if by == "" || by == to || t.concerns(l, by) || t.external(t.Directory.Person(by)) {
		return to
	}
	return by
}

// concerns reports whether a letter asks for a decision about what the person has asked for, or has done.
func (t *turn) concerns(l *Letter, id PersonID) bool {
	switch l.Kind {
	case Approval:
		about := slices.Contains(strings.Split(l.Ref, ":"), string(id)) || slices.ContainsFunc(l.Items, func(i ItemView) bool { return i.Owner.ID == id })
		return about || l.By != nil && l.By.ID == id
	case MinutesReview:
		return l.Meeting != nil && l.Meeting.Recorder.ID == id
	case Escalation, Overdue:
		return l.By != nil && l.By.ID == id
	}
	return false
}

// inTheirPlace reads the answer to a letter that went to a stand-in as the answer of whom it was written to, as long as they
// stand in; after that it is the word of somebody who was not asked.
func (t *turn) inTheirPlace(r *Reply) *Reply {
	if r.About == nil || r.About.For == nil || r.Writer != r.About.To.ID || r.Proof != Proven {
		return r
	}
	as, about := *r, *r.About
	about.To, about.For = *r.About.For, nil
	as.About = &about
	if t.actsFor(r.Writer, r.About) {
		as.Writer, as.By = about.To.ID, r.Writer
		t.note("stands-in", r.Writer, "", string(as.Writer))
	}
	return &as
}

func (t *turn) actsFor(id PersonID, l *Letter) bool {
	asked := *l
	return t.forRole(&asked, l.For.ID) == id
}

// receiveStandIn takes note that somebody is away and who stands in, or that they are back (S0-96).
func (t *turn) receiveStandIn(r *Reply) {
	in := r.Intents[slices.IndexFunc(r.Intents, isStandIn)]
	if t.external(t.Directory.Person(r.Writer)) || t.c != PersonCase(r.Writer) {
		t.fresh(r)
		return
	}
	if in.Status == "back" {
		t.comeBack(r)
		return
	}
	s, why := t.standInOf(r.Writer, in)
	if why != "" {
		t.settle(r, AskedBack, why)
		t.answer(Letter{Kind: AskBack, Ref: "standin", Reason: "asked back: who stands in, and when", Quote: r.Text, Problems: []Problem{{Code: why}}}, r)
		return
	}
	rest := slices.DeleteFunc(slices.Clone(t.Away[r.Writer]), func(o StandIn) bool { return o.From <= s.Until && s.From <= o.Until })
	t.absent(r.Writer, append(rest, s))
	t.settle(r, ActedOn, "stand-in")
	t.note("stand-in", r.Writer, "", string(s.By)+" "+string(s.From)+" "+string(s.Until))
	t.echo(nil, r, []EchoLine{{What: "stand_in", Delegate: t.party(s.By).Name, Date: s.From, Until: s.Until}})
	t.tellStandIn(r.Writer, s, r.MessageID)
}

// standInOf is what the mail says, or a word for why it cannot be.
func (t *turn) standInOf(id PersonID, in Intent) (StandIn, string) {
	today := t.today(t.Office.Zone)
	s := StandIn{From: max(in.From, today), Until: in.Until}
	found := t.Directory.ByName(in.Delegate)
	switch {
	case len(found) == 0 || found[0].ID == id || t.external(found[0]):
		return s, "unknown-standin"
	case len(found) > 1:
		return s, "ambiguous-delegate"
	case !s.Until.Valid() || s.Until < s.From || s.Until.Since(s.From) > 366:
		return s, "no-days"
	}
	for _, o := range t.Away[found[0].ID] {
		if o.From <= s.Until && s.From <= o.Until {
			return s, "standin-away"
		}
	}
	s.By = found[0].ID
	return s, ""
}

// absent keeps when somebody is away.
func (t *turn) absent(id PersonID, list []StandIn) {
	away := map[PersonID][]StandIn{}
	for k, v := range t.Away {
		away[k] = v
	}
	if away[id] = list; len(list) == 0 {
		delete(away, id)
	}
	t.Away = away
	if t.out.Away == nil {
		t.out.Away = map[PersonID][]StandIn{}
	}
	t.out.Away[id] = list
}

// tellStandIn hands over: the meetings of those days in which the absent has a role, and their open items.
func (t *turn) tellStandIn(id PersonID, s StandIn, rev string) {
	zone := t.Calendar.Zone(t.Office.Zone)
	principal := t.party(id)
	v := &RoleView{For: principal, From: s.From, Until: s.Until}
	if t.Elsewhere != nil {
		from, until := maxTime(t.now, s.From.At(Clock{}, zone)), s.Until.Add(1).At(Clock{}, zone)
		v.Meetings = t.roleLines(t.Elsewhere(from, until), id)
	}
	l := Letter{Kind: Duty, Ref: "standin", Reason: "who stands in gets open meetings, items and a guide (S0-96)", By: &principal, Post: v, Items: numbered(t.itemViews(t.owned(id)))}
	t.send(l, s.By, "standin-"+rev)
}

func numbered(items []ItemView) []ItemView {
	for i := range items {
		items[i].No = fmt.Sprint(i + 1)
	}
	return items
}

// roleLines lists the meetings in which the person has a role, by time.
func (t *turn) roleLines(meetings []*Meeting, id PersonID) []RoleLine {
	var out []RoleLine
	for _, m := range meetings {
		if roles := m.rolesOf(id); len(roles) > 0 {
			out = append(out, RoleLine{m.Title, m.Start, m.Zone, roles})
		}
	}
	slices.SortFunc(out, func(a, b RoleLine) int { return a.Start.Compare(b.Start) })
	const most = 20
	return out[:min(len(out), most)]
}

func (m *Meeting) rolesOf(id PersonID) []string {
	var out []string
	for _, r := range []struct {
		name string
		who  PersonID
	}{{"convener", m.Convener}, {"host", m.Host}, {"recorder", m.Recorder}} {
		if r.who == id {
			out = append(out, r.name)
		}
	}
	return out
}

// comeBack ends the absence now.
func (t *turn) comeBack(r *Reply) {
	list := t.Away[r.Writer]
	t.settle(r, ActedOn, "back")
	t.echo(nil, r, []EchoLine{{What: "stand_in", Status: "ended"}})
	today := t.today(t.Office.Zone)
	for _, s := range list {
		if s.From <= today {
			t.tellEnd(r.Writer, s, s.By)
		}
	}
	if len(list) > 0 {
		t.absent(r.Writer, slices.DeleteFunc(slices.Clone(list), func(s StandIn) bool { return s.From <= today }))
	}
	t.note("back", r.Writer, "", "")
}

// standInDuties: standing in ends by itself the morning after its last day, and both are told.
func (t *turn) standInDuties(id PersonID) []duty {
	var out []duty
	zone := t.Calendar.Zone(t.Office.Zone)
	for _, s := range t.Away[id] {
		out = append(out, duty{at: s.Until.Add(1).At(morning, zone), key: "standin-" + string(s.From), reason: "standing in is over (S0-96)", do: func() {
			t.tellEnd(id, s, s.By)
			t.tellEnd(id, s, id)
			t.absent(id, slices.DeleteFunc(slices.Clone(t.Away[id]), func(o StandIn) bool { return o == s }))
			t.note("stand-in-ended", id, "", string(s.By))
		}})
	}
	return out
}

func (t *turn) tellEnd(id PersonID, s StandIn, to PersonID) {
	principal := t.party(id)
	l := Letter{Kind: Echo, Ref: "told", Reason: "standing in is over (S0-96)", By: &principal, Echoes: []EchoLine{{What: "stand_in", Status: "ended", Delegate: t.party(s.By).Name, Date: s.From, Until: s.Until}}}
	t.send(l, to, "standin-end-"+string(s.From)+string(s.By))
}

// roleDuties: the new holder of a role gets the same hand-over letter (S0-96). Whoever has it when a regulation is first
// seen is not new.
func (t *turn) roleDuties(id PersonID) []duty {
	var out []duty
	for _, policy := range sortedKeys(t.Series) {
		s, p := t.Series[policy], t.Policies[t.Current[policy]]
		if p == nil || p.Disabled {
			continue
		}
		var fresh []string
		for _, role := range []string{"convener", "host", "recorder"} {
			if t.inRole(p, role) == id && s.Holders[role] != id {
				fresh = append(fresh, role)
			}
		}
		if len(fresh) > 0 {
			out = append(out, duty{at: t.now, key: "role-" + policy, reason: "a new holder takes a role over (S0-96)", do: func() { t.takeRole(s, p, id, fresh) }})
		}
	}
	return out
}

func (d *Desk) inRole(p *Policy, role string) PersonID {
	r := map[string]Ref{"convener": p.Convener, "host": p.Host, "recorder": p.Recorder}[role]
	if ids := d.Directory.Resolve(r); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

func (t *turn) takeRole(s *Series, p *Policy, id PersonID, roles []string) {
	if s.Holders == nil {
		s.Holders = map[string]PersonID{}
	}
	roles = slices.DeleteFunc(roles, func(role string) bool {
		before := s.Holders[role]
		s.Holders[role] = id
		return before == ""
	})
	if len(roles) == 0 {
		return
	}
	t.note("role-taken", id, "", s.Policy+" "+strings.Join(roles, " "))
	v := &RoleView{Roles: roles, Title: p.Title}
	if t.Elsewhere != nil {
		for _, m := range t.Elsewhere(t.now, t.now.AddDate(0, 2, 0)) {
			if q := t.Policies[m.Policy]; q != nil && q.ID == p.ID {
				v.Meetings = append(v.Meetings, RoleLine{m.Title, m.Start, m.Zone, nil})
			}
		}
		slices.SortFunc(v.Meetings, func(a, b RoleLine) int { return a.Start.Compare(b.Start) })
	}
	l := Letter{Kind: Duty, Ref: "role", Reason: "a new holder takes a role over (S0-96)", Post: v}
	if t.Shelf != nil {
		if shelf := t.Shelf(s.Policy, t.now); shelf != nil {
			l.Items = numbered(t.itemViews(shelf.Open))
		}
	}
	t.send(l, id, "role-"+s.Policy+"-"+stamp(t.now))
}
