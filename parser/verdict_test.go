package parser

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// expectation is an expected intent; a list stands for any of its values, null in it for none, "*" for anything.
type expectation map[string]any

// fit is how well an intent is what was expected.
type fit int

const (
	differs fit = iota // something that nobody meant
	lacks              // right as far as it goes
	same
)

// compared are the fields that tell an intent of one kind from another; graded those that it may lack and still be right in part.
var (
	compared = []string{"status", "delegate", "item", "percent", "eta", "until", "start", "end", "question", "value"}
	graded   = []string{"percent", "eta", "end", "delegate"}
	present  = []string{"comment", "terms", "reason"} // counted by being there
)

// fit compares every field. The draft kind's own comparison is that of parser/draft.
func (e expectation) fit(i secretary.Intent) fit {
	got := fieldsOf(i)
	if got["kind"] != e["kind"] {
		return differs
	}
	worst := same
	for _, f := range compared {
		worst = min(worst, e.field(f, got))
	}
	for _, f := range present {
		if s, ok := e[f].(string); ok && s != "*" && got[f] == nil {
			worst = min(worst, lacks)
		}
	}
	return worst
}

func fieldsOf(i secretary.Intent) (got map[string]any) {
	b, _ := json.Marshal(i)
	_ = json.Unmarshal(b, &got)
	return got
}

func (e expectation) field(f string, got map[string]any) fit {
	v := got[f]
	if f == "percent" {
		v = implied(got, e[f])
	}
	want, listed := e[f].([]any)
	if !listed {
		want = []any{e[f]}
	}
	switch {
	case slices.ContainsFunc(want, func(w any) bool { return equal(f, w, v) }):
		return same
	case v == nil && slices.Contains(graded, f):
		return lacks
	}
	return differs
}

// implied is the percentage that a status says: done is 100, not started is 0 or nothing.
func implied(got map[string]any, want any) any {
	switch v := got["percent"]; {
	case got["status"] == "done" && (v == nil && want != nil || v == 100.0 && want == nil), got["status"] == "not_started" && (v == nil || v == 0.0) && (want == nil || want == 0.0):
		return want
	default:
		return v
	}
}

func equal(f string, want, v any) bool {
	if want == nil || v == nil || want == "*" {
		return want == v || want == "*"
	}
	a, b := fold.Text(text(want)), fold.Text(text(v))
	switch f {
	case "start", "end":
		x, err := time.Parse(time.RFC3339, text(want))
		y, err2 := time.Parse(time.RFC3339, text(v))
		return err == nil && err2 == nil && x.Equal(y)
	case "delegate":
		return slices.ContainsFunc(names(a), func(n string) bool { return slices.Contains(names(b), n) })
	}
	return a == b
}

// names are a delegate's address and name without blanks and brackets, each by itself and both together.
func names(s string) (list []string) {
	bare := strings.NewReplacer(" ", "", "<", "", ">", "", "(", "", ")", "", "\"", "", "mailto:", "").Replace(s)
	list = append(list, bare)
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" <>()\",;", r) }) {
		if w = strings.TrimPrefix(w, "mailto:"); strings.Contains(w, "@") {
			list = append(list, w)
			if rest := strings.ReplaceAll(bare, w, ""); rest != "" {
				list = append(list, rest)
			}
		}
	}
	return list
}

func text(v any) string {
	if s, ok := v.(string); ok {
		return strings.TrimSpace(s)
	}
	b, _ := json.Marshal(v)
	return string(b)
}

// tally is how a mail's intents and the expected ones match at best.
type tally struct{ exact, partial, missed, wrong int }

func (t tally) compare(u tally) int {
	return cmp.Or(cmp.Compare(t.wrong, u.wrong), cmp.Compare(t.missed, u.missed), cmp.Compare(t.partial, u.partial))
}

// match pairs each expected intent with one of got, or with none, so that the least is wrong, then missed, then partial.
func match(got []secretary.Intent, want []expectation) tally {
	if len(want) == 0 {
		return tally{wrong: len(got)}
	}
	best := match(got, want[1:])
	best.missed++
	for i, g := range got {
		f := want[0].fit(g)
		if f == differs {
			continue
		}
		t := match(slices.Delete(slices.Clone(got), i, i+1), want[1:])
		if f == same {
			t.exact++
		} else {
			t.partial++
		}
		if t.compare(best) < 0 {
			best = t
		}
	}
	return best
}

// nearest is the tally of the reading that fits best of those that the mail leaves open.
func (c sample) nearest(got []secretary.Intent) tally {
	best := match(got, c.Expect.Intents)
	for _, alt := range c.Alt {
		if t := match(got, alt); t.compare(best) < 0 {
			best = t
		}
	}
	return best
}

func TestVerdict(t *testing.T) {
	percent := 60
	done := secretary.Intent{Kind: secretary.IntentProgress, Item: "2", Status: "done"}
	some := secretary.Intent{Kind: secretary.IntentProgress, Item: "2", Status: "in_progress", Percent: &percent}
	for _, c := range []struct {
		want string
		got  secretary.Intent
		fit  fit
	}{
		{`{"kind":"progress","item":"2","status":"done","percent":100}`, done, same},
		{`{"kind":"progress","item":"2","status":"in_progress","percent":60}`, some, same},
		{`{"kind":"progress","item":"2","status":["in_progress","blocked"],"percent":[60,null]}`, some, same},
		{`{"kind":"progress","item":"2","status":"in_progress","percent":60,"eta":"2026-12-10"}`, some, lacks},
		{`{"kind":"progress","item":"2","status":"in_progress","percent":70}`, some, differs},
		{`{"kind":"progress","item":"3","status":"done"}`, done, differs},
		{`{"kind":"confirm"}`, done, differs},
		{`{"kind":"object","comment":"x"}`, secretary.Intent{Kind: secretary.IntentObject}, lacks},
		{`{"kind":"counter","start":"2026-12-10T06:00:00Z"}`, secretary.Intent{Kind: secretary.IntentCounter, Start: "2026-12-10T14:00:00+08:00"}, same},
		{`{"kind":"attend","status":"delegated","delegate":"王敏"}`, secretary.Intent{Kind: secretary.IntentAttend, Status: "delegated", Delegate: "王敏 <wm@b.example>"}, same},
	} {
		var e expectation
		if err := json.Unmarshal([]byte(c.want), &e); err != nil {
			t.Fatal(err)
		}
		if got := e.fit(c.got); got != c.fit {
			t.Errorf("%s: %d, want %d", c.want, got, c.fit)
		}
	}
	if got := match([]secretary.Intent{some, done}, []expectation{{"kind": "confirm"}, {"kind": "progress", "item": "2", "status": "done"}}); got != (tally{exact: 1, missed: 1, wrong: 1}) {
		t.Error(got)
	}
}
