package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// decision is one that an item waits for: a later date (actions.extend_by), or the verification of what was reported
// done (S0-61).
type decision struct {
	item  *Item
	wants string // extend or verify
	asked time.Time
	until Date // extend: the date asked for
}

// decisions lists what an item waits for.
func (i *Item) decisions() []decision {
	var out []decision
	if e := i.openExtension(); e != nil {
		out = append(out, decision{i, "extend", e.Asked, e.Until})
	}
	if i.Status == Finished {
		out = append(out, decision{i, "verify", i.DoneAt, ""})
	}
	return out
}

// decider is who decides, "" where there is nobody.
func (t *turn) decider(d decision) PersonID {
	if d.wants == "extend" {
		return t.extender(d.item, t.policyOf(d.item))
	}
	return t.supervisor(d.item)
}

// keeper is whose case asks for the decision: the decider's own, where it holds the item, so that one letter puts
// everything before one person; else the owner's.
func (t *turn) keeper(d decision) PersonID {
	to := t.decider(d)
	if to != "" && (d.item.Supervisor == to || slices.Contains(t.Directory.above(d.item.Owner), to)) {
		return to
	}
	return d.item.Owner
}

// waiting lists by decider what the person's case asks for, "" where there is nobody left to decide.
func (t *turn) waiting(id PersonID) map[PersonID][]decision {
	out := map[PersonID][]decision{}
	for _, k := range sortedKeys(t.Items) {
		i := t.Items[k]
		if !i.Open() {
			continue
		}
		for _, d := range i.decisions() {
			if t.keeper(d) == id {
				to := t.decider(d)
				out[to] = append(out[to], d)
			}
		}
	}
	return out
}

// decisionDuties asks for decisions until they are made: whenever one is due, everything that waits for the person is put
// in one letter.
func (t *turn) decisionDuties(id PersonID) []duty {
	var out []duty
	waiting := t.waiting(id)
	for _, to := range sortedKeys(waiting) {
		all := waiting[to]
		if to == "" {
			out = append(out, duty{at: t.now, key: "nobody", still: true, reason: "there is nobody left to decide", do: func() { t.undecided(all[0]) }})
			continue
		}
		for _, d := range all {
			at, rev := t.nextRound(d, to)
			out = append(out, duty{at: at, key: rev, reason: "a decision is asked for", do: func() { t.askDecisions(to, all, rev) }})
		}
	}
	return out
}

// decisionRounds is how often a decision is asked for every two workdays; after that it is asked for weekly.
const decisionRounds = 4

// nextRound is when a decision is asked for next.
func (t *turn) nextRound(d decision, to PersonID) (at time.Time, rev string) {
	again := func(n int) Span {
		if n < decisionRounds {
			return Span{2, Workdays}
		}
		return Span{1, Weeks}
	}
	_, at, rev = t.round(Approval, to, fmt.Sprintf("%s:%s-%s", d.wants, d.item.ID, stamp(d.asked)), d.asked, again, d.item.Zone)
	return at, rev
}

// askDecisions puts everything that waits for one person before them, numbered. Each has been asked for by it.
func (t *turn) askDecisions(to PersonID, all []decision, rev string) {
	l := Letter{Kind: Approval, Ref: "decisions", Reason: "actions.extend_by / actions.verify: decisions are asked for, one mail for all (S0-59, S0-61)", Zone: all[0].item.Zone}
	for n, d := range all {
		v := t.itemView(d.item)
		v.No, v.Wants, v.Until = fmt.Sprint(n+1), d.wants, d.until
		l.Items = append(l.Items, v)
		l.Choices = append(l.Choices, Choice{Verb: "approve", Item: v.No}, Choice{Verb: "reject", Item: v.No})
		if _, other := t.nextRound(d, to); other != rev {
			t.keep(func(b book) *map[string]time.Time { return b.sent }, t.letterKey(Approval, to, other))
		}
	}
	by := t.party(all[0].item.Owner)
	l.By = &by
	if len(all) == 1 {
		t.oneDecision(&l, all[0])
	}
	t.wantedIn(&l, Span{2, Workdays}, l.Zone)
	t.send(l, to, rev)
}

// oneDecision words the letter for a single one.
func (t *turn) oneDecision(l *Letter, d decision) {
	l.Ref = d.wants + ":" + string(d.item.ID)
	l.Reason = "actions.extend_by / actions.verify: a decision is asked for (S0-59, S0-61)"
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	if e := d.item.openExtension(); d.wants == "extend" {
		l.Changes, l.Quote = []Change{{"due", string(d.item.Due), string(e.Until)}}, e.Reason
	} else {
		l.Quote = d.item.lastWords()
	}
}

// undecided grants what nobody is left to decide on, which is recorded as such (G-18).
func (t *turn) undecided(d decision) {
	i := d.item
	if d.wants == "extend" {
		t.grant(i, i.openExtension(), "")
	} else {
		i.Status = Complete
		t.poke(MeetingCase(i.Meeting))
	}
	t.note("nobody-decides", i.Owner, "", string(i.ID))
}

// pokeDeciders wakes whoever is to decide on the item.
func (t *turn) pokeDeciders(i *Item) {
	for _, d := range i.decisions() {
		t.poke(PersonCase(t.keeper(d)))
	}
}

// receiveDecisions takes the decisions on extensions and verifications, one statement for each by the numbers of the
// letter; a letter about one thing needs no number.
func (t *turn) receiveDecisions(r *Reply) {
	if r.Writer != r.About.To.ID || len(r.About.Items) == 0 {
		t.comment(r) // only who was asked decides
		return
	}
	var lines []EchoLine
	var unclear []Problem
	told := map[PersonID][]EchoLine{}
	for _, v := range r.About.Items {
		in, ok, why := r.decisionOn(v.No)
		if why != "" {
			unclear = append(unclear, Problem{v.No, why})
		}
		if !ok {
			continue
		}
		line, done := t.decideItem(v, r, in)
		lines = append(lines, line)
		if i := t.Items[v.ID]; done {
			told[i.Owner] = append(told[i.Owner], line)
			t.poke(PersonCase(i.Owner))
		}
	}
	for _, in := range r.Intents {
		if why := r.astray(in); why != "" {
			unclear = append(unclear, Problem{in.Item, why})
		}
	}
	t.closeProgress(r, lines, unclear)
	for _, owner := range sortedKeys(told) {
		t.tellDecided(owner, r, told[owner])
	}
}

// astray is why a decision meets no item of the letter, "" where it does, or is none.
func (r *Reply) astray(in Intent) string {
	several := len(r.About.Items) > 1
	switch {
	case in.Kind != IntentApprove && in.Kind != IntentReject:
		return ""
	case in.Item == "" && several:
		return "which-item"
	case in.Item != "" && in.Item != EveryItem && !slices.ContainsFunc(r.About.Items, func(v ItemView) bool { return v.No == in.Item }):
		return "no-such-item"
	}
	return ""
}

// decisionOn is the decision on the item with that number, without one where it is the only one. Two that differ are none,
// and why says so.
func (r *Reply) decisionOn(no string) (found Intent, ok bool, why string) {
	return r.ruling(no, len(r.About.Items) == 1)
}

// ruling is the decision on what a letter shows under that number; only is set where it shows nothing else.
func (r *Reply) ruling(no string, only bool) (found Intent, ok bool, why string) {
	for _, in := range r.Intents {
		if in.Kind != IntentApprove && in.Kind != IntentReject || in.Item != no && in.Item != EveryItem && (in.Item != "" || !only) {
			continue
		}
		if ok && found.Kind != in.Kind {
			return Intent{}, false, "yes-and-no"
		}
		found, ok = in, true
	}
	return found, ok, ""
}

// decideItem carries a decision out. It reports false where there is nothing to decide any more.
func (t *turn) decideItem(v ItemView, r *Reply, in Intent) (line EchoLine, ok bool) {
	i := t.Items[v.ID]
	switch yes := in.Kind == IntentApprove; {
	case i == nil:
	case i.Owner == r.Writer: // it was handed over since, and nobody decides on an own one (G-18)
		line.What = "own-item"
	case v.Wants == "extend":
		line, ok = t.decideExtension(i, r, v.Until, yes, in.Comment)
	case v.Wants == "verify":
		line, ok = t.decideVerify(i, r, v.LastAt, yes, in.Comment)
	}
	if !ok && line.What == "" {
		line.What = "already-decided"
	}
	if len(r.About.Items) > 1 {
		line.Item = v.No
		line.Text = v.Text
	}
	return line, ok
}

// tellDecided lets the person responsible know what was decided.
func (t *turn) tellDecided(owner PersonID, r *Reply, lines []EchoLine) {
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Of: Action, Ref: "told", Reason: "the person responsible learns the decision", Zone: r.About.Zone, By: &by}
	items := slices.DeleteFunc(t.itemsIn(r.About), func(i *Item) bool {
		return i.Owner != owner || !slices.ContainsFunc(lines, func(e EchoLine) bool { return e.Text == i.Text })
	})
	for _, e := range lines {
		e.Item = "" // a number of somebody else's letter
		l.Echoes = append(l.Echoes, e)
	}
	l.Items = t.itemViews(items)
	if len(lines) == 1 {
		l.Quote = strings.TrimSpace(lines[0].Reason)
	}
	t.send(l, owner, "decided-"+r.MessageID)
}
