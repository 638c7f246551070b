package meaning

import (
	"strings"
	"time"
	"unicode"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/parser/when"
	"github.com/huiban/huiban/secretary"
)

// proposal reads a sentence as the proposal of another time. ok says that it is one; the intent is nil where it names no
// time that can be placed: nothing is invented.
func (p *presence) proposal(s sentence, q Question) (i *secretary.Intent, ok bool) {
	if s.has(cond, later) || timeBefore.MatchString(s.raw) || !proposes(s, q) {
		return nil, false
	}
	slots := slotsIn(s, q, p.day)
	if len(slots) == 0 {
		return nil, s.has(move) && !s.has(yes)
	}
	meeting, known := meetingTime(q)
	var found *secretary.Intent
	for _, x := range slots {
		if x.date != "" && !x.clock.Set {
			p.day = x.date
		}
		if !x.complete(s, meeting, known) || known && x.date == meeting.date && x.clock == meeting.clock {
			continue
		}
		n := x.intent(q.Now.Location())
		if found != nil && found.Start != n.Start {
			return nil, true
		}
		found = n
	}
	return found, found != nil || s.has(move) && !s.has(yes)
}

// timeBefore tells of another meeting.
var timeBefore = pattern.Must(`(?i)\blast (?:time|meeting|week|month)\b|\bpreviously\b|上次|上回|上一次`)

// arrives is when somebody comes or goes, not when the meeting may be: 「我下午三点才到」.
var arrives = pattern.Must(`(?:到|来|走|离开|出发|回来|落地|起飞|接入|上线|下班|下课)(?:了|吧|吗)?\s*$|\b(?:arrive|leave|land|depart|join)\b`)

// proposes reports whether a sentence asks for another time: a word of moving, or a day and time with a request, a free time or a no beside it and
// nothing else of weight.
func proposes(s sentence, q Question) bool {
	if s.has(move) {
		return !s.has(yes) || s.has(beg) || s.has(no)
	}
	if sameDay.MatchString(strings.ToLower(s.raw)) {
		return !s.has(yes)
	}
	if s.has(yes, stand) || !s.has(beg, free, weak, no) {
		return false
	}
	for _, c := range s.clauses {
		if otherClock(c, q) && (!c.has(no) || c.has(free)) && !bareTime(c, q) {
			return false
		}
	}
	return true
}

// proposing are the words that may stand beside the time that is proposed.
var proposing = class("invitation", "proposing")

// bareTime reports whether a clause says nothing of weight besides a time.
func bareTime(c clause, q Question) bool {
	if arrives.In(c.look()) {
		return false
	}
	d := clause{text: []rune(undated(c.folded(), q))}
	d.hits = invitationLexicon.scan(d.text)
	return !weighty(d.residue(proposing)) || !weighty(c.residue(proposing))
}

// otherClock reports whether a clause names a time of day that is not the meeting's.
func otherClock(c clause, q Question) bool {
	said := q.dates(string(c.raw))
	if len(said) == 0 {
		return false
	}
	meeting, _ := meetingTime(q)
	for _, m := range said {
		x, ok := slotOf(m)
		if ok && x.clock.Set && (x.clock != meeting.clock || x.date != "" && x.date != meeting.date) && !aBit(string(c.raw), m) {
			return true
		}
	}
	return false
}

// bounds make of a time the edge of a stretch, which proposes no time: "after 3 pm", 「10点以前」.
var boundsBefore, boundsAfter = pattern.Must(`(?i)(?:after|before|until|till|by|not earlier than|no later than|earliest|最早|最晚|截至|截止)\s*$`), pattern.Must(`^\s*(?:之前|以前|前|之后|以后|后|起)`)

func bounded(raw string, m when.Match) bool {
	return m.Clock.Set && !m.EndClock.Set && (boundsBefore.MatchString(raw[:m.Start]) || boundsAfter.MatchString(raw[m.End:]))
}

// instead reads a question that is nothing but a day and time: "Can't do the 18th. Monday 21st 10am?"
func instead(s sentence, q Question) *secretary.Intent {
	if !s.asked || s.has(yes, no, stand, cond, later, ask) {
		return nil
	}
	left := s.raw
	for _, m := range q.dates(s.raw) {
		left = strings.Replace(left, s.raw[m.Start:m.End], "", 1)
	}
	slots := slotsIn(s, q, "")
	if len(slots) != 1 || size(strings.Map(lettersOnly, left)) > 1 {
		return nil
	}
	meeting, known := meetingTime(q)
	if !slots[0].complete(s, meeting, known) {
		return nil
	}
	return slots[0].intent(q.Now.Location())
}

// lettersOnly drops blanks and punctuation.
func lettersOnly(r rune) rune {
	if unicode.IsLetter(r) {
		return unicode.ToLower(r)
	}
	return -1
}

// sameDay keeps the day and so proposes only the time that is named with it.
var sameDay = pattern.Must(`\bsame day\b|同一天|同日|當天改|当天改`)

// slot is a day and time named in a sentence; either may be missing.
type slot struct {
	date       secretary.Date
	clock, end secretary.Clock
}

// slotsIn lists the times that a sentence proposes: those behind the word of moving where there are any, else all. What is said to be
// impossible is left out. A time without a day is on the day named last.
func slotsIn(s sentence, q Question, day secretary.Date) (list []slot) {
	var behind, all []slot
	moved := false
	for _, c := range s.clauses {
		at := -1
		for _, h := range c.hits {
			if h.sign == move && at < 0 {
				at = len(string(c.raw[:h.start]))
			}
		}
		if at >= 0 {
			moved = true
		}
		end := 0
		for _, m := range q.dates(string(c.raw)) {
			x, ok := slotOf(m)
			if !ok || aBit(string(c.raw), m) || c.has(no) && at < 0 && !c.has(free) {
				continue
			}
			if x.date == "" {
				x.date = day
			}
			day = x.date
			if bounded(string(c.raw), m) || x.date == "" && oddDate.MatchString(undated(string(c.raw), q)) {
				continue
			}
			if n := len(all) - 1; end > 0 && n >= 0 && !all[n].clock.Set && choiceGap.MatchString(string(c.raw)[end:m.Start]) {
				all[n].clock = x.clock // 「周三或周四下午3点」 are two
			}
			end = m.End
			all = append(all, x)
			if moved && (at < 0 || m.Start >= at) {
				behind = append(behind, x)
			}
		}
	}
	if len(behind) > 0 {
		return merged(behind, s.raw)
	}
	return merged(all, s.raw)
}

// oddDate looks like a date that could not be read: a time beside it is on no day that is known.
var oddDate = pattern.Must(`\d{1,2}[./-]\d{1,2}`)

// choiceGap stands between two days of which either would do.
var choiceGap = pattern.Must(`^\s*(?:或者?|、|/|or|and|和)\s*$`)

// aBit knows 「晚一点」, which is no one o'clock.
func aBit(raw string, m when.Match) bool {
	switch raw[m.Start:m.End] {
	case "晚一点", "晚一點", "早一点", "早一點":
		return true
	}
	before := strings.TrimRight(raw[:m.Start], " ")
	for _, w := range []string{"晚", "早", "快", "慢", "提前", "推迟", "有", "差"} {
		if strings.HasSuffix(before, w) && (strings.HasPrefix(raw[m.Start:], "一点") || strings.HasPrefix(raw[m.Start:], "一點")) {
			return true
		}
	}
	return false
}

func slotOf(m when.Match) (slot, bool) {
	if m.Shift || !m.Valid || m.Date == "" && !m.Clock.Set {
		return slot{}, false
	}
	return slot{m.Date, m.Clock, m.EndClock}, true
}

// merged joins a day and a time that stand apart.
func merged(list []slot, raw string) []slot {
	if len(list) == 2 {
		a, b := list[0], list[1]
		switch {
		case a.date != "" && !a.clock.Set && (b.date == "" || b.date == a.date) && b.clock.Set:
			return []slot{{a.date, b.clock, b.end}}
		case b.date != "" && !b.clock.Set && a.date == "" && a.clock.Set:
			return []slot{{b.date, a.clock, a.end}}
		case a.date != "" && b.date == "" && a.clock.Set && b.clock.Set && !a.end.Set && saysEnd(raw):
			return []slot{{a.date, a.clock, b.clock}}
		case a.date != "" && a.date == b.date && a.clock.Set && b.clock.Set && !a.end.Set:
			return []slot{{a.date, a.clock, b.clock}}
		}
	}
	return list
}

// saysEnd reports whether a sentence names the end of the meeting.
func saysEnd(raw string) bool {
	k := strings.ToLower(raw)
	return strings.Contains(k, "结束") || strings.Contains(k, "結束") || strings.Contains(k, "until") || strings.Contains(k, "end at") || strings.Contains(k, "ending")
}

// complete fills in what the letter gives: its day for a time alone, its time where the writer says that it stays.
func (x *slot) complete(s sentence, meeting slot, known bool) bool {
	if x.date == "" && known {
		x.date = meeting.date
	}
	if !x.clock.Set && known && sameTime(s.raw) {
		x.clock, x.end = meeting.clock, meeting.end
	}
	return x.date != "" && x.clock.Set
}

func sameTime(t string) bool {
	for _, w := range []string{"同一时间", "同样时间", "相同时间", "时间不变", "同一時間", "時間不變", "same time"} {
		if strings.Contains(strings.ToLower(t), w) {
			return true
		}
	}
	return false
}

func (x slot) intent(zone *time.Location) *secretary.Intent {
	start := x.date.At(x.clock, zone)
	i := &secretary.Intent{Kind: secretary.IntentCounter, Start: start.Format(time.RFC3339)}
	if end := x.date.At(x.end, zone); x.end.Set && end.After(start) {
		i.End = end.Format(time.RFC3339)
	}
	return i
}

// meetingTime is the first day with a time that the quoted letter names behind its own header.
func meetingTime(q Question) (slot, bool) {
	if q.memory == nil {
		return q.meetingTime()
	}
	if m := q.memory; !m.asked {
		m.meeting, m.known = q.meetingTime()
		m.asked = true
	}
	return q.memory.meeting, q.memory.known
}

func (q Question) meetingTime() (slot, bool) {
	var day secretary.Date
	for _, h := range append([]string{q.Subject}, q.History...) {
		if introducesLetter(h) {
			continue
		}
		for _, m := range q.dates(h) {
			switch {
			case m.Shift || !m.Valid:
			case m.Date != "" && m.Clock.Set:
				return slot{m.Date, m.Clock, m.EndClock}, true
			case m.Date != "" && day == "":
				day = m.Date
			case m.Date == "" && m.Clock.Set && day != "":
				return slot{day, m.Clock, m.EndClock}, true
			}
		}
	}
	return slot{date: day}, day != ""
}

// introducesLetter knows the lines of a mail program that date the letter itself.
func introducesLetter(h string) bool { return introducing.In(pattern.Look(strings.ToLower(h))) }

var introducing = pattern.OneOf("写道", "寫道", "wrote:", "发送时间", "寄件日期", "sent:", "date:", "日期:", "发送日期", "撰寫", "寫到", "@", "發送時間", "发送时间：", "sent time")
