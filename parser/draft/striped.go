package draft

import "github.com/huiban/huiban/parser/pattern"

// stripe parts the columns of a line that is a row of a table: 任务 —— 王磊 —— 尽快，最迟12月16日.
var stripe = pattern.Must(`\s*(?:-{2,}|\|)\s*`)

// anyVague is a vague date somewhere in a column for dates.
var anyVague = pattern.Must(`(?i)尽快|尽早|抓紧|原则上|近期|年内|月内|asap|soon`)

// striped reads a line as a row: what, who, by when, and perhaps with which result. The columns must be what they would be
// in a table; then what else stands in them does not matter, such as a vague word beside the date.
func (r reading) striped(t *task, x said) bool {
	at := stripe.FindAllStringIndex(x.f, -1)
	if len(at) != 2 && len(at) != 3 || at[0][0] == 0 || t.owner != nil || t.due != nil {
		return false
	}
	who := x.sub(at[0][1], at[1][0])
	end := len(x.f)
	if len(at) == 3 {
		end = at[2][0]
	}
	when := x.sub(at[1][1], end)
	if who.f == "" || !r.party(who.f) || len(r.dates(when.f)) == 0 && !anyVague.MatchString(when.f) {
		return false
	}
	r.ownerValue(t, who.s, "")
	r.dueValue(t, when.s)
	if t.text = tidy(x.cut(0, at[0][0])); len(at) == 3 {
		t.result = firstOf(t.result, tidy(x.cut(at[2][1], len(x.f))))
	}
	return true
}
