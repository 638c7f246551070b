package secretary

// Policy is one meeting type's regulation: the parameters that companies differ in. The field tags are the keys of
// the policy file. Keys left empty where the type needs them are listed by Missing, and no meeting is called before
// they are set.
type Policy struct {
	ID       string   `yaml:"id"`       // MT-S0-1
	Code     string   `yaml:"code"`     // PSC, of the archive number
	Title    Text     `yaml:"title"`    // 产销协调会
	Kind     string   `yaml:"kind"`     // the glossary's identifier of the kind of meeting: coordination, weekly …
	Clauses  []string `yaml:"clauses"`  // the clauses this file states, for the reader
	Purpose  Text     `yaml:"purpose"`  // printed in the invitation (S0-01)
	Timezone string   `yaml:"timezone"` // IANA; "" is the office's
	Disabled bool     `yaml:"disabled"` // loaded, but no meeting is called
	Lacks    []string `yaml:"-"`        // keys still to be filled in before a meeting can be called (G-38); set by whoever loads the file

	Schedule    Schedule        `yaml:"schedule"`
	Duration    DurationRule    `yaml:"duration"`
	Holiday     HolidayRule     `yaml:"holiday"`
	Conflict    ConflictRule    `yaml:"conflict"`
	Hours       HoursRule       `yaml:"hours"`
	Place       Text            `yaml:"place"`
	Mode        string          `yaml:"mode"` // room, site or online
	URL         string          `yaml:"url"`  // of an online meeting
	Convener    Ref             `yaml:"convener"`
	Organizers  []Ref           `yaml:"organizers"` // further organizers, copied (S2-29)
	Host        Ref             `yaml:"host"`
	HostSubst   Ref             `yaml:"host_substitute"`
	Recorder    Ref             `yaml:"recorder"`
	Supervisor  Ref             `yaml:"supervisor"` // "" is the convener
	Roster      []RosterRule    `yaml:"roster"`
	External    []string        `yaml:"external_domains"` // addresses under these domains are external (G-48)
	Concerned   []string        `yaml:"concerned"`        // departments concerned: they get the minutes (S0-81)
	Application ApplicationRule `yaml:"application"`
	Liaison     LiaisonRule     `yaml:"liaison"`
	Importance  string          `yaml:"importance"` // normal or important
	Complexity  string          `yaml:"complexity"` // normal or complex
	Notice      NoticeRule      `yaml:"notice"`
	Require     []Text          `yaml:"requirements"` // attendance requirements (参会要求), printed in the notice
	Agenda      AgendaRule      `yaml:"agenda"`
	Materials   MaterialsRule   `yaml:"materials"`
	Preparation PreparationRule `yaml:"preparation"`
	Leave       LeaveRule       `yaml:"leave"`
	Attendance  AttendanceRule  `yaml:"attendance"`
	Minutes     MinutesRule     `yaml:"minutes"`
	Up          UpRule          `yaml:"up"`
	Actions     ActionsRule     `yaml:"actions"`
	Progress    ProgressRule    `yaml:"progress"`
	Overdue     OverdueRule     `yaml:"overdue"`
	Escalation  EscalationRule  `yaml:"escalation"`
	Summary     SummaryRule     `yaml:"summary"`
	Survey      SurveyRule      `yaml:"survey"`
	Feedback    FeedbackRule    `yaml:"feedback"`
	Archive     ArchiveRule     `yaml:"archive"`
	Review      CycleRule       `yaml:"review"`
	Lessons     CycleRule       `yaml:"lessons"`
	Training    CycleRule       `yaml:"training"`
	Approval    PolicyApproval  `yaml:"policy"`
	Labels      map[string]Text `yaml:"labels"` // the company's own titles for roles (G-39), by role identifier
}

// Schedule says when the meeting is held.
type Schedule struct {
	AdHoc    bool   `yaml:"adhoc"` // called by application, not by rule
	RRule    string `yaml:"rrule"` // RFC 5545 RRULE without DTSTART; the time of day is Start
	Start    Clock  `yaml:"start"`
	From     Date   `yaml:"from"`     // the rule counts from this day; "" from the day the policy is applied
	Until    Date   `yaml:"until"`    // the last day of the series; "" for ever
	Workdays string `yaml:"workdays"` // of a daily series: company (the working calendar) or all
}

// DurationRule gives the length.
type DurationRule struct {
	Planned Span `yaml:"planned"`
	Max     Span `yaml:"max"` // S1E-04; a longer plan is a finding
}

// HolidayRule says what becomes of an occurrence on a day off.
type HolidayRule struct {
	Shift string `yaml:"shift"` // earlier, later, skip, keep or ask (the convener is asked, and without an answer it is put off); "" is ask
}

// ConflictRule says which of two overlapping meetings gives way.
type ConflictRule struct {
	Rule string `yaml:"rule"` // keep, move, skip or ask
}

// HoursRule lists hours to keep free.
type HoursRule struct {
	Avoid []string `yaml:"avoid"` // "12:00-13:00"
}

// RosterRule invites the people that Who names.
type RosterRule struct {
	Who      Ref  `yaml:"who"`
	Optional bool `yaml:"optional"` // 列席, ROLE=OPT-PARTICIPANT
	OnDuty   bool `yaml:"on_duty"`  // of them only who is on duty that day (S1B-17)
	Part     Text `yaml:"part"`     // what they take part as, where it is to be printed
}

// ApplicationRule asks for approval before an ad-hoc meeting is noticed.
type ApplicationRule struct {
	Required  bool  `yaml:"required"`
	Approvers []Ref `yaml:"approvers"` // one after another
}

// LiaisonRule demands the work liaison form for people of other departments (S1B-57).
type LiaisonRule struct {
	Required bool `yaml:"required"`
}

// NoticeRule governs the notice.
type NoticeRule struct {
	Lead      Moment   `yaml:"lead"` // before the start (S0-12)
	Fields    []string `yaml:"fields"`
	Reminders []Moment `yaml:"reminders"` // before the start, to those who have not answered; the convener gets the list
	Chase     []Moment `yaml:"chase"`     // after the notice, to those who have not answered
	Exempt    bool     `yaml:"exempt"`    // a late notice is no finding (S2-25)
	Series    string   `yaml:"series"`    // year or quarter: one calendar invitation calls all its meetings; "" or each: every meeting has its own
}

// AgendaRule gives the standard agenda.
type AgendaRule struct {
	Call            bool         `yaml:"call"`             // topics are collected before the notice
	CallBefore      Moment       `yaml:"call_before"`      // before the notice
	Slot            Span         `yaml:"slot"`             // for each speaker, where an item gives no minutes
	ExecutionReport string       `yaml:"execution_report"` // first, annex or off (G-20)
	LastMinutes     bool         `yaml:"last_minutes"`     // the minutes of the meeting before come with the notice (S2-32)
	Feedback        bool         `yaml:"feedback"`         // open feedback on all meetings stands on it (S0-94)
	Items           []AgendaItem `yaml:"items"`
	RunSheet        Moment       `yaml:"run_sheet"` // before the start: the run sheet goes to host and recorder, before the pack in any case (S0-03, S3-80)
	Questions       bool         `yaml:"questions"` // what people ask by mail is put to the host the same day, and stands on the next agenda (S1E-12, S1E-13)
	Feeds           []string     `yaml:"feeds"`     // ids of the types on whose next agenda topics go that the minutes raise (S1D-19)
}

// AgendaItem is one item of an agenda.
type AgendaItem struct {
	No         string `yaml:"no" json:"no"` // as printed; "0" is the execution report
	Title      Text   `yaml:"title" json:"title"`
	Note       Text   `yaml:"note" json:"note,omitempty"`
	Presenters []Ref  `yaml:"presenters" json:"presenters,omitempty"`
	Minutes    int    `yaml:"minutes" json:"minutes"`           // planned; 0 shares what is left of the duration
	Purpose    string `yaml:"purpose" json:"purpose,omitempty"` // decide, discuss or inform
	Internal   bool   `yaml:"internal" json:"internal,omitempty"`
}

// MaterialsRule says who owes what by when.
type MaterialsRule struct {
	Required  []MaterialRule `yaml:"required"`
	Cutoff    Moment         `yaml:"cutoff"`    // before the start
	Send      Moment         `yaml:"send"`      // the pack goes out this long before the start
	Reminders []Moment       `yaml:"reminders"` // before the cut-off, to those still missing
	Paper     bool           `yaml:"paper"`
}

// MaterialRule is what one department or person owes.
type MaterialRule struct {
	From     Ref    `yaml:"from"`
	Items    []Text `yaml:"items"`
	Headings []Text `yaml:"headings"` // that each of them must have (S3-34); they stand in the form
	Released bool   `yaml:"released"` // may go to external participants (S3-49)
	Optional bool   `yaml:"optional"`
	InMail   bool   `yaml:"in_mail"` // an answer in the mail's own words is enough (S1D-15, S1B-37)
}

// PreparationRule says who prepares the room and its equipment; nobody is asked where it names nobody.
type PreparationRule struct {
	Who       Ref `yaml:"who"`       // room, name plates, copies (S3-64, S3-74)
	Equipment Ref `yaml:"equipment"` // tests the equipment (S3-76); "" is Who
}

// LeaveRule governs leave and delegates.
type LeaveRule struct {
	To           Ref    `yaml:"to"`            // who is told; "" is the convener
	Approval     Ref    `yaml:"approval"`      // who approves; "" is nobody
	Inform       []Ref  `yaml:"inform"`        //
	Delegate     string `yaml:"delegate"`      // required, optional or none (S2-47)
	DelegateFrom string `yaml:"delegate_from"` // department, roster (anybody else needs the convener's consent, S3-103) or anyone
	Cutoff       Moment `yaml:"cutoff"`        // before the start; later leave is recorded as late
}

// AttendanceRule names the states of attendance that count.
type AttendanceRule struct {
	Categories []string `yaml:"categories"`
}

// MinutesRule is the chain draft, review, confirm, publish (G-01).
type MinutesRule struct {
	Required      string   `yaml:"required"`       // yes, no or waivable
	Waiver        Ref      `yaml:"waiver"`         // who may waive, where Required is waivable
	Deadline      Moment   `yaml:"deadline"`       // from the meeting's end
	DeadlineEvent string   `yaml:"deadline_event"` // draft, review, confirm_sent, publish or up (G-07)
	Reminders     []Moment `yaml:"reminders"`      // after the first minutes-call, while the draft is missing
	Fields        []string `yaml:"fields"`         // required parts (S0-23): time, place, participants, topics, resolutions, actions
	ReviewBy      Ref      `yaml:"review_by"`      // "" leaves the step out
	Confirmers    string   `yaml:"confirmers"`     // heads, representatives, attendees or none (G-03)
	ByDelegate    bool     `yaml:"confirm_by_delegate"`
	ConfirmWindow Span     `yaml:"confirm_window"`
	OnSilence     string   `yaml:"on_silence"` // remind, escalate, publish_unconfirmed or consent (G-04)
	Arbiter       Ref      `yaml:"objection_arbiter"`
	DecidedBy     Ref      `yaml:"decided_by"` // who decides: one person, or attendees, jointly; "" is not said (G-40)
	Publisher     Ref      `yaml:"publisher"`
	Distribution  []Ref    `yaml:"distribution"` // besides the participants
}

// UpRule submits the minutes to a superior (报阅, 报批).
type UpRule struct {
	To            Ref    `yaml:"to"`
	Mode          string `yaml:"mode"` // read or comment (G-10)
	Deadline      Moment `yaml:"deadline"`
	BeforeConfirm bool   `yaml:"before_confirm"`
}

// ActionsRule says what an action item must have and when it binds.
type ActionsRule struct {
	Fields   []string `yaml:"fields"`    // owner, due, expected_result, quality_requirement
	ActiveOn string   `yaml:"active_on"` // publication, confirmation or review (G-25)
	ExtendBy Ref      `yaml:"extend_by"` // "" is the supervisor
	Verify   bool     `yaml:"verify"`    // done opens a verification by the supervisor (S0-61)
	Plans    bool     `yaml:"plans"`     // each department that a resolution names draws up its own plan (S0-53)
	Calendar bool     `yaml:"calendar"`  // due dates stand in their owners' calendars as entries for the whole day
}

// ProgressRule sets when progress is asked for.
type ProgressRule struct {
	Cycle   Span     `yaml:"cycle"`
	Before  []Span   `yaml:"before"`  // before the due date
	Promise []Span   `yaml:"promise"` // and, for what was promised to a customer, earlier still (S3-58)
	Fields  []string `yaml:"fields"`  // progress, problems, solutions, measures (S0-58)
}

// OverdueRule sets when overdue reminders go out.
type OverdueRule struct {
	Cycle Span `yaml:"cycle"`
	Times int  `yaml:"times"` // how many go by Cycle; after them the item is asked for by progress.cycle. 0 is no limit
}

// EscalationRule lists the steps (S1G-16, G-26).
type EscalationRule struct {
	Steps []EscalationStep `yaml:"steps"`
}

// EscalationStep sends an escalation once an item is late by After.
type EscalationStep struct {
	After Span   `yaml:"after"`
	To    Ref    `yaml:"to"` // supervisor, superior (the owner's manager), head or any Ref
	Tone  string `yaml:"tone"`
}

// SummaryRule sets the weekly summary.
type SummaryRule struct {
	Schedule string `yaml:"schedule"` // "MO 08:00"
	To       []Ref  `yaml:"to"`       // besides every manager
}

// SurveyRule sets the evaluation.
type SurveyRule struct {
	Cycle      string `yaml:"cycle"` // each, off or every 4
	Delay      Moment `yaml:"delay"`
	Window     Moment `yaml:"window"`
	Questions  []Text `yaml:"questions"`
	Anonymous  bool   `yaml:"anonymous"`
	MinAnswers int    `yaml:"min_answers"`
	PublishTo  []Ref  `yaml:"publish_to"`
}

// FeedbackRule grades feedback.
type FeedbackRule struct {
	Severity []Text `yaml:"severity_levels"`
	Urgency  []Text `yaml:"urgency_levels"`
}

// ArchiveRule governs filing.
type ArchiveRule struct {
	NumberFormat     string `yaml:"number_format"`     // {date}-{type}-{dept}-{seq} (S0-68)
	NumberDepartment string `yaml:"number_department"` // convener or recorder (G-45)
	Keepers          []Ref  `yaml:"keepers"`
	Retention        Span   `yaml:"retention"` // not set is for ever
	Confidentiality  string `yaml:"confidentiality"`
	Readers          []Ref  `yaml:"readers"` // besides participants and departments concerned
	ReviewCycle      Span   `yaml:"review_cycle"`
	Backup           Span   `yaml:"backup"`
}

// CycleRule is a recurring duty.
type CycleRule struct {
	Cycle Span `yaml:"cycle"`
	Who   Ref  `yaml:"who"`
}

// PolicyApproval says who approves a change of this file.
type PolicyApproval struct {
	Approver Ref `yaml:"approver"`
}
