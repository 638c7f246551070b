package demo

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// form is the preset that is no type but a form of holding one: the 产销协调会 is held so.
const form = "MT-S1B-6"

// anyType is the play of any preset: the company has the departments that it names, fills in what it leaves open, and
// everybody answers in a plain way. A meeting that is held on demand is called in its convener's calendar.
func anyType(id string, zone *time.Location) (*play, error) {
	source, policy, err := regulationOf(id)
	if err != nil {
		return nil, err
	}
	p := &play{cast: slices.Clone(cast), departments: slices.Clone(departments), source: source, first: "2026-09-14", days: lengthOf(policy)}
	p.staff(policies.Departments(policies.WithDefaults(policy)))
	p.policy = policies.WithDefaults(policy)
	p.script = p.plainScript()
	p.title = policy.Title.In(secretary.Hans)
	p.about = wording{"恒通机电有限公司的" + p.title, policy.Title.In(secretary.English) + " of Hengtong Electric Ltd."}
	p.check = p.someDone
	if p.policy.Schedule.AdHoc {
		p.events = append(p.events, p.call(zone))
	}
	return p, nil
}

// regulationOf is a preset with what it leaves open filled in.
func regulationOf(id string) ([]byte, *secretary.Policy, error) {
	name := id
	if id == form {
		name = "MT-S0-1"
	}
	source, err := policies.Preset(name)
	if err != nil {
		return nil, nil, err
	}
	p, faults := policies.Load(name+".yaml", source)
	if len(faults) > 0 {
		return nil, nil, fmt.Errorf("preset %s: %s", name, faults[0].Message)
	}
	if id == form {
		p.Mode = "online"
	}
	return source, p, fillIn(p)
}

// lengthOf is how many days a play needs until a meeting has got to done.
func lengthOf(p *secretary.Policy) int {
	switch {
	case strings.Contains(p.Schedule.RRule, "FREQ=DAILY"):
		return 14
	case strings.Contains(p.Schedule.RRule, "FREQ=MONTHLY"):
		return 45
	}
	return 30
}

// call is the mail by which the convener calls a meeting in their own calendar and invites huiban to it.
func (p *play) call(zone *time.Location) entry {
	dir := p.directory()
	convener := p.policy.Convener
	if convener == "approver" {
		convener = p.policy.Application.Approvers[0]
	}
	who, _ := p.memberOf(dir.Person(dir.Resolve(convener)[0]).Email)
	start := time.Date(2026, 9, 16, 14, 0, 0, 0, zone)
	e := entry{at: begin(zone).Add(26 * time.Hour), who: who, from: who.email()}
	e.said.subject, e.said.calendar = p.policy.Title.In(secretary.Hans), p.calendar(who, start, begin(zone))
	return e
}

// calendar is the invitation as a calendar program writes it.
func (p *play) calendar(by member, start, now time.Time) string {
	const form = "20060102T150405Z"
	lines := []string{
		"BEGIN:VCALENDAR", "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT",
		"UID:demo-" + p.policy.ID + "@" + domain, "SEQUENCE:0", "DTSTAMP:" + now.UTC().Format(form), "DTSTART:" + start.UTC().Format(form),
		"DTEND:" + start.Add(p.policy.Duration.Planned.Duration()).UTC().Format(form), "SUMMARY:" + p.policy.Title.In(secretary.Hans),
		"LOCATION:" + p.policy.Place.In(secretary.Hans), "ORGANIZER:mailto:" + by.email(), "ATTENDEE;RSVP=TRUE:mailto:" + mailbox,
	}
	for _, id := range p.comers() {
		lines = append(lines, "ATTENDEE;RSVP=TRUE:mailto:"+p.directory().Person(id).Email)
	}
	return strings.Join(append(lines, "END:VEVENT", "END:VCALENDAR", ""), "\r\n")
}

// comers are those whom the policy wants at a meeting; where it names nobody, the three whom the matter concerns.
func (p *play) comers() []secretary.PersonID {
	dir := p.directory()
	var out []secretary.PersonID
	add := func(r secretary.Ref) {
		for _, id := range dir.Resolve(r) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for _, r := range p.policy.Roster {
		add(r.Who)
	}
	if len(out) == 0 {
		add("liu.yang")
		add("emily.clark")
		add("sun.li")
	}
	add(p.policy.Host)
	add(p.policy.Recorder)
	return out
}

// someDone names the first meeting of the policy that got to done, with minutes where they are asked for.
func (p *play) someDone(tx *store.Tx) (string, error) {
	all, err := tx.Meetings(store.MeetingFilter{})
	if err != nil {
		return "", err
	}
	slices.SortFunc(all, func(a, b *secretary.Meeting) int { return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID)) })
	for _, m := range all {
		if m.Stage != secretary.Done {
			continue
		}
		if p.policy.Minutes.Required == "yes" && (m.Number == "" || len(m.Items) == 0) {
			return "", fmt.Errorf("meeting %s is done without minutes and action items", m.ID)
		}
		return fmt.Sprintf("%s %s", m.Title.In(secretary.Hans), secretary.DateOf(m.Start.In(time.FixedZone("", 8*3600)))), nil
	}
	var stages []string
	for _, m := range all {
		stages = append(stages, fmt.Sprintf("%s %s", m.ID, m.Stage))
	}
	return "", fmt.Errorf("no meeting of %s has got to done: %s", p.policy.ID, strings.Join(stages, ", "))
}
