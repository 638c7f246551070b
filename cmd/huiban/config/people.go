package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// peopleColumns are the columns of the people file.
var peopleColumns = []column{
	{"id", []string{"工号", "工號", "编号", "編號"}, true},
	{"name", []string{"姓名"}, true},
	{"email", []string{"邮箱", "郵箱", "电子邮件", "電子郵件", "e-mail", "mail"}, true},
	{"aliases", []string{"别名", "別名", "其他邮箱", "其他郵箱"}, false},
	{"department", []string{"部门", "部門"}, false},
	{"title", []string{"职务", "職務", "职位", "職位"}, false},
	{"manager", []string{"上级", "上級", "上级主管", "上級主管"}, false},
	{"lang", []string{"语言", "語言", "language"}, false},
	{"external", []string{"外部"}, false},
	{"active", []string{"在职", "在職"}, false},
	{"duty", []string{"值班", "当值", "當值"}, false},
	{"site", []string{"办公地点", "辦公地點"}, false},
}

// person is a line of the people file, its references not yet looked up.
type person struct {
	*secretary.Person
	row
}

// people reads the people file. Departments and managers are looked up later, when everybody is known.
func (c *company) people() {
	seen := map[string]int{}
	for _, r := range c.peopleSheet.rows {
		p := person{&secretary.Person{ID: secretary.PersonID(r.cells["id"]), Name: r.cells["name"], Email: r.cells["email"], Title: r.cells["title"], Site: r.cells["site"]}, r}
		c.switches(p)
		c.identity(p)
		c.addresses(p, seen)
		c.lang(p)
		c.duty(p)
		if p.ID != "" && c.dir.People[p.ID] == nil {
			c.dir.People[p.ID] = p.Person
			c.line[p.ID] = r.line
			c.persons = append(c.persons, p)
		}
	}
}

func (c *company) identity(p person) {
	s := c.peopleSheet
	switch {
	case p.ID == "":
		s.fault(p.line, "id", "is empty", "every person has an id that never changes, such as a staff number")
	case strings.ContainsAny(string(p.ID), " \t:@,"):
		s.fault(p.line, "id", fmt.Sprintf("%q holds a blank, colon, comma or @", p.ID), "write letters, digits, dots and dashes")
	case c.dir.People[p.ID] != nil:
		s.fault(p.line, "id", fmt.Sprintf("%s is on line %d already", p.ID, c.line[p.ID]), "an id names one person for ever")
	}
	if p.Name == "" {
		s.fault(p.line, "name", "is empty", "")
	}
}

// addresses checks the person's addresses and that nobody else has them.
func (c *company) addresses(p person, seen map[string]int) {
	s := c.peopleSheet
	if p.Email == "" && !p.Inactive {
		s.fault(p.line, "email", fmt.Sprintf("%s has no address", p.Name), "letters go there; write 否 under 在职 (no under active) for who has left")
	}
	p.Aliases = strings.FieldsFunc(p.cells["aliases"], func(r rune) bool { return strings.ContainsRune(";,、，；| ", r) })
	for i, a := range append([]string{p.Email}, p.Aliases...) {
		name := "email"
		if i > 0 {
			name = "aliases"
		}
		switch first := seen[strings.ToLower(a)]; {
		case a == "":
		case !isAddress(a):
			s.fault(p.line, name, fmt.Sprintf("%q is no mail address", a), "")
		case strings.EqualFold(a, c.office):
			s.fault(p.line, name, a+" is huiban's own mailbox", "a person needs one of their own")
		case first == p.line:
			s.fault(p.line, name, a+" is written twice", "")
		case first > 0:
			s.fault(p.line, name, fmt.Sprintf("%s is on line %d already", a, first), "an address belongs to one person")
		default:
			seen[strings.ToLower(a)] = p.line
		}
	}
}

func (c *company) switches(p person) {
	p.External = c.peopleSheet.yes(p.row, "external", false)
	p.Inactive = !c.peopleSheet.yes(p.row, "active", true)
}

// yes reads a cell that says yes or no; an empty one is otherwise.
func (s *sheet) yes(r row, name string, otherwise bool) bool {
	v := strings.ToLower(r.cells[name])
	switch {
	case v == "":
		return otherwise
	case slices.Contains([]string{"是", "yes", "y", "true", "1", "√", "在职", "在職", "外部"}, v):
		return true
	case slices.Contains([]string{"否", "no", "n", "false", "0", "×", "离职", "離職", "内部", "內部"}, v):
		return false
	}
	s.fault(r.line, name, fmt.Sprintf("%q is neither yes nor no", r.cells[name]), "write 是 or 否, yes or no")
	return otherwise
}

func (c *company) lang(p person) {
	words := map[string]secretary.Lang{
		"": "", "zh-hans": secretary.Hans, "zh-cn": secretary.Hans, "zh": secretary.Hans, "简体": secretary.Hans, "简体中文": secretary.Hans, "中文": secretary.Hans,
		"zh-hant": secretary.Hant, "zh-tw": secretary.Hant, "zh-hk": secretary.Hant, "繁體": secretary.Hant, "繁体": secretary.Hant, "繁體中文": secretary.Hant,
		"en": secretary.English, "english": secretary.English, "英文": secretary.English, "英语": secretary.English, "英語": secretary.English,
	}
	lang, found := words[strings.ToLower(p.cells["lang"])]
	if !found {
		c.peopleSheet.fault(p.line, "lang", fmt.Sprintf("%q is no language of letters", p.cells["lang"]), "zh-Hans, zh-Hant or en; 简体, 繁體 or 英文")
	}
	p.Lang = lang
}
