package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// DueEntry is what the calendar of an action item's owner knows of the due date (actions.calendar).
type DueEntry struct {
	Owner    PersonID  `json:"owner"`
	No       int       `json:"no"` // each entry that was taken out and comes back is another one (imip O-30)
	Sequence int       `json:"sequence"`
	Due      Date      `json:"due"`
	Created  time.Time `json:"created"`
	Gone     bool      `json:"gone,omitempty"` // it was taken out
}

// DueView is the entry that a letter puts into its reader's calendar, moves there, or takes out.
type DueView struct {
	UID          string    `json:"uid"`
	Sequence     int       `json:"sequence"`
	Method       string    `json:"method"` // REQUEST or CANCEL
	Due          Date      `json:"due"`
	Item         ItemView  `json:"item"`
	Created      time.Time `json:"created"`
	Stamp        time.Time `json:"stamp"`
	Confidential bool      `json:"confidential,omitempty"`
}

// CalendarMethod is the METHOD of the iTIP message that the letter carries, "" where it carries none.
func (l *Letter) CalendarMethod() string {
	switch {
	case l.Meeting != nil && l.Meeting.Method != "":
		return l.Meeting.Method
	case l.Due != nil:
		return l.Due.Method
	}
	return ""
}

// dueMark ends the local part of an entry's UID.
const dueMark = ".due.huiban"

func (i *Item) dueUID(no int, domain string) string {
	return fmt.Sprintf("%s-%d%s@%s", i.ID, no, dueMark, domain)
}

// aboutEntry reports whether the mail is a calendar's answer to an entry of a due date. None was asked for, and it says
// nothing about the item.
func (t *turn) aboutEntry(r *Reply) bool {
	return r.Calendar != nil && r.Calendar.Method == "REPLY" && strings.HasSuffix(r.Calendar.UID, dueMark+"@"+t.Office.Domain)
}

// wantsEntry reports whether the item belongs into its owner's calendar: open, with a date, where the policy wants that and
// the owner is one of us.
func (t *turn) wantsEntry(i *Item) bool {
	return i.Open() && i.Due.Valid() && t.policyOf(i).Actions.Calendar && t.Directory.active(i.Owner) && !t.external(t.Directory.Person(i.Owner))
}

// nextEntry is the entry as it has to be made known next, to the person whose calendar it is in; nil where that calendar is
// right. What was put into one calendar is taken out before it goes into another's.
func (t *turn) nextEntry(i *Item) *DueEntry {
	want, e := t.wantsEntry(i), i.Entry
	switch there := e != nil && !e.Gone; {
	case there && (!want || e.Owner != i.Owner):
		next := *e
		next.Sequence++
		next.Gone = true
		return &next
	case there && e.Due != i.Due:
		next := *e
		next.Sequence++
		next.Due = i.Due
		return &next
	case !there && want && i.Due >= t.today(i.Zone): // no calendar is told of days that are over
		next := DueEntry{Owner: i.Owner, Due: i.Due, Created: t.now}
		if e != nil {
			next.No = e.No + 1
		}
		return &next
	}
	return nil
}

// dueDuties keeps the due dates of a person's items right in that person's calendar. They ride on a letter about the item that
// goes out anyway; what finds none has a short one of its own, since a calendar message is about one entry (imip O-9).
func (t *turn) dueDuties(id PersonID) []duty {
	var out []duty
	for _, k := range sortedKeys(t.Items) {
		if i := t.Items[k]; i.Owner == id && t.nextEntry(i) != nil {
			out = append(out, duty{at: t.now, key: "~due" + string(k), reason: "actions.calendar: the due date in the owner's calendar", do: func() { t.enter(i) }})
		}
	}
	return out
}

// enter makes the entry known.
func (t *turn) enter(i *Item) {
	e := t.nextEntry(i)
	if l := t.carrier(e.Owner, i); l != nil {
		t.ride(l, i)
		return
	}
	known := i.Entry
	line := EchoLine{What: "due-entry", Status: "set", Text: i.Text, Date: e.Due}
	switch {
	case e.Gone:
		line.Status, line.Date = "gone", ""
	case known != nil && !known.Gone:
		line.Status = "moved"
	}
	l := Letter{Kind: Echo, Of: Action, Ref: "told", Reason: "actions.calendar: the due date in the owner's calendar", Zone: i.Zone, Echoes: []EchoLine{line}, Items: t.itemViews([]*Item{i})}
	t.ride(&l, i)
	t.send(l, e.Owner, fmt.Sprintf("due-%s-%d-%d", i.ID, e.No, e.Sequence))
}

// ride puts the entry into a letter, and on record.
func (t *turn) ride(l *Letter, i *Item) {
	e, p := t.nextEntry(i), t.policyOf(i)
	i.Entry = e
	l.Due = &DueView{
		UID: i.dueUID(e.No, t.Office.Domain), Sequence: e.Sequence, Method: "REQUEST", Due: e.Due, Item: t.itemView(i), Created: e.Created, Stamp: t.now.UTC(),
		Confidential: p.confidential(),
	}
	if e.Gone {
		l.Due.Method = "CANCEL"
	}
	t.note("due-entry", e.Owner, "", fmt.Sprintf("%s %s %s", l.Due.Method, i.ID, e.Due))
}

// carrier is a letter of this turn about the item to whom the entry goes, nil where there is none. It has one reader and carries
// no calendar yet.
func (t *turn) carrier(to PersonID, i *Item) *Letter {
	for n := range t.out.Letters {
		l := &t.out.Letters[n]
		about := slices.ContainsFunc(l.Items, func(v ItemView) bool { return v.ID == i.ID })
		if l.To.ID == to && about && len(l.Cc) == 0 && l.CalendarMethod() == "" && slices.Contains([]LetterKind{Action, Overdue, Echo}, l.Kind) {
			return l
		}
	}
	return nil
}

// rideAlong lets due dates that have changed ride on this turn's letters, whosever case it is; the others are left to their
// owner's.
func (t *turn) rideAlong() {
	var changed []ItemID
	for id, i := range t.Items {
		if i != nil && t.nextEntry(i) != nil {
			changed = append(changed, id)
		}
	}
	slices.Sort(changed)
	for _, id := range changed {
		i := t.Items[id]
		if l := t.carrier(t.nextEntry(i).Owner, i); l != nil {
			t.ride(l, i)
		}
		if t.nextEntry(i) != nil {
			t.poke(PersonCase(i.Owner))
		}
	}
}
