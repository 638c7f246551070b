package automatic

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// report reads multipart/report mails: delivery status (RFC 3464) and disposition notifications (RFC 8098).
// What our own letter says inside the report is not looked at.
func report(m *message.Message) (Verdict, bool) {
	kind := strings.ToLower(m.Params["report-type"])
	switch {
	case len(m.Status) > 0:
		return status(m)
	case len(m.Receipts) > 0, kind == "disposition-notification":
		return receiptOrRejection(m)
	case kind == "delivery-status" || kind == "delivery-status-notification":
		if v, ok := looseBounce(m, m.Text); ok {
			return v, ok
		}
		return bounced(m, true), true
	}
	return Verdict{}, false
}

// receiptOrRejection tells a read receipt from the refusal of a mail filter, which Sieve sends in the same form.
func receiptOrRejection(m *message.Message) (Verdict, bool) {
	for _, r := range m.Receipts {
		f := message.Fields(r)
		if d := strings.ToLower(f.Raw("Disposition")); strings.Contains(d, "automatic-action") && strings.Contains(d, "deleted") && refused(m) {
			return Verdict{secretary.Bounced, &secretary.Bounce{Recipient: recipient(f.Raw("Final-Recipient")), Permanent: true}}, true
		}
	}
	return is(secretary.Receipt)
}

func refused(m *message.Message) bool {
	k := strings.ToLower(m.Subject + " " + m.Text)
	return strings.Contains(k, "reject") || strings.Contains(k, "refused") || strings.Contains(k, "拒收")
}

// status reads the groups of a delivery status: the first failed recipient, else the first delayed, else it was delivered.
func status(m *message.Message) (Verdict, bool) {
	var delayed *secretary.Bounce
	for _, s := range m.Status {
		for _, f := range message.Groups(s) {
			to := recipient(f.Raw("Original-Recipient"))
			if final := recipient(f.Raw("Final-Recipient")); final != "" {
				to = final
			}
			switch action := strings.ToLower(strings.TrimSpace(f.Raw("Action"))); {
			case to == "":
			case strings.HasPrefix(action, "fail"):
				return Verdict{secretary.Bounced, &secretary.Bounce{Recipient: to, Permanent: true}}, true
			case strings.HasPrefix(action, "delay"):
				delayed = &secretary.Bounce{Recipient: to}
			case action == "" && strings.HasPrefix(strings.TrimSpace(f.Raw("Status")), "5"):
				return Verdict{secretary.Bounced, &secretary.Bounce{Recipient: to, Permanent: true}}, true
			case action == "" && strings.HasPrefix(strings.TrimSpace(f.Raw("Status")), "4"):
				delayed = &secretary.Bounce{Recipient: to}
			}
		}
	}
	if delayed != nil {
		return Verdict{secretary.Bounced, delayed}, true
	}
	if v, ok := looseBounce(m, m.Text); ok && !delivered(m) {
		return v, true
	}
	return is(secretary.Receipt)
}

func delivered(m *message.Message) bool {
	for _, s := range m.Status {
		if k := strings.ToLower(string(s)); strings.Contains(k, "action: delivered") || strings.Contains(k, "action: relayed") || strings.Contains(k, "action: expanded") {
			return true
		}
	}
	return false
}

// recipient reads "rfc822; a@b".
func recipient(s string) string {
	if i := strings.IndexByte(s, ';'); i >= 0 {
		s = s[i+1:]
	}
	return strings.Trim(strings.ToLower(strings.TrimSpace(s)), "<>")
}

// bounceSubjects begin or fill the subject of a bounce, folded and without blanks.
var bounceSubjects = []string{"undeliver", "deliverystatusnotification", "deliveryfailure", "deliveryhasfailed", "deliveryreport", "mailsystemerror", "mailfailure", "maildelivery", "returnedmail", "returntosender", "failurenotice", "nondelivery", "non-delivery", "messagedelayed", "delayedmail", "warning:couldnotsend", "mailcouldnot", "couldnotbedelivered", "messageundeliverable", "deliverydelay", "deliverytemporar",
	"退信", "系统退信", "未送达", "未传递", "无法传递", "无法投递", "投递失败", "发送失败", "邮件投递", "邮件退回", "邮件被退回", "寄送失败", "传递状态", "投递状态", "传送失败", "延迟通知", "退件", "传递延迟", "投递延迟"}

// looseBounce knows bounces that come without a report: from a mail system, with a subject that says so.
func looseBounce(m *message.Message, _ string) (Verdict, bool) {
	subject := fold.Squeeze(m.Subject)
	system := mailSystem(m)
	if m.Header.Has("X-Failed-Recipients") || daemon(m) && !strings.Contains(subject, "success") {
		return bounced(m, !temporary(m)), true
	}
	if thread(m) && answering(subject) { // of who runs the mail server
		return Verdict{}, false
	}
	for _, w := range bounceSubjects {
		if strings.HasPrefix(subject, w) || system && strings.Contains(subject, w) {
			if system || strings.TrimSpace(m.Header.Raw("Return-Path")) == "<>" {
				return bounced(m, !temporary(m)), true
			}
		}
	}
	return Verdict{}, false
}

// mailSystem reports whether a mail comes from who speaks for a mail server, which may be a person.
func mailSystem(m *message.Message) bool {
	local, _, _ := strings.Cut(m.From.Email, "@")
	return local == "postmaster" || m.From.Email == "" || strings.HasPrefix(local, "microsoftexchange") || local == "mdaemon" || daemon(m)
}

// daemon reports whether a mail server itself wrote it.
func daemon(m *message.Message) bool {
	local, _, _ := strings.Cut(m.From.Email, "@")
	local = strings.ReplaceAll(local, "_", "-")
	return strings.HasPrefix(local, "mailer-daemon") || strings.HasPrefix(local, "mailerdaemon") || strings.HasPrefix(local, "mail-daemon") || local == "mail-delivery"
}

var temporaryWords = []string{"will keep trying", "still undelivered", "暂时无法", "暂时拒收", "再次尝试", "自动重试", "稍后重试", "继续尝试", "暂时未能", "尚未送达", "延迟", "will retry", "will be retried", "delayed", "not yet been delivered", "still trying", "temporar", "no action is required"}

func temporary(m *message.Message) bool {
	k := fold.Text(m.Subject + " " + head(m.Text, 3000))
	for _, w := range temporaryWords {
		if strings.Contains(k, w) {
			return !strings.Contains(k, "550 ") && !strings.Contains(k, "554 ") && !strings.Contains(k, "permanent")
		}
	}
	return false
}

func head(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

var addressShape = pattern.Must(`[A-Za-z0-9._%+\-=]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+`)

// bounced names the recipient: X-Failed-Recipients, else the first address in the text that is neither the sender nor we.
func bounced(m *message.Message, permanent bool) Verdict {
	b := &secretary.Bounce{Permanent: permanent}
	if f := m.Header.Addresses("X-Failed-Recipients"); len(f) > 0 {
		b.Recipient = f[0].Email
		return Verdict{secretary.Bounced, b}
	}
	ours := map[string]bool{m.From.Email: true}
	for _, a := range m.Header.Addresses("To") {
		ours[a.Email] = true
	}
	for _, a := range addressShape.FindAllString(head(m.Text+"\n"+m.HTML(), 64<<10), 50) {
		if a = strings.ToLower(a); !ours[a] && !strings.HasPrefix(a, "postmaster@") {
			b.Recipient = a
			break
		}
	}
	return Verdict{secretary.Bounced, b}
}
