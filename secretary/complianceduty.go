package secretary

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const complianceReason = "the compliance report of the month, to who convenes meetings and to the head of the company (S1G-19)"

// complianceDuties: on the first workday of a month whoever convenes meetings, and the head of the company, gets the compliance
// report of the month before. What was not sent in that month is not made up for; a month without meetings is passed over.
func (t *turn) complianceDuties(id PersonID) []duty {
	if t.Whole == nil || t.external(t.Directory.Person(id)) || !t.directs(id) && !t.convenesAny(id) {
		return nil
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	first := DateOf(t.now.In(zone)).month()
	var out []duty
	for range 2 {
		last := first.Add(-1)
		rev := "compliance-" + string(last)[:len("2026-11")]
		over := first.Add(31).month()
		if !t.sent(Compliance, id, rev) {
			at := first
			if !t.Calendar.Workday(at) {
				at = AddWorkdays(t.Calendar, at, 1)
			}
			out = append(out, duty{at: at.At(morning, zone), until: over.At(Clock{}, zone), key: rev, reason: complianceReason, do: func() { t.tellCompliance(id, rev, last) }})
		}
		first = over
	}
	return out
}

// month is the first day of d's month.
func (d Date) month() Date { return d[:len("2026-11")] + "-01" }

// convenesAny reports whether a policy in force has the person convene its meetings, by rule or on demand.
func (t *turn) convenesAny(id PersonID) bool {
	for _, key := range t.Current {
		if p := t.Policies[key]; p != nil && !p.Disabled && t.one(p.Convener) == id {
			return true
		}
	}
	return false
}

// tellCompliance sends the report of the month that ends with last.
func (t *turn) tellCompliance(id PersonID, rev string, last Date) {
	v := t.compliance(last.month(), last, id)
	if v == nil || v.Empty() {
		t.keep(func(b book) *map[string]time.Time { return b.sent }, t.letterKey(Compliance, id, rev))
		return
	}
	t.send(complianceLetter(v, complianceReason), id, rev)
}

func complianceLetter(v *ComplianceView, reason string) Letter {
	l := Letter{Kind: Compliance, Reason: reason, Compliance: v}
	if !v.Empty() {
		l.Documents = []Document{ComplianceSheet}
	}
	return l
}

// compliance makes the report of some days for a reader; nil where the office cannot be laid out.
func (t *turn) compliance(from, until Date, reader PersonID) *ComplianceView {
	zone := t.Calendar.Zone(t.Office.Zone)
	whole := t.Whole(from.At(Clock{}, zone).Add(-LookBack), until.Add(1).At(Clock{}, zone))
	if whole == nil {
		return nil
	}
	return ComplianceOf(whole, t.now, from, until, reader)
}

var (
	askedForReport = regexp.MustCompile(`(?i)^[\s「『"']*(?:.*月\S{0,2}|.*\d)?\s*(?:的\s*)?(?:合规报告|合規報告|会议统计|會議統計|compliance\s+report|meeting\s+statistics)`)
	yearAndMonth   = regexp.MustCompile(`(20\d\d)\s*[-/年.]\s*(1[0-2]|0?[1-9])`)
	monthAlone     = regexp.MustCompile(`(?:^|\D)(1[0-2]|0?[1-9])\s*月`)
)

// asksCompliance reads a query that is for the compliance report: 「合规报告 11月」. Without a month it is of the month before, or
// where that is said of this one so far.
func (t *turn) asksCompliance(terms string) (from, until Date, ok bool) {
	if !askedForReport.MatchString(terms) {
		return "", "", false
	}
	today := t.today(t.Office.Zone)
	from = today.month().Add(-1).month()
	n := func(s string) int { v, _ := strconv.Atoi(s); return v }
	switch m, alone := yearAndMonth.FindStringSubmatch(terms), monthAlone.FindStringSubmatch(terms); {
	case m != nil:
		from = Date(fmt.Sprintf("%s-%02d-01", m[1], n(m[2])))
	case alone != nil:
		if from = Date(fmt.Sprintf("%s-%02d-01", today[:4], n(alone[1]))); from > today {
			from = Date(fmt.Sprintf("%04d-%02d-01", n(string(today[:4]))-1, n(alone[1])))
		}
	case strings.Contains(terms, "本月") || strings.Contains(strings.ToLower(terms), "this month"):
		from = today.month()
	}
	return from, from.Add(31).month().Add(-1), true
}

// answerCompliance answers a query for the compliance report, with what is the writer's to see.
func (t *turn) answerCompliance(r *Reply, from, until Date) {
	v := t.compliance(from, until, r.Writer)
	if v == nil {
		v = &ComplianceView{From: from, Until: until, Made: t.now}
	}
	t.settle(r, ActedOn, "compliance")
	t.note("compliance", r.Writer, "", string(from))
	t.answer(complianceLetter(v, "the compliance report was asked for by mail"), r)
}
