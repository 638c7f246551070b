package meaning

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/secretary"
)

// Levels are the words for the grades of feedback, the highest level first, each in every language.
type Levels struct{ Severity, Urgency [][]string }

// Feedback is graded line by line: number, severity, urgency, decision, and what belongs to it.
//
//	1 高 急 采纳 王磊 12/20 资料提前两天发 · 1 high urgent accept Wang Lei 12/20
//	2 低 低 不采纳 已有规定 · 2 low low decline there is a rule
//	3 中 中 转 生产部 · 3 medium medium forward Production
//	1 严重程度：高，紧迫性：中
//
// testdata/grade.txt has more. A word that is none of these, before the decision, makes the line none.

// plainLevels are what three levels are called besides.
var plainLevels = Levels{
	Severity: [][]string{{"高", "严重", "重大", "high", "major"}, {"中", "一般", "medium"}, {"低", "轻微", "low", "minor"}},
	Urgency:  [][]string{{"高", "急", "紧急", "很急", "high", "urgent"}, {"中", "一般", "普通", "medium", "normal"}, {"低", "缓", "不急", "low", "not urgent"}},
}

// gradeRulings are the words of decision.
var gradeRulings = []struct{ word, status string }{
	{"不予采纳", "declined"}, {"暂不采纳", "declined"}, {"不采纳", "declined"}, {"未采纳", "declined"}, {"不接受", "declined"}, {"not accepted", "declined"}, {"declined", "declined"}, {"decline", "declined"}, {"rejected", "declined"}, {"reject", "declined"},
	{"予以采纳", "accepted"}, {"同意采纳", "accepted"}, {"采纳", "accepted"}, {"接受", "accepted"}, {"accepted", "accepted"}, {"accept", "accepted"},
	{"转发给", "forwarded"}, {"转发", "forwarded"}, {"转交给", "forwarded"}, {"转交", "forwarded"}, {"转给", "forwarded"}, {"转到", "forwarded"}, {"转至", "forwarded"}, {"转", "forwarded"}, {"forwarded to", "forwarded"}, {"forward to", "forwarded"}, {"forward", "forwarded"},
}

var (
	gradeNumber = regexp.MustCompile(`^\s*(?:第\s*)?[\[(#]?\s*(\d{1,2})\s*(?:[\])项条号.、:)]+\s*|\s+|$)`)
	gradeLabel  = regexp.MustCompile(`^(?:严重程度|严重性|紧迫性|紧急程度|紧迫程度|severity|urgency)\s*(?:为|是|[:=])?\s*`)
	gradeGap    = regexp.MustCompile(`^[\s,;、/|:，；：／。.]+`)
	dueTail     = regexp.MustCompile(`^(?:日)?(?:之前|以前|前|底)?(?:完成|办结|办完)?[\s,，:：。;；]*`)
	ownerHead   = regexp.MustCompile(`^(?:由|责任人|负责人|owner|by)\s*[:：]?\s*`)
	ownerTail   = regexp.MustCompile(`\s*(?:同志)?(?:负责|办理|牵头|主责)?\s*[,，;；]?\s*(?:于|在|by|until|due|before)?\s*$`)
	gradeParts  = regexp.MustCompile(`[;；]\s*(?:第?\s*\d{1,2}[\s.、:：项])`)
)

func readGrades(q Question) Answer {
	var a Answer
	for _, k := range q.Lines {
		for _, line := range gradeLines(k.Text) {
			if fold.Squeeze(line) == "" || greets.MatchString(fold.Text(line)) {
				continue
			}
			if in, ok := grade(q, line); ok {
				a.Intents = append(a.Intents, in)
			} else {
				a.Unclear = append(a.Unclear, comment(line))
			}
		}
	}
	if len(a.Intents) == 0 && len(a.Unclear) == 0 {
		return unclear(q)
	}
	return a
}

// gradeLines cuts a line where the next number begins behind a semicolon.
func gradeLines(line string) []string {
	var out []string
	for {
		at := gradeParts.FindStringIndex(line)
		if at == nil {
			return append(out, line)
		}
		out, line = append(out, line[:at[0]]), strings.TrimLeft(line[at[0]:], ";； ")
	}
}

// grade reads one line.
func grade(q Question, line string) (secretary.Intent, bool) {
	in := secretary.Intent{Kind: secretary.IntentGrade}
	text := fold.Text(line)
	at := 0
	if m := gradeNumber.FindStringSubmatchIndex(text); m != nil {
		in.Item, at = text[m[2]:m[3]], m[1]
	}
	for at < len(text) && in.Status == "" {
		rest := text[at:]
		at += len(gradeGap.FindString(rest))
		at += len(gradeLabel.FindString(text[at:]))
		n := takeLevel(&in, q.Levels, text[at:])
		if n == 0 {
			n, in.Status = decision(text[at:])
		}
		if n == 0 && strings.TrimSpace(text[at:]) != "" {
			return in, false
		}
		at += n
		if n == 0 {
			break
		}
	}
	raw := []rune(line)
	tail := strings.TrimSpace(string(raw[len([]rune(text[:min(at, len(text))])):]))
	return in, in.Status == "" && tail == "" && in.Severity > 0 || gradeTail(q, &in, tail)
}

// takeLevel takes the level that a text begins with: the first is the severity, the second the urgency. It returns its length.
func takeLevel(in *secretary.Intent, l Levels, text string) int {
	for _, scale := range []struct {
		own, plain [][]string
		level      *int
	}{{l.Severity, plainLevels.Severity, &in.Severity}, {l.Urgency, plainLevels.Urgency, &in.Urgency}} {
		if *scale.level > 0 {
			continue
		}
		n, level := longestLevel(scale.own, text)
		if len(scale.own) == 0 || len(scale.own) == len(scale.plain) {
			if m, other := longestLevel(scale.plain, text); m > n {
				n, level = m, other
			}
		}
		*scale.level = level
		return n
	}
	return 0
}

// longestLevel is the longest of the levels' words that a text begins with, and its level from 1.
func longestLevel(levels [][]string, text string) (n, level int) {
	for i, words := range levels {
		for _, w := range words {
			if w = fold.Text(w); w != "" && len(w) > n && begins(text, w) {
				n, level = len(w), i+1
			}
		}
	}
	return n, level
}

// begins reports whether a text begins with the word; one in letters ends there.
func begins(text, word string) bool {
	if !strings.HasPrefix(text, word) {
		return false
	}
	last, next := rune(word[len(word)-1]), []rune(text[len(word):] + " ")[0]
	return last >= 0x80 || !unicode.IsLetter(next) || fold.CJK(next)
}

// decision is the word of decision that a text begins with.
func decision(text string) (n int, status string) {
	for _, r := range gradeRulings {
		if begins(text, r.word) {
			return len(r.word), r.status
		}
	}
	return 0, ""
}

var (
	// gradeAsked are the words of a question or a condition, which decide nothing: 「不采纳吗」, 「不采纳的话怎么办」.
	gradeAsked = regexp.MustCompile(`\?|吗|么[。!]?$|^不|^得了|的话|如果|要是|假如|行不行|好不好|可不可以|能不能|要不要|是不是|是否|能否|可否|怎么|怎样|还是\s*(?:不|采纳|接受|转|再|先)|或者?\s*(?:不|采纳|接受|转)|不确定|没想好|再(?:议|想|看|定|说)|待定|请.{1,6}(?:定|决|批)|\b(?:or|if|whether|unless|maybe|perhaps|not sure|unsure|should|what about)\b`)
	// nowhere are words that stand behind 「转」 and name no department: 「转发给我看看」, 「转告大家」.
	nowhere = regexp.MustCompile(`^(?:给|告|达|到|述|换|变|入|为|发)|我|您|你|他|她|谁|哪|大家|看|一下|\b(?:me|us|you|him|her|them|it)\b`)
)

// gradeTail reads what stands behind the decision: why not, which department, or whose measure until when.
func gradeTail(q Question, in *secretary.Intent, tail string) bool {
	if gradeAsked.MatchString(fold.Text(tail)) {
		return false
	}
	tail = strings.TrimLeft(tail, " ,，:：、;；。.")
	switch in.Status {
	case "declined":
		in.Comment = comment(tail)
		return true
	case "forwarded":
		in.Delegate = strings.Trim(tail, " .。，,!！")
		in.Delegate = strings.TrimSuffix(in.Delegate, "答复")
		return in.Delegate != "" && len([]rune(in.Delegate)) <= 40 && !nowhere.MatchString(fold.Text(in.Delegate))
	case "accepted":
		return measure(q, in, tail)
	}
	return false
}

// measure reads the owner, the due date and, behind it, the words of the measure.
func measure(q Question, in *secretary.Intent, tail string) bool {
	owner := tail
	for _, d := range q.dates(tail) {
		if d.Date != "" && d.Valid {
			owner, in.Until = tail[:d.Start], d.Date
			in.Comment = comment(dueTail.ReplaceAllString(tail[d.End:], ""))
			break
		}
	}
	owner = strings.Trim(ownerTail.ReplaceAllString(ownerHead.ReplaceAllString(strings.TrimSpace(owner), ""), ""), " ,，、;；。:：")
	words := strings.Fields(owner)
	latin := !slices.ContainsFunc([]rune(owner), fold.CJK)
	if in.Delegate = owner; latin {
		return len(words) <= 3
	}
	return len(words) <= 1 && len([]rune(owner)) <= 12
}
