package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

var (
	// otherPerson heads a column of people who do not answer for the action.
	otherPerson = pattern.Must(`(?i)提出|审核|审批|批准|检查|监督|督办|验收|填报|登记|记录|报告|确认|反馈|配合|协|抄送|发起|联系|参与|申请|使用|contact|raised|reported|review|approve|check|support`)
	// otherDay heads a column of days that are no due dates.
	otherDay = pattern.Must(`(?i)开始|启动|起始|提出|发现|登记|发生|下达|布置|上次|更新|实际|start|raised|opened|updated|actual|created`)
)

// unheaded reads a table of actions whose header row says nothing that we know (谁, 权责人员, 纳期): below a heading of
// actions, one column of people and one of days tell what they are.
func (r *reader) unheaded(row []string, below [][]string) (columns, bool) {
	if r.section != acting || len(filled(row)) < 3 || len(below) == 0 || !r.headLike(row) {
		return columns{}, false
	}
	c := columns{roles: make([]role, len(row)), words: headerWords(row)}
	c.actions()
	c.claim(r.reading, below)
	if c.column(ownerRole) < 0 || c.column(dueRole) < 0 || c.column(whatRole) < 0 && !c.widest(below) {
		return columns{}, false
	}
	return c, true
}

// titles reports whether a row holds the titles of a numbered list, though none that we know: it says nothing itself.
func (r *reader) titles(row []string, below [][]string) bool {
	return len(filled(row)) > 2 && len(below) > 0 && len(below[0]) == len(row) && bareNumber.MatchString(folded(below[0][0])) &&
		len(filled(below[0])) > 2 && r.headLike(row)
}

// headLike reports whether every cell of a row can be a column's title.
func (r *reader) headLike(row []string) bool {
	for _, cell := range row {
		f := strings.TrimSpace(folded(cell))
		if _, due := r.pureDue(f); due || runes(f) > 14 || strings.ContainsAny(f, "0123456789,。;:") || r.known[f] {
			return false
		}
	}
	return true
}

// claim finds the owners and the due dates by what stands below where no title tells them.
func (c *columns) claim(r reading, below [][]string) {
	if c.column(dueRole) < 0 {
		c.take(dueRole, below, otherDay, func(f string) bool { d, ok := r.pureDue(f); return ok && d.date != "" })
	}
	if c.column(ownerRole) < 0 {
		c.take(ownerRole, below, otherPerson, r.pureOwner)
	}
}

// take gives a role to the one column without any whose cells all fit, at least one being filled.
func (c *columns) take(as role, below [][]string, not *pattern.Pattern, fits func(string) bool) {
	found := -1
	for i, have := range c.roles {
		if have != noRole || c.words[i] == "" || not.MatchString(c.words[i]) || !c.all(i, below, fits) {
			continue
		}
		if found >= 0 {
			return // two such columns: neither is sure
		}
		found = i
	}
	if found >= 0 {
		c.roles[found] = as
	}
}

func (c *columns) all(i int, below [][]string, fits func(string) bool) bool {
	n := 0
	for _, row := range below {
		if i >= len(row) || emptyCell.MatchString(folded(row[i])) {
			continue
		}
		if !fits(strings.TrimSpace(folded(row[i]))) {
			return false
		}
		n++
	}
	return n > 0
}

// widest takes the unnamed column with the most text for what is to be done.
func (c *columns) widest(below [][]string) bool {
	best, most := -1, 0
	for i, have := range c.roles {
		n := 0
		for _, row := range below {
			if i < len(row) {
				n += runes(row[i])
			}
		}
		if have == noRole && n > most {
			best, most = i, n
		}
	}
	if best >= 0 {
		c.roles[best] = whatRole
	}
	return best >= 0
}
