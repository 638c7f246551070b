package meaning

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/quote"
	"github.com/huiban/huiban/secretary"
)

// TestApplications runs testdata/applications/*.txt: "[letter]" opens a section, "text => reading" is a case, "\n" in the text a
// line end, "subject | text" a fresh mail with a subject. S3-61, S1B-56, S3-63, S1B-06: applications and what approvers write.
func TestApplications(t *testing.T) {
	files, err := filepath.Glob("testdata/applications/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { runApplications(t, name) })
	}
}

func runApplications(t *testing.T, name string) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	about := None
	for s := bufio.NewScanner(f); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		text, want, ok := strings.Cut(line, " => ")
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "[") && !ok:
			about = About(strings.Trim(line, "[]"))
		case !ok:
			t.Errorf("no reading: %s", line)
		default:
			if got := applications(about, text); got != want {
				t.Errorf("[%s] %s\n    got  %s\n    want %s", about, text, got, want)
			}
		}
	}
}

func applications(about About, text string) string {
	q := Question{About: about, Now: tuesday, Name: "陈静"}
	if subject, rest, ok := strings.Cut(text, " | "); ok {
		q.Subject, text = subject, rest
	}
	for l := range strings.SplitSeq(strings.ReplaceAll(text, `\n`, "\n"), "\n") {
		if old, ok := strings.CutPrefix(l, "> "); ok {
			q.History = append(q.History, old)
			continue
		}
		q.Lines = append(q.Lines, quote.Kept{Text: l})
	}
	var out []string
	for _, in := range Read(q).Intents {
		switch {
		case in.Apply != nil:
			out = append(out, "apply"+shownApplied(in.Apply))
		case in.Roster != nil:
			out = append(out, "roster"+rostered(in.Roster))
		default:
			out = append(out, string(in.Kind))
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, "; ")
}

func shownApplied(a *secretary.Applied) string {
	var out strings.Builder
	say := func(name string, v any) {
		if s := fmt.Sprint(v); s != "" && s != "0" && s != "[]" && s != "false" {
			fmt.Fprintf(&out, " %s=%s", name, s)
		}
	}
	say("blank", a.Blank)
	say("type", a.Type)
	say("topic", a.Topic)
	say("purpose", a.Purpose)
	say("problem", a.Problem)
	say("start", short(a.Start))
	say("end", short(a.End))
	if a.Start == "" {
		say("time", a.Time)
	}
	say("minutes", a.Minutes)
	say("place", a.Place)
	say("people", strings.Join(a.People, "/"))
	say("agenda", strings.Join(a.Agenda, "/"))
	say("questions", strings.Join(a.Questions, "/"))
	say("reason", a.Reason)
	say("importance", a.Importance)
	say("urgent", a.Urgent)
	for _, m := range a.Milestones {
		say(string(m.Day), m.What)
	}
	say("continues", a.Continues)
	return out.String()
}

func rostered(r *secretary.RosterEdit) string {
	s := ""
	if r.Only {
		s = " only"
	}
	if len(r.Add) > 0 {
		s += " +" + strings.Join(r.Add, "/")
	}
	if len(r.Remove) > 0 {
		s += " -" + strings.Join(r.Remove, "/")
	}
	return s
}
