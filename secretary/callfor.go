package secretary

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// callFor makes the meeting that a complete application asks for. Nobody is told of it before it is approved; where the
// policy wants no approval it is called at once (G-17).
func (t *turn) callFor(a *Application) *Meeting {
	key := t.Current[a.Policy]
	p := t.Policies[key]
	m := &Meeting{
		ID: t.freeID(p, a.Start), Policy: key, Planned: a.Start.UTC(), Start: a.Start.UTC(), End: a.End.UTC(), TimeSet: true,
		Zone: cmp.Or(p.Timezone, t.Office.Zone), Stage: Planned, Guests: a.People, Visitors: a.Visitors, Previous: a.Continues, Application: a,
	}
	if !a.End.After(a.Start) {
		m.End = m.Start.Add(p.lasts())
	}
	if a.Place != "" {
		m.Place, m.PlaceSet = T(a.Place, a.Place, a.Place), true
	}
	m.UID = uid(string(m.ID), t.Office.Domain)
	a.At, a.State = t.now, Applying
	if !p.Application.Required {
		a.State, a.Decided = Granted, t.now
	}
	if len(a.Questions)+len(a.Files) > 0 {
		m.Guide = &Guide{Questions: a.Questions, Files: a.Files, By: a.By, At: t.now}
	}
	if a.Problem != "" {
		m.Problem = &ProblemFile{Text: a.Problem}
	}
	if len(a.Agenda)+len(p.Agenda.Items) == 0 {
		m.Topics = []AgendaItem{{Title: T(a.Topic, a.Topic, a.Topic)}}
	}
	for _, line := range a.Agenda {
		m.Topics = append(m.Topics, t.topicOf(line))
	}
	t.Meetings[m.ID] = m
	t.fill(m, p)
	if a.State == Granted {
		t.openLiaisons(m, p)
		t.fill(m, p)
	}
	t.note("planned", "", "", string(m.ID))
	t.poke(MeetingCase(m.ID))
	if a.Continues != "" {
		t.poke(MeetingCase(a.Continues)) // which is asked about no more (S2-24)
	}
	return m
}

// lasts is how long a meeting of the type is where nothing else says so.
func (p *Policy) lasts() time.Duration {
	if p.Duration.Planned.IsSet() {
		return p.Duration.Planned.Duration()
	}
	return hour
}

// freeID numbers a meeting of p: PSC-20261127, and where the day has one already PSC-B-20261127.
func (t *turn) freeID(p *Policy, start time.Time) MeetingID {
	day := start.In(t.zone(p)).Format("20060102")
	id := MeetingID(fmt.Sprintf("%s-%s", p.Code, day))
	for n := 1; t.known(id); n++ {
		id = MeetingID(fmt.Sprintf("%s-%s-%s", p.Code, letters(n), day))
	}
	return id
}

// letters counts B to Z, BA, BB … from 1.
func letters(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return letters(n/26) + string(rune('A'+n%26))
}

// topicOf is a line of an agenda: a title, and in brackets who presents it and how long. Whom nobody knows stays in the title.
func (t *turn) topicOf(line string) AgendaItem {
	title, inside := line, ""
	if open := strings.LastIndexAny(line, "(（"); open > 0 {
		title, inside = strings.TrimSpace(line[:open]), strings.Trim(line[open:], "()（） ")
	}
	item := AgendaItem{Title: T(title, title, title)}
	for _, part := range strings.FieldsFunc(inside, func(c rune) bool { return strings.ContainsRune("、,，;；", c) }) {
		part = strings.TrimSpace(part)
		var n int
		if _, err := fmt.Sscanf(part, "%d", &n); err == nil && n > 0 && n < 1000 {
			item.Minutes = n
			continue
		}
		o := &reading{turn: t}
		id, why, _ := o.named(part, nil)
		if why != "" {
			return AgendaItem{Title: T(line, line, line)}
		}
		item.Presenters = append(item.Presenters, Ref(id))
	}
	return item
}

// fillApplied sets what a meeting has from its application, besides its policy.
func (t *turn) fillApplied(m *Meeting, p *Policy) {
	a := m.Application
	if a == nil || a.Topic == "" {
		return
	}
	m.Title = titled(p.Title, a.Topic)
	m.Convener = cmp.Or(t.roleOf(m, p.Convener), t.roleOf(m, "approver"))
	m.Host = cmp.Or(t.roleOf(m, p.Host), t.one(p.HostSubst), m.Convener)
	m.Recorder = cmp.Or(t.roleOf(m, p.Recorder), a.By)
	if m.Supervisor = t.roleOf(m, p.Supervisor); m.Supervisor == "" {
		m.Supervisor = m.Convener
	}
}

// titled puts a topic behind the name of a type of meeting.
func titled(name Text, topic string) Text {
	out := Text{}
	for _, l := range Langs {
		colon := "："
		if l == English {
			colon = ": "
		}
		out[l] = name.In(l) + colon + topic
	}
	return out
}

// fromApplication shows what the meeting was applied for with. The problem is for colleagues.
func (v *MeetingView) fromApplication(m *Meeting, outside bool) {
	a := m.Application
	if a == nil {
		return
	}
	if a.Purpose != "" {
		v.Purpose = T(a.Purpose, a.Purpose, a.Purpose)
	}
	if m.Problem != nil && !outside {
		v.Problem = m.Problem.Text
	}
}

// ApplyOrder applies for a meeting in somebody's name (huiban meeting propose).
type ApplyOrder struct {
	ID string `json:"id"` // unique
	Applied
}

// applyByOrder takes an application from the administrator. Unlike by mail it is taken whole or not at all.
func (t *turn) applyByOrder(by PersonID, o *ApplyOrder) error {
	if p := t.Directory.Person(by); p == nil || p.Inactive || t.external(p) {
		return fmt.Errorf("%s is nobody of the company who could apply for a meeting", by)
	}
	a := &Application{ID: o.ID, By: by}
	faults := t.take(a, &o.Applied)
	var wrong []string
	for _, f := range faults {
		wrong = append(wrong, strings.TrimSpace(fmt.Sprintf("%s %s", cmp.Or(f.Name, f.Line), f.Problem)))
	}
	for _, f := range t.lacking(a) {
		wrong = append(wrong, f+" is missing")
	}
	if len(wrong) > 0 {
		return fmt.Errorf("application: %s", strings.Join(wrong, "; "))
	}
	m := t.callFor(a)
	t.note("applied", by, "", string(m.ID))
	return nil
}
