package daemon

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// S0-80, S0-97: whoever asks for help gets the guide, by mail: what may be answered to each letter, and how the archive is asked.
func TestHelpIsTheGuide(t *testing.T) {
	h := aHouse(t)
	h.start()
	h.verdict(h.send(draft{from: wang, text: "帮助"}), secretary.ActedOn, "help")
	guide := h.letter(wang, secretary.Help).Text
	for _, want := range []string{"【会议通知】", "【会议资料】", "【会议纪要】", "【行动项】", "【审批】", "【查档案】", "「查询 "} {
		if !strings.Contains(guide, want) {
			t.Errorf("the guide does not have %s:\n%s", want, guide)
		}
	}
}
