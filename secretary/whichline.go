package secretary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Which of several owed lines a file answers is told by its name, else by what the mail says of it. What neither tells is
// asked back, where more lines are open than such files came; until then the file stands for all of them.

// folded is a name or title as it is compared: letters and digits only, in lower case.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var (
	bracketed = regexp.MustCompile(`[（(][^（()）]*[)）]`)
	joined    = regexp.MustCompile(`[、，,/；;]|和|及|与|與| and | & `)
	general   = regexp.MustCompile(`(?i)情况|情況|状况|狀況|数据|數據|资料|資料|材料|报表|報表|报告|報告|汇报|匯報|汇总|彙總|月报|月報|周报|週報|日报|日報|统计|統計|分析|表|presentation|materials?|reports?|figures|summary|slides|data|deck|sheet`)
	filler    = regexp.MustCompile(`(?i)全部|所有|部门|部門|会议|會議|例会|例會|上会|提交|本月|本周|本週|本期|\d+|department|meeting|all|our|the|for|of|ppt|v`)
)

// parts are the things that a title names, in every language, folded: 销售计划 and 销售数据 of 销售计划和销售数据.
func parts(title Text) []string {
	var out []string
	for _, l := range Langs {
		for _, p := range joined.Split(bracketed.ReplaceAllString(title[l], ""), -1) {
			if p = folded(p); telling(p) && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// telling reports whether a word is long enough to tell something: two characters, or four letters.
func telling(s string) bool {
	return utf8.RuneCountInString(s) >= 4 || utf8.RuneCountInString(s) >= 2 && isHan(s)
}

// named lists the lines that a folded name names: in full, and in what is left of it without the words that any file's name
// may have; else the one that it hints at.
func (m *Material) named(s string) []int {
	var out []int
	for _, of := range []func(string) string{folded, core} {
		left := s
		for n, title := range m.Titles {
			for _, p := range parts(title) {
				if p = of(p); telling(p) && strings.Contains(s, p) {
					left = strings.ReplaceAll(left, p, " ")
					out = append(out, n+1)
				}
			}
		}
		s = left
	}
	if slices.Sort(out); len(out) > 0 {
		return slices.Compact(out)
	}
	return m.hinted(core(s))
}

// core is a word without those that any file's name may have: 产能 of 产能情况.
func core(s string) string { return folded(general.ReplaceAllString(s, "")) }

// hinted is the one line whose title holds what a name says: 质量月报 for 产品质量情况. Nil where several do.
func (m *Material) hinted(s string) []int {
	if !telling(s) {
		return nil
	}
	var out []int
	for n, title := range m.Titles {
		if slices.ContainsFunc(parts(title), func(p string) bool { return strings.Contains(p, s) }) {
			out = append(out, n+1)
		}
	}
	if len(out) == 1 {
		return out
	}
	return nil
}

// bareName is a file's name without what says nothing of its content: its version, the department and the meeting.
func (t *turn) bareName(m *Meeting, owed *Material, name string) string {
	s := stem(name)
	if dot := strings.LastIndexByte(s, '.'); dot > 0 {
		s = s[:dot]
	}
	s = folded(s)
	strip := []Text{m.Title}
	if d := t.Directory.Departments[owed.Department]; d != nil {
		strip = append(strip, d.Name)
	}
	for _, text := range strip {
		for _, l := range Langs {
			if w := folded(text[l]); telling(w) {
				s = strings.ReplaceAll(s, w, "")
			}
		}
	}
	return s
}

// linesOf lists the lines that a file answers by its name. With whole it is everything that its writer owes: our own form,
// or a name that says no more than 部门资料.
func (t *turn) linesOf(m *Meeting, owed *Material, name string) (lines []int, whole bool) {
	if len(owed.Titles) < 2 || strings.HasPrefix(folded(name), folded(string(m.ID))) {
		return nil, true
	}
	s := t.bareName(m, owed, name)
	if folded(filler.ReplaceAllString(core(s), "")) == "" && general.MatchString(s) {
		return nil, true
	}
	lines = owed.named(s)
	if len(lines) == len(owed.Titles) {
		return nil, true
	}
	return lines, false
}

var (
	clauseEnd = regexp.MustCompile(`[，。；！？,;!?\n]|\. `)
	notYet    = regexp.MustCompile(`(?i)稍后|稍後|随后|隨後|明天|明日|后补|後補|再[发發补補送交]|[没沒]有|尚未|还没|還沒|未|缺|later|tomorrow|follow|not |n't|missing|without|soon`)
)

// linesSaid lists the lines that the mail's words say its files answer.
func (m *Material) linesSaid(words string) []int {
	var out []int
	for _, c := range clauseEnd.Split(words, -1) {
		if notYet.MatchString(c) {
			continue
		}
		for n, title := range m.Titles {
			if slices.ContainsFunc(parts(title), func(p string) bool { return strings.Contains(folded(c), p) }) && !slices.Contains(out, n+1) {
				out = append(out, n+1)
			}
		}
	}
	slices.Sort(out)
	return out
}
