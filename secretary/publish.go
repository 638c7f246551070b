package secretary

import (
	"fmt"
	"slices"
	"strings"
)

// publish numbers the minutes, sends them to everybody concerned, files them, and turns their actions into action
// items (S0-25, S0-51, S0-67, S0-34).
func (t *turn) publish(m *Meeting, p *Policy, unconfirmed []string) {
	if m.corrected() {
		t.republish(m, p, unconfirmed)
		return
	}
	v := m.version()
	v.State, v.Unconfirmed = Final, unconfirmed
	m.PublishAt = t.now
	m.Number = t.number(m, p)
	t.stage(m, Published)
	t.items(m, p, v)
	view := t.minutesView(m, v)
	by := t.party(t.publisher(m, p))
	for _, id := range t.distribution(m, p) {
		l := Letter{By: &by, Kind: MinutesPublish, Reason: "minutes.distribution: every confirmation is in (S0-25, S0-51)", Zone: m.Zone,
			Meeting: t.meetingView(m, id), Minutes: view, Items: t.assigned(m, id), Documents: []Document{MinutesDoc}}
		t.send(l, id, "0")
	}
	t.reportTopics(m, p)
	t.askPlans(m, p)
	if t.raiseUp(m, p) {
		t.archive(m, p, view)
	}
}

// publisher is in whose name the minutes go out: whom the policy names, else the convener (S0-25, G-02).
func (t *turn) publisher(m *Meeting, p *Policy) PersonID {
	if id := t.whoOne(m, p.Minutes.Publisher, ""); t.Directory.active(id) {
		return id
	}
	return t.chair(m)
}

// assigned shows the person's own action items of the meeting, under their numbers in the minutes.
func (t *turn) assigned(m *Meeting, owner PersonID) []ItemView {
	var out []ItemView
	for _, id := range m.Items {
		if i := t.Items[id]; i != nil && i.Owner == owner && i.Open() {
			v := t.itemView(i)
			v.No = i.No
			out = append(out, v)
		}
	}
	return out
}

// distribution lists who gets the minutes: participants, invited but absent, who confirmed them, representatives of the
// departments concerned, and whom the policy adds (S0-51, S0-81). Nobody outside (S3-49).
func (t *turn) distribution(m *Meeting, p *Policy) []PersonID {
	var out []PersonID
	add := func(ids ...PersonID) {
		for _, id := range ids {
			who := t.Directory.Person(id)
			if who != nil && !who.Inactive && !t.external(who) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for _, s := range m.Seats {
		if !s.Removed {
			add(s.Person)
		}
	}
	for _, c := range m.Confirms {
		add(c.Person)
	}
	for _, dep := range p.Concerned {
		add(t.Directory.Resolve(Ref("rep:" + dep))...)
	}
	add(t.whoAll(m, p.Minutes.Distribution)...)
	return out
}

// number is the archive number of the meeting's next document (S0-68, G-45).
func (t *turn) number(m *Meeting, p *Policy) string {
	who := m.Convener
	if p.Archive.NumberDepartment == "recorder" {
		who = m.Recorder
	}
	return t.numberOf(p.Archive.NumberFormat, p.Code, who, DateOf(t.begin(m)))
}

// numberOf is the next archive number of a day, a type and somebody's department.
func (t *turn) numberOf(format, code string, who PersonID, day Date) string {
	dept := "X"
	if person := t.Directory.Person(who); person != nil && person.Department != "" {
		dept = person.Department
	}
	date := strings.ReplaceAll(string(day), "-", "")
	filled := strings.NewReplacer("{date}", date, "{type}", code, "{dept}", dept).Replace(numberFormat(format))
	prefix := strings.TrimSuffix(strings.Replace(filled, "{seq}", "", 1), "-")
	return strings.Replace(filled, "{seq}", fmt.Sprintf("%02d", t.nextNumber(prefix)), 1)
}

// nextNumber is 1 where the desk counts no numbers, as one that only plans.
func (t *turn) nextNumber(prefix string) int {
	if t.Number == nil {
		return 1
	}
	return t.Number(prefix)
}

// itemID is the meeting and the number in its minutes; the place in the list where that number is not a plain one.
func (t *turn) itemID(m *Meeting, no string, place int) ItemID {
	plain := no != "" && len(no) <= 8 && strings.Trim(no, "0123456789") == ""
	if id := ItemID(fmt.Sprintf("%s-%s", m.ID, no)); plain && t.Items[id] == nil {
		return id
	}
	return ItemID(fmt.Sprintf("%s-a%d", m.ID, place+1))
}

// pokeAround wakes everybody to whom an item matters: its owner, the managers above and who reads its summary.
func (t *turn) pokeAround(i *Item) {
	t.poke(PersonCase(i.Owner))
	for _, id := range t.Directory.above(i.Owner) {
		t.poke(PersonCase(id))
	}
	for _, id := range t.readers(i) {
		t.poke(PersonCase(id))
	}
}

// minutesText is what a query searches in the minutes.
func minutesText(m *Meeting, v *MinutesView) string {
	var b strings.Builder
	for _, l := range Langs {
		fmt.Fprintln(&b, m.Title[l])
	}
	for _, r := range v.Resolutions {
		fmt.Fprintln(&b, r.No, r.Text)
	}
	for _, a := range v.Actions {
		fmt.Fprintln(&b, a.No, a.Text, a.Owner, a.Due, a.Result)
	}
	b.WriteString(v.Body)
	return b.String()
}
