package draft

import (
	"github.com/huiban/huiban/parser/pattern"
	"github.com/huiban/huiban/secretary"
)

// boxedLine is a name with boxes to tick behind it: 牛　奔　□出席　☑缺席　□请假.
var boxedLine = pattern.Must(`^([^□☐☑☒■√✓✔:]{2,20}?)\s*:?\s*((?:[□☐☑☒■√✓✔]\s*\p{L}[^□☐☑☒■√✓✔]*){2,})$`)

// tickedLine reads such a line. Where no box is ticked, nothing is said of the person.
func (p *people) tickedLine(x said) bool {
	m := boxedLine.FindStringSubmatchIndex(x.f)
	if m == nil || !isPerson(squeezed(x.f[m[2]:m[3]]), p.known) {
		return false
	}
	if state := chosen(x.f[m[4]:m[5]]); state != "" {
		p.add(secretary.Attendance{Name: x.cut(m[2], m[3]), State: state})
	}
	return true
}
