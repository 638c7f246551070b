package secretary

import (
	"slices"
	"time"
)

// Application is somebody's request for a meeting that no rule calls (会议申请, S3-61). While something is missing it lies in
// the folder of whoever writes it; once it is complete it belongs to the meeting that it asks for, which nobody is told of
// before it is approved (S3-62).
type Application struct {
	ID         string            `json:"id"` // of the mail that it began with
	By         PersonID          `json:"by"`
	At         time.Time         `json:"at,omitzero"` // when it was complete
	Policy     string            `json:"policy,omitempty"`
	Topic      string            `json:"topic,omitempty"`
	Purpose    string            `json:"purpose,omitempty"`
	Problem    string            `json:"problem,omitempty"`
	Start      time.Time         `json:"start,omitzero"` // UTC
	End        time.Time         `json:"end,omitzero"`
	Place      string            `json:"place,omitempty"`
	People     []PersonID        `json:"people,omitempty"`   // suggested by the proposer (S1B-56)
	Visitors   []Person          `json:"visitors,omitempty"` // of People, whom no directory has
	Agenda     []string          `json:"agenda,omitempty"`
	Questions  []string          `json:"questions,omitempty"` // to think about beforehand (S1B-06)
	Files      []File            `json:"files,omitempty"`     // that came with it: reference material for the participants
	Reason     string            `json:"reason,omitempty"`
	Importance string            `json:"importance,omitempty"` // normal or important; "" was not said
	Urgent     bool              `json:"urgent,omitempty"`
	Milestones []Milestone       `json:"milestones,omitempty"`
	Continues  MeetingID         `json:"continues,omitempty"`
	Mail       string            `json:"mail,omitempty"`    // the Message-ID of the newest mail about it
	Subject    string            `json:"subject,omitempty"` // of that mail
	State      ApplicationState  `json:"state,omitempty"`
	Decided    time.Time         `json:"decided,omitzero"`
	Steps      []ApplicationStep `json:"steps,omitempty"` // oldest first
	Told       string            `json:"told,omitempty"`  // the state that the proposer was told of last

	meant []PersonID // by the letter that offered the form
}

// ApplicationState is how far an application has come; "" is not complete.
type ApplicationState string

// The states of an application.
const (
	Applying  ApplicationState = "pending"   // with an approver
	Granted   ApplicationState = "approved"  // or no approval is wanted
	Refused   ApplicationState = "rejected"  //
	Withdrawn ApplicationState = "withdrawn" // by the proposer
	Expired   ApplicationState = "expired"   // the meeting would have begun, and nobody had decided
)

// ApplicationStep is one level of the approval (S3-63).
type ApplicationStep struct {
	Level   int       `json:"level"` // of application.approvers, from 0
	Person  PersonID  `json:"person,omitempty"`
	Asked   time.Time `json:"asked,omitzero"`
	Until   time.Time `json:"until,omitzero"` // then it goes on to the next level
	State   string    `json:"state"`          // asked, silent, approved, rejected, referred; own, vacant: passed over
	At      time.Time `json:"at,omitzero"`
	Comment string    `json:"comment,omitempty"`
	Last    bool      `json:"last,omitempty"` // nobody above is left to ask
}

// Milestone is a day of a project before which its lead is asked to apply for the next meeting (S3-19, S3-32).
type Milestone struct {
	Day     Date      `json:"day"`
	What    string    `json:"what"`
	Offered time.Time `json:"offered,omitzero"`
}

// important reports whether the matter goes up by a level, and what the regulation demands of important meetings holds.
func (a *Application) important(p *Policy) bool {
	return p.Importance == "important" || a.Importance == "important"
}

// step is the step that the person has to decide on, or may still, nil where there is none.
func (a *Application) step(id PersonID) *ApplicationStep {
	for n := range a.Steps {
		if s := &a.Steps[n]; s.Person == id && (s.State == "asked" || s.State == "silent") {
			return s
		}
	}
	return nil
}

// open is the step that is waited for, nil where none is.
func (a *Application) open() *ApplicationStep {
	n := slices.IndexFunc(a.Steps, func(s ApplicationStep) bool { return s.State == "asked" })
	if n < 0 {
		return nil
	}
	return &a.Steps[n]
}

// acted counts the levels that have looked at it.
func (a *Application) acted(states ...string) int {
	n := 0
	for _, s := range a.Steps {
		if slices.Contains(states, s.State) {
			n++
		}
	}
	return n
}

// pending reports whether the meeting waits for an approval.
func (m *Meeting) pending() bool { return m.Application != nil && m.Application.State == Applying }

// applicable reports whether meetings can be applied for under p: it has whatever an application does not give.
func (p *Policy) applicable() bool {
	given := []string{"purpose", "duration.planned", "place", "url", "roster", "agenda.items", "schedule.rrule", "schedule.start"}
	return !p.Disabled && p.Schedule.AdHoc && !slices.ContainsFunc(p.Lacks, func(key string) bool { return !slices.Contains(given, key) })
}

// roleOf is who a role names: besides what a policy names everywhere, the proposer of the meeting and who approves it.
func (t *turn) roleOf(m *Meeting, r Ref) PersonID {
	a := m.Application
	if a == nil || r != "proposer" && r != "approver" {
		return t.one(r)
	}
	if r == "approver" {
		for _, s := range slices.Backward(a.Steps) {
			if s.State == "approved" || s.State == "asked" {
				return s.Person
			}
		}
	}
	return a.By
}
