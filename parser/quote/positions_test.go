package quote

import (
	"os"
	"strings"
	"testing"
)

// letters are what is quoted, and what is answered, in each language.
var letters = map[string]struct {
	lines  []string
	answer string
}{
	"zh-Hans": {[]string{"王磊经理，您好！请在12月1日前确认会议纪要。", "", "1. 十二月产量由1000套调整为1200套", "2. 官网改版，完成时间12月5日", "3. 与客户确认出口机型的交期，责任人王敏", "", "请回复“确认”，或写明第几条和意见。"}, "不同意，应为12月8日"},
	"zh-Hant": {[]string{"王磊經理，您好！請在12月1日前確認會議紀要。", "", "1. 十二月產量由1000套調整為1200套", "2. 官網改版，完成時間12月5日", "3. 與客戶確認外銷機型的交期，責任人王敏", "", "請回覆「確認」，或寫明第幾條和意見。"}, "不同意，應為12月8日"},
	"en":      {[]string{"Dear Wang Lei, please confirm these minutes by 1 Dec 2026.", "", "1. December's output goes from 1000 to 1200 sets", "2. New design of the web site by 5 December", "3. Agree the delivery dates with the customer", "", "Reply \"confirm\", or name the item and say why."}, "disagree, should be 8 December"},
}

// format is one way of quoting: what stands above the quoted lines, and before each of them.
type format struct{ name, above, mark string }

// formats are those of testdata/formats.txt that quote anything.
func formats(t *testing.T) (list []format) {
	t.Helper()
	data, err := os.ReadFile("testdata/formats.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "=== ")[1:] {
		name, text, _ := strings.Cut(c, "\n")
		lines := strings.Split(text, "\n")
		for i, l := range lines {
			at := max(strings.Index(l, "请回复"), strings.Index(l, "請回覆"), strings.Index(l, "please reply"))
			if at >= 0 && i > 0 && !strings.HasPrefix(text, "<empty>") {
				above := strings.TrimPrefix(strings.Join(lines[:i], "\n"), "同意\n")
				list = append(list, format{name, strings.TrimLeft(above, "\n"), l[:at]})
				break
			}
		}
	}
	if len(list) < 70 {
		t.Fatal("formats are missing:", len(list))
	}
	return list
}

// mail quotes a letter, with the answer in its place: -1 above all, len(letter) below all, else below that line.
func (f format) mail(letter []string, answer string, place int) string {
	out := []string{f.above}
	if place < 0 {
		out = []string{answer, "", f.above}
	}
	for i, l := range letter {
		out = append(out, f.mark+l)
		if i == place {
			out = append(out, answer)
		}
	}
	if place >= len(letter) {
		out = append(out, "", answer)
	}
	return strings.Join(out, "\n")
}

// Whatever the program and the language, an answer is read above the history, below it and inside it, where it belongs to the
// line that it stands below; nothing of the history is read with it.
func TestAnswersInEveryPlace(t *testing.T) {
	for _, f := range formats(t) {
		for lang, l := range letters {
			for place, above := range map[int]string{-1: "", 3: l.lines[3], 4: l.lines[4], len(l.lines): ""} {
				r := Read(Plain(f.mail(l.lines, l.answer, place)), Options{Name: "王磊", Sent: strings.Join(l.lines, "\n"), Minutes: true})
				if r.Text() != l.answer || len(r.Changes) > 0 {
					t.Errorf("%s, %s, below line %d: %q %v", f.name, lang, place, r.Text(), r.Changes)
				}
				for _, k := range r.Lines {
					if k.Text != "" && k.Above != above {
						t.Errorf("%s, %s, below line %d: %q belongs to %q", f.name, lang, place, k.Text, k.Above)
					}
				}
			}
		}
	}
}
