package secretary

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// An older answer never overwrites a newer one, in whatever order the mails arrive and whatever program wrote them (imip
// I-51, I-52): the newest stands at last, and every other order of arrival leaves the same on record.
func TestTheNewestAnswerStandsAtLast(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, testDesk("2026-11-27", coordination()), time.Date(2026, 11, 19, 8, 0, 0, 0, cst))
		w.strict = false
		w.until(time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
		about := w.last("huang.ting", Invitation, 0)
		given := w.now
		var mails []*Reply
		for n := range rapid.IntRange(2, 6).Draw(rt, "answers") {
			given = given.Add(time.Duration(rapid.IntRange(1, 900).Draw(rt, "seconds")) * time.Second)
			mails = append(mails, w.someAnswer(rt, about, given, n))
		}
		newest := mails[len(mails)-1]
		w.now = given.Add(time.Minute)
		for _, r := range rapid.Permutation(slices.Clone(mails)).Draw(rt, "arrival") {
			w.now = w.now.Add(time.Duration(rapid.IntRange(0, 3600).Draw(rt, "delay")) * time.Second)
			w.mail(r)
		}
		s := w.Meetings["PSC-20261127"].seat("huang.ting")
		if want := partStats[newest.Intents[0].Status]; s.Answer.PartStat != want || !s.Answer.At.Equal(given) {
			rt.Fatalf("%s of %s (%s) stands, want %s of %s", s.Answer.PartStat, s.Answer.At.In(cst), s.Answer.Basis, want, given)
		}
	})
}

// someAnswer is a mail as one of the programs writes it that people have: with a DTSTAMP of its own, with that of the
// invitation (Outlook for Mac, old iOS), that and the time of the reply, or in words.
func (w *world) someAnswer(rt *rapid.T, about *Letter, given time.Time, n int) *Reply {
	w.now = given
	r := w.reply("huang.ting", about, Intent{Kind: IntentAttend, Status: rapid.SampledFrom([]string{"accepted", "tentative", "declined"}).Draw(rt, "status")})
	a := CalendarAnswer{Attendee: r.From, PartStat: string(partStats[r.Intents[0].Status]), Sequence: rapid.IntRange(0, 1).Draw(rt, "sequence")}
	stamp := about.Meeting.Stamp.Truncate(time.Second)
	switch rapid.IntRange(0, 3).Draw(rt, "program") {
	case 0:
		return r
	case 1:
		stamp = given
	case 2:
		a.ReplyTime = &given
	}
	a.DTStamp = &stamp
	r.Calendar = &CalendarMessage{Method: "REPLY", UID: about.Meeting.UID, Answers: []CalendarAnswer{a}}
	return r
}

func TestWhatTellsThatAnAnswerIsNewer(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 11, 20, 9, minute, 0, 0, time.UTC) }
	for _, c := range []struct {
		why   string
		a, b  Answer
		newer bool
		by    Basis
	}{
		{"nothing stood", Answer{Arrived: at(9)}, Answer{}, true, FirstAnswer},
		{"another version", Answer{Sequence: 1, DTStamp: at(1), Arrived: at(9)}, Answer{DTStamp: at(2), Arrived: at(8)}, true, BySequence},
		{"DTSTAMP before Date", Answer{DTStamp: at(1), Sent: at(5), Arrived: at(9)}, Answer{DTStamp: at(2), Sent: at(4), Arrived: at(8)}, false, ByStamp},
		{"copied, so the time of the reply", Answer{DTStamp: at(1), Copied: true, ReplyTime: at(5), Sent: at(9), Arrived: at(9)}, Answer{DTStamp: at(1), Copied: true, ReplyTime: at(4), Arrived: at(8)}, true, ByReplyTime},
		{"copied, so the Date", Answer{DTStamp: at(1), Copied: true, Sent: at(3), Arrived: at(9)}, Answer{DTStamp: at(1), Copied: true, ReplyTime: at(4), Arrived: at(8)}, false, ByDate},
		{"one Date", Answer{Sent: at(3), Arrived: at(9)}, Answer{Sent: at(3), Arrived: at(8)}, true, ByArrival},
		{"a clock that is fast tells nothing", Answer{Sent: at(8), Arrived: at(9)}, Answer{DTStamp: at(50), Sent: at(7), Arrived: at(7)}, true, ByDate},
		{"one DTSTAMP, two times of the reply", Answer{DTStamp: at(1), ReplyTime: at(3), Arrived: at(9)}, Answer{DTStamp: at(1), ReplyTime: at(4), Arrived: at(8)}, false, ByReplyTime},
	} {
		if newer, by := c.a.newer(&c.b); newer != c.newer || by != c.by {
			t.Errorf("%s: %v by %s, want %v by %s", c.why, newer, by, c.newer, c.by)
		}
	}
}
