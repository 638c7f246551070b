package templates

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

func TestReplyBody(t *testing.T) {
	for _, c := range []struct {
		choice         secretary.Choice
		hans, hant, en string
	}{
		{secretary.Choice{Verb: "accept"}, "参加", "參加", "accept"},
		{secretary.Choice{Verb: "decline"}, "请假，原因：", "請假，原因：", "decline, reason:"},
		{secretary.Choice{Verb: "tentative"}, "暂定", "暫定", "tentative"},
		{secretary.Choice{Verb: "delegate"}, "由 某某 代会", "由 某某 代會", "NAME will attend instead of me"},
		{secretary.Choice{Verb: "delegate", Arg: "王敏"}, "由 王敏 代会", "由 王敏 代會", "王敏 will attend instead of me"},
		{secretary.Choice{Verb: "confirm"}, "确认", "確認", "confirm"},
		{secretary.Choice{Verb: "object", Item: "3"}, "异议：第3条：", "異議：第3條：", "object: item 3:"},
		{secretary.Choice{Verb: "approve"}, "同意", "同意", "approve"},
		{secretary.Choice{Verb: "reject"}, "驳回：", "駁回：", "reject:"},
		{secretary.Choice{Verb: "done", Item: "1"}, "1 完成", "1 完成", "1 done"},
		{secretary.Choice{Verb: "percent", Item: "2", Arg: "60"}, "2 进度60%", "2 進度60%", "2 progress 60%"},
		{secretary.Choice{Verb: "extend", Item: "1", Arg: "2026-12-10"}, "1 延期到 2026-12-10", "1 延期到 2026-12-10", "1 extend to 2026-12-10"},
		{secretary.Choice{Verb: "no_materials"}, "无资料", "無資料", "no materials"},
		{secretary.Choice{Verb: "query", Arg: "产能"}, "查询 产能", "查詢 产能", "search 产能"},
		{secretary.Choice{Verb: "move", Arg: "2026-11-27 10:30"}, "改期 2026-11-27 10:30", "改期 2026-11-27 10:30", "reschedule to 2026-11-27 10:30"},
		{secretary.Choice{Verb: "withdraw"}, "撤回", "撤回", "withdraw"},
		{secretary.Choice{Verb: "adopt", Item: "PSC"}, "按 PSC 办理", "按 PSC 辦理", "take it as PSC"},
		{secretary.Choice{Verb: "help"}, "帮助", "幫助", "help"},
	} {
		for lang, want := range map[secretary.Lang]string{secretary.Hans: c.hans, secretary.Hant: c.hant, secretary.English: c.en} {
			if got := strings.TrimSpace(ReplyBody(c.choice, lang)); got != want {
				t.Errorf("%v in %s: %q, want %q", c.choice, lang, got, want)
			}
		}
	}
}

var mailto = regexp.MustCompile(`href="(mailto:[^"]+)"`)

// Every button opens an answer to the right address, in the right thread, with the words filled in; none is longer
// than clients bear.
func TestButtons(t *testing.T) {
	for _, lang := range secretary.Langs {
		for _, l := range Samples(lang) {
			r, err := Render(&l, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			links := mailto.FindAllStringSubmatch(r.HTML, -1)
			if len(links) < len(l.Choices) {
				t.Errorf("%s %s: %d buttons for %d choices", lang, l.Key, len(links), len(l.Choices))
			}
			v, err := newView(&l, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			bodies := map[string]bool{}
			for _, m := range links {
				bodies[checkMailto(t, strings.ReplaceAll(m[1], "&amp;", "&"), r.Subject)] = true
			}
			for _, c := range l.Choices {
				if !bodies[strings.ReplaceAll(v.replyBody(c), "\n", "\r\n")] {
					t.Errorf("%s %s: no button says %q", lang, l.Key, v.replyBody(c))
				}
			}
			if strings.Contains(r.Text, "mailto:") {
				t.Errorf("%s %s: the text shows a mailto link", lang, l.Key)
			}
		}
	}
}

// checkMailto reads a link as RFC 6068 says and returns the body it fills in.
func checkMailto(t *testing.T, link, subject string) string {
	t.Helper()
	if len(link) > 2000 {
		t.Errorf("a link of %d characters", len(link))
	}
	rest, _ := strings.CutPrefix(link, "mailto:")
	to, query, _ := strings.Cut(rest, "?")
	fields := map[string]string{}
	for _, f := range strings.Split(query, "&") {
		k, v, _ := strings.Cut(f, "=")
		s, err := url.PathUnescape(v)
		if err != nil {
			t.Error(err)
		}
		fields[k] = s
	}
	if to, err := url.PathUnescape(to); err != nil || to != "huiban+7k3q9@yuanhua.example" {
		t.Errorf("to %q (%v)", to, err)
	}
	if fields["subject"] != "Re: "+subject || !strings.HasSuffix(subject, "[HB-7K3Q9]") || fields["In-Reply-To"] != "<m.7k3q9@yuanhua.example>" {
		t.Errorf("%v for the subject %q", fields, subject)
	}
	return fields["body"]
}

// Below the separator every line is a hint until the section ends, so that a quoted letter is told from an answer.
func TestHintsStandTogether(t *testing.T) {
	for _, lang := range secretary.Langs {
		for _, l := range Samples(lang) {
			r, err := Render(&l, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			_, below, ok := strings.Cut(r.Text, "———— "+word(lang, "reply")+" ————\n")
			if len(l.Choices) > 0 && !ok {
				t.Errorf("%s %s: no separator", lang, l.Key)
			}
			section, _, _ := strings.Cut(below, "\n\n")
			for _, line := range strings.Split(section, "\n") {
				if ok && !strings.HasPrefix(line, "· ") {
					t.Errorf("%s %s: %q below the separator", lang, l.Key, line)
				}
			}
		}
	}
}
