package templates

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates/page"
)

// line is a label and what belongs to it.
type line struct{ Label, Text string }

// gather puts texts below their labels, in the order the labels first come.
func (v *view) gather(n int, at func(i int) line) []line {
	var out []line
	for i := range n {
		l := at(i)
		j := slices.IndexFunc(out, func(o line) bool { return o.Label == l.Label })
		if j < 0 {
			out = append(out, l)
			continue
		}
		out[j].Text += v.W("comma") + l.Text
	}
	return out
}

// Roster lists the participants by department.
func (v *view) Roster() []line {
	seats := v.Meeting.Seats
	return v.gather(len(seats), func(i int) line { return line{v.dept(seats[i].Party), v.sitter(seats[i])} })
}

func (v *view) dept(p secretary.Party) string {
	switch d := v.T(p.Department); {
	case d != "":
		return d
	case p.External:
		return v.W("external")
	}
	return v.W("others")
}

// crowd is from how many presenters on an agenda item no longer names each.
const crowd = 5

// Presenters names who presents an agenda item, in a word where it is everybody.
func (v *view) Presenters(a secretary.AgendaView) string {
	n := len(a.Presenters)
	switch {
	case n < crowd:
		return v.Names(a.Presenters)
	case v.Meeting != nil && n >= v.required():
		return v.W("everybody")
	}
	return v.W("and.more", v.Names(a.Presenters[:2]), n)
}

// required is how many participants have to come, delegates in the place of those whom they stand for.
func (v *view) required() int {
	n := 0
	for _, s := range v.Meeting.Seats {
		if s.Role != "OPT-PARTICIPANT" && s.Delegate == nil {
			n++
		}
	}
	return n
}

func (v *view) sitter(s secretary.SeatView) string {
	name := v.Who(s.Party)
	switch {
	case s.For != nil:
		name = v.W("instead", name, v.Name(*s.For))
	case s.Role == "OPT-PARTICIPANT" && v.T(s.Part) != "":
		name = v.W("state.at", name, v.List([]string{v.T(s.Part), v.W("optional")}))
	case s.Role == "OPT-PARTICIPANT":
		name = v.W("state.at", name, v.W("optional"))
	case v.T(s.Part) != "":
		name = v.W("state.at", name, v.T(s.Part))
	}
	return name
}

// Answers lists the participants by how they answered.
func (v *view) Answers() []line {
	seats := v.Meeting.Seats
	return v.gather(len(seats), func(i int) line { return line{v.Term("part", seats[i].PartStat), v.sitter(seats[i])} })
}

// Attendance lists who was there, by state.
func (v *view) Attendance() []line {
	as := v.Minutes.Attendance
	return v.gather(len(as), func(i int) line { return line{v.Term("state", as[i].State), v.attended(as[i])} })
}

func (v *view) attended(a secretary.AttendanceView) string {
	name := v.Who(a.Party)
	switch {
	case a.Delegate != "":
		return v.W("state.by", name, a.Delegate)
	case a.Time != "":
		return v.W("state.at", name, a.Time)
	}
	return name
}

// Discussion is what was discussed, line by line, in the recorder's words.
func (v *view) Discussion() []string {
	if v.Minutes == nil {
		return nil
	}
	return splitLines(v.Minutes.Body)
}

// About is the smaller line below an agenda item: what it is for, who presents it, what it is about. What is owed for it
// stands in the agenda document, and in the letter to whoever owes it.
func (v *view) About(a secretary.AgendaView) string {
	var out []string
	if a.Purpose != "" {
		out = append(out, v.Term("aim", a.Purpose))
	}
	if len(a.Presenters) > 0 {
		out = append(out, v.Presenters(a))
	}
	if n := v.T(a.Note); n != "" {
		out = append(out, n)
	}
	if a.Left != "" {
		out = append(out, v.W("left."+a.Left))
	}
	return strings.Join(out, " · ")
}

// Shifted says from when to when the meeting moved off a day off and why, or that it is held on one; "" where it is not.
func (v *view) Shifted() string {
	m := v.Meeting
	switch m.Shift {
	case "earlier", "later", "keep", "ask", "conflict":
		return v.W("shift."+m.Shift, v.day(m.Planned.In(v.zone)), v.Holiday(), v.day(m.Start.In(v.zone)))
	}
	return ""
}

// Holiday names the day off that the meeting fell on.
func (v *view) Holiday() string { return v.dayOff(v.Meeting.ShiftDay) }

// dayOff names a day off, one without a name of its own as such.
func (v *view) dayOff(name secretary.Text) string {
	if n := v.T(name); n != "" {
		return n
	}
	return v.W("rest")
}

// Moves names what changed: a field, or a point of the minutes such as "resolution 2".
func (v *view) Moves(c secretary.Change) string {
	what, no, _ := strings.Cut(c.Field, " ")
	return strings.TrimSpace(v.Term("change", what) + " " + no)
}

// Moved words a change, old → new.
func (v *view) Moved(c secretary.Change) markup {
	if c.Field == "agenda" && c.Old == "" {
		return markup(v.W("added", page.Inline(v.Value(c.New))))
	}
	now := v.Value(c.New)
	if c.New == "" {
		now = v.W("deleted")
	}
	return markup(v.W("moved", page.Inline(v.Value(c.Old)), page.Inline(now)))
}

// Wrong says what must be mended in a returned draft.
func (v *view) Wrong(p secretary.Problem) line {
	where := v.Term("field", p.No)
	if p.Code == "no-topic" {
		return line{v.W("problem.topic", p.No), v.Term("problem", p.Code)}
	}
	if p.Code != "missing" {
		where = v.W("problem.at", p.No)
	}
	return line{where, v.Term("problem", p.Code)}
}

// Drafted is the action line of the returned draft that a problem is about; "" where there is none.
func (v *view) Drafted(p secretary.Problem) string {
	if v.Minutes == nil || p.Code == "missing" {
		return ""
	}
	for _, a := range v.Minutes.Actions {
		if a.No == p.No {
			return a.Text
		}
	}
	return ""
}

// Point names what an objection is about.
func (v *view) Point(o secretary.ObjectionView) string {
	if o.Item == "" {
		return v.W("objection.whole")
	}
	return v.W("objection", o.Item)
}

// Objected is what an objection says, with its point named once.
func (v *view) Objected(o secretary.ObjectionView) string {
	said := o.Comment
	if m := pointed.FindStringSubmatch(said); m != nil && cmp.Or(m[1], m[2]) == o.Item && m[3] != "" {
		said = m[3]
	}
	return v.Point(o) + v.W("colon") + said
}

// pointed are words that begin with the number of the point they are about: 第2条有误, item 2: wrong.
var pointed = regexp.MustCompile(`(?is)^\s*(?:异议|異議)?[:：,，]?\s*(?:第\s*([0-9]+)\s*[条條项項点點]|item\s+([0-9]+)\b)\s*[:：,，、]?\s*(.*)$`)

// Sheet describes a file: its name, and its pages where they are known.
func (v *view) Sheet(f secretary.File) string {
	if f.Pages == 0 {
		return f.Name
	}
	return v.W("state.at", f.Name, v.pages(f.Name, f.Pages))
}

// pages counts a file's pages, or a workbook's sheets.
func (v *view) pages(name string, n int) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xls", ".xlsm", ".ods", ".et":
		return v.Count(n, "sheets")
	}
	return v.Count(n, "pages")
}

// Attached names everything that comes with the letter.
func (v *view) Attached() []string {
	var out []string
	for _, d := range v.Documents {
		out = append(out, v.Term("doc", d))
	}
	for _, f := range v.Files {
		out = append(out, f.Name)
	}
	return out
}
