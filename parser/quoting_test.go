package parser

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/message"
)

// The letters that a mail may answer, by number.
var abouts = []Options{{About: Minutes}, {About: Action}, {About: Invitation}, {About: Approval}, {About: Survey}, {About: Draft}, {About: Materials}, {}, {About: Invitation, Meeting: true}}

// quoters write an answer above the mail that it answers, as mail programs do.
var quoters = []func(answer, quoted string) (kind, body string){
	func(a, q string) (string, string) { // Gmail
		return "text/plain", a + "\n\n会办 <huiban@b.example> 于2026年12月9日周三 上午10:20写道：\n" + marked(q)
	},
	func(a, q string) (string, string) { // Thunderbird
		return "text/plain", a + "\n\nOn 12/9/26 10:20, Huiban wrote:\n" + marked(q)
	},
	func(a, q string) (string, string) { // Outlook
		return "text/plain", a + "\n\n发件人: 会办 <huiban@b.example>\n发送时间: 2026年12月9日 10:20\n收件人: 王磊 <w@b.example>\n主题: x\n\n" + q
	},
	func(a, q string) (string, string) { // QQ
		return "text/plain", a + "\n\n------------------ 原始邮件 ------------------\n发件人: \"会办\"<huiban@b.example>;\n发送时间: 2026年12月9日(星期三) 上午10:20\n收件人: \"王磊\"<w@b.example>;\n主题: x\n\n" + q
	},
	func(a, q string) (string, string) { // a page
		return "text/html", "<div>" + html.EscapeString(a) + "</div><blockquote><div>" + strings.ReplaceAll(html.EscapeString(q), "\n", "</div><div>") + "</div></blockquote>"
	},
}

// quotes reports whether a mail may hold history with marks of its own: below a header block without any, what is unmarked in it
// may have been typed there.
func quotes(s string) bool { return strings.ContainsAny(s, ">＞|│┃&") }

// bare reports whether a quoter sets no mark before the lines that it quotes.
func bare(quoter int) bool { return quoter%len(quoters) == 2 || quoter%len(quoters) == 3 }

func marked(s string) string { return "> " + strings.ReplaceAll(s, "\n", "\n> ") }

func answerMail(quoter int, answer, quoted string) []byte {
	kind, body := quoters[quoter%len(quoters)](answer, quoted)
	return []byte("From: 王磊 <w@b.example>\nDate: Wed, 9 Dec 2026 10:30:00 +0800\nSubject: Re: x\nIn-Reply-To: <1@b.example>\nMIME-Version: 1.0\nContent-Type: " + kind + "; charset=utf-8\n\n" + body)
}

// FuzzQuoting: quoting a mail below an answer that says nothing never adds an intent, whatever the mail says.
func FuzzQuoting(f *testing.F) {
	files, _ := filepath.Glob("testdata/[rv]*/*.eml")
	for n, name := range files {
		if raw, err := os.ReadFile(name); err == nil && n%4 == 0 {
			f.Add(message.Read(raw).Text, byte(n), byte(n/4))
		}
	}
	f.Fuzz(func(t *testing.T, quoted string, about, quoter byte) {
		if !utf8.ValidString(quoted) || strings.ContainsAny(quoted, "\r\x00\f\v\x1b~") || bare(int(quoter)) && quotes(quoted) {
			return
		}
		o := abouts[int(about)%len(abouts)]
		for _, answer := range []string{"", "谢谢。"} {
			if r := Parse(answerMail(int(quoter), answer, quoted), o); r.Understood {
				t.Errorf("about %s, below %q: %s\ntext %q", o.About, answer, intents(r), r.Text)
			}
		}
	})
}

// FuzzLetterSentBack: our own letter coming back without an answer means nothing: as it is where the letter is known, and however it
// was broken into lines anew where it is not.
func FuzzLetterSentBack(f *testing.F) {
	files, _ := filepath.Glob("../templates/testdata/*/*.txt")
	if len(files) < 100 {
		f.Fatal("the letters are gone")
	}
	for n, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		_, letter, _ := strings.Cut(string(raw), "\n\n")
		f.Add(letter, uint16(0), byte(n), byte(n))
		f.Add(letter, uint16(30+n%50), byte(n/2), byte(n/3))
	}
	f.Fuzz(func(t *testing.T, letter string, width uint16, about, quoter byte) {
		if !utf8.ValidString(letter) || strings.ContainsAny(letter, "\r\x00\f\v\x1b~") {
			return
		}
		o := abouts[int(about)%len(abouts)]
		raw := answerMail(int(quoter), "", wrapped(letter, int(width)))
		if width < 10 {
			o.Sent = letter
		}
		if r := Parse(raw, o); r.Understood {
			t.Errorf("about %s, known %v: %s\ntext %q", o.About, o.Sent != "", intents(r), r.Text)
		}
	})
}

// wrapped breaks lines after width characters, at a blank where there is one in the last third; 0 leaves them.
func wrapped(s string, width int) string {
	if width < 10 {
		return s
	}
	var out []string
	for _, line := range strings.Split(s, "\n") {
		r := []rune(line)
		for len(r) > width {
			n := width
			for i := width; i > width*2/3; i-- {
				if r[i] == ' ' {
					n = i + 1
					break
				}
			}
			out, r = append(out, string(r[:n])), r[n:]
		}
		out = append(out, string(r))
	}
	return strings.Join(out, "\n")
}

// FuzzGrowth: eight times as much of anything does not take the square of the time.
func FuzzGrowth(f *testing.F) {
	for _, s := range []string{"确认 ", "> 1. 确认\n同意\n", "第1项、", "12月5日", "Item 2 is done. ", "-- \n王磊\n", "---\n", "---\n\n\n王磊\n", "<p>", "发件人: a@b.example\n", "5%", "，"} {
		f.Add(s, byte(len(s)))
	}
	f.Fuzz(func(t *testing.T, piece string, about byte) {
		s, o := shape{"", inText(piece)}, abouts[int(about)%len(abouts)]
		if piece == "" || len(piece) > 100 || o.About == Draft { // minutes are long, and read at their own pace
			return
		}
		for range 3 { // others may be at work on the machine
			small, _ := spent(t, s.mail(2<<10), o)
			if big, _ := spent(t, s.mail(16<<10), o); big < growth*max(small, 2*time.Second/growth) {
				return
			}
		}
		t.Errorf("about %s: %q grows with the square", o.About, piece)
	})
}

// A mark before nothing does not tell what stands below it from a history that has no marks.
func TestEmptyMarkBelowABlock(t *testing.T) {
	for quoter := 2; quoter < 4; quoter++ {
		for _, quoted := range []string{">\ndone", "> \n\n>\ndone", ">\n>\n完成"} {
			if r := Parse(answerMail(quoter, "", quoted), Options{About: Action}); len(r.Intents) > 0 {
				t.Errorf("%d, %q: %s", quoter, quoted, intents(r))
			}
		}
		if r := Parse(answerMail(quoter, "", "> \n> 1. x\ndone"), Options{About: Action}); r.Text != "done" {
			t.Errorf("%d: %q", quoter, r.Text)
		}
	}
}
