package daemon

import (
	"container/heap"
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// toCustomers are the letters that somebody outside may get.
var toCustomers = []secretary.LetterKind{
	secretary.Invitation, secretary.Update, secretary.Cancel, secretary.Reminder, secretary.MaterialsCall, secretary.MaterialsReminder, secretary.Handout, secretary.Echo, secretary.AskBack, secretary.Prove, secretary.Help,
}

// post takes a letter, refuses one that should never be, and has its reader answer it some time, or not.
func (m *multitude) post(l *secretary.Letter) {
	p := m.desk.Directory.Person(l.To.ID)
	switch {
	case m.keys[l.Key]:
		m.t.Fatalf("letter %s goes out twice", l.Key)
	case p == nil || p.Inactive:
		m.t.Fatalf("letter %s to nobody", l.Key)
	case p.External && !slices.Contains(toCustomers, l.Kind):
		m.t.Fatalf("internal letter %s to somebody outside", l.Key)
	}
	m.keys[l.Key] = true
	m.letters++
	day := secretary.DateOf(m.now.Add(8 * time.Hour))
	if m.mails[p.ID] == nil {
		m.mails[p.ID] = map[secretary.Date][]gotten{}
	}
	m.mails[p.ID][day] = append(m.mails[p.ID][day], gotten{l.Case, l.Kind, l.Reason, l.InReply != ""})
	if m.rng.IntN(100) < 80 && len(m.does(l)) > 0 {
		heap.Push(&m.agenda, coming{at: m.now.Add(time.Duration(1+m.rng.IntN(20*60)) * time.Minute), c: l.Case, letter: l})
	}
}

// does is what the reader of a letter writes; nothing where nothing is asked.
func (m *multitude) does(l *secretary.Letter) []secretary.Intent {
	const every = secretary.EveryItem
	die := m.rng.IntN(100)
	if l.Kind == secretary.Echo {
		return nil
	}
	switch l.Asks() {
	case secretary.Invitation, secretary.Update, secretary.Reminder:
		status := "accepted"
		switch {
		case die < 6:
			status = "declined"
		case die < 10:
			status = "tentative"
		case die < 14:
			return []secretary.Intent{{Kind: secretary.IntentAttend, Status: "delegated", Delegate: m.colleague(l.To.ID)}}
		}
		return []secretary.Intent{{Kind: secretary.IntentAttend, Status: status}}
	case secretary.MaterialsCall, secretary.MaterialsReminder:
		return []secretary.Intent{{Kind: secretary.IntentNoMaterials}}
	case secretary.MinutesCall:
		return []secretary.Intent{{Kind: secretary.IntentDraft, Draft: m.draft(l)}}
	case secretary.MinutesReview, secretary.Approval:
		if die < 5 {
			return []secretary.Intent{{Kind: secretary.IntentReject, Item: every, Comment: "请补充"}}
		}
		return []secretary.Intent{{Kind: secretary.IntentApprove, Item: every}}
	case secretary.MinutesConfirm:
		if die < 4 {
			return []secretary.Intent{{Kind: secretary.IntentObject, Item: "1", Comment: "数字有误"}}
		}
		return []secretary.Intent{{Kind: secretary.IntentConfirm}}
	case secretary.Action, secretary.Overdue:
		return m.progress(l)
	}
	return nil
}

// colleague is somebody else of the department.
func (m *multitude) colleague(id secretary.PersonID) string {
	d := m.desk.Directory
	for _, other := range d.Members(d.Person(id).Department) {
		if other != id {
			return d.Person(other).Name
		}
	}
	return ""
}

// draft decides one thing and gives up to three tasks to those in the room.
func (m *multitude) draft(l *secretary.Letter) *secretary.Draft {
	d := &secretary.Draft{Resolutions: []secretary.DraftLine{{No: "1", Text: "按计划执行"}}, Body: "讨论了进展。"}
	for n := range m.rng.IntN(4) {
		if l.Meeting == nil || len(l.Meeting.Seats) == 0 {
			break
		}
		seat := l.Meeting.Seats[m.rng.IntN(len(l.Meeting.Seats))]
		if !seat.External {
			d.Actions = append(d.Actions, secretary.DraftAction{
				No: string(rune('2' + n)), Text: "完成任务", Owner: seat.Name, Due: secretary.DateOf(m.now).Add(3 + m.rng.IntN(30)), Result: "报告",
			})
		}
	}
	return d
}

func (m *multitude) progress(l *secretary.Letter) []secretary.Intent {
	var out []secretary.Intent
	for _, i := range l.Items {
		percent := []int{30, 60, 100}[m.rng.IntN(3)]
		in := secretary.Intent{Kind: secretary.IntentProgress, Item: i.No, Status: "in_progress", Percent: &percent}
		if percent == 100 {
			in.Status = "done"
		}
		out = append(out, in)
	}
	return out
}

func (m *multitude) reply(l *secretary.Letter) *secretary.Reply {
	r := &secretary.Reply{MessageID: "<" + l.Key + "@mail>", From: l.To.Email, Writer: l.To.ID, Proof: secretary.Proven, Date: m.now, Subject: "回复", About: l, Intents: m.does(l)}
	if l.Kind == secretary.MaterialsCall && m.rng.IntN(3) > 0 {
		r.Intents, r.Files = nil, []secretary.File{{Name: string(l.To.ID) + ".xlsx", Hash: l.Key, Size: 1000}}
	}
	return r
}

// TestFortyTypesForThreeHundred lives through the days of a company under all forty regulations, where people answer, decline, send
// somebody, object, forget and are late at random. Nothing goes out twice, inside letters stay inside, no case wakes in the past,
// no meeting is stuck, and nobody is flooded.
func TestFortyTypesForThreeHundred(t *testing.T) {
	m := aMultitude(t, 1)
	m.live(begins.AddDate(0, 0, livedDays))
	if n := len(m.meetings); n < livedDays*4 {
		t.Errorf("only %d meetings in %d days", n, livedDays)
	}
	for id, x := range m.meetings {
		if waits := x.Stage != secretary.Done && x.Stage != secretary.Cancelled && x.Stage != secretary.Published; waits && m.wake[secretary.MeetingCase(id)].IsZero() {
			t.Errorf("%s is %s and nothing wakes it", id, x.Stage)
		}
	}
	m.budget(t)
}

// budget counts the letters that each person got on each day, those that answer a mail of theirs aside.
func (m *multitude) budget(t *testing.T) {
	t.Helper()
	var days []int
	aboutOne, later, first := 0, 0, secretary.DateOf(begins).Add(7)
	for id, byDay := range m.mails {
		for day, list := range byDay {
			n, about := 0, map[secretary.Case]int{}
			for _, l := range list {
				if l.reply {
					continue
				}
				n++
				aboutOne = max(aboutOne, about[l.about]+1)
				if about[l.about]++; about[l.about] > perCase {
					t.Errorf("%s got more than %d letters about %s on %s, the last %s (%s)", id, perCase, l.about, day, l.kind, l.reason)
				}
			}
			days = append(days, n)
			if day > first {
				later = max(later, n)
			}
		}
	}
	slices.Sort(days)
	half, most := days[len(days)/2], days[len(days)*95/100]
	t.Logf("%d letters, %d meetings; a person's day: half up to %d, 95 of 100 up to %d, at most %d, after a week %d; about one thing at most %d", m.letters, len(m.meetings), half, most, days[len(days)-1], later, aboutOne)
	if half > 2 || most > 12 {
		t.Errorf("half of the people's days have %d letters, 95 of 100 up to %d: more than 2 and 12", half, most)
	}
	if later > perDay {
		t.Errorf("somebody got %d letters in a day, more than %d, after the first week", later, perDay)
	}
}

// perCase is how many letters one person may get about one meeting, series or list of items in a day: a year brings eight once or
// twice.
const perCase = 10

// perDay is how many letters one person may get in a day once the office has settled in: at its beginning the notices of all forty
// types go out at once, with what clashes.
const perDay = 60
