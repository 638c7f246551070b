package secretary

import "time"

// IntentKind names what a person means by a reply.
type IntentKind string

// The intents of a reply. NoMaterials answers a materials call: this department owes nothing this time. Material says of a file
// which lines it answers, or that it is meant as it is. Waive asks for no minutes. Order is a quick line; it stands beside what the mail means as an
// ordinary answer, and who wrote it tells which of the two counts. Topic proposes one for the agenda, as the quick line of that
// verb does; Ask puts a question to the host likewise. Grade classifies feedback, Feedback gives some, Knowledge is a contribution for everybody, Paper says where paper stands, StandIn names who stands
// in for the writer.
const (
	IntentAttend      IntentKind = "attend"
	IntentCounter     IntentKind = "counter"
	IntentConfirm     IntentKind = "confirm"
	IntentObject      IntentKind = "object"
	IntentProgress    IntentKind = "progress"
	IntentExtend      IntentKind = "extend"
	IntentApprove     IntentKind = "approve"
	IntentReject      IntentKind = "reject"
	IntentShift       IntentKind = "shift"
	IntentScore       IntentKind = "score"
	IntentSuggest     IntentKind = "suggest"
	IntentQuery       IntentKind = "query"
	IntentDraft       IntentKind = "draft"
	IntentHelp        IntentKind = "help"
	IntentNoMaterials IntentKind = "no_materials"
	IntentMaterial    IntentKind = "material"
	IntentWaive       IntentKind = "waive"
	IntentOrder       IntentKind = "order"
	IntentTopic       IntentKind = "topic"
	IntentGrade       IntentKind = "grade"
	IntentFeedback    IntentKind = "feedback"
	IntentKnowledge   IntentKind = "knowledge"
	IntentPaper       IntentKind = "paper"
	IntentStandIn     IntentKind = "stand_in"
	IntentAsk         IntentKind = "question"
)

// EveryItem stands for the number of each item of the letter: 「全部同意」.
const EveryItem = "*"

// Intent is one statement that a person newly made. Which fields count depends on Kind.
type Intent struct {
	Kind     IntentKind `json:"kind"`
	Status   string     `json:"status,omitempty"`   // attend: accepted, declined, tentative, delegated; progress: see Status, or waived; shift: earlier, later, skip, keep; material: as_is; grade: accepted, declined, forwarded; feedback: its class; stand_in: back
	Delegate string     `json:"delegate,omitempty"` // attend, stand_in: a name or an address; grade: the owner or the department
	Item     string     `json:"item,omitempty"`     // the number or code as the letter printed it, or EveryItem; "" where none is named
	Percent  *int       `json:"percent,omitempty"`  // progress: 0 to 100, nil where neither given nor implied
	ETA      Date       `json:"eta,omitempty"`      // progress: when the writer expects to finish
	From     Date       `json:"from,omitempty"`     // stand_in: the first day
	Until    Date       `json:"until,omitempty"`    // extend, grade: the due date; stand_in: the last day
	Severity int        `json:"severity,omitempty"` // grade: the level, 1 the highest; 0 where none is said
	Urgency  int        `json:"urgency,omitempty"`  // grade: the same
	Start    string     `json:"start,omitempty"`    // counter: RFC 3339
	End      string     `json:"end,omitempty"`      // counter: RFC 3339
	Reason   string     `json:"reason,omitempty"`   // attend, extend, waive
	Comment  string     `json:"comment,omitempty"`  // object, approve, reject, suggest, feedback, knowledge, paper; grade: the measure, or why not
	Question string     `json:"question,omitempty"` // score: the question's number
	Value    int        `json:"value,omitempty"`    // score: 1 to 5
	Terms    string     `json:"terms,omitempty"`    // query
	*Draft              // draft

	Apply      *Applied    `json:"apply,omitempty"`  // apply
	Roster     *RosterEdit `json:"roster,omitempty"` // roster
	*QuickLine             // order, topic, question
	Beside     bool        `json:"beside,omitempty"` // said in lines beside quick lines: it counts where those do
}

// Draft is what a minutes draft says, as read from a mail's text or a Word file.
type Draft struct {
	Attendance  []Attendance  `json:"attendance,omitempty"`
	Resolutions []DraftLine   `json:"resolutions,omitempty"`
	Actions     []DraftAction `json:"actions,omitempty"`
	Problems    []Problem     `json:"problems,omitempty"`
	Open        []OpenTopic   `json:"open,omitempty"`  // agenda items that were not reached, not decided, or go before another meeting
	Ended       string        `json:"ended,omitempty"` // "10:45", when the meeting was over; "" where that is not said

	// Within are due dates counted from the meeting in working days, by the action's number, which the parser cannot count:
	// the office's calendar does. Their actions have no Due and the problem vague-due.
	Within map[string]Span `json:"within,omitempty"`

	Body string `json:"-"` // discussion and narrative: what the draft says besides attendance, resolutions and actions
}

// Attendance is how one person took part.
type Attendance struct {
	Name     string `json:"name"`
	State    string `json:"state"`              // present, absent, late, left_early, leave, delegated
	Delegate string `json:"delegate,omitempty"` // who came instead
	Time     string `json:"time,omitempty"`     // "09:20", of coming or leaving
}

// DraftLine is one resolution.
type DraftLine struct {
	No   string `json:"no"`
	Text string `json:"text"`
}

// DraftAction is one action line of a draft.
type DraftAction struct {
	No     string `json:"no"`
	Text   string `json:"text"`
	Owner  string `json:"owner,omitempty"`
	Due    Date   `json:"due,omitempty"`
	Result string `json:"result,omitempty"` // the expected result
}

// Problem is what the clerk must mend in a draft before anything is sent.
type Problem struct {
	No   string `json:"no"`   // the action's number; for a missing part the part's name
	Code string `json:"code"` // no-owner, several-owners, no-due, vague-due, bad-due; the heart adds no-result, no-quality, unknown-owner, missing
}

// File is a document that came with a mail or was made for one. Its bytes are stored under Hash.
type File struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // media type
	Hash  string `json:"hash"` // SHA-256 in hex
	Size  int64  `json:"size"`
	Pages int    `json:"pages,omitempty"` // pages, slides or sheets, where the format tells
	Flaw  Flaw   `json:"flaw,omitempty"`  // why it cannot be read
}

// Flaw says why nobody can read a file.
type Flaw string

// The flaws of a file; "" has none.
const (
	EmptyFile  Flaw = "empty"
	BrokenFile Flaw = "unreadable"
	LockedFile Flaw = "protected" // by a password
	WrongFile  Flaw = "wrong-type"
)

// Automatic says that no person wrote a mail.
type Automatic string

// The kinds of automatic mail; "" is a person's.
const (
	Vacation Automatic = "vacation" // out-of-office, ticket acknowledgement, any other auto-reply
	Bounced  Automatic = "bounce"
	Receipt  Automatic = "receipt" // read or delivery receipt
	Bulk     Automatic = "bulk"
)

// Bounce is what a delivery status report says.
type Bounce struct {
	Recipient string `json:"recipient"`
	Permanent bool   `json:"permanent"`
}

// CalendarMessage is the iTIP message (RFC 5546) inside a mail.
type CalendarMessage struct {
	Method  string           `json:"method"` // REPLY, COUNTER, REFRESH …, upper case, as in the body
	UID     string           `json:"uid"`
	Answers []CalendarAnswer `json:"answers,omitempty"` // of REPLY and COUNTER
	Events  []CalendarEvent  `json:"events,omitempty"`  // of REQUEST and CANCEL

	Organizer string `json:"-"` // address; "" where the message names none, as Exchange's replies (imip I-21)
}

// CalendarAnswer is one attendee's line of a REPLY or COUNTER. Instants are UTC.
type CalendarAnswer struct {
	Attendee      string     `json:"attendee"` // lower case, without mailto:
	PartStat      string     `json:"partstat"` // upper case
	RecurrenceID  *time.Time `json:"recurrence_id,omitempty"`
	Sequence      int        `json:"sequence"`
	Unnumbered    bool       `json:"-"` // the client wrote no SEQUENCE
	DTStamp       *time.Time `json:"dtstamp,omitempty"`
	ReplyTime     *time.Time `json:"reply_time,omitempty"` // X-MICROSOFT-CDO-REPLYTIME
	DelegatedTo   string     `json:"delegated_to,omitempty"`
	DelegatedFrom string     `json:"delegated_from,omitempty"`
	SentBy        string     `json:"sent_by,omitempty"`
	Comment       string     `json:"comment,omitempty"`
	ProposedStart *time.Time `json:"proposed_start,omitempty"`
	ProposedEnd   *time.Time `json:"proposed_end,omitempty"`
}

// Proof says how far the writer of a mail is proven.
type Proof string

// From the strongest to none.
const (
	Proven   Proof = "proven"   // aligned DKIM or DMARC, or the mailbox's own server vouches for it, or a token returned by its owner
	Weak     Proof = "weak"     // a known address, nothing proves it
	Stranger Proof = "stranger" // nobody we know
)

// Reply is one inbound mail as the parser read it, with what the thread and the envelope tell.
type Reply struct {
	MessageID string
	From      string // the writer's address, lower case
	Name      string // the writer's name as the mail has it
	Aligned   bool   // of a stranger's: the mail is proven to come from that address
	Writer    PersonID
	By        PersonID // who wrote it in the writer's name (imip I-25); "" is the writer
	Proof     Proof
	Date      time.Time // the mail's Date, or its arrival where that is missing
	Subject   string
	Text      string // what the person newly wrote
	Automatic Automatic
	Bounce    *Bounce
	Calendar  *CalendarMessage
	Intents   []Intent
	Unclear   []string
	Files     []File
	About     *Letter                   // the letter this mail answers; nil for a fresh mail
	TooLarge  int64                     // size in bytes of a mail that was not read for its size; 0 for one that was
	Found     map[string][]ArchiveEntry // what the archive holds for the terms of quick lines that search it
	Vain      Vain                      // set on a mail that leads nowhere, where the writer's mails did often enough
}

// Vain says what becomes of a mail that leads nowhere once its writer has been asked back often enough. A machine that does
// not say that it is one is told from a patient person by nothing else.
type Vain string

// What becomes of it; "" is asked back like any other.
const (
	ToFile  Vain = "file"  // it is filed, and who answers for the matter is told
	ToLeave Vain = "leave" // it is left alone, as a machine's
)

// Understood reports whether the reply holds at least one intent.
func (r *Reply) Understood() bool { return len(r.Intents) > 0 }

// Verdict is the one visible judgement that every mail read gets.
type Verdict string

// The verdicts.
const (
	ActedOn     Verdict = "acted on"
	AskedBack   Verdict = "asked back"
	ToBeProven  Verdict = "to be proven"
	Automated   Verdict = "automatic"
	BouncedBack Verdict = "bounced"
	Strange     Verdict = "stranger"
	Unreadable  Verdict = "unreadable"
)
