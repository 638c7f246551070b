package calendar

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// broker plays the organizer of a series: the heart decides, its letters become calendar objects, and answers are read
// from such objects.
type broker struct {
	t       *testing.T
	desk    *secretary.Desk
	now     time.Time
	letters []secretary.Letter // since the last look
	mails   int
}

// tuesdays is a meeting each Tuesday of the first quarter of 2026, of wang, li and chen, called by one invitation.
func tuesdays(t *testing.T, change ...func(*secretary.Policy)) *broker {
	cal, err := New(Options{Days: []Day{}})
	if err != nil {
		t.Fatal(err)
	}
	dir := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}, Departments: map[string]*secretary.Department{}}
	for _, id := range []secretary.PersonID{"wang", "li", "chen", "zhou", "eve"} {
		dir.People[id] = &secretary.Person{ID: id, Name: string(id), Email: string(id) + "@example.com", Lang: secretary.Hans}
	}
	p := &secretary.Policy{
		ID: "T", Code: "T", Title: secretary.T("例会", "例會", "Meeting"), Place: secretary.T("一号会议室", "", ""), Host: "wang", Convener: "wang",
		Roster:   []secretary.RosterRule{{Who: "li"}, {Who: "chen"}},
		Schedule: secretary.Schedule{RRule: "FREQ=WEEKLY;BYDAY=TU", Start: secretary.Clock{Hour: 9, Set: true}, From: "2026-01-06"},
		Agenda:   secretary.AgendaRule{Items: []secretary.AgendaItem{{No: "1", Title: secretary.T("议题", "", "")}}},
	}
	p.Duration.Planned, p.Notice.Series = secretary.Span{N: 45, Unit: secretary.Minutes}, "quarter"
	p.Notice.Lead = secretary.Moment{Span: secretary.Span{N: 1, Unit: secretary.CalendarDays}}
	for _, c := range change {
		c(p)
	}
	b := &broker{t: t, now: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC), desk: &secretary.Desk{
		Office: office, Calendar: cal, Directory: dir, Policies: map[string]*secretary.Policy{"T@1": p}, Current: map[string]string{"T": "T@1"},
		Items: map[secretary.ItemID]*secretary.Item{}, Series: map[string]*secretary.Series{"T": {Policy: "T", First: p.Schedule.From}},
		Meetings: map[secretary.MeetingID]*secretary.Meeting{}, Folders: map[secretary.PersonID]*secretary.Folder{},
	}}
	b.wake()
	return b
}

// wake wakes every case until nothing is due.
func (b *broker) wake() {
	for more := true; more; {
		more = false
		cases := []secretary.Case{"series:T"}
		for _, id := range slices.Sorted(maps.Keys(b.desk.Meetings)) {
			cases = append(cases, secretary.MeetingCase(id))
		}
		for _, c := range cases {
			n := len(b.letters)
			b.took(secretary.Wake(b.desk, c, b.now))
			more = more || len(b.letters) > n
		}
	}
}

func (b *broker) took(o *secretary.Outcome) *secretary.Outcome {
	b.letters = append(b.letters, o.Letters...)
	return o
}

// policy puts another version of the policy in force.
func (b *broker) policy(change func(*secretary.Policy)) {
	key := b.desk.Current["T"]
	p := *b.desk.Policies[key]
	change(&p)
	b.desk.Policies[key+"+"], b.desk.Current["T"] = &p, key+"+"
	b.wake()
}

func (b *broker) order(day string, orders ...secretary.Order) {
	b.t.Helper()
	for _, o := range orders {
		out, err := secretary.Command(b.desk, secretary.MeetingCase(secretary.MeetingID("T-"+day)), o, b.now)
		if err != nil {
			b.t.Fatal(err)
		}
		b.took(out)
	}
	b.wake()
}

// reply has the case of the series receive a calendar object, with the lines of its events.
func (b *broker) reply(from secretary.PersonID, method string, events ...string) *secretary.Outcome {
	b.t.Helper()
	object := "BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\n"
	for _, e := range events {
		if !strings.Contains(e, "UID:") {
			e = "UID:T-2026Q1.huiban@example.com\r\n" + e
		}
		object += "BEGIN:VEVENT\r\n" + e + "\r\nEND:VEVENT\r\n"
	}
	m, err := ReadMessage([]byte(object+"END:VCALENDAR\r\n"), iana("Asia/Shanghai"))
	if err != nil {
		b.t.Fatal(err)
	}
	b.mails++
	b.now = b.now.Add(time.Minute)
	r := &secretary.Reply{MessageID: fmt.Sprintf("%d@client", b.mails), Writer: from, From: string(from) + "@example.com", Proof: secretary.Proven, Date: b.now, Calendar: m}
	for _, a := range m.Answers[:min(1, len(m.Answers))] {
		if s := map[string]string{"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}[a.PartStat]; s != "" {
			r.Intents = []secretary.Intent{{Kind: secretary.IntentAttend, Status: s}}
		}
	}
	out := b.took(secretary.Receive(b.desk, "series:T", r, b.now))
	b.wake()
	return out
}

// told is what the calendars were told since the last look, one line for each object: each passes the lint.
func (b *broker) told() string {
	b.t.Helper()
	var out []string
	for i := range b.letters {
		l := &b.letters[i]
		if l.Meeting == nil || l.Meeting.Method == "" {
			continue
		}
		data, err := Request(l, office, product)
		if err != nil {
			b.t.Fatal(err)
		}
		if faults := LintObject(data); faults != nil {
			b.t.Error(strings.Join(faults, "\n"))
		}
		out = append(out, string(l.To.ID)+" "+tell(b.t, data))
	}
	b.letters = nil
	return strings.Join(out, "\n")
}

// tell shortens an object: method, then each event by date, with its SEQUENCE, STATUS and people.
func tell(t *testing.T, data []byte) string {
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	zones := zonesOf(c.Component, nil)
	day := func(p *ical.Prop) string {
		return zones.instant(p.Value, p.Params.Get("TZID")).In(iana("Asia/Shanghai")).Format("0102")
	}
	out := value(c.Component, ical.PropMethod)
	for _, e := range components(c.Component, ical.CompEvent) {
		out += " ["
		if r := e.Props.Get(ical.PropRecurrenceID); r != nil {
			out += day(r) + ">"
		}
		out += day(e.Props.Get(ical.PropDateTimeStart)) + " seq" + value(e, ical.PropSequence)
		if rule := value(e, ical.PropRecurrenceRule); rule != "" {
			out += " until " + rule[strings.Index(rule, "UNTIL=")+10:][:4]
		}
		for i := range e.Props[ical.PropExceptionDates] {
			out += " -" + day(&e.Props[ical.PropExceptionDates][i])
		}
		for _, a := range e.Props[ical.PropAttendee] {
			name, _, _ := strings.Cut(strings.TrimPrefix(a.Value, "mailto:"), "@")
			out += " " + name + map[string]string{"ACCEPTED": "+", "DECLINED": "-", "TENTATIVE": "?"}[a.Params.Get("PARTSTAT")]
		}
		out += map[string]string{"CANCELLED": " off"}[value(e, ical.PropStatus)] + "]"
	}
	return out
}

func (b *broker) says(day string, id secretary.PersonID) secretary.PartStat {
	b.t.Helper()
	for _, s := range b.desk.Meetings[secretary.MeetingID("T-"+day)].Seats {
		if s.Person == id && !s.Removed {
			return cmp.Or(s.Answer.PartStat, secretary.NeedsAction)
		}
	}
	return "no seat"
}

// invitedAll is a series whose invitation is out.
func invitedAll(t *testing.T) *broker {
	b := tuesdays(t)
	b.told()
	return b
}

func ask(stat string, more ...string) string {
	return strings.Join(append([]string{"SEQUENCE:0", "DTSTAMP:20260102T000000Z", "ATTENDEE;PARTSTAT=" + stat + ":mailto:li@example.com"}, more...), "\r\n")
}

// TestBroker holds the scenarios of imip §4 that apply to an organizer, each under the words of its row.
func TestBroker(t *testing.T) {
	all := func(format string) string {
		return fmt.Sprintf("wang "+format+"\nli "+format+"\nchen "+format, "wang li chen", "wang li chen", "wang li chen")
	}
	off := secretary.Order{Cancel: &secretary.CancelOrder{}}
	invite := func(id secretary.PersonID, off bool) secretary.Order {
		return secretary.Order{Invite: &secretary.InviteOrder{Person: id, Off: off}}
	}
	zhou := func(p *secretary.Policy) { p.Roster = append(p.Roster, secretary.RosterRule{Who: "zhou"}) }
	for _, c := range []struct {
		row  string
		do   func(*broker)
		want string
	}{
		{"event without attendees", func(b *broker) {
			*b = *tuesdays(b.t, func(p *secretary.Policy) { p.Host, p.Convener, p.Roster = "", "", nil })
		}, ""},
		{"new event", func(b *broker) { *b = *tuesdays(b.t) }, all("REQUEST [0106 seq0 until 0331 %s]")},
		{"organizer is also attendee", func(b *broker) {
			*b = *tuesdays(b.t, func(p *secretary.Policy) { p.Roster = p.Roster[:1] })
		}, "wang REQUEST [0106 seq0 until 0331 wang li]\nli REQUEST [0106 seq0 until 0331 wang li]"},
		{"series with an instance that has other people: those missing from it", func(b *broker) { b.order("20260203", invite("chen", true)) },
			"chen CANCEL [0203>0203 seq1 chen]"},
		{"series with an instance that has other people: those only in it", func(b *broker) { b.order("20260203", invite("zhou", false)) },
			"zhou REQUEST [0203>0203 seq0 wang li chen zhou]"},
		{"the same without an earlier EXDATE, or with TZID", func(b *broker) {
			b.order("20260203", invite("chen", true), invite("zhou", false))
			b.told()
			b.policy(func(p *secretary.Policy) { p.Place = secretary.T("二号会议室", "", "") })
		}, "zhou REQUEST [0203>0203 seq1 wang li zhou]\n" +
			"wang REQUEST [0106 seq1 until 0331 wang li chen] [0203>0203 seq1 wang li zhou]\n" +
			"li REQUEST [0106 seq1 until 0331 wang li chen] [0203>0203 seq1 wang li zhou]\n" +
			"chen REQUEST [0106 seq1 until 0331 -0203 wang li chen]"},
		{"one removed, one kept, one added", func(b *broker) {
			b.policy(func(p *secretary.Policy) { p.Roster = []secretary.RosterRule{{Who: "li"}, {Who: "zhou"}} })
		}, "chen CANCEL [0106 seq1 chen]\nzhou REQUEST [0106 seq0 until 0331 wang li zhou]"},
		{"duration changed", func(b *broker) {
			b.policy(func(p *secretary.Policy) { p.Duration.Planned.N = 60 })
		}, all("REQUEST [0106 seq1 until 0331 %s]")},
		{"start changed", func(b *broker) {
			b.policy(func(p *secretary.Policy) { p.Schedule.RRule = "FREQ=WEEKLY;BYDAY=WE" })
		}, all("REQUEST [0107 seq1 until 0325 %s]")},
		{"nothing but SEQUENCE changed", func(b *broker) { b.policy(func(*secretary.Policy) {}) }, ""},
		{"only the order of RRULE parts differs; INTERVAL=1 written or not", func(b *broker) {
			b.policy(func(p *secretary.Policy) { p.Schedule.RRule = "BYDAY=TU;INTERVAL=1;FREQ=WEEKLY" })
		}, ""},
		{"only the order of attendees differs", func(b *broker) { b.policy(func(p *secretary.Policy) { slices.Reverse(p.Roster) }) }, ""},
		{"one date added to EXDATE", func(b *broker) { b.order("20260203", off) }, all("CANCEL [0203>0203 seq1 %s off]")},
		{"one date added to EXDATE: it falls out of the series from then on", func(b *broker) {
			b.order("20260203", off)
			b.told()
			b.policy(zhou)
		}, "zhou REQUEST [0106 seq0 until 0331 -0203 wang li chen zhou]"},
		{"one occurrence moved", func(b *broker) {
			b.order("20260203", secretary.Order{Move: &secretary.MoveOrder{Start: time.Date(2026, 2, 5, 1, 0, 0, 0, time.UTC)}})
		}, all("REQUEST [0203>0205 seq1 %s]")},
		{"attendees first added to a plain event", func(b *broker) { b.policy(zhou) }, "zhou REQUEST [0106 seq0 until 0331 wang li chen zhou]"},
		{"all attendees removed", func(b *broker) { b.policy(func(p *secretary.Policy) { p.Roster = nil }) }, "li CANCEL [0106 seq1 li]\nchen CANCEL [0106 seq1 chen]"},
		{"event deleted: who is only in an instance", func(b *broker) {
			b.order("20260203", invite("zhou", false))
			b.told()
			b.policy(func(p *secretary.Policy) { p.Disabled = true })
		}, all("CANCEL [0106 seq1 %s off]") + "\nzhou CANCEL [0203>0203 seq1 wang li chen zhou off]"},
		{"event deleted", func(b *broker) { b.policy(func(p *secretary.Policy) { p.Disabled = true }) }, all("CANCEL [0106 seq1 %s off]")},
		{"REPLY, no such event", func(b *broker) { b.expect(b.reply("li", "REPLY", "UID:other\r\n"+ask("DECLINED")), "no-series") }, ""},
		{"unsupported method", func(b *broker) {
			b.expect(b.reply("li", "ADD", ask("DECLINED", "RECURRENCE-ID:20260203T010000Z")), "no-answer")
		}, ""},
		{"REPLY for a date that is no occurrence", func(b *broker) {
			b.expect(b.reply("li", "REPLY", ask("DECLINED", "RECURRENCE-ID:20260204T010000Z")), "no-occurrence")
		}, ""},
		{"REPLY for an occurrence, series itself missing", func(b *broker) {
			b.desk.Series["T"].Runs = nil
			b.expect(b.reply("li", "REPLY", ask("DECLINED", "RECURRENCE-ID:20260203T010000Z")), "no-series")
			b.desk.Meetings, b.letters = map[secretary.MeetingID]*secretary.Meeting{}, nil
		}, ""},
		{"stranger's REPLY for an occurrence", func(b *broker) {
			b.expect(b.reply("eve", "REPLY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:eve@example.com\r\nRECURRENCE-ID:20260203T010000Z"), "no-seat")
			if s := b.says("20260203", "eve"); s != "no seat" {
				b.t.Error("eve was added silently")
			}
		}, ""},
	} {
		t.Run(c.row, func(t *testing.T) {
			b := invitedAll(t)
			c.do(b)
			if got := b.told(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func (b *broker) expect(o *secretary.Outcome, reason string) {
	b.t.Helper()
	if o.Reason != reason {
		b.t.Errorf("%s (%s), want %s", o.Reason, o.Verdict, reason)
	}
}

// TestBrokerReplies are the rows about an answer to one date: the exception comes about from the series, and only there
// something changes.
func TestBrokerReplies(t *testing.T) {
	for row, recurrence := range map[string]string{
		"same zone": "RECURRENCE-ID;TZID=Asia/Shanghai:20260203T090000", "UTC": "RECURRENCE-ID:20260203T010000Z",
		"other zone": "RECURRENCE-ID;TZID=Europe/Berlin:20260203T020000", "a zone of Windows": "RECURRENCE-ID;TZID=China Standard Time:20260203T090000",
		"with an RRULE, which is of no account": "RECURRENCE-ID:20260203T010000Z\r\nRRULE:FREQ=DAILY",
	} {
		t.Run("REPLY for an occurrence without exception: "+row, func(t *testing.T) {
			b := invitedAll(t)
			b.expect(b.reply("li", "REPLY", ask("DECLINED", recurrence)), "attend")
			if b.says("20260203", "li") != secretary.Declined || b.says("20260127", "li") != secretary.NeedsAction {
				t.Error("not that date alone")
			}
		})
		t.Run("REPLY for an existing exception: "+row, func(t *testing.T) {
			b := invitedAll(t)
			b.order("20260203", secretary.Order{Move: &secretary.MoveOrder{Start: time.Date(2026, 2, 5, 1, 0, 0, 0, time.UTC)}})
			b.expect(b.reply("li", "REPLY", strings.Replace(ask("ACCEPTED", recurrence), "SEQUENCE:0", "SEQUENCE:1", 1)), "attend")
			if b.says("20260203", "li") != secretary.Accepted {
				t.Error("the exception did not change")
			}
		})
	}
	t.Run("REPLY for the first occurrence", func(t *testing.T) {
		b := invitedAll(t)
		b.reply("li", "REPLY", ask("DECLINED", "RECURRENCE-ID:20260106T010000Z"))
		if b.says("20260106", "li") != secretary.Declined || b.says("20260113", "li") != secretary.NeedsAction {
			t.Error("not that date alone")
		}
	})
	t.Run("series and several instances in one REPLY", func(t *testing.T) {
		b := invitedAll(t)
		b.reply("li", "REPLY", ask("ACCEPTED"), ask("DECLINED", "RECURRENCE-ID:20260203T010000Z"), ask("TENTATIVE", "RECURRENCE-ID:20260210T010000Z"))
		for day, want := range map[string]secretary.PartStat{"20260127": secretary.Accepted, "20260203": secretary.Declined, "20260210": secretary.Tentative} {
			if got := b.says(day, "li"); got != want {
				t.Errorf("%s: %s", day, got)
			}
		}
		b.told()
		b.reply("li", "REFRESH", "ATTENDEE:mailto:li@example.com")
		want := "li REQUEST [0106 seq0 until 0331 wang li+ chen] [0203>0203 seq0 wang li- chen] [0210>0210 seq0 wang li? chen]"
		if got := b.told(); got != want {
			t.Errorf("the series as it stands for li:\n%s", got)
		}
	})
}
