package daemon

import (
	"slices"
	"testing"
	"time"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// onDemand are the meetings that no rule calls: a member of the staff applies for one by mail. Where the regulation wants an
// approval it says whose; where it wants none, the meeting is called at once.
var onDemand = []struct{ clause, preset, approver string }{
	{"S1G-08", "MT-S1G-2", ""},
	{"S1A-06", "MT-S1A-2", ""},
	{"S1B-54", "MT-S1B-5", "head.project_sales"},
	{"S1C-04", "MT-S1C-2", ""},
	{"S1F-06", "MT-S1F-2", ""},
	{"S2-19", "MT-S2-3", ""},
	{"S2-25", "MT-S2-4", ""},
	{"S3-62", "MT-S3-2", "head.marketing"},
	{"S3-48", "MT-S3-5", "head.marketing"},
	{"S3-98", "MT-S3-6", "head.marketing"},
}

// TestPresetsAreCalledOnDemand: nobody is invited before the approval, and everybody on the list after it.
func TestPresetsAreCalledOnDemand(t *testing.T) {
	for _, d := range onDemand {
		t.Run(d.clause, func(t *testing.T) {
			l := applied(t, d.preset)
			for _, x := range l.sent(secretary.Approval) {
				if string(x.To.ID) != d.approver || len(l.sent(secretary.Invitation)) > 0 {
					t.Errorf("%s decides, and %d are invited already", x.To.ID, len(l.sent(secretary.Invitation)))
				}
				l.answer(x)
			}
			if asked := len(l.sent(secretary.Approval)) > 0; asked != (d.approver != "") {
				t.Errorf("approval is asked for: %v", asked)
			}
			l.until(l.now.AddDate(0, 0, 9))
			for _, id := range []secretary.PersonID{"all.office", "head.office"} {
				if !slices.ContainsFunc(l.sent(secretary.Invitation), func(x secretary.Letter) bool { return x.To.ID == id }) {
					t.Errorf("%s: %s is not invited", d.preset, id)
				}
			}
		})
	}
}

// applied is the life of an office in which somebody has just applied for a meeting in ten days.
func applied(t *testing.T, id string) *life {
	t.Helper()
	p, _ := aPreset(t, id)
	src, _ := policies.Preset(id)
	as, _ := policies.Load(id+".yaml", src)
	p.Schedule, p.Application.Required = as.Schedule, policies.WithDefaults(as).Application.Required
	now := time.Date(2026, 11, 3, 2, 0, 0, 0, time.UTC)
	l := &life{desk: anOffice(t, p), now: now, wake: map[secretary.Case]time.Time{}, told: map[secretary.ItemID]bool{}}
	l.desk.Number = func(string) int { return 1 }
	const by = "rep.office"
	start := time.Date(2026, 11, 13, 1, 0, 0, 0, time.UTC)
	form := &secretary.Applied{
		Type: p.Code, Topic: "临时事项", Purpose: "商定办法", Problem: "订单变更", Time: "11月13日 9:00", Start: start.Format(time.RFC3339), End: start.Add(time.Hour).Format(time.RFC3339),
		Place: "一号会议室", People: []string{"all.office@" + domain, "head.office@" + domain}, Agenda: []string{"现状"}, Reason: "等不到例会", Importance: "normal",
	}
	r := &secretary.Reply{MessageID: "<apply@mail>", From: by + "@" + domain, Writer: by, Proof: secretary.Proven, Date: now, Subject: "会议申请", Intents: []secretary.Intent{{Kind: secretary.IntentApply, Apply: form}}}
	o := secretary.Receive(l.desk, secretary.PersonCase(by), r, now)
	if l.take(o); o.Verdict != secretary.ActedOn {
		t.Fatalf("the application is %s: %s", o.Verdict, o.Reason)
	}
	l.until(now)
	return l
}

// until plays on to a time.
func (l *life) until(at time.Time) {
	for l.next(at) {
	}
	l.now = at
}

// sent are the letters of a kind.
func (l *life) sent(kind secretary.LetterKind) []secretary.Letter {
	var out []secretary.Letter
	for _, x := range l.letters {
		if x.Kind == kind {
			out = append(out, x)
		}
	}
	return out
}
