package secretary

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// AmendOrder puts a changed policy before its approver (S1A-36, S1A-37), or into force where nobody need approve it.
type AmendOrder struct {
	Policy *Policy  `json:"policy"`           // filled up with the defaults
	Source string   `json:"source,omitempty"` // the file it was read from
	By     PersonID `json:"by,omitempty"`     // whose change it is; "" is whoever looks after the regulation
	Reason string   `json:"reason,omitempty"`
}

// Amendment is one change of a policy, from the order to the decision. It is kept for ever.
type Amendment struct {
	No       int            `json:"no"` // from 1, in the series
	Policy   *Policy        `json:"policy"`
	Source   string         `json:"source,omitempty"`
	By       PersonID       `json:"by,omitempty"`
	Reason   string         `json:"reason,omitempty"`
	At       time.Time      `json:"at"`
	State    AmendmentState `json:"state"`
	Asked    PersonID       `json:"asked,omitempty"`   // who was asked last to approve
	Approver PersonID       `json:"approver,omitzero"` // who decided; "" in force says that there was nobody to (G-18)
	Decided  time.Time      `json:"decided,omitzero"`  // of one in force: since when
	Comment  string         `json:"comment,omitempty"` // the approver's
	Key      string         `json:"key,omitempty"`     // the version that it became
	Said     []Remark       `json:"said,omitempty"`    // what departments said about the draft (S0-121), oldest first
}

// AmendmentState is how far a change of a policy has come.
type AmendmentState string

// The states of an amendment.
const (
	AmendmentAsked    AmendmentState = "asked"
	AmendmentInForce  AmendmentState = "in_force"
	AmendmentRejected AmendmentState = "rejected"
	AmendmentReplaced AmendmentState = "replaced" // by a later order, before anybody decided
)

// Remark is what somebody said about a draft.
type Remark struct {
	By        PersonID  `json:"by"`
	Text      string    `json:"text"`
	At        time.Time `json:"at"`
	MessageID string    `json:"message_id"`
}

// Enactment is a version of a policy that came into force.
type Enactment struct {
	Key    string // of Desk.Policies, where it lies already
	Policy *Policy
	Source string
}

// NeedsApproval reports whether a policy takes force by approval only: the version in force, nil where there is none, or the
// new one names an approver.
func NeedsApproval(inForce, p *Policy) bool {
	return p.Approval.Approver != "" || inForce != nil && inForce.Approval.Approver != ""
}

// Pending is the change that waits for approval, nil where none does.
func (s *Series) Pending() *Amendment {
	if s == nil || len(s.Amendments) == 0 {
		return nil
	}
	if a := s.Amendments[len(s.Amendments)-1]; a.State == AmendmentAsked {
		return a
	}
	return nil
}

// orderAmendment takes a changed policy. The same change twice is one; one that takes everything back ends what was asked.
func (t *turn) orderAmendment(policy string, o *AmendOrder) error {
	if o.Policy == nil || o.Policy.ID != policy {
		return fmt.Errorf("an amendment of %s needs its policy", policy)
	}
	if o.By != "" && !t.Directory.active(o.By) {
		return fmt.Errorf("there is nobody %s to have made the change", o.By)
	}
	s := t.seriesOf(policy)
	inForce := t.Policies[t.Current[policy]]
	pending := s.Pending()
	if pending != nil && len(Differences(pending.Policy, o.Policy)) == 0 {
		return nil
	}
	if pending != nil {
		pending.State, pending.Decided = AmendmentReplaced, t.now
		t.note("amendment-replaced", pending.By, "", "")
	}
	if inForce != nil && len(Differences(inForce, o.Policy)) == 0 {
		return nil
	}
	a := &Amendment{No: len(s.Amendments) + 1, Policy: o.Policy, Source: o.Source, By: o.By, Reason: o.Reason, At: t.now, State: AmendmentAsked}
	if a.By == "" {
		a.By = t.owner(o.Policy)
	}
	s.Amendments = append(s.Amendments, a)
	t.note("amendment-asked", a.By, t.Current[policy], strings.Join(keysOf(inForce, o.Policy), " "))
	return nil
}

// keysOf names what a change touches.
func keysOf(was, is *Policy) []string {
	if was == nil {
		was = &Policy{}
	}
	var out []string
	for _, d := range Differences(was, is) {
		out = append(out, d.Key)
	}
	return out
}

// owner is who looks after a regulation: whom review.who names, else its convener.
func (t *turn) owner(p *Policy) PersonID {
	if id := t.one(p.Review.Who); id != "" {
		return id
	}
	return t.one(p.Convener)
}

// approver is who approves a change: whom the version in force names, else the new one. Nobody approves the own change, nor
// somebody outside: the next level up does (G-18). "" where there is none.
func (t *turn) approver(a *Amendment) PersonID {
	ref := a.Policy.Approval.Approver
	if p := t.Policies[t.Current[a.Policy.ID]]; p != nil && p.Approval.Approver != "" {
		ref = p.Approval.Approver
	}
	id := t.one(ref)
	if ref == "" {
		return ""
	}
	switch owner := t.owner(a.Policy); {
	case t.roleNamed(ref):
		id = t.one(a.Policy.Convener)
	case id == "": // who is named has left
		id = cmp.Or(t.Directory.superior(PersonID(ref)), t.Directory.superior(owner))
	}
	for range 20 { // a tree is not deeper
		if id == "" || id != a.By && !t.external(t.Directory.Person(id)) {
			return id
		}
		id = t.Directory.superior(id)
	}
	return ""
}

// roleNamed reports whether an approver is named by a role, which outside a meeting is the convener's.
func (t *turn) roleNamed(r Ref) bool { return r == "convener" || r == "organizer" }

// amendmentDuties puts a change before its approver until there is a decision, as other decisions are asked for, and once
// before the heads of the departments.
func (t *turn) amendmentDuties(s *Series) []duty {
	a := s.Pending()
	if a == nil {
		return nil
	}
	to := t.approver(a)
	if to == "" {
		return []duty{{at: t.now, key: "policy", still: true, reason: "policy.approver: there is nobody to approve (G-18)", do: func() { t.enact(s, a, "") }}}
	}
	question := fmt.Sprint("policy-", a.No)
	n, at, rev := t.round(Approval, to, question, a.At, amendmentWindow, t.Office.Zone)
	out := []duty{{at: at, key: "policy-" + string(to), reason: amendReason, do: func() { t.askAmendment(s, a, to, n, rev) }}}
	for _, head := range t.readersOfDraft(a, to) {
		if rev := fmt.Sprint("draft-", a.No); !t.sent(Duty, head, rev) {
			out = append(out, duty{at: a.At, key: "policy-draft-" + string(head), reason: draftReason, do: func() { t.circulate(a, head, rev) }})
		}
	}
	return out
}

const (
	amendReason = "policy.approver: a change of the regulation waits for approval (S1A-37)"
	draftReason = "a change of the regulation is put before the departments (S0-121)"
)

// amendmentWindow is how long after one asking the next comes.
func amendmentWindow(n int) Span {
	if n < decisionRounds {
		return Span{2, Workdays}
	}
	return Span{1, Weeks}
}

// askAmendment puts the change before its approver; from the third time on its author hears that it is not answered.
func (t *turn) askAmendment(s *Series, a *Amendment, to PersonID, n int, rev string) {
	a.Asked = to
	l := t.amendmentLetter(Approval, a, amendReason)
	l.Ref, l.Choices = fmt.Sprint("policy:", a.No), []Choice{{Verb: "approve"}, {Verb: "reject"}}
	t.wantedIn(&l, Span{2, Workdays}, l.Zone)
	t.send(l, to, rev)
	if n == 2 && a.By != "" && a.By != to {
		by := t.party(to)
		late := t.amendmentLetter(Escalation, a, "policy.approver: the change of the regulation is not decided on yet")
		late.Ref, late.By = l.Ref, &by
		t.send(late, a.By, "late-"+rev)
	}
}

// amendmentLetter shows a change of a policy: old and new, whose, why, and what was said about it.
func (t *turn) amendmentLetter(k LetterKind, a *Amendment, reason string) Letter {
	was := t.Policies[t.Current[a.Policy.ID]]
	r := RegulationOf(t.Desk, a.Policy, was)
	r.By, r.Reason, r.Version = t.party(a.By), a.Reason, a.Key
	for _, said := range a.Said {
		r.Comments = append(r.Comments, Comment{t.party(said.By), said.Text})
	}
	by := r.By
	return Letter{Kind: k, Reason: reason, Zone: t.Office.Zone, By: &by, Quote: a.Reason, Regulations: []Regulation{*r}, Documents: []Document{RegulationDoc}}
}

// readersOfDraft are the heads of the departments that the regulation concerns, before and after, but who approves and whose
// change it is.
func (t *turn) readersOfDraft(a *Amendment, approver PersonID) []PersonID {
	var out []PersonID
	add := func(id PersonID) {
		if p := t.Directory.Person(id); id != approver && id != a.By && t.Directory.active(id) && !t.external(p) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, p := range []*Policy{a.Policy, t.Policies[t.Current[a.Policy.ID]]} {
		if p == nil {
			continue
		}
		for _, code := range p.Concerned {
			for _, dep := range t.Directory.Named(code) {
				add(dep.Head)
			}
		}
		for _, id := range t.participantsOf(p) {
			if dep := t.Directory.Departments[t.Directory.Person(id).Department]; dep != nil {
				add(dep.Head)
			}
		}
	}
	return out
}

// circulate puts a draft before the head of a department for comment.
func (t *turn) circulate(a *Amendment, to PersonID, rev string) {
	l := t.amendmentLetter(Duty, a, draftReason)
	l.Ref = fmt.Sprint("draft:", a.No)
	t.wantedIn(&l, Span{2, Workdays}, l.Zone)
	t.send(l, to, rev)
}

// enact puts a change into force as the next version. Meetings that are noticed keep theirs (G-49).
func (t *turn) enact(s *Series, a *Amendment, approver PersonID) {
	id, before := a.Policy.ID, t.Current[a.Policy.ID]
	if before == "" {
		s.First = t.today(t.zoneName(a.Policy))
	}
	a.State, a.Approver, a.Decided, a.Key = AmendmentInForce, approver, t.now, nextVersion(id, before)
	if p := t.Policies[before]; p != nil && len(Differences(p, a.Policy)) == 0 { // it says what holds by now
		a.Key = before
		return
	}
	t.Policies[a.Key], t.Current[id], t.domains = a.Policy, a.Key, nil
	t.out.Enacted = append(t.out.Enacted, Enactment{a.Key, a.Policy, a.Source})
	if approver == "" {
		t.note("nobody-approves", a.By, "", a.Key)
	}
	t.note("amended", approver, before, a.Key)
	for _, who := range t.participantsOf(a.Policy) {
		t.poke(PersonCase(who))
	}
	for _, mid := range sortedKeys(t.Meetings) {
		if t.Meetings[mid].Stage == Planned {
			t.poke(MeetingCase(mid))
		}
	}
}

// zoneName is the zone that the times of p are said in.
func (t *turn) zoneName(p *Policy) string {
	if p.Timezone != "" {
		return p.Timezone
	}
	return t.Office.Zone
}

// nextVersion is the key of the version behind key, the first where there is none.
func nextVersion(policy, key string) string {
	n, err := strconv.Atoi(strings.TrimPrefix(key, policy+"@"))
	if err != nil && key != "" {
		return key + "+"
	}
	return fmt.Sprintf("%s@%d", policy, n+1)
}
