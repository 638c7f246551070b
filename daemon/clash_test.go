package daemon

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// rival is a weekly meeting of the sales department in the same room, half an hour before the other one ends.
func rival() *secretary.Policy {
	p := regulation()
	p.ID, p.Code, p.Title, p.Schedule.Start.Hour = "MT-S1E-1", "WWM", secretary.T("每周工作例会", "每週工作例會", "Weekly work meeting"), 10
	p.Convener, p.Host, p.Recorder, p.Roster = "head:sales", "li.na", "wang.lei", nil
	return p
}

// pressed is what the buttons of a letter fill in, in their order.
func pressed(t *testing.T, l *message.Message) []string {
	t.Helper()
	var out []string
	for _, b := range buttons(t, l) {
		out = append(out, b.text)
	}
	return out
}

// buttons are the mails that the buttons of a letter write.
func buttons(t testing.TB, l *message.Message) []draft {
	t.Helper()
	var out []draft
	for _, part := range strings.Split(l.HTML(), `"mailto:`)[1:] {
		link, _, _ := strings.Cut(part, `"`)
		mailto, err := url.Parse("mailto:" + html.UnescapeString(link))
		if err != nil {
			t.Fatal(err)
		}
		to, err := url.PathUnescape(mailto.Opaque)
		if err != nil {
			t.Fatal(err)
		}
		fields := mailto.Query()
		if fields.Has("body") {
			out = append(out, draft{to: to, subject: fields.Get("subject"), text: fields.Get("body")})
		}
	}
	return out
}

// The two conveners are told of the conflict when the plan is made; one press of a button moves the meeting, in any
// language, tells everybody, and the conflict is gone (S1E-21).
func TestConflictIsMovedByOnePress(t *testing.T) {
	for lang, says := range map[secretary.Lang]string{
		secretary.Hans: "王磊、李娜两边都要到会，同用一号会议室", secretary.Hant: "王磊、李娜兩邊都要到會，同用一號會議室", secretary.English: "王磊, 李娜 wanted at both, both in Room 1",
	} {
		t.Run(string(lang), func(t *testing.T) {
			one, other := regulation(), rival()
			one.Schedule.Until, other.Schedule.Until = "2026-11-27", "2026-11-27"
			h := newHouse(t, sqlite(t), one, other)
			people := company()
			people.People["li.na"].Lang = lang
			h.apply(people, one, other)
			h.start()
			h.turn(time.Hour) // the invitations are out
			l := h.letter(li, secretary.Duty)
			if n := len(h.letters(chen, secretary.Duty)); n != 1 || !strings.Contains(sorted(l.Text), sorted(says)) {
				t.Fatalf("chen got %d letters, and li reads\n%s", n, l.Text)
			}
			buttons := pressed(t, l)
			if len(buttons) != 3 || !strings.HasSuffix(strings.TrimSpace(buttons[0]), "2026-11-27 10:30") {
				t.Fatalf("the buttons say %q", buttons)
			}
			h.verdict(h.answer(li, l, buttons[0]), secretary.ActedOn, "order")
			h.letter(wang, secretary.Update)
			h.view(func(tx *store.Tx) error {
				m, err := tx.Meeting("WWM-20261127")
				if err == nil && (m.Start.Format("15:04") != "02:30" || len(m.Clashes) > 0) {
					t.Errorf("it is at %s and clashes with %v", m.Start, m.Clashes)
				}
				return err
			})
			if m := h.held(); len(m.Clashes) > 0 || len(h.letters(li, secretary.Duty)) != 1 {
				t.Errorf("the other one clashes with %v, %d letters", m.Clashes, len(h.letters(li, secretary.Duty)))
			}
		})
	}
}

// sorted brings the characters of a text into order: which of two people is named first is nobody's business.
func sorted(s string) string {
	i := strings.Index(s, "王磊")
	if j := strings.Index(s, "李娜"); i < 0 || j >= 0 && j < i {
		s = strings.NewReplacer("李娜", "王磊", "王磊", "李娜").Replace(s)
	}
	return s
}

// A proposal that is accepted into another meeting's time is told of like any other move.
func TestAcceptedProposalMayClash(t *testing.T) {
	other := rival()
	other.Schedule.RRule = "FREQ=WEEKLY;BYDAY=TH"
	h := newHouse(t, sqlite(t), regulation(), other)
	h.start()
	if n := len(h.letters(chen, secretary.Duty)); n > 0 {
		t.Fatalf("%d letters about conflicts that there are not", n)
	}
	h.verdict(h.answer(li, h.letters(li, secretary.Invitation)[slices.IndexFunc(h.letters(li, secretary.Invitation), func(m *message.Message) bool { return strings.Contains(m.Subject, "产销") })], "建议改到11月26日10:30"), secretary.ActedOn, "counter")
	h.verdict(h.answer(chen, h.letter(chen, secretary.Approval), "同意"), secretary.ActedOn, "move")
	if text := h.letter(chen, secretary.Duty).Text; !strings.Contains(text, "每周工作例会") || !strings.Contains(text, "11月26日") {
		t.Errorf("chen reads\n%s", text)
	}
	h.letter(li, secretary.Duty)
}
