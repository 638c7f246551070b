package parser

import (
	"html"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/markup"
	"github.com/huiban/huiban/parser/meaning"
)

// asked is what the letters ask, by the beginning of their names.
var asked = []struct {
	name  string
	about meaning.About
}{
	{"minutes-confirm", Minutes}, {"minutes-review", Approval}, {"approval", Approval}, {"report-up", Approval}, {"prove", Approval},
	{"invitation", Invitation}, {"update", Invitation}, {"cancel", Invitation}, {"reminder", Invitation}, {"minutes-call", Draft},
	{"materials", Materials}, {"action-plan", Draft}, {"action", Action}, {"overdue", Action}, {"survey-result", None}, {"survey", Survey}, {"", None},
}

func aboutLetter(name string) meaning.About {
	for _, a := range asked {
		if strings.HasPrefix(name, a.name) {
			return a.about
		}
	}
	return None
}

// mangled are the ways in which programs spoil what they quote.
var mangled = map[string]func(string) string{
	"as it was":     func(s string) string { return s },
	"no blanks":     func(s string) string { return strings.NewReplacer("\n    ", "\n", "\n\n", "\n").Replace(s) },
	"NBSP":          func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"blanks behind": func(s string) string { return strings.ReplaceAll(s, "\n", " \u3000\n") },
	"half width": func(s string) string {
		return strings.NewReplacer("，", ",", "：", ":", "（", "(", "）", ")", "；", ";", "「", "\"", "」", "\"", "！", "!").Replace(s)
	},
	"typography": func(s string) string {
		return strings.NewReplacer("–", "-", "·", "•", "'", "’", " - ", " — ", "…", "...").Replace(s)
	},
	"bullets lost":  func(s string) string { return regexp.MustCompile(`(?m)^(?:- |· )`).ReplaceAllString(s, "") },
	"other numbers": func(s string) string { return regexp.MustCompile(`(?m)^\[(\d+)\] `).ReplaceAllString(s, "$1. ") },
	"numbers lost":  func(s string) string { return regexp.MustCompile(`(?m)^\[\d+\] `).ReplaceAllString(s, "") },
	"dates linked": func(s string) string {
		return regexp.MustCompile(`\d+月\d+日|\d+ Dec 2026`).ReplaceAllString(s, "$0<x-apple-data-detectors://3>")
	},
	"bold": func(s string) string {
		return regexp.MustCompile(`\d+月\d+日|(?:Mon|Tue|Sat) \d+ \w+ 2026`).ReplaceAllString(s, "*$0*")
	},
	"simplified": func(s string) string {
		return strings.NewReplacer("會", "会", "產", "产", "銷", "销", "機", "机", "週", "周", "責", "责", "時", "时", "經", "经", "觀", "观", "議", "议", "確", "确", "認", "认", "評", "评", "報", "报", "調", "调", "優", "优", "與", "与", "雙", "双", "稅", "税", "濤", "涛", "測", "测", "場", "场").Replace(s)
	},
	"traditional": func(s string) string {
		return strings.NewReplacer("会", "會", "产", "產", "销", "銷", "机", "機", "周", "週", "责", "責", "时", "時", "经", "經", "观", "觀", "议", "議", "确", "確", "认", "認", "评", "評", "报", "報", "调", "調", "优", "優", "与", "與", "涛", "濤", "测", "測", "场", "場", "补", "補", "缺", "缼").Replace(s)
	},
	"most lines": spoilt,
	"charset lost": func(s string) string {
		return strings.NewReplacer("敏", "?", "涛", "?", "–", "?", "·", "?").Replace(s)
	},
	"cut off":      func(s string) string { return s[:strings.LastIndexAny(s[:len(s)*2/3], " 。，")] },
	"cut and dots": func(s string) string { return s[:strings.LastIndexAny(s[:len(s)*2/3], " 。，")] + "…" },
	"some lines": func(s string) string {
		l := strings.Split(s, "\n")
		return strings.Join(append(l[:len(l)/4:len(l)/4], l[len(l)/2:]...), "\n")
	},
	"entities": func(s string) string { return html.EscapeString(strings.ReplaceAll(s, " ", "\u00a0")) },
}

// spoilt has a character of each line of the minutes replaced, and leaves the letter around them as it was.
func spoilt(s string) string {
	lines := strings.Split(s, "\n")
	inside := false
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "时间") || strings.HasPrefix(l, "時間") || strings.HasPrefix(l, "When"):
			inside = true
		case strings.HasPrefix(l, "————") || strings.HasPrefix(l, "怎样回复") || strings.HasPrefix(l, "怎樣回覆") || strings.HasPrefix(l, "How to reply"):
			inside = false
		}
		if inside {
			lines[i] = regexp.MustCompile(`^(.{6,}).(.{2})$`).ReplaceAllString(l, "${1}某$2")
		}
	}
	return strings.Join(lines, "\n")
}

// asText is what programs make of a page that they send as text.
func asText(page string) string {
	var out []string
	for _, l := range markup.Lines(page) {
		out = append(out, strings.ReplaceAll(l.Text, "\t", " "))
	}
	return strings.Join(out, "\n")
}

// cellByCell is the same by a program that puts each cell into a line and the targets of links behind them.
func cellByCell(page string) string {
	page = regexp.MustCompile(`<a [^>]*href="([^"]*)"[^>]*>([^<]*)</a>`).ReplaceAllString(page, `$2 &lt;$1&gt;`)
	return strings.ReplaceAll(strings.ReplaceAll(asText(page), "\t", "\n"), " · ", " · ")
}

// A letter that comes back as it was sent, however it is quoted and whatever a program did to it, answers nothing.
func TestOurLetterUnansweredIsNoAnswer(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en"} {
		files, err := filepath.Glob("../templates/testdata/" + lang + "/*.txt")
		if err != nil || len(files) < 50 {
			t.Fatal("letters are missing:", len(files), err)
		}
		for n, file := range files {
			if raced && n%6 > 0 {
				continue
			}
			name := strings.TrimSuffix(filepath.Base(file), ".txt")
			unanswered(t, lang, name)
		}
	}
}

func unanswered(t *testing.T, lang, name string) {
	t.Helper()
	text, page := sentMinutes(t, lang, name)
	o := Options{About: aboutLetter(name), Sent: text, SentHTML: page, Zone: shanghai(t)}
	check := func(mail, how string) {
		t.Helper()
		if r := Parse([]byte(mail), o); len(r.Intents) > 0 {
			t.Errorf("%s/%s, %s: %q %s", lang, name, how, r.Text, intents(r))
		}
	}
	if o.About == None || o.About == Draft { // a draft is read from the text wherever it stands
		check(plainMail(shapes["nothing above"]("", text)), "nothing above")
		check(pageMail(pages["QQ"]("", page)), "QQ's page")
		return
	}
	for how, shape := range shapes {
		check(plainMail(shape("", text)), how)
		if o.About != Draft || how != "nothing above" { // as a mail of its own that is a draft like any other
			check(plainMail(shape("", asText(page))), how+", the page as text")
			check(plainMail(shape("", cellByCell(page))), how+", cell by cell")
		}
	}
	for how, shape := range pages {
		check(pageMail(shape("", page)), how)
	}
	if name != "minutes-confirm" {
		return
	}
	for how, mangle := range mangled {
		for _, in := range []string{"marks", "Outlook", "nothing above"} {
			shape := shapes[in]
			check(plainMail(shape("", mangle(text))), how+" in "+in)
			check(plainMail(shape("", mangle(asText(page)))), how+" of the page in "+in)
		}
	}
}
