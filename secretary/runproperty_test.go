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

// TestAnythingMayHappenToASeries plays random events upon a series that one invitation called: answers to all of it and
// to single dates, orders, another rule, place, length or roster, people who leave. After each of them everybody's
// calendar, as a calendar program keeps it by the letters alone, holds exactly the meetings that they have a seat in.
func TestAnythingMayHappenToASeries(t *testing.T) {
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue && !testing.Short() {
		if err := flag.Set("rapid.checks", "150"); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = flag.Set("rapid.checks", f.DefValue) }()
	}
	rapid.Check(t, func(rt *rapid.T) {
		g := &game{T: rt, rng: rand.New(rand.NewPCG(seed(rt), 2))}
		p := g.policy()
		p.Schedule.Until, p.Notice.Series, p.Materials = pick[Date](g, "", "2027-02-05"), pick(g, "quarter", "year"), MaterialsRule{}
		g.world = newWorld(rt, testDesk("2026-12-01", p), time.Date(2026, 12, 1, 8, 0, 0, 0, cst))
		g.strict = g.die(20) == 0
		g.until(g.now.Add(time.Duration(g.die(40)) * day))
		for range rapid.IntRange(4, 25).Draw(rt, "events") {
			g.seriesStep()
			g.check()
			g.compareCalendars()
		}
	})
}

func (g *game) seriesStep() {
	switch g.die(12) {
	case 0, 1:
		g.until(g.now.Add(time.Duration(1+g.die(200)) * hour))
	case 2:
		g.now = g.now.Add(time.Duration(1+g.die(20)) * day) // nobody was there
		for c := range g.wake {
			g.wake[c] = g.now
		}
		g.until(g.now)
	case 3:
		g.order()
	case 4:
		g.guest()
	case 5:
		g.leave()
		g.wake["series:MT-S0-1"] = g.now
	case 6:
		g.policy2()
	case 7, 8:
		g.pressed()
	default:
		g.someMail()
	}
	g.until(g.now)
}

// guest invites somebody to one meeting, or takes somebody off it.
func (g *game) guest() {
	ids := sortedKeys(g.Meetings)
	if len(ids) == 0 {
		return
	}
	c := MeetingCase(pick(g, ids...))
	o := Order{Invite: &InviteOrder{Person: pick[PersonID](g, "he.ping", "wu.di", "li.na", "david", "zhou.qiang"), Off: g.die(2) == 0}}
	m := g.Meetings[meetingOf(c)]
	if has := m.seat(o.Invite.Person) != nil; has != o.Invite.Off {
		return
	}
	g.event(c, func(d *Desk) *Outcome {
		if out, err := Command(d, c, o, g.now); err == nil {
			return out
		}
		return &Outcome{}
	})
}

// policy2 puts another version of the policy in force.
func (g *game) policy2() {
	g.world.policy(func(p *Policy) {
		switch g.die(8) {
		case 0:
			p.Schedule.RRule = pick(g, "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY")
		case 1:
			p.Schedule.Start = pick(g, Clock{9, 0, true}, Clock{14, 0, true})
		case 2:
			p.Duration.Planned.N = pick(g, 60, 90)
		case 3:
			p.Place = pick(g, T("一号会议室", "", ""), T("二号会议室", "", ""))
		case 4:
			p.Roster = append(slices.Clone(p.Roster), RosterRule{Who: pick[Ref](g, "he.ping", "wu.di", "li.wei")})
		case 5:
			p.Roster = slices.Delete(slices.Clone(p.Roster), 1, 2)
			if len(p.Roster) < 3 {
				p.Roster = coordination().Roster
			}
		case 6:
			p.Disabled = !p.Disabled
		case 7:
			p.Notice.Series = pick(g, "each", "quarter", "year")
		}
	})
}

// pressed is a button of a calendar program, for all of a series or for some of its dates.
func (g *game) pressed() {
	s := g.Series["MT-S0-1"]
	if len(s.Runs) == 0 {
		return
	}
	run := pick(g, s.Runs...)
	from := pick(g, run.Head.people()...)
	r := g.reply(from, nil)
	r.Calendar = &CalendarMessage{Method: "REPLY", UID: run.Head.UID}
	for range 1 + g.die(3) {
		a := CalendarAnswer{Attendee: r.From, PartStat: string(pick(g, Accepted, Declined, Tentative)), Sequence: run.Head.Sequence - g.die(2)}
		if g.die(2) == 0 {
			at := pick(g, run.Dates...)
			a.RecurrenceID = &at
		}
		r.Calendar.Answers = append(r.Calendar.Answers, a)
		r.Intents = []Intent{{Kind: IntentAttend, Status: spoken(PartStat(r.Calendar.Answers[0].PartStat))}}
	}
	if o := g.take(r); o.Verdict == "" {
		g.Fatalf("a mail without verdict: %+v", r.Calendar)
	}
}

// kept is what a calendar program keeps of one UID: the SEQUENCE of each date and when it is, 0 for a single meeting.
type kept struct {
	sequence int
	dates    map[int64]string
	versions map[int64]int
}

// calendarOf plays a calendar program on the letters that somebody got. What is older than what it has it ignores.
func (g *game) calendarOf(id PersonID) map[string]*kept {
	out := map[string]*kept{}
	for i := range g.letters {
		v := g.letters[i].Meeting
		if g.letters[i].To.ID != id || v == nil || v.Method == "" {
			continue
		}
		k := out[v.UID]
		if k == nil {
			k = &kept{dates: map[int64]string{}, versions: map[int64]int{}}
			out[v.UID] = k
		}
		k.take(v)
	}
	return out
}

func (k *kept) take(v *MeetingView) {
	slot := func(start, end time.Time) string { return start.Format(time.RFC3339) + "/" + end.Format("15:04") }
	key := int64(0)
	if !v.Recurrence.IsZero() {
		key = v.Recurrence.Unix()
	}
	switch {
	case v.Sequence < k.sequence || v.Sequence < k.versions[key]:
		return
	case v.Series != nil && v.Method == "CANCEL":
		k.sequence, k.dates = v.Sequence, map[int64]string{}
	case v.Series != nil:
		k.sequence, k.dates = v.Sequence, map[int64]string{}
		for _, d := range v.Series.Dates {
			if k.versions[d.Planned.Unix()] <= max(v.Sequence, d.Sequence) {
				k.dates[d.Planned.Unix()], k.versions[d.Planned.Unix()] = slot(d.Start, d.End), max(v.Sequence, d.Sequence)
			}
		}
	case v.Method == "CANCEL":
		delete(k.dates, key)
		k.versions[key] = v.Sequence
	default:
		k.dates[key], k.versions[key] = slot(v.Start, v.End), v.Sequence
	}
}

// compareCalendars holds everybody's calendar to the meetings to come.
func (g *game) compareCalendars() {
	for _, id := range g.Directory.ids() {
		if !g.Directory.active(id) || id == "zhao.jun" || id == "chen.jing" || g.wasAway(id) {
			continue // who left and came back has not got what went out meanwhile
		}
		has := []string{}
		for uid, k := range g.calendarOf(id) {
			for _, at := range k.dates {
				if start, _, _ := strings.Cut(at, "/"); start > g.now.UTC().Format(time.RFC3339) {
					has = append(has, uid+" "+at)
				}
			}
		}
		want := []string{}
		for _, m := range g.Meetings {
			if m.known() && m.Start.After(g.now) && m.seat(id) != nil {
				want = append(want, m.UID+" "+m.Start.Format(time.RFC3339)+"/"+m.End.Format("15:04"))
			}
		}
		slices.Sort(has)
		slices.Sort(want)
		if !slices.Equal(has, want) {
			g.Fatalf("%s has in the calendar what is not so:\n%s\n%s", id, difference(has, want), g.about(0, id)+g.runsTold())
		}
	}
}

// wasAway reports whether somebody was not with the company at some time.
func (g *game) wasAway(id PersonID) bool {
	return slices.Contains([]PersonID{"zhou.qiang", "wang.lei", "liu.yang", "sun.li", "david"}, id)
}

// runsTold is what became of the runs.
func (g *game) runsTold() string {
	out := ""
	for _, e := range g.journal {
		if strings.HasPrefix(e.What, "series") {
			out += fmt.Sprintf("\n%s %s %s %s", e.What, e.Who, e.Before, e.After)
		}
	}
	return out
}

func difference(has, want []string) string {
	var out []string
	for _, s := range has {
		if !slices.Contains(want, s) {
			out = append(out, "too much: "+s)
		}
	}
	for _, s := range want {
		if !slices.Contains(has, s) {
			out = append(out, "missing: "+s)
		}
	}
	return fmt.Sprint(len(has), " for ", len(want), "\n", strings.Join(out[:min(len(out), 12)], "\n"))
}
