package secretary

import (
	"fmt"
	"strings"
	"testing"
)

// writeOrder is a quick line as the parser would read it; see write.
func writeOrder(t *testing.T, verb, rest string) *QuickLine {
	l := &QuickLine{Verb: verb, Line: strings.TrimSpace(verb + " " + rest)}
	if strings.HasSuffix(verb, "!") {
		l.Verb = strings.TrimSuffix(verb, "!")
		l.Problem, l.Line = "no-order", rest
		if l.Verb != "" {
			l.Problem, l.Line, _ = strings.Cut(rest, " ")
		}
		return l
	}
	f := append(strings.Split(rest, "|"), "", "")
	switch verb {
	case "move":
		writeTime(t, l, strings.Fields(rest))
	case "topic":
		l.What, l.Who = f[0], strings.Fields(f[1])
		fmt.Sscan(f[2], &l.Minutes)
	case "invite", "absent":
		l.Who, l.What = strings.Fields(f[0]), f[1]
	default:
		l.What = rest
	}
	return l
}

func writeTime(t *testing.T, l *QuickLine, f []string) {
	for _, w := range f {
		if !strings.Contains(w, ":") {
			l.Date = Date(w)
			continue
		}
		from, to, both := strings.Cut(w, "-")
		if err := l.From.UnmarshalText([]byte(from)); err != nil {
			t.Fatal(err)
		}
		if both {
			if err := l.To.UnmarshalText([]byte(to)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// orderLines shows what a letter says about quick lines.
func orderLines(add func(string, ...any), l *Letter) {
	for _, v := range l.Orders {
		out := []string{v.State, v.Verb, v.Line, v.Problem, v.Name, names(v.People), names(v.Candidates), v.Why, string(v.Stage)}
		for _, c := range v.Changes {
			out = append(out, fmt.Sprintf("%s %s → %s", c.Field, c.Old, c.New))
		}
		if v.Minutes > 0 {
			out = append(out, fmt.Sprintf("%d min", v.Minutes))
		}
		add("order %s", strings.Join(strings.Fields(strings.Join(out, " ")), " "))
	}
	if len(l.Reach) > 0 {
		add("reaches %d: %s", len(l.Reach), names(l.Reach))
	}
}
