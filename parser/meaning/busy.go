package meaning

import "github.com/huiban/huiban/parser/pattern"

// A no that is not the writer's own about this meeting: it is said of another day, asks leave for somebody else, or waits for what others do.

// ifOthers is a no that waits for what somebody else does: 「她去我就不去了」. exceptDay leaves out the days that will not do.
var (
	ifOthers  = pattern.Must(`(?:他|她|他们|您|你|大家|总|工|经理|主任|\p{Han}{2})(?:去|来|参加|到)(?:了|的话)?(?:那)?我就不`)
	exceptDay = pattern.Must(`除了?(?:周|星期|礼拜|\d|这天|那天|今天|明天)`)
)

// busy is being free or not, which is said of a day: 「周四不行」 says nothing about a Friday.
var busy = pattern.Must(`^(?:不行|不方便|没空|没时间|没有空|没有时间|唔得|唔得闲|(?:doesn't|does not|don't|won't|not|isn't|is not) .*(?:work|works|suit|suits|good|available|free|fit|fits|ok|okay|possible)\b.*)$`)

// onlyBusy reports whether a clause denies nothing but being free.
func (c clause) onlyBusy() bool {
	found := false
	for _, h := range c.hits {
		if h.sign == no {
			if found = true; !busy.MatchString(string(c.text[h.start:h.end])) {
				return false
			}
		}
	}
	return found
}

// otherDay reports whether a clause speaks of days that are not the meeting's; of both, somebody must ask.
func (p *presence) otherDay(c clause, q Question) bool {
	said := q.dates(string(c.raw))
	if len(said) == 0 {
		return false
	}
	meeting, known := meetingTime(q)
	other, same := false, false
	for _, m := range said {
		if m.Date != "" && known {
			other, same = other || m.Date != meeting.date, same || m.Date == meeting.date
		}
	}
	p.blocked = p.blocked || other && same
	return other
}

// forAnother asks leave for somebody else: 「替顾晓峰请假」.
var forAnother = pattern.Must(`(?:替|帮|代|给|为)(?:[` + family + `老小阿]\p{Han}{1,2}?|他|她|同事)(?:跟您|向您|也|再)?(?:请|告)个?(?:病|事)?假`)
