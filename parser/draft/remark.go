package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// name reads one entry: the name, and in brackets or after it what is said of that person.
func (p *people) name(x said, state string) {
	if strings.TrimSpace(x.f) == "" {
		return
	}
	if m := standsIn.FindStringSubmatchIndex(x.f); m != nil && state == delegated {
		p.add(secretary.Attendance{Name: x.cut(m[4], m[5]), State: delegated, Delegate: x.cut(m[2], m[3])})
		return
	}
	name, remark := x, ""
	if m := inBrackets.FindStringSubmatchIndex(x.f); m != nil {
		name, remark = x.sub(m[2], m[3]), x.f[m[4]:m[5]]
		if p.remarked(x, name, x.sub(m[4], m[5]), state) {
			return
		}
	} else if p.said(x, state) {
		return
	} else if m := clockAfter.FindStringSubmatchIndex(x.f); m != nil && (state == late || state == leftEarly) {
		name, remark = x.sub(m[2], m[3]), x.f[m[4]:m[5]]
	}
	if s := stateOf(remark); s != "" && s != present && (state == "" || weight[s] > weight[state] || state == absent && s == onLeave) {
		state = s
	}
	if state == "" {
		state = absent // a combined label (缺席/请假) with a bare name under it
	}
	if !p.nameLike(name.f) {
		return
	}
	p.add(secretary.Attendance{Name: name.s, State: state, Time: p.clock(remark)})
}

// standsIn is who stands in for whom, below a label that says so: 苗壮代宁波.
var standsIn = pattern.Must(`^(\p{Han}{2,4}?)(?:代替|代表|代理|代|替)(\p{Han}{2,4})$`)

// clockAfter is a name with the time of coming or leaving after it: 赵建国 9:20.
var clockAfter = pattern.Must(`^(.*?[^\s0-9,:])[\s,:-]*((?:于|约|at |上午|下午)?\s*[0-9]{1,2}\s*[:点时][0-9点时分半 ]*.{0,6})$`)

// nameLike sorts out what stands among names and is none: 共5人, 各部门负责人.
func (p *people) nameLike(f string) bool {
	f = strings.TrimSpace(f)
	return f != "" && !isDept(f) && runes(f) <= 30 && !noName.MatchString(f) && !strings.ContainsAny(f, "0123456789:")
}

var (
	forWhom = pattern.Must(`(?i)^(?:代替|代表|代理|代|替|for|on behalf of|representing|replacing|in place of)\s*(\p{Han}{2,4}?|[A-Z][A-Za-z'. -]+?)(?:出席|参会|参加|与会|会|开会)?$`)
	byProxy = pattern.Must(`(?i)^(?:请假|因.{1,6},?|出差,?|.*[,;])?\s*(?:由|委托|请|派|代会人?:?|代理人?:?|represented by|delegated to|delegate:?|proxy:?|sent|replaced by)?\s*(?:副?(?:` + titlesLong + `)|配偶|爱人|同事|助手)?(\p{Han}{2,4}?|[A-Z][A-Za-z'. -]+?)\s*(?:代替|代为|代理|代表|代)?(?:其|他|她)?(?:出席|参会|参加|与会|会|到会|开会)?(?:\s+(?:attended|attending|attends|came|joined|sat in))?(?:\s+(?:in (?:her|his|their) (?:place|stead)|instead|on (?:her|his|their) behalf|on behalf|for (?:her|him)))?$`)
)

// remarked reads what is said in brackets after a name: 孙莉（代李娜）, 蔡明哲（由謝佩珊代理出席）, 戴明（10:30离会）.
func (p *people) remarked(x, name, remark said, state string) bool {
	if m := forWhom.FindStringSubmatchIndex(remark.f); m != nil {
		p.add(secretary.Attendance{Name: remark.cut(m[2], m[3]), State: delegated, Delegate: name.s})
		p.add(secretary.Attendance{Name: name.s, State: present})
		return true
	}
	if m := byProxy.FindStringSubmatchIndex(remark.f); m != nil && (stateOf(remark.f) == delegated || state == delegated) {
		who := remark.cut(m[2], m[3])
		if isPerson(folded(who), p.known) && !strings.HasSuffix(folded(who), "代") {
			p.add(secretary.Attendance{Name: name.s, State: delegated, Delegate: who})
			return true
		}
	}
	return false
}
