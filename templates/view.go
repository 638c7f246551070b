package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// view is what a wording sees as its dot: the letter, and how to say things in its language.
type view struct {
	*secretary.Letter
	o       Options
	zone    *time.Location
	year    int // of the meeting; dates in it are said without their year
	subject string
	formal  bool // a document: dates always carry their year

	standard bool // roles are called by our words: the document is read when it comes back
}

// at is a view beside one thing of the letter, for a part that prints that thing.
type at struct {
	*view
	X any
}

// At pairs the letter with x.
func (v *view) At(x any) at { return at{v, x} }

func newView(l *secretary.Letter, o Options) (*view, error) {
	letter := *l
	letter.Lang = langOf(l, o)
	zone, err := zoneOf(l, o)
	if err != nil {
		return nil, err
	}
	if o.Wording == nil {
		if o.Wording, err = builtin(); err != nil {
			return nil, err
		}
	}
	if o.ReplyTo == "" {
		o.ReplyTo = o.Office.Address
	}
	v := &view{Letter: &letter, o: o, zone: zone}
	v.year = v.meetingYear()
	return v, nil
}

func langOf(l *secretary.Letter, o Options) secretary.Lang {
	for _, lang := range []secretary.Lang{l.Lang, o.Office.Lang} {
		if slices.Contains(secretary.Langs, lang) {
			return lang
		}
	}
	return secretary.Hans
}

func zoneOf(l *secretary.Letter, o Options) (*time.Location, error) {
	name := l.Zone
	if name == "" && l.Meeting != nil {
		name = l.Meeting.Zone
	}
	name = cmp.Or(name, o.Office.Zone, "UTC")
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("zone %q: %w", name, err)
	}
	return zone, nil
}

// meetingYear is the year that readers take for granted.
func (v *view) meetingYear() int {
	switch {
	case v.Meeting != nil && !v.Meeting.Start.IsZero():
		return v.Meeting.Start.In(v.zone).Year()
	case !v.Deadline.IsZero():
		return v.Deadline.In(v.zone).Year()
	case v.Compliance != nil:
		return v.Compliance.From.At(secretary.Clock{}, v.zone).Year()
	case v.Plan != nil:
		return v.Plan.From.At(secretary.Clock{}, v.zone).Year()
	case v.Summary != nil:
		return v.Summary.Week.At(secretary.Clock{}, v.zone).Year()
	case len(v.Items) > 0:
		return v.Items[0].Due.At(secretary.Clock{}, v.zone).Year()
	}
	return 0
}

// T is a text in the letter's language.
func (v *view) T(t secretary.Text) string { return t.In(v.Lang) }

// Title is the meeting's title.
func (v *view) Title() string { return v.T(v.Meeting.Title) }

// Chinese reports whether the letter is in either Chinese.
func (v *view) Chinese() bool { return v.Lang != secretary.English }

// Seat is the recipient's own seat, nil where there is none.
func (v *view) Seat() *secretary.SeatView { return v.SeatOf(v.To) }

// SeatOf is p's seat, nil where there is none.
func (v *view) SeatOf(p secretary.Party) *secretary.SeatView {
	if v.Meeting == nil {
		return nil
	}
	for i, s := range v.Meeting.Seats {
		if same(s.Party, p) {
			return &v.Meeting.Seats[i]
		}
	}
	return nil
}

// Mine are the materials that the recipient owes.
func (v *view) Mine() []secretary.OwedView {
	return slices.DeleteFunc(slices.Clone(v.Owed), func(o secretary.OwedView) bool { return !same(o.Party, v.To) })
}

// Missing are those who still owe materials.
func (v *view) Missing() []secretary.OwedView {
	return slices.DeleteFunc(slices.Clone(v.Owed), func(o secretary.OwedView) bool { return !o.Missing() })
}

// Change is the change of that field, nil where it did not move.
func (v *view) Change(field string) *secretary.Change {
	for i, c := range v.Changes {
		if c.Field == field {
			return &v.Changes[i]
		}
	}
	return nil
}

// same reports whether two parties are one person: by id, else by address.
func same(a, b secretary.Party) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	return a.Email == b.Email
}

// RefIs reports whether the letter's Ref is of that kind: "leave" of "leave:li.na".
func (v *view) RefIs(kind string) bool {
	k, _, _ := strings.Cut(v.Ref, ":")
	return k == kind
}

// Chore names a recurring duty, with the meeting it belongs to where there is one.
func (v *view) Chore() string {
	k, about, _ := strings.Cut(v.Ref, ":")
	if k == "holidays" {
		return v.W("duty.holidays", about)
	}
	if v.Meeting == nil {
		return v.Term("duty", k)
	}
	return v.Title() + v.W("colon") + v.Term("duty", k)
}

// Office is the company as letters name it.
func (v *view) Office() secretary.Office { return v.o.Office }

// Recording reports whether the recipient takes the minutes.
func (v *view) Recording() bool { return same(v.Meeting.Recorder, v.To) }

// MineOrAll are the recipient's own materials, everybody's where the recipient owes none.
func (v *view) MineOrAll() []secretary.OwedView {
	if own := v.Mine(); len(own) > 0 {
		return own
	}
	return v.Owed
}
