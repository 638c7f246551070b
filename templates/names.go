package templates

import (
	"slices"
	"strings"
	"unicode"

	"github.com/huiban/huiban/secretary"
)

// chiefs are the posts whose holder is addressed by surname and 总.
var chiefs = []string{"总经理", "总裁", "总", "總經理", "總裁", "總"}

// surnames of two characters that are common enough to be met.
var surnames = []string{"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "夏侯", "皇甫", "尉迟", "尉遲", "令狐", "慕容", "端木", "南宫", "南宮", "东方", "東方", "长孙", "長孫", "宇文", "张简", "張簡", "范姜", "歐阳"}

var honorifics = []string{"Mr.", "Ms.", "Mrs.", "Dr.", "Prof."}

// Who is a person with title: 张总, 王敏经理, Dr. Anna Meyer; the plain name where title and name are of different scripts.
func (v *view) Who(p secretary.Party) string {
	name, title := strings.TrimSpace(p.Name), v.post(strings.TrimSpace(p.Title))
	switch {
	case name == "":
		return p.Email
	case title == "" || v.Lang == secretary.English && !slices.Contains(honorifics, title):
		return name
	case slices.Contains(honorifics, title):
		return title + " " + name
	case !han(name) || !han(title):
		return name
	case slices.Contains(chiefs, title):
		return surname(name) + string([]rune(title)[:1])
	}
	return name + title
}

// You is the recipient as the letter addresses them.
func (v *view) You() string { return v.Who(v.To) }

// Name is a person's name without title, the address where there is none.
func (v *view) Name(p secretary.Party) string {
	if p.Name == "" {
		return p.Email
	}
	return p.Name
}

// Names joins the names of several people, titles included.
func (v *view) Names(ps []secretary.Party) string {
	var out []string
	for _, p := range ps {
		out = append(out, v.Who(p))
	}
	return v.List(out)
}

// List joins words: a、b in Chinese, a, b in English.
func (v *view) List(words []string) string { return strings.Join(words, v.W("comma")) }

// Texts joins texts.
func (v *view) Texts(ts []secretary.Text) string {
	var out []string
	for _, t := range ts {
		out = append(out, v.T(t))
	}
	return v.List(out)
}

func surname(name string) string {
	for _, s := range surnames {
		if strings.HasPrefix(name, s) {
			return s
		}
	}
	return string([]rune(name)[:1])
}

func han(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0
}
