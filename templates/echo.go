package templates

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Told reports whether an echo goes to somebody else than who answered.
func (v *view) Told() bool { return v.Ref == "told" }

// Teller opens an echo to somebody else than who answered: whose answer it was, or whose decision; "" where nobody's.
func (v *view) Teller() string {
	if v.By == nil || len(v.Echoes) == 0 || v.Echoes[0].What == "bounced" {
		return ""
	}
	switch v.Echoes[0].Status {
	case "granted", "refused", "upheld", "overruled", "taken", "dropped":
		return v.W("told.decision", v.Who(*v.By))
	}
	return v.W("told.answer", v.Who(*v.By))
}

// Tells says what one of several people has answered.
func (v *view) Tells(o secretary.TidingView) string {
	l := *v.Letter
	l.By, l.Echoes = &o.By, o.Echoes
	of := *v
	of.Letter = &l
	return of.EchoAll()
}

// Lines are somebody's words line by line, empty ones left out.
func (v *view) Lines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// OnlyFiles reports whether an echo is a receipt for files and nothing else: words beside them were a covering note.
func (v *view) OnlyFiles() bool {
	return !slices.ContainsFunc(v.Echoes, func(e secretary.EchoLine) bool { return e.What != "material" })
}

// EchoAll says everything that was understood, in one line.
func (v *view) EchoAll() string {
	if len(v.Echoes) == 0 {
		return v.W("echo")
	}
	var out []string
	for _, e := range v.Echoes {
		out = append(out, v.Echo(e))
	}
	return strings.Join(out, v.W("semicolon"))
}

// EchoHead is the subject of an echo: what was recorded in two or three words.
func (v *view) EchoHead() string {
	if len(v.Echoes) == 0 {
		return v.W("echo")
	}
	e := v.Echoes[0]
	e.Reason, e.Note, e.File = "", "", nil
	if e.Text != "" && e.What != "draft" {
		e.Item, e.Date = "", ""
	}
	s := v.Clip(v.Echo(e))
	if len(v.Echoes) > 1 {
		s += "…"
	}
	return s
}

// Echo says one thing that was understood, in one line.
func (v *view) Echo(e secretary.EchoLine) string {
	switch {
	case e.What == "draft" && e.Status != "":
		return v.W("echo.draft.counts", e.Text, e.Status, e.Item)
	case e.File != nil:
		s := v.echoed(e) + v.W("colon") + v.receipt(*e.File)
		if e.Note != "" {
			s += v.W("then") + v.noted(e)
		}
		return s
	case e.What == "said":
		return v.W("echo.said", cmp.Or(e.Text, v.W("owed.all")), v.Clip(e.Reason))
	case e.What == "question" && e.Delegate != "":
		return v.W("with.text", e.Text) + v.W("echo.question", e.Delegate)
	case e.What == "order", e.What == "adopted":
		return v.W("echo."+e.What, e.Text)
	case e.What == "chore":
		return v.choreEcho(e)
	case e.What == "knowledge":
		return strings.Join(append([]string{v.W("echo.knowledge.as", e.Text)}, v.details(e)...), v.W("then"))
	case e.What == "paper":
		return v.W("echo.paper.as."+e.Status, e.Text, e.Reason)
	case e.What == "score" && e.Status != "" && e.Item == "":
		return v.W("echo.score.head", e.Text, e.Status)
	case e.What == "score" && e.Status != "":
		return v.W("echo.score.n", e.Item, e.Text, e.Status)
	case e.What == "stand_in":
		return v.standInEcho(e)
	case e.What == "bounced":
		return v.W("echo.bounced", v.Term("kind", e.Status), e.Text)
	case e.What == "object" && e.Item != "":
		return strings.Join(append([]string{v.W("echo.object.item", e.Item)}, v.details(e)...), v.W("then"))
	}
	return strings.Join(append([]string{v.topicOf(e) + v.echoed(e)}, v.details(e)...), v.W("then"))
}

// topicOf opens an echo with what it is about: an item by number and text, or a person; "" for the reader's own answer.
func (v *view) topicOf(e secretary.EchoLine) string {
	person := e.What != "progress" && e.What != "result" && e.What != "planned" && e.What != "extend" && e.What != "verify" && e.What != "dropped" && e.What != "due-entry" && e.What != "topic" && e.What != "motion" && e.What != "prepared" && e.What != "feedback" && e.What != "score" && e.What != "question" && e.What != "answered"
	switch {
	case person && (e.Text == "" || e.Text == v.To.Name || v.By != nil && e.Text == v.By.Name):
		return ""
	case person:
		return e.Text + v.W("then")
	case e.Item != "" && e.Text != "":
		return v.W("with.item.text", e.Item, e.Text)
	case e.Item != "":
		return v.W("with.item", e.Item)
	case e.Text != "":
		return v.W("with.text", e.Text)
	}
	return ""
}

// echoed is the word for what was understood.
func (v *view) echoed(e secretary.EchoLine) string {
	key := "echo." + e.What + "." + e.Status
	if w := v.W(key); w != key {
		return w
	}
	return v.Term("echo", e.What)
}

// details are what an echo says besides: by when, how far, who, why.
func (v *view) details(e secretary.EchoLine) []string {
	var out []string
	add := func(set bool, s string) {
		if set && s != "" {
			out = append(out, s)
		}
	}
	if e.Percent != nil && *e.Percent < 100 {
		out = append(out, v.W("with.percent", *e.Percent))
	}
	add(true, v.dated(e))
	add(true, v.Time(e.Time))
	add(e.Delegate != "", v.W(whoKey(e), e.Delegate))
	add(e.Reason != "", v.W(whyKey(e), bare(e.Reason)))
	add(e.Note != "", v.noted(e))
	return out
}

// dated says an echo's date for what it is.
func (v *view) dated(e secretary.EchoLine) string {
	switch day := v.Day(e.Date); {
	case day == "":
		return ""
	case e.What == "progress":
		return v.W("with.eta", day)
	case e.What == "extend":
		return v.W("with.until", day)
	default:
		return day
	}
}

// whyKey tells the reason that one gives for a request from the comment on a decision.
func whyKey(e secretary.EchoLine) string {
	switch e.What {
	case "attend", "leave", "extend", "counter", "progress", "dropped":
		if e.Status != "granted" && e.Status != "refused" {
			return "with.reason"
		}
	}
	return "with.comment"
}

// verdict is the word that a comment on a decision began with; the echo says it already.
var verdict = regexp.MustCompile(`(?i)^\s*(?:驳回|駁回|不同意|同意|rejected|reject|approved|approve)\s*[:：,，]\s*`)

// bare takes that word, and the full stop, off somebody's words that stand inside a sentence.
func bare(s string) string {
	return strings.TrimRight(strings.TrimSpace(verdict.ReplaceAllString(s, "")), "。.;； ")
}

// noted words a note; some mean another thing with another matter.
func (v *view) noted(e secretary.EchoLine) string {
	own := "note." + e.What + "." + e.Note
	if w := v.W(own); w != own {
		return w
	}
	return v.Term("note", e.Note)
}

// receipt says what file came in: name, version, pages and the beginning of its SHA-256.
func (v *view) receipt(r secretary.Received) string {
	parts := []string{v.W("copies", r.Version)}
	if r.Pages > 0 {
		parts = append(parts, v.pages(r.Name, r.Pages))
	}
	parts = append(parts, size(r.Size))
	if len(r.Hash) >= 12 {
		parts = append(parts, "SHA-256 "+r.Hash[:12])
	}
	return v.W("state.at", r.Name, v.List(parts))
}

// Why says why something is asked back: each problem in a sentence.
func (v *view) Why() string {
	var out []string
	for _, p := range v.Problems {
		out = append(out, v.why(p))
	}
	if s := v.Circle(); s != "" {
		out = append(out, s)
	}
	if len(out) == 0 {
		key := "why." + v.Ref
		if v.W(key) == key {
			key = "why.unclear"
		}
		return v.W(key)
	}
	if v.Chinese() {
		return strings.Join(out, "")
	}
	return strings.Join(out, " ")
}

func (v *view) why(p secretary.Problem) string {
	if strings.HasPrefix(p.Code, "adopt-") && p.No != "" {
		return v.W("why."+p.Code, p.No)
	}
	switch p.Code {
	case "no-such-item", "no-document", "no-meeting", "no-place", "yes-and-no", "result-report", "no-date", "too-large", "file-empty", "file-unreadable", "file-protected", "file-wrong-type", "file-same-as-last", "file-which":
		return v.W("why."+p.Code, p.No)
	}
	return v.Term("why", p.Code)
}
