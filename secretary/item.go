package secretary

import "time"

// ItemID names an action item for ever: the meeting and the number in its minutes, PSC-20261127-3.
type ItemID string

// Status is how far an action item is.
type Status string

// The states of an action item. Finished means done but not yet verified, where the policy wants that (S0-61).
const (
	NotStarted Status = "not_started"
	InProgress Status = "in_progress"
	Blocked    Status = "blocked"
	Finished   Status = "finished"
	Complete   Status = "done"
	Dropped    Status = "dropped"
)

// Item is one action item (行动项).
type Item struct {
	ID          ItemID    `json:"id"`
	Meeting     MeetingID `json:"meeting"`
	MeetingName Text      `json:"meeting_name"`
	MeetingDay  Date      `json:"meeting_day"`
	Series      string    `json:"series"`             // policy id: execution reports are by series
	Feedback    string    `json:"feedback,omitempty"` // of an improvement measure: what it answers, in the number it has there (S0-42)
	Policy      string    `json:"policy"`             // key of Desk.Policies
	No          string    `json:"no"`                 // in the minutes
	Text        string    `json:"text"`
	Owner       PersonID  `json:"owner"`
	Department  string    `json:"department,omitempty"`
	Due         Date      `json:"due"`
	Number      string    `json:"number,omitempty"` // archive number of the minutes it comes from
	OriginalDue Date      `json:"original_due"`     // kept whatever extensions are granted
	Result      string    `json:"result,omitempty"` // expected result
	Supervisor  PersonID  `json:"supervisor"`
	Zone        string    `json:"zone"`
	Status      Status    `json:"status"`
	Percent     int       `json:"percent"`
	ETA         Date      `json:"eta,omitempty"`
	Active      time.Time `json:"active"`            // since when it binds; zero: it does not yet, and nobody is asked (G-25)
	Asked       time.Time `json:"asked,omitzero"`    // when a letter last asked the owner for word
	Overdue     int       `json:"overdue,omitempty"` // overdue reminders sent for the due date that stands
	DoneAt      time.Time `json:"done_at,omitzero"`

	Asker PersonID `json:"asker,omitempty"` // it is a question of this person, and answered rather than done (S1E-12)

	Escalated  map[string]time.Time `json:"escalated,omitempty"` // steps of the escalation taken, with when
	Entry      *DueEntry            `json:"entry,omitempty"`     // in the owner's calendar
	Verified   PersonID             `json:"verified,omitempty"`  // who verified the effect (S0-61)
	History    []Progress           `json:"history,omitempty"`   // oldest first
	Extensions []Extension          `json:"extensions,omitempty"`
	Files      []File               `json:"files,omitempty"`   // that came with reports, oldest first
	Promise    bool                 `json:"promise,omitempty"` // it was promised to a customer (S3-58)
}

// Open reports whether anything is still owed on the item.
func (i *Item) Open() bool { return i.Status != Complete && i.Status != Dropped && !i.draft() }

// draft reports whether the item does not bind yet (G-25).
func (i *Item) draft() bool { return i.Active.IsZero() && i.Status == NotStarted }

// Progress is one report.
type Progress struct {
	At        time.Time `json:"at"`
	By        PersonID  `json:"by"`
	Status    Status    `json:"status"`
	Percent   int       `json:"percent"`
	ETA       Date      `json:"eta,omitempty"`
	Text      string    `json:"text"`           // the words, whole
	Said      string    `json:"said,omitempty"` // of them what is about this item, without its number
	MessageID string    `json:"message_id"`

	Parts map[string]string `json:"parts,omitempty"` // progress, problems, solutions, measures, where the words keep them apart (S0-58)
}

// Extension is one request for a later due date.
type Extension struct {
	Asked   time.Time `json:"asked"`
	From    Date      `json:"from"`
	Until   Date      `json:"until"`
	Reason  string    `json:"reason,omitempty"`
	Late    bool      `json:"late,omitempty"` // asked for when already overdue
	State   string    `json:"state"`          // asked, granted or refused
	By      PersonID  `json:"by,omitempty"`   // who decided
	Comment string    `json:"comment,omitempty"`
	Decided time.Time `json:"decided,omitzero"`
}
