package secretary

import "time"

// LetterKind is the name of a letter; it is mailed as X-Huiban-Letter.
type LetterKind string

// The letters of the regulations, and those that any of them may need: the released files for people outside, an echo of what was understood, a question
// back, a request to prove who wrote, help, and what quick lines would come to or have come to.
const (
	Invitation        LetterKind = "invitation"
	Update            LetterKind = "update"
	Cancel            LetterKind = "cancel"
	Reminder          LetterKind = "reminder"
	Approval          LetterKind = "approval"
	AgendaCall        LetterKind = "agenda-call"
	MaterialsCall     LetterKind = "materials-call"
	MaterialsReminder LetterKind = "materials-reminder"
	Pack              LetterKind = "pack"
	Handout           LetterKind = "handout"
	RunSheet          LetterKind = "run-sheet"
	MinutesCall       LetterKind = "minutes-call"
	MinutesReview     LetterKind = "minutes-review"
	MinutesConfirm    LetterKind = "minutes-confirm"
	MinutesPublish    LetterKind = "minutes-publish"
	ReportUp          LetterKind = "report-up"
	ActionPlan        LetterKind = "action-plan"
	Action            LetterKind = "action"
	Overdue           LetterKind = "overdue"
	Escalation        LetterKind = "escalation"
	WeeklySummary     LetterKind = "weekly-summary"
	Compliance        LetterKind = "compliance"
	ApplicationForm   LetterKind = "application"
	Survey            LetterKind = "survey"
	SurveyResult      LetterKind = "survey-result"
	Duty              LetterKind = "duty"
	QueryResult       LetterKind = "query-result"
	Echo              LetterKind = "echo"
	AskBack           LetterKind = "ask-back"
	Prove             LetterKind = "prove"
	Help              LetterKind = "help"
	OrderCheck        LetterKind = "order"
)

// Case is the file an event belongs to, and the unit of locking and of waking: "series:MT-S0-1",
// "meeting:PSC-20261127" or "person:wang.lei" (the action items and summaries of that person).
type Case string

// SeriesCase is the standing plan of one policy.
func SeriesCase(policy string) Case { return Case("series:" + policy) }

// MeetingCase is one meeting.
func MeetingCase(id MeetingID) Case { return Case("meeting:" + string(id)) }

// PersonCase is one person's action items and summaries.
func PersonCase(id PersonID) Case { return Case("person:" + string(id)) }

// Letter is one letter to one person, as data. Everything a template may print is in it, so that what was decided and
// what is read agree however late it is rendered. Fields that a kind does not use are nil or empty.
type Letter struct {
	Key      string     `json:"key"` // unique for ever: case, kind, person and revision
	Kind     LetterKind `json:"kind"`
	Case     Case       `json:"case"`
	To       Party      `json:"to"`
	Cc       []Party    `json:"cc,omitempty"`
	Lang     Lang       `json:"lang"`
	Reason   string     `json:"reason"`             // why now: the named rule, such as "notice.lead: 7 days before the start (S0-12)"
	Ref      string     `json:"ref,omitempty"`      // what is asked, where the kind alone does not tell; see the Ref words below
	Of       LetterKind `json:"of,omitempty"`       // echo, ask-back, prove: the kind of the letter whose answer this is about
	InReply  string     `json:"in_reply,omitempty"` // Message-ID of the mail that this letter answers
	Subject  string     `json:"subject,omitempty"`  // of that mail
	Deadline time.Time  `json:"deadline,omitzero"`  // an answer is wanted by then; UTC
	Zone     string     `json:"zone,omitempty"`     // IANA; times are printed in it

	Meeting     *MeetingView    `json:"meeting,omitempty"`
	Changes     []Change        `json:"changes,omitempty"` // update: what moved, old → new
	Owed        []OwedView      `json:"owed,omitempty"`    // materials: who owes what and what came
	Silent      []Party         `json:"silent,omitempty"`  // who has not answered
	Minutes     *MinutesView    `json:"minutes,omitempty"`
	Previous    *LastView       `json:"previous,omitempty"` // invitation, pack: the minutes of the meeting before
	Problems    []Problem       `json:"problems,omitempty"` // what to mend in a returned draft, line by line; what was not understood
	Objections  []ObjectionView `json:"objections,omitempty"`
	Items       []ItemView      `json:"items,omitempty"` // numbered from 1 in the order shown
	Summary     *SummaryView    `json:"summary,omitempty"`
	Compliance  *ComplianceView `json:"compliance,omitempty"`
	Echoes      []EchoLine      `json:"echoes,omitempty"`  // what was understood
	Tidings     []TidingView    `json:"tidings,omitempty"` // echo: what several people answered, for somebody who should know
	Choices     []Choice        `json:"choices,omitempty"` // the reply buttons, in order
	Quote       string          `json:"quote,omitempty"`   // somebody's own words: a comment, an application, the mail asked back about
	By          *Party          `json:"by,omitempty"`      // whose words, or whose request
	Query       *QueryView      `json:"query,omitempty"`
	For         *Party          `json:"for,omitempty"`       // who the letter is written to, where To stands in for them
	Post        *RoleView       `json:"post,omitempty"`      // duty: what a stand-in, or the new holder of a role, takes over
	Feedback    *FeedbackView   `json:"feedback,omitempty"`  // duty: feedback to be graded or answered
	Chores      []ChoreView     `json:"chores,omitempty"`    // duty: recurring duties, numbered from 1
	Survey      *SurveyView     `json:"survey,omitempty"`    // survey: the questions; survey-result: what came of them
	Due         *DueView        `json:"due,omitempty"`       // action, overdue, echo: a due date for the reader's calendar
	StandIns    *StandInView    `json:"stand_ins,omitempty"` // who may come instead of the reader
	Plan        *PlanView       `json:"plan,omitempty"`      // duty: the plan of a year
	Clashes     []ClashView     `json:"clashes,omitempty"`   // duty: what the meeting clashes with
	Times       []TimeView      `json:"times,omitempty"`     // approval: the present time and those proposed, with who could come
	Orders      []OrderView     `json:"orders,omitempty"`    // order: the quick lines, one by one
	Applied     *AppliedView    `json:"applied,omitempty"`   // application, approval: the meeting applied for
	Reach       []Party         `json:"reach,omitempty"`     // order: whom letters would go to, or went to
	Fields      []string        `json:"fields,omitempty"`    // action: what the reports are to cover; none: progress, problems, solutions
	Copies      int             `json:"copies,omitempty"`    // pack: how many copies the reader is to print of each file
	Part        int             `json:"part,omitempty"`      // pack, handout: which mail it is, of how many, where the files are too large for one
	Parts       int             `json:"parts,omitempty"`
	Left        []File          `json:"left,omitempty"`        // pack, handout: too large for any mail
	Regulations []Regulation    `json:"regulations,omitempty"` // approval, duty, echo: what policies say, or what changes in them
	Motions     []MotionView    `json:"motions,omitempty"`     // approval: the topics that the host decides on
	Checks      []CheckView     `json:"checks,omitempty"`      // duty: what is to be prepared
	Overrun     *OverrunView    `json:"overrun,omitempty"`     // approval, duty: the agenda takes longer than the meeting, with all of Motions
	Lessons     string          `json:"lessons,omitempty"`     // agenda-call, invitation: what the last round of lessons has brought (S0-89)
	Files       []File          `json:"files,omitempty"`       // stored documents to attach
	Documents   []Document      `json:"documents,omitempty"`   // documents to make from this letter and attach
}

// The Ref words. A colon parts the word from whom or what it is about.
//
//	application form (blank), missing:MAIL (Problems and Orders say what), taken, approved, rejected, expired, silent,
//	            liaison (a department's answer), next:DAY (a milestone), problem
//	approval    apply, liaison:FORM, leave:PERSON, delegate:PERSON:PERSON, move:PERSON, moves (several of it), crash:PERSON, shift:DAY, topics (of Motions), waiver:PERSON, objection:PERSON, extend:ITEM, verify:ITEM, decisions (several of both)
//	escalation  minutes, review, confirm, objection, topics (of Motions, that minutes raise), item:ITEM
//	invitation  adopted: the agenda of a meeting that somebody else's calendar organizes
//	cancel      adopted, handed-back: what was asked for is not wanted any more; renamed: an invitation with another RECURRENCE-ID follows
//	update      adopted: the date for materials moves; earlier-version, refresh, delegate-declined, delegate-refused, proposal-declined
//	echo        told: this is about what somebody else, By, did; adopted: what was taken over from a calendar
//	ask-back    adopt:MAIL (the choices are meeting types), adopt-refused
//	reminder    silent: the convener's list of Silent
//	duty        guide: reference files or guiding questions are wanted (S1B-06);
//	            lacks: what the notice lacks, in Problems; clash: what the meeting clashes with, in Clashes; overrun: the agenda is too long, in Overrun;
//	            prepare: what is to be ready in the room, in Checks;
//	            holidays:YEAR, whose days are not known;
//	            plan: the meetings of a year, in Plan;
//	            draft:N: a change of a regulation, for comment; rules: what changes in regulations, or holds, in Regulations
//	prove       the Message-ID of the mail to be proven
//	order       asked:MAIL (waits for confirmation), again:MAIL (does so anew, the meeting has changed), done, unread
//	action-plan plan:DEPARTMENT, directive (a superior's comments)
//	ask-back    result: the result of what was reported done
//	report-up   read, comment, unconfirmed (before everybody has confirmed), final (what follows that), again
//	minutes-call correct, minutes-publish corrected: of minutes that are out (G-06); minutes-publish file (for whoever keeps the archive), copy (with all that was filed, S3-92)
//	others      silent, supplement (pack), again (minutes-call, minutes-confirm), fresh and no-case (ask-back)

// Asks is the kind of answer that a reply to l is read as: l's own kind, or that of the letter it is about.
func (l *Letter) Asks() LetterKind {
	if l.Of != "" {
		return l.Of
	}
	return l.Kind
}

// Document is a document made from the letter's data.
type Document string

// The documents.
const (
	AgendaDoc       Document = "agenda.docx"       // topics, presenters, minutes and clock times, materials owed, requirements
	FormDoc         Document = "minutes-form.docx" // the prefilled minutes form
	MinutesDoc      Document = "minutes.docx"
	LastMinutesDoc  Document = "last-minutes.docx"   // of the meeting before, in Previous
	SignDoc         Document = "sign-in.docx"        // the sheet on which who comes signs (签到表)
	PlatesDoc       Document = "name-plates.docx"    // two to a page, to be folded (名牌)
	ListDoc         Document = "materials.docx"      // what was handed in, and what is missing
	LedgerSheet     Document = "ledger.xlsx"         // the action ledger
	MaterialsForm   Document = "materials-form.docx" // the lines that the reader owes, with the headings that they must have
	FiguresSheet    Document = "figures.xlsx"        // the answers in words, a row for each person
	ComplianceSheet Document = "compliance.xlsx"     // the rules that were missed, and the figures
	PlanDoc         Document = "plan.docx"           // the meetings of a year as a table
	PlanFile        Document = "plan.ics"            // and as a calendar to read
	RegulationDoc   Document = "regulation.docx"     // a policy as a regulation, article by article
)

// Party is a person as letters show one.
type Party struct {
	ID         PersonID `json:"id"`
	Name       string   `json:"name"`
	Email      string   `json:"email"`
	Department Text     `json:"department,omitempty"`
	Title      string   `json:"title,omitempty"`
	External   bool     `json:"external,omitempty"`
}

// MeetingView is a meeting as one recipient may see it.
type MeetingView struct {
	ID           MeetingID      `json:"id"`
	Title        Text           `json:"title"`
	Purpose      Text           `json:"purpose,omitempty"`
	Start        time.Time      `json:"start"` // UTC
	End          time.Time      `json:"end"`
	Zone         string         `json:"zone"`
	Place        Text           `json:"place"`
	URL          string         `json:"url,omitempty"`
	UID          string         `json:"uid"`
	Sequence     int            `json:"sequence"`
	Created      time.Time      `json:"created"`           // when the notice first went out
	Stamp        time.Time      `json:"stamp"`             // DTSTAMP
	Method       string         `json:"method,omitempty"`  // REQUEST or CANCEL, and REPLY of an adopted one: the letter carries an iTIP message; "" it does not
	Adopted      *AdoptedView   `json:"adopted,omitempty"` // the invitation that it comes from
	Confidential bool           `json:"confidential,omitempty"`
	Shift        string         `json:"shift,omitempty"` // see Meeting.Shift
	ShiftDay     Text           `json:"shift_day,omitempty"`
	Planned      time.Time      `json:"planned"`
	Convener     Party          `json:"convener"`
	Host         Party          `json:"host"`
	Recorder     Party          `json:"recorder"`
	Seats        []SeatView     `json:"seats"`
	Agenda       []AgendaView   `json:"agenda"`
	Questions    []QuestionView `json:"questions,omitempty"` // mailed in since the meeting before; none for readers outside
	Motions      []MotionView   `json:"motions,omitempty"`   // proposed, and not decided on; none for readers outside
	Requirements []Text         `json:"requirements,omitempty"`
	Improved     []string       `json:"improved,omitempty"`  // what has changed by measures from feedback since the last notice (S0-43)
	Number       string         `json:"number,omitempty"`    // archive number
	Problem      string         `json:"problem,omitempty"`   // that it is about, of one applied for (S2-21)
	Guide        []string       `json:"guide,omitempty"`     // to think about beforehand (S1B-06)
	Uninvited    bool           `json:"uninvited,omitempty"` // a CANCEL for this recipient only (RFC 5546 §3.2.5)

	Series     *SeriesView `json:"series,omitempty"`    // the letter is about a whole series; Start and End are those of its first date
	Recurrence time.Time   `json:"recurrence,omitzero"` // of one occurrence of such a series: its RECURRENCE-ID, the start that the rule gives; UTC

	Labels map[string]Text `json:"labels,omitempty"` // the company's own titles of roles (G-39), by role identifier
}

// SeatView is one participant.
type SeatView struct {
	Party
	Role     string   `json:"role"` // CHAIR, REQ-PARTICIPANT or OPT-PARTICIPANT
	PartStat PartStat `json:"partstat"`
	Reason   string   `json:"reason,omitempty"`
	Delegate *Party   `json:"delegate,omitempty"` // who comes instead
	For      *Party   `json:"for,omitempty"`      // whom this one stands in for
	Part     Text     `json:"part,omitempty"`     // what they take part as
}

// AgendaView is one agenda item with its clock times.
type AgendaView struct {
	No         string    `json:"no"`
	Title      Text      `json:"title"`
	Note       Text      `json:"note,omitempty"`
	Presenters []Party   `json:"presenters,omitempty"`
	Minutes    int       `json:"minutes"`
	Start      time.Time `json:"start"` // UTC
	Purpose    string    `json:"purpose,omitempty"`
	Left       string    `json:"left,omitempty"`      // what it was last time: not_reached or undecided
	Materials  []Text    `json:"materials,omitempty"` // owed for this item by its presenters
}

// OwedView is one person's materials.
type OwedView struct {
	Party
	Titles   []Text     `json:"titles"`
	Optional bool       `json:"optional,omitempty"`
	Received []Received `json:"received,omitempty"` // the newest version of each file
	Said     []SaidView `json:"said,omitempty"`     // answers in words
	None     bool       `json:"none,omitempty"`
	Lacks    []Text     `json:"lacks,omitempty"`    // of Titles those for which nothing came
	InMail   []int      `json:"in_mail,omitempty"`  // of Titles those for which words are enough, from 1
	Free     []int      `json:"free,omitempty"`     // of Titles those that may be left out
	Headings [][]Text   `json:"headings,omitempty"` // that each of Titles must have
}

// SaidView is an answer in words to one title, or to all of them where there is none.
type SaidView struct {
	Title Text   `json:"title,omitempty"`
	Text  string `json:"text"`
}

// Missing reports whether something is still owed.
func (o OwedView) Missing() bool {
	return !o.None && (len(o.Lacks) > 0 || !o.Optional && len(o.Received)+len(o.Said) == 0)
}

// MinutesView is a version of the minutes as reviewers, confirmers and readers see it. Points are numbered through:
// resolutions and actions keep the numbers that replies refer to.
type MinutesView struct {
	Version     int              `json:"version"`
	Number      string           `json:"number,omitempty"`
	Attendance  []AttendanceView `json:"attendance"`
	Topics      []AgendaView     `json:"topics"`
	Body        string           `json:"body,omitempty"` // discussion and narrative, in the recorder's words
	Resolutions []DraftLine      `json:"resolutions"`
	Actions     []DraftAction    `json:"actions"`
	Unconfirmed []Text           `json:"unconfirmed,omitempty"` // departments that were silent
	Dissent     []ObjectionView  `json:"dissent,omitempty"`     // objections kept in the minutes (G-05)
	Directive   *ObjectionView   `json:"directive,omitempty"`   // a superior's comments (S1B-09)
	States      []string         `json:"states,omitempty"`      // of attendance, that the form offers; none: all
	Confirmed   []Party          `json:"confirmed,omitempty"`
	OnSilence   string           `json:"on_silence,omitempty"` // printed with the deadline (G-04)
	Decider     *Party           `json:"decider,omitempty"`    // of the resolutions that do not name theirs (G-40)
	Jointly     bool             `json:"jointly,omitempty"`    // those who attended have decided them
	Corrects    string           `json:"corrects,omitempty"`   // number of the published version that this one takes the place of
	Diff        []Change         `json:"diff,omitempty"`       // against the version that this reader was sent before
	Report      []ItemView       `json:"report,omitempty"`     // execution report at the meeting
	Survey      *SurveyView      `json:"survey,omitempty"`     // annex: how the meeting before was judged (S0-47)
	Open        []OpenView       `json:"open,omitempty"`       // topics that are left open (S2-03, S2-37)
	Ended       string           `json:"ended,omitempty"`      // when the meeting was over (S0-91)
}

// AttendanceView is one line of the attendance record.
type AttendanceView struct {
	Party
	State    string `json:"state"` // present, absent, late, left_early, leave, delegated
	Delegate string `json:"delegate,omitempty"`
	Time     string `json:"time,omitempty"`
}

// ObjectionView is one objection.
type ObjectionView struct {
	By      Party  `json:"by"`
	Item    string `json:"item,omitempty"`
	Comment string `json:"comment"`
}

// ItemView is one action item.
type ItemView struct {
	No          string    `json:"no"` // in this letter, what replies refer to
	ID          ItemID    `json:"id"`
	Text        string    `json:"text"`
	Owner       Party     `json:"owner"`
	Due         Date      `json:"due"`
	OriginalDue Date      `json:"original_due"`
	Result      string    `json:"result,omitempty"`
	Status      Status    `json:"status"`
	Percent     int       `json:"percent"`
	ETA         Date      `json:"eta,omitempty"`
	Late        int       `json:"late,omitempty"` // days overdue
	Last        string    `json:"last,omitempty"` // the last report's words
	LastAt      time.Time `json:"last_at,omitzero"`
	Meeting     Text      `json:"meeting"`
	MeetingDay  Date      `json:"meeting_day"`
	Number      string    `json:"number,omitempty"`  // archive number of the minutes it comes from
	Carried     int       `json:"carried,omitempty"` // how many times it was carried into an agenda
	Tone        string    `json:"tone,omitempty"`    // escalation: the step's tone
	Asker       *Party    `json:"asker,omitempty"`   // of a question
	Wants       string    `json:"wants,omitempty"`   // approval: extend or verify
	Until       Date      `json:"until,omitempty"`   // extend: the due date asked for
	Flag        string    `json:"flag,omitempty"`    // weekly-summary: new, done, moved, worse
}

// SummaryView is a manager's week.
type SummaryView struct {
	Week    Date           `json:"week"`   // its Monday
	Groups  []SummaryGroup `json:"groups"` // departments in the company's order; only those with items
	Overdue int            `json:"overdue"`
	Soon    int            `json:"soon"` // due within seven days
	Open    int            `json:"open"`
	Closed  int            `json:"closed"`           // done since the last summary
	Silent  int            `json:"silent"`           // no report since asked
	Since   Date           `json:"since,omitempty"`  // of the last summary
	Before  *SummaryCounts `json:"before,omitempty"` // the figures of the last summary
}

// SummaryCounts are the figures that two weeks are compared by.
type SummaryCounts struct {
	Overdue int `json:"overdue"`
	Soon    int `json:"soon"`
	Open    int `json:"open"`
}

// SummaryGroup is one department's items, overdue first, then by due date.
type SummaryGroup struct {
	Department Text       `json:"department"`
	Items      []ItemView `json:"items"`
}

// EchoLine says one thing that was understood or recorded.
type EchoLine struct {
	What     string    `json:"what"` // a stable word that templates word: attend, counter, confirm, object, progress, extend, approve, reject, material, no_materials, draft, leave …
	Status   string    `json:"status,omitempty"`
	Item     string    `json:"item,omitempty"`
	Text     string    `json:"text,omitempty"` // the item's or file's name
	Delegate string    `json:"delegate,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	Percent  *int      `json:"percent,omitempty"`
	Date     Date      `json:"date,omitempty"`
	Until    Date      `json:"until,omitempty"` // stand_in: the last day
	Time     time.Time `json:"time,omitzero"`
	File     *Received `json:"file,omitempty"` // a receipt: name, version, pages, hash
	Note     string    `json:"note,omitempty"` // a stable word: late, needs-approval, needs-delegate, replaces, same-file …
}

// Choice is one reply button. Templates word its label and the answer it fills in, which the parser must read back.
type Choice struct {
	Verb string `json:"verb"` // accept, decline, tentative, delegate, confirm, object, approve, reject, done, percent, extend, no_materials, query, help, waive, withdraw, move, earlier, later, skip, keep, topic, no_topics, take, drop
	Item string `json:"item,omitempty"`
	Arg  string `json:"arg,omitempty"`
}

// Change is a value that moved. Field is a stable word: start, place, title, agenda, host … Old and New are for print;
// instants are RFC 3339.
type Change struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// QueryView answers an archive query.
type QueryView struct {
	Terms string     `json:"terms"`
	Hits  []QueryHit `json:"hits"`           // newest first
	More  int        `json:"more,omitempty"` // hits not listed
}

// QueryHit is one archive entry.
type QueryHit struct {
	Number  string     `json:"number"`
	Title   Text       `json:"title"`
	Day     Date       `json:"day"`
	Excerpt string     `json:"excerpt,omitempty"` // the line that matched
	Shelf   string     `json:"shelf,omitempty"`   // where the paper stands (S0-74)
	Items   []ItemView `json:"items,omitempty"`
	Hidden  bool       `json:"hidden,omitempty"` // listed by number only (S0-75)
}
