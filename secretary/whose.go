package secretary

// inWhoseName finds the seat that a mail speaks for: the attendee of its calendar, else its writer (imip I-24). Somebody may
// answer for another where the calendar says so by SENT-BY (I-25); the echo then goes to whom it was done for, and to who did it.
// Who comes instead of another, and answers with that one's invitation, answers for their own coming. In any other case it
// is none of the writer's, and other says whose answer it would be (I-27).
func (t *turn) inWhoseName(m *Meeting, r *Reply) (as *Reply, s *Seat, other PersonID) {
	a := t.answeredFor(r)
	if a == nil {
		return r, m.seat(r.Writer), ""
	}
	other = t.Directory.ByAddress(a.Attendee).ID
	if p := t.Directory.ByAddress(a.SentBy); p != nil && p.ID == r.Writer {
		as := *r
		as.Writer, as.By = other, r.Writer
		t.note("sent-by", r.Writer, "", string(other))
		return &as, m.seat(other), ""
	}
	if own := m.seat(r.Writer); own != nil && own.For == other {
		t.note("as-delegate", r.Writer, "", string(other))
		return r, own, ""
	}
	return r, nil, other
}

// answeredFor is the line of the calendar that speaks for somebody else than the writer, nil where it speaks for the
// writer, or for nobody that is known: who is proven may have an address that is not on file.
func (t *turn) answeredFor(r *Reply) (other *CalendarAnswer) {
	if r.Calendar == nil {
		return nil
	}
	for i := range r.Calendar.Answers {
		a := &r.Calendar.Answers[i]
		switch p := t.Directory.ByAddress(a.Attendee); {
		case p == nil:
		case p.ID == r.Writer:
			return nil
		default:
			other = a
		}
	}
	return other
}

// notTheirs refuses an answer that somebody gave in another's name. Both learn of it, and so can put it right.
func (t *turn) notTheirs(m *Meeting, r *Reply, other PersonID, before []EchoLine) {
	t.settle(r, AskedBack, "in-another-name")
	t.note("in-another-name", r.Writer, string(other), r.said())
	line := EchoLine{What: "in-another-name", Text: t.party(other).Name}
	if m.seat(other) != nil {
		t.tell(m, other, r, line)
	}
	t.echo(m, r, append(before, line))
}

// foreign reports whether a calendar message names an organizer that is not us (imip I-22). The UID being ours, the
// mail is kept for a person to look at.
func (t *turn) foreign(c *CalendarMessage) bool {
	return c != nil && c.Organizer != "" && plainAddress(c.Organizer) != plainAddress(t.Office.Address)
}
