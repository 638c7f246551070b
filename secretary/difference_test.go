package secretary

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestDifferences is what people are told of a changed regulation: key by key, in the order of the file (S0-115).
func TestDifferences(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Policy)
		want   string
	}{
		{"nothing", func(*Policy) {}, ""},
		{"an empty list is none", func(p *Policy) { p.Organizers, p.Labels = []Ref{}, map[string]Text{} }, ""},
		{"a value", func(p *Policy) { p.Notice.Lead = Moment{Span: Span{3, Workdays}} }, `notice.lead: "7 days" → "3 workdays"`},
		{"a value taken away", func(p *Policy) { p.Host = "" }, `host: "head:psm" → null`},
		{"a switch", func(p *Policy) { p.Actions.Verify = true }, `actions.verify: false → true`},
		{"a list of words is one value", func(p *Policy) { p.Minutes.Fields = []string{"time"} }, `minutes.fields: ["time","place"] → ["time"]`},
		{"an item changed, one gone, one new", func(p *Policy) {
			p.Agenda.Items = []AgendaItem{{No: "1", Title: Text{Hans: "甲"}, Minutes: 10}, {No: "3", Title: Text{Hans: "丙"}}}
		}, `agenda.items[1]: {"no":"1","title":{"zh-Hans":"甲"},"minutes":0} → {"no":"1","title":{"zh-Hans":"甲"},"minutes":10}
agenda.items[2]: null → {"no":"3","title":{"zh-Hans":"丙"},"minutes":0}
agenda.items[2]: {"no":"2","title":{"zh-Hans":"乙"},"minutes":0} → null`},
		{"another order", func(p *Policy) { p.Roster = []RosterRule{{Who: "rep:sales"}, {Who: "rep:production"}} },
			`roster: ["rep:production","rep:sales"] → ["rep:sales","rep:production"]`},
		{"what no file has", func(p *Policy) { p.Lacks = []string{"host"} }, ""},
	}
	for _, tc := range tests {
		was, is := differing(), differing()
		tc.change(is)
		if got := sayDifferences(t, Differences(was, is)); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}

func differing() *Policy {
	return &Policy{
		Host: "head:psm", Notice: NoticeRule{Lead: Moment{Span: Span{7, CalendarDays}}}, Minutes: MinutesRule{Fields: []string{"time", "place"}},
		Roster: []RosterRule{{Who: "rep:production"}, {Who: "rep:sales"}},
		Agenda: AgendaRule{Items: []AgendaItem{{No: "1", Title: Text{Hans: "甲"}}, {No: "2", Title: Text{Hans: "乙"}}}},
	}
}

func sayDifferences(t *testing.T, list []Difference) string {
	t.Helper()
	say := func(v any) string {
		if roster, ok := v.([]RosterRule); ok {
			var who []Ref
			for _, r := range roster {
				who = append(who, r.Who)
			}
			v = who
		}
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(string(b), `,"zh-Hant":"","en":""`, "")
	}
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s: %s → %s", d.Key, say(d.Old), say(d.New)))
	}
	return strings.Join(out, "\n")
}
