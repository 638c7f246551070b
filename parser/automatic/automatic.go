// Package automatic tells mail that no person wrote: out-of-office answers, bounces, receipts, lists and notices.
// A wrong verdict costs in both directions: a vacation answer read as consent, or a person's answer dropped.
package automatic

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

// Verdict says who wrote a mail. Kind is "" for a person; Bounce is set with Kind secretary.Bounced only.
type Verdict struct {
	Kind   secretary.Automatic
	Bounce *secretary.Bounce
}

// Judge looks at m. text is what was newly written in it, answered whether it holds an iTIP REPLY or COUNTER, which is a
// person's answer whatever Auto-Submitted says (Google's answers carry it).
func Judge(m *message.Message, text string, answered bool) Verdict {
	if v, ok := report(m); ok {
		return v
	}
	if answered {
		return Verdict{}
	}
	for _, test := range []func(*message.Message, string) (Verdict, bool){looseBounce, looseReceipt, headers, subject, bulk, formula} {
		if v, ok := test(m, text); ok {
			return v
		}
	}
	return Verdict{}
}

func is(k secretary.Automatic) (Verdict, bool) { return Verdict{Kind: k}, true }

// headers reads the fields that answering machines set (RFC 3834 §5 and its forerunners).
func headers(m *message.Message, _ string) (Verdict, bool) {
	h := m.Header
	auto := strings.ToLower(h.Raw("Auto-Submitted"))
	precedence := strings.ToLower(h.Raw("Precedence"))
	switch {
	case strings.HasPrefix(auto, "auto-replied"), strings.Contains(precedence, "auto_reply"), strings.Contains(precedence, "auto-reply"):
		return is(secretary.Vacation)
	case h.Has("X-Autoreply"), h.Has("X-Autorespond"), h.Has("X-Auto-Reply"), h.Has("X-Autoresponder"), h.Has("X-AutoReply-From"), h.Has("X-Mail-Autoreply"), h.Has("X-FC-MachineGenerated"):
		if !strings.EqualFold(h.Raw("X-Autoreply"), "no") {
			return is(secretary.Vacation)
		}
	case strings.Contains(h.Raw("X-MS-Exchange-Generated-Message-Source"), "Rules Agent"):
		return is(secretary.Vacation)
	case auto != "" && auto != "no":
		if thread(m) || autoSubject(m.Subject) {
			return is(secretary.Vacation)
		}
		return is(secretary.Bulk)
	}
	return Verdict{}, false
}

func thread(m *message.Message) bool { return len(m.InReplyTo)+len(m.References) > 0 }

// autoSubjects begin the subject of an automatic answer, folded.
var autoSubjects = []string{"自动回复", "自动答复", "自动应答", "自动回信", "自动响应", "automatic reply", "automatic response", "auto-reply", "auto reply", "autoreply", "autoresponse", "auto response", "auto-response", "auto:", "自动:", "out of office autoreply", "out of office", "out-of-office", "ooo", "假期自动", "休假自动", "外出自动", "外出时的自动答复", "外出时自动答复", "不在办公室", "外出通知", "休假通知", "vacation reply", "on vacation", "away from", "away from my mail", "away:", "i am out of", "abwesen", "réponse automatique", "respuesta automática", "absence", "ticket received", "ticket#", "ticket #", "工单", "工单#", "工单 #"}

func subject(m *message.Message, _ string) (Verdict, bool) {
	if autoSubject(m.Subject) {
		return is(secretary.Vacation)
	}
	return Verdict{}, false
}

// autoSubject reports whether a subject begins as an answering machine's. What merely speaks of automatic replies
// further on is a person's.
func autoSubject(s string) bool {
	k := strings.TrimLeft(fold.Text(s), " [【(<")
	for _, a := range autoSubjects {
		if rest, ok := strings.CutPrefix(k, a); ok && (a[len(a)-1] == ':' || a[len(a)-1] == '#' || closes(strings.TrimLeft(rest, " "))) {
			return true
		}
	}
	return !answering(k) && strings.Contains(k, " is out of the office")
}

// closes reports whether a machine's words end before rest, and the subject of the mail that it answers begins.
func closes(rest string) bool {
	return rest == "" || strings.ContainsAny(rest[:1], ":-/]>),(") || strings.HasPrefix(rest, "】") || strings.HasPrefix(rest, "re:") || strings.HasPrefix(rest, "回复")
}

// answering reports whether a folded subject begins as an answer's.
func answering(k string) bool {
	return strings.HasPrefix(k, "re:") || strings.HasPrefix(k, "回复:") || strings.HasPrefix(k, "答复:")
}

// bulk knows lists, newsletters and notices: the fields of RFC 2369 and RFC 2919, and senders that read no mail.
// An answer that only passed through a list keeps its thread and counts as a person's.
func bulk(m *message.Message, _ string) (Verdict, bool) {
	h := m.Header
	precedence := strings.ToLower(strings.TrimSpace(h.Raw("Precedence")))
	list := h.Has("List-Unsubscribe") || h.Has("List-Id") || h.Has("List-Post") || h.Has("Feedback-ID") || h.Has("X-Campaign") || h.Has("X-CampaignID") || h.Has("X-Mailgun-Sid") || h.Has("X-SG-EID")
	switch {
	case (list || precedence == "bulk" || precedence == "list" || precedence == "junk") && !thread(m):
		return is(secretary.Bulk)
	case h.Has("List-Unsubscribe") && !strings.HasPrefix(strings.ToLower(m.Subject), "re"):
		return is(secretary.Bulk)
	case nobody(m.From.Email):
		return is(secretary.Bulk)
	}
	return Verdict{}, false
}

var unbroken = strings.NewReplacer("-", "", "_", "", ".", "")

// nobody reports whether an address is one that nobody writes from.
func nobody(email string) bool {
	local, _, _ := strings.Cut(email, "@")
	local = unbroken.Replace(local)
	for _, n := range []string{"noreply", "donotreply", "notreply", "bounce", "bounces", "mailerdaemon", "newsletter", "notification", "notifications", "autoreply", "noreplay", "edm"} {
		if local == n || strings.HasPrefix(local, "noreply") {
			return true
		}
	}
	return false
}
