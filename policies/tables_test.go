package policies

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/huiban/huiban/secretary"
)

// TestTables: every preset says what the regulation says of its type: when and where it is held, who calls, chairs, records
// and takes part, what is on the agenda, who owes what, and which way the minutes go; and leaves open what the regulation
// leaves open. The sheets of testdata/types/tables.txtar are read against the regulations when they change.
// What it proves is that the preset says so; that it is done is proved where it is done.
//
// S0-05, S0-06, S0-07, S0-08, S0-09, S0-15, S0-16, S0-17, S0-18, S0-19, S0-20, S0-39, S0-100, S1G-02, S1G-03, S1A-02,
// S1A-03, S1A-04, S1A-07, S1A-08, S1A-09, S1A-10, S1A-11, S1A-12, S1A-13, S1A-14, S1A-15, S1A-16, S1A-17, S1A-18,
// S1A-21, S1A-22, S1A-23, S1A-24, S1A-25, S1A-26, S1A-27, S1A-28, S1A-29, S1A-30, S1B-13, S1B-18, S1B-19, S1B-20,
// S1B-21, S1B-22, S1B-24, S1B-25, S1B-26, S1B-35, S1B-38, S1B-39, S1B-40, S1B-41, S1B-42, S1B-43, S1B-49, S1B-50,
// S1B-52, S1B-53, S1C-02, S1C-03, S1C-04, S1C-05, S1C-06, S1C-08, S1C-09, S1D-02, S1D-03, S1D-06, S1D-11, S1D-13,
// S1D-17, S1D-21, S1D-22, S1D-23, S1D-24, S1E-10, S1E-11, S1E-14, S1E-15, S1E-18, S1E-19, S1E-23, S1E-24, S1F-02, S1F-03, S1F-04, S1F-07, S1F-08,
// S1F-11, S1F-13, S1F-14, S2-02, S2-08, S2-09, S2-10, S2-11, S2-14, S2-15, S2-16, S2-17, S2-18, S2-25, S2-26, S2-31,
// S2-41, S3-02, S3-09, S3-12, S3-13, S3-21, S3-22, S3-23, S3-24, S3-33, S3-34, S3-35, S3-36, S3-37, S3-42, S3-48,
// S3-51, S3-69.
func TestTables(t *testing.T) {
	const name = "testdata/types/tables.txtar"
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got := &txtar.Archive{Comment: ar.Comment}
	for _, id := range Presets() {
		p, src := preset(t, id)
		got.Files = append(got.Files, txtar.File{Name: id, Data: []byte(sheet(p, src))})
		inThree(t, p)
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := map[string]string{}
	for _, f := range ar.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range got.Files {
		if string(f.Data) != want[f.Name] {
			t.Errorf("%s says\n%swant\n%s", f.Name, f.Data, want[f.Name])
		}
	}
	if len(got.Files) != 40 || len(want) != 40 {
		t.Errorf("%d presets, %d sheets", len(got.Files), len(want))
	}
}

// sheet is what a preset says, as the tables of the regulations have it. A question mark stands where it says nothing.
func sheet(p *secretary.Policy, src []byte) string {
	var b strings.Builder
	row := func(name string, words ...any) {
		out := strings.TrimSpace(strings.ReplaceAll(fmt.Sprintln(words...), "  ", " "))
		fmt.Fprintf(&b, "%-10s %s\n", name, cmp.Or(out, "?"))
	}
	row("title", p.Code, p.Title[secretary.Hans], "·", p.Title[secretary.English])
	when := p.Schedule.RRule
	if p.Schedule.AdHoc {
		when = "ad hoc"
	}
	row("held", cmp.Or(when, "?"), open(p.Schedule.Start, p.Schedule.Start.Set), open(p.Duration.Planned, p.Duration.Planned.IsSet()), atMost(p.Duration.Max))
	row("where", p.Mode, p.Place[secretary.English])
	row("convener", open(p.Convener, p.Convener != ""), p.Organizers)
	row("host", p.Host)
	row("recorder", p.Recorder)
	for _, r := range p.Roster {
		row("comes", r.Who, map[bool]string{true: "optional"}[r.Optional], r.Part[secretary.English])
	}
	if p.Application.Required || p.Schedule.AdHoc {
		row("approval", p.Application.Required, p.Application.Approvers, map[bool]string{true: "liaison form"}[p.Liaison.Required])
	}
	row("notice", open(p.Notice.Lead, p.Notice.Lead.IsSet()), p.Notice.Series, map[bool]string{true: "exempt"}[p.Notice.Exempt])
	for _, i := range p.Agenda.Items {
		row("item "+i.No, i.Title[secretary.Hans], "·", i.Title[secretary.English], i.Presenters)
	}
	row("report", p.Agenda.ExecutionReport)
	for _, r := range p.Materials.Required {
		row("owes", cmp.Or(r.From, "?"), flags(r), texts(r.Items))
	}
	m := p.Minutes
	row("minutes", cmp.Or(m.Required, "?"), open(m.Deadline, m.Deadline.IsSet()), m.DeadlineEvent)
	row("chain", "review", cmp.Or(string(m.ReviewBy), unsaid(src, "review_by")), "confirm", cmp.Or(m.Confirmers, "?"), m.Distribution)
	if p.Up.Mode != "" {
		row("up", cmp.Or(p.Up.To, "?"), p.Up.Mode, p.Up.Deadline, map[bool]string{true: "before it is confirmed"}[p.Up.BeforeConfirm])
	}
	row("leave", open(p.Leave.To, p.Leave.To != ""), p.Leave.Approval, cmp.Or(p.Leave.Delegate, "?"))
	row("survey", p.Survey.Cycle)
	row("clauses", strings.Join(p.Clauses, " "))
	row("missing", strings.Join(Missing(p), " "))
	return b.String()
}

func open(v any, set bool) any {
	if !set {
		return "?"
	}
	return v
}

// unsaid tells a step that the regulation leaves open from one that it does not have.
func unsaid(src []byte, key string) string {
	for _, line := range strings.Split(string(src), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), key+":") && strings.Contains(line, "【待定】") {
			return "?"
		}
	}
	return "none"
}

func atMost(s secretary.Span) string {
	if !s.IsSet() {
		return ""
	}
	return "at most " + s.String()
}

func flags(r secretary.MaterialRule) string {
	out := ""
	if r.Optional {
		out = "may be left out"
	}
	if r.Released {
		out += "released"
	}
	return out
}

func texts(list []secretary.Text) string {
	var out []string
	for _, t := range list {
		out = append(out, t[secretary.Hans])
	}
	return strings.Join(out, "；")
}

// inThree checks that title, purpose and agenda of a preset are there in every language.
func inThree(t *testing.T, p *secretary.Policy) {
	t.Helper()
	told := []secretary.Text{p.Title}
	if headingOnly := p.Purpose.Empty(); !headingOnly {
		told = append(told, p.Purpose)
	} else if len(p.Agenda.Items) > 0 {
		t.Errorf("%s has an agenda and no purpose", p.ID)
	}
	for _, i := range p.Agenda.Items {
		told = append(told, i.Title)
	}
	for _, text := range told {
		for _, l := range secretary.Langs {
			if text[l] == "" {
				t.Errorf("%s: %v is not worded in %s", p.ID, text, l)
			}
		}
	}
}
