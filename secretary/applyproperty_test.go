package secretary

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestAnyApplicationMayHappen plays random applications upon random policies, with answers of every kind by whom they were
// asked of and by others, orders, absence and people who leave. Nobody is invited to what is not approved (S3-62), nobody approves
// an own application (G-18), nobody of another department comes without a form (S1B-57).
func TestAnyApplicationMayHappen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := &game{T: rt, rng: rand.New(rand.NewPCG(seed(rt), 1))}
		policies := []*Policy{g.applicable()}
		if g.die(3) == 0 {
			q := g.policy()
			q.Application = ApplicationRule{Required: true, Approvers: []Ref{"head:psm", "zhao.jun"}}
			policies = append(policies, q)
		}
		g.world = newWorld(rt, testDesk("2026-11-27", policies...), time.Date(2026, 11, 19, 8, 0, 0, 0, cst))
		g.strict = g.die(4) == 0
		g.Office.Quiet = pick(g, [2]Clock{}, [2]Clock{{21, 0, true}, {7, 30, true}})
		g.until(g.now)
		for range rapid.IntRange(4, 25).Draw(rt, "events") {
			switch g.die(4) {
			case 0:
				g.apply()
			case 1:
				g.decide()
			default:
				g.step()
			}
			g.check()
			g.checkApplications()
		}
	})
}

func (g *game) applicable() *Policy {
	p := special()
	p.Application.Approvers = pick(g, []Ref{"zhao.jun"}, []Ref{"head:sales", "zhao.jun"}, []Ref{"head:sales"}, []Ref{"head:*"}, []Ref{"head:production", "head:sales", "zhao.jun"})
	p.Application.Required = g.die(5) > 0
	p.Liaison.Required, p.Complexity = g.die(2) == 0, pick(g, "", "complex")
	p.Importance = pick(g, "normal", "important")
	p.Convener, p.Host, p.Recorder = pick[Ref](g, "approver", "proposer", "head:psm"), pick[Ref](g, "proposer", "approver"), pick[Ref](g, "proposer", "sun.li")
	p.Minutes.Required = pick(g, "yes", "no")
	p.Kind = pick(g, "special", "problem_workshop")
	return p
}

// apply has somebody apply for a meeting, completely or not.
func (g *game) apply() {
	a := complete()
	start := g.now.Add(time.Duration(1+g.die(300)) * hour).Truncate(hour).In(cst)
	a.Start, a.Importance, a.Urgent = start.Format(time.RFC3339), pick(g, "normal", "important", ""), g.die(3) == 0
	a.People = pick(g, []string{"张伟"}, []string{"李伟"}, []string{"王磊", "刘洋", "金顺"}, []string{"王敏", "xu@partner.example"}, []string{"质量部", "戴维"})
	a.Problem = pick(g, "", "投诉翻倍")
	if g.die(4) == 0 {
		a.Milestones = []AppliedDay{{DateOf(start).Add(g.die(40)), "评审"}}
	}
	switch g.die(6) {
	case 0:
		a.Place = ""
	case 1:
		a = &Applied{Blank: true}
	}
	r := g.reply(pick(g, g.Directory.ids()...), nil, applies(a))
	if g.die(3) == 0 && len(g.letters) > 0 { // in answer to whatever
		l := g.letters[g.die(len(g.letters))]
		r.About, r.Writer = &l, l.To.ID
	}
	g.mail(r)
}

// decide answers the newest letter that asks for a decision.
func (g *game) decide() {
	for n := range slices.Backward(g.letters) {
		l := &g.letters[n]
		if l.Kind != Approval || l.Ref != "apply" && !strings.HasPrefix(l.Ref, "liaison:") || g.die(3) == 0 {
			continue
		}
		r := g.reply(l.To.ID, l)
		if g.die(3) == 0 {
			r.Intents = append(r.Intents, Intent{Kind: IntentRoster, Roster: &RosterEdit{Add: []string{pick(g, "王敏", "何平", "李伟")}, Remove: []string{pick(g, "张伟", "赵军")}}})
		}
		r.Intents = append(r.Intents, Intent{Kind: pick(g, IntentApprove, IntentApprove, IntentReject, IntentRefer, IntentSolved), Comment: "意见"})
		g.mail(r)
		return
	}
}

func (g *game) checkApplications() {
	for _, id := range sortedKeys(g.Meetings) {
		m := g.Meetings[id]
		a := m.Application
		if a == nil {
			continue
		}
		if a.State == Applying && m.Stage != Planned || a.State == Refused && !m.NoticedAt.IsZero() {
			g.Fatalf("%s is %s and its application %s", id, m.Stage, a.State)
		}
		for _, s := range a.Steps {
			if s.Person == a.By && (s.State == "approved" || s.State == "asked") {
				g.Fatalf("%s decides on an own application: %+v", s.Person, s)
			}
		}
		for _, l := range m.Liaisons {
			for _, who := range l.People {
				if m.unsigned(who) && l.State != "agreed" && g.keys[fmt.Sprintf("meeting:%s/invitation/%s/r0", id, who)] > 0 {
					g.Fatalf("%s is invited to %s without a form: %+v", who, id, l)
				}
			}
		}
	}
}
