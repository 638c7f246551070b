package secretary

import (
	"slices"
	"strings"
)

// seated is why somebody can be neither invited nor away: there is a seat already, or none.
func (o *reading) seated(verb string, id PersonID) string {
	s := o.m.seat(id)
	named := slices.ContainsFunc(o.orders, func(x Order) bool {
		return x.Invite != nil && x.Invite.Person == id || x.Absent != nil && x.Absent.Person == id
	})
	switch {
	case verb == "invite" && (s != nil || named):
		return "has-seat"
	case verb == "invite":
		return ""
	case s == nil:
		return "no-seat"
	case id == o.m.Host:
		return "is-host" // a substitute takes the chair, who must learn of it: the host's own leave brings that about
	case s.away() || named:
		return "is-away"
	}
	return ""
}

// named is the person meant by a name, or why nobody can be, with who may be. Of several in a meeting, who has a seat is meant.
func (o *reading) named(name string, in *Meeting) (PersonID, string, []Party) {
	found := o.Directory.ByName(name)
	if len(found) == 0 && o.Fold != nil {
		found = o.Directory.byFolded(name, o.Fold)
	}
	if len(found) > 1 && in != nil {
		if seated := slices.DeleteFunc(slices.Clone(found), func(p *Person) bool { return in.seat(p.ID) == nil }); len(seated) > 0 {
			found = seated
		}
	}
	switch {
	case len(found) == 0 || found[0].Inactive:
		return "", "unknown-name", nil
	case len(found) == 1:
		return found[0].ID, "", nil
	}
	var all []Party
	for _, p := range found {
		all = append(all, o.party(p.ID))
	}
	return "", "ambiguous-name", all
}

// byFolded finds the active people whose name is the same once both are folded: 黃婷 is 黄婷.
func (d *Directory) byFolded(name string, fold func(string) string) []*Person {
	var out []*Person
	want := fold(strings.TrimSpace(name))
	for _, id := range d.ids() {
		if p := d.People[id]; !p.Inactive && p.Name != "" && fold(p.Name) == want {
			out = append(out, p)
		}
	}
	return out
}
