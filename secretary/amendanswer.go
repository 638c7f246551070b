package secretary

import (
	"strconv"
	"strings"
)

// aboutAmendment is the change that an answered letter is about, nil where it is about none.
func (t *turn) aboutAmendment(policy string, r *Reply) *Amendment {
	s := t.Series[policy]
	if r.About == nil || r.Calendar != nil || s == nil {
		return nil
	}
	kind, no, _ := strings.Cut(r.About.Ref, ":")
	for _, a := range s.Amendments {
		if (kind == "policy" || kind == "draft") && strconv.Itoa(a.No) == no {
			return a
		}
	}
	return nil
}

// receiveAmendment reads an answer about a change of a regulation: the approver's decision, or what a department says.
func (t *turn) receiveAmendment(policy string, a *Amendment, r *Reply) {
	in, ok := r.decision()
	decides := r.About.Asks() == Approval && r.Writer == r.About.To.ID
	switch {
	case !decides:
		t.remark(a, r)
	case a.State != AmendmentAsked:
		t.settle(r, ActedOn, "already-decided")
		t.echoAmendment(r, EchoLine{What: "already-decided"})
	case r.Writer == a.By || r.Writer != t.approver(a): // it was ordered anew, or somebody else has the post by now (G-18)
		t.settle(r, ActedOn, "not-approver")
		t.note("not-approver", r.Writer, "", "")
		t.echoAmendment(r, EchoLine{What: "policy", Status: "not-yours"})
	case !ok:
		t.askBack(nil, r, "unclear", nil, t.choicesOf(r)...)
	default:
		t.decideAmendment(policy, a, r, in)
	}
}

func (t *turn) decideAmendment(policy string, a *Amendment, r *Reply, in Intent) {
	line := EchoLine{What: "policy", Status: "refused", Text: a.Policy.Title.In(t.lang(t.Directory.Person(r.Writer))), Reason: in.Comment}
	a.Comment = in.Comment
	t.settle(r, ActedOn, "policy")
	if in.Kind == IntentApprove {
		line.Status = "granted"
		t.enact(t.Series[policy], a, r.Writer)
	} else {
		a.State, a.Approver, a.Decided = AmendmentRejected, r.Writer, t.now
		t.note("amendment-rejected", r.Writer, t.Current[policy], in.Comment)
	}
	t.echoAmendment(r, line)
	if a.By != "" && a.By != r.Writer {
		t.tellAmendment(a, a.By, r, line)
	}
}

// echoAmendment echoes to whoever wrote about a regulation.
func (t *turn) echoAmendment(r *Reply, line EchoLine) {
	l := t.about(nil, r, Echo, "every answer is echoed")
	l.Echoes, l.Cc = []EchoLine{line}, t.alsoTo(r)
	t.answer(l, r)
}

// tellAmendment lets the author know what somebody decided or said.
func (t *turn) tellAmendment(a *Amendment, to PersonID, r *Reply, line EchoLine) {
	by := t.party(r.Writer)
	line.Text = a.Policy.Title.In(t.lang(t.Directory.Person(to)))
	l := Letter{Kind: Echo, Of: Approval, Ref: "told", Reason: "the author of a change of the regulation is told (S0-121)", Zone: t.Office.Zone, By: &by, Quote: r.Text, Echoes: []EchoLine{line}}
	t.send(l, to, "told-"+r.MessageID)
}

// remark keeps what somebody says about a draft and passes it on to its author; the author's own words go to the approver
// (S0-121).
func (t *turn) remark(a *Amendment, r *Reply) {
	if r.acknowledges() || r.saysNothing() {
		t.settle(r, ActedOn, "noted")
		t.note("noted", r.Writer, "", "")
		return
	}
	t.settle(r, ActedOn, "filed")
	t.note("remark", r.Writer, "", "")
	a.Said = append(a.Said, Remark{By: r.Writer, Text: r.Text, At: t.now, MessageID: r.MessageID})
	to := a.By
	if r.Writer == a.By { // who made the change urges the approver
		to = a.Asked
	}
	if to != "" && to != r.Writer {
		t.tellAmendment(a, to, r, EchoLine{What: "policy", Status: "remark"})
	}
	t.echoAmendment(r, EchoLine{What: "policy", Status: "remark", Text: a.Policy.Title.In(t.lang(t.Directory.Person(r.Writer)))})
}
