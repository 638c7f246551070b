package demo

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"time"

	"github.com/huiban/huiban/parser/markup"
	"github.com/huiban/huiban/parser/message"
)

// client is a mail program: how it names itself and how it quotes what is answered.
type client struct {
	name   string // of X-Mailer
	prefix string // of the subject
	quote  func(o original) (plain, rich string)
	only   string // "html" where it sends no plain text
}

// original is the letter that is answered, as the program shows it: from its HTML, as programs do.
type original struct {
	date       time.Time
	from, to   string // names
	fromA, toA string // addresses
	subject    string
	html       string // what stands in its body
}

func originalOf(m *message.Message, date time.Time, to member, toAddress string) original {
	return original{
		date: date, from: m.From.Name, fromA: m.From.Email, to: to.name, toA: toAddress, subject: m.Subject, html: inner(m.HTML()),
	}
}

// inner is what stands in the body of an HTML page.
func inner(page string) string {
	if i := strings.Index(page, "<body"); i >= 0 {
		page = page[i:]
		page = page[strings.IndexByte(page, '>')+1:]
	}
	page, _, _ = strings.Cut(page, "</body>")
	return page
}

// anchor is a link; programs that write plain text put its target in angle brackets behind the words.
var anchor = regexp.MustCompile(`(?s)<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>`)

// plain is the history as text, links with their targets.
func (o original) plain() string {
	var out []string
	for _, l := range markup.Lines(anchor.ReplaceAllString(o.html, "$2&lt;$1&gt;")) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "\n")
}

func (o original) quoted() string { return "> " + strings.ReplaceAll(o.plain(), "\n", "\n> ") }
func (o original) rich() string   { return "<div>" + o.html + "</div>" }

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

func (o original) weekday() string { return weekdays[o.date.Weekday()] }

// block is a header block above unmarked history, as QQ, Foxmail, Outlook and Coremail write it.
func block(separator, from, date, to, subject string, o original) (plain, rich string) {
	lines := []string{}
	if separator != "" {
		lines = append(lines, separator)
	}
	lines = append(lines, from, date, to, subject)
	plain = strings.Join(lines, "\n") + "\n\n" + o.plain()
	rich = "<div><hr><p>" + html.EscapeString(strings.Join(lines, "\n")) + "</p>" + o.rich() + "</div>"
	return plain, strings.ReplaceAll(rich, "\n", "<br>")
}

var (
	qq = client{"QQMail 2.x", "回复：", func(o original) (string, string) {
		return block("------------------ 原始邮件 ------------------", fmt.Sprintf("发件人: %q <%s>;", o.from, o.fromA),
			fmt.Sprintf("发送时间: %s(星期%s) %s", o.date.Format("2006年1月2日"), o.weekday(), o.date.Format("15:04")),
			fmt.Sprintf("收件人: %q<%s>;", o.to, o.toA), "主题: "+o.subject, o)
	}, ""}
	foxmail = client{"Foxmail 7.2.25.213[cn]", "回复: ", func(o original) (string, string) {
		return block(" ", "发件人： "+o.from, "发送时间： "+o.date.Format("2006-01-02 15:04"), "收件人： "+o.to, "主题： "+o.subject, o)
	}, ""}
	outlook = client{"Microsoft Outlook 16.0", "答复: ", func(o original) (string, string) {
		return block("", fmt.Sprintf("发件人: %s <%s> ", o.from, o.fromA), "发送时间: "+o.date.Format("2006年1月2日 15:04"),
			fmt.Sprintf("收件人: %s <%s>", o.to, o.toA), "主题: "+o.subject, o)
	}, ""}
	outlookTW = client{"Microsoft Outlook 16.0", "回覆: ", func(o original) (string, string) {
		return block("", fmt.Sprintf("寄件者: %s <%s>", o.from, o.fromA), "寄件日期: "+o.date.Format("2006年1月2日 15:04"),
			fmt.Sprintf("收件者: %s <%s>", o.to, o.toA), "主旨: "+o.subject, o)
	}, ""}
	outlookEN = client{"Microsoft Outlook 16.0", "RE: ", func(o original) (string, string) {
		return block("", fmt.Sprintf("From: %s <%s>", o.from, o.fromA), "Sent: "+o.date.Format("Monday, January 2, 2006 3:04 PM"),
			fmt.Sprintf("To: %s <%s>", o.to, o.toA), "Subject: "+o.subject, o)
	}, ""}
	coremail = client{"Coremail Webmail Server Version XT6.0.4", "Re: ", func(o original) (string, string) {
		return block("-----原始邮件-----", fmt.Sprintf("发件人:%q <%s>", o.from, o.fromA),
			fmt.Sprintf("发送时间:%s (星期%s)", o.date.Format("2006-01-02 15:04:05"), o.weekday()), "收件人: "+o.toA, "主题: "+o.subject, o)
	}, ""}
	alimail = client{"Alimail-Mailagent", "回复：", func(o original) (string, string) {
		return block(strings.Repeat("-", 66), fmt.Sprintf("发件人：%s <%s>", o.from, o.fromA),
			fmt.Sprintf("发送时间：%s(星期%s) %s", o.date.Format("2006年1月2日"), o.weekday(), o.date.Format("15:04")),
			fmt.Sprintf("收件人：%s <%s>", o.to, o.toA), "主　题："+o.subject, o)
	}, ""}
	wecom = client{"WeCom", "回复：", func(o original) (string, string) {
		head := fmt.Sprintf("发自我的企业微信\n\n----------Reply to Message----------\nOn %s %s <%s> wrote:", o.date.Format("Mon,Jan 2,2006 3:04 PM"), o.from, o.fromA)
		return head + "\n\n" + o.plain(), "<p>" + strings.ReplaceAll(html.EscapeString(head), "\n", "<br>") + "</p>" + o.rich()
	}, ""}
	iphone = client{"iPhone Mail (22F76)", "回复：", func(o original) (string, string) {
		at := fmt.Sprintf("在 %s，%s，%s <%s> 写道：", o.date.Format("2006年1月2日"), o.date.Format("15:04"), o.from, o.fromA)
		return "发自我的 iPhone\n\n> " + at + "\n> \n" + o.quoted(), "<div>发自我的 iPhone</div><br><blockquote type=\"cite\">" + html.EscapeString(at) + "<br>" + o.rich() + "</blockquote>"
	}, ""}
	thunderbird = client{"Mozilla Thunderbird", "Re: ", func(o original) (string, string) {
		at := fmt.Sprintf("在 %s, %s 写道:", o.date.Format("2006/1/2 15:04"), o.from)
		return at + "\n" + o.quoted(), "<div class=\"moz-cite-prefix\">" + html.EscapeString(at) + "</div><blockquote type=\"cite\">" + o.rich() + "</blockquote>"
	}, ""}
	gmail = client{"", "Re: ", func(o original) (string, string) {
		at := fmt.Sprintf("On %s %s <%s> wrote:", o.date.Format("Mon, Jan 2, 2006 at 3:04 PM"), o.from, o.fromA)
		return at + "\n\n" + o.quoted(), "<div class=\"gmail_quote\"><div class=\"gmail_attr\">" + html.EscapeString(at) + "</div><blockquote class=\"gmail_quote\">" + o.rich() + "</blockquote></div>"
	}, ""}
	netease = client{"MailMasterPC/4.15.6", "回复：", func(o original) (string, string) {
		row := func(k, v string) string { return "<tr><td>" + k + "</td><td>" + html.EscapeString(v) + "</td></tr>" }
		rich := "<div class=\"J-reply ntes-mailmaster-quote\"><div>---- 回复的原邮件 ----</div><table>" + row("发件人", o.from+"<"+o.fromA+">") +
			row("日期", o.date.Format("2006年1月2日 15:04")) + row("收件人", o.toA) + row("主题", o.subject) + "</table>" + o.rich() + "</div>"
		return "", rich
	}, "html"}
)
