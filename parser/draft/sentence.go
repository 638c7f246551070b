package draft

import "github.com/huiban/huiban/parser/pattern"

// plain reads what a line says without labels into the fields that are still open, and leaves in t.text the work itself.
func (r reading) plain(t *task, x said) {
	if t.text == "" && tidy(x.s) == "" {
		return
	}
	if t.owner != nil && t.due != nil {
		t.text = firstOf(tidy(x.s), t.text)
		return
	}
	if r.striped(t, x) {
		return
	}
	x = r.mentions(t, x)
	x = r.bracketedName(t, x)
	x = r.afterColon(t, x)
	x = r.brackets(t, x)
	x = r.edges(t, x)
	x = r.brackets(t, x)
	spans := r.sentence(t, x)
	if m := andHandsIn.FindStringSubmatchIndex(x.f); m != nil && t.result == "" {
		t.result = tidy(x.cut(m[2], m[3]))
	}
	t.text = firstOf(x.without(spans), tidy(x.s), t.text)
	if t.result == "" && t.isAction() {
		t.result = lastHandedIn(say(t.text))
	}
}

// aPaper is what is handed in on paper.
var aPaper = pattern.Must(`(?:报告|清单|方案|记录|文件|材料|台账|总结|计划|手册|样品|[表单书册稿图函])$`)

// lastHandedIn is the paper that the last clause hands in: 财务测算，提交测算报告.
func lastHandedIn(x said) string {
	segs := segments(x.f)
	if len(segs) < 2 {
		return ""
	}
	if res := resultOf(x.sub(segs[len(segs)-1][0], len(x.f))); aPaper.MatchString(folded(res)) {
		return res
	}
	return ""
}

func firstOf(s ...string) string {
	for _, v := range s {
		if v != "" {
			return v
		}
	}
	return ""
}

// sentence finds owner and due date in the words, and gives the spans of x that only say them.
func (r reading) sentence(t *task, x said) (spans [][2]int) {
	if t.owner == nil {
		spans = append(spans, r.subject(t, x)...)
	}
	if t.due == nil {
		spans = append(spans, r.deadline(t, x)...)
	}
	if t.owner == nil && t.due != nil {
		spans = append(spans, r.nameLast(t, x, spans)...)
	}
	return append(spans, r.helpers(x)...)
}

// nameLast takes 周报模板更新 沈洁 12月9日: a name set off by a blank, at the end or right before the date.
func (r reading) nameLast(t *task, x said, spans [][2]int) [][2]int {
	end := len(x.f)
	if len(spans) > 0 {
		end = spans[len(spans)-1][0]
	}
	to := end
	if loc := vagueEnd.FindStringIndex(x.f[:end]); loc != nil {
		end = loc[0]
	}
	m := lastName.FindStringSubmatchIndex(x.f[:end])
	if m == nil || !isPerson(x.f[m[2]:m[3]], r.known) {
		return nil
	}
	t.setOwner(ownerOf(x.cut(m[2], m[3]), r.known))
	return [][2]int{{m[2], max(m[3], to)}}
}

// vagueEnd is a vague date at the end, behind the name: 灯箱报修 郝建 尽快.
var vagueEnd = pattern.Must(`(?i)\s+(?:尽快|尽速|尽早|抓紧|从速|近期|待定|asap|\p{Han}{2,3}[前内])\s*$`)

var lastName = pattern.Must(`\S\s+(\p{Han}{2,3})\s*$`)

var helps = pattern.Must(`^(.+?)(?:同志)?(?:等)?(?:予以|负责|积极)?(?:配合|协助|协办|支持)$`)

// helpers are the clauses that only say who helps: 李娜配合.
func (r reading) helpers(x said) (spans [][2]int) {
	for _, s := range segments(x.f) {
		if m := helps.FindStringSubmatch(x.f[s[0]:s[1]]); m != nil && r.party(m[1]) {
			spans = append(spans, [2]int{s[0], min(len(x.f), s[1]+1)})
		}
	}
	return spans
}
