package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// receiveApplication takes an application, in the case of whoever writes it: a new one, or what was missing of one. What is
// still missing is asked back, and the rest is kept (S3-61).
func (t *turn) receiveApplication(r *Reply) {
	in := r.Intents[slices.IndexFunc(r.Intents, isApply)].Apply
	if t.external(t.Directory.Person(r.Writer)) {
		t.fresh(r)
		return
	}
	a := t.applicationOf(r)
	fresh := a.ID == r.MessageID
	if fresh && r.About != nil && r.About.Applied != nil {
		in = t.asOffered(a, in, r.About.Applied)
	}
	faults := append(t.take(a, in), t.passed(a)...)
	if in.Blank && fresh && len(faults) == 0 {
		t.sendForm(a, r)
		return
	}
	if len(faults) > 0 || len(t.lacking(a)) > 0 {
		t.askMissing(a, r, faults)
		return
	}
	t.dropApplication(a)
	m := t.callFor(a)
	t.settle(r, ActedOn, "applied")
	t.note("applied", r.Writer, "", string(m.ID))
}

// applicationOf is the application that a mail goes on with, a new one where it answers no letter about one.
func (t *turn) applicationOf(r *Reply) *Application {
	a := &Application{ID: r.MessageID, By: r.Writer}
	if r.About != nil && r.About.Asks() == ApplicationForm {
		_, id, _ := strings.Cut(r.About.Ref, ":")
		f := t.folder(r.Writer)
		if n := slices.IndexFunc(f.Applications, func(x *Application) bool { return x.ID == id }); n >= 0 {
			a = f.Applications[n]
		}
	}
	a.Mail, a.Subject = r.MessageID, r.Subject
	a.Files = append(slices.Clone(a.Files), r.Files...)
	return a
}

// asOffered fills in from the letter that offered the form what its button leaves out, and keeps whom the letter meant by names
// that several people have.
func (t *turn) asOffered(a *Application, in *Applied, v *AppliedView) *Applied {
	out := *in
	out.Topic, out.Problem, out.Purpose = cmp.Or(in.Topic, v.Topic), cmp.Or(in.Problem, v.Problem), cmp.Or(in.Purpose, v.Purpose)
	out.Reason, out.Importance, out.Place = cmp.Or(in.Reason, v.Reason), cmp.Or(in.Importance, v.Importance), cmp.Or(in.Place, v.Place)
	out.Type, out.Continues, out.Blank = cmp.Or(in.Type, v.Code), cmp.Or(in.Continues, string(v.Continues)), false
	if len(in.Agenda) == 0 {
		out.Agenda = v.Agenda
	}
	if in.Time == "" && !v.Start.IsZero() {
		a.Start, a.End = v.Start, v.End
	}
	for _, p := range v.People {
		a.meant = append(a.meant, p.ID)
	}
	if len(in.People) == 0 {
		a.People = a.meant
	}
	return &out
}

// mostApplications is how many of one person wait for what is missing; the oldest go.
const mostApplications = 5

// keepApplication keeps in its writer's folder what is known already.
func (t *turn) keepApplication(a *Application) {
	f := t.folder(a.By)
	t.Folders[f.Person] = f
	f.Applications = append(slices.DeleteFunc(slices.Clone(f.Applications), func(x *Application) bool { return x.ID == a.ID }), a)
	if n := len(f.Applications) - mostApplications; n > 0 {
		f.Applications = f.Applications[n:]
	}
}

func (t *turn) dropApplication(a *Application) {
	f := t.folder(a.By)
	f.Applications = slices.DeleteFunc(slices.Clone(f.Applications), func(x *Application) bool { return x.ID == a.ID })
	if len(f.Applications) == 0 {
		f.Applications = nil
	}
}

// withdrawForm gives up an application that was not complete yet.
func (t *turn) withdrawForm(r *Reply) {
	t.dropApplication(t.applicationOf(r))
	t.settle(r, ActedOn, "application-withdrawn")
	t.note("application-withdrawn", r.Writer, "", "")
	t.answer(Letter{Kind: Echo, Of: ApplicationForm, Ref: "withdrawn", Reason: "every answer is echoed", Echoes: []EchoLine{{What: "application", Status: string(Withdrawn)}}}, r)
}

// take puts what was filled in into the application, and returns what cannot be.
func (t *turn) take(a *Application, in *Applied) []OrderView {
	for field, value := range map[*string]string{
		&a.Topic: in.Topic, &a.Purpose: in.Purpose, &a.Problem: in.Problem, &a.Place: in.Place, &a.Reason: in.Reason, &a.Importance: in.Importance,
	} {
		*field = cmp.Or(value, *field)
	}
	a.Urgent = a.Urgent || in.Urgent
	if len(in.Agenda) > 0 {
		a.Agenda = in.Agenda
	}
	if len(in.Questions) > 0 {
		a.Questions = in.Questions
	}
	if len(in.Milestones) > 0 {
		a.Milestones = nil
	}
	for _, d := range in.Milestones {
		a.Milestones = append(a.Milestones, Milestone{Day: d.Day, What: d.What})
	}
	return slices.Concat(t.takeType(a, in), t.takeWhen(a, in), t.takePeople(a, in), t.takeContinued(a, in))
}

// takeType finds the type of meeting: the one that is named, else the only one that can be applied for. It never guesses.
func (t *turn) takeType(a *Application, in *Applied) []OrderView {
	may := t.applicable()
	all := t.namedIn(in.Type)
	named := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !slices.Contains(may, id) })
	switch {
	case len(all) > 0 && len(named) == 0:
		return []OrderView{{State: "unread", Line: in.Type, Problem: "no-such-type"}}
	case len(named) == 1:
		a.Policy = named[0]
	case a.Policy != "":
	case len(named) == 0 && len(may) == 1:
		a.Policy = may[0]
	case len(may) == 0:
		return []OrderView{{State: "unread", Line: in.Type, Problem: "no-type"}}
	}
	return nil
}

// takeWhen takes the time, which was read in the office's zone. Its end is as long after the start as was said, or as the policy has
// such meetings last.
func (t *turn) takeWhen(a *Application, in *Applied) []OrderView {
	if in.Start == "" && in.Minutes > 0 && !a.Start.IsZero() {
		a.End = a.Start.Add(time.Duration(in.Minutes) * time.Minute)
	}
	fault := func(why string) []OrderView { return []OrderView{{State: "unread", Line: in.Time, Problem: why}} }
	if in.Start == "" {
		if in.Time != "" {
			return fault("no-date")
		}
		return nil
	}
	start, err := time.Parse(time.RFC3339, in.Start)
	end, _ := time.Parse(time.RFC3339, in.End)
	switch {
	case err != nil:
		return fault("no-date")
	case !start.After(t.now):
		a.Start, a.End = time.Time{}, time.Time{}
		return fault("past")
	case in.End != "" && !end.After(start):
		return fault("bad-end")
	}
	a.Start, a.End = start.UTC(), end.UTC()
	if in.End == "" {
		a.End = time.Time{}
	}
	if in.End == "" && in.Minutes > 0 {
		a.End = a.Start.Add(time.Duration(in.Minutes) * time.Minute)
	}
	return nil
}

// passed takes back a time that has gone by since it was said, or offered, and asks for another.
func (t *turn) passed(a *Application) []OrderView {
	if a.Start.IsZero() || a.Start.After(t.now) {
		return nil
	}
	said := a.Start.In(t.Calendar.Zone(t.Office.Zone)).Format("2006-01-02 15:04")
	a.Start, a.End = time.Time{}, time.Time{}
	return []OrderView{{State: "unread", Line: said, Problem: "past"}}
}

// takePeople finds who is meant. Whom the directory does not know has to be named by an address, and is from outside (S3-20).
func (t *turn) takePeople(a *Application, in *Applied) []OrderView {
	var faults []OrderView
	var ids []PersonID
	for _, name := range in.People {
		found, unread := t.invitee(a, name)
		if unread != nil {
			faults = append(faults, *unread)
			continue
		}
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	if len(in.People) > 0 {
		a.People = ids
	}
	return faults
}

// invitee is whom a name in an application means: a person, the head of a department, or an address outside.
func (t *turn) invitee(a *Application, name string) ([]PersonID, *OrderView) {
	o := &reading{turn: t}
	address, addressed := addressIn(name)
	if addressed {
		if p := t.Directory.ByAddress(address); p != nil && !p.Inactive {
			return []PersonID{p.ID}, nil
		}
	}
	id, why, who := o.named(name, nil)
	if n := slices.IndexFunc(who, func(p Party) bool { return slices.Contains(a.meant, p.ID) }); n >= 0 {
		return []PersonID{who[n].ID}, nil
	}
	if why == "" {
		return []PersonID{id}, nil
	}
	if head := t.headNamed(name); why == "unknown-name" && head != "" {
		return []PersonID{head}, nil
	}
	if addressed && why == "unknown-name" {
		if under(address, t.Office.Domain) {
			return nil, &OrderView{State: "unread", Line: name, Name: name, Problem: why}
		}
		return []PersonID{t.outsideGuest(a, name, address)}, nil
	}
	return nil, &OrderView{State: "unread", Line: name, Name: name, Problem: why, Candidates: who}
}

// headNamed is the head of the department that a name means, 「质量部」 or 「质量部负责人」; "" where it means none.
func (t *turn) headNamed(name string) PersonID {
	name = t.plain(name)
	for _, post := range []string{"负责人", "部长", "经理", "主管", " head", "head of "} {
		name = strings.TrimSpace(strings.ReplaceAll(name, post, ""))
	}
	for _, code := range t.Directory.Order {
		d := t.Directory.Departments[code]
		if d == nil || !t.Directory.active(d.Head) {
			continue
		}
		for _, l := range Langs {
			if n := t.plain(d.Name[l]); n != "" && n == name {
				return d.Head
			}
		}
	}
	return ""
}

// addressIn finds an address in "Kim <kim@customer.example>".
func addressIn(s string) (string, bool) {
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" <>()（）[]", c) }) {
		if at := strings.IndexByte(w, '@'); at > 0 && strings.IndexByte(w[at:], '.') > 1 {
			return strings.ToLower(w), true
		}
	}
	return "", false
}

// outsideGuest takes note of somebody outside whom no directory has: they get the edition for people outside and nothing else.
func (t *turn) outsideGuest(a *Application, name, address string) PersonID {
	p := Person{ID: visitorMark + PersonID(address), Email: address, External: true}
	p.Name = strings.Trim(strings.ReplaceAll(strings.ReplaceAll(name, address, ""), "mailto:", ""), " <>()（）[]　")
	p.Name = cmp.Or(p.Name, address)
	a.Visitors = append(slices.DeleteFunc(slices.Clone(a.Visitors), func(v Person) bool { return v.ID == p.ID }), p)
	t.know(a.Visitors)
	return p.ID
}

// takeContinued finds the meeting that this one goes on from, of which only the number is known here.
func (t *turn) takeContinued(a *Application, in *Applied) []OrderView {
	if in.Continues == "" {
		return nil
	}
	if id := MeetingID(strings.ToUpper(in.Continues)); t.known(id) {
		a.Continues = id
		return nil
	}
	return []OrderView{{State: "unread", Line: in.Continues, Name: in.Continues, Problem: "no-meeting"}}
}

func (t *turn) known(id MeetingID) bool {
	return t.Meetings[id] != nil || t.Known != nil && t.Known(id)
}

// lacking lists what an application still lacks, in the order of the form (S3-61, S1B-55, S2-21).
func (t *turn) lacking(a *Application) []string {
	p := t.Policies[t.Current[a.Policy]]
	var out []string
	if p == nil {
		p, out = &Policy{}, append(out, "type")
	}
	need := func(field string, given bool) {
		if !given {
			out = append(out, field)
		}
	}
	formal := p.Application.Required
	need("topic", a.Topic != "")
	need("purpose", a.Purpose != "" || !formal)
	need("problem", a.Problem != "" || p.Kind != "problem_workshop")
	need("when", !a.Start.IsZero())
	need("place", a.Place != "" || !p.Place.Empty() || p.Mode == "online" && p.URL != "" || a.Policy == "")
	need("people", len(a.People) > 0 || len(p.Roster) > 0)
	need("agenda", len(a.Agenda) > 0 || len(p.Agenda.Items) > 0 || !formal)
	need("reason", a.Reason != "" || !formal)
	need("importance", a.Importance != "" || a.Urgent || !formal)
	return out
}

// applies reports whether the mail applies for a meeting, in its writer's own case.
func (t *turn) applies(r *Reply) bool {
	kind, id, _ := cutCase(t.c)
	return kind == "person" && PersonID(id) == r.Writer && slices.ContainsFunc(r.Intents, isApply)
}

// ApplicationCase is the case that an application belongs to: its writer's own, whatever letter it answers. It reports false
// where the mail is none; the questions of a guide are filled in like a form too.
func ApplicationCase(r *Reply) (c Case, ok bool) {
	if !slices.ContainsFunc(r.Intents, isApply) || r.Writer == "" || r.About != nil && r.About.Kind == Duty {
		return "", false
	}
	return PersonCase(r.Writer), true
}

// receiveForm takes an answer to the form that fills nothing in: it is given up, or asked for again.
func (t *turn) receiveForm(r *Reply) {
	if slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentReject }) {
		t.withdrawForm(r)
		return
	}
	t.askMissing(t.applicationOf(r), r, nil)
}

// receiveAboutApplication takes an answer to a letter about an application that belongs to a meeting already.
func (t *turn) receiveAboutApplication(m *Meeting, r *Reply) {
	switch {
	case strings.HasPrefix(r.About.Ref, "problem"):
		t.receiveProblem(m, r)
	case m.Application == nil:
		t.filed(m, r)
	default:
		t.withdrawApplication(m, r)
	}
}
