package secretary

import (
	"cmp"
	"slices"
	"time"
)

// owned lists the open items that the person answers for, by due date.
func (t *turn) owned(id PersonID) []*Item {
	var out []*Item
	for _, k := range sortedKeys(t.Items) {
		if i := t.Items[k]; i.Owner == id && i.Open() && i.Status != Finished {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b *Item) int {
		switch {
		case a.Due < b.Due:
			return -1
		case a.Due > b.Due:
			return 1
		}
		return 0
	})
	return out
}

// personDuties derives what is owed to or by one person: progress letters and overdue reminders, always one mail for
// all open items; escalations; decisions that others owe; and the weekly summary of a manager. The items of somebody
// who has left are handed over.
func (t *turn) personDuties(id PersonID) []duty {
	if !t.Directory.active(id) {
		return t.handoverDuties(id)
	}
	out := append(t.askDuties(id, t.owned(id)), t.escalationDuties(id)...)
	for _, i := range t.everyItem(id) {
		out = append(out, t.decisionDuties(i)...)
	}
	if d, ok := t.summaryDuty(id); ok {
		out = append(out, d)
	}
	return out
}

// everyItem lists the person's own items that are not closed, finished ones too.
func (t *turn) everyItem(id PersonID) []*Item {
	var out []*Item
	for _, k := range sortedKeys(t.Items) {
		if i := t.Items[k]; i.Owner == id && i.Open() {
			out = append(out, i)
		}
	}
	return out
}

// decisionDuties asks for the decisions that an item waits for: an extension (actions.extend_by), or the verification
// of what was reported done (S0-61). One that is not answered is asked for again.
func (t *turn) decisionDuties(i *Item) []duty {
	p := t.policyOf(i)
	var out []duty
	e := i.openExtension()
	switch {
	case e != nil && t.extender(i, p) == "", i.Status == Finished && t.supervisor(i) == "":
		return []duty{{at: t.now, key: "nobody" + string(i.ID), still: true, reason: "there is nobody left to decide", do: func() { t.undecided(i) }}}
	case e != nil:
		out = append(out, t.decisionDuty(i, "extend:"+string(i.ID), t.extender(i, p), e.Asked, func(l *Letter) {
			l.Changes = []Change{{"due", string(i.Due), string(e.Until)}}
			l.Quote = e.Reason
		})...)
	}
	if i.Status == Finished {
		out = append(out, t.decisionDuty(i, "verify:"+string(i.ID), t.supervisor(i), i.DoneAt, func(l *Letter) { l.Quote = i.lastWords() })...)
	}
	return out
}

// undecided grants what nobody is left to decide on, which is recorded as such (G-18).
func (t *turn) undecided(i *Item) {
	if e := i.openExtension(); e != nil && t.extender(i, t.policyOf(i)) == "" {
		t.grant(i, e, "")
	} else {
		i.Status = Complete
		t.poke(MeetingCase(i.Meeting))
	}
	t.note("nobody-decides", i.Owner, "", string(i.ID))
}

// decisionRounds is how often a decision is asked for every two workdays; after that it is asked for weekly.
const decisionRounds = 4

// decisionDuty asks for one decision, of nobody but to, until it is made.
func (t *turn) decisionDuty(i *Item, ref string, to PersonID, asked time.Time, fill func(*Letter)) []duty {
	if to == "" {
		return nil
	}
	again := func(n int) Span {
		if n < decisionRounds {
			return Span{2, Workdays}
		}
		return Span{1, Weeks}
	}
	_, at, rev := t.round(Approval, to, ref+"-"+stamp(asked), asked, again, i.Zone)
	return []duty{{at: at, key: rev, reason: "a decision is asked for", do: func() {
		by := t.party(i.Owner)
		l := Letter{Kind: Approval, Ref: ref, Reason: "actions.extend_by / actions.verify: a decision is asked for (S0-59, S0-61)", Zone: i.Zone, By: &by, Items: t.itemViews([]*Item{i})}
		l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
		t.wantedIn(&l, Span{2, Workdays}, i.Zone)
		fill(&l)
		t.send(l, to, rev)
	}}}
}

// supervisor is who supervises the item: whom it names, whoever is above them, else the owner's manager. Never the
// owner; "" where there is nobody.
func (t *turn) supervisor(i *Item) PersonID {
	for _, id := range []PersonID{i.Supervisor, t.Directory.superior(i.Supervisor), t.Directory.superior(i.Owner)} {
		if id != i.Owner && t.Directory.active(id) {
			return id
		}
	}
	return ""
}

// extender is who grants a later date: never the owner, then the next level (G-18); "" where there is none.
func (t *turn) extender(i *Item, p *Policy) PersonID {
	to := t.escalateTo(i, p.Actions.ExtendBy)
	if to == i.Owner || !t.Directory.active(to) {
		to = t.Directory.superior(i.Owner)
	}
	return to
}

// policyOf is the policy of an item; an empty one where it is not known any more.
func (t *turn) policyOf(i *Item) *Policy {
	if p := t.Policies[i.Policy]; p != nil {
		return p
	}
	return &Policy{}
}

// lastReport is the newest report of the item's own owner, nil where there is none.
func (i *Item) lastReport() *Progress {
	for n := len(i.History) - 1; n >= 0; n-- {
		if i.History[n].By == i.Owner {
			return &i.History[n]
		}
	}
	return nil
}

// lastWords are the owner's own, in the newest report; "" where there is none.
func (i *Item) lastWords() string {
	if last := i.lastReport(); last != nil {
		return cmp.Or(last.Said, last.Text)
	}
	return ""
}

func (i *Item) openExtension() *Extension {
	for n := range i.Extensions {
		if i.Extensions[n].State == "asked" {
			return &i.Extensions[n]
		}
	}
	return nil
}
