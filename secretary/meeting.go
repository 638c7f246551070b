package secretary

import "time"

// MeetingID names one meeting: the policy's code and the day it was first planned for, PSC-20261127.
type MeetingID string

// Stage is how far a meeting has come.
type Stage string

// The stages, in order. Cancelled ends a meeting from anywhere before Held.
const (
	Planned    Stage = "planned"    // in the plan, nobody has been told
	Noticed    Stage = "noticed"    // invitations are out
	Held       Stage = "held"       // its end has passed, the minutes draft is awaited
	Reviewing  Stage = "reviewing"  // a complete draft lies with the reviewer
	Confirming Stage = "confirming" // an approved draft lies with the confirmers
	Objected   Stage = "objected"   // an objection lies with the recorder
	Published  Stage = "published"  // minutes are out, action items run
	Done       Stage = "done"       // nothing is owed any more
	Cancelled  Stage = "cancelled"
)

// Meeting is one occurrence, from plan to done.
type Meeting struct {
	ID          MeetingID            `json:"id"`
	Policy      string               `json:"policy"` // key of Desk.Policies; fixed when the notice goes out (G-49)
	Title       Text                 `json:"title"`
	Planned     time.Time            `json:"planned"`             // the start the rule gives, before any shift; UTC
	Start       time.Time            `json:"start"`               // UTC
	End         time.Time            `json:"end"`                 // UTC
	Zone        string               `json:"zone"`                // IANA, what people say the time in
	Shift       string               `json:"shift,omitempty"`     // on a day off: earlier or later (why Start differs from Planned), keep, skip or ask; or conflict (S3-08)
	ShiftDay    Text                 `json:"shift_day,omitempty"` // the holiday's name
	Earlier     time.Time            `json:"earlier,omitzero"`    // ask: the start on the workday before, UTC; zero where the series meets then anyhow
	Later       time.Time            `json:"later,omitzero"`      // ask: the same on the workday after
	Place       Text                 `json:"place"`
	PlaceSet    bool                 `json:"place_set,omitempty"` // the place was set by an order and is no longer the policy's
	TimeSet     bool                 `json:"time_set,omitempty"`  // the time was set by a person and is no longer the rule's
	Mode        string               `json:"mode,omitempty"`
	URL         string               `json:"url,omitempty"`
	UID         string               `json:"uid"`           // RFC 5545 UID, for the life of the meeting; of a run that of all its meetings
	Run         MeetingID            `json:"run,omitempty"` // the Run.Head under whose invitation people have it in their calendars; "" has one of its own
	Sequence    int                  `json:"sequence"`      // RFC 5546 §2.1.4
	Revision    int                  `json:"revision"`      // counts every change that people are told
	Stage       Stage                `json:"stage"`
	Convener    PersonID             `json:"convener"`
	Host        PersonID             `json:"host"`
	Recorder    PersonID             `json:"recorder"`
	Supervisor  PersonID             `json:"supervisor"`
	Organizers  []PersonID           `json:"organizers,omitempty"` // besides the convener, copied (S2-29)
	Seats       []Seat               `json:"seats"`                // in the order of the roster, delegates behind those they stand for
	Agenda      []AgendaItem         `json:"agenda"`               // item "0" is the execution report; Topics are its last ones
	Topics      []AgendaItem         `json:"topics,omitempty"`     // put on the agenda by orders, besides the regulation's
	Guests      []PersonID           `json:"guests,omitempty"`     // invited by orders, besides the roster
	Without     []PersonID           `json:"without,omitempty"`    // uninvited by orders, though the roster names them
	Ordered     []Ordered            `json:"ordered,omitempty"`    // by quick lines, oldest first
	Materials   []Material           `json:"materials,omitempty"`
	Minutes     []Version            `json:"minutes,omitempty"` // oldest first
	Confirms    []Confirm            `json:"confirms,omitempty"`
	Objections  []Objection          `json:"objections,omitempty"`
	Number      string               `json:"number,omitempty"`      // archive number of the minutes (S0-67)
	Corrections int                  `json:"corrections,omitempty"` // how often minutes that were out have been corrected (G-06)
	Items       []ItemID             `json:"items,omitempty"`       // created at publication
	NoticedAt   time.Time            `json:"noticed_at,omitzero"`
	PackedAt    time.Time            `json:"packed_at,omitzero"`
	SuppliedAt  time.Time            `json:"supplied_at,omitzero"` // when the last supplement of the pack went out
	PublishAt   time.Time            `json:"published_at,omitzero"`
	DoneAt      time.Time            `json:"done_at,omitzero"`
	Previous    MeetingID            `json:"previous,omitempty"` // the meeting before in the series
	Sent        map[string]time.Time `json:"sent,omitempty"`     // keys of letters queued, with when
	Read        map[string]time.Time `json:"read,omitempty"`     // Message-IDs of mails acted on, with when: none acts twice
	Untold      *Untold              `json:"untold,omitempty"`   // edits of the agenda that nobody was told of yet
	Tidings     []Tiding             `json:"tidings,omitempty"`  // what people are to be told of together, oldest first
	Crashers    []Crasher            `json:"crashers,omitempty"` // who answered without being invited
	Lessons     *Lessons             `json:"lessons,omitempty"`  // that it is prepared with
	Visitors    []Person             `json:"visitors,omitempty"` // who answered for it and is in no directory
	Findings    []Finding            `json:"findings,omitempty"` // of the compliance report
	CancelWhy   string               `json:"cancel_why,omitempty"`
	Clashes     []Clash              `json:"clashes,omitempty"`    // that are known, and that the convener was told of where conflict.rule says so
	Up          *Submission          `json:"up,omitempty"`         // the minutes with the superior
	Waiver      *Waiver              `json:"waiver,omitempty"`     // of the minutes
	Plans       []OwnPlan            `json:"plans,omitempty"`      // the departments' own action plans
	Survey      *Poll                `json:"survey,omitempty"`     // of those who attended
	Registered  bool                 `json:"registered,omitempty"` // of a training: who took part is on the register
	Adopted     *Adopted             `json:"adopted,omitempty"`    // the invitation it comes from, where somebody else's calendar organizes it
	Prepared    []Prepared           `json:"prepared,omitempty"`   // what is said to be ready in the room
	Motions     []Motion             `json:"motions,omitempty"`    // topics that somebody would have on the agenda, oldest first

	Application *Application `json:"application,omitempty"` // it comes from; no invitation before it is approved (S3-62)
	Liaisons    []Liaison    `json:"liaisons,omitempty"`    // work liaison forms for people of other departments (S1B-57)
	Guide       *Guide       `json:"guide,omitempty"`       // reference files or guiding questions for the participants (S1B-06)
	Problem     *ProblemFile `json:"problem,omitempty"`     // the problem that it is about, until it is solved (S2-24)
}

// Seat is one participant's place in a meeting.
type Seat struct {
	Person        PersonID `json:"person"`
	Department    string   `json:"department,omitempty"`
	Optional      bool     `json:"optional,omitempty"`
	External      bool     `json:"external,omitempty"`
	For           PersonID `json:"for,omitempty"`      // this seat stands in for that person (代会)
	Delegate      PersonID `json:"delegate,omitempty"` // that person comes instead
	Proposed      PersonID `json:"proposed,omitempty"` // that person would, once the convener agrees
	Answer        Answer   `json:"answer"`
	Leave         string   `json:"leave,omitempty"`         // asked, granted or refused, where leave needs approval
	Undeliverable string   `json:"undeliverable,omitempty"` // what the bounce said
	Removed       bool     `json:"removed,omitempty"`

	Invited time.Time `json:"invited,omitzero"`  // when the holder was last asked to answer
	Earlier *Answer   `json:"earlier,omitempty"` // to an earlier version of the meeting: on record, and not counted (imip I-53)
}

// PartStat is RFC 5545 §3.2.12.
type PartStat string

// The participation states used.
const (
	NeedsAction PartStat = "NEEDS-ACTION"
	Accepted    PartStat = "ACCEPTED"
	Declined    PartStat = "DECLINED"
	Tentative   PartStat = "TENTATIVE"
	Delegated   PartStat = "DELEGATED"
)

// Answer is the last accepted answer to an invitation, with what orders it against others (RFC 5546 §2.1.5).
type Answer struct {
	PartStat  PartStat  `json:"partstat"` // "" reads as NEEDS-ACTION
	Reason    string    `json:"reason,omitempty"`
	Late      bool      `json:"late,omitempty"` // leave after leave.cutoff (G-15)
	Sequence  int       `json:"sequence"`
	DTStamp   time.Time `json:"dtstamp,omitzero"`
	Copied    bool      `json:"copied,omitempty"`     // DTStamp is that of the invitation and tells nothing (imip I-52)
	ReplyTime time.Time `json:"reply_time,omitzero"`  // X-MICROSOFT-CDO-REPLYTIME
	Sent      time.Time `json:"sent,omitzero"`        // the mail's Date
	Arrived   time.Time `json:"arrived,omitzero"`     // zero where nobody has answered
	At        time.Time `json:"at,omitzero"`          // when the person answered, by the best of these that can be believed
	Basis     Basis     `json:"basis,omitempty"`      // why it counts and not the one before
	MessageID string    `json:"message_id,omitempty"` //
	Proposal  *Proposal `json:"proposal,omitempty"`   // one open counter-proposal (imip I-34)
	Series    bool      `json:"series,omitempty"`     // it was given to the whole series; an answer to this one occurrence takes its place (I-38)
}

// Material is what one person owes for a meeting.
type Material struct {
	Owner      PersonID   `json:"owner"`
	Department string     `json:"department,omitempty"`
	Titles     []Text     `json:"titles"`
	Marks      []Mark     `json:"marks,omitempty"` // of each title
	Optional   bool       `json:"optional,omitempty"`
	Released   bool       `json:"released,omitempty"` // see Marks
	Received   []Received `json:"received,omitempty"` // oldest first; a later version of a file replaces the earlier
	Said       []Said     `json:"said,omitempty"`     // answers in a mail's own words, oldest first
	None       bool       `json:"none,omitempty"`     // "no materials" was answered
}

// Received is a file that came in.
type Received struct {
	File
	Version    int       `json:"version"` // 1 for the first of this file
	At         time.Time `json:"at"`
	MessageID  string    `json:"message_id"`
	By         PersonID  `json:"by"`
	Supplement bool      `json:"supplement,omitempty"` // came after the pack went out
	Lines      []int     `json:"lines,omitempty"`      // which of the owed lines it answers, from 1; none: all of them
	Which      bool      `json:"which,omitempty"`      // the sender was asked which
	Fault      string    `json:"fault,omitempty"`      // why it was asked for again: see Flaw, and same-as-last. It is kept, and counts for nothing
}

// Version is one version of the minutes.
type Version struct {
	No          int          `json:"no"`
	State       VersionState `json:"state"`
	By          PersonID     `json:"by"`
	At          time.Time    `json:"at"`
	MessageID   string       `json:"message_id"`
	Draft       Draft        `json:"draft"`
	Body        string       `json:"body"`                  // the recorder's whole text
	File        *File        `json:"file,omitempty"`        // the Word file it came as
	Comment     string       `json:"comment,omitempty"`     // why it was returned or rejected
	Unconfirmed []string     `json:"unconfirmed,omitempty"` // departments that were silent when it was published
}

// VersionState is how far a version of the minutes has come.
type VersionState string

// The states of a version.
const (
	Returned  VersionState = "returned"  // something is missing or vague; with the recorder
	Submitted VersionState = "submitted" // with the reviewer
	Rejected  VersionState = "rejected"  // by the reviewer
	Approved  VersionState = "approved"  // with the confirmers
	Disputed  VersionState = "disputed"  // objected to
	Final     VersionState = "final"
)

// Confirm is one confirmation asked for.
type Confirm struct {
	Person     PersonID  `json:"person"`
	Department string    `json:"department,omitempty"`
	Version    int       `json:"version"`
	Asked      time.Time `json:"asked"`
	State      string    `json:"state"` // "", confirmed or objected
	At         time.Time `json:"at,omitzero"`
	MessageID  string    `json:"message_id,omitempty"`
}

// Objection is one objection to a version of the minutes. It is kept for ever (S2-56).
type Objection struct {
	Version   int       `json:"version"`
	By        PersonID  `json:"by"`
	Item      string    `json:"item,omitempty"`
	Comment   string    `json:"comment"`
	At        time.Time `json:"at"`
	MessageID string    `json:"message_id"`
	SettledBy int       `json:"settled_by,omitempty"` // the later version that answered it
	Withdrawn bool      `json:"withdrawn,omitempty"`  // the objector confirmed the same version after all
	Overruled PersonID  `json:"overruled,omitempty"`  // the arbiter who let the minutes stand (G-05)
}

// open reports whether the objection still stands in the way of the minutes.
func (o *Objection) open() bool { return o.SettledBy == 0 && !o.Withdrawn && o.Overruled == "" }

// Finding is one line of the compliance report: a rule that was missed.
type Finding struct {
	Clause string    `json:"clause"` // S0-12
	What   string    `json:"what"`   // a stable word: late-notice, no-recorder, minutes-late …
	Who    PersonID  `json:"who,omitempty"`
	At     time.Time `json:"at"`
	Detail string    `json:"detail,omitempty"`
}
