package parser

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// shape is a way to make a mail large: mail gives one of about n bytes.
type shape struct {
	name string
	mail func(n int) []byte
}

// about is the letter that a hostile mail answers.
func (s shape) about() Options {
	if strings.Contains(s.name, "Word") || s.name == "a bomb" {
		return Options{About: Draft}
	}
	return Options{About: Minutes}
}

// The bounds that hold for any mail: what is allocated to read it, in all, and how much longer eight times as much takes.
const (
	perByte = 12
	atLeast = 256 << 20
	forWord = mostFiles * 64 << 20 // beside it, for the Word files
	growth  = 30                   // a time that goes with the square of the size grows by 64
	instant = 4 * time.Millisecond
)

// spent is the time and the memory that reading raw takes. Whatever raw is, there is a verdict.
func spent(t testing.TB, raw []byte, o Options) (time.Duration, uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now() //nolint:forbidigo // a stopwatch
	r := Parse(raw, o)
	took := time.Since(began) //nolint:forbidigo // a stopwatch
	runtime.ReadMemStats(&after)
	if slices.ContainsFunc(r.Unclear, func(u string) bool { return strings.HasPrefix(u, "unreadable: ") }) {
		t.Error(r.Unclear)
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
	return took, after.TotalAlloc - before.TotalAlloc
}

// TestHostileGrowth reads each shape twice, eight times as large the second time.
func TestHostileGrowth(t *testing.T) {
	for _, s := range hostileShapes {
		t.Run(s.name, func(t *testing.T) {
			for range 4 { // others may be at work on the machine
				if s.grows(t, 20<<10) && (raced || s.grows(t, 64<<10)) { // within the limits of an answer, and beyond them
					return
				}
			}
			t.Errorf("eight times as much takes more than %d times as long", growth)
		})
	}
}

// grows reports whether the time for a mail of n bytes goes with its size. What is quick enough is not measured twice.
func (s shape) grows(t *testing.T, n int) bool {
	t.Helper()
	big, _ := spent(t, s.mail(n), s.about())
	if big < growth*instant {
		return true
	}
	small, _ := spent(t, s.mail(n/8), s.about())
	return big < growth*small
}

// memory is what a mail of n bytes may take.
func (s shape) memory(n int) uint64 {
	if s.about().About == Draft {
		n += forWord / perByte
	}
	bound := uint64(perByte*n + atLeast)
	if raced {
		bound *= 2 // the detector's own, and what its pools lose
	}
	return bound
}

// TestHostileSizes reads what no mail server would let through.
func TestHostileSizes(t *testing.T) {
	for name, n := range map[string]int{
		"a long text": 50 << 20, "one line": 200 << 10, "dashes": 100_000, "header blocks": 3000 * 120, "parts": 10_000 * 40, "nested parts": 1000 * 60,
		"base64 that is none": 10 << 20, "quoted-printable that is none": 10 << 20, "a long field": 10 << 20, "a folded field": 10 << 20,
		"Received": 100_000 * 54, "a bomb": 100 << 20, "Word files": 2 << 20, "a Word file of merged cells": 10 << 20, "a Word file of cells": 1_000_000 * 58, "a Word file of entities": 1 << 20, "a deep Word file": 10 << 20,
		"deep elements": 100_000 * 5, "unclosed paragraphs": 10 << 20, "less-than signs": 10 << 20, "GBK that is none": 10 << 20, "NUL": 10 << 20,
		"files": 50 << 20, "calendars": 10 << 20, "soft line ends": 10 << 20, "encoded words of no kind": 10 << 20,
	} {
		i := slices.IndexFunc(hostileShapes, func(s shape) bool { return s.name == name })
		t.Run(name, func(t *testing.T) {
			if raced && n > 1<<20 {
				n /= 8
			}
			raw := hostileShapes[i].mail(n)
			_, used := spent(t, raw, hostileShapes[i].about())
			if used > hostileShapes[i].memory(len(raw)) {
				t.Errorf("%d bytes take %d MB of memory", len(raw), used>>20)
			}
			t.Logf("%d KB: %d MB", len(raw)>>10, used>>20)
		})
	}
}

// BenchmarkHostile shows that the time for a byte does not grow with the mail.
func BenchmarkHostile(b *testing.B) {
	for _, s := range hostileShapes {
		for _, n := range []int{100 << 10, 10 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", strings.ReplaceAll(s.name, " ", "_"), n>>10), func(b *testing.B) {
				raw := s.mail(n)
				b.SetBytes(int64(len(raw)))
				for b.Loop() {
					Parse(raw, s.about())
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(raw)), "ns/B")
			})
		}
	}
}

const hostileHead = "From: 王磊 <w@b.example>\nDate: Wed, 9 Dec 2026 10:00:00 +0800\nSubject: x\nMIME-Version: 1.0\n"

// inText, inPage and inHeader are mails that hold a piece as often as it takes: in the text, in the HTML, in the header.
func inText(piece string) func(int) []byte {
	return func(n int) []byte {
		return []byte(hostileHead + "Content-Type: text/plain; charset=utf-8\n\n" + filled(piece, n))
	}
}

func inPage(piece string) func(int) []byte {
	return func(n int) []byte {
		return []byte(hostileHead + "Content-Type: text/html; charset=utf-8\n\n<html><body>" + filled(piece, n))
	}
}

func inHeader(before, piece string) func(int) []byte {
	return func(n int) []byte {
		return []byte(before + filled(piece, n) + "\n" + hostileHead + "\n确认")
	}
}

func under(fields, piece string) func(int) []byte {
	return func(n int) []byte { return []byte(hostileHead + fields + "\n\n" + filled(piece, n)) }
}

// parted is a multipart mail that holds a part as often as it takes.
func parted(part string) func(int) []byte {
	return under("Content-Type: multipart/mixed; boundary=x", "--x\n"+part+"\n")
}

// numbered fills with a piece that says each time another number.
func numbered(before, piece string) func(int) []byte {
	return func(n int) []byte {
		var b bytes.Buffer
		b.WriteString(hostileHead + before)
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, piece, i)
		}
		return b.Bytes()
	}
}

func filled(piece string, n int) string { return strings.Repeat(piece, n/len(piece)+1) }

// word is a mail with a Word file of n bytes of XML, made of body's pieces.
func word(before, piece, after string) func(int) []byte {
	return func(n int) []byte {
		const ns = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`
		return attached(zipped("word/document.xml", before+ns+"<w:body>"+filled(piece, n)+after+"</w:body></w:document>"))
	}
}

// merged is a table whose second row continues the first one's cells, and the rest their long text.
func merged(n int) []byte {
	const below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>"
	wide := filled("<w:tc/>", n/4) + "</w:tr><w:tr>" + filled(below, n/4) + "</w:tr>"
	long := "<w:tr><w:tc>" + filled("<w:p><w:r><w:t>确认</w:t></w:r></w:p>", n/4) + "</w:tc></w:tr>" + filled("<w:tr>"+below+"</w:tr>", n/4)
	return attached(zipped("word/document.xml", "<w:document><w:body><w:tbl><w:tr>"+wide+long+"</w:tbl></w:body></w:document>"))
}

// wordFiles are many small Word files, each of them a bomb.
func wordFiles(n int) []byte {
	file := base64.StdEncoding.EncodeToString(zipped("word/document.xml", "<w:document><w:body>"+filled("<w:p/>", 256<<10)+"</w:body></w:document>"))
	return parted("Content-Type: application/octet-stream; name=a.docx\nContent-Transfer-Encoding: base64\n\n" + file)(n)
}

func zipped(name, content string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	_, _ = w.Write([]byte(content))
	_ = z.Close()
	return b.Bytes()
}

func attached(file []byte) []byte {
	return []byte(hostileHead + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n纪要见附件\n--x\n" +
		"Content-Type: application/octet-stream; name=a.docx\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(file) + "\n--x--\n")
}

// nested is one multipart within the other.
func nested(n int) []byte {
	var b bytes.Buffer
	b.WriteString(hostileHead)
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	return append(b.Bytes(), "\n确认\n"...)
}

// bomb is a Word file within a zip within a zip.
func bomb(n int) []byte {
	f := zipped("word/document.xml", "<w:document><w:body>"+filled("<w:p/>", n))
	return attached(zipped("word/document.xml", string(zipped("word/document.xml", string(f)))))
}

var hostileShapes = []shape{
	{"a long text", inText("第2项已完成60%，预计12月20日完成。\n")},
	{"an English text", inText("Item 2 is done by Friday, 18 December at 3pm; I can't attend. ")},
	{"one line", inText("a")},
	{"one line of Chinese", inText("确")},
	{"one line of commas", inText("，")},
	{"dashes", inText("-")},
	{"blanks", inText(" ")},
	{"empty lines", inText("\n")},
	{"digits", inText("1")},
	{"numbers", inText("12.5 ")},
	{"percent signs", inText("5%")},
	{"denials", inText("不")},
	{"days", inText("12月5日")},
	{"times", inText("下午3点")},
	{"items", inText("第1项、")},
	{"a range of items", inText("1-9、")},
	{"scores", inText("Q1: 5\n")},
	{"confirmations", inText("确认，")},
	{"exceptions", inText("除第3条外确认，")},
	{"addresses in the text", inText("a@b.example ")},
	{"names", inText("由王磊代我参加，")},
	{"quotation marks in the text", inText("“确认”")},
	{"brackets", inText("((((")},
	{"header blocks", inText("发件人: a@b.example\n发送时间: 2026年12月9日 10:00\n收件人: c@b.example\n主题: x\n\n确认\n")},
	{"attributions", inText("在 2026年12月9日，王磊 <w@b.example> 写道：\n> 确认\n同意\n")},
	{"wrapped attributions", inText("On Wed, 9 Dec 2026 at 10:00\nWang Lei <w@b.example>\n")},
	{"separators", inText("-----原始邮件-----\n")},
	{"signatures", inText("-- \n王磊\n电话: 1\n")},
	{"rules", inText("---\n")},
	{"rules and blanks", inText("----------\n\n\n\n")},
	{"rules and a name", inText("----------\n王磊\n")},
	{"footers", inText("发自我的 iPhone\n")},
	{"disclaimers", inText("本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人。\n")},
	{"quote marks", inText(">")},
	{"quoted lines", inText("> 1. 确认\n同意\n")},
	{"bars", inText("| 确认\n")},
	{"entities", inText("&nbsp;&gt;")},
	{"links", inText("<https://b.example/>")},
	{"NUL", inText("\x00确\x00")},
	{"soft line ends", under("Content-Type: text/plain; charset=utf-8; format=flowed", "确认 \n")},
	{"carriage returns", inText("\r")},
	{"base64 that is none", under("Content-Type: text/plain\nContent-Transfer-Encoding: base64", "!=A=\n")},
	{"padding", under("Content-Type: text/plain\nContent-Transfer-Encoding: base64", "=")},
	{"quoted-printable that is none", under("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable", "=")},
	{"soft breaks", under("Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable", "=  \t")},
	{"GBK that is none", under("Content-Type: text/plain; charset=gb2312", "\xff\x81\xa4")},
	{"Big5 labelled GBK", under("Content-Type: text/plain; charset=gbk", "\xb7\x7c\xc4\xb3")},
	{"UTF-16 that is none", under("Content-Type: text/plain; charset=utf-16", "\xd8\x00a")},
	{"Latin that is none", under("Content-Type: text/plain; charset=iso-8859-1", "\xc8\xb7\xc8\xcf")},
	{"UTF-7", under("Content-Type: text/plain; charset=utf-7", "+eG6LpA+")},
	{"HZ", under("Content-Type: text/plain; charset=hz-gb-2312", "~{H7HO~")},
	{"ISO-2022-CN", under("Content-Type: text/plain", "\x1b$)A\x0eH7\x0f")},
	{"an unknown charset", under("Content-Type: text/plain; charset=x", "\x80\xfe")},
	{"parts", parted("Content-Type: text/plain\n\n确认")},
	{"pages", parted("Content-Type: text/html\n\n<p>确认")},
	{"files", parted("Content-Type: image/png; name=a.png\n\nx")},
	{"empty parts", parted("")},
	{"nested parts", nested},
	{"parts of one boundary within each other", parted("Content-Type: multipart/mixed; boundary=x\n")},
	{"calendars", numbered("Content-Type: multipart/mixed; boundary=x\n\n", "--x\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:%d\nEND:VEVENT\nEND:VCALENDAR\n")},
	{"a calendar of events", under("Content-Type: text/calendar", "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\nEND:VEVENT\n")},
	{"a calendar within calendars", under("Content-Type: text/calendar", "BEGIN:VCALENDAR\n")},
	{"a folded calendar", under("Content-Type: text/calendar", "BEGIN:VCALENDAR\n A\n ")},
	{"a long calendar line", under("Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n", "ATTENDEE;X=1")},
	{"delivery reports", under("Content-Type: message/delivery-status", "Final-Recipient: rfc822; a@b.example\nAction: x\n\n")},
	{"a bounce of addresses", under("X-Failed-Recipients: a@b.example\nContent-Type: text/plain", "a@b.example")},
	{"a long field", inHeader("X-A: ", "a")},
	{"a folded field", inHeader("X-A: a\n", " b\n")},
	{"folds of nothing", inHeader("Subject: a\n", " \t\n")},
	{"fields", inHeader("", "X-A: a\n")},
	{"Received", inHeader("", "Received: from a by b; Wed, 9 Dec 2026 10:00:00 +0800\n")},
	{"lines that are no fields", inHeader("X-A: a\n", "a b\n")},
	{"recipients", inHeader("To: ", "a@b.example, ")},
	{"brackets of recipients", inHeader("To: ", "<")},
	{"comments", inHeader("From: ", "(")},
	{"quotes", inHeader("From: ", "\"")},
	{"encoded words", inHeader("Subject: ", "=?utf-8?B?56Gu6K6k?= ")},
	{"encoded words that do not end", inHeader("Subject: ", "=?utf-8?Q?a")},
	{"encoded words of no kind", inHeader("Subject: ", "=?utf-8?X?a")},
	{"message ids", inHeader("References: ", "<a@b> ")},
	{"message ids that do not end", inHeader("References: ", "<")},
	{"parameters", inHeader("Content-Type: text/plain", "; a=b")},
	{"pieces of a name", numbered("Content-Type: text/plain", "; name*%d=a")},
	{"a long name", inHeader("Content-Disposition: attachment; filename=", "名")},
	{"a long boundary", inHeader("Content-Type: multipart/mixed; boundary=", "-")},
	{"deep elements", inPage("<div>")},
	{"deep inline elements", inPage("<b><i>")},
	{"unclosed links", inPage("<a href=x>确")},
	{"unclosed paragraphs", inPage("<p>确认")},
	{"deep tables", inPage("<table><tr><td>")},
	{"tables left open", inPage("<table>确")},
	{"a table of cells", inPage("<table><tr><td>1<td>2")},
	{"cells", inPage("<td>1")},
	{"deep quotes", inPage("<blockquote>")},
	{"quotes side by side", inPage("<blockquote>确认</blockquote>同意")},
	{"deep lists", inPage("<ul><li>")},
	{"less-than signs", inPage("<")},
	{"comments in a page", inPage("<!--")},
	{"attributes", inPage("<div a=b ")},
	{"an attribute of styles", inPage("<p style='color:red;color:red'>a")},
	{"entities in a page", inPage("&amp;&#x4e00;")},
	{"broken entities", inPage("&")},
	{"closing tags", inPage("</p></b>")},
	{"misnested tags", inPage("<p><b></p></b><table><b>")},
	{"forms", inPage("<form><select><option>")},
	{"templates", inPage("<template>")},
	{"foreign elements", inPage("<svg><math>")},
	{"coloured words", inPage("<font color=red>见红字</font><blockquote><font color=red>同意</font>确认</blockquote>")},
	{"pictures", inPage("<img src='cid:a'>")},
	{"frames", inPage("<frameset>")},
	{"a Word file of paragraphs", word("", "<w:p><w:r><w:t>1. 王磊完成评估，12月5日</w:t></w:r></w:p>", "")},
	{"a Word file of cells", word("", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "")},
	{"a Word file of merged cells", merged},
	{"a deep Word file", word("", "<w:p>", "")},
	{"Word files", wordFiles},
	{"a Word file of entities", word(`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`, "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", "")},
	{"a Word file of one text", word("", "<w:p><w:r><w:t>确</w:t></w:r></w:p>", "")},
	{"a Word file of tabs", word("", "<w:tab/>", "")},
	{"a bomb", bomb},
}
