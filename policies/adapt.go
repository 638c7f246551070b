package policies

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Change is what a company changes in a preset when it takes it up. The zero value changes nothing.
type Change struct {
	ID, Code string                // of one series among several of a type, such as MT-S1D-5-north and PDWN
	For      *secretary.Department // the one unit among several of its kind that the series is for
	Online   string                // the address of an online meeting: the form MT-S1B-6 (S1B-58)
}

// Adapt is a preset's file with the change made, and all its comments. The error says what the file has nothing of.
func Adapt(src []byte, c Change) ([]byte, error) {
	lines := strings.Split(string(src), "\n")
	for key, value := range map[string]string{"id": c.ID, "code": c.Code} {
		if value != "" {
			rewrite(lines, key, value)
		}
	}
	if c.For != nil {
		if n := unit(lines, c.For); n == 0 {
			return nil, fmt.Errorf("it names no department of the kind %q, which %s is", c.For.Kind, c.For.Code)
		}
	}
	if c.Online != "" {
		lines = online(lines, c.Online)
	}
	return []byte(strings.Join(lines, "\n")), nil
}

// rewrite gives a key at the left margin another value; its comment stays.
func rewrite(lines []string, key, value string) {
	for i, l := range lines {
		if name, _, found := strings.Cut(l, ":"); found && name == key {
			_, comment, _ := strings.Cut(l, "# ")
			lines[i] = fmt.Sprintf("%-22s # %s", key+": "+value, comment)
			return
		}
	}
}

// unit puts the code of one department in the place of its kind, in every line but for the comments, and its name behind
// the title. It counts what it has put.
func unit(lines []string, d *secretary.Department) int {
	if d.Kind == "" {
		return 0
	}
	posts := regexp.MustCompile(`\b(head|rep|all):` + d.Kind + `\b`)
	listed := regexp.MustCompile(`([\[ ])` + d.Kind + `([\],])`)
	n := 0
	for i, l := range lines {
		said, comment, _ := cutComment(l)
		n += len(posts.FindAllString(said, -1))
		said = posts.ReplaceAllString(said, "${1}:"+d.Code)
		if strings.HasPrefix(said, "concerned:") {
			said = listed.ReplaceAllString(said, "${1}"+d.Code+"${2}")
		}
		if strings.HasPrefix(said, "title: {") {
			said = named(said, d.Name)
		}
		lines[i] = said + comment
	}
	return n
}

// cutComment splits a line before its comment, which may be "".
func cutComment(l string) (said, comment string, found bool) {
	if i := strings.Index(l, "# "); i >= 0 && (i == 0 || l[i-1] == ' ') {
		return l[:i], l[i:], true
	}
	return l, "", false
}

// named puts a name behind the title in each language: 项目部周例会（城北项目部）.
func named(title string, name secretary.Text) string {
	for _, lang := range secretary.Langs {
		wide, in := lang != secretary.English, name.In(lang)
		re := regexp.MustCompile(string(lang) + `: ("?)([^,}"]*)("?)`)
		title = re.ReplaceAllStringFunc(title, func(s string) string {
			m := re.FindStringSubmatch(s)
			text := strings.TrimSpace(m[2])
			switch {
			case in == "":
				return s
			case wide:
				text += "（" + in + "）"
			default:
				text += " (" + in + ")"
			}
			return string(lang) + `: "` + text + `"`
		})
	}
	return title
}

// online sets the keys of the form MT-S1B-6: an address, and no place.
func online(lines []string, url string) []string {
	var out []string
	for _, l := range lines {
		switch {
		case strings.HasPrefix(l, "place:"), strings.HasPrefix(l, "url:"):
		case strings.HasPrefix(l, "mode:"):
			out = append(out, "mode: online           # 网络会议 · online [S1B-58]", fmt.Sprintf("url: %q   # 网络会议的地址 · its address [S1B-58]", url))
		default:
			out = append(out, l)
		}
	}
	return out
}

// LeftOpen lists the keys that the regulation leaves to the company and that are still empty in the file src, each with
// the line it stands on, but for those without which no meeting is called, which Missing lists: a default is good enough
// for these.
func LeftOpen(src []byte) []Fault {
	var out []Fault
	section := ""
	for i, l := range bytes.Split(src, []byte("\n")) {
		said, comment, _ := cutComment(string(l))
		key, value, isKey := strings.Cut(strings.TrimLeft(said, " -"), ":")
		if !isKey {
			continue
		}
		if !strings.HasPrefix(said, " ") {
			section = key
		} else {
			key = section + "." + key
		}
		if value = strings.TrimSpace(value); (value == "" || value == "[]") && strings.HasPrefix(comment, "# 【待定】") {
			out = append(out, Fault{Line: i + 1, Key: key, Message: strings.TrimPrefix(comment, "# 【待定】"), Warning: true})
		}
	}
	return out
}
