package policies

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/secretary"
)

// company is a small one: production has a representative, sales has none, and nobody heads finance.
func company() *secretary.Directory {
	d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	person := func(id secretary.PersonID, dep string) {
		d.People[id] = &secretary.Person{ID: id, Name: string(id), Email: string(id) + "@corp.test", Department: dep}
	}
	department := func(code, kind string, head, rep secretary.PersonID) {
		d.Departments[code] = &secretary.Department{Code: code, Kind: kind, Head: head, Rep: rep}
		d.Order = append(d.Order, code)
	}
	person("wang.lei", "SCX")
	person("li.na", "XS1")
	person("chen.jing", "XS2")
	person("zhao.min", "SCX")
	department("SCX", "production", "wang.lei", "zhao.min")
	department("XS1", "sales", "li.na", "")
	department("XS2", "sales", "chen.jing", "")
	department("CW", "finance", "", "")
	return d
}

// TestCheck proves S0-11.
func TestCheck(t *testing.T) {
	cal, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, yaml, want string }{
		{"everybody is there", "host: wang.lei\nroster: [{who: head:sales}, {who: rep:production}, {who: all:SCX}]", ""},
		{"an address names a person", "host: li.na@corp.test", ""},
		{"one head is wanted, the company has two sales departments", "host: head:sales", `host: head:sales names 2 people, and one is wanted: li.na (li.na), chen.jing (chen.jing)`},
		{"a person who is not there", "recorder: wang.lie", `recorder: "wang.lie" is nobody active in the people file (did you mean wang.lei?)`},
		{"a kind that no department has", "convener: head:prodction", `convener: no department has the code or kind "prodction" (did you mean production?)`},
		{"a department without a head", "roster: [{who: head:finance}]", `roster[0].who: head:finance names nobody: department CW has no head`},
		{"no representative", "roster: [{who: rep:XS1}]", `warning: roster[0].who: no representative is named in XS1; the head stands in`},
		{"neither representative nor head (S0-11)", "roster: [{who: rep:finance}]", `department CW has no representative or head`},
		{"one department of all without a head", "roster: [{who: head:*}]", `warning: roster[0].who: no head is named in CW`},
		{"every department is concerned", "concerned: ['*']", ""},
		{"who may waive the minutes is looked up", "minutes: {required: waivable, waiver: wang.lie}", `minutes.waiver: "wang.lie" is nobody active in the people file (did you mean wang.lei?)`},
		{"one may waive", "minutes: {required: waivable, waiver: head:*}", `minutes.waiver: head:* names 3 people, and one is wanted`},
		{"a role before there is a meeting", "host: convener", `host: "convener" is a role in a meeting and cannot stand here`},
		{"a role in the meeting", "leave: {to: host}", ""},
		{"the superior of an escalation", "escalation: {steps: [{after: 1 days, to: superior}]}", ""},
		{"the superior of nobody", "up: {to: superior}", `up.to: "superior" is nobody`},
		{"a department concerned that is not there", "concerned: [production, hr]", `concerned[1]: no department has the code or kind "hr"`},
		{"a department that is not there is told of once", "concerned: [hr]\nhost: head:hr", `host: no department has the code or kind "hr"`},
		{"who alone approves convenes: said once (G-18)", "schedule: {rrule: FREQ=WEEKLY;BYDAY=MO}\nconvener: li.na\napplication: {required: true, approvers: [head:XS1]}", `warning: application.approvers: li.na (li.na) alone approves, and convenes as well: nobody approves their own application (add who approves those, such as the superior)`},
		{"an ad-hoc meeting is applied for by anybody", "schedule: {adhoc: true}\nconvener: li.na\napplication: {required: true, approvers: [head:XS1]}", ""},
		{"somebody else approves, too", "schedule: {rrule: FREQ=WEEKLY;BYDAY=MO}\nconvener: li.na\napplication: {required: true, approvers: [head:XS1, wang.lei]}", ""},
		{"who speaks in turn takes longer than the meeting (S3-15, S1B-04)", "duration: {planned: 20 minutes}\nagenda: {slot: 10 minutes, items: [{no: '1', title: X, presenters: ['all:SCX']}, {no: '2', title: Y, minutes: 5, presenters: [host]}]}",
			`warning: agenda.slot: 2 people speak in turn; with the other items that takes 25 minutes, the meeting 20`},
		{"who speaks in turn fits", "duration: {planned: 25 minutes}\nagenda: {slot: 10 minutes, items: [{no: '1', title: X, presenters: ['all:SCX']}, {no: '2', title: Y, minutes: 5, presenters: [host]}]}", ""},
		{"a first day off the rule", "schedule: {rrule: FREQ=WEEKLY;BYDAY=MO, from: 2026-12-01, start: 09:00}", `warning: schedule.from: the rule does not give this day; the first meeting is on 2026-12-07`},
	} {
		p, faults := Load("p.yaml", []byte("id: T\ncode: T\ntitle: T\n"+c.yaml))
		if len(faults) > 0 {
			t.Fatal(c.why, faults)
		}
		compare(t, c.why, Check(p, company(), cal), c.want)
	}
}

func compare(t *testing.T, why string, faults []Fault, want string) {
	t.Helper()
	var got []string
	for _, f := range faults {
		got = append(got, f.Error())
	}
	switch all := strings.Join(got, "\n"); {
	case want == "" && all != "":
		t.Errorf("%s: %s", why, all)
	case want != "" && (len(got) != 1 || !strings.Contains(all, want)):
		t.Errorf("%s:\n got %s\nwant %s", why, all, want)
	}
}

func TestLocate(t *testing.T) {
	src := []byte("id: T\ncode: T\ntitle: T\nroster:\n  - {who: all:SCX}\n  - {who: nobody}\n")
	p, _ := Load("p.yaml", src)
	cal, _ := calendar.New(calendar.Options{})
	faults := Locate("p.yaml", src, Check(p, company(), cal))
	if len(faults) != 1 || faults[0].Line != 6 || faults[0].Column != 11 || faults[0].File != "p.yaml" {
		t.Errorf("got %v", faults)
	}
}
