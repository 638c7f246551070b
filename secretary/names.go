package secretary

import (
	"strings"
	"unicode"
)

// titles are what may stand around a name without making it another's: 王敏 is meant by 王敏经理, not by 王敏敏.
var titles = []string{
	"总经理", "副总经理", "总监", "副总监", "董事长", "厂长", "副厂长", "部长", "副部长", "处长", "副处长", "科长", "副科长", "经理", "副经理", "主任", "副主任",
	"主管", "组长", "班长", "工程师", "总工", "专员", "助理", "秘书", "老师", "先生", "女士", "小姐", "同志", "同事", "总", "工", "部", "牵头", "主责", "负责", "我部", "我司", "我",
	"總經理", "副總經理", "總監", "副總監", "董事長", "廠長", "部長", "處長", "科長", "經理", "副經理", "組長", "班長", "總工", "專員", "秘書", "老師", "女士", "總", "負責",
}

// ByName finds the active people who may be meant by a name as people write it: the full name, the full name with a
// title or the own department around it (王敏经理, 销售部王敏), or an address. Order by ID. More than one means the name
// is not unique.
func (d *Directory) ByName(name string) []*Person {
	name = strings.ToLower(strings.TrimSpace(name))
	if strings.Contains(name, "@") {
		if p := d.ByAddress(strings.Trim(name, "<>()（） ")); p != nil {
			return []*Person{p}
		}
		return nil
	}
	var exact, titled []*Person
	for _, id := range d.ids() {
		p := d.People[id]
		n := strings.ToLower(p.Name)
		if p.Inactive || p.visitor() || n == "" {
			continue
		}
		before, after, found := strings.Cut(name, n)
		switch {
		case name == n:
			exact = append(exact, p)
		case found && isHan(n) && d.onlyTitles(p, before) && d.onlyTitles(p, after):
			titled = append(titled, p)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return titled
}

// onlyTitles reports whether the words beside a person's name are no more than titles and the own department.
func (d *Directory) onlyTitles(p *Person, words string) bool {
	own := append([]string{strings.ToLower(p.Title)}, titles...)
	if dep := d.Departments[p.Department]; dep != nil {
		for _, l := range Langs {
			own = append(own, strings.ToLower(dep.Name[l]))
		}
	}
	for {
		words = strings.TrimFunc(words, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) })
		best := ""
		for _, o := range own {
			if strings.HasPrefix(words, o) && len(o) > len(best) {
				best = o
			}
		}
		if best == "" {
			return words == ""
		}
		words = words[len(best):]
	}
}

func isHan(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
