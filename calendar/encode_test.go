package calendar

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// anyText draws texts with what hurts: marks, quotes, line ends, wide characters, controls.
var anyText = rapid.StringOfN(rapid.OneOf(
	rapid.SampledFrom([]rune("\r\n\t\";:,\\^=<>&\x00\x7f\u2028\u200b  产销協調會𠮷😀éa1")), rapid.Rune()), 0, 200, -1)

func TestO28Folding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := oneLine(anyText.Draw(t, "line"))
		var b bytes.Buffer
		fold(&b, line)
		whole, ended := strings.CutSuffix(b.String(), "\r\n")
		if !ended {
			t.Fatalf("%q has no end", b.String())
		}
		for _, l := range strings.Split(whole, "\r\n") {
			if len(l) > 75 || !utf8.ValidString(l) {
				t.Fatalf("%d octets: %q", len(l), l)
			}
		}
		if got := strings.ReplaceAll(whole, "\r\n ", ""); got != line {
			t.Fatalf("%q became %q", line, got)
		}
	})
}

func TestO28LongestLine(t *testing.T) {
	check := func(s string, want ...string) {
		t.Helper()
		var b bytes.Buffer
		fold(&b, s)
		if got := b.String(); got != strings.Join(want, "\r\n ")+"\r\n" {
			t.Errorf("%q", got)
		}
	}
	a75, a74 := strings.Repeat("a", 75), strings.Repeat("a", 74)
	check("", "")
	check(a75, a75)
	check(a75+"b", a75, "b")
	check(a75+a74, a75, a74)
	check(a75+a74+"c", a75, a74, "c")
	check(a74+"会", a74, "会")
	check(a74[:72]+"会议", a74[:72]+"会", "议")
	check(a74[:73]+"𠮷", a74[:73], "𠮷")
}

func TestO29Escaping(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		if got := escape(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	check(`a\b;c,d`, `a\\b\;c\,d`)
	check("1\r\n2\r3\n4", `1\n2\n3\n4`)
	check("会议：甲，乙；丙", "会议：甲，乙；丙")
	rapid.Check(t, func(t *rapid.T) {
		s := anyText.Draw(t, "text")
		plain := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(s)
		if got := unescape(escape(s)); got != plain {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

// TestO29AnythingIsWrittenWell writes letters full of hostile texts: the object passes the lint, go-ical's strict
// decoder and ReadMessage read it, and what they read is what was meant.
func TestO29AnythingIsWrittenWell(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l := letter()
		l.Lang = rapid.SampledFrom(secretary.Langs).Draw(rt, "lang")
		l.Meeting.Title = secretary.Text{secretary.Hans: anyText.Draw(rt, "title")}
		l.Meeting.Place = secretary.Text{secretary.Hans: anyText.Draw(rt, "place")}
		l.Meeting.Seats[0].Name = anyText.Draw(rt, "name")
		l.Meeting.Agenda[1].Title = secretary.Text{secretary.Hans: anyText.Draw(rt, "topic")}
		l.Meeting.Confidential = rapid.Bool().Draw(rt, "confidential")
		if rapid.Bool().Draw(rt, "online") {
			l.Meeting.URL = "https://meet.example.com/" + anyText.Draw(rt, "link")
		}
		l.Meeting.Method = rapid.SampledFrom([]string{"REQUEST", "CANCEL"}).Draw(rt, "method")
		data, err := Request(l, office, product+anyText.Draw(rt, "product"))
		if err != nil {
			rt.Fatal(err)
		}
		if faults := LintObject(data); faults != nil {
			rt.Fatalf("%s\n%s", strings.Join(faults, "\n"), data)
		}
		compareWithMeant(rt, l, data)
	})
}

func compareWithMeant(t *rapid.T, l *secretary.Letter, data []byte) {
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	e := components(c.Component, ical.CompEvent)[0]
	title, err := e.Props.Text(ical.PropSummary)
	if want := unescape(oneLine(escape(l.Meeting.Title.In(l.Lang)))); err != nil || title != want {
		t.Fatalf("%q became %q: %v", want, title, err)
	}
	start, err := e.Props.DateTime(ical.PropDateTimeStart, nil)
	if err != nil || !start.Equal(l.Meeting.Start) {
		t.Fatal(start, err)
	}
	m, err := ReadMessage(data, nil)
	if err != nil || m.Method != l.Meeting.Method || m.UID != l.Meeting.UID {
		t.Fatalf("%+v %v", m, err)
	}
}

func TestOrderOfProperties(t *testing.T) {
	data := string(objectOf(t, "online"))
	last := -1
	for _, name := range []string{"VERSION:", "PRODID:", "METHOD:", "UID:", "DTSTAMP:", "DTSTART:", "DTEND:", "SUMMARY:",
		"DESCRIPTION:", "ORGANIZER;", "ATTENDEE;", "STATUS:", "X-MICROSOFT-CDO-BUSYSTATUS:", "BEGIN:VALARM"} {
		at := strings.Index(data, "\r\n"+name)
		if at <= last {
			t.Errorf("%s stands at %d, before what should precede it", name, at)
		}
		last = at
	}
}
