package secretary

// Applied is a meeting application as it was read from a mail or a form (S3-61). Empty fields were not filled in.
type Applied struct {
	Blank      bool         `json:"blank,omitempty"` // it asks for the form and says nothing of the meeting
	Type       string       `json:"type,omitempty"`  // of meeting, as it was written
	Topic      string       `json:"topic,omitempty"`
	Purpose    string       `json:"purpose,omitempty"`
	Problem    string       `json:"problem,omitempty"` // the problem to be solved (S2-21)
	Time       string       `json:"time,omitempty"`    // as it was written
	Start      string       `json:"start,omitempty"`   // RFC 3339; "" where Time names no one time
	End        string       `json:"end,omitempty"`     // RFC 3339
	Minutes    int          `json:"minutes,omitempty"` // how long it takes
	Place      string       `json:"place,omitempty"`
	People     []string     `json:"people,omitempty"` // names or addresses
	Agenda     []string     `json:"agenda,omitempty"` // one topic each, with presenter and minutes in brackets
	Questions  []string     `json:"questions,omitempty"`
	Reason     string       `json:"reason,omitempty"`     // why mail or the next regular meeting will not do (S1B-02)
	Importance string       `json:"importance,omitempty"` // normal or important
	Urgent     bool         `json:"urgent,omitempty"`
	Milestones []AppliedDay `json:"milestones,omitempty"` // of the project (S3-19, S3-32)
	Continues  string       `json:"continues,omitempty"`  // the number of the meeting that it goes on from
}

// AppliedDay is a milestone or stage of a project.
type AppliedDay struct {
	Day  Date   `json:"day"`
	What string `json:"what"`
}

// RosterEdit changes the list of those to be invited.
type RosterEdit struct {
	Only   bool     `json:"only,omitempty"` // Add is the whole list
	Add    []string `json:"add,omitempty"`
	Remove []string `json:"remove,omitempty"`
}

// The intents of applications. IntentApply is in a mail of somebody who wants a meeting; the others in an approver's answer.
const (
	IntentApply  IntentKind = "apply"
	IntentRoster IntentKind = "roster"
	IntentRefer  IntentKind = "refer"  // it goes to the next level (S3-63)
	IntentSolved IntentKind = "solved" // the problem of a meeting is (S2-24)
)

func isApply(i Intent) bool { return i.Kind == IntentApply && i.Apply != nil }
