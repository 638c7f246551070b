package daemon

import (
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// A change of the regulation by mail: the approver gets it in words with the regulation as a Word file, a department comments,
// and the approval puts it into force; what was noticed keeps its version, and those who take part hear of it (S1A-37, S0-121,
// S0-122, G-49).
func TestARegulationIsAmendedByMail(t *testing.T) {
	rule := regulation()
	rule.Approval.Approver, rule.Concerned = "zhao.jun", []string{"production"}
	h := newHouse(t, sqlite(t), rule)
	d := h.daemon()
	h.run(d)
	h.quiet()
	h.letter(wang, secretary.Invitation)
	changed := *rule
	changed.Notice.Lead = secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.Workdays}}
	order := secretary.Order{Amend: &secretary.AmendOrder{Policy: &changed, Source: "id: MT-S0-1", By: "chen.jing", Reason: "一周太长"}}
	if _, err := d.Command(h.ctx, secretary.SeriesCase("MT-S0-1"), order); err != nil {
		t.Fatal(err)
	}
	h.quiet()
	asked := h.letter(zhao, secretary.Approval)
	for _, want := range []string{"通知期限：7日 → 3个工作日", "一周太长", "同意即自批准之时起生效"} {
		if !strings.Contains(asked.Text, want) {
			t.Errorf("the approver's letter does not say %q:\n%s", want, asked.Text)
		}
	}
	if len(asked.Files) != 1 || asked.Files[0].Name != "产销协调会管理办法.docx" {
		t.Errorf("attached: %v", asked.Files)
	}
	draft := h.letter(wang, secretary.Duty)
	h.verdict(h.answer(wang, draft, "三天来不及备料"), secretary.ActedOn, "filed")
	if told := h.letter(chen, secretary.Echo); !strings.Contains(told.Text, "三天来不及备料") {
		t.Errorf("the author does not read it:\n%s", told.Text)
	}
	h.verdict(h.answer(wang, asked, "同意"), secretary.ActedOn, "filed") // only who was asked decides
	h.verdict(h.answer(zhao, asked, "同意"), secretary.ActedOn, "policy")
	h.view(func(tx *store.Tx) error {
		all, current, err := tx.Policies()
		if err != nil || current["MT-S0-1"] != "MT-S0-1@2" || all["MT-S0-1@2"].Notice.Lead.N != 3 {
			t.Errorf("in force is %v, %v", current, err)
		}
		src, err := tx.PolicySource("MT-S0-1@2")
		if string(src) != "id: MT-S0-1" {
			t.Errorf("its file is %q", src)
		}
		return err
	})
	if m := h.held(); m.Policy != "MT-S0-1@1" {
		t.Errorf("the noticed meeting is held under %s", m.Policy)
	}
	h.turn(4 * 24 * time.Hour)
	if rules := h.letter(li, secretary.Duty); !strings.Contains(rules.Text, "现已生效") || !strings.Contains(rules.Text, "7日 → 3个工作日") {
		t.Errorf("who takes part reads\n%s", rules.Text)
	}
}
