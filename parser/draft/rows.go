package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// table reads a table: lists of people, of actions and of decisions under their header rows, and a form's label and
// value pairs as if they were lines. A header may stand in any row.
func (r *reader) table(rows [][]string) {
	var c *columns
	for i, row := range rows {
		if i+1 < len(rows) && headsHeader(row, rows[i+1]) {
			continue
		}
		if i > 0 && c != nil && halves(rows[i-1], row) {
			next, _ := header(overlaid(rows[i-1], row))
			next.decide, next.told = c.decide, c.told
			c = &next
			continue
		}
		next, ok := header(row)
		if !ok && c == nil {
			next, ok = r.unheaded(row, rows[i+1:])
		}
		if ok {
			r.flush()
			c, r.last = &next, nil
			r.list, r.count = "table", r.count+1
			if !c.attend {
				c.claim(r.reading, rows[i+1:])
				c.decide = c.decide || r.section == resolving || r.section == mixed
				c.report(r.section, rowsAfter(rows, row))
			}
			if c.told {
				r.body.row(row)
			}
			continue
		}
		switch {
		case c == nil && (r.loosePerson(row) || r.ours(row) || r.loose(row)):
		case c == nil && r.titles(row, rows[i+1:]):
		case c == nil, c.leaves(row):
			c = nil
			r.formRow(row)
		case c.told:
			r.body.row(row)
		case c.attend:
			r.attendanceRow(c, row)
		default:
			r.taskRow(c, row)
		}
	}
	r.flush()
}

// headsHeader reports whether a row is the upper half of the header below it: they share cells that are merged.
func headsHeader(row, below []string) bool {
	if _, ok := header(below); !ok || len(row) != len(below) {
		return false
	}
	shared := 0
	for i, c := range row {
		if strings.TrimSpace(c) != "" && c == below[i] && isHeadWord(c) {
			shared++
		}
	}
	return shared > 0
}

// halves reports whether below only divides columns of the header row above it: 责任 into 部门 and 责任人.
func halves(row, below []string) bool {
	n := 0
	if _, ok := header(row); !ok || len(row) != len(below) {
		return false
	}
	for i, cell := range below {
		switch f := strings.TrimSpace(cell); {
		case f == "" || f == strings.TrimSpace(row[i]):
		case !isHeadWord(f):
			return false
		default:
			n++
		}
	}
	return n > 0
}

// overlaid is the header of two rows, the lower one's words first.
func overlaid(row, below []string) []string {
	out := make([]string, len(row))
	for i := range row {
		out[i] = firstOf(strings.TrimSpace(below[i]), strings.TrimSpace(row[i]))
	}
	return out
}

func rowsAfter(rows [][]string, head []string) [][]string {
	for i := range rows {
		if &rows[i][0] == &head[0] {
			return rows[i+1:]
		}
	}
	return nil
}

// leaves reports whether a row ends the list and goes on with the form: a heading over the whole width, or a label
// with one long value.
func (c *columns) leaves(row []string) bool {
	filled := 0
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	if filled == 0 || len(row) == 0 {
		return false
	}
	f := folded(row[0])
	if _, ok := named(f); ok && filled <= 2 && !bareNumber.MatchString(f) && c.roles[0] == numberRole {
		return true
	}
	_, people := labelState(f)
	return filled <= 2 && (people || metaLabel.MatchString(strings.ReplaceAll(f, " ", ""))) && c.roles[0] != nameRole
}

var metaLabel = pattern.Must(`^(?:会议)?(?:名称|主题|时间|日期|地点|主持人?|主席|记录人?|纪录|抄送|抄报|发送|审核人?|审批|签发人?|批准|编制|整理|附件|备注|密级|下次会议.*)$|^(?i:date|time|venue|location|place|chair|minutes by|recorder|subject|meeting|cc|next meeting)$`)

var (
	finished = pattern.Must(`(?i)已完成|完成[0-9]|^完成$|已?关闭|办结|已落实|进行中|推进中|[0-9]+\s*%|延期|滞后|done|closed|complete|in progress|on track|delayed|ongoing|✓|√`)
	unbegun  = pattern.Must(`(?i)^(?:未开始|未启动|新增|新|待办|待启动|待开始|待处理|open|new|not started|to ?do|pending|0\s*%|)$`)
)

// progressed reports whether a row's status says that the work is under way or done.
func (c *columns) progressed(row []string) bool {
	v := strings.TrimSpace(folded(c.cell(row, statusRole)))
	return c.column(statusRole) >= 0 && !unbegun.MatchString(v) && finished.MatchString(v)
}

// report makes the table a report where its status column holds progress and no row is new, or where it stands under the
// last meeting's heading.
func (c *columns) report(s section, rows [][]string) {
	done, fresh := false, false
	for _, row := range rows {
		v := strings.TrimSpace(folded(c.cell(row, statusRole)))
		done = done || c.progressed(row)
		fresh = fresh || v != "" && unbegun.MatchString(v)
	}
	if s == reporting || done && !fresh {
		clear(c.roles)
		c.told = true
	}
}

// shifted puts a row back in its columns whose empty first cell was lost: the due date then stands one to the left.
func (c *columns) shifted(row []string) []string {
	by := c.column(dueRole)
	if len(row) != len(c.roles)-1 || by < 1 || by >= len(row) || dateLike.MatchString(folded(row[by])) || !dateLike.MatchString(folded(row[by-1])) {
		return row
	}
	return append([]string{""}, row...)
}

var exampleNo = pattern.Must(`(?i)^(?:示?例|范例|样例|举例|例如|e\.?g\.?|ex\.?|example|sample)\.?:?$`)

var sumRow = pattern.Must(`(?i)^(?:合计|小计|总计|共计|备注|total)`)

// taskRow reads a row of actions, or of decisions where nobody has to do anything.
func (r *reader) taskRow(c *columns, row []string) {
	row = c.shifted(row)
	what := strings.TrimSpace(oneLine(c.cell(row, whatRole)))
	if what == "" || emptyCell.MatchString(folded(what)) || isExample(what) || sumRow.MatchString(folded(c.cell(row, numberRole))) || exampleNo.MatchString(folded(c.cell(row, numberRole))) {
		return
	}
	if kind := folded(c.cell(row, kindRole)); c.progressed(row) || talkKind.MatchString(kind) {
		r.body.row(row)
		return
	}
	if r.continues(c, row) {
		r.last.text += what
		return
	}
	t := &task{no: westernNo(strings.Trim(folded(c.cell(row, numberRole)), " .、()第条项#"))}
	x := say(what)
	if m, ok := marked(x.f); ok && m.end < len(x.f) && (m.style != "1 ") {
		t.no, what = firstOf(t.no, m.no), x.cut(m.end, len(x.f))
	}
	t.text = tidy(what)
	r.cells(t, c, row)
	kind := folded(c.cell(row, kindRole))
	switch {
	case decideHead.MatchString(kind) && (t.owner == nil || t.owner.code == noOwner):
		t.kind = resolving
	case kind != "" && todoKind.MatchString(kind):
		t.kind = acting
	case c.column(ownerRole) < 0 && c.column(dueRole) < 0:
		r.bareRow(t, c)
		return
	case c.decide && !t.isAction():
		t.kind = resolving
	default:
		t.kind = acting
	}
	r.out.sorted = true
	r.acted = r.acted || t.kind == acting && !c.decide
	r.put(t)
	r.last = t
}

// continues reports whether a row of a numbered table goes on with the one above: it has text and nothing else.
func (r *reader) continues(c *columns, row []string) bool {
	if r.last == nil || r.last.no == "" || c.column(numberRole) < 0 || c.cell(row, numberRole) != "" {
		return false
	}
	return len(filled(row)) == 1
}

// talkKind is a row that is neither decision nor task.
var talkKind = pattern.Must(`(?i)^(?:讨论|背景|信息|通报|说明|汇报|意见|建议|议题|备注|风险|问题|discussion|information|info|fyi|note|topic)$`)

var todoKind = pattern.Must(`(?i)任务|行动|待办|工作|action|task|to-?do`)

// bareRow is a row of number and text only: a decision, unless it stands among actions.
func (r *reader) bareRow(t *task, c *columns) {
	read := r.task(t.text)
	read.no = t.no
	switch {
	case c.decide || r.section == resolving || r.section == mixed:
		r.put(read)
	case r.section == acting:
		read.kind = acting
		r.put(read)
	}
}

// cells takes owner, due date and result from their columns; where a column is missing, the text itself may say.
func (r *reader) cells(t *task, c *columns, row []string) {
	if c.column(ownerRole) >= 0 {
		t.setOwner(ownerOf(c.cell(row, ownerRole), r.known))
		t.strong = true
	}
	if c.column(dueRole) >= 0 {
		t.setDue(r.dueOf(oneLine(c.cell(row, dueRole))))
		t.strong = true
	}
	if v := oneLine(c.cell(row, resultRole)); !emptyCell.MatchString(folded(v)) {
		t.result = v
	}
	if (t.owner == nil || t.due == nil) && (c.column(ownerRole) >= 0 || c.column(dueRole) >= 0) {
		strong := t.strong
		r.plain(t, say(t.text))
		t.strong = strong
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
