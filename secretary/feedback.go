package secretary

import (
	"fmt"
	"slices"
	"time"
)

// Feedback is one suggestion, opinion or problem about a meeting or its regulation (反馈), from a survey or a mail of its own
// (S0-40, S0-44, S0-117).
type Feedback struct {
	No       int       `json:"no"`    // in its series, from 1, for ever
	Class    string    `json:"class"` // meeting, regulation, interview, management, customer, archive, measure
	Meeting  MeetingID `json:"meeting,omitempty"`
	By       PersonID  `json:"by,omitempty"` // "" of an anonymous survey
	Text     string    `json:"text"`
	At       time.Time `json:"at"`
	Asked    time.Time `json:"asked,omitzero"`    // when it was put before the organizer
	Reminded time.Time `json:"reminded,omitzero"` // and again
	Late     bool      `json:"late,omitempty"`    // it was not graded in time (S0-41)
	Severity int       `json:"severity,omitempty"`
	Urgency  int       `json:"urgency,omitempty"` // both by the policy's levels from 1, the highest; 0: not graded
	State    string    `json:"state,omitempty"`   // "": open; accepted, declined, forwarded, answered
	Why      string    `json:"why,omitempty"`     // a comment on the decision, or the answer of the department
	Decided  time.Time `json:"decided,omitzero"`
	Measure  *Measure  `json:"measure,omitempty"` // accepted: what is done about it
	To       PersonID  `json:"to,omitempty"`      // forwarded: who is to answer
	Chased   time.Time `json:"chased,omitzero"`   // forwarded: when they were last asked
}

// Measure is an improvement measure (S0-42, S0-95).
type Measure struct {
	Item  ItemID   `json:"item"`
	Text  string   `json:"text"`
	Owner PersonID `json:"owner"`
	Due   Date     `json:"due"`
}

// Open reports whether anything is still to be decided or answered.
func (f *Feedback) Open() bool { return f.State == "" || f.State == "forwarded" }

// graded reports whether the organizer has classified it (S0-41).
func (f *Feedback) graded() bool { return f.Severity > 0 && f.Urgency > 0 || f.State != "" }

// Ungraded lists the feedback of the series that was not classified within its window: a finding of the compliance
// report (S0-41).
func (s *Series) Ungraded() []*Feedback {
	return slices.DeleteFunc(slices.Clone(s.Feedback), func(f *Feedback) bool { return !f.Late })
}

// OpenFeedback lists what is still to be decided or answered, the most severe and urgent first: the agenda of the
// meeting about the meeting itself (S0-94).
func (s *Series) OpenFeedback() []*Feedback {
	out := slices.DeleteFunc(slices.Clone(s.Feedback), func(f *Feedback) bool { return !f.Open() })
	rank := func(f *Feedback) int {
		if f.Severity == 0 || f.Urgency == 0 {
			return 99
		}
		return f.Severity + f.Urgency
	}
	slices.SortStableFunc(out, func(a, b *Feedback) int { return rank(a) - rank(b) })
	return out
}

func (s *Series) feedback(no int) *Feedback {
	for _, f := range s.Feedback {
		if f.No == no {
			return f
		}
	}
	return nil
}

// ungradedOf reports whether feedback of the meeting's survey waits to be graded.
func (s *Series) ungradedOf(m MeetingID) bool {
	return slices.ContainsFunc(s.Feedback, func(f *Feedback) bool { return f.Meeting == m && !f.graded() })
}

func (s *Series) measuresOf(m MeetingID) []Measure {
	var out []Measure
	for _, f := range s.Feedback {
		if f.Meeting == m && f.Measure != nil {
			out = append(out, *f.Measure)
		}
	}
	return out
}

// feed puts a piece of feedback on the series, to be graded by its organizer.
func (t *turn) feed(s *Series, f Feedback) *Feedback {
	for _, old := range s.Feedback {
		f.No = max(f.No, old.No)
	}
	f.No++
	f.At = t.now
	s.Feedback = append(s.Feedback, &f)
	t.note("feedback", f.By, "", fmt.Sprintf("%s %d", s.Policy, f.No))
	if p := t.Policies[t.Current[s.Policy]]; p != nil {
		t.poke(PersonCase(t.one(p.Convener)))
	}
	return &f
}

// FeedbackView is feedback as the organizer, or a department concerned, is asked about it.
type FeedbackView struct {
	Rows     []FeedbackRow `json:"rows"`
	Severity []Text        `json:"severity,omitempty"` // the levels, the highest first
	Urgency  []Text        `json:"urgency,omitempty"`
}

// FeedbackRow is one piece of it. No is what replies refer to.
type FeedbackRow struct {
	No       string `json:"no"`
	Policy   string `json:"policy"`
	Seq      int    `json:"seq"` // Feedback.No
	Class    string `json:"class"`
	Text     string `json:"text"`
	Title    Text   `json:"title"` // of the meeting
	Day      Date   `json:"day"`   // when it came
	By       string `json:"by,omitempty"`
	State    string `json:"state,omitempty"`
	Severity Text   `json:"severity,omitempty"`
	Urgency  Text   `json:"urgency,omitempty"`
}

func (t *turn) feedbackRow(no int, s *Series, f *Feedback) FeedbackRow {
	p := t.Policies[t.Current[s.Policy]]
	row := FeedbackRow{No: fmt.Sprint(no), Policy: s.Policy, Seq: f.No, Class: f.Class, Text: f.Text, Title: p.Title, Day: DateOf(f.At.In(t.zone(p))), State: f.State}
	if f.By != "" {
		row.By = t.party(f.By).Name
	}
	if n := f.Severity; n > 0 && n <= len(p.Feedback.Severity) {
		row.Severity = p.Feedback.Severity[n-1]
	}
	if n := f.Urgency; n > 0 && n <= len(p.Feedback.Urgency) {
		row.Urgency = p.Feedback.Urgency[n-1]
	}
	return row
}

// feedbackItems are the agenda of a meeting about the meetings themselves: the open feedback of the whole office, the most
// severe and urgent of each series first (S0-94). They are numbered on from no.
func (t *turn) feedbackItems(no int) []AgendaItem {
	const most = 12
	office := t.Desk
	if t.Whole != nil {
		if office = t.Whole(t.now, t.now); office == nil {
			return nil
		}
	}
	var out []AgendaItem
	for _, policy := range sortedKeys(office.Series) {
		p := t.Policies[t.Current[policy]]
		if p == nil {
			continue
		}
		for _, f := range office.Series[policy].OpenFeedback() {
			if len(out) < most {
				no++
				out = append(out, AgendaItem{No: fmt.Sprint(no), Title: T(f.Text, f.Text, f.Text), Note: p.Title, Purpose: "discuss", Internal: true})
			}
		}
	}
	return out
}
