package policies

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// G-18, S1B-57: bad input about applications gets a message that says what to change.
func TestCheckApplication(t *testing.T) {
	dir := &secretary.Directory{
		People: map[secretary.PersonID]*secretary.Person{
			"li.na": {ID: "li.na", Name: "李娜", Department: "SAL"}, "zhao.jun": {ID: "zhao.jun", Name: "赵军", Department: "GMO"}, "wu.di": {ID: "wu.di", Name: "吴迪", Department: "QUA"},
		},
		Departments: map[string]*secretary.Department{"SAL": {Code: "SAL", Kind: "sales", Head: "li.na"}, "GMO": {Code: "GMO", Head: "zhao.jun"}, "QUA": {Code: "QUA", Head: "gone"}},
		Order:       []string{"SAL", "GMO", "QUA"},
	}
	for _, c := range []struct {
		name   string
		change func(*secretary.Policy)
		want   string
	}{
		{"two levels, nothing wrong", func(p *secretary.Policy) { p.Application.Approvers = []secretary.Ref{"head:sales", "zhao.jun"} }, ""},
		{"the same person twice", func(p *secretary.Policy) { p.Application.Approvers = []secretary.Ref{"head:sales", "li.na"} }, "an earlier level"},
		{"the convener alone", func(p *secretary.Policy) {
			p.Schedule.AdHoc, p.Convener, p.Application.Approvers = false, "li.na", []secretary.Ref{"li.na"}
		}, "nobody approves their own"},
		{"a proposer where a rule calls", func(p *secretary.Policy) {
			p.Schedule.AdHoc, p.Convener, p.Application = false, "proposer", secretary.ApplicationRule{}
		}, "called by a rule"},
		{"a department without a head", func(p *secretary.Policy) { p.Liaison.Required = true }, "no head is named in QUA"},
	} {
		p := &secretary.Policy{Schedule: secretary.Schedule{AdHoc: true}, Convener: "approver", Application: secretary.ApplicationRule{Required: true, Approvers: []secretary.Ref{"head:sales"}}}
		c.change(p)
		var got []string
		for _, f := range checkApplication(p, dir) {
			got = append(got, f.Message)
		}
		if s := strings.Join(got, "; "); c.want == "" && s != "" || !strings.Contains(s, c.want) {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}
