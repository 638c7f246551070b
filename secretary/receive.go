package secretary

import (
	"slices"
	"strings"
	"time"
)

// Receive takes one mail that the parser has read, in the case that its thread belongs to, and does whatever falls
// due by it. The outcome's verdict is never empty. A mail from a weak or unknown writer changes nothing.
func Receive(d *Desk, c Case, r *Reply, now time.Time) *Outcome {
	t := newTurn(d, c, now, r.MessageID)
	t.receive(r)
	if _, _, ok := cutCase(c); ok {
		t.work()
	}
	return t.out
}

func (t *turn) receive(r *Reply) {
	r, refused := t.ordering(t.inTheirPlace(t.admit(r)))
	switch {
	case r.Automatic == Bounced:
		t.bounced(r)
	case r.Automatic != "":
		t.settle(r, Automated, string(r.Automatic))
	case r.Vain == ToLeave:
		t.settle(r, Automated, "leads-nowhere")
	case r.Proof == Stranger || !t.Directory.active(r.Writer):
		t.settle(r, Strange, "nobody we know writes from "+r.From)
	case r.Proof != Proven && r.asksOnlyHelp():
		t.helpUnproven(r)
	case r.Proof != Proven:
		t.prove(r)
	case t.readBefore(r):
		t.settle(r, ActedOn, "read-before")
	case r.TooLarge > 0 && r.Vain == "":
		t.tooLarge(r)
	case t.aboutEntry(r):
		t.settle(r, ActedOn, "due-entry")
	case t.invitation(r):
		t.receiveInvitation(r)
	case refused:
		t.refuseOrders(r)
	case slices.ContainsFunc(r.Intents, isOrder):
		t.receiveOrders(t.meeting(), r)
	case slices.ContainsFunc(r.Intents, isHelp):
		t.help(r)
	case r.About == nil && t.meeting() != nil && slices.ContainsFunc(r.Intents, func(i Intent) bool { return isTopic(i) || isQuestion(i) }):
		lines, _ := t.takeTopics(t.meeting(), r)
		t.beside(t.meeting(), r, lines)
	case r.GivesFeedback():
		t.receiveFeedback(r)
	case slices.ContainsFunc(r.Intents, isKnowledge):
		t.receiveKnowledge(r, r.Intents[slices.IndexFunc(r.Intents, isKnowledge)].Comment)
	case slices.ContainsFunc(r.Intents, isStandIn):
		t.receiveStandIn(r)
	case t.applies(r):
		t.receiveApplication(r)
	case r.About == nil && (r.Calendar == nil || t.c == ""):
		t.fresh(r)
	default:
		t.inCase(r)
	}
}

// readBefore reports whether this very mail has been acted on in this case, and remembers it.
func (t *turn) readBefore(r *Reply) bool {
	if _, ok := (*t.book().read)[r.MessageID]; ok {
		return true
	}
	if r.MessageID != "" {
		t.keep(func(b book) *map[string]time.Time { return b.read }, r.MessageID)
	}
	return false
}

// UnknownUID is the reason of the verdict on a calendar answer to a meeting that is not known. It may become known: our own
// records and the mail need not come in order (imip I-57).
const UnknownUID = "unknown-uid"

// inCase hands the reply to the case's own reading.
func (t *turn) inCase(r *Reply) {
	kind, id, _ := cutCase(t.c)
	if kind == "meeting" && (r.About != nil || r.Calendar != nil) {
		if m := t.Meetings[MeetingID(id)]; m != nil && t.policy(m) != nil {
			t.receiveMeeting(m, r)
			return
		}
	}
	if kind == "series" && (r.About != nil || r.Calendar != nil) {
		t.receiveSeries(id, r)
		return
	}
	if kind == "person" && r.About != nil {
		t.receivePerson(PersonID(id), r)
		return
	}
	if r.Calendar != nil && r.Calendar.answers() {
		t.settle(r, AskedBack, UnknownUID)
		t.note("unknown-uid", r.Writer, "", r.Calendar.UID)
	}
	t.settle(r, AskedBack, "no-case")
	t.answer(Letter{Kind: AskBack, Ref: "no-case", Reason: "the mail belongs to nothing known", Quote: r.Text, Choices: []Choice{{Verb: "help"}}}, r)
}

// receiveMeeting reads a mail in a meeting's thread by what was asked.
func (t *turn) receiveMeeting(m *Meeting, r *Reply) {
	asks := Invitation
	if r.Calendar == nil && r.About.Asks() == Survey {
		t.receiveSurvey(m, r)
		return
	}
	if r.Vain == ToFile {
		t.filed(m, r)
		return
	}
	if c := r.Calendar; c != nil && !c.answers() {
		t.receiveRequest(m, r)
		return
	} else if t.foreign(c) {
		t.note("other-organizer", r.Writer, "", c.Organizer)
		t.settle(r, ActedOn, "other-organizer")
		t.filed(m, r)
		return
	} else if c == nil {
		asks = r.About.Asks()
	}
	if lines, rest := t.takeTopics(m, r); len(lines) > 0 {
		if len(rest.Intents)+len(rest.Files) > 0 {
			t.receiveMeeting(m, rest)
		}
		t.beside(m, r, lines)
		return
	}
	switch asks {
	case AgendaCall:
		t.receiveTopics(m, r)
	case RunSheet:
		t.receiveRunSheet(m, r)
	case Duty:
		t.receiveDuty(m, r)
	case Invitation, Update, Cancel, Reminder:
		t.receiveInvited(m, r)
	case MaterialsCall, MaterialsReminder:
		t.receiveOwed(m, r)
	case MinutesCall:
		t.receiveDraft(m, r)
	case MinutesPublish:
		t.receivePublished(m, r)
	case MinutesReview:
		t.receiveReview(m, r)
	case MinutesConfirm:
		t.receiveConfirm(m, r)
	case Approval:
		t.receiveMeetingApproval(m, r)
	case ActionPlan:
		t.receivePlan(m, r)
	case ReportUp:
		t.receiveUp(m, r)
	case OrderCheck:
		t.receiveOrdered(m, r)
	case ApplicationForm:
		t.receiveAboutApplication(m, r)
	case Escalation:
		t.passOn(m, r)
	default:
		t.filed(m, r)
	}
}

// receiveDuty reads an answer to a letter about something that is to be seen to.
func (t *turn) receiveDuty(m *Meeting, r *Reply) {
	switch r.About.Ref {
	case "prepare":
		t.receivePrepared(m, r)
	case "guide":
		t.receiveGuide(m, r)
	default:
		t.filed(m, r)
	}
}

// answers reports whether the message is an attendee's answer.
func (c *CalendarMessage) answers() bool {
	return (c.Method == "REPLY" || c.Method == "COUNTER") && len(c.Answers) > 0
}

// receiveInvited reads an answer to an invitation; files that come with it are materials where the writer owes any.
func (t *turn) receiveInvited(m *Meeting, r *Reply) {
	owed := m.owes(r.Writer)
	files := owed != nil && len(r.Files) > 0 && m.Stage != Cancelled
	switch {
	case m.Adopted != nil && (len(r.Intents) > 0 || !files):
		t.receiveAnnounced(m, r, files)
	case len(r.Intents) > 0:
		var lines []EchoLine
		if files {
			lines = t.receiveMaterials(m, owed, r)
		}
		t.receiveAttendance(m, r, lines)
	case files, len(r.Files) > 0 && m.Stage == Noticed && m.seat(r.Writer) != nil: // S0-13: what nobody asked for is welcome too
		t.receiveOwed(m, r)
	case m.Stage != Planned && m.Stage != Noticed:
		t.filed(m, r) // nothing is asked any more
	case r.saysNothing():
		t.noteNothing(r)
	default:
		t.askBack(m, r, "unclear", nil, t.answers(m)...)
	}
}

// receiveOwed reads an answer to a materials call. Its words are content, never a decision.
func (t *turn) receiveOwed(m *Meeting, r *Reply) {
	owed := t.owedBy(m, r)
	none := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentNoMaterials })
	if len(r.Files) == 0 && !none && m.owes(r.Writer) == nil {
		t.filed(m, r)
		return
	}
	if owed == nil {
		owed = m.materialOf(r.Writer, t.Directory.Person(r.Writer).Department)
	}
	lines := t.handIn(m, owed, r)
	if none && len(r.Files) == 0 {
		owed.None = true
		t.note("no-materials", r.Writer, "", "")
		lines = append(lines, EchoLine{What: "no_materials"})
	}
	switch {
	case len(lines) > 0:
		t.receipt(m, owed, r, lines)
	case len(owed.Received)+len(owed.Said) == 0 && !owed.None:
		t.askBack(m, r, "no-file", nil, Choice{Verb: "no_materials"})
	default:
		t.filed(m, r) // words about what has come in already
	}
}

// owedBy is what the mail hands in: what the writer owes, or the person whose call a colleague of the same department
// answers.
func (t *turn) owedBy(m *Meeting, r *Reply) *Material {
	if owed := m.owes(r.Writer); owed != nil {
		return owed
	}
	if r.About != nil && r.About.To.ID != "" {
		asked, writer := t.Directory.Person(r.About.To.ID), t.Directory.Person(r.Writer)
		if asked != nil && asked.Department != "" && asked.Department == writer.Department {
			return m.owes(asked.ID)
		}
	}
	return nil
}

// filed keeps a mail that decides nothing; the convener sees it. One that only says that something has arrived needs no
// answer.
func (t *turn) filed(m *Meeting, r *Reply) {
	if r.acknowledges() {
		t.settle(r, ActedOn, "noted")
		t.note("noted", r.Writer, "", "")
		return
	}
	t.settle(r, ActedOn, "filed")
	t.note("filed", r.Writer, "", "")
	t.tellConvener(m, r, "filed")
	t.echo(m, r, []EchoLine{{What: "filed"}})
}

// settle writes the mail's verdict, once; the first stands.
func (t *turn) settle(_ *Reply, v Verdict, reason string) {
	if t.out.Verdict == "" {
		t.out.Verdict, t.out.Reason = v, reason
	}
}

// close ends a reading: what was understood is echoed, what was not is asked back.
func (t *turn) close(m *Meeting, r *Reply, lines []EchoLine) {
	if len(lines) > 0 {
		t.settle(r, ActedOn, lines[0].What)
		t.echo(m, r, lines)
	} else if t.out.Verdict == "" {
		t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
	}
}

func (t *turn) choicesOf(r *Reply) []Choice {
	if r.About != nil {
		return r.About.Choices
	}
	return []Choice{{Verb: "help"}}
}

// withoutNone leaves the choice out to say that there are no materials.
func withoutNone(choices []Choice) []Choice {
	return slices.DeleteFunc(slices.Clone(choices), func(c Choice) bool { return c.Verb == "no_materials" })
}

// echo says in a line what was understood; an answer to it is read like one to the letter that was answered.
func (t *turn) echo(m *Meeting, r *Reply, lines []EchoLine) {
	l := t.about(m, r, Echo, "every answer is echoed")
	l.Echoes, l.Cc = lines, t.alsoTo(r)
	if len(r.Unclear) > 0 {
		l.Quote = strings.Join(r.Unclear, "\n")
		l.Choices = withoutNone(t.choicesOf(r)) // who is echoed has said so, or handed in
	}
	t.answer(l, r)
}

// askBack asks again what could not be understood, with the choices spelled out. What was understood besides is said.
func (t *turn) askBack(m *Meeting, r *Reply, why string, lines []EchoLine, choices ...Choice) {
	t.settle(r, AskedBack, why)
	l := t.about(m, r, AskBack, "asked back: "+why)
	l.Problems, l.Cc = []Problem{{Code: why}}, t.alsoTo(r)
	l.Echoes, l.Quote, l.Choices = lines, r.Text, choices
	t.answer(l, r)
}

// alsoTo is who wrote a mail in somebody else's name.
func (t *turn) alsoTo(r *Reply) []Party {
	if r.By == "" {
		return nil
	}
	return []Party{t.party(r.By)}
}

// about makes a letter in the thread of the one that r answers.
func (t *turn) about(m *Meeting, r *Reply, k LetterKind, reason string) Letter {
	l := Letter{Kind: k, Of: Invitation, Reason: reason}
	if r.About != nil {
		l.Of, l.Ref, l.Changes, l.Minutes = r.About.Asks(), r.About.Ref, r.About.Changes, r.About.Minutes
		if l.Items = t.asTheyAre(r.About.Items); r.About.Deadline.After(t.now) {
			l.Deadline = r.About.Deadline
		}
		if r.Writer == r.About.To.ID { // who could come when, and who wants what, is for who decides
			l.Times, l.Motions, l.Checks = r.About.Times, r.About.Motions, r.About.Checks
			l.Feedback, l.Chores, l.Survey = r.About.Feedback, r.About.Chores, r.About.Survey
		}
		if l.Ref == "told" {
			l.Ref = "" // it was about somebody else's answer, this is about the writer's own
		}
	}
	if m != nil {
		l.Zone, l.Meeting = m.Zone, t.meetingView(m, r.Writer)
	} else if r.About != nil {
		l.Zone = r.About.Zone
	}
	return l
}

// asTheyAre shows items as they stand now, under the numbers that they had.
func (t *turn) asTheyAre(items []ItemView) []ItemView {
	var out []ItemView
	for _, v := range items {
		if i := t.Items[v.ID]; i != nil {
			old := v
			v = t.itemView(i)
			v.No, v.Wants, v.Until = old.No, old.Wants, old.Until
		}
		out = append(out, v)
	}
	return out
}

// prove answers a mail whose writer is not proven: the registered address is asked whether it wrote this. Until it
// says so the mail changes nothing.
func (t *turn) prove(r *Reply) {
	t.settle(r, ToBeProven, "the writer is not proven")
	l := t.about(nil, r, Prove, "a mail whose writer is not proven is confirmed back")
	if r.About == nil {
		l.Of = ""
	}
	l.Ref = r.MessageID
	l.Quote, l.Echoes = r.Text, r.claims()
	l.Choices = []Choice{{Verb: "approve"}, {Verb: "reject"}}
	t.answer(l, r)
}

// fresh answers a mail that answers nothing of ours.
func (t *turn) fresh(r *Reply) {
	t.settle(r, AskedBack, "fresh")
	t.answer(Letter{Kind: AskBack, Ref: "fresh", Reason: "asked back: a fresh mail that asks nothing known", Quote: r.Text,
		Problems: []Problem{{Code: "fresh"}}, Choices: append(t.inquiries(r.Writer), Choice{Verb: "help"})}, r)
}
