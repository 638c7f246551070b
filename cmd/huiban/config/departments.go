package config

import (
	"fmt"
	"regexp"

	"github.com/huiban/huiban/secretary"
)

// departmentColumns are the columns of the departments file.
var departmentColumns = []column{
	{"code", []string{"代码", "代碼", "部门代码", "部門代碼"}, true},
	{"name", []string{"名称", "名稱", "部门名称", "部門名稱"}, true},
	{"name_hant", []string{"繁体名称", "繁體名稱"}, false},
	{"name_en", []string{"英文名称", "英文名稱"}, false},
	{"kind", []string{"类别", "類別"}, false},
	{"head", []string{"负责人", "負責人"}, false},
	{"rep", []string{"代表"}, false},
	{"parent", []string{"上级部门", "上級部門"}, false},
}

// department is a line of the departments file, its references not yet looked up.
type department struct {
	*secretary.Department
	row
}

// codes are letters, of any script, and digits: a code is part of the archive number (S0-68).
var codes = regexp.MustCompile(`^[\p{L}\p{N}_]+$`)

var kinds = regexp.MustCompile(`^[\p{L}\p{N}_]*$`)

// departments reads the departments file. Heads, representatives and parents are looked up later.
func (c *company) departments() {
	s := c.departmentSheet
	lines := map[string]int{}
	for _, r := range s.rows {
		code := r.cells["code"]
		switch {
		case !codes.MatchString(code):
			s.fault(r.line, "code", fmt.Sprintf("%q is no department code", code), "letters and digits, such as PSM: it is part of the archive number")
		case lines[code] > 0:
			s.fault(r.line, "code", fmt.Sprintf("%s is on line %d already", code, lines[code]), "")
		default:
			lines[code] = r.line
			c.department(r)
		}
		if r.cells["name"] == "" {
			s.fault(r.line, "name", "is empty", "")
		}
		if !kinds.MatchString(r.cells["kind"]) {
			s.fault(r.line, "kind", fmt.Sprintf("%q holds a blank or a sign", r.cells["kind"]), "one word, such as production, sales, quality")
		}
	}
}

func (c *company) department(r row) {
	d := &secretary.Department{Code: r.cells["code"], Kind: r.cells["kind"], Name: secretary.Text{}}
	for lang, name := range map[secretary.Lang]string{secretary.Hans: "name", secretary.Hant: "name_hant", secretary.English: "name_en"} {
		if r.cells[name] != "" {
			d.Name[lang] = r.cells[name]
		}
	}
	c.dir.Departments[d.Code] = d
	c.dir.Order = append(c.dir.Order, d.Code)
	c.units = append(c.units, department{d, r})
}
