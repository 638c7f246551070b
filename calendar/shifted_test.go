package calendar

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// TestTheDescriptionSaysWhyTheDateMoved: who only looks at the calendar learns it too (S3-08).
func TestTheDescriptionSaysWhyTheDateMoved(t *testing.T) {
	check := func(lang secretary.Lang, shift, holiday, want string) {
		t.Helper()
		m := &secretary.MeetingView{Shift: shift, Zone: "Asia/Shanghai", Planned: at(t, "Asia/Shanghai", "2026-10-01 09:00").UTC(), Start: at(t, "Asia/Shanghai", "2026-10-08 09:00").UTC()}
		if holiday != "" {
			m.ShiftDay = secretary.T(holiday, holiday, holiday)
		}
		lines := describe(&secretary.Letter{Lang: lang, Zone: "Asia/Shanghai", Meeting: m}, "")
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(secretary.Hans, "later", "国庆节", "原定10月1日（周四），因国庆节顺延至10月8日（周四）")
	check(secretary.Hant, "earlier", "國慶節", "原定10月1日（週四），因國慶節提前至10月8日（週四）")
	check(secretary.English, "later", "National Day", "Put off from Thu 1 Oct to Thu 8 Oct because of National Day")
	check(secretary.Hans, "later", "", "原定10月1日（周四），因休息日顺延至10月8日（周四）")
	check(secretary.Hans, "keep", "国庆节", "当日逢国庆节，照常召开")
	check(secretary.Hans, "", "国庆节", "")
	check(secretary.Hans, "ask", "国庆节", "")
}
