package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// ourColumns are those of the form we send, for rows that came back without its header.
var ourColumns = []string{"序号", "行动项", "责任人", "完成时限", "预期成果"}

// ours reads a numbered row of actions whose third and fourth cells can be owner and due date.
func (r *reader) ours(row []string) bool {
	if r.section != acting || len(row) < 4 || len(row) > 5 || !bareNumber.MatchString(folded(row[0])) {
		return false
	}
	who, by := folded(row[2]), folded(row[3])
	if d := r.dueOf(by); !emptyCell.MatchString(by) && d.code == vagueDue && runes(by) > 8 || !emptyCell.MatchString(who) && !r.pureOwner(who) {
		return false
	}
	c, ok := header(ourColumns[:len(row)])
	if ok {
		r.taskRow(&c, row)
	}
	return ok
}

var codeCell = pattern.Must(`^(?:[A-Z]{1,4}-?[0-9]{1,6}(?:-[0-9]{1,4})?|#[0-9]{1,3})$`)

// loose reads a row of an action table that has no header: number, text, name and date in their usual order.
func (r *reader) loose(row []string) bool {
	if r.section != acting && (len(row) < 4 || !bareNumber.MatchString(folded(row[0]))) || len(row) < 3 {
		return false
	}
	if r.section == reporting || statusAtEnd(","+strings.TrimSpace(folded(row[len(row)-1]))) != "" {
		r.body.row(row)
		return true
	}
	t := &task{kind: acting}
	for i, cell := range row {
		f := strings.TrimSpace(folded(cell))
		d, isDue := r.pureDue(f)
		switch {
		case f == "":
		case i == 0 && (bareNumber.MatchString(f) || codeCell.MatchString(f)):
			t.no = westernNo(strings.TrimRight(f, ".、"))
		case isDue && t.text != "" && t.due == nil:
			t.setDue(d)
		case t.text == "":
			t.text = tidy(oneLine(cell))
		case t.owner == nil && t.due == nil && r.pureOwner(f):
			t.setOwner(ownerOf(cell, r.known))
		case t.due != nil && t.result == "":
			t.result = oneLine(cell)
		}
	}
	if runes(t.text) < 3 || t.due == nil || r.section != acting && t.owner == nil {
		return false
	}
	r.put(t)
	return true
}

// formRow reads a row of a form as lines: 会议决议 | 1、… 2、…, or 主持人 | 刘德海 | 记录人 | 孔祥林.
func (r *reader) formRow(row []string) {
	cells := filled(row)
	if len(cells) == 1 && bareNumber.MatchString(folded(cells[0])) {
		return // a row of the form that was left empty
	}
	if len(cells) == 1 && len(row) > 1 && isLabel(folded(cells[0])) {
		return // a label whose value was left empty
	}
	for i := 0; i < len(cells); {
		label := strings.TrimRight(folded(cells[i]), ": ")
		if i+1 < len(cells) && runes(label) <= 14 && !strings.Contains(cells[i], "\n") {
			r.pair(label, cells[i+1])
			i += 2
			continue
		}
		for _, b := range join(asBlocks(cells[i])) {
			r.block(b)
		}
		i++
	}
}

func filled(row []string) (out []string) {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			out = append(out, c)
		}
	}
	return out
}

func asBlocks(cell string) (out []block) {
	for _, l := range strings.Split(cell, "\n") {
		out = append(out, block{line: l})
	}
	return out
}

// pair reads a label and its value. A value of several lines follows its label as a section.
func (r *reader) pair(label, value string) {
	if _, people := labelState(label); people {
		r.block(block{line: label + "：" + strings.ReplaceAll(value, "\n", "；")})
		return
	}
	if s, ok := named(label); ok {
		r.open(head{section: s, known: true})
		r.body.heading(say(label), head{section: s})
		for _, b := range join(asBlocks(value)) {
			r.block(b)
		}
		return
	}
	lines := strings.Split(value, "\n")
	r.block(block{line: label + "：" + lines[0]})
	for _, b := range join(asBlocks(strings.Join(lines[1:], "\n"))) {
		r.block(b)
	}
}
