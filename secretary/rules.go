package secretary

import (
	"slices"
	"strings"
	"time"
)

// Rules is what one person was told of the regulations.
type Rules struct {
	Known map[string]string `json:"known,omitempty"` // policy id → key of the version that the person knows
	News  time.Time         `json:"news,omitzero"`   // since when there is something that the person was not told
}

// participantsOf lists who takes part in the meetings of a policy by their own right: the roster and who conducts them, those
// outside left out.
func (t *turn) participantsOf(p *Policy) []PersonID {
	var out []PersonID
	for _, r := range p.attendance() {
		for _, id := range t.Directory.Resolve(r) {
			if !slices.Contains(out, id) && !t.external(t.Directory.Person(id)) {
				out = append(out, id)
			}
		}
	}
	return out
}

// attendance are the refs by which a policy seats people.
func (p *Policy) attendance() []Ref {
	refs := []Ref{p.Convener, p.Host, p.Recorder}
	for _, r := range p.Roster {
		refs = append(refs, r.Who)
	}
	return refs
}

// takesPart reports whether the person is one of participantsOf.
func (t *turn) takesPart(p *Policy, id PersonID) bool {
	who := t.Directory.Person(id)
	return who != nil && slices.ContainsFunc(p.attendance(), func(r Ref) bool { return t.Directory.means(r, who) }) && !t.external(who)
}

// means reports whether r names the person, as Resolve does, without looking at everybody.
func (d *Directory) means(r Ref, who *Person) bool {
	kind, code, found := cutRef(r)
	if !found {
		return r != "" && (PersonID(r) == who.ID || strings.Contains(string(r), "@") && slices.Contains(d.Resolve(r), who.ID))
	}
	if kind != "all" && !d.heads(who.ID) {
		return false
	}
	for _, dep := range d.Named(code) {
		switch {
		case kind == "all" && slices.Contains(d.below(dep.Code), who.Department):
			return true
		case kind == "head" && dep.Head == who.ID:
			return true
		case kind == "rep" && (dep.Rep == who.ID || !d.active(dep.Rep) && dep.Head == who.ID):
			return true
		}
	}
	return false
}

// heads reports whether the person stands for a department.
func (d *Directory) heads(id PersonID) bool {
	for _, dep := range d.Departments {
		if dep.Head == id || dep.Rep == id {
			return true
		}
	}
	return false
}

// rulesFor are the policies in force whose meetings the person takes part in, with their versions. What is out of use or not
// filled in yet is none.
func (t *turn) rulesFor(id PersonID) map[string]string {
	out := map[string]string{}
	for _, policy := range sortedKeys(t.Current) {
		key := t.Current[policy]
		if p := t.Policies[key]; p != nil && !p.Disabled && len(p.Lacks) == 0 && t.takesPart(p, id) {
			out[policy] = key
		}
	}
	return out
}

// rulesDuties: whoever takes part in meetings hears of their rules when these change and when they come to them new, all of
// them in one letter the next working morning (S0-122). What held when the office began everybody knows from the notices.
func (t *turn) rulesDuties(id PersonID) []duty {
	now, known := t.rulesFor(id), t.folder(id).Rules
	if known == nil {
		return []duty{{at: t.now, key: "rules", still: true, reason: rulesReason, do: func() { t.beginRules(id, now) }}}
	}
	fresh := slices.ContainsFunc(sortedKeys(now), func(policy string) bool { return now[policy] != known.Known[policy] })
	switch {
	case !fresh && !known.News.IsZero():
		return []duty{{at: t.now, key: "rules", still: true, reason: "the change of a regulation was taken back", do: func() { t.folder(id).Rules.News = time.Time{} }}}
	case !fresh:
		return nil
	case known.News.IsZero():
		return []duty{{at: t.now, key: "rules", still: true, reason: rulesReason, do: func() { t.folder(id).Rules.News = t.now }}}
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	at := t.workMorning(DateOf(known.News.In(zone)).Add(1), time.Time{}, zone)
	return []duty{{at: at, key: "rules", reason: rulesReason, do: func() { t.tellRules(id, now) }}}
}

const rulesReason = "a regulation has changed, or is new to the reader (S0-122)"

// beginRules notes what somebody knows who was there from the beginning; who joined later knows nothing yet.
func (t *turn) beginRules(id PersonID, now map[string]string) {
	f := t.folder(id)
	f.Rules = &Rules{Known: now}
	if t.Directory.Person(id).Since != "" {
		f.Rules = &Rules{News: t.now}
	}
	t.Folders[id] = f
}

// tellRules sends somebody what has changed, and of what is new to them what holds.
func (t *turn) tellRules(id PersonID, now map[string]string) {
	f := t.folder(id)
	l := Letter{Kind: Duty, Ref: "rules", Reason: rulesReason}
	for _, policy := range sortedKeys(now) {
		if before := f.Rules.Known[policy]; before != now[policy] {
			r := RegulationOf(t.Desk, t.Policies[now[policy]], t.Policies[before])
			r.Version = now[policy]
			if r.Was == nil || len(Differences(r.Was, r.Policy)) > 0 {
				l.Regulations = append(l.Regulations, *r)
			}
		}
	}
	since := stamp(f.Rules.News)
	f.Rules = &Rules{Known: now}
	t.Folders[id] = f
	if len(l.Regulations) > 0 {
		t.send(l, id, "rules-"+since)
	}
}
