package secretary

import (
	"fmt"
	"testing"
	"time"
)

// S1B-10, S1B-32: the records of every level are numbered in one way, and each type's are kept by its own keeper, who looks them over.
func TestOneNumberingAndAKeeperForEachType(t *testing.T) {
	daily, weekly := coordination(), coordination()
	daily.ID, daily.Code, weekly.ID, weekly.Code = "MT-S1B-1", "PMM", "MT-S1B-2", "PWM"
	daily.Archive.Keepers, weekly.Archive.Keepers = []Ref{"recorder"}, []Ref{"head:marketing"}
	for _, p := range []*Policy{daily, weekly} {
		p.Schedule.Until, p.Archive.ReviewCycle = "2026-11-01", Span{1, Months}
	}
	w := newWorld(t, testDesk("2026-11-20", daily, weekly), time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	w.strict = false
	turn := newTurn(w.Desk, "", w.now, "")
	for _, p := range []*Policy{daily, weekly} {
		m := &Meeting{Start: w.now, Convener: "chen.jing", Zone: "Asia/Shanghai"}
		for n := 1; n <= 2; n++ {
			if got, want := turn.number(m, p), fmt.Sprintf("20261120-%s-PSM-0%d", p.Code, n); got != want {
				t.Errorf("numbered %s, want %s", got, want)
			}
		}
	}
	w.until(time.Date(2026, 12, 21, 10, 0, 0, 0, cst))
	for who, policy := range map[PersonID]string{"sun.li": "MT-S1B-1", "huang.ting": "MT-S1B-2"} {
		l := w.last(who, Duty, 0)
		if l == nil || len(l.Chores) != 1 || l.Chores[0].Policy != policy || l.Chores[0].Kind != "archive" {
			t.Errorf("%s keeps %+v", who, l)
		}
	}
}
