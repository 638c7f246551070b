package secretary

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestAnythingMayHappen plays random events upon random policies: answers of every kind to every letter, by whom it
// went to and by others, twice and late; orders; people who leave; a daemon that was down. What must hold is checked
// by the world as letters go out (see post), and by check after every event.
// Clauses: S3-49.
func TestAnythingMayHappen(t *testing.T) {
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue && !testing.Short() {
		if err := flag.Set("rapid.checks", sequences); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = flag.Set("rapid.checks", f.DefValue) }()
	}
	rapid.Check(t, func(rt *rapid.T) {
		g := &game{T: rt, rng: rand.New(rand.NewPCG(seed(rt), 1))}
		policies := []*Policy{g.policy()}
		if g.die(4) == 0 {
			policies = append(policies, g.rival(policies[0]))
		}
		g.world = newWorld(rt, testDesk("2026-11-27", policies...), time.Date(2026, 11, 19, 8, 0, 0, 0, cst))
		g.strict = g.die(100) == 0
		g.Office.Quiet = pick(g, [2]Clock{}, [2]Clock{{21, 0, true}, {7, 30, true}}, [2]Clock{{18, 30, true}, {10, 15, true}}, [2]Clock{{0, 0, true}, {8, 0, true}})
		g.until(g.now.Add(time.Duration(g.die(10)) * day / 2))
		for range max(0, g.die(9)-4) {
			g.advance()
		}
		for range rapid.IntRange(4, 20).Draw(rt, "events") {
			g.step()
			g.check()
			g.checkAmendments()
		}
	})
}

// seed draws thirty bits, each of them fairly: rapid's draws of numbers prefer small ones, so that the same sequences
// would come again and again.
func seed(t *rapid.T) uint64 {
	var n uint64
	for _, bit := range rapid.SliceOfN(rapid.Bool(), 30, 30).Draw(t, "seed") {
		if n <<= 1; bit {
			n++
		}
	}
	return n
}

func (g *game) policy() *Policy {
	p := coordination()
	p.Minutes.OnSilence = pick(g, "remind", "escalate", "publish_unconfirmed", "consent")
	p.Minutes.Confirmers = pick(g, "heads", "representatives", "attendees", "none", "")
	p.Minutes.ByDelegate = g.die(2) == 0
	p.Minutes.ReviewBy = pick[Ref](g, "host", "", "recorder")
	p.Leave.Delegate = pick(g, "required", "optional", "none")
	p.Leave.DelegateFrom = pick(g, "department", "anyone", "roster")
	p.Leave.Approval = pick[Ref](g, "", "host")
	p.Holiday.Shift = pick(g, "earlier", "later", "skip", "ask", "keep")
	p.Recorder = pick[Ref](g, "sun.li", "chen.jing", "nobody")
	p.Actions.Verify = g.die(2) == 0
	p.Roster = append(p.Roster, RosterRule{Who: "kim"})
	g.owing(p)
	p.Up.To, p.Up.Mode = pick[Ref](g, "", "", "zhao.jun", "huang.ting"), pick(g, "read", "comment")
	p.Up.BeforeConfirm, p.Actions.Plans = g.die(2) == 0, g.die(3) == 0
	p.Up.Deadline = pick(g, Moment{}, in(1, CalendarDays), in(2, Workdays))
	p.Progress.Fields = pick(g, nil, []string{"progress", "measures"})
	p.Minutes.Required = pick(g, "yes", "yes", "waivable")
	p.Actions.ActiveOn = pick(g, "", "publication", "review", "confirmation")
	p.Organizers = pick(g, nil, []Ref{"wang.min", "kim"})
	p.Schedule.Until = pick[Date](g, "2026-11-27", "2026-11-27", "2026-11-27", "")
	p.Agenda.Call, p.Agenda.CallBefore = g.die(2) == 0, pick(g, in(3, CalendarDays), in(1, Workdays), in(2, Hours))
	p.Agenda.RunSheet = pick(g, Moment{}, in(1, Workdays), in(3, Hours))
	p.Agenda.Questions = g.die(2) == 0
	p.Preparation.Who, p.Preparation.Equipment = pick[Ref](g, "", "convener", "he.ping"), pick[Ref](g, "", "recorder")
	if g.die(3) == 0 {
		g.evaluate(p)
	}
	p.Approval.Approver = pick[Ref](g, "", "zhao.jun", "chen.jing", "nobody")
	return p
}

// evaluate has meetings surveyed, and the regulation kept up.
func (g *game) evaluate(p *Policy) {
	p.Survey = SurveyRule{Cycle: pick(g, "each", "every 2"), Delay: in(1, Hours), Window: in(1, CalendarDays), Anonymous: g.die(2) == 0, MinAnswers: g.die(3), PublishTo: []Ref{"head:*"}, Questions: []Text{T("一", "", ""), T("二", "", "")}}
	p.Feedback = FeedbackRule{Severity: []Text{T("高", "", ""), T("低", "", "")}, Urgency: []Text{T("高", "", ""), T("低", "", "")}}
	p.Lessons.Cycle, p.Archive.ReviewCycle, p.Review = Span{3, CalendarDays}, Span{5, CalendarDays}, CycleRule{Span{4, CalendarDays}, pick[Ref](g, "", "sun.li", "nobody")}
	p.Agenda.Feedback, p.Kind = g.die(3) == 0, pick(g, "", "training")
}

// rival is a policy whose meetings may clash with those of p.
func (g *game) rival(p *Policy) *Policy {
	q := *p
	q.ID, q.Code, q.Convener = "MT-B", "BBB", pick[Ref](g, "head:psm", "head:sales", "nobody")
	q.Schedule.Start.Hour = 8 + g.die(4)
	q.Schedule.RRule = pick(g, p.Schedule.RRule, "FREQ=DAILY")
	q.Hours.Avoid = pick(g, nil, []string{"10:00-11:00"})
	p.Conflict.Rule, q.Conflict.Rule = pick(g, "", "ask", "keep", "skip", "move"), pick(g, "", "ask", "keep", "skip", "move")
	q.Place = pick(g, p.Place, T("二号会议室", "二號會議室", "Room 2"))
	return &q
}

// game is one random sequence.
type game struct {
	*rapid.T
	*world
	rng *rand.Rand
}

// die draws one of n numbers, each as likely as the other.
func (g *game) die(n int) int { return g.rng.IntN(n) }

// pick draws one of the values.
func pick[T any](g *game, v ...T) T { return v[g.die(len(v))] }

func (g *game) step() {
	g.until(g.now)
	switch g.die(24) {
	case 0, 5:
		g.until(g.now.Add(time.Duration(1+g.die(72)) * hour))
	case 1:
		g.now = g.now.Add(time.Duration(1+g.die(20)) * day) // nobody was there to wake anything
		g.until(g.now)
	case 2:
		g.order()
	case 3:
		g.leave()
	case 6:
		g.quickLines()
	case 4:
		g.advance() // what would bring the meeting on
	case 7:
		g.amend()
	default:
		g.someMail()
	}
}

// someMail has somebody answer some letter with something.
func (g *game) someMail() {
	if len(g.letters) == 0 {
		return
	}
	about := &g.letters[max(0, len(g.letters)-30)+g.die(min(30, len(g.letters)))]
	from := about.To.ID
	if g.die(10) == 9 {
		from = pick(g, g.Directory.ids()...)
	}
	r := g.reply(from, about)
	for range 1 + g.die(2) {
		r.Intents = append(r.Intents, g.intent(about))
	}
	g.envelope(r)
	o := g.mail(r)
	if o.Verdict == "" {
		g.Fatalf("a mail without verdict: %+v", r)
	}
	if g.die(4) == 3 {
		g.again(r)
	}
}

// again delivers a mail a second time: nothing changes but what the clock brings.
func (g *game) again(r *Reply) {
	g.until(g.now)
	before := asJSON(g.T, g.Meetings, g.Items, g.Series, g.Away)
	g.mail(r)
	g.until(g.now)
	if after := asJSON(g.T, g.Meetings, g.Items, g.Series, g.Away); r.Proof == Proven && r.Automatic == "" && before != after {
		g.Fatalf("a mail read twice acts twice: %+v", r.Intents)
	}
}

func (g *game) envelope(r *Reply) {
	switch g.die(25) {
	case 8:
		r.Proof = Weak
	case 1:
		r.Proof, r.Writer = Stranger, ""
	case 2:
		r.Automatic = Vacation
	case 3:
		r.Automatic, r.Bounce = Bounced, &Bounce{r.From, true}
	case 4:
		r.Date = r.Date.Add(-time.Duration(0+g.die(73)) * hour)
	case 5, 12:
		g.hands(r)
	case 6:
		r.About = nil
	case 7, 9, 10:
		g.calendar(r)
	case 11: // handed on beyond the company
		r.Proof, r.Writer, r.From, r.Aligned = Stranger, "", pick(g, "xu@partner.example", "zhu@partner.example"), g.die(3) > 0
		g.calendar(r)
	}
}

// calendar makes the mail a calendar program's: for its writer or in somebody's name, as a delegate or not, with a DTSTAMP of
// its own or a copied one.
func (g *game) calendar(r *Reply) {
	stamp := g.now.Add(-time.Duration(g.die(3)*g.die(100)) * hour)
	if r.About != nil && r.About.Meeting != nil && g.die(2) == 0 {
		stamp = r.About.Meeting.Stamp
	}
	a := CalendarAnswer{Attendee: r.From, Sequence: g.die(4), Unnumbered: g.die(8) == 0, DTStamp: &stamp, PartStat: string(pick(g, Accepted, Tentative, NeedsAction))}
	other := g.Directory.Person(pick(g, g.Directory.ids()...)).Email
	switch g.die(6) {
	case 0:
		a.DelegatedFrom = other
	case 1:
		a.Attendee = pick(g, other, "", "alias@home.example")
	case 2:
		a.Attendee, a.SentBy = other, r.From
	}
	r.Calendar = &CalendarMessage{Method: pick(g, "REPLY", "REPLY", "COUNTER", "REFRESH", "CANCEL"), Answers: []CalendarAnswer{a}}
}

func (g *game) intent(about *Letter) Intent {
	item := fmt.Sprint(g.die(4))
	if item == "0" {
		item = ""
	}
	percent := g.die(101)
	kind := pick(g, IntentAttend, IntentAttend, IntentAttend, IntentCounter, IntentConfirm, IntentObject, IntentProgress, IntentExtend, IntentApprove,
		IntentReject, IntentShift, IntentScore, IntentQuery, IntentDraft, IntentHelp, IntentNoMaterials, IntentTopic, IntentSuggest, IntentGrade, IntentFeedback, IntentKnowledge, IntentStandIn)
	if g.die(4) < 3 {
		kind = g.fitting(about, kind)
	}
	in := Intent{Kind: kind, Item: item, Comment: "意见", Reason: "原因"}
	switch kind {
	case IntentAttend:
		in.Status = pick(g, "accepted", "declined", "tentative", "delegated", "nonsense")
		in.Delegate = pick(g, "", "李伟", "王敏", "周强", "何平", "kim@customer.example", "谁")
	case IntentShift:
		in.Status = pick(g, "earlier", "later", "skip", "keep", "nonsense", "")
	case IntentCounter:
		in.Start = g.now.Add(time.Duration(percent-20) * 3 * hour).Format(time.RFC3339)
	case IntentProgress:
		in.Percent, in.Status = &percent, pick(g, "done", "in_progress", "blocked", "not_started", "")
	case IntentExtend:
		in.Until = DateOf(g.now).Add(percent - 30)
	case IntentDraft:
		in.Draft = g.draft()
	case IntentTopic:
		in.QuickLine = &QuickLine{Verb: "topic", Line: "议题", What: pick(g, "产能", "备件", "产能，王磊", "开场", "排班"), Minutes: 10 * g.die(5), Purpose: pick(g, "", "decide")}
	case IntentScore:
		in.Question, in.Value = item, g.die(7)
	default:
		g.upkeep(&in)
	}
	return in
}

// upkeep fills in what somebody says of feedback, or of being away.
func (g *game) upkeep(in *Intent) {
	names := []string{"", "李伟", "王敏", "周强", "陈静", "金顺", "销售部", "谁"}
	switch in.Kind {
	case IntentGrade:
		in.Severity, in.Urgency, in.Status = g.die(4), g.die(4), pick(g, "", "accepted", "accepted", "declined", "forwarded")
		in.Delegate, in.Until = pick(g, names...), DateOf(g.now).Add(g.die(20)-3)
	case IntentFeedback:
		in.Status = pick(g, "regulation", "interview", "confidential")
	case IntentStandIn:
		in.Status, in.Delegate = pick(g, "", "", "back"), pick(g, names...)
		in.From, in.Until = DateOf(g.now).Add(g.die(5)-1), DateOf(g.now).Add(g.die(9)-1)
	}
}

func (g *game) fitting(about *Letter, kind IntentKind) IntentKind {
	switch about.Asks() {
	case MinutesCall:
		return pick(g, IntentDraft, IntentDraft, IntentDraft, IntentWaive)
	case ActionPlan:
		return IntentDraft
	case Approval:
		if strings.HasPrefix(about.Ref, "shift:") {
			return IntentShift
		}
		return pick(g, IntentApprove, IntentApprove, IntentReject)
	case MinutesReview, ReportUp:
		return pick(g, IntentApprove, IntentApprove, IntentReject)
	case MinutesConfirm:
		return pick(g, IntentConfirm, IntentConfirm, IntentConfirm, IntentObject)
	case Action, Overdue:
		return pick(g, IntentProgress, IntentExtend)
	case MaterialsCall:
		return IntentNoMaterials
	case AgendaCall:
		return IntentTopic
	case Invitation, Update, Reminder:
		return IntentAttend
	case Survey:
		return pick(g, IntentScore, IntentScore, IntentSuggest)
	case Duty:
		return pick(g, IntentGrade, IntentGrade, IntentProgress, IntentExtend)
	}
	return kind
}

func (g *game) draft() *Draft {
	d := &Draft{}
	for i := range g.die(3) {
		d.Resolutions = append(d.Resolutions, DraftLine{fmt.Sprint(i + 1), "决议"})
	}
	for i := range g.die(4) {
		owner := pick(g, "王磊", "刘洋", "赵军", "陈静", "金顺", "李伟", "")
		due := DateOf(g.now).Add(-2 + g.die(23))
		d.Actions = append(d.Actions, DraftAction{fmt.Sprint(i + 1), "行动", owner, due, "成果"})
	}
	if g.die(3) == 0 {
		d.Open = []OpenTopic{{pick(g, "2", "3", "4"), pick(g, NotReached, Undecided, RaisedUp)}}
	}
	if g.die(2) == 0 {
		d.Attendance = []Attendance{{Name: "李娜", State: "absent"}, {Name: "周强", State: "delegated", Delegate: "李伟"}}
	}
	return d
}

// advance does what the newest open stage waits for, so that sequences reach the later ones.
func (g *game) advance() {
	for _, id := range slices.Backward(sortedKeys(g.Meetings)) {
		m := g.Meetings[id]
		switch m.Stage {
		case Noticed:
			g.until(m.End)
		case Published:
			g.until(g.now.Add(2 * day))
			for _, i := range m.Items {
				if item := g.Items[i]; item.Open() {
					g.answerTo(item.Owner, Action, Intent{Kind: IntentProgress, Status: "done"})
				}
			}
		case Held, Objected:
			g.answerTo(g.turnOf(m).scribe(m), MinutesCall, Intent{Kind: IntentDraft, Draft: &Draft{
				Resolutions: []DraftLine{{"1", "生产部备料"}},
				Actions:     []DraftAction{{"2", "行动", "王磊", DateOf(g.now).Add(4), "成果"}, {"3", "行动", "刘洋", DateOf(g.now).Add(9), "成果"}},
				Attendance:  []Attendance{{Name: "张伟", State: "absent"}},
			}})
		case Reviewing:
			t := g.turnOf(m)
			g.answerTo(t.reviewer(m, t.policy(m)), MinutesReview, Intent{Kind: IntentApprove})
		case Confirming:
			for _, c := range slices.Clone(m.Confirms) {
				g.answerTo(c.Person, MinutesConfirm, Intent{Kind: IntentConfirm})
			}
		}
	}
}

func (g *game) turnOf(m *Meeting) *turn { return newTurn(g.Desk, MeetingCase(m.ID), g.now, "") }

func (g *game) answerTo(who PersonID, k LetterKind, in Intent) {
	if l := g.last(who, k, 0); l != nil {
		g.mail(g.reply(who, l, in))
	}
}

func (g *game) order() {
	ids := sortedKeys(g.Meetings)
	if len(ids) == 0 {
		return
	}
	c := MeetingCase(pick(g, ids...))
	o := Order{Cancel: &CancelOrder{"取消"}}
	if g.die(4) > 0 {
		o = Order{Move: &MoveOrder{Start: g.now.Add(time.Duration(g.die(305)-5) * hour).Truncate(time.Minute)}}
	}
	g.event(c, func(d *Desk) *Outcome {
		if out, err := Command(d, c, o, g.now); err == nil {
			return out
		}
		return &Outcome{}
	})
}

// leave has somebody leave the company, or come back.
func (g *game) leave() {
	id := pick[PersonID](g, "zhou.qiang", "wang.lei", "liu.yang", "sun.li", "david", "zhao.jun", "chen.jing")
	g.Directory.People[id].Inactive = !g.Directory.People[id].Inactive
	for p := range g.Directory.People {
		g.wake[PersonCase(p)] = g.now
	}
	for m := range g.Meetings {
		g.wake[MeetingCase(m)] = g.now
	}
}
