package draft

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// attendanceRow reads one person: a state in words, a tick under a state, a delegate, a time.
func (r *reader) attendanceRow(c *columns, row []string) {
	a := secretary.Attendance{Name: c.cell(row, nameRole), State: ""}
	said := ""
	for i, cell := range row {
		f := strings.TrimSpace(folded(cell))
		if i >= len(c.roles) || f == "" {
			continue
		}
		switch c.roles[i] {
		case stateRole:
			a.State = weightier(a.State, cellState(c.words[i], f))
			said += " " + f
		case delegateRole:
			r.proxyCell(&a, cell)
		case timeRole:
			a.Time = r.people.clock(f)
		case noteRole, noRole:
			if s := stateOf(f); s != "" && s != present {
				a.State = weightier(a.State, s)
			}
			said += " " + f
		}
	}
	a.Time = firstOf(a.Time, r.people.clock(said))
	if a.State == delegated && a.Delegate == "" {
		if m := byProxy.FindStringSubmatch(strings.TrimSpace(said)); m != nil && isPerson(m[1], r.known) {
			a.Delegate = m[1]
		}
	}
	if a.State != "" && strings.TrimSpace(a.Name) != "" {
		r.people.add(a)
		r.out.listed = true
	}
}

// proxyCell reads the column of delegates, in which our form also asks for the time of coming late or leaving early.
func (r *reader) proxyCell(a *secretary.Attendance, cell string) {
	if t := r.people.clock(folded(cell)); t != "" {
		a.Time = t
		if s := stateOf(strings.Trim(folded(cell), " ()")); s == late || s == leftEarly {
			a.State = weightier(a.State, s)
		}
		return
	}
	if f := folded(cell); !emptyCell.MatchString(f) && !noName.MatchString(f) {
		x := say(cell)
		if m := byProxy.FindStringSubmatchIndex(x.f); m != nil && isPerson(x.f[m[2]:m[3]], r.known) {
			cell = x.cut(m[2], m[3])
		}
		a.Delegate, a.State = cell, delegated
	}
}

func weightier(a, b string) string {
	if weight[b] > weight[a] {
		return b
	}
	return a
}

var (
	ticked = pattern.Must(`(?i)^[\s(\[]*(?:√|✓|✔|☑|☒|■|●|○|◯|⚫|v|x|y|yes|是|1|对|勾|\*|有)[\s)\]]*$`)
	// tickedWith is a tick with a remark: √（9:10到）.
	tickedWith = pattern.Must(`^[\s(]*[√✓✔☑☒]\s*[\s(,:]+([^()]+?)\)?$`)
	unticked   = pattern.Must(`(?i)^[\s(\[]*(?:×|✗|✘|□|☐|n|no|否|0|-|/|无|没有)?[\s)\]]*$`)
)

// cellState is what a cell under a state's heading says: a tick means the heading, words mean themselves.
func cellState(head, f string) string {
	own := stateOf(head)
	if !tickHead.MatchString(head) && !(stateHead.MatchString(head) && own == present) {
		own = ""
	}
	switch {
	case chosen(f) != "":
		return chosen(f)
	case ticked.MatchString(f) && own != "":
		return own
	case tickedWith.MatchString(f) && own != "":
		return weightier(own, stateOf(tickedWith.FindStringSubmatch(f)[1]))
	case unticked.MatchString(f) && own == present && strings.TrimSpace(f) != "" && f != "□" && f != "☐":
		return absent
	case unticked.MatchString(f):
		return ""
	case stateOf(f) != "":
		return stateOf(f)
	}
	return own
}

var boxes = pattern.Must(`([☑☒■√✓✔])\s*([^□☐☑☒■√✓✔\s]+)`)

// chosen is the state ticked among several in one cell: □出席 ☑请假 □缺席.
func chosen(f string) string {
	if !strings.ContainsAny(f, "□☐") {
		return ""
	}
	if m := boxes.FindStringSubmatch(f); m != nil {
		return stateOf(m[2])
	}
	return ""
}

// exactState is a cell that says how a person took part and nothing else.
var exactState = pattern.Must(`(?i)^(?:出席|到会|列席|缺席|未到|请假|迟到|早退|代会|代理|present|attended|absent|excused|on leave|leave|late|left early|represented|delegated)$`)

// loosePerson reads a row of the form in the mail's text, which has no header: 李娜 | 销售部 | 代会 | 王敏.
func (r *reader) loosePerson(row []string) bool {
	if len(row) < 2 || !isPerson(folded(row[0]), r.known) {
		return false
	}
	for i, cell := range row[1:] {
		f := strings.TrimSpace(folded(cell))
		if !exactState.MatchString(f) {
			continue
		}
		a := secretary.Attendance{Name: row[0], State: stateOf(f)}
		if next := i + 2; next < len(row) {
			r.proxyCell(&a, row[next])
		}
		r.people.add(a)
		r.out.listed = true
		return true
	}
	return false
}
