package secretary

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the stories")

// TestStories plays the files of testdata. Each is a correspondence: a section for each event, named by its time and
// what happens. Lines that start with "<" are what a person writes (see intent); the rest is what comes of it, from
// the event before until then.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) { playFile(t, f) })
	}
}

func playFile(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := &story{policies: []*Policy{coordination()}}
	var diff []string
	for i, f := range a.Files {
		in, want := splitInput(string(f.Data))
		got := s.play(t, f.Name, in)
		if got != want {
			diff = append(diff, fmt.Sprintf("-- %s --\n%s\ninstead of\n%s", f.Name, got, want))
		}
		a.Files[i].Data = []byte(in + got)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, d := range diff {
		t.Error(d)
	}
}

func splitInput(s string) (in, out string) {
	for _, l := range strings.SplitAfter(s, "\n") {
		if strings.HasPrefix(l, "<") {
			in += l
		} else {
			out += l
		}
	}
	return in, out
}

// story is one file being played.
type story struct {
	policies []*Policy
	w        *world
	letters  int // told so far
	journal  int
	archive  int
	quiet    [2]Clock
}

// play does one section and tells what came of it.
func (s *story) play(t *testing.T, name, in string) string {
	if name == "office" {
		for _, l := range lines(in) {
			if hours, ok := strings.CutPrefix(l, "quiet "); ok {
				from, to, _ := strings.Cut(hours, "-")
				if err := errors.Join(s.quiet[0].UnmarshalText([]byte(from)), s.quiet[1].UnmarshalText([]byte(to))); err != nil {
					t.Fatal(err)
				}
				continue
			}
			if code, ok := strings.CutPrefix(l, "also "); ok { // what follows is about a second policy
				p := coordination()
				p.ID, p.Code, p.Title = "MT-"+code, code, T(code, code, code)
				s.policies = append(s.policies, p)
				continue
			}
			setPolicy(t, s.policies[len(s.policies)-1], l)
		}
		return ""
	}
	f := strings.Fields(name)
	if len(f) < 2 {
		t.Fatalf("section %q has no time", name)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", f[0]+" "+f[1], cst)
	if err != nil {
		t.Fatal(err)
	}
	if s.w == nil {
		s.w = newWorld(t, testDesk(DateOf(at), s.policies...), at)
		s.w.Office.Quiet = s.quiet
	}
	if len(f) > 2 && f[2] == "down" { // nobody was there until now
		s.w.now, f = at, f[:2]
	}
	s.w.until(at)
	var o *Outcome
	if len(f) > 2 {
		o = s.act(t, f[2:], lines(in))
		s.w.until(at)
	}
	return s.tell(o)
}

// act does what a section's name says: "li.na answers invitation", "li.na writes", "order MEETING", "office".
func (s *story) act(t *testing.T, f []string, in []string) *Outcome {
	switch f[0] {
	case "order":
		return s.order(t, f[1], in)
	case "amend":
		return s.amend(t, f[1:], in)
	}
	if f[0] == "office" {
		for _, l := range in {
			setOffice(t, s.w, l)
		}
		return nil
	}
	r := s.w.reply(PersonID(f[0]), nil)
	if f[1] == "answers" {
		var back int
		kind := f[2]
		if k, n, ok := strings.Cut(kind, "~"); ok { // reminder~1: the one before the last
			kind = k
			fmt.Sscan(n, &back)
		}
		to := PersonID(f[0])
		if len(f) > 4 && f[3] == "of" {
			to = PersonID(f[4])
		}
		if r.About = s.w.last(to, LetterKind(kind), back); r.About == nil {
			t.Fatalf("%s has no %s to answer", to, kind)
		}
	}
	for _, l := range in {
		write(t, s.w, r, l)
	}
	if f[1] == "writes" && len(f) > 2 { // a fresh mail that names a meeting
		return s.w.event(MeetingCase(MeetingID(f[2])), func(d *Desk) *Outcome { return Receive(d, MeetingCase(MeetingID(f[2])), r, s.w.now) })
	}
	return s.w.mail(r)
}

func (s *story) order(t *testing.T, c string, in []string) *Outcome {
	var o Order
	verb, arg, _ := strings.Cut(in[0], " ")
	switch verb {
	case "move":
		when, place, _ := strings.Cut(arg, " at ")
		start, _ := time.ParseInLocation("2006-01-02 15:04", when, cst)
		o.Move = &MoveOrder{Start: start}
		if place != "" {
			o.Move.Place = T(place, place, place)
		}
	case "cancel":
		o.Cancel = &CancelOrder{arg}
	case "drop":
		item, why, _ := strings.Cut(arg, " ")
		o.Drop = &DropOrder{ItemID(item), why}
	}
	var failed error
	out := s.w.event(Case(c), func(d *Desk) *Outcome {
		out, err := Command(d, Case(c), o, s.w.now)
		if failed = err; err != nil {
			return &Outcome{Reason: err.Error()}
		}
		return out
	})
	if failed != nil {
		out.Verdict = "refused"
	}
	return out
}

func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		out = append(out, strings.TrimSpace(strings.TrimPrefix(l, "<")))
	}
	return out
}

// setPolicy sets one parameter of the story's policy.
func setPolicy(t *testing.T, p *Policy, l string) {
	k, v, _ := strings.Cut(l, " ")
	span := func() (s Moment) {
		if err := s.UnmarshalText([]byte(v)); err != nil {
			t.Fatal(err)
		}
		return s
	}
	switch k {
	case "from":
		p.Schedule.From = Date(v)
	case "until":
		p.Schedule.Until = Date(v)
	case "schedule.start":
		if err := p.Schedule.Start.UnmarshalText([]byte(v)); err != nil {
			t.Fatal(err)
		}
	case "minutes.on_silence":
		p.Minutes.OnSilence = v
	case "minutes.confirmers":
		p.Minutes.Confirmers = v
	case "minutes.review_by":
		p.Minutes.ReviewBy = Ref(strings.TrimPrefix(v, "none"))
	case "minutes.deadline":
		p.Minutes.Deadline = span()
	case "holiday.shift":
		p.Holiday.Shift = v
	case "leave.approval":
		p.Leave.Approval = Ref(v)
	case "leave.delegate_from":
		p.Leave.DelegateFrom = v
	case "leave.delegate":
		p.Leave.Delegate = v
	case "actions.verify":
		p.Actions.Verify = v == "true"
	case "actions.extend_by":
		p.Actions.ExtendBy = Ref(v)
	case "conflict.rule":
		p.Conflict.Rule = v
	case "agenda.call":
		p.Agenda.Call, p.Agenda.CallBefore = true, span()
	case "agenda.run_sheet":
		p.Agenda.RunSheet = span()
	case "agenda.questions":
		p.Agenda.Questions = true
	case "agenda.last_minutes":
		p.Agenda.LastMinutes = true
	case "agenda.feeds":
		p.Agenda.Feeds = strings.Fields(v)
	case "preparation.who":
		p.Preparation.Who = Ref(v)
	case "preparation.equipment":
		p.Preparation.Equipment = Ref(v)
	case "materials.paper":
		p.Materials.Paper = true
	case "importance":
		p.Importance = v
	case "duration":
		p.Duration.Planned = span().Span
	case "hours.avoid":
		p.Hours.Avoid = strings.Fields(v)
	case "convener":
		p.Convener = Ref(v)
	case "confidentiality":
		p.Archive.Confidentiality = v
	case "host":
		p.Host = Ref(v)
	case "host_substitute":
		p.HostSubst = Ref(v)
	case "place":
		p.Place = T(v, v, v)
	case "roster":
		p.Roster = append(p.Roster, RosterRule{Who: Ref(v)})
	case "survey.cycle":
		p.Survey = SurveyRule{Cycle: v, Delay: in(1, Workdays), Window: in(3, Workdays), Anonymous: true, MinAnswers: 3, PublishTo: []Ref{"head:*"}, Questions: []Text{T("会议是否及时", "", ""), T("议程是否合理", "", "")}}
		p.Feedback = FeedbackRule{Severity: []Text{T("高", "", ""), T("中", "", ""), T("低", "", "")}, Urgency: []Text{T("高", "", ""), T("中", "", ""), T("低", "", "")}}
	case "survey.anonymous":
		p.Survey.Anonymous = v == "true"
	case "review.cycle":
		p.Review.Cycle = span().Span
	case "lessons.cycle":
		p.Lessons.Cycle = span().Span
	case "archive.review_cycle":
		p.Archive.ReviewCycle = span().Span
	case "kind":
		p.Kind = v
	case "minutes.decided_by":
		p.Minutes.DecidedBy = Ref(v)
	case "minutes.required":
		p.Minutes.Required = v
	case "agenda.feedback":
		p.Agenda.Feedback = v == "true"
	case "roster.duty":
		p.Roster = append(p.Roster, RosterRule{Who: Ref(v), OnDuty: true})
	case "roster.only":
		p.Roster = []RosterRule{{Who: Ref(v)}}
	case "notice.lead":
		p.Notice.Lead = span()
	case "timezone":
		p.Timezone = v
	case "policy.approver":
		p.Approval.Approver = Ref(v)
	case "recorder":
		p.Recorder = Ref(v)
	case "external_domains":
		p.External = []string{v}
	case "schedule.rrule":
		p.Schedule.RRule = v
	case "materials":
		p.Materials = MaterialsRule{}
	case "owes", "owes.released", "owes.in_mail", "owes.optional": // owes rep:sales 销售数据|市场分析
		who, titles, _ := strings.Cut(v, " ")
		r := MaterialRule{From: Ref(who), Released: k == "owes.released", InMail: k == "owes.in_mail", Optional: k == "owes.optional"}
		for _, title := range strings.Split(titles, "|") {
			r.Items = append(r.Items, T(title, title, title))
		}
		p.Materials.Required = append(p.Materials.Required, r)
	case "owes.nothing":
		p.Materials.Required = nil
	case "minutes.waiver":
		p.Minutes.Waiver = Ref(v)
	case "progress.fields":
		p.Progress.Fields = strings.Fields(v)
	case "actions.active_on":
		p.Actions.ActiveOn = v
	case "archive.keepers":
		p.Archive.Keepers = append(p.Archive.Keepers, Ref(v))
	case "progress.promise":
		p.Progress.Promise = []Span{span().Span}
	case "minutes.objection_arbiter":
		p.Minutes.Arbiter = Ref(v)
	case "organizers":
		p.Organizers = append(p.Organizers, Ref(v))
	case "attendance.categories":
		p.Attendance.Categories = strings.Fields(v)
	case "minutes.publisher":
		p.Minutes.Publisher = Ref(v)
	case "up.to":
		p.Up.To = Ref(v)
	case "up.mode":
		p.Up.Mode = v
	case "up.deadline":
		p.Up.Deadline = span()
	case "up.before_confirm":
		p.Up.BeforeConfirm = v == "true"
	case "actions.plans":
		p.Actions.Plans = v == "true"
	case "materials.cutoff":
		p.Materials.Cutoff = span()
	case "materials.send":
		p.Materials.Send = span()
	default:
		if !setApplication(t, p, k, v) {
			t.Fatalf("the stories know no parameter %q", k)
		}
	}
}

// setOffice changes the office: someone leaves, a department loses its head, the policy gets a new version.
func setOffice(t *testing.T, w *world, l string) {
	f := strings.Fields(l)
	switch f[0] {
	case "leaves":
		w.Directory.People[PersonID(f[1])].Inactive = true
		w.wake[PersonCase(PersonID(f[1]))] = w.now
	case "room":
		var seats int
		fmt.Sscan(f[2], &seats)
		w.Office.Rooms = append(w.Office.Rooms, Room{Name: T(f[1], f[1], f[1]), Seats: seats, Equipment: T(f[3], f[3], f[3])})
	case "head":
		w.Directory.Departments[f[1]].Head = PersonID(strings.Join(f[2:], ""))
	case "policy":
		key := w.Current["MT-S0-1"]
		p := *w.Policies[key]
		setPolicy(t, &p, strings.Join(f[1:], " "))
		w.Policies[key+"+"], w.Current["MT-S0-1"] = &p, key+"+"
		w.wake[SeriesCase("MT-S0-1")] = w.now
		for id := range w.Meetings {
			w.wake[MeetingCase(id)] = w.now
		}
		for id := range w.Directory.People { // as apply does
			w.wake[PersonCase(id)] = w.now
		}
	default:
		t.Fatalf("the stories know no change %q of the office", l)
	}
}
