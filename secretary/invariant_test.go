package secretary

import "slices"

// check holds the state against what must be true at any time.
func (g *game) check() {
	g.until(g.now)
	for _, e := range g.journal {
		if e.What == "duties-do-not-end" {
			g.Fatalf("duties of %s do not end", e.Case)
		}
	}
	for _, id := range sortedKeys(g.Meetings) {
		g.checkMeeting(g.Meetings[id])
	}
	for _, id := range sortedKeys(g.Items) {
		i := g.Items[id]
		awake := PersonCase(i.Owner)
		if i.Status == Finished {
			t := newTurn(g.Desk, awake, g.now, "")
			awake = PersonCase(t.keeper(i.decisions()[len(i.decisions())-1]))
		}
		if w, ok := g.wake[awake]; i.Open() && g.Directory.active(i.Owner) && (!ok || !w.After(g.now)) {
			g.Fatalf("%s of %s is %s and nobody wakes at %s", id, i.Owner, i.Status, w)
		}
		if i.Owner == "" || g.Directory.Person(i.Owner).External {
			g.Fatalf("%s belongs to %q", id, i.Owner)
		}
	}
}

func (g *game) checkMeeting(m *Meeting) {
	p := g.Policies[m.Policy]
	g.checkClashes(m)
	waiting := slices.Contains([]Stage{Planned, Noticed, Held, Reviewing, Confirming, Objected}, m.Stage)
	if w, ok := g.wake[MeetingCase(m.ID)]; waiting && (!ok || !w.After(g.now)) {
		g.Fatalf("%s is %s and nothing wakes it", m.ID, m.Stage)
	}
	g.checkSeats(m)
	g.checkMotions(m)
	g.checkSurvey(m)
	if m.PublishAt.IsZero() {
		if m.Number != "" || len(m.Items) > 0 && p.Actions.ActiveOn != "review" {
			g.Fatalf("%s has number %q and %d items and is not published", m.ID, m.Number, len(m.Items))
		}
		return
	}
	if m.version().State != Final || p.Minutes.Confirmers != "none" && len(m.Confirms) == 0 && g.anybody(m) {
		g.Fatalf("%s was published without anybody's confirmation: %+v", m.ID, m.version())
	}
	for _, c := range m.Confirms {
		ok := c.State == "confirmed" || c.State == "overruled" || c.State == "gone" ||
			c.State == "silent" && p.Minutes.OnSilence == "consent" || c.State == "unconfirmed" && p.Minutes.OnSilence == "publish_unconfirmed"
		if !ok || c.Version != m.version().No {
			g.Fatalf("%s was published with %+v under %s", m.ID, c, p.Minutes.OnSilence)
		}
	}
	if m.disputed() {
		g.Fatalf("%s was published with an open objection", m.ID)
	}
}

// checkSurvey: an open survey is woken to be closed, and a closed one tells nobody's answer.
func (g *game) checkSurvey(m *Meeting) {
	s := m.Survey
	if s == nil || s.Opened.IsZero() {
		return
	}
	if w, ok := g.wake[MeetingCase(m.ID)]; s.Closed.IsZero() && (!ok || w.After(s.Closes) && !w.Equal(s.Closes)) {
		g.Fatalf("the survey of %s closes at %s and is woken at %s", m.ID, s.Closes, w)
	}
	if !s.Closed.IsZero() && len(s.Sheets) > 0 {
		g.Fatalf("the closed survey of %s keeps %d sheets", m.ID, len(s.Sheets))
	}
	for _, f := range g.Series[g.Policies[m.Policy].ID].Feedback {
		if f.Class == "meeting" && f.Meeting == m.ID && f.By != "" && g.Policies[m.Policy].Survey.Anonymous {
			g.Fatalf("%s is known to have written %q", f.By, f.Text)
		}
	}
}

// anybody reports whether there was somebody who could have confirmed.
func (g *game) anybody(m *Meeting) bool {
	return g.Directory.active(m.Host) || g.Directory.active(m.Convener)
}

// checkSeats holds the seats: nobody has two, and whoever was refused has none that was not given since.
func (g *game) checkSeats(m *Meeting) {
	seen := map[PersonID]bool{}
	for _, s := range m.Seats {
		if !s.Removed && seen[s.Person] {
			g.Fatalf("%s has two seats in %s", s.Person, m.ID)
		}
		seen[s.Person] = seen[s.Person] || !s.Removed
		if p := s.Answer.Proposal; p != nil && p.Start.Equal(m.Start) && p.End.Equal(m.End) {
			g.Fatalf("%s proposes the present time of %s", s.Person, m.ID)
		}
	}
	for _, c := range m.Crashers {
		if m.Visitor(string(c.Person)) != nil && c.State != CrashInvited && seen[c.Person] {
			g.Fatalf("%s has a seat in %s that nobody gave", c.Person, m.ID)
		}
	}
}

// checkMotions holds the topics: each is there once, and those that were taken up, and no others, stand on the agenda.
func (g *game) checkMotions(m *Meeting) {
	seen := map[string]bool{}
	for _, o := range m.Motions {
		if seen[o.ID] {
			g.Fatalf("%s has the topic %s twice", m.ID, o.ID)
		}
		seen[o.ID] = true
		if m.toCome() && o.State == MotionTaken && !m.onAgenda(o.Title) {
			undone := slices.ContainsFunc(m.Ordered, func(x Ordered) bool { return x.State == OrderUndone || x.Undoes != "" })
			other := slices.ContainsFunc(m.Motions, func(x Motion) bool { return x.ID != o.ID && x.Title == o.Title })
			if !undone && !other {
				g.Fatalf("%s does not have on its agenda %+v", m.ID, o)
			}
		}
	}
}
