package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/fold"
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// readApplied reads the answer of who approves a meeting, or lends people for it: a decision as for any approval, and beside
// it who is added to the list or taken off it, or that it goes up (S1B-56, S3-63).
//
//	同意，加王敏，去掉李雷 · 参会人员改为：王敏、李雷 · 报上级审批 · approve, add Wang Min · refer up
func readApplied(q Question) Answer {
	if editDenied.MatchString(fold.Text(q.text())) {
		return unclear(q)
	}
	var out Answer
	var rest []string
	only := false
	for _, k := range q.Lines {
		if strings.TrimSpace(k.Text) == "" {
			continue
		}
		left, edits := rosterLine(k.Text, only)
		only = false
		for _, e := range edits {
			if e.kind == "only-next" {
				only = true
				continue
			}
			out.Intents = append(out.Intents, e.intent())
		}
		if strings.TrimSpace(left) != "" {
			rest = append(rest, left)
		}
	}
	said := strings.Join(rest, "\n")
	if rosterDoubt.MatchString(fold.Text(said)) && len(out.Intents) > 0 {
		return unclear(q)
	}
	if fold.Squeeze(strings.Trim(said, " ,，。.!！")) == "" {
		return Answer{Intents: out.Intents}
	}
	d := readDecisions(asking(q, said))
	if len(d.Intents) == 0 && len(out.Intents) > 0 && !courtesy(said) {
		d.Unclear = append(d.Unclear, said)
	}
	return Answer{Intents: append(out.Intents, d.Intents...), Unclear: d.Unclear}
}

// editDenied says that somebody is not to be added or taken off: the meeting is not rejected by that, nor the list changed.
var editDenied = pattern.Must(`(?:不同意|不赞成|不赞同|反对|不建议|不批准|不想|不要|别|没有?必要|不宜)(?:再)?(?:加上|加人|加|增加|添加|追加|增补|邀请|叫上|带上|去掉|去除|删去|删掉|删除|换成?|替换|改派)|\b(?:not|n't|disagree (?:with|to)|against|oppose) (?:agree (?:to|with) |approve (?:of )?)?(?:add|remov|replac)`)

// rosterDoubt are the words of a question or a condition, which change no list.
var rosterDoubt = pattern.Must(`\?|吗|是否|要不要|如果|要是|可否|能否|\bif\b|\bwhether\b|\bshould\b`)

// edit is one change of the list, or that the matter goes up.
type edit struct {
	kind     string // add, remove, only, refer; only-next: the list stands in the next line
	add, off []string
	words    string
}

func (e edit) intent() secretary.Intent {
	if e.kind == "refer" {
		return secretary.Intent{Kind: secretary.IntentRefer, Comment: e.words}
	}
	return secretary.Intent{Kind: secretary.IntentRoster, Roster: &secretary.RosterEdit{Only: e.kind == "only", Add: e.add, Remove: e.off}}
}

var (
	rosterPolite = `^(?:并且?|同时|另外|另|还有?|再|也|但|请|麻烦|建议|and |also |but |please |then |,|\s)*`
	rosterAdd    = pattern.Must(rosterPolite + `(?:加上|加人|增加|添加|追加|补充|加邀|增补|加|(?:再)?邀请|(?:再)?叫上|带上|add|invite|include)(?:参会人员|参会人|人员|人)?[ :]*(.+?)(?:(?:一起|也|同志)?(?:参加|参会|出席|列席)(?:会议)?)?[。.! ]*$`)
	rosterOff    = pattern.Must(rosterPolite + `(?:去掉|去除|删去|删掉|删除|剔除|减去|减掉|拿掉|不(?:用|必|需要?)?(?:邀请|请|叫)|remove|drop|take off|without|leave out|do not invite|don't invite)[ :]*(.+?)(?:参加|参会)?[。.! ]*$`)
	rosterNot    = pattern.Must(rosterPolite + `([^\s,]{2,12}?)(?:就)?(?:不用|不必|不需要|无需)(?:参加|来|参会|出席|到会)(?:了)?[。.! ]*$`)
	rosterSwap   = pattern.Must(rosterPolite + `(?:把|将)?([^\s,]{2,8}?)(?:换成|改为|替换为|换为|改成)([^\s,]{2,8}?)[。.! ]*$`)
	rosterSwapEn = pattern.Must(rosterPolite + `(?:replace ([a-z .'-]+?) (?:with|by) ([a-z .'-]+?)|([a-z .'-]+?) instead of ([a-z .'-]+?))[.! ]*$`)
	rosterSend   = pattern.Must(rosterPolite + `(?:改派|派|改由|由|安排|换成|换|让|我部|send|we send|we will send)+ ?(.+?)(?:同志)?(?:参加|参会|出席|去|来|instead)*[。.! ]*$`)
	rosterOnly   = pattern.Must(rosterPolite + `(?:参会人员|参加人员|与会人员|参会名单|名单|人员|participants|attendees|list)(?:改为|改成|调整为|定为|为|如下|are|is| to be)?[ ]*:[ ]*(.*?)[。. ]*$|` + rosterPolite + `(?:参会人员|参加人员|与会人员|参会名单|名单|人员)(?:改为|改成|调整为|定为)(.+?)[。. ]*$`)
	rosterRefer  = pattern.Must(`报上级|上报(?:上级|领导|公司|总|给|$|审批)|请(?:上级|公司领导|领导|.{1,4}总)(?:审批|批准|决定|定夺|批示)|报.{1,6}(?:审批|批准|批示|定夺)|转(?:报)?.{1,6}(?:审批|批准)|提交上级|refer(?:red)? (?:it )?(?:up|to)|escalate (?:it )?to|up to the next level|pass (?:it )?up`)
	referNot     = pattern.Must(`不(?:用|必|需要?|要)?(?:再)?(?:上报|报)|无需|don't|do not|no need|not ` +
		`|(?:已经?|曾|之前|昨天|上周|刚刚?|才|早就|没有?|未|尚未|还没)[^,。]{0,8}(?:报|请|转|提交)|(?:报|请|转|提交)[^,。]{1,10}(?:过(?:了|的)?|了)\s*$|(?:审批|批准|批示|定夺|上报)过|` +
		`\b(?:already|was|were|has been|have been|had|have|has)\b|refer to (?:the|my|your|our) (?:attach|e-?mail|mail|list|minutes|policy|rules?|last|previous)`)
)

// rosterLine takes the changes of the list out of a line and leaves the rest.
func rosterLine(line string, only bool) (rest string, out []edit) {
	if only {
		if list := peopleIn(line); persons(list) {
			return "", []edit{{kind: "only", add: list}}
		}
	}
	folded := fold.Text(line)
	if rosterDoubt.MatchString(folded) {
		return line, nil
	}
	if m := rosterOnly.FindStringSubmatchIndex(folded); m != nil {
		if e := onlyEdit(line, folded, m); persons(e.add) {
			return "", []edit{e}
		}
		return line, nil
	}
	var left []string
	for _, c := range clausesOf(line) {
		e, ok := editOf(c)
		switch {
		case ok:
			out = append(out, e)
		case namesOn(out, c):
			last := &out[len(out)-1]
			if len(last.off) > 0 && len(last.add) == 0 {
				last.off = append(last.off, peopleIn(c)...)
			} else {
				last.add = append(last.add, peopleIn(c)...)
			}
		default:
			left = append(left, c)
		}
	}
	return strings.Join(left, "，"), out
}

func onlyEdit(line, folded string, m []int) edit {
	from, to := m[2], m[3]
	if from < 0 {
		from, to = m[4], m[5]
	}
	if strings.TrimSpace(folded[from:to]) == "" {
		return edit{kind: "only-next"}
	}
	return edit{kind: "only", add: peopleIn(asWritten(line, folded, from, to))}
}

// clausesOf cuts a line at its stops. Commas part them too; names behind one go on with the list before.
func clausesOf(line string) []string {
	var out []string
	for _, c := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",，。;；!！", r) }) {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// namesOn reports whether a clause is a name more of the list before.
func namesOn(out []edit, c string) bool {
	if len(out) == 0 || out[len(out)-1].kind == "refer" {
		return false
	}
	return nameLike.MatchString(strings.TrimSpace(c)) && persons(peopleIn(strings.TrimPrefix(strings.TrimPrefix(c, "and "), "和"))) && len(readApproval(asking(Question{}, c)).Intents) == 0
}

// nameLike is a Chinese name, or two or three capitalized words.
var nameLike = pattern.Must(`^(?:(?:and |和)?\p{Han}{2,4}|(?:and )?[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|[^\s@]+@[^\s@]+)$`)

// editOf reads one clause as a change of the list.
func editOf(c string) (edit, bool) {
	folded := fold.Text(c)
	if rosterRefer.MatchString(folded) && !referNot.MatchString(folded) {
		return edit{kind: "refer", words: c}, true
	}
	for _, f := range []struct {
		form *pattern.Pattern
		kind string
	}{{rosterOff, "remove"}, {rosterNot, "remove"}, {rosterAdd, "add"}, {rosterSwap, "swap"}, {rosterSwapEn, "swap"}, {rosterSend, "send"}} {
		m := f.form.FindStringSubmatchIndex(folded)
		if m == nil {
			continue
		}
		var said []string
		for n := 2; n+1 < len(m); n += 2 {
			if m[n] >= 0 {
				said = append(said, asWritten(c, folded, m[n], m[n+1]))
			}
		}
		if e, ok := editFrom(f.kind, said, f.form == rosterSwapEn && strings.Contains(folded, " instead of ")); ok {
			return e, true
		}
	}
	return edit{}, false
}

func editFrom(kind string, said []string, turned bool) (edit, bool) {
	var lists [][]string
	for _, s := range said {
		list := peopleIn(s)
		if len(list) == 0 || !persons(list) {
			return edit{}, false
		}
		lists = append(lists, list)
	}
	switch {
	case len(lists) == 0:
		return edit{}, false
	case kind == "remove":
		return edit{kind: kind, off: lists[0]}, true
	case kind == "swap" && len(lists) == 2 && turned:
		return edit{kind: kind, add: lists[0], off: lists[1]}, true
	case kind == "swap" && len(lists) == 2:
		return edit{kind: kind, off: lists[0], add: lists[1]}, true
	case kind == "swap":
		return edit{}, false
	}
	return edit{kind: kind, add: lists[0]}, true
}

// persons reports whether each of a list may be somebody: an address, a name as names are written, or a department.
func persons(list []string) bool {
	for _, n := range list {
		folded := fold.Text(n)
		if noName.MatchString(n) || noPerson.MatchString(folded) || len([]rune(n)) > 40 || !someone(n) && !department.MatchString(folded) {
			return false
		}
	}
	return true
}

// someone reports whether a text is written as the name of a person, by itself or behind their department, or as a post: 总经理.
func someone(n string) bool {
	words := strings.Fields(n)
	if len(words) == 2 && department.MatchString(fold.Text(words[0])) {
		n = words[1]
	}
	return n != "" && (plausible(cleanName(n), 0) || fullName.MatchString(n) || titleEnds(n) && len([]rune(n)) <= 8)
}

// fullName is a Latin name in two words or more: "He Ping", which begins as another word does.
var fullName = pattern.Must(`^[A-Z][A-Za-z'.-]+(?: [A-Z][A-Za-z'.-]+){1,3}$`)

// department is the name of one, by its last word.
var department = pattern.Must(`^[^来去到回在接给送找按请让,]{1,10}(?:部|部门|处|科|室|组|中心|厂|车间|公司)$`)

// noPerson are words that stand behind such verbs and name nobody.
var noPerson = pattern.Must(`议题|汇报|旁听|负责|处理|发言|材料|资料|内容|时间|地点|会议|预算|说明|一项|一个|强|快|急|班|人手|主持|记录|审批|批准|同意|驳回|方案|文件|计划|费用|成本|程序|时长|附件|车辆|用餐|午餐|晚餐|水果|投影|电脑|设备|邮件|样品|客户|大家|所有|相关|沟通|提前|准备|现场|双方|经费|安全|明细|topic|item|agenda|time|room|budget|detail|more`)
