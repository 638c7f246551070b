package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// formRows is how many empty rows a form offers for resolutions and for actions.
const formRows = 3

// FormLines is the minutes form as mail text: what is known is filled in, the rest waits for the recorder (S0-23).
func (v *view) FormLines() []string {
	out := []string{v.section("attendance")}
	for _, l := range v.attendanceLines() {
		out = append(out, l.Label+v.W("colon")+l.Text)
	}
	out = append(append(out, v.section("discussion")), v.Discussion()...)
	out = append(append(out, ""), v.openLines()...)
	out = append(out, v.section("resolutions"))
	for _, r := range v.resolutionRows(formRows) {
		out = append(out, strings.TrimSpace(r[0]+". "+r[1]))
	}
	out = append(out, v.section("actions"), strings.Join(v.actionHead(), " | "))
	for _, r := range v.actionRows(formRows) {
		out = append(out, strings.TrimRight(strings.Join(r, " | "), " "))
	}
	return out
}

// attendanceRows are name, department, state, and delegate or time: as the minutes have it so far, else as the
// invitation was answered.
func (v *view) attendanceRows() [][]string {
	var out [][]string
	if v.Minutes != nil && len(v.Minutes.Attendance) > 0 {
		for _, a := range v.Minutes.Attendance {
			out = append(out, []string{v.Name(a.Party), v.T(a.Department), v.Term("state", a.State), cmp.Or(a.Delegate, a.Time)})
		}
		return out
	}
	for _, s := range v.Meeting.Seats {
		name, dept, state, instead := v.formSeat(s)
		out = append(out, []string{name, dept, state, instead})
	}
	return out
}

// attendanceLines are the attendance by state, with plain names: 出席：张伟、王磊. Whom nobody knows about was there.
func (v *view) attendanceLines() []line {
	rows := v.attendanceRows()
	return v.gather(len(rows), func(i int) line {
		name, state, more := rows[i][0], cmp.Or(rows[i][2], v.W("state.present")), rows[i][3]
		switch {
		case more == "":
		case state == v.W("state.delegated"):
			name = v.W("state.by", name, more)
		default:
			name = v.W("state.at", name, more)
		}
		return line{state, name}
	})
}

// resolutionRows are number and text of what is drafted, then n numbered rows to fill in.
func (v *view) resolutionRows(n int) [][]string {
	var out [][]string
	if v.Minutes != nil {
		for _, r := range v.Minutes.Resolutions {
			out = append(out, []string{r.No, r.Text})
		}
	}
	return waiting(out, n, 2)
}

// actionRows are number, text, owner, due date and result of what is drafted, then n numbered rows to fill in.
func (v *view) actionRows(n int) [][]string {
	var out [][]string
	if v.Minutes != nil {
		for _, a := range v.Minutes.Actions {
			out = append(out, []string{a.No, a.Text, a.Owner, string(a.Due), a.Result})
		}
	}
	return waiting(out, n, 5)
}

func (v *view) actionHead() []string {
	return []string{v.W("no"), v.W("action"), v.W("owner"), v.W("due"), v.W("result")}
}

// waiting adds n rows with nothing but a number in them. Where something is drafted already they are not numbered:
// points are numbered through, and a number would be somebody else's.
func waiting(rows [][]string, n, columns int) [][]string {
	number := len(rows) == 0
	for i := range n {
		row := make([]string, columns)
		if number {
			row[0] = fmt.Sprint(i + 1)
		}
		rows = append(rows, row)
	}
	return rows
}

func (v *view) section(key string) string { return "【" + v.W(key) + "】" }

// FirstCall reports whether the draft is asked for, and neither sent back nor to be corrected.
func (v *view) FirstCall() bool {
	return !v.RefIs("correct") && len(v.Problems) == 0 && len(v.Objections) == 0 && v.Quote == ""
}

// formSeat is a participant's row: the answer to the invitation stands for the attendance until the recorder corrects it.
func (v *view) formSeat(s secretary.SeatView) (name, dept, state, instead string) {
	name, dept = v.Name(s.Party), v.T(s.Department)
	switch {
	case s.Delegate != nil:
		return name, dept, v.W("state.delegated"), v.Name(*s.Delegate)
	case s.PartStat == secretary.Accepted:
		state = v.W("state.present")
	case s.PartStat == secretary.Declined:
		state = v.W("state.leave")
	}
	return name, dept, state, ""
}

// FormLink opens an answer with the empty form filled in. A long roster is left out: some clients cut a link at 2,000
// characters.
func (v *view) FormLink() string {
	lines := v.FormLines()
	link := v.mailto(strings.Join(lines, "\n"))
	if len(link) <= maxLink {
		return link
	}
	return v.mailto(strings.Join(lines[len(v.attendanceLines())+1:], "\n"))
}

const maxLink = 1900

// States says which states of attendance the form takes: the regulation's, where it does not have them all (S0-26).
func (v *view) States() string {
	if v.Minutes == nil || len(v.Minutes.States) == 0 || len(v.Minutes.States) == 6 {
		return v.W("form.states")
	}
	var out []string
	for _, s := range v.Minutes.States {
		out = append(out, v.W("state."+s))
	}
	return v.W("form.states.of", v.List(out))
}

// Form reports whether a form to fill in comes with the letter.
func (v *view) Form() bool {
	return slices.Contains(v.Documents, secretary.FormDoc) || slices.Contains(v.Documents, secretary.MaterialsForm)
}

// openLines are the lines on which minutes name the topics that are not done with, by their numbers (S2-03, S2-37, S1D-19), and say
// when the meeting was over (S0-91).
func (v *view) openLines() []string {
	var out []string
	for _, state := range []string{secretary.NotReached, secretary.Undecided, secretary.RaisedUp} {
		var nos []string
		if v.Minutes != nil {
			for _, o := range v.Minutes.Open {
				if o.State == state {
					nos = append(nos, o.No)
				}
			}
		}
		out = append(out, v.W("open."+state)+v.W("colon")+v.List(nos))
	}
	return append(out, strings.TrimSpace(v.W("open.ended")+v.W("colon")+v.Ended()))
}

// Ended is when the meeting was over, where its minutes say so.
func (v *view) Ended() string {
	if v.Minutes == nil {
		return ""
	}
	return v.Minutes.Ended
}

// Numbered lists the agenda with the numbers that those lines take: 1 开场；2 市场动态.
func (v *view) Numbered() string {
	var out []string
	for _, a := range v.Meeting.Agenda {
		out = append(out, a.No+" "+v.T(a.Title))
	}
	return strings.Join(out, v.W("semicolon"))
}

// LeftOpen are the topics that minutes leave open, by what is open about them.
func (v *view) LeftOpen() []line {
	open := v.Minutes.Open
	return v.gather(len(open), func(i int) line { return line{v.W("open." + open[i].State), open[i].No + " " + v.T(open[i].Title)} })
}
