package daemon

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
)

// onDemand are the meetings that no rule calls: a member of the staff applies for one by mail. Where the regulation wants an
// approval it says whose; where it wants none, the meeting is called at once. The regular meetings of the same regulation, where
// it has any, are held as ever.
var onDemand = []struct{ clause, preset, approver, regular string }{
	{"S1G-08", "MT-S1G-2", "", "MT-S1G-1"},
	{"S1A-06", "MT-S1A-2", "", "MT-S1A-1"},
	{"S1B-54", "MT-S1B-5", "head.project_sales", "MT-S1B-4"},
	{"S1C-04", "MT-S1C-2", "", "MT-S1C-1"},
	{"S1F-06", "MT-S1F-2", "", "MT-S1F-1"},
	{"S2-19", "MT-S2-3", "", "MT-S2-1"},
	{"S2-25", "MT-S2-4", "", "MT-S2-1"},
	{"S3-62", "MT-S3-2", "head.marketing", "MT-S3-1"},
	{"S3-48", "MT-S3-5", "head.marketing", "MT-S3-4"},
	{"S3-98", "MT-S3-6", "head.marketing", "MT-S3-1"},
}

// TestPresetsAreCalledOnDemand: an application is put before whoever decides on the spot; nobody is invited before the approval, and
// everybody on the list after it; the meeting takes the place of no regular one (S1A-06, S1C-04, S1F-06, S1G-08, S3-48).
func TestPresetsAreCalledOnDemand(t *testing.T) {
	for _, d := range onDemand {
		t.Run(d.clause, func(t *testing.T) {
			l := applied(t, d.preset, d.regular)
			for _, x := range l.sent(secretary.Approval, d.preset) {
				if string(x.To.ID) != d.approver || len(l.sent(secretary.Invitation, d.preset)) > 0 {
					t.Errorf("%s decides, and %d are invited already", x.To.ID, len(l.sent(secretary.Invitation, d.preset)))
				}
				l.answer(x)
			}
			if asked := len(l.sent(secretary.Approval, d.preset)) > 0; asked != (d.approver != "") {
				t.Errorf("approval is asked for: %v", asked)
			}
			l.until(l.now.AddDate(0, 0, 9))
			for _, id := range []secretary.PersonID{"all.office", "head.office"} {
				if !slices.ContainsFunc(l.sent(secretary.Invitation, d.preset), func(x secretary.Letter) bool { return x.To.ID == id }) {
					t.Errorf("%s: %s is not invited", d.preset, id)
				}
			}
			if got, want := l.regular(d.regular), regularly(t, d.regular, l.now); got != want || want == "" {
				t.Errorf("beside it %s is held %s, and alone %s", d.regular, got, want)
			}
		})
	}
}

// called is the day on which somebody applies.
var called = time.Date(2026, 11, 3, 2, 0, 0, 0, time.UTC)

// applied is the life of an office in which somebody has just applied for a meeting in ten days, beside the regular ones.
func applied(t *testing.T, id, regular string) *life {
	t.Helper()
	p, now := calledFor(t, id), called
	l := regularLife(t, regular, now)
	l.takeUp(t, p)
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

// calledFor is a preset of meetings that are called on demand, as a company takes it up.
func calledFor(t *testing.T, id string) *secretary.Policy {
	t.Helper()
	p, _ := aPreset(t, id)
	src, _ := policies.Preset(id)
	as, _ := policies.Load(id+".yaml", src)
	p.Schedule, p.Application.Required = as.Schedule, policies.WithDefaults(as).Application.Required
	return p
}

// regularLife is the life of an office that holds the regular meetings of a preset.
func regularLife(t *testing.T, id string, now time.Time) *life {
	t.Helper()
	p, _ := aPreset(t, id)
	l := &life{desk: anOffice(t, p), now: now, wake: map[secretary.Case]time.Time{secretary.SeriesCase(id): now}, told: map[secretary.ItemID]bool{}}
	l.desk.Number = func(string) int { return 1 }
	return l
}

// takeUp has the office hold another policy's meetings too, with the posts it names.
func (l *life) takeUp(t *testing.T, p *secretary.Policy) {
	t.Helper()
	other := anOffice(t, p)
	d := l.desk
	d.Policies[p.ID+"@1"], d.Current[p.ID], d.Series[p.ID] = p, p.ID+"@1", other.Series[p.ID]
	for _, code := range other.Directory.Order {
		if d.Directory.Departments[code] == nil {
			d.Directory.Order = append(d.Directory.Order, code)
			d.Directory.Departments[code] = other.Directory.Departments[code]
		}
	}
	for id, who := range other.Directory.People {
		d.Directory.People[id] = who
	}
}

// regular says when the meetings of a series are held.
func (l *life) regular(id string) string {
	var out []string
	for _, m := range l.desk.Meetings {
		if l.desk.Current[id] == m.Policy && m.Stage != secretary.Cancelled {
			out = append(out, m.Start.Format(time.DateTime))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// regularly says when they are where nobody applies for another.
func regularly(t *testing.T, id string, until time.Time) string {
	t.Helper()
	l := regularLife(t, id, called)
	l.until(until)
	return l.regular(id)
}

// until plays on to a time.
func (l *life) until(at time.Time) {
	for l.next(at) {
	}
	l.now = at
}

// sent are the letters of a kind about meetings under a policy.
func (l *life) sent(kind secretary.LetterKind, policy string) []secretary.Letter {
	var out []secretary.Letter
	for _, x := range l.letters {
		if x.Kind != kind || x.Meeting == nil {
			continue
		}
		if m := l.desk.Meetings[x.Meeting.ID]; m != nil && m.Policy == l.desk.Current[policy] { // nil: of a whole series
			out = append(out, x)
		}
	}
	return out
}
