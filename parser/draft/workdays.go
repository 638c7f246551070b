package draft

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// afterWorkdays is a due date counted from the meeting in working days: 会后3个工作日内, within 3 working days after the meeting.
var afterWorkdays = regexp.MustCompile(`(?i)^(?:请|须|需|应|于)?(?:会后|散会后|会议结束后|会议后)\s*([0-9]{1,2}|[一二三四五六七八九十两]{1,3})\s*个?工作日(?:之|以)?内?(?:完成|落实|提交|办结|上报|反馈)?$|` +
	`^(?:within |in )?([0-9]{1,2}) (?:working|business|work) ?days (?:of|after|from) the meeting$`)

// workdaysAfter reads it. Only the office's calendar can count it, so that the day itself stays vague here.
func workdaysAfter(f string) (due, bool) {
	m := afterWorkdays.FindStringSubmatch(strings.TrimSpace(f))
	if m == nil {
		return due{}, false
	}
	n := numberOf(m[1] + m[2])
	if n == 0 {
		return due{}, false
	}
	return due{code: vagueDue, within: secretary.Span{N: n, Unit: secretary.Workdays}}, true
}

// numberOf is 12 for 12 and 十二, 0 for what is no number below a hundred.
func numberOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	const digits = "一二三四五六七八九"
	digit := func(s string) int {
		if s == "两" {
			return 2
		}
		if i := strings.Index(digits, s); i >= 0 {
			return i/len("一") + 1
		}
		return 0
	}
	tens, ones, ten := strings.Cut(s, "十")
	switch {
	case !ten && len(s) == len("一") && digit(s) > 0:
		return digit(s)
	case ten && (tens == "" || digit(tens) > 0) && (ones == "" || len(ones) == len("一") && digit(ones) > 0):
		n := 10
		if tens != "" {
			n = 10 * digit(tens)
		}
		if ones != "" {
			n += digit(ones)
		}
		return n
	}
	return 0
}

// counts tells the draft of a due date that is so many working days after the meeting.
func (t *task) counts(d *secretary.Draft, no string) {
	if t.due == nil || !t.due.within.IsSet() {
		return
	}
	if d.Within == nil {
		d.Within = map[string]secretary.Span{}
	}
	d.Within[no] = t.due.within
}
