package secretary

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// suggested is a meeting application filled in for an item that is blocked, with everybody who has to sit down together: who is
// responsible, who supervises, and the heads of the departments named (S0-85, S3-98). One tap sends it. Nil where no type of
// meeting can be applied for, or the reader is nobody who could.
func (t *turn) suggested(i *Item, reader PersonID) *AppliedView {
	types := t.applicableTypes(reader)
	if len(types) == 0 || t.outsider(reader) {
		return nil
	}
	v := &AppliedView{By: t.party(reader), Topic: i.Text, Purpose: cmp.Or(i.Result, together.In(t.langOf(reader))), Problem: i.lastWords(), Reason: i.lastWords(), Importance: "important", Types: types}
	p := &Policy{Duration: DurationRule{Planned: Span{1, Hours}}}
	if len(types) == 1 {
		v.Types, v.Code = nil, types[0].Item
		p = t.policyCoded(v.Code)
		v.Type = p.Title
	}
	if v.Place = p.Place.In(t.langOf(reader)); v.Place == "" && i.Meeting != "" {
		v.Place = t.placeOf(i, reader)
	}
	for _, id := range t.blockedBy(i, reader) {
		v.People = append(v.People, t.party(id))
	}
	v.Agenda = []string{i.Text}
	v.Start, v.End = t.nextFree(p, v.People)
	return v
}

// together is the purpose of a meeting about an item that says none of its own.
var together = T("商定解决办法", "商定解決辦法", "agree on how to solve it")

func (t *turn) policyCoded(code string) *Policy {
	for _, id := range sortedKeys(t.Current) {
		if p := t.Policies[t.Current[id]]; p != nil && (p.Code == code || p.ID == code) {
			return p
		}
	}
	return &Policy{}
}

// placeOf is where the meetings that the item comes from are held.
func (t *turn) placeOf(i *Item, reader PersonID) string {
	return t.policyOf(i).Place.In(t.langOf(reader))
}

// blockedBy lists who has to sit down together about an item. The reader, who applies, is not named.
func (t *turn) blockedBy(i *Item, reader PersonID) []PersonID {
	out := appendActive(t.Directory, nil, i.Owner, t.supervisor(i))
	said := t.plain(i.lastWords() + i.Text)
	for _, code := range t.Directory.Order {
		d := t.Directory.Departments[code]
		named := slices.ContainsFunc(Langs, func(l Lang) bool {
			n := t.plain(d.Name[l])
			return len([]rune(n)) > 1 && strings.Contains(said, n)
		})
		if named || code == i.Department {
			out = appendActive(t.Directory, out, d.Head)
		}
	}
	return slices.DeleteFunc(out, func(id PersonID) bool { return id == reader })
}

// nextFree is a time in two workdays or soon after at which those people are free, in working hours.
func (t *turn) nextFree(p *Policy, people []Party) (start, end time.Time) {
	zone := t.Calendar.Zone(t.Office.Zone)
	begin := AddWorkdays(t.Calendar, t.today(t.Office.Zone), 2).At(Clock{10, 0, true}, zone)
	m := &Meeting{Start: begin, End: begin.Add(p.lasts()), Zone: t.Office.Zone}
	for _, who := range people {
		m.Seats = append(m.Seats, Seat{Person: who.ID})
	}
	if free := t.freeSlots(m, p); len(free) > 0 && !free[0].Before(begin.AddDate(0, 0, -1)) {
		begin = free[0]
	}
	return begin.UTC(), begin.Add(p.lasts()).UTC()
}
