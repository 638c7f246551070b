package secretary

import (
	"fmt"
	"slices"
)

// A question mailed in is put to the host the same day as an item that is due then (S1E-13); open and answered since the meeting
// before, it stands on the next agenda with its asker (S1E-12).

// isQuestion reports whether an intent asks the host something.
func isQuestion(i Intent) bool { return i.Kind == IntentAsk && i.QuickLine != nil }

func isQuestionLine(i Intent) bool { return isOrder(i) && i.Verb == "question" }

// withQuestions reads the lines that ask something: where the regulation keeps questions they are such, whoever writes them;
// elsewhere they are lines like any other.
func (t *turn) withQuestions(r *Reply) *Reply {
	if !slices.ContainsFunc(r.Intents, isQuestionLine) {
		return r
	}
	m, keeps := t.meeting(), false
	if m != nil && r.Writer != "" && !t.outsider(r.Writer) {
		keeps = t.policy(m).Agenda.Questions
	}
	out := *r
	out.Intents = slices.Clone(r.Intents)
	others := false
	for n, in := range out.Intents {
		switch {
		case !isQuestionLine(in):
			others = others || isOrder(in) && in.Verb != ""
		case keeps && in.Problem == "":
			out.Intents[n].Kind = IntentAsk
		default:
			q := *in.QuickLine
			q.Verb, q.Problem = "", "no-order"
			out.Intents[n].QuickLine = &q
		}
	}
	if others {
		return &out
	}
	if keeps {
		out.Unclear = unreadBeside(out.Intents)
	}
	out.Intents = slices.DeleteFunc(out.Intents, func(in Intent) bool {
		return isOrder(in) || keeps != (in.Beside || isQuestion(in)) // beside questions only what is said in lines of its own counts
	})
	for n := range out.Intents {
		out.Intents[n].Beside = false
	}
	return &out
}

// takeQuestion makes an item of a question, for the host to answer by the evening.
func (t *turn) takeQuestion(m *Meeting, r *Reply, q *QuickLine) EchoLine {
	line := EchoLine{What: "question", Text: q.What, Status: "kept"}
	p, host := t.policy(m), t.agendaKeeper(m)
	if host == "" || host == r.Writer {
		line.Note = "no-host"
		return line
	}
	for _, i := range t.Items {
		if i.Asker == r.Writer && i.Text == q.What && i.Open() {
			line.Note = "asked-before"
			return line
		}
	}
	n := 1
	for t.Items[ItemID(fmt.Sprintf("%s-q%d", m.ID, n))] != nil {
		n++
	}
	today := t.today(m.Zone)
	i := &Item{
		ID: ItemID(fmt.Sprintf("%s-q%d", m.ID, n)), Meeting: m.ID, MeetingName: m.Title, MeetingDay: DateOf(t.begin(m)), Series: p.ID, Policy: m.Policy,
		No: fmt.Sprint("q", n), Text: q.What, Owner: host, Department: t.Directory.Person(host).Department, Due: today, OriginalDue: today,
		Supervisor: m.Supervisor, Zone: m.Zone, Status: NotStarted, Active: t.now, Asker: r.Writer,
	}
	t.Items[i.ID] = i
	t.note("question", r.Writer, "", string(i.ID)+" "+q.What)
	t.pokeAround(i)
	line.Status, line.Delegate = "", t.party(host).Name
	return line
}

// tellAsker lets whoever asked know that the question is answered, and how.
func (t *turn) tellAsker(i *Item, r *Reply) {
	if i.Asker == "" || i.Status != Complete || i.Asker == r.Writer {
		return
	}
	by := t.party(r.Writer)
	l := Letter{Kind: Echo, Ref: "told", Reason: "who asked learns the answer (S1E-12)", Zone: i.Zone, By: &by, Echoes: []EchoLine{{What: "answered", Text: i.Text}}, Quote: i.lastWords()}
	t.send(l, i.Asker, "answered-"+string(i.ID)+"-"+r.MessageID)
}

// QuestionView is a question as an agenda shows it.
type QuestionView struct {
	Text string `json:"text"`
	By   Party  `json:"by"`
	Done bool   `json:"done,omitempty"`
}

// questions lists those that are open, and those answered since the meeting before, by id.
func (t *turn) questions(m *Meeting) []QuestionView {
	p := t.policy(m)
	if p == nil || !p.Agenda.Questions || !m.toCome() {
		return nil
	}
	since := m.Start.AddDate(0, 0, -60)
	if prev := t.Meetings[m.Previous]; prev != nil {
		since = prev.Start
	}
	var out []QuestionView
	for _, id := range sortedKeys(t.Items) {
		if i := t.Items[id]; i.Asker != "" && i.Series == p.ID && (i.Open() || i.Status == Complete && i.DoneAt.After(since)) {
			out = append(out, QuestionView{i.Text, t.party(i.Asker), !i.Open()})
		}
	}
	return out
}
