package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

var (
	byWhom  = pattern.Must(`(?:由|请|责成|安排|要求|委托|指定|交由|会议明确)\s*`)
	charge  = pattern.Must(`^\s*(?:同志)?\s*(?:负责|牵头|主责|主办|跟进|落实|承办|主导|组织|督办)`)
	toDo    = pattern.Must(`(?i)^\s*(?:to|will|shall|should|must|is to|needs to|has to|agreed to)\s+`)
	listed  = pattern.Must(`^\s*(?:、|和|与|及|&|/|\band\b|,)\s*`)
	charged = pattern.Must(`(\p{Han}{2,4}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)(?:负责|牵头|跟进)`)
	deptRun = pattern.Must(`^(?:各部门|各单位|各车间|各科室|各子公司|全体人员|全体员工|相关部门|(?:\p{Han}|[A-Za-z]){1,8}?(?:部门|部|科|处|课|室|中心|小组|班组|组|办公室|车间|分厂|工厂|公司|团队|委员会|工会|分会|门店|支部|基地))`)
)

// subject finds who is to do it: a name at the start, or after 由 and 请.
func (r reading) subject(t *task, x said) (spans [][2]int) {
	if loc := byWhom.FindStringIndex(x.f); loc == nil || loc[0] > 0 {
		if s, ok := r.startsWith(t, x, 0); ok {
			return s
		}
	}
	for _, loc := range byWhom.FindAllStringIndex(x.f, 4) {
		if s, ok := r.startsWith(t, x, loc[1]); ok {
			s[0][0] = loc[0]
			return s
		}
	}
	for _, loc := range charged.FindAllStringSubmatchIndex(x.f, 4) {
		for i := loc[2]; i < loc[3]; i++ {
			if n := loc[3] - i; r.known[x.f[i:loc[3]]] && n > 0 {
				o := ownerOf(x.cut(i, loc[3]), r.known)
				t.setOwner(o)
				t.strong = true
				return [][2]int{{i, loc[1]}}
			}
		}
	}
	return nil
}

// startsWith reads the people or department that f[at:] begins with, and the word of charge after them.
func (r reading) startsWith(t *task, x said, at int) (spans [][2]int, ok bool) {
	end := r.parties(x.f, at)
	if end == at {
		return nil, false
	}
	o := ownerOf(x.cut(at, end), r.known)
	rest := x.f[end:]
	after := end
	if loc := charge.FindStringIndex(rest); loc != nil {
		if strings.Contains(rest[:loc[1]], "牵头") || strings.Contains(rest[:loc[1]], "主责") || strings.Contains(rest[:loc[1]], "负责") {
			after = end + loc[1]
			if strings.HasPrefix(x.f[after:], "人") { // 各部门负责人
				after += len("人")
			}
		}
		t.strong = t.strong || o.code == ""
	} else if loc := toDo.FindStringIndex(rest); loc != nil {
		after = end + loc[1]
		t.strong = t.strong || o.code == ""
	}
	if ms := r.dates(rest); at == 0 && o.code == "" && len(ms) > 0 && strings.TrimSpace(rest[:ms[0].Start]) == "" {
		t.strong = true // 王磊12月5日…
	}
	t.setOwner(o)
	return [][2]int{{at, after}}, true
}

// parties is the end of the names that f[at:] begins with: 王磊, 王磊、李娜, 信息中心.
func (r reading) parties(f string, at int) int {
	end := at
	for {
		n := r.one(f[end:])
		if n == 0 {
			return end
		}
		end += n
		loc := listed.FindStringIndex(f[end:])
		if loc == nil {
			return end
		}
		next := r.one(f[end+loc[1]:])
		if next == 0 || counterpart.MatchString(f[end+loc[1]+next:]) && !strings.Contains(f[end:end+loc[1]], "、") {
			return end
		}
		end += loc[1]
	}
}

// counterpart follows somebody one talks with, who does not answer for it: 李娜与采购部对接.
var counterpart = pattern.Must(`^\s*(?:对接|沟通|协商|洽谈|商谈|核对|联系|商量|讨论|协调|签|谈|确认|对账|开会)`)

var (
	deptNote   = pattern.Must(`^\s*\((?:\p{Han}|[A-Za-z]){1,10}(?:部|科|处|课|室|中心|组|车间|分厂|公司|厂|经理|主管|工程师)\)`)
	personNote = pattern.Must(`^\s*\(([^()]{2,12})\)`)
)

// one is the length of the person or department that f begins with, 0 for neither.
func (r reading) one(f string) int {
	if n := leading(f, r.known); n > 0 {
		return n + len(deptNote.FindString(f[n:]))
	}
	if n := titleAhead(f); n > 0 {
		if m := leading(f[n:], r.known); m > 0 {
			return n + m
		}
	}
	if n := latinDept.FindString(f); n != "" && latinVerb.MatchString(f[len(n):]) {
		return len(n)
	}
	if loc := deptRun.FindStringIndex(f); loc != nil && isDept(f[:loc[1]]) {
		if m := personNote.FindStringSubmatch(f[loc[1]:]); m != nil && isPerson(m[1], r.known) {
			return loc[1] + len(m[0])
		}
		if n := leading(f[loc[1]:], r.known); n > 0 && !strings.HasPrefix(f[loc[1]:], "、") {
			return loc[1] + n
		}
		if startRe.MatchString(f[loc[1]:]) {
			return loc[1]
		}
	}
	return 0
}

// aheadRe is the post or the department that stands before a name: 副总经理陈国栋, 工会黎明.
var aheadRe = pattern.Must(`^(?:\p{Han}{1,6}?(?:部|科|处|室|中心|车间|公司|厂|办|局|院|队|工会|团委|党委))?(?:总会计师|总工程师|总经济师|工会主席|` + titlesLong + `)|^(?:工会|团委|党委|妇联|董办|财务|行政|人事|采购|质量|生产|技术|设备|仓库|后勤)`)

func titleAhead(f string) int { return len(aheadRe.FindString(f)) }
