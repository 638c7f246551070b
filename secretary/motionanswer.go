package secretary

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// receiveTopics reads the answer to a call for topics. What it proposes goes to the host; words that propose nothing are asked
// back about, and a file is materials as ever.
func (t *turn) receiveTopics(m *Meeting, r *Reply) {
	none := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentNoMaterials })
	switch {
	case r.acknowledges():
		t.filed(m, r)
	case none && len(r.Files) == 0:
		t.note("no-topics", r.Writer, "", "")
		t.close(m, r, []EchoLine{{What: "no_topics"}})
	case len(r.Files) > 0:
		t.receiveOwed(m, r)
	case r.saysNothing():
		t.noteNothing(r)
	default:
		t.askBack(m, r, "no-topic", nil, t.choicesOf(r)...)
	}
}

// isTopic reports whether an intent proposes a topic.
func isTopic(i Intent) bool { return i.Kind == IntentTopic && i.QuickLine != nil }

// asTopics turns the topics of quick lines into proposals where their writer conducts nothing, and proposals into quick
// lines where the writer does: 议题 and 加议题 are one thing, and the role tells what comes of it.
func asTopics(intents []Intent, conducts bool) []Intent {
	out := slices.Clone(intents)
	for n, in := range out {
		switch {
		case conducts && isTopic(in):
			out[n].Kind = IntentOrder
		case !conducts && isOrder(in) && in.Verb == "topic" && in.Problem == "":
			out[n].Kind, out[n].Beside = IntentTopic, false
		}
	}
	return out
}

// proposesTopics reports whether all that a mail orders are topics, so that its lines are read one by one.
func proposesTopics(intents []Intent) bool {
	topics := false
	for _, in := range intents {
		if isOrder(in) && in.Verb != "" && (in.Verb != "topic" || in.Problem != "") {
			return false
		}
		topics = topics || isOrder(in) && in.Verb != ""
	}
	return topics
}

// takeTopics files the topics that a mail in a meeting's thread proposes and the questions that it asks, and hands back what else it says.
func (t *turn) takeTopics(m *Meeting, r *Reply) (lines []EchoLine, rest *Reply) {
	n := 0
	for _, in := range r.Intents {
		switch {
		case isTopic(in):
			lines = append(lines, t.takeTopic(m, r, in.QuickLine, fmt.Sprintf("%s/%d", r.MessageID, n)))
			n++
		case isQuestion(in):
			lines = append(lines, t.takeQuestion(m, r, in.QuickLine))
		}
	}
	as := *r
	as.Intents = slices.DeleteFunc(slices.Clone(r.Intents), func(in Intent) bool { return isTopic(in) || isQuestion(in) })
	return lines, &as
}

// takeTopic files one topic: for this meeting while it is to come, else for the one after it.
func (t *turn) takeTopic(m *Meeting, r *Reply, q *QuickLine, id string) EchoLine {
	o := Motion{ID: id, Title: q.What, Minutes: q.Minutes, Purpose: q.Purpose, By: r.Writer, At: t.now}
	unknown := t.presentersOf(&o, q.Who)
	line := EchoLine{What: "topic", Text: o.Title}
	if unknown != "" {
		line.Note = "unknown-presenter"
	}
	next := t.follower(m)
	switch {
	case m.onAgenda(o.Title) && m.toCome():
		line.Note = "on-agenda"
		return line
	case slices.ContainsFunc(m.Motions, func(x Motion) bool { return x.open() && strings.EqualFold(x.Title, o.Title) }):
		line.Note = "proposed-before"
		return line
	case m.toCome() && m.Start.After(t.now):
	case next == nil || next.Previous != m.ID:
		line.Note = "no-meeting"
		return line
	default:
		line.Note, line.Date = "next-meeting", DateOf(t.begin(next))
		t.poke(MeetingCase(next.ID))
	}
	m.Motions = append(m.Motions, o)
	t.note("topic", r.Writer, "", o.Title)
	return line
}

// presentersOf sets who presents a topic: who is named for it, or at the end of its title as 「产能评估，王磊」. It returns a
// name that nobody has.
func (t *turn) presentersOf(o *Motion, named []string) (unknown string) {
	read := &reading{turn: t}
	for _, name := range named {
		id, why, _ := read.named(name, nil)
		if why != "" {
			unknown = name
			continue
		}
		o.Presenters = append(o.Presenters, id)
	}
	if len(named) == 0 {
		o.Title, o.Presenters = read.titleAndPresenters(o.Title)
	}
	return unknown
}

// titleAndPresenters parts the names at the end of a title from it: 「产能评估，王磊」. What is nobody's name belongs to the title.
func (o *reading) titleAndPresenters(title string) (string, []PersonID) {
	var who []PersonID
	for {
		at := strings.LastIndexAny(title, ",，、;；")
		if at <= 0 {
			return title, who
		}
		_, size := utf8.DecodeRuneInString(title[at:])
		id, why, _ := o.named(strings.TrimSpace(title[at+size:]), nil)
		if why != "" || slices.Contains(who, id) {
			return title, who
		}
		title, who = strings.TrimSpace(title[:at]), append([]PersonID{id}, who...)
	}
}

// beside puts lines into the letter that answers the mail, or into one of its own where nothing does.
func (t *turn) beside(m *Meeting, r *Reply, lines []EchoLine) {
	for n := range t.out.Letters {
		l := &t.out.Letters[n]
		if l.InReply == r.MessageID && l.To.ID == r.Writer && (l.Kind == Echo || l.Kind == AskBack) {
			l.Echoes = append(lines, l.Echoes...)
			return
		}
	}
	t.settle(r, ActedOn, lines[0].What)
	t.echo(m, r, lines)
}

// follower is the next meeting to come of the same series, nil where none is planned.
func (t *turn) follower(m *Meeting) *Meeting {
	p := t.policy(m)
	if p == nil {
		return nil
	}
	return t.upcoming(p.ID, m.ID)
}

// upcoming is the first meeting to come of a policy, leaving one out; nil where none is planned.
func (t *turn) upcoming(policy string, but MeetingID) *Meeting {
	var found []*Meeting
	add := func(o *Meeting) {
		if q := t.Policies[o.Policy]; q != nil && q.ID == policy && o.ID != but && o.toCome() && o.Start.After(t.now) {
			found = append(found, o)
		}
	}
	for _, o := range t.Meetings {
		add(o)
	}
	if t.Elsewhere != nil {
		for _, o := range t.Elsewhere(t.now.Truncate(day), t.now.Truncate(day).AddDate(1, 0, 0)) {
			if t.Meetings[o.ID] == nil {
				add(o)
			}
		}
	}
	slices.SortFunc(found, byStart)
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

// decideMotions takes the host's word on the topics of a letter, each by its number. The last word counts, for as long as
// the meeting is to come.
func (t *turn) decideMotions(m *Meeting, r *Reply) {
	if !m.toCome() || !m.Start.After(t.now) {
		t.decided(m, r)
		return
	}
	var lines []EchoLine
	var orders []Order
	told := map[PersonID][]EchoLine{}
	for _, v := range r.About.Motions {
		in, ok, why := r.ruling(v.No, len(r.About.Motions) == 1)
		if why != "" {
			t.askBack(m, r, "unclear", nil, t.choicesOf(r)...)
			return
		}
		o := m.motion(v.ID)
		if !ok || o == nil {
			continue
		}
		line, order := t.decideMotion(o, in)
		orders = append(orders, order...)
		if lines = append(lines, line); line.Note == "" && o.By != "" {
			told[o.By] = append(told[o.By], line)
		}
	}
	if len(lines) == 0 {
		t.askBack(m, r, "which-item", nil, t.choicesOf(r)...)
		return
	}
	t.close(m, r, lines)
	if len(orders) > 0 {
		t.amend(m, "the host has decided on topics (S0-14)", orders...)
	}
	for _, by := range sortedKeys(told) {
		t.tellProposer(m, r, by, told[by])
	}
}

// decideMotion records the word on one topic, and gives what puts it on the agenda or takes it off again.
func (t *turn) decideMotion(o *Motion, in Intent) (EchoLine, []Order) {
	to := MotionDropped
	if in.Kind == IntentApprove {
		to = MotionTaken
	}
	line := EchoLine{What: "motion", Status: string(to), Text: o.Title, Reason: in.Comment}
	if o.State == to {
		line.Note = "decided-so"
		return line, nil
	}
	was := o.State
	t.note("motion", o.By, string(was), string(to)+" "+o.Title)
	o.State, o.Comment, o.DecidedAt = to, in.Comment, t.now
	order := o.order()
	switch {
	case to == MotionTaken:
		return line, []Order{order}
	case was == MotionTaken:
		order.Topic.Off = true
		return line, []Order{order}
	}
	return line, nil
}

// tellProposer lets somebody know what became of all that they proposed.
func (t *turn) tellProposer(m *Meeting, r *Reply, to PersonID, lines []EchoLine) {
	if to == r.Writer {
		return
	}
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Of: AgendaCall, Ref: "told", Reason: "who proposed a topic learns what became of it (S0-14)", Zone: m.Zone, Meeting: t.meetingView(m, to), By: &by, Echoes: lines}
	t.send(l, to, "motions-"+r.MessageID)
}

// proposing is a mail with topics as its writer's role has it read: as orders, or as proposals beside what the other lines
// say.
func (t *turn) proposing(m *Meeting, r *Reply) *Reply {
	out := *r
	if t.MayOrder(m, r.Writer) {
		out.Intents = asTopics(r.Intents, true)
		return &out
	}
	lines := slices.ContainsFunc(r.Intents, isOrder) // else the mail was read as the answer to a call for topics
	out.Intents = nil
	for _, in := range asTopics(r.Intents, false) {
		switch {
		case isTopic(in) && slices.ContainsFunc(out.Intents, func(o Intent) bool { return isTopic(o) && o.What == in.What }):
		case isTopic(in), isQuestion(in), in.Beside, !lines:
			in.Beside = false
			out.Intents = append(out.Intents, in)
		}
	}
	if lines {
		out.Unclear = unreadBeside(r.Intents)
	}
	return &out
}

// unreadBeside are the lines beside topics that say nothing that is known; none where one of them answers the letter.
func unreadBeside(intents []Intent) []string {
	var out []string
	for _, in := range intents {
		if in.Beside {
			return nil
		}
		if isOrder(in) && in.Verb == "" {
			out = append(out, in.Line)
		}
	}
	return out
}
