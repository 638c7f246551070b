package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// weekdayWords are the days of the week as people write them.
var weekdayWords = map[string]string{
	"mo": "MO", "mon": "MO", "一": "MO", "tu": "TU", "tue": "TU", "二": "TU", "we": "WE", "wed": "WE", "三": "WE", "th": "TH", "thu": "TH", "四": "TH",
	"fr": "FR", "fri": "FR", "五": "FR", "sa": "SA", "sat": "SA", "六": "SA", "su": "SU", "sun": "SU", "日": "SU", "天": "SU",
}

// duty reads the days on which a person is on duty: days of the week, or dates (S1B-17).
func (c *company) duty(p person) {
	for _, w := range strings.FieldsFunc(p.cells["duty"], func(r rune) bool { return strings.ContainsRune(";,、，；| \t", r) }) {
		day, known := weekdayWords[strings.TrimPrefix(strings.NewReplacer("星期", "", "周", "", "週", "").Replace(strings.ToLower(w)), " ")]
		if date := secretary.Date(w); !known && date.Valid() {
			day, known = w, true
		}
		switch {
		case !known:
			c.peopleSheet.fault(p.line, "duty", fmt.Sprintf("%q is neither a day of the week nor a date", w), "write 周一、周三 or MO WE, or dates such as 2026-11-23")
		case !slices.Contains(p.Duty, day):
			p.Duty = append(p.Duty, day)
		}
	}
}
