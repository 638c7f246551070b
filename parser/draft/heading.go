package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// section is what a part of the minutes is about.
type section int

const (
	anywhere section = iota // before any heading: prose
	attending
	resolving
	acting
	mixed     // decisions and tasks in one list
	reporting // on the items of the last meeting
	talking   // discussion, agenda and other narrative
)

const (
	headPre = `(?:本次|本|此次|及|与|和|会议|大会|会上|会中|主要|重要|经[^,]{0,8}?(?:后|论|究)|与会人员|形成了?|作出了?|做出了?|达成了?|以下|下列|如下|最终|有关|相关|各项|具体|近期|后续|后期|下阶段|下一阶段|接下来|` +
		`评审|审议|讨论|研究|本周|下周|本月|下月|需要?|须|待|新增|新|拟|全部|明确|确定|落实|贯彻|的|current|thisweeks?|nextweeks?|todays?|thismonths?|nextmonths?|new|key|main|agreed|open|follow-?up|meeting|next|our|the|our|list ?of|summary ?of)*`
	headPost = `(?:的|卡片?|以下|下列|事项|事宜|内容|情况|结果|项目?|如下|意见|清单|登记|列表|表|部分|要点|条款|汇总|一览|安排|计划|任务|工作|要求|明细|记录|与|和|及|跟踪|追踪|通过|s|items?|list|log|made|taken|points?|table|asfollows|are|summary|plan|register|tracker|&|and|/)*`
	decide   = `决议|决定|议定|议决|定案|结论|共识|裁示|裁决|审议结果|定了?的事?|定下来?的事?|敲定的?|(?:说|讲|谈|商量)[好定]的?事?|whatwe(?:agreed|decided)(?:on)?|decision|resolution|conclusion|resolved|wedecided|decided|agreements?|outcomes?|takeaways?`
	todo     = `行动|待办|任务|分工|跟进|跟催|交办|督办|工作安排|工作部署|安排|部署|措施|下一步|下步|后续|工作计划|整改|要?(?:干|做|办|跟)的(?:事|活)?|(?:要|该|得)(?:干|做|办)|责任分解|责任|(?:下周|下月|下阶段|下一阶段|后续|近期|下一步)(?:主要|重点)?(?:工作|计划|重点)|追踪事项|追蹤事项|工作要求|todo|to-do|action|task|nextstep|followup|follow-up|assignment`
)

var (
	reportHead  = pattern.Must(`上次|上周|上期|上月|上回|前次|前一次|上一次|上季|上会|遗留|历次|以往|上年|previous|last(?:meeting|week|time|month)|mattersarising|carriedover|(?:完成|落实|执行|办理|进展|跟踪|推进)(?:情况|进度|回顾)|回顾|reviewof|statusof|actionsreview|progress`)
	mixedHead   = pattern.Must(`^` + headPre + `(?:(?:` + decide + `).{0,12}(?:` + todo + `)|(?:` + todo + `).{0,8}(?:` + decide + `))` + headPost + `$`)
	resolveHead = pattern.Must(`^` + headPre + `(?:` + decide + `)` + headPost + `$`)
	actHead     = pattern.Must(`^` + headPre + `(?:` + todo + `)(?:` + todo + `|` + headPost[3:len(headPost)-2] + `)*$`)
	demandHead  = pattern.Must(`^(?:会议|领导|主席|总经理|董事长)?(?:提出)?(?:了?以下|如下)?(?:要求|强调|指示)(?:如下|事项)?$`)
	attendHead  = pattern.Must(`^(?:会议)?(?:出席|参会|与会|到会|签到|参加|出缺席|应到|考勤)(?:会议)?(?:人员|情况|登记|名单|表|记录|统计)*$|^(?:attendance|attendees|participants|rollcall)(?:list|register|and.*)?$`)
	talkHead    = pattern.Must(`(?:(?:报告|汇报|通报|讨论|传达|学习|交流)事项|进展|进度|现状|动态|难点|议题|议程|讨论|内容|情况|汇报|报告|发言|背景|概况|描述|分析|问题|通报|备注|附件|说明|其他|其它|动议|散会|下次会议|总结|建议|意见|风险|亮点|数据|事项说明|摘要|备忘|whatwe(?:talkedabout|discussed)|discussions?|agenda|background|notes?|summary|updates?|reports?|aob|otherbusiness|nextmeeting|issues?|overview|highlights?|introduction|general|risks?)$`)
	titleWords  = pattern.Must(`(?i)纪要|记要|会议记录|会议纪录|minutes`)
)

func isTitle(f string) bool { return titleWords.MatchString(f) }

// named tells the section that a heading's words open; ok is false for words that are no heading.
func named(words string) (section, bool) {
	if zh, en := languages(words); zh != "" && en != "" {
		if s, ok := named(zh); ok {
			if t, ok := named(en); ok && s == t {
				return s, true
			}
		}
	}
	w := headWords(words)
	n := runes(w)
	switch {
	case n == 0 || n > 36 || n > 22 && strings.ContainsFunc(w, han):
		return anywhere, false
	case reportHead.MatchString(w) && n <= 22 && !strings.ContainsAny(w, ",。;"):
		return reporting, true
	case attendHead.MatchString(w):
		return attending, true
	case mixedHead.MatchString(w):
		return mixed, true
	case resolveHead.MatchString(w):
		return resolving, true
	case actHead.MatchString(w):
		return acting, true
	case demandHead.MatchString(w):
		return mixed, true
	case n <= 16 && talkHead.MatchString(w) && !(n > 8 && strings.HasSuffix(strings.TrimSpace(words), "。")) && !strings.ContainsAny(w, ",。;"):
		return talking, true
	}
	return anywhere, false
}

// languages divides a heading that says the same in two languages: Decisions 决议.
func languages(f string) (zh, en string) {
	if !strings.ContainsFunc(f, han) || !strings.ContainsFunc(f, latin) {
		return "", ""
	}
	m := bilingual.FindStringSubmatch(strings.TrimSpace(f))
	if m == nil {
		return "", ""
	}
	return m[2] + m[3], m[1] + m[4]
}

var bilingual = pattern.Must(`^(?:([A-Za-z][A-Za-z &]*?)\s*/?\s*(\p{Han}+)|(\p{Han}+)\s*/?\s*([A-Za-z][A-Za-z &]*))\s*:?$`)

var bracketed = pattern.Must(`\([^()]*\)`)

// headWords is the heading without decoration, remarks in brackets and blanks.
func headWords(f string) string {
	f = bracketed.ReplaceAllString(f, "")
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" 【】[]《》<>#*=_:\"'■◆●▶~-—", r) {
			return -1
		}
		return r
	}, strings.TrimRight(f, ".。")))
}

// topic begins what is said about one item of the agenda.
var topic = pattern.Must(`(?i)^(?:案由|案|议题|议程|提案|议案|主题|讨论|报告|发言|汇报|topic|agenda item|discussion)\s*(?:[0-9]{1,2}|` + cn + `)?\s*[:]|^(?:案由|议题|提案|议案|topic|agenda item)\s*(?:[0-9]{1,2}|` + cn + `)(?:\s|$)`)

// head is a line read as a heading.
type head struct {
	section section
	style   string // of its number
	rest    string // what follows on the same line
	known   bool   // its words tell the section
}

// heading reads a line as a heading: 二、会议决议, 【行动项】, Actions:, 会议决定：1、…; ok is false for another line.
func heading(x said, word bool) (head, bool) {
	m, _ := marked(x.f)
	if m.word != "" || m.style == "•" && !strings.ContainsAny(x.f[:m.end], "■◆●") {
		m = mark{}
	}
	body, from := x.f[m.end:], m.end
	if topic.MatchString(body) {
		return head{section: talking, style: m.style, known: true}, true
	}
	if strings.HasPrefix(body, "【") || strings.HasPrefix(body, "[") {
		if i := strings.IndexAny(body, "】]"); i > 0 {
			end := from + i + len("】")
			if body[i] == ']' {
				end = from + i + 1
			}
			s, ok := named(body[:i])
			rest := strings.TrimLeft(x.cut(end, len(x.f)), edges)
			if !ok && (m.style == "" || rest != "") {
				return head{section: talking, rest: rest}, m.style == "" && !isLabel(body[:i])
			}
			return head{s, m.style, rest, ok}, ok
		}
	}
	if i := strings.IndexAny(body, ":|"); i > 0 && i < len(body)-1 {
		if s, ok := named(body[:i]); ok && s != attending && (s != talking || m.style == "一、" || m.style == "壹、") {
			return head{s, m.style, strings.TrimSpace(x.cut(from+i+1, len(x.f))), true}, true
		}
	}
	s, ok := named(body)
	if i := strings.IndexByte(body, ':'); i >= 0 && i < len(strings.TrimSpace(body))-1 {
		ok = false
	}
	if word && !ok && !isTitle(x.f) {
		return head{section: talking, style: m.style}, true
	}
	return head{s, m.style, "", ok}, ok
}
