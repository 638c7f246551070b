package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// printer words records for a person at a terminal.
type printer struct {
	w  io.Writer
	o  *office
	tx *store.Tx
}

func (p printer) meeting(m *secretary.Meeting) error {
	fmt.Fprintf(p.w, "%s  %s\n%s – %s  %s  %s\n", m.ID, m.Title.In(p.o.lang()), p.o.local(m.Start), p.o.local(m.End), m.Place.In(p.o.lang()), m.Stage)
	for _, line := range []string{p.o.shifted(m), m.Number} {
		if line != "" {
			fmt.Fprintln(p.w, line)
		}
	}
	if err := p.clashes(m); err != nil {
		return err
	}
	if a := m.Adopted; a != nil {
		fmt.Fprintf(p.w, "organized in the calendar of %s; change it there\n", a.Organizer.Address)
	}
	p.application(m)
	if err := p.seats(m); err != nil {
		return err
	}
	p.uninvited(m)
	p.materials(m)
	p.minutes(m)
	for _, f := range m.Findings {
		fmt.Fprintf(p.w, "! %s %s %s\n", f.Clause, f.What, p.name(f.Who))
	}
	if err := p.items(secretary.Meeting{ID: m.ID}); err != nil {
		return err
	}
	if err := p.letters(secretary.MeetingCase(m.ID)); err != nil {
		return err
	}
	return p.coming(secretary.MeetingCase(m.ID))
}

// clashes prints what the meeting clashes with.
func (p printer) clashes(m *secretary.Meeting) error {
	desk, err := p.tx.OpenCase(secretary.MeetingCase(m.ID), p.o.config.Calendar)
	if err != nil {
		return err
	}
	desk.Fold = fold.Text
	for _, c := range secretary.Clashes(desk, m.ID, p.tx.Now) {
		with := "hours.avoid"
		if c.With != "" {
			with = fmt.Sprintf("%s (%s – %s)", c.With, p.o.local(c.From), p.o.local(c.Until))
		}
		fmt.Fprintf(p.w, "! clashes with %s: %s\n", with, p.o.clashing(c.People, c.Room, c.Hours))
	}
	return nil
}

func (p printer) seats(m *secretary.Meeting) error {
	fmt.Fprintln(p.w)
	t := newTable(p.w, "NAME", "ANSWER", "REASON", "")
	for _, s := range m.Seats {
		if s.Removed {
			continue
		}
		answer := string(s.Answer.PartStat)
		if answer == "" {
			answer = "-"
		}
		t.row(p.name(s.Person), answer, s.Answer.Reason, strings.Join(p.seatNotes(m, &s), ", "))
	}
	return t.flush()
}

func (p printer) materials(m *secretary.Meeting) {
	for _, o := range m.Materials {
		var files []string
		for _, f := range o.Received {
			files = append(files, fmt.Sprintf("%s (v%d)", f.Name, f.Version))
		}
		switch {
		case o.None:
			files = []string{"none this time"}
		case len(files) == 0:
			files = []string{"missing"}
		}
		fmt.Fprintf(p.w, "  %s: %s\n", p.name(o.Owner), strings.Join(files, ", "))
	}
}

func (p printer) minutes(m *secretary.Meeting) {
	for _, v := range m.Minutes {
		fmt.Fprintf(p.w, "minutes v%d %s by %s %s: %d resolutions, %d actions %s\n", v.No, v.State, p.name(v.By), p.o.local(v.At), len(v.Draft.Resolutions), len(v.Draft.Actions), v.Comment)
		for _, q := range v.Draft.Problems {
			fmt.Fprintf(p.w, "    %s: %s\n", q.No, q.Code)
		}
	}
	for _, o := range m.Objections {
		fmt.Fprintf(p.w, "objection to v%d by %s: %s %s\n", o.Version, p.name(o.By), o.Item, o.Comment)
	}
	for _, c := range m.Confirms {
		state := c.State
		if state == "" {
			state = "open"
		}
		fmt.Fprintf(p.w, "confirmation v%d %s: %s\n", c.Version, p.name(c.Person), state)
	}
}

// items lists the action items of a meeting.
func (p printer) items(m secretary.Meeting) error {
	list, err := p.tx.Items(store.ItemFilter{Meeting: m.ID})
	if err != nil || len(list) == 0 {
		return err
	}
	fmt.Fprintln(p.w)
	return p.itemTable(list)
}

func (p printer) itemTable(list []*secretary.Item) error {
	t := newTable(p.w, "ITEM", "DUE", "STATUS", "OWNER", "TEXT")
	for _, i := range list {
		t.row(string(i.ID), string(i.Due), fmt.Sprintf("%s %d%%", i.Status, i.Percent), p.name(i.Owner), i.Text)
	}
	return t.flush()
}

func (p printer) letters(c secretary.Case) error {
	list, err := p.tx.LettersOf(c)
	if err != nil || len(list) == 0 {
		return err
	}
	fmt.Fprintln(p.w)
	t := newTable(p.w, "QUEUED", "LETTER", "TO", "STATE", "REASON")
	for _, l := range list {
		t.row(p.o.local(l.QueuedAt), string(l.Letter.Kind), l.Letter.To.Name, string(l.State), l.Letter.Reason)
	}
	return t.flush()
}

// coming lists the letters of a case to come, if nobody answered.
func (p printer) coming(c secretary.Case) error {
	if p.o.faults > 0 { // the days off may be among them
		return nil
	}
	desk, err := p.tx.OpenCase(c, p.o.config.Calendar)
	if err != nil {
		return err
	}
	desk.Number = func(string) int { return 1 }
	t := newTable(p.w, "COMING", "LETTER", "TO", "REASON")
	for _, l := range secretary.Plan(desk, p.tx.Now, p.tx.Now.AddDate(0, 0, 14)) {
		if l.Letter.Case == c {
			t.row(p.o.local(l.At), string(l.Letter.Kind), l.Letter.To.Name, l.Letter.Reason)
		}
	}
	if len(t.rows) == 1 {
		return nil
	}
	fmt.Fprintln(p.w)
	return t.flush()
}

func (p printer) name(id secretary.PersonID) string {
	if q := p.o.directory.Person(id); q != nil {
		return q.Name
	}
	return strings.TrimPrefix(string(id), "~") // a visitor of an adopted meeting
}
