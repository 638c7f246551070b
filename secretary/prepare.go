package secretary

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// What a meeting needs besides mail is a list for whoever prepares it, the day before: room, name plates, paper copies,
// equipment (S3-64, S3-72 to S3-77, S2-29). It is answered with 「完成」, whole or by number.

// Room is one of the office's rooms, as huiban.yaml has it (S3-73).
type Room struct {
	Name      Text `json:"name"`
	Seats     int  `json:"seats,omitempty"`
	Equipment Text `json:"equipment,omitempty"`
}

// roomOf is the room that a meeting is held in, nil where the office keeps none of that name.
func (t *turn) roomOf(m *Meeting) *Room {
	for i := range t.Office.Rooms {
		r := &t.Office.Rooms[i]
		for _, l := range Langs {
			if name := r.Name.In(l); name != "" && strings.Contains(m.Place.In(l), name) {
				return r
			}
		}
	}
	return nil
}

// CheckView is one line of the list.
type CheckView struct {
	No   string `json:"no"`
	Word string `json:"word"`           // a stable one that templates word: room, room-small, plates, papers, decoration, guests, equipment, spare
	N    int    `json:"n,omitempty"`    // people, copies or seats
	More int    `json:"more,omitempty"` // of room-small: who comes
	Text Text   `json:"text,omitempty"` // of equipment: what the room has
}

// Prepared is what somebody has said to be done; of who answered anything else it is empty.
type Prepared struct {
	By   PersonID  `json:"by"`
	What []string  `json:"what,omitempty"`
	At   time.Time `json:"at"`
}

// spareCopies are printed besides one for everybody who comes (S3-72).
const spareCopies = 2

// coming counts who will be in the room: everybody who has not declined, delegates in the place of those they stand for.
func (m *Meeting) coming() int { return len(m.participants()) }

// checks are the lines of the list for one person: those of the room, those of the equipment, or both.
func (t *turn) checks(m *Meeting, p *Policy, to PersonID) []CheckView {
	who, equipment := t.preparers(m, p)
	var out []CheckView
	add := func(wanted bool, v CheckView) {
		if wanted {
			v.No = fmt.Sprint(len(out) + 1)
			out = append(out, v)
		}
	}
	room, n := t.roomOf(m), m.coming()
	if to == who {
		if room != nil {
			add(room.Seats > 0 && room.Seats < n, CheckView{Word: "room-small", N: room.Seats, More: n})
		}
		add(true, CheckView{Word: "room", N: n})
		add(true, CheckView{Word: "plates", N: n})
		add(p.Materials.Paper, CheckView{Word: "papers", N: n + spareCopies})
		add(p.Importance == "important", CheckView{Word: "decoration"})
		add(slices.ContainsFunc(m.participants(), func(s Seat) bool { return s.External }), CheckView{Word: "guests"})
	}
	if to == equipment {
		v := CheckView{Word: "equipment"}
		if room != nil {
			v.Text = room.Equipment
		}
		add(true, v)
		add(true, CheckView{Word: "spare"})
	}
	return out
}

// preparers are who prepares the room, and who tests the equipment; nobody where the policy names nobody.
func (t *turn) preparers(m *Meeting, p *Policy) (who, equipment PersonID) {
	who = t.whoOne(m, p.Preparation.Who, "")
	if who == "" {
		return "", t.whoOne(m, p.Preparation.Equipment, "")
	}
	return who, t.whoOne(m, p.Preparation.Equipment, who)
}

// prepareDuties ask the morning of the workday before, and once more in the afternoon where nothing is heard.
func (t *turn) prepareDuties(m *Meeting, p *Policy) []duty {
	if m.Mode == "online" {
		return nil
	}
	start := t.begin(m)
	eve := AddWorkdays(t.Calendar, DateOf(start), -1)
	who, equipment := t.preparers(m, p)
	var out []duty
	for _, to := range slices.Compact([]PersonID{who, equipment}) {
		if to == "" || slices.ContainsFunc(m.Prepared, func(d Prepared) bool { return d.By == to }) {
			continue
		}
		at, rev := eve.At(morning, start.Location()), "prepare"
		asked, ok := t.sentAt(Duty, to, rev)
		if ok {
			at, rev = maxTime(eve.At(Clock{Hour: 16, Set: true}, start.Location()), asked.Add(2*hour)), "prepare-again"
		}
		if !t.sent(Duty, to, rev) {
			out = append(out, duty{at: at, until: m.Start, key: rev + string(to), reason: "preparation (S3-64, S3-74, S3-76)", do: func() { t.askPrepare(m, p, to, rev) }})
		}
	}
	return out
}

func (t *turn) askPrepare(m *Meeting, p *Policy, to PersonID, rev string) {
	l := Letter{Kind: Duty, Ref: "prepare", Reason: "preparation: the list for the day before (S3-64, S3-74, S3-76)", Zone: m.Zone, Meeting: t.meetingView(m, to),
		Checks: t.checks(m, p, to), Deadline: m.Start, Choices: []Choice{{Verb: "done"}}}
	if who, _ := t.preparers(m, p); to == who {
		l.Owed, l.Documents = t.owed(m, ""), []Document{SignDoc, PlatesDoc, AgendaDoc, ListDoc}
	}
	if rev != "prepare" {
		l.Documents = nil
	}
	t.send(l, to, rev)
}

// receivePrepared takes the word that something is done. Anything else that is said of it goes to the convener.
func (t *turn) receivePrepared(m *Meeting, r *Reply) {
	if r.Writer != r.About.To.ID {
		t.filed(m, r)
		return
	}
	var what []string
	var lines []EchoLine
	trouble := false
	for _, in := range r.Intents {
		if in.Kind != IntentProgress || in.Status != string(Complete) {
			trouble = true
			continue
		}
		for _, v := range r.About.Checks {
			if in.Item == "" || in.Item == EveryItem || in.Item == v.No {
				what = append(what, v.Word)
				lines = append(lines, EchoLine{What: "prepared", Item: v.No})
			}
		}
	}
	if !r.acknowledges() {
		m.Prepared = append(m.Prepared, Prepared{r.Writer, what, t.now})
		t.note("prepared", r.Writer, "", strings.Join(what, " "))
	}
	if len(what) == 0 {
		t.filed(m, r)
		return
	}
	if len(what) == len(r.About.Checks) {
		lines = []EchoLine{{What: "prepared"}}
	}
	if trouble || len(r.Unclear) > 0 {
		t.tellConvener(m, r, "filed")
	}
	t.close(m, r, lines)
}

// Kit is what is printed for a meeting, as a letter to make its documents from: agenda, sign-in sheet, name plates, list of
// the materials. The error says that there is no such meeting.
func Kit(d *Desk, id MeetingID, now time.Time) (*Letter, error) {
	t := newTurn(d, MeetingCase(id), now, "")
	m := t.meeting()
	if m == nil {
		return nil, fmt.Errorf("there is no meeting %s", id)
	}
	return &Letter{Kind: RunSheet, Case: t.c, Lang: d.Office.Lang, Zone: m.Zone, Meeting: t.meetingView(m, m.Convener), Owed: t.owed(m, ""), Documents: []Document{AgendaDoc, SignDoc, PlatesDoc, ListDoc}}, nil
}
