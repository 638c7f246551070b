package templates

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// standardRoles are the words of letters for the roles that a company may title itself (G-39), as they stand in a sentence.
var standardRoles = map[string]secretary.Text{
	"convener":    secretary.T("召集人", "召集人", "the convener"),
	"host":        secretary.T("主持人", "主持人", "the host"),
	"recorder":    secretary.T("记录人", "記錄人", "the recorder"),
	"supervisor":  secretary.T("监督人", "監督人", "the supervisor"),
	"participant": secretary.T("参会人员", "參會人員", "the participants"),
	"optional":    secretary.T("列席", "列席", "optional"),
}

// Role names a role within a sentence, by the company's own title where it has one.
func (v *view) Role(role string) string {
	title := ""
	if v.Meeting != nil {
		title = v.T(v.Meeting.Labels[role])
	}
	switch standard := v.T(standardRoles[role]); {
	case title == "":
		return standard
	case v.Lang == secretary.English && strings.HasPrefix(standard, "the "):
		return "the " + small(title)
	default:
		return title
	}
}

// RoleFirst is Role at the beginning of a sentence.
func (v *view) RoleFirst(role string) string {
	s := v.Role(role)
	return strings.ToUpper(s[:1]) + s[1:]
}

// labelled is a word of ours with the roles in it called as the company calls them. What is read back keeps ours.
func (v *view) labelled(key, word string) string {
	if v.Meeting == nil || len(v.Meeting.Labels) == 0 || v.standard || readBack(key) {
		return word
	}
	for role, standard := range standardRoles {
		title := v.T(v.Meeting.Labels[role])
		if title == "" {
			continue
		}
		if key == role || key == "change."+role || key == "participants" && role == "participant" {
			return title
		}
		word = strings.ReplaceAll(word, v.T(standard), v.Role(role))
	}
	return word
}

// W is the word of that key in the letter's language. A key that is not there is printed as it is; a test proves that no
// wording asks for one.
func (v *view) W(key string, args ...any) string {
	t := v.o.Wording.words[key]
	if t == nil {
		return key
	}
	word := v.labelled(key, cmp.Or(t.In(v.Lang), key))
	if len(args) == 0 {
		return word
	}
	return fmt.Sprintf(word, args...)
}
