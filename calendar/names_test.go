package calendar

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"github.com/huiban/huiban/secretary"
)

// awkward are pieces that have broken somebody's calendar: marks, line ends, carets (RFC 6868), whole properties, characters
// of four bytes, a family of seven code points, marks that turn the direction of writing.
var awkward = []string{`"`, "\r\n", "\n", "\r", ";", ":", ",", "=", "^", "^n", "^'", `\`, `\n`, "%0D%0A", "\x00", "\x7f", "\u2028", "\u202e",
	"ATTENDEE:mailto:evil@example.net", "\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:evil@example.net", "\r\n ", "\r\nEND:VEVENT", ":mailto:x@y",
	"王磊", "龘", "🧑‍🤝‍🧑", "😀", "é", "a", "Kim", " ", "\t", "\xff", "\ufeff"}

func awkwardName(t *rapid.T, label string) string {
	n := strings.Join(rapid.SliceOfN(rapid.SampledFrom(awkward), 0, 40).Draw(t, label), "")
	if rapid.Bool().Draw(t, label+" is long") {
		n += strings.Repeat("长", 200)
	}
	return n
}

// O-29: whatever people, rooms and meetings are called, the object keeps our rules, nobody is added, and every name comes
// back as it was but for what cannot be seen and for quotes.
func TestO29NamesInjectNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := letter()
		for i := range l.Meeting.Seats {
			l.Meeting.Seats[i].Name = awkwardName(t, "seat")
		}
		l.To.Name = awkwardName(t, "reader")
		l.Meeting.Host.Name, l.Meeting.Recorder.Name = awkwardName(t, "host"), awkwardName(t, "recorder")
		l.Meeting.Title = secretary.T("x"+awkwardName(t, "title"), "", "")
		l.Meeting.Place = secretary.T(awkwardName(t, "place"), "", "")
		l.Meeting.Purpose = secretary.T(awkwardName(t, "purpose"), "", "")
		l.Meeting.Agenda[0].Title = l.Meeting.Purpose
		office := office
		office.Name = secretary.T(awkwardName(t, "office"), "", "")
		data, err := Request(l, office, product+awkwardName(t, "product"))
		if err != nil {
			t.Fatal(err)
		}
		if faults := LintObject(data); faults != nil {
			t.Fatalf("%v\n%s", faults, data)
		}
		root, err := readTree(data)
		if err != nil || len(root.Children) != 1 {
			t.Fatal(err, root)
		}
		comesBack(t, root.Children[0], l, office)
	})
}

func comesBack(t *rapid.T, e *ical.Component, l *secretary.Letter, office secretary.Office) {
	attendees := e.Props[ical.PropAttendee]
	if len(attendees) != len(l.Meeting.Seats) || len(e.Props) > 20 || len(e.Children) != 1 {
		t.Fatalf("%d attendees, %d properties, %d parts", len(attendees), len(e.Props), len(e.Children))
	}
	for i, s := range l.Meeting.Seats {
		if got, want := attendees[i].Params.Get("CN"), visible(s.Name); got != want || address(attendees[i].Value) != address(s.Email) {
			t.Errorf("%q came back as %q", want, got)
		}
	}
	if got := unescape(value(e, ical.PropSummary)); strings.TrimSpace(squeezed(got)) != squeezed(readable(l.Meeting.Title.In(l.Lang))) {
		t.Errorf("%q came back as %q", l.Meeting.Title.In(l.Lang), got)
	}
	if want := visible(office.Name.In(l.Lang)); want != "" && e.Props.Get(ical.PropOrganizer).Params.Get("CN") != want {
		t.Errorf("the office %q came back as %q", want, e.Props.Get(ical.PropOrganizer).Params.Get("CN"))
	}
}

// visible is what is left of a name in a parameter.
func visible(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(oneLine(s), `"`, "'"))
}

// readable is what is left of a TEXT: line ends stay, as \n.
func readable(s string) string {
	return oneLine(lineEnds.Replace(strings.ToValidUTF8(s, string(utf8.RuneError))))
}
