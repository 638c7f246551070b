package secretary

import "time"

// Efficiency is how well the time of the meetings was used: their length, their agenda, and how those who were there judged them
// (S0-91). It is known of what the minutes and the surveys say.
type Efficiency struct {
	Timed      int `json:"timed,omitempty"`       // meetings whose minutes say when they were over
	Planned    int `json:"planned,omitempty"`     // minutes, of those
	Lasted     int `json:"lasted,omitempty"`      // minutes, of those
	Topics     int `json:"topics,omitempty"`      // on the agenda of the meetings that have minutes
	NotReached int `json:"not_reached,omitempty"` // of those
	Surveys    int `json:"surveys,omitempty"`     // whose result is published
	Points     int `json:"points,omitempty"`      // tenths of a point, the sum of those
}

// Score is the mean of the surveys in tenths of a point; 0 where there was none.
func (e *Efficiency) Score() int {
	if e.Surveys == 0 {
		return 0
	}
	return (e.Points + e.Surveys/2) / e.Surveys
}

// efficient adds one meeting.
func (e *Efficiency) efficient(m Efficiency) {
	e.Timed, e.Planned, e.Lasted = e.Timed+m.Timed, e.Planned+m.Planned, e.Lasted+m.Lasted
	e.Topics, e.NotReached = e.Topics+m.Topics, e.NotReached+m.NotReached
	e.Surveys, e.Points = e.Surveys+m.Surveys, e.Points+m.Points
}

// efficiency is what one meeting's minutes and survey tell.
func (r *reporter) efficiency(m *Meeting, p *Policy) (e Efficiency) {
	if v := m.version(); v != nil && m.Stage != Held {
		if lasted := r.lasted(m, v.Draft.Ended); lasted > 0 {
			e.Timed, e.Planned, e.Lasted = 1, int(m.End.Sub(m.Start)/time.Minute), int(lasted/time.Minute)
		}
		e.Topics = len(m.Agenda)
		for _, o := range r.opens(m, v) {
			if o.State == NotReached {
				e.NotReached++
			}
		}
	}
	if m.Survey.published(p) && !m.Survey.Closed.IsZero() {
		e.Surveys, e.Points = meanOf(m.Survey.Sums)
	}
	return e
}

// lasted is how long a meeting was that ended at that time of its day; 0 where that is not said, or cannot be.
func (r *reporter) lasted(m *Meeting, ended string) time.Duration {
	var c Clock
	if ended == "" || c.UnmarshalText([]byte(ended)) != nil {
		return 0
	}
	begin := r.begin(m)
	return max(0, DateOf(begin).At(c, begin.Location()).Sub(begin))
}

// meanOf is 1 and the mean over all questions in tenths; 0 where nothing was scored.
func meanOf(sums []ScoreSum) (n, points int) {
	asked, sum := 0, 0.0
	for _, s := range sums {
		if mean, ok := s.Mean(); ok {
			asked, sum = asked+1, sum+mean
		}
	}
	if asked == 0 {
		return 0, 0
	}
	return 1, tenths(sum / float64(asked))
}
