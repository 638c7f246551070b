package secretary

import (
	"testing"
	"time"
)

// Cases are woken in the order of their times, of one time by name; what was set to another time is woken then only.
func TestAlarms(t *testing.T) {
	var a alarms
	at := func(minute int) time.Time { return time.Date(2026, 11, 27, 9, minute, 0, 0, cst) }
	for c, minute := range map[Case]int{"b": 1, "a": 1, "c": 0, "later": 0, "sooner": 9, "never": 30} {
		a.set(c, at(minute))
	}
	a.set("later", at(5))
	a.set("sooner", at(2))
	a.set("b", at(1))
	got := ""
	for {
		c, when, ok := a.next(at(20))
		if !ok {
			break
		}
		a.rung(c)
		got += string(c) + when.Format(" 04 ")
	}
	if got != "c 00 a 01 b 01 sooner 02 later 05 " {
		t.Error(got)
	}
}
