package secretary

import "time"

// Desk is what lies on the secretary's table for one event: the people, the rules, and the files of the case at hand.
// The heart changes the meetings, items and folders on it in place; a caller that needs the old ones keeps a copy.
type Desk struct {
	Office    Office
	Calendar  Calendar
	Directory *Directory
	Policies  map[string]*Policy // by key, "MT-S0-1@3": every version that something on the desk refers to
	Current   map[string]string  // policy id → key of the version in force
	Series    map[string]*Series // by policy id
	Meetings  map[MeetingID]*Meeting
	Items     map[ItemID]*Item
	Folders   map[PersonID]*Folder
	Shelf     func(policy string, since time.Time) *Shelf // what archive and store know of a series since then, for the duties of its upkeep; nil where nobody knows
	Away      map[PersonID][]StandIn                      // who is away, and who stands in for them (S0-96)
	Elsewhere func(from, until time.Time) []*Meeting      // the office's meetings to come that start in between and may not lie here; to be read only. Nil: all of them lie here
	Whole     func(from, until time.Time) *Desk           // another desk with every series and the meetings that start in between, to be read only; nil where nobody can lay it
	Known     func(MeetingID) bool                        // whether a meeting has that number, here or elsewhere. Nil: those that lie here
	Fold      func(string) string                         // brings names to one shape, in whatever script they are written; nil leaves them as they are
	Number    func(prefix string) int                     // the next free sequence number of archive numbers with this prefix, from 1 (S0-67)

	domains *[]string // that policies call external, as the turn at this desk found them; nil: ask the policies
}

// Office is the company as letters name it.
type Office struct {
	Name    Text     `json:"name"`    // the secretary's name in From: 会办
	Company Text     `json:"company"` //
	Address string   `json:"address"` // huiban's own mailbox: From and ORGANIZER
	Domain  string   `json:"domain"`  // right side of UIDs and Message-IDs
	Zone    string   `json:"zone"`    // IANA
	Lang    Lang     `json:"lang"`    // of people who name none
	Quiet   [2]Clock `json:"quiet"`   // between these only what a mail or an order brings about goes out; both unset: none
	Rooms   []Room   `json:"rooms,omitempty"`
}

// Series is the standing plan of one policy.
type Series struct {
	Policy string `json:"policy"` // id
	First  Date   `json:"first"`  // DTSTART: the rule counts from here

	Adopted []*Adoption `json:"adopted,omitempty"` // meetings called in calendars of their own, besides the rule

	Feedback []*Feedback         `json:"feedback,omitempty"` // on its meetings and its regulation, oldest first
	Polls    []PollResult        `json:"polls,omitempty"`    // what its last surveys came to, oldest first
	Chores   map[string]*Chore   `json:"chores,omitempty"`   // recurring duties of its upkeep, by kind: review, archive, lessons, training
	Lessons  *Lessons            `json:"lessons,omitempty"`  // the last ones, until the next meeting has them
	Holders  map[string]PersonID `json:"holders,omitempty"`  // who has its roles, by role: a new one is handed over to
	Trained  []Trained           `json:"trained,omitempty"`  // of a training: who took part, oldest first (S0-99)

	Amendments []*Amendment `json:"amendments,omitempty"` // changes of the policy that had to be approved, oldest first; only the last may wait

	Runs []*Run               `json:"runs,omitempty"` // its stretches that one invitation called, oldest first
	Sent map[string]time.Time `json:"sent,omitempty"` // keys of letters queued about them, with when
	Read map[string]time.Time `json:"read,omitempty"` // Message-IDs of mails acted on, with when: none acts twice
}

// Folder is what the secretary remembers about one person besides the items.
type Folder struct {
	Person  PersonID             `json:"person"`
	Sent    map[string]time.Time `json:"sent,omitempty"` // keys of letters queued, with when
	Read    map[string]time.Time `json:"read,omitempty"` // Message-IDs of mails acted on, with when: none acts twice
	Summary *LastSummary         `json:"summary,omitempty"`
	Rules   *Rules               `json:"rules,omitempty"` // what the person was told of the regulations; nil before anybody looked

	Applications []*Application `json:"applications,omitempty"` // for meetings, that something is missing of
}

// LastSummary is the last weekly summary's state, to tell what changed since.
type LastSummary struct {
	Day    Date              `json:"day"`
	At     time.Time         `json:"at"`
	Counts SummaryCounts     `json:"counts"`
	Items  map[ItemID]string `json:"items"` // status and due date as they were
}

// Entry is one line of the journal: what an event changed.
type Entry struct {
	Case   Case     `json:"case"`
	What   string   `json:"what"` // a stable word
	Who    PersonID `json:"who,omitempty"`
	Before string   `json:"before,omitempty"`
	After  string   `json:"after,omitempty"`
	Source string   `json:"source,omitempty"` // Message-ID of the mail, "clock" or "command"
}

// Outcome is what one event did, besides the changes made on the desk.
type Outcome struct {
	Verdict Verdict // of a received mail
	Reason  string  // a named reason for the verdict or for doing nothing
	Letters []Letter
	Journal []Entry
	Wake    map[Case]time.Time     // when each case that was touched must be woken next; zero: never
	Poke    []Case                 // cases elsewhere that must be woken now
	Archive []ArchiveEntry         // documents to file
	Shelved map[string]string      // where the paper of archived documents stands now, by their numbers (S0-74)
	Away    map[PersonID][]StandIn // whose absences have changed, with all of them now (S0-96)
	Enacted []Enactment            // versions of policies that came into force
}

// ArchiveEntry is one document to file, with what finds it again (S0-65, S0-66) and who may read it (S0-76).
type ArchiveEntry struct {
	Number       string     `json:"number"` // unique for ever (S0-67)
	Class        string     `json:"class"`  // minutes, record, report, resolution, material, lessons, training, knowledge
	Meeting      MeetingID  `json:"meeting"`
	Series       string     `json:"series"`
	Title        Text       `json:"title"`
	Day          Date       `json:"day"`
	Departments  []string   `json:"departments"`
	Readers      []PersonID `json:"readers"` // besides the departments' members and everybody's managers
	Confidential string     `json:"confidential,omitempty"`
	Text         string     `json:"text"`                 // what a query searches
	Supersedes   string     `json:"supersedes,omitempty"` // the number of the document of the series that this one takes the place of (S0-78)
	Shelf        string     `json:"shelf,omitempty"`      // where the paper stands (S0-74)
	File         *File      `json:"file,omitempty"`       // the stored document; nil where it is made from Letter
	Letter       *Letter    `json:"letter,omitempty"`     // made as the Document below from this letter
	Document     Document   `json:"document,omitempty"`
}
