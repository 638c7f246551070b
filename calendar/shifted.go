package calendar

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
)

// shiftedWords say that a meeting moved off a day off: from when, why, to when (S3-08).
var shiftedWords = map[secretary.Lang]map[string]string{
	secretary.Hans:    {"earlier": "原定%s，因%s提前至%s", "later": "原定%s，因%s顺延至%s", "keep": "当日逢%[2]s，照常召开", "rest": "休息日"},
	secretary.Hant:    {"earlier": "原定%s，因%s提前至%s", "later": "原定%s，因%s順延至%s", "keep": "當日逢%[2]s，照常召開", "rest": "休息日"},
	secretary.English: {"earlier": "Moved forward from %[1]s to %[3]s because of %[2]s", "later": "Put off from %[1]s to %[3]s because of %[2]s", "keep": "Held all the same, although it falls on %[2]s", "rest": "a day off"},
}

// shifted says in the description when and why the meeting was moved; "" where it was not.
func shifted(l *secretary.Letter) string {
	m, w := l.Meeting, shiftedWords[l.Lang]
	if w == nil {
		w = shiftedWords[secretary.Hans]
	}
	why := m.ShiftDay.In(l.Lang)
	if why == "" {
		why = w["rest"]
	}
	form := w[m.Shift]
	if form == "" || m.Shift == "rest" {
		return ""
	}
	zone := letterZone(l)
	return fmt.Sprintf(form, dayIn(l.Lang, m.Planned.In(zone)), why, dayIn(l.Lang, m.Start.In(zone)))
}

// dayIn says a day: 10月1日（周四）, Thu 1 Oct.
func dayIn(lang secretary.Lang, t time.Time) string {
	if lang == secretary.English {
		return t.Format("Mon 2 Jan")
	}
	week := "周"
	if lang == secretary.Hant {
		week = "週"
	}
	return t.Format("1月2日") + "（" + week + []string{"日", "一", "二", "三", "四", "五", "六"}[t.Weekday()] + "）"
}
