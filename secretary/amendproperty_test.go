package secretary

import "slices"

// amend changes a regulation, as apply does: before its approver where one is named.
func (g *game) amend() {
	id := pick(g, sortedKeys(g.Current)...)
	p := *g.Policies[g.Current[id]]
	switch g.die(4) {
	case 0:
		p.Notice.Lead = in(3+g.die(3), CalendarDays)
	case 1:
		p.Minutes.OnSilence = pick(g, "remind", "escalate", "consent")
	case 2:
		p.Approval.Approver = pick[Ref](g, "", "zhao.jun", "li.na", "kim")
	}
	if !NeedsApproval(g.Policies[g.Current[id]], &p) {
		key := g.Current[id] + "+"
		g.Policies[key], g.Current[id] = &p, key
		g.wake[SeriesCase(id)] = g.now
		for who := range g.Directory.People {
			g.wake[PersonCase(who)] = g.now
		}
		return
	}
	by := pick[PersonID](g, "", "chen.jing", "zhao.jun", "li.na")
	g.event(SeriesCase(id), func(d *Desk) *Outcome {
		out, err := Command(d, SeriesCase(id), Order{Amend: &AmendOrder{Policy: &p, By: by}}, g.now)
		if err != nil {
			return &Outcome{} // the author has left
		}
		return out
	})
}

// checkAmendments: nobody approves the own change, at most one waits, and what is in force was decided on.
func (g *game) checkAmendments() {
	for id, s := range g.Series {
		for n, a := range s.Amendments {
			if a.State == AmendmentAsked && n != len(s.Amendments)-1 {
				g.Fatalf("two changes of %s wait", id)
			}
			if a.Approver != "" && a.Approver == a.By {
				g.Fatalf("%s has decided on the own change of %s", a.By, id)
			}
			if a.State == AmendmentInForce && g.Policies[a.Key] == nil {
				g.Fatalf("%s is in force and is not there", a.Key)
			}
		}
	}
	for _, f := range g.Folders {
		if f.Rules != nil && slices.ContainsFunc(sortedKeys(f.Rules.Known), func(p string) bool { return g.Policies[f.Rules.Known[p]] == nil }) {
			g.Fatalf("%s knows a version that is not there: %v", f.Person, f.Rules.Known)
		}
	}
}
