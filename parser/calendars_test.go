package parser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/secretary"
)

// calendarSample is one line of testdata/calendar/expected.jsonl: an invented mail in the shape that a real client gives
// it, and what must come out. Files n-* are no answers.
type calendarSample struct {
	File      string                     `json:"file"`
	Rules     []string                   `json:"rules"` // of docs/imip.md
	Automatic secretary.Automatic        `json:"automatic"`
	Method    string                     `json:"method"`
	UID       string                     `json:"uid"`
	Answers   []secretary.CalendarAnswer `json:"answers"`
	Intents   []string                   `json:"intents"` // as an answer to an invitation: the status, else the kind
}

func calendarSamples(t *testing.T) (list []calendarSample) {
	t.Helper()
	f, err := os.Open("testdata/calendar/expected.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var c calendarSample
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	return list
}

func (c calendarSample) read(t *testing.T, about meaning.About) *Reading {
	t.Helper()
	raw, err := os.ReadFile("testdata/calendar/" + c.File)
	if err != nil {
		t.Fatal(err)
	}
	return Parse(raw, Options{About: about, Zone: shanghai(t)})
}

func TestCalendarMails(t *testing.T) {
	for _, c := range calendarSamples(t) {
		t.Run(strings.TrimSuffix(c.File, ".eml"), func(t *testing.T) {
			r := c.read(t, Invitation)
			got := calendarSample{File: c.File, Rules: c.Rules, Automatic: r.Automatic, Intents: statusesOf(r)}
			if r.Calendar != nil {
				got.Method, got.UID, got.Answers = r.Calendar.Method, r.Calendar.UID, r.Calendar.Answers
			}
			g, _ := json.Marshal(got)
			if w, _ := json.Marshal(c); !bytes.Equal(g, w) {
				t.Errorf("got  %s\nwant %s", g, w)
			}
		})
	}
}

func statusesOf(r *Reading) (list []string) {
	for _, i := range r.Intents {
		if i.Status != "" {
			list = append(list, i.Status)
		} else {
			list = append(list, string(i.Kind))
		}
	}
	return list
}

// A mail that is no answer gives no intent, whichever letter it is taken for an answer to (I-5, I-9, I-10, I-42).
func TestCalendarMailsThatAnswerNothing(t *testing.T) {
	for _, c := range calendarSamples(t) {
		if !strings.HasPrefix(c.File, "n-") {
			continue
		}
		for _, about := range []meaning.About{None, Invitation, Minutes, Action, Approval, Survey} {
			if r := c.read(t, about); len(r.Intents) > 0 {
				t.Errorf("%s about %s: %s", c.File, about, intents(r))
			}
		}
	}
}

// Every rule of reading that a mail alone can show is shown by one.
func TestCalendarMailsShowTheRules(t *testing.T) {
	var shown []string
	for _, c := range calendarSamples(t) {
		shown = append(shown, c.Rules...)
	}
	for _, rule := range strings.Fields("I-1 I-2 I-3 I-4 I-5 I-6 I-7 I-9 I-10 I-21 I-23 I-24 I-25 I-26 I-29 I-30 I-31 I-32 I-33 I-35 I-36 I-37 I-39 I-40 I-42 I-52 I-55 §3.5") {
		if !slices.Contains(shown, rule) {
			t.Errorf("no mail shows %s", rule)
		}
	}
}

// A client without iTIP leaves nothing but its word before the subject (imip §3.6).
func TestButtonThatLeftOnlyTheSubject(t *testing.T) {
	check := func(subject, want string) {
		t.Helper()
		r := Parse([]byte("From: w@b.example\nSubject: "+subject+"\nContent-Type: text/plain; charset=utf-8\n\n\n"), Options{About: Invitation})
		if got := strings.Join(statusesOf(r), " "); got != want {
			t.Errorf("%s: %q, want %q", subject, got, want)
		}
	}
	check("Accepted: 产销协调会", "accepted")
	check("Invitation Declined: 产销协调会", "declined")
	check("已接受: 产销协调会", "accepted")
	check("谢绝：产销协调会", "declined")
	check("暂定: 产销协调会", "tentative")
	check("Akzeptiert: 产销协调会", "accepted")
	check("Accepté\u00a0: 产销协调会", "accepted")
	check("Abgesagt: 产销协调会", "") // also how Outlook calls a meeting off
	check("Re: 产销协调会", "")
}

// A mail cut off anywhere, or damaged in one place, breaks nothing.
func TestDamagedCalendarMails(t *testing.T) {
	for _, c := range calendarSamples(t) {
		raw, err := os.ReadFile("testdata/calendar/" + c.File)
		if err != nil {
			t.Fatal(err)
		}
		for at := 0; at < len(raw) && at < 6000; at += 499 {
			damaged := slices.Clone(raw)
			damaged[at] ^= 0x15
			for _, mail := range [][]byte{raw[:at], damaged} {
				r := Parse(mail, Options{About: Invitation})
				if slices.ContainsFunc(r.Unclear, func(s string) bool { return strings.HasPrefix(s, "unreadable") }) {
					t.Fatalf("%s at %d: %q", c.File, at, r.Unclear)
				}
			}
		}
	}
}
