package policies

// words lists the words that a key takes. List steps are written []; a key that is not here takes any text.
var words = map[string][]string{
	"kind": {"coordination", "production_sales", "regular", "morning", "weekly", "monthly", "monthly_review", "special",
		"problem_workshop", "adhoc", "project_workshop", "promotion", "customer", "online", "training"},
	"schedule.workdays":         {"company", "all"},
	"holiday.shift":             {"earlier", "later", "skip", "keep", "ask"},
	"conflict.rule":             {"keep", "move", "skip", "ask"},
	"mode":                      {"room", "site", "online"},
	"importance":                {"normal", "important"},
	"complexity":                {"normal", "complex"},
	"notice.series":             {"each", "quarter", "year"},
	"notice.fields[]":           {"title", "time", "place", "participants", "topics", "requirements"},
	"agenda.execution_report":   {"first", "annex", "off"},
	"agenda.items[].purpose":    {"decide", "discuss", "inform"},
	"leave.delegate":            {"required", "optional", "none"},
	"leave.delegate_from":       {"department", "roster", "anyone"},
	"attendance.categories[]":   {"present", "late", "left_early", "delegated", "leave", "absent"},
	"minutes.required":          {"yes", "no", "waivable"},
	"minutes.deadline_event":    {"draft", "review", "confirm_sent", "publish", "up"},
	"minutes.fields[]":          {"title", "time", "place", "host", "participants", "topics", "points", "problems", "resolutions", "actions"},
	"minutes.confirmers":        {"heads", "representatives", "attendees", "none"},
	"minutes.on_silence":        {"remind", "escalate", "publish_unconfirmed", "consent"},
	"up.mode":                   {"read", "comment"},
	"actions.fields[]":          {"owner", "due", "expected_result", "quality_requirement"},
	"actions.active_on":         {"publication", "confirmation", "review"},
	"progress.fields[]":         {"progress", "problems", "solutions", "measures"},
	"archive.number_department": {"convener", "recorder"},
	"archive.confidentiality":   {"confidential", "secret"},
}

// roles are the bare words of a Ref that mean a role in the meeting at hand. Every other bare word is a person's id
// or address.
var roles = []string{"convener", "organizer", "host", "recorder", "supervisor", "attendees", "participants"}

// above are the further words of an escalation: the manager of the person responsible, and the head of the department.
var above = []string{"superior", "head"}

// labelled are the roles that labels may title (G-39).
var labelled = []string{"convener", "organizer", "initiator", "host", "recorder", "participant", "optional",
	"representative", "department_head", "superior", "supervisor", "keeper"}
