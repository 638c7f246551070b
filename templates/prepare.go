package templates

import "github.com/huiban/huiban/secretary"

// Check words one line of what is to be prepared.
func (v *view) Check(c secretary.CheckView) string {
	switch c.Word {
	case "room-small":
		return v.W("check.room-small", c.N, c.More)
	case "room", "plates", "papers":
		return v.W("check."+c.Word, c.N)
	case "equipment":
		if has := v.T(c.Text); has != "" {
			return v.W("check.equipment.of", has)
		}
	}
	return v.Term("check", c.Word)
}
