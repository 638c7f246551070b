package secretary

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestQueryShowsWhatOneMayRead proves S0-64, S0-73, S0-75, S0-76, S0-81.
func TestQueryShowsWhatOneMayRead(t *testing.T) {
	d := testDesk("2026-11-20")
	found := []ArchiveEntry{
		{Number: "1", Departments: []string{"SAL"}, Text: "产销协调会\n十二月产量 1200 套"},
		{Number: "2", Departments: []string{"FIN"}, Readers: []PersonID{"david"}, Text: "预算"},
		{Number: "3", Departments: []string{"SAL"}, Confidential: "secret", Readers: []PersonID{"david"}},
	}
	cases := []struct {
		who  PersonID
		want string
		why  string
	}{
		{"wang.min", "1", "a member of a department that took part, but nothing secret"},
		{"david", "2 3", "whom the entry names"},
		{"zhao.jun", "1 2", "the manager of a reader and of a member, but not of what is secret"},
		{"he.ping", "", "a member of another department"},
		{"kim", "", "nobody outside"},
	}
	for _, c := range cases {
		r := &Reply{MessageID: "<q@mail>", Writer: c.who, Proof: Proven}
		o := AnswerQuery(d, r, "产量", found, time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
		var got []string
		for _, l := range o.Letters {
			if d.Directory.Person(l.To.ID).External && l.Kind == QueryResult {
				t.Errorf("%s: an archive answer went outside", c.who)
			}
			if l.Query != nil {
				for _, h := range l.Query.Hits {
					got = append(got, h.Number)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want || len(o.Letters) != 1 {
			t.Errorf("%s sees %q in %d letters instead of %q: %s", c.who, s, len(o.Letters), c.want, c.why)
		}
		if o.Verdict == "" {
			t.Errorf("%s: no verdict", c.who)
		}
	}
}

func TestQueryOfTheUnprovenIsConfirmedBack(t *testing.T) {
	d := testDesk("2026-11-20")
	o := AnswerQuery(d, &Reply{MessageID: "<q@mail>", Writer: "david", Proof: Weak}, "x", []ArchiveEntry{{Number: "1", Departments: []string{"FIN"}}}, time.Date(2026, 11, 20, 9, 0, 0, 0, cst))
	if o.Verdict != ToBeProven || len(o.Letters) != 1 || o.Letters[0].Kind != Prove {
		t.Errorf("a weak query is answered by %+v", o)
	}
}

// S0-76: from outside nothing is searched, and that is said; a search is not offered there either.
func TestQueryFromOutsideIsRefused(t *testing.T) {
	d, now := testDesk("2026-11-20"), time.Date(2026, 11, 20, 9, 0, 0, 0, cst)
	o := AnswerQuery(d, &Reply{MessageID: "<q@mail>", Writer: "kim", Proof: Proven}, "x", []ArchiveEntry{{Number: "1", Text: "x"}}, now)
	if o.Verdict != ActedOn || o.Reason != "query-refused" || len(o.Letters) != 1 || len(o.Letters[0].Choices) > 0 || o.Letters[0].Query != nil {
		t.Errorf("a query from outside is answered by %+v", o)
	}
	for who, offered := range map[PersonID]bool{"kim": false, "david": true} {
		for _, in := range [][]Intent{nil, {{Kind: IntentHelp}}} {
			o := Receive(d, PersonCase(who), &Reply{MessageID: "<" + string(who) + ">" + fmt.Sprint(len(in)), Writer: who, Proof: Proven, Intents: in}, now)
			if got := slices.Contains(o.Letters[0].Choices, Choice{Verb: "query"}); got != offered {
				t.Errorf("%s is offered a search in %s: %v", who, o.Letters[0].Kind, got)
			}
		}
	}
}

func TestExcerptIsTheLineThatMatched(t *testing.T) {
	check := func(text, terms, want string) {
		t.Helper()
		if got := excerpt(text, terms); got != want {
			t.Errorf("excerpt(%q, %q) is %q, not %q", text, terms, got, want)
		}
	}
	check("产销协调会\n十二月产量 1200 套\n完", "产量", "十二月产量 1200 套")
	check("Title\n Capacity Plan ", "capacity", "Capacity Plan")
	check("Title\nno", "absent", "Title")
	check(strings.Repeat("长", 100), "长", strings.Repeat("长", 80)+"…")
	check("", "", "")
}
