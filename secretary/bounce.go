package secretary

import "strings"

// bounced marks the address of a letter that could not be delivered and tells whoever answers for it (S0-52): the
// convener of a meeting, the supervisor of action items.
func (t *turn) bounced(r *Reply) {
	t.settle(r, BouncedBack, "delivery status")
	if r.Bounce == nil || !r.Bounce.Permanent || r.About == nil {
		return
	}
	lost := r.About.To.ID
	t.note("bounced", lost, "", r.Bounce.Recipient)
	kind, id, _ := cutCase(t.c)
	m := t.Meetings[MeetingID(id)]
	if run := t.runAnswered(id, r); kind == "series" && run != nil {
		kind, m = "meeting", &run.Head
	}
	if kind != "meeting" || m == nil {
		t.tellBounce(nil, r, t.itemKeeper(r.About.Items, lost))
		return
	}
	if s := m.seat(lost); s != nil {
		s.Undeliverable = r.Bounce.Recipient
	}
	if m.Convener == lost {
		t.tellBounce(m, r, m.Host)
		return
	}
	t.tellBounce(m, r, m.Convener)
}

// lost reports whether mail does not reach the person of a seat: it did not, and the address is the same still.
func (t *turn) lost(s *Seat) bool {
	who := t.Directory.Person(s.Person)
	return s.Undeliverable != "" && (who == nil || strings.EqualFold(s.Undeliverable, who.Email))
}

// itemKeeper is who should know that letters about the items do not arrive: a supervisor, else the manager of the
// person who does not get them.
func (t *turn) itemKeeper(items []ItemView, lost PersonID) PersonID {
	for _, v := range items {
		if i := t.Items[v.ID]; i != nil {
			if s := t.supervisor(i); s != "" && s != lost {
				return s
			}
		}
	}
	return t.Directory.superior(lost)
}

func (t *turn) tellBounce(m *Meeting, r *Reply, to PersonID) {
	by := r.About.To
	if to == "" || to == by.ID {
		return
	}
	l := Letter{Kind: Echo, Ref: "told", Reason: "bounces are reported to the organizer (S0-52)", By: &by}
	l.Echoes = []EchoLine{{What: "bounced", Text: r.Bounce.Recipient, Status: string(r.About.Kind)}}
	if m != nil {
		l.Zone, l.Meeting = m.Zone, t.meetingView(m, to)
	}
	t.send(l, to, "bounce-"+r.MessageID)
}
