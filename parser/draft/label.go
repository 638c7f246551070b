package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// role is what a labelled value or a table's column holds.
type role int

const (
	noRole role = iota
	numberRole
	whatRole
	ownerRole
	dueRole
	resultRole
	helpRole
	noteRole
	statusRole
	kindRole
	// of attendance
	nameRole
	stateRole
	delegateRole
	timeRole
	deptRole
)

const (
	ownerWords = `第一责任人|主要责任人|责任人员?|责任者|负责人员?|负责同事|承办人员?|主办人|主责人|经办人|经办|执行人员?|牵头人|跟进人员?|落实人|担当者?|责任部门/人|责任部门|责任单位|负责部门|负责单位|承办部门|承办单位|牵头部门|承办|主办|主责|牵头|负责|责任|执行者?|归?谁(?:来|去)?(?:负责|做|办|干|跟)?|跟进者?|` +
		`action owner|owner|owned by|responsible person|person (?:in charge|responsible)|responsible party|responsible|responsibility|assigned to|action by|assignee|pic|in charge|lead|who|by whom`
	dueWords = `起止时间|起止日期|(?:要求|计划|预计|预定|应|拟|最迟|最晚|目标)?(?:完成|办结|截止|到期|结束|交付|提交|反馈|整改|落实)(?:的)?(?:时限|时间|日期|期限|时间节点|节点|日)|时限要求|时限|期限|截止|截至|限期|时间节点|时间要求|时间|日期|节点|预计完成|计划完成|啥时候?|什么时候|何时|哪天|几号(?:前|之前)?|` +
		`due date|due by|(?:to be )?(?:done|completed?|finish(?:ed)?|deliver(?:ed)?) by|due|ddl|deadline|by when|when|target date|completion date|date|eta|timeline|timing|by`
	resultWords = `(?:预期|交付|输出|工作|整改|完成|最终|预计|成果)?(?:成果|结果|交付物|交付件|交付|输出物|输出|产出(?:物|文件|资料)?|要?交(?:什么|啥)|完成标志|标志|验收标准|完成标准)(?:形式|要求|物)?|(?:质量|品质)(?:要求|标准)|` +
		`quality requirements?|expected results?|expected outputs?|expected outcomes?|expected deliverables?|deliverables?|results?|outputs?|outcomes?|evidence`
	whatWords = `(?:工作|行动|任务|具体|主要|待办|事项|跟进|改善|整改|重点)?(?:内容|名称|描述|事项|任务|措施|行动项目?|行动计划|工作|对策)|(?:要|需要?)?(?:做|干|办)(?:的事情?|什么|啥)|干啥|待办|行动|事项及要求|工作要求|` +
		`action items?|actions?|what(?: (?:needs|has|is) to be done| to do)?|tasks?|to-?do|description`
	helpWords   = `配合人员?|协办人?|协助人?|配合部门|协办部门|协同部门|配合单位|协助部门|配合|协助|监督人|督办人|检查人|supported by|support|helpers?`
	noteWords   = `备注|说明|附注|优先级|重要性|资源|所需支持|remarks?|notes?|comments?|priority`
	statusWords = `状态|进展|进度|完成情况|落实情况|当前进展|进展情况|完成进度|执行情况|跟踪情况|status|progress|update`
	numberWords = `序号?|(?:任务|事项|工作|行动项?)?(?:编号|序号)|项次|no\.?|#|s/n|ref\.?|id|item no\.?|seq\.?`
	kindWords   = `类型|类别|分类|性质|type|category|kind`
)

// labelRoles in the order in which a label is looked up.
var labelRoles = []struct {
	role role
	re   *pattern.Pattern
}{
	{numberRole, whole(numberWords)}, {helpRole, whole(helpWords)}, {ownerRole, whole(ownerWords)}, {dueRole, whole(dueWords)},
	{resultRole, whole(resultWords)}, {statusRole, whole(statusWords)}, {noteRole, whole(noteWords)}, {kindRole, whole(kindWords)}, {whatRole, whole(whatWords)},
}

func whole(words string) *pattern.Pattern { return pattern.Must(`(?i)^(?:` + words + `)$`) }

// roleOf tells what a label says, without its colon; blanks inside Chinese labels do not count: 责 任 人.
func roleOf(label string) role {
	l := strings.Trim(bracketed.ReplaceAllString(label, ""), " *:.、_")
	if strings.ContainsFunc(l, han) {
		l = strings.ReplaceAll(l, " ", "")
	}
	if runes(l) > maxLabel {
		return noRole
	}
	for _, r := range labelRoles {
		if r.re.MatchString(l) {
			return r.role
		}
	}
	return noRole
}

const maxLabel = 24 // characters

func isLabel(s string) bool { return roleOf(s) != noRole }

// spaced lets blanks stand between the characters of short Chinese labels.
var spacedLabel = pattern.Must(`责\s*任\s*人|负\s*责\s*人|时\s+限|期\s+限|成\s+果|事\s+项|内\s+容`)

var (
	allWords = strings.Join([]string{ownerWords, dueWords, resultWords, whatWords, helpWords, noteWords, statusWords, kindWords}, "|")
	// labelled is a label with a colon, or in brackets; at the start of a line or after a blank or punctuation.
	labelled = pattern.Must(`(?i)(?:^|[\s,;.。、(\[|/)\]>-]|【)\s*(?:【\s*(` + allWords + `)\s*】\s*:?|\[\s*(` + allWords + `)\s*\]\s*:?|\*{0,2}(` + allWords + `)\s*(?:\([^()]{0,12}\))?\*{0,2}\s*:\*{0,2})`)
	// bare are labels plain enough to do without a colon: ，责任人王磊，完成时限12月5日.
	bare = pattern.Must(`(?:[\s,;。、(]|^)(责任人|负责人|承办人|主责人|牵头人|完成时限|完成时间|完成期限|完成日期|时间节点|时间要求|时限|期限|截止日期|截止时间|截止|预期成果|交付成果|交付物|成果)(?:为|是)?\s*([^:\s])`)
)

// bareLetters are such that each label without a colon has one of them.
const bareLetters = "责承限间节期止果付"

// field is one labelled value: offsets in the folded line.
type field struct {
	role  role
	from  int // where the label begins
	value int // where the value begins
	end   int // where the next label begins
}

// fields finds the labelled values of a line. What stands before the first is no field.
func (x said) fields() []field {
	if !strings.ContainsAny(x.f, ":【[") && !strings.ContainsAny(x.f, bareLetters) {
		return nil
	}
	f := spacedLabel.ReplaceAllStringFunc(x.f, func(s string) string { // blanks go to the end: offsets stay
		t := strings.ReplaceAll(s, " ", "")
		return t + strings.Repeat(" ", len(s)-len(t))
	})
	var out []field
	for _, loc := range labelled.FindAllStringSubmatchIndex(f, -1) {
		for g := 1; g <= 3; g++ {
			if loc[2*g] >= 0 {
				from := loc[0]
				if f[from] == ')' && inside(f, from) { // it closes the value before: 责任人：何俊（设备部） 时限：…
					from++
				}
				out = append(out, field{role: roleOf(f[loc[2*g]:loc[2*g+1]]), from: from, value: loc[1]})
			}
		}
	}
	for _, loc := range bare.FindAllStringSubmatchIndex(f, -1) {
		if !overlaps(out, loc[2]) {
			out = append(out, field{role: roleOf(f[loc[2]:loc[3]]), from: loc[0], value: loc[4]})
		}
	}
	return ordered(out, len(x.f))
}

func overlaps(fs []field, at int) bool {
	for _, f := range fs {
		if at >= f.from && at <= f.value {
			return true
		}
	}
	return false
}

func ordered(fs []field, end int) []field {
	for i := range fs {
		for j := i; j > 0 && fs[j].from < fs[j-1].from; j-- {
			fs[j], fs[j-1] = fs[j-1], fs[j]
		}
	}
	for i := range fs {
		fs[i].end = end
		if i+1 < len(fs) {
			fs[i].end = fs[i+1].from
		}
	}
	return fs
}

// text is the field's value as written.
func (x said) text(f field) string {
	if f.value >= f.end {
		return ""
	}
	v := tidy(x.cut(f.value, f.end))
	for _, b := range []string{"()", "（）", "[]", "【】"} { // a bracket opened before the label
		r := []rune(b)
		if strings.HasSuffix(v, string(r[1])) && !strings.ContainsRune(v, r[0]) {
			v = tidy(strings.TrimSuffix(v, string(r[1])))
		}
	}
	return v
}
