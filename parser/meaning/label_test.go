package meaning

import "testing"

// What our own buttons fill in is not said twice.
func TestUnlabelled(t *testing.T) {
	check := func(about About, text, want string) {
		t.Helper()
		a := Read(asking(Question{About: about}, text))
		if len(a.Intents) != 1 || a.Intents[0].Comment+a.Intents[0].Reason != want {
			t.Errorf("%q is read as %+v, want %q", text, a.Intents, want)
		}
	}
	check(Invitation, "请假，原因：探亲", "探亲")
	check(Invitation, "請假，原因：因為探親", "探親")
	check(Invitation, "decline, reason: away", "away")
	check(Minutes, "异议：第3条：产量应为1200套", "第3条：产量应为1200套")
	check(Approval, "驳回：数据不全", "数据不全")
	check(Approval, "不同意，原因：太贵", "太贵")
	check(Approval, "驳回", "驳回")
	check(Survey, "建议：提前一天发材料", "提前一天发材料")
}
