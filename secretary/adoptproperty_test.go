package secretary

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestAdoptedWhateverHappens plays random events on meetings of somebody else's calendar: it invites, moves, adds, drops,
// calls off one occurrence or all, by old mails and by others' too; people answer, order and take back. The world refuses any
// letter that would reach a calendar (see post) and one that goes out twice; check holds what must be so after each event.
func TestAdoptedWhateverHappens(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := &calendarGame{game: &game{T: rt, rng: rand.New(rand.NewPCG(seed(rt), 3))}}
		p := g.policy()
		p.Schedule.Until, p.Schedule.AdHoc = "", g.die(2) == 0
		g.world = newWorld(rt, testDesk("2026-11-16", p), time.Date(2026, 11, 16, 8, 0, 0, 0, cst))
		g.strict = g.die(20) == 0
		g.until(g.now)
		g.event = CalendarEvent{UID: "theirs", Zone: "Asia/Shanghai", Summary: "碰头", Start: g.now.Add(time.Duration(1+g.die(20)) * day), Organizer: CalendarPerson{Address: "chen.jing@corp.example"}}
		g.event.End = g.event.Start.Add(hour)
		if g.die(2) == 0 {
			g.event.Rule = pick(g.game, "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,FR")
		}
		g.invite()
		for range rapid.IntRange(4, 25).Draw(rt, "events") {
			g.step()
			g.check()
		}
	})
}

type calendarGame struct {
	*game
	event CalendarEvent
	sent  []CalendarMessage
}

func (g *calendarGame) step() {
	switch g.die(8) {
	case 0:
		g.until(g.now.Add(time.Duration(1+g.die(100)) * hour))
	case 1:
		g.game.step()
	case 2:
		g.quickLine()
	case 3:
		if len(g.sent) > 0 { // an old mail comes late, or again
			g.deliver(g.sent[g.die(len(g.sent))], "chen.jing")
		}
	default:
		g.change()
		g.invite()
	}
}

// change is what the organizer does to the event.
func (g *calendarGame) change() {
	if g.die(4) > 0 {
		g.event.Sequence++
	}
	switch g.die(5) {
	case 0:
		g.event.Start = g.event.Start.Add(time.Duration(g.die(72)-24) * hour)
		g.event.End = g.event.Start.Add(time.Duration(1+g.die(3)) * hour)
	case 1:
		g.event.Except = append(slices.Clone(g.event.Except), g.event.Start.Add(time.Duration(g.die(20))*day))
	case 2:
		g.event.Place = fmt.Sprint("会议室", g.die(3))
	}
	g.event.Attendees = []CalendarPerson{{Address: "meetings@corp.example", RSVP: true}}
	for _, who := range []string{"zhao.jun@corp.example", "zhou.qiang@corp.example", "li.na@corp.example", "kim@customer.example", "gast@kunde.example"} {
		if g.die(4) > 0 {
			g.event.Attendees = append(g.event.Attendees, CalendarPerson{Address: who, RSVP: true, PartStat: pick(g.game, NeedsAction, Accepted, Declined)})
		}
	}
}

func (g *calendarGame) invite() {
	stamp := g.now
	g.event.DTStamp = &stamp
	e := g.event
	if e.Attendees == nil {
		e.Attendees = []CalendarPerson{{Address: "meetings@corp.example", RSVP: true}}
	}
	c := CalendarMessage{Method: pick(g.game, "REQUEST", "REQUEST", "REQUEST", "CANCEL"), UID: e.UID, Events: []CalendarEvent{e}}
	if g.die(4) == 0 && e.Rule != "" {
		at := e.Start.Add(time.Duration(g.die(10)) * day)
		c.Events[0].RecurrenceID, c.Events[0].Rule = &at, ""
	}
	g.sent = append(g.sent, c)
	g.deliver(c, pick[PersonID](g.game, "chen.jing", "chen.jing", "chen.jing", "chen.jing", "sun.li", "li.na"))
}

func (g *calendarGame) deliver(c CalendarMessage, from PersonID) {
	r := g.reply(from, nil)
	r.Calendar = &c
	o := g.world.event(SeriesCase("MT-S0-1"), func(d *Desk) *Outcome { return Receive(d, SeriesCase("MT-S0-1"), r, g.now) })
	if o.Verdict == "" {
		g.Fatalf("an invitation without verdict: %+v", c)
	}
	if from == "li.na" && o.Verdict == ActedOn && o.Reason != "calendar-older" {
		g.Fatalf("somebody else's word counts: %s", o.Reason)
	}
	g.until(g.now)
}

func (g *calendarGame) quickLine() {
	if l := g.last("chen.jing", Echo, 0); l != nil && meetingOf(l.Case) != "" {
		line := pick(g.game, QuickLine{Verb: "withdraw", Line: "撤回"}, QuickLine{Verb: "move", Line: "改期", Date: DateOf(g.now).Add(9)}, QuickLine{Verb: "cancel", Line: "取消"},
			QuickLine{Verb: "topic", Line: "加议题 产能", What: "产能"}, QuickLine{Verb: "invite", Line: "加人 何平", Who: []string{"何平"}}, QuickLine{Verb: "absent", Line: "缺席 李娜", Who: []string{"李娜"}})
		g.mail(g.reply("chen.jing", l, Intent{Kind: IntentOrder, QuickLine: &line}))
		g.until(g.now)
	}
}

// check holds what must be so of adopted meetings.
func (g *calendarGame) check() {
	a := g.Series["MT-S0-1"].adoption("theirs")
	days := map[time.Time]MeetingID{}
	for _, id := range sortedKeys(g.Meetings) {
		m := g.Meetings[id]
		if m.Adopted == nil || m.Stage != Planned && m.Stage != Noticed || !m.End.After(g.now) {
			continue
		}
		if a == nil || a.State != "" {
			g.Fatalf("%s is %s though its calendar gave it up (%+v)", id, m.Stage, a)
		}
		if other, twice := days[m.Adopted.Occurrence]; twice {
			g.Fatalf("%s and %s are one occurrence", id, other)
		}
		days[m.Adopted.Occurrence] = id
		if e := a.of(m.Adopted.Occurrence); e == nil || e.Cancelled || !e.Start.Equal(m.Start) {
			g.Fatalf("%s starts %s, its calendar says %+v", id, m.Start, e)
		}
	}
	for _, l := range g.letters {
		if l.Meeting != nil && l.Meeting.Adopted != nil && l.To.External && !slices.Contains(outside, l.Kind) {
			g.Fatalf("%s goes to a visitor", l.Key)
		}
	}
}
