package secretary

// QuickLine is one line by which somebody who conducts a meeting orders something about it: 改期 12月3日 14:00. It is
// read by its form alone; who may, and what it comes to, is decided by the heart. Which fields count depends on Verb.
type QuickLine struct {
	Verb    string   `json:"verb,omitempty"`    // move, cancel, topic, question, place, invite, absent, withdraw, status, query or help; "" is a line that is no order
	Line    string   `json:"line"`              // as it was written
	Meeting string   `json:"meeting,omitempty"` // the meeting's number, where the line names one or stands below one that does
	Date    Date     `json:"date,omitempty"`    // move: the new day; "" keeps the day
	From    Clock    `json:"from,omitzero"`     // move: the new hour; not set keeps the hour
	To      Clock    `json:"to,omitzero"`       // move: the new end; not set keeps the length
	What    string   `json:"what,omitempty"`    // topic: its title; place: the new place
	Who     []string `json:"who,omitempty"`     // invite, absent: names or addresses; topic: who presents it
	Minutes int      `json:"minutes,omitempty"` // topic: how long it takes; 0 where not said
	Purpose string   `json:"purpose,omitempty"` // topic: decide, discuss or inform; "" where not said
	Problem string   `json:"problem,omitempty"` // why the line cannot be read: no-date, several-dates, bad-date, only-shift, no-place, no-topic, no-name, no-terms or no-order
}
