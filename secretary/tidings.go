package secretary

import (
	"slices"
	"time"
)

// Whoever conducts a meeting hears at once of the first answer that changes who comes, and of what somebody writes about it. What
// follows soon goes in one letter: on the day of a notice twenty answers come in, and none of them wants a decision. What does
// want one is a letter of its own (see Approval), and goes at once; so does everything near the meeting's start.

// Tiding is something that somebody is to be told of together with more.
type Tiding struct {
	To     PersonID   `json:"to"`
	By     PersonID   `json:"by"`
	At     time.Time  `json:"at"`
	Lines  []EchoLine `json:"lines"`
	Quote  string     `json:"quote,omitempty"`
	Source string     `json:"source"` // Message-ID of the mail
}

// TidingView is one person's answer in a letter that tells of several.
type TidingView struct {
	By     Party      `json:"by"`
	Echoes []EchoLine `json:"echoes"`
	Quote  string     `json:"quote,omitempty"`
}

// tidingsPause lies between two letters that tell somebody what others answered about one meeting. It also is how near the start
// nothing waits any more.
const tidingsPause = 4 * hour

// inform lets somebody know what another person answered, where nothing need be decided: at once, or with what else comes soon.
func (t *turn) inform(m *Meeting, to PersonID, r *Reply, lines ...EchoLine) {
	if !t.mayWait(m, to, r) {
		t.tell(m, to, r, lines...)
		return
	}
	i := slices.IndexFunc(m.Tidings, func(o Tiding) bool { return o.To == to && o.Source == r.MessageID })
	if i < 0 {
		i = len(m.Tidings)
		m.Tidings = append(m.Tidings, Tiding{To: to, By: r.Writer, At: t.now, Quote: r.Text, Source: r.MessageID})
	}
	for _, e := range lines {
		if !slices.Contains(m.Tidings[i].Lines, e) {
			m.Tidings[i].Lines = append(m.Tidings[i].Lines, e)
		}
	}
	t.note("told-later", to, "", string(r.Writer))
}

// mayWait reports whether what somebody is to be told may wait: they were told something a short while ago, and will be told of
// this long enough before the start.
func (t *turn) mayWait(m *Meeting, to PersonID, r *Reply) bool {
	last := t.lastTold(to)
	if t.foreseen || t.outsider(to) || t.c != MeetingCase(m.ID) || r.MessageID == "" || last.IsZero() || t.sent(Echo, to, "told-"+r.MessageID) {
		return false
	}
	at := t.polite(maxTime(last.Add(tidingsPause), t.now), time.Time{})
	return at.After(t.now) && (!t.now.Before(m.Start) || at.Add(tidingsPause).Before(m.Start))
}

// lastTold is when the person was last told of an answer in this case.
func (t *turn) lastTold(to PersonID) time.Time { return t.lastSentAs(Echo, to, "told-") }

// tidingsDuties tell each what waits for them. Where the meeting was put earlier meanwhile, so is this.
func (t *turn) tidingsDuties(m *Meeting) []duty {
	var out []duty
	for i, o := range m.Tidings {
		if slices.ContainsFunc(m.Tidings[:i], func(before Tiding) bool { return before.To == o.To }) {
			continue
		}
		at := t.lastTold(o.To).Add(tidingsPause)
		if o.At.Before(m.Start) {
			at = maxTime(o.At, minTime(at, m.Start.Add(-tidingsPause)))
		}
		out = append(out, duty{at: at, key: "told-" + string(o.To), reason: "what others answered is told together", do: func() { t.tellTidings(m, o.To) }})
	}
	return out
}

// tellTidings sends what waits for somebody in one letter; a single one reads as it would have at once.
func (t *turn) tellTidings(m *Meeting, to PersonID) {
	l := Letter{Kind: Echo, Ref: "told", Reason: "the person responsible is told, of several answers together", Zone: m.Zone}
	last := ""
	for _, o := range m.Tidings {
		if o.To == to {
			l.Tidings, last = append(l.Tidings, TidingView{t.party(o.By), o.Lines, o.Quote}), o.Source
		}
	}
	m.Tidings = slices.DeleteFunc(slices.Clone(m.Tidings), func(o Tiding) bool { return o.To == to })
	if one := l.Tidings[0]; len(l.Tidings) == 1 {
		l.By, l.Echoes, l.Quote, l.Tidings = &one.By, one.Echoes, one.Quote, nil
	}
	l.Meeting = t.meetingView(m, to)
	t.send(l, to, "told-"+last)
}
