package secretary

import (
	"fmt"
	"strings"
	"time"
)

// tell prints what happened since it was last asked: the verdict, the letters by time, what changed, what was filed.
func (s *story) tell(o *Outcome) string {
	var b strings.Builder
	if o != nil && o.Verdict != "" {
		fmt.Fprintf(&b, "= %s: %s\n", o.Verdict, o.Reason)
	}
	for _, e := range s.w.journal[s.journal:] {
		if e.What != "letter" {
			fmt.Fprintln(&b, strings.TrimRight("· "+strings.Join(strings.Fields(fmt.Sprintf("%s %s", e.What, e.Who)), " ")+arrow(e.Before, e.After), " "))
		}
	}
	s.journal = len(s.w.journal)
	var head, to string
	flush := func() {
		if head != "" {
			b.WriteString(strings.Replace(head, "@TO", to, 1))
		}
	}
	for i, l := range s.w.letters[s.letters:] {
		if text := letterText(&l, s.w.times[s.letters+i]); text != head {
			flush()
			head, to = text, l.To.Name
		} else {
			to += "、" + l.To.Name
		}
	}
	flush()
	s.letters = len(s.w.letters)
	for _, a := range s.w.archive[s.archive:] {
		fmt.Fprintf(&b, "# %s %s %s\n", a.Number, a.Class, a.Title.In(Hans))
	}
	s.archive = len(s.w.archive)
	return b.String()
}

func arrow(a, b string) string {
	switch {
	case a == "" && b == "":
		return ""
	case a == "":
		return ": " + b
	}
	return ": " + a + " → " + b
}

// letterText is a letter as a story shows it; letters that differ only in whom they go to look the same.
func letterText(l *Letter, at time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", at.In(cst).Format("01-02 15:04"), l.Kind)
	if l.Of != "" && l.Of != l.Kind {
		fmt.Fprintf(&b, "(%s)", l.Of)
	}
	if l.Ref != "" {
		fmt.Fprintf(&b, " [%s]", l.Ref)
	}
	b.WriteString(" → @TO")
	for _, c := range l.Cc {
		fmt.Fprintf(&b, " cc %s", c.Name)
	}
	if l.By != nil {
		fmt.Fprintf(&b, " 由 %s", l.By.Name)
	}
	fmt.Fprintf(&b, " — %s\n", l.Reason)
	add := func(format string, a ...any) { fmt.Fprintf(&b, "    "+format+"\n", a...) }
	if v := l.Meeting; v != nil && v.Method != "" {
		start := v.Start.In(cst).Format("01-02 15:04")
		add("%s %s seq %d, %s", v.Method, start, v.Sequence, v.Place.In(Hans))
		if v.Shift != "" {
			add("%s: %s %s", v.Shift, DateOf(v.Planned.In(cst)), v.ShiftDay.In(Hans))
		}
	}
	for _, c := range l.Changes {
		add("change %s: %s → %s", c.Field, c.Old, c.New)
	}
	for _, v := range l.Times {
		add("%s", timeText(v))
	}
	for _, r := range l.Regulations {
		add("%s", regulationText(r))
	}
	for _, p := range l.Silent {
		add("silent %s", p.Name)
	}
	for _, o := range l.Owed {
		add("owed %s: %d titles, %d files%s", o.Name, len(o.Titles), len(o.Received), map[bool]string{true: ", missing"}[o.Missing()])
		if n := len(o.Lacks); n > 0 && len(o.Received)+len(o.Said) > 0 {
			add("lacks %s", texts(o.Lacks))
		}
		for _, s := range o.Said {
			add("said %s: %s", s.Title.In(Hans), strings.ReplaceAll(s.Text, "\n", " / "))
		}
	}
	if m := l.Minutes; m != nil {
		add("minutes v%d %s: %d resolutions, %d actions%s", m.Version, m.Number, len(m.Resolutions), len(m.Actions), minutesNotes(m))
		if m.Jointly || m.Decider != nil {
			add("decided by %s", map[bool]string{true: "all"}[m.Jointly]+names(party(m.Decider)))
		}
		for _, o := range m.Open {
			add("open %s %s %s", o.No, o.Title.In(Hans), o.State)
		}
		if m.Body != "" {
			add("discussed %s", strings.Join(strings.Fields(strings.ReplaceAll(m.Body, "\n", " / ")), " "))
		}
		for _, c := range m.Diff {
			add("diff %s: %s → %s", c.Field, c.Old, c.New)
		}
	}
	if v := l.Previous; v != nil {
		add("attached: minutes of %s, %s", v.Meeting.ID, v.Minutes.Number)
	}
	for _, p := range l.Problems {
		add("problem %s %s", p.No, p.Code)
	}
	for _, o := range l.Objections {
		add("objection %s %s: %s", o.By.Name, o.Item, o.Comment)
	}
	appliedLines(add, l)
	orderLines(add, l)
	motionLines(add, l)
	clashLines(add, l)
	upkeepLines(add, l)
	itemLines(add, l)
	for _, e := range l.Echoes {
		add("echo %s", echoText(e))
	}
	for _, o := range l.Tidings {
		for _, e := range o.Echoes {
			add("%s", strings.TrimRight("told "+o.By.Name+": "+echoText(e)+" "+o.Quote, " "))
		}
	}
	if v := l.StandIns; v != nil {
		add("%s", strings.TrimRight("stand in: "+v.From+" "+v.Department.In(Hans)+" "+names(v.People), " "))
	}
	if l.Kind == Echo || l.Kind == OrderCheck {
		for _, c := range l.Choices {
			add("choice %s", strings.TrimSpace(c.Verb+" "+c.Item))
		}
	}
	if l.Quote != "" {
		add("quote %s", strings.ReplaceAll(l.Quote, "\n", " / "))
	}
	for _, f := range l.Files {
		add("file %s", f.Name)
	}
	return b.String()
}

func texts(list []Text) string {
	var out []string
	for _, t := range list {
		out = append(out, t.In(Hans))
	}
	return strings.Join(out, "、")
}

// upkeepLines tell of surveys, feedback, recurring duties and roles.
func upkeepLines(add func(string, ...any), l *Letter) {
	if l.For != nil {
		add("for %s", l.For.Name)
	}
	if s := l.Survey; s != nil {
		add("survey: %d questions, %d asked, %d answered, few %d, since %s, %+v", len(s.Questions), s.Asked, s.Answered, s.Few, s.Since, s.Rates)
		for _, q := range s.Scores {
			add("score %s %d before %d", q.Question.In(Hans), q.Tenths, q.Before)
		}
		for _, m := range s.Measures {
			add("measure %s(%s) %s", m.Text, m.Owner.Name, m.Due)
		}
	}
	if f := l.Feedback; f != nil {
		for _, r := range f.Rows {
			add("feedback %s %s %s: %s %s", r.No, r.Class, r.Title.In(Hans), r.Text, r.By)
		}
	}
	for _, c := range l.Chores {
		add("chore %s %s %s due %s %v", c.No, c.Kind, c.Title.In(Hans), c.Due, c.Facts)
	}
	if l.Lessons != "" {
		add("lessons: %s", l.Lessons)
	}
	if r := l.Post; r != nil {
		add("role %s %s %s %v, %d meetings", r.For.Name, r.From, r.Until, r.Roles, len(r.Meetings))
	}
	if m := l.Meeting; m != nil {
		for _, s := range m.Improved {
			add("improved %s", s)
		}
	}
	if m := l.Minutes; m != nil && m.Survey != nil {
		add("annex: %d scores, %d measures", len(m.Survey.Scores), len(m.Survey.Measures))
	}
}

func names(people []Party) string {
	var out []string
	for _, p := range people {
		out = append(out, p.Name)
	}
	return strings.Join(out, "、")
}

func minutesNotes(m *MinutesView) string {
	out := ""
	for _, a := range m.Attendance {
		if a.State != "present" {
			out += fmt.Sprintf(", %s %s%s", a.Name, a.State, a.Delegate)
		}
	}
	for _, u := range m.Unconfirmed {
		out += ", 未确认 " + u.In(Hans)
	}
	return out
}

func itemLines(add func(string, ...any), l *Letter) {
	if s := l.Summary; s != nil {
		add("week %s: %d open, %d overdue, %d soon, %d closed, %d silent", s.Week, s.Open, s.Overdue, s.Soon, s.Closed, s.Silent)
		for _, g := range s.Groups {
			for _, i := range g.Items {
				add("%s %s", g.Department.In(Hans), itemText(i))
			}
		}
		return
	}
	for _, i := range l.Items {
		add("%s", itemText(i))
	}
}

func itemText(i ItemView) string {
	out := fmt.Sprintf("%s. %s(%s) %s %s %d%%", i.No, i.Text, i.Owner.Name, i.Due, i.Status, i.Percent)
	if i.Due != i.OriginalDue {
		out += " was " + string(i.OriginalDue)
	}
	if i.Late > 0 {
		out += fmt.Sprintf(" late %d", i.Late)
	}
	if i.Carried > 0 {
		out += fmt.Sprintf(" carried %d", i.Carried)
	}
	return strings.TrimSpace(out + " " + i.Flag + i.Tone)
}

func echoText(e EchoLine) string {
	out := []string{e.What, e.Status, e.Item, e.Text, e.Delegate, e.Reason, string(e.Date)}
	if e.Percent != nil {
		out = append(out, fmt.Sprintf("%d%%", *e.Percent))
	}
	if !e.Time.IsZero() {
		out = append(out, e.Time.In(cst).Format("01-02 15:04"))
	}
	if e.File != nil {
		out = append(out, fmt.Sprintf("%s v%d", e.File.Name, e.File.Version))
	}
	if e.Note != "" {
		out = append(out, "("+e.Note+")")
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

// timeText is a time as a story shows it: who can +, perhaps ~, cannot -, is elsewhere *, unknown ?.
func timeText(v TimeView) string {
	out := "time " + v.No
	out += " " + names(v.By)
	out += " " + v.Start.In(cst).Format("01-02 15:04") + v.End.In(cst).Format("-15:04")
	for _, some := range []struct {
		mark   string
		people []Party
	}{{"+", v.Can}, {"~", v.Perhaps}, {"-", v.Cannot}, {"?", v.Unknown}} {
		if len(some.people) > 0 {
			out += " " + some.mark + names(some.people)
		}
	}
	for _, e := range v.Elsewhere {
		out += " *" + e.Name + "(" + e.Meeting.In(Hans) + ")"
	}
	return strings.Join(strings.Fields(out), " ")
}

// motionLines are the topics that a letter shows: those that are to be decided, and in brackets those of a notice.
func motionLines(add func(string, ...any), l *Letter) {
	say := func(o MotionView) string {
		out := fmt.Sprintf("%s %s", o.Title, o.By.Name)
		if o.Minutes > 0 {
			out += fmt.Sprintf(" %d min", o.Minutes)
		}
		if from := o.From.In(Hans); from != "" {
			out += fmt.Sprintf(" from %s %s", from, o.FromDay)
		}
		return strings.Join(append(strings.Fields(out), strings.Fields(names(o.Presenters)+" "+o.Purpose+" "+string(o.Kind))...), " ")
	}
	for _, o := range l.Motions {
		add("topic %s. %s", o.No, say(o))
	}
	if l.Meeting != nil {
		for _, q := range l.Meeting.Questions {
			add("(question %s %s %t)", q.Text, q.By.Name, q.Done)
		}
		for _, o := range l.Meeting.Motions {
			add("(topic %s)", say(o))
		}
	}
	for _, c := range l.Checks {
		add("check %s", strings.Join(strings.Fields(fmt.Sprintf("%s %s %d %d %s", c.No, c.Word, c.N, c.More, c.Text.In(Hans))), " "))
	}
	if o := l.Overrun; o != nil {
		add("agenda of %d minutes for %d", o.Minutes, o.Planned)
	}
}

// party is a list of nobody or one.
func party(p *Party) []Party {
	if p == nil {
		return nil
	}
	return []Party{*p}
}
