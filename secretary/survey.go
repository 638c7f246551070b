package secretary

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Poll is the evaluation of one meeting (S0-36, S3-99). While it is open, what somebody scored lies under a mark that does
// not name them, apart from who has answered, so that it can be corrected; at the close only sums are kept.
type Poll struct {
	Skipped  int              `json:"skipped,omitempty"` // the meetings since the last survey, this one among them, where survey.cycle leaves it out
	Opened   time.Time        `json:"opened,omitzero"`
	Closes   time.Time        `json:"closes,omitzero"`
	Closed   time.Time        `json:"closed,omitzero"`
	Asked    []PersonID       `json:"asked,omitempty"`
	Answered []PersonID       `json:"answered,omitempty"`
	Sheets   map[string]Sheet `json:"sheets,omitempty"` // by mark; none once it is closed
	Sums     []ScoreSum       `json:"sums,omitempty"`   // of the questions in their order, once it is closed
	Said     []Wish           `json:"said,omitempty"`   // suggestions, once it is closed, until they became feedback
	Rates    Rates            `json:"rates,omitzero"`   // what is known without asking
	Measures []Measure        `json:"measures,omitempty"`
	Result   time.Time        `json:"result,omitzero"` // when it was published
}

// Sheet is what one person answered.
type Sheet struct {
	Scores map[string]int `json:"scores,omitempty"` // 1 to 5, by the question's number
	Said   string         `json:"said,omitempty"`
}

// Wish is one suggestion. By is "" where the survey is anonymous.
type Wish struct {
	By   PersonID `json:"by,omitempty"`
	Text string   `json:"text"`
}

// ScoreSum is what one question got.
type ScoreSum struct {
	Question Text   `json:"question"`
	Counts   [5]int `json:"counts"` // of the scores 1 to 5
}

// Mean is the average of the scores; false where there is none.
func (s ScoreSum) Mean() (float64, bool) {
	n, sum := 0, 0
	for i, c := range s.Counts {
		n, sum = n+c, sum+c*(i+1)
	}
	if n == 0 {
		return 0, false
	}
	return float64(sum) / float64(n), true
}

// published reports whether the poll was held and its sums may be shown (G-28).
func (s *Poll) published(p *Policy) bool {
	return s != nil && !s.Opened.IsZero() && !s.Closed.IsZero() && len(s.Answered) >= max(1, p.Survey.MinAnswers)
}

// Rates are the figures of an evaluation that nobody has to be asked for (S3-99): how resolutions were carried out, and
// how many minutes were late.
type Rates struct {
	Meetings    int `json:"meetings,omitempty"`
	MinutesLate int `json:"minutes_late,omitempty"`
	Closed      int `json:"closed,omitempty"`  // action items since the survey before
	OnTime      int `json:"on_time,omitempty"` // of them
	Overdue     int `json:"overdue,omitempty"` // at the end
}

func (r Rates) and(o Rates) Rates {
	return Rates{r.Meetings + o.Meetings, r.MinutesLate + o.MinutesLate, r.Closed + o.Closed, r.OnTime + o.OnTime, o.Overdue}
}

// every is how many meetings make a survey due, 0 where there is none.
func (s *SurveyRule) every() int {
	switch n, ok := strings.CutPrefix(s.Cycle, "every "); {
	case s.Cycle == "each":
		return 1
	case ok:
		k, _ := strconv.Atoi(n)
		return k
	}
	return 0
}

// surveyDuties: after the meeting those who attended are asked how it was, until the window closes (S0-36, G-27).
func (t *turn) surveyDuties(m *Meeting) []duty {
	if m == nil || t.policy(m) == nil {
		return nil
	}
	p := t.policy(m)
	every := p.Survey.every()
	at := p.Survey.Delay.After(t.Calendar, t.over(m))
	switch {
	case m.Stage == Planned, m.Stage == Noticed:
		return nil
	case m.Survey != nil && !m.Survey.Opened.IsZero() && m.Survey.Closed.IsZero():
		return []duty{{at: m.Survey.Closes, key: "survey-close", still: true, reason: "survey.window", do: func() { t.closeSurvey(m, p) }}}
	case m.Survey != nil, every == 0, m.Stage == Cancelled && every == 1:
		return nil
	case m.Stage == Cancelled || t.skipped(m)+1 < every:
		return []duty{{at: at, until: at.AddDate(0, 1, 0), key: "survey", still: true, reason: "survey.cycle", do: func() { t.skipSurvey(m) }}}
	}
	until := p.Survey.Window.After(t.Calendar, at)
	if !t.polite(maxTime(at, t.now), time.Time{}).Before(until) {
		return nil // by the morning it is too late to ask, as it is when nobody could be asked before
	}
	return []duty{{at: at, until: until, key: "survey", reason: fmt.Sprintf("survey.delay: %s after the end (S0-36)", p.Survey.Delay), do: func() { t.openSurvey(m, p) }}}
}

// skipped is how many meetings in a row went without a survey before m.
func (t *turn) skipped(m *Meeting) int {
	if prev := t.Meetings[m.Previous]; prev != nil && prev.Survey != nil {
		return prev.Survey.Skipped
	}
	return 0
}

// skipSurvey counts a meeting that the cycle leaves out; one that was called off does not count.
func (t *turn) skipSurvey(m *Meeting) {
	m.Survey = &Poll{Skipped: t.skipped(m), Closed: t.now}
	if m.Stage != Cancelled {
		m.Survey.Skipped++
		m.Survey.Rates = t.ratesSince(m)
	}
	t.note("survey-skipped", "", "", fmt.Sprint(m.Survey.Skipped))
}

// openSurvey asks everybody who was there. With nobody to ask there is no survey.
func (t *turn) openSurvey(m *Meeting, p *Policy) {
	m.Survey = &Poll{Opened: t.now, Closes: p.Survey.Window.After(t.Calendar, t.now.In(t.Calendar.Zone(m.Zone))).UTC(), Asked: t.attended(m)}
	if len(m.Survey.Asked) == 0 || len(p.Survey.Questions) == 0 {
		m.Survey = &Poll{Skipped: t.skipped(m), Closed: t.now}
		t.note("survey-skipped", "", "", "nobody-to-ask")
		return
	}
	t.note("survey", "", "", string(DateOf(m.Survey.Closes)))
	for _, id := range m.Survey.Asked {
		l := Letter{Kind: Survey, Reason: "survey.cycle: those who attended are asked (S0-36)", Zone: m.Zone, Meeting: t.meetingView(m, id), Deadline: m.Survey.Closes}
		l.Survey = &SurveyView{Anonymous: p.Survey.Anonymous, Questions: p.Survey.Questions}
		t.send(l, id, "0")
	}
}

// attended lists who was there, as far as is known: who said that they would not come, or who the draft of the minutes
// says was absent, was not. Nobody from outside is asked (S3-49).
func (t *turn) attended(m *Meeting) []PersonID {
	absent := map[string]bool{}
	if v := m.version(); v != nil {
		for _, a := range v.Draft.Attendance {
			absent[a.Name] = a.State == "absent" || a.State == "leave" || a.State == "delegated"
		}
	}
	var out []PersonID
	for _, s := range m.participants() {
		p := t.Directory.Person(s.Person)
		if p == nil || p.Inactive || t.external(p) || absent[p.Name] || s.Optional && !s.answered() {
			continue
		}
		out = append(out, s.Person)
	}
	return out
}

// mark is what a person's sheet lies under: it does not name them.
func (m *Meeting) mark(id PersonID) string {
	sum := sha256.Sum256([]byte(m.UID + "\x00" + string(id)))
	return hex.EncodeToString(sum[:8])
}

// closeSurvey adds the sheets up. From then on nobody can tell what a single person answered.
func (t *turn) closeSurvey(m *Meeting, p *Policy) {
	s := m.Survey
	for i, q := range p.Survey.Questions {
		sum := ScoreSum{Question: q}
		for _, sheet := range s.Sheets {
			if v := sheet.Scores[fmt.Sprint(i+1)]; v > 0 {
				sum.Counts[v-1]++
			}
		}
		s.Sums = append(s.Sums, sum)
	}
	s.Said = t.said(m, p)
	s.Sheets, s.Closed, s.Rates = nil, t.now, t.ratesSince(m)
	t.note("survey-closed", "", "", fmt.Sprintf("%d of %d", len(s.Answered), len(s.Asked)))
	t.poke(SeriesCase(p.ID))
}

// said lists the suggestions in the order of their words, which tells nothing about who wrote them.
func (t *turn) said(m *Meeting, p *Policy) []Wish {
	var out []Wish
	for _, id := range m.Survey.Answered {
		sheet := m.Survey.Sheets[m.mark(id)]
		if sheet.Said == "" {
			continue
		}
		said := Wish{Text: sheet.Said}
		if !p.Survey.Anonymous {
			said.By = id
		}
		out = append(out, said)
	}
	slices.SortFunc(out, func(a, b Wish) int { return strings.Compare(a.Text, b.Text) })
	return out
}

// ratesSince are the figures since the last survey.
func (t *turn) ratesSince(m *Meeting) Rates {
	r := t.rates(m)
	if prev := t.Meetings[m.Previous]; prev != nil && prev.Survey != nil && prev.Survey.Skipped > 0 {
		r = prev.Survey.Rates.and(r)
	}
	return r
}

// rates are the figures from the meeting before until now.
func (t *turn) rates(m *Meeting) Rates {
	r := Rates{Meetings: 1}
	if slices.ContainsFunc(m.Findings, func(f Finding) bool { return f.What == "minutes-late" }) {
		r.MinutesLate = 1
	}
	var since time.Time
	if prev := t.Meetings[m.Previous]; prev != nil {
		since = prev.Start
		if prev.Survey != nil && !prev.Survey.Closed.IsZero() {
			since = prev.Survey.Closed // what was counted then is not counted again
		}
	}
	for _, i := range t.Items {
		switch {
		case i.Series != t.policy(m).ID || i.Status == Dropped:
		case i.Open() && t.lateBy(i) > 0:
			r.Overdue++
		case i.Status == Complete && i.DoneAt.After(since):
			r.Closed++
			if i.OriginalDue == "" || DateOf(i.DoneAt.In(t.Calendar.Zone(i.Zone))) <= i.OriginalDue {
				r.OnTime++
			}
		}
	}
	return r
}
