package daemon

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/huiban/huiban/secretary"
)

// life plays a desk forward with people who do as they are asked: they come, hand in a file, write the minutes, approve,
// confirm, and report half of a task before all of it.
type life struct {
	desk    *secretary.Desk
	now     time.Time
	wake    map[secretary.Case]time.Time
	letters []secretary.Letter
	told    map[secretary.ItemID]bool // half of it was reported
}

// first lists the letters about the first meeting and its items until a day.
func (l *life) first(until time.Time) []secretary.Letter {
	l.told = map[secretary.ItemID]bool{}
	for answered := 0; l.next(until); {
		for ; answered < len(l.letters); answered++ {
			l.answer(l.letters[answered])
		}
	}
	var first secretary.MeetingID
	var out []secretary.Letter
	for _, x := range l.letters {
		if x.Meeting != nil && x.Meeting.Series == nil && first == "" {
			first = x.Meeting.ID
		}
		ofIt := func(i secretary.ItemView) bool {
			return l.desk.Items[i.ID] != nil && l.desk.Items[i.ID].Meeting == first
		}
		if x.Meeting != nil && x.Meeting.ID == first || x.Meeting == nil && slices.ContainsFunc(x.Items, ofIt) {
			out = append(out, x)
		}
	}
	return out
}

// next wakes the case that wants it first; false where none does until then.
func (l *life) next(until time.Time) bool {
	var first secretary.Case
	for c, at := range l.wake {
		if first == "" || at.Before(l.wake[first]) || at.Equal(l.wake[first]) && c < first {
			first = c
		}
	}
	at := l.wake[first]
	if first == "" || at.After(until) {
		return false
	}
	delete(l.wake, first)
	if at.After(l.now) {
		l.now = at
	}
	l.take(secretary.Wake(l.desk, first, l.now))
	return true
}

// take keeps what came of an event.
func (l *life) take(o *secretary.Outcome) {
	l.letters = append(l.letters, o.Letters...)
	for c, at := range o.Wake {
		if delete(l.wake, c); !at.IsZero() {
			l.wake[c] = at
		}
	}
	for _, c := range o.Poke {
		l.wake[c] = l.now
	}
}

// answer has the reader of a letter do as it asks.
func (l *life) answer(x secretary.Letter) {
	in := l.does(x)
	if len(in) == 0 && x.Kind != secretary.MaterialsCall {
		return
	}
	r := &secretary.Reply{MessageID: "<" + x.Key + "@mail>", From: x.To.Email, Writer: x.To.ID, Proof: secretary.Proven, Date: l.now, Subject: "回复", About: &x, Intents: in}
	if x.Kind == secretary.MaterialsCall {
		r.Files = []secretary.File{{Name: "资料.xlsx", Type: "application/octet-stream", Hash: x.Key, Size: 9}}
	}
	l.take(secretary.Receive(l.desk, x.Case, r, l.now))
}

// does is what the reader of a letter writes; nothing where nothing is asked.
func (l *life) does(x secretary.Letter) []secretary.Intent {
	switch x.Kind {
	case secretary.Invitation:
		return []secretary.Intent{{Kind: secretary.IntentAttend, Status: "accepted"}}
	case secretary.MinutesCall:
		return []secretary.Intent{{Kind: secretary.IntentDraft, Draft: l.draft()}}
	case secretary.MinutesReview, secretary.Approval:
		return []secretary.Intent{{Kind: secretary.IntentApprove, Item: secretary.EveryItem}}
	case secretary.MinutesConfirm:
		return []secretary.Intent{{Kind: secretary.IntentConfirm}}
	case secretary.Action, secretary.Overdue:
		return l.progress(x.Items)
	}
	return nil
}

// draft decides one thing and gives one task to whoever takes part first.
func (l *life) draft() *secretary.Draft {
	var owner *secretary.Person
	for _, p := range l.desk.Directory.People {
		if owner == nil || cmp.Less(p.ID, owner.ID) {
			owner = p
		}
	}
	return &secretary.Draft{
		Resolutions: []secretary.DraftLine{{No: "1", Text: "本月产量一千二百套"}},
		Actions:     []secretary.DraftAction{{No: "2", Text: "备好原料", Owner: owner.Name, Due: secretary.DateOf(l.now).Add(9), Result: "清单齐全"}},
		Body:        "讨论了产能。",
	}
}

// progress reports on each item: half of it the first time, all of it the second.
func (l *life) progress(items []secretary.ItemView) []secretary.Intent {
	var out []secretary.Intent
	for n, i := range items {
		half, whole := 50, 100
		report := secretary.Intent{Kind: secretary.IntentProgress, Item: fmt.Sprint(n + 1), Status: "done", Percent: &whole}
		if !l.told[i.ID] {
			report.Status, report.Percent = "in_progress", &half
		}
		l.told[i.ID] = true
		out = append(out, report)
	}
	return out
}
