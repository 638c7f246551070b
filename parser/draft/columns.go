package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// columns is what each column of a table holds, by its header row.
type columns struct {
	roles  []role
	words  []string // the header's words, folded, for ticks under 缺席, 请假 …
	decide bool     // the column of texts is headed 决议 or 议定事项: the table may mix decisions and tasks
	told   bool     // a report on items of before
	attend bool     // a list of people and how they took part
}

var (
	nameHead     = pattern.Must(`(?i)^(?:姓名|名字|参会人员?|与会人员?|出席人员?|应到人员?|应出席人员?|人员|name|attendee|participant|member)s?$`)
	stateHead    = pattern.Must(`(?i)^(?:出席情况|出席状态|参会情况|到会情况|状态|情况|签到|签到情况|考勤|出席|出缺席|是否出席|是否参会|到会|attendance|status|present\?|attended)$`)
	tickHead     = pattern.Must(`(?i)^(?:实到|到会|出席|列席|参会|缺席|未到|请假|迟到|早退|代会|present|absent|late|leave|left early|apolog(?:y|ies)|excused)$`)
	delegateHead = pattern.Must(`(?i)^(?:代会人员?|代理人|代表人?|代表|代理出席人?|代会人/时间|代会人或时间|代会人及时间|替代人|受托人|delegate|proxy|substitute|represented by|delegate ?/ ?time|proxy ?/ ?time|delegate or time)$`)
	timeHead     = pattern.Must(`(?i)^(?:时间|到会时间|离会时间|到达时间|到场时间|迟到时间|早退时间|time|arrived|left)$`)
	deptHead     = pattern.Must(`(?i)^(?:部门|单位|职务|岗位|职位|职称|所属部门|department|dept|title|role|position|unit)$`)
	remarkHead   = pattern.Must(`(?i)^(?:备注|说明|原因|缺席原因|请假原因|事由|remarks?|notes?|comments?|reason)$`)
	decideHead   = pattern.Must(`(?i)决议|决定|议定|议决|decision|resolution`)
	itemHead     = pattern.Must(`(?i)^(?:item|items|项目|事项|议定事项|决议内容|决议事项|决议|决定事项|决定|会议决议|内容|decisions?|resolutions?|resolved)$`)
)

// header reads a row as a header; ok is false for a row of other content.
func header(row []string) (columns, bool) {
	c := columns{roles: make([]role, len(row)), words: headerWords(row)}
	if c.attendance() {
		return c, true
	}
	c.actions()
	has := func(r role) bool { return c.column(r) >= 0 }
	filled := 0
	for _, w := range c.words {
		if w != "" {
			filled++
		}
	}
	switch {
	case has(whatRole) && (has(ownerRole) || has(dueRole) || has(statusRole)):
	case has(ownerRole) && has(dueRole) && filled > 2 && c.claimWhat():
	case has(numberRole) && has(whatRole) && filled == 2:
	case filled == 1 && c.decide && has(whatRole) && len(row) > 1:
	default:
		return columns{}, false
	}
	return c, true
}

// headerWords are the cells of a header row in comparable form.
func headerWords(row []string) []string {
	out := make([]string, len(row))
	for i, cell := range row {
		w := strings.Trim(bracketed.ReplaceAllString(folded(cell), ""), " *:.")
		if strings.ContainsFunc(w, han) {
			w = strings.ReplaceAll(w, " ", "")
		}
		out[i] = w
	}
	return out
}

// attendance reads the header of a list of people.
func (c *columns) attendance() bool {
	name, other := -1, 0
	for i, w := range c.words {
		switch {
		case nameHead.MatchString(w) && name < 0:
			name, c.roles[i] = i, nameRole
		case delegateHead.MatchString(w):
			c.roles[i] = delegateRole
			other++
		case tickHead.MatchString(w), stateHead.MatchString(w):
			c.roles[i] = stateRole
			other++
		case timeHead.MatchString(w):
			c.roles[i] = timeRole
		case deptHead.MatchString(w):
			c.roles[i] = deptRole
		case remarkHead.MatchString(w):
			c.roles[i] = noteRole
		}
	}
	c.attend = name >= 0 && other > 0
	if !c.attend {
		clear(c.roles)
	}
	return c.attend
}

// actions reads the header of a list of actions or decisions. Of two columns for one thing the first counts, but a
// person's before a department's, and a due date's before another date's.
func (c *columns) actions() {
	for i, w := range c.words {
		r := roleOf(w)
		if r == noRole && itemHead.MatchString(w) {
			r = whatRole
		}
		if old := c.column(r); r != noRole && old >= 0 {
			if !(r == ownerRole && personal(w) && !personal(c.words[old])) && !(r == dueRole && !strings.Contains(c.words[old], "完成") && strings.Contains(w, "完成")) &&
				!(r == whatRole && itemHead.MatchString(c.words[old]) && !itemHead.MatchString(w)) {
				continue
			}
			c.roles[old] = noRole
			if r == whatRole {
				c.roles[old] = numberRole
			}
		}
		c.roles[i] = r
		c.decide = c.decide || r == whatRole && decideHead.MatchString(w)
	}
}

func personal(w string) bool {
	return strings.Contains(w, "人") || !strings.Contains(w, "部门") && !strings.Contains(w, "单位")
}

// claimWhat takes the widest unnamed column, such as 议题 or 改善点, for what is to be done.
func (c *columns) claimWhat() bool {
	for i, r := range c.roles {
		if r == noRole && c.words[i] != "" {
			c.roles[i] = whatRole
			return true
		}
	}
	return false
}

// column is the first column with role r, -1 where none has it.
func (c *columns) column(r role) int {
	for i, have := range c.roles {
		if have == r {
			return i
		}
	}
	return -1
}

// cell is the row's text in the column with role r, "" where there is none.
func (c *columns) cell(row []string, r role) string {
	i := c.column(r)
	if i < 0 || i >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[i])
}
