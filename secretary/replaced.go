package secretary

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// latest lists the newest version of each file that was not asked for again, in order of arrival. What was replaced is
// kept in Received.
func (m *Material) latest() []Received {
	var out []Received
	for _, r := range m.Received {
		if r.Fault != "" {
			continue
		}
		out = slices.DeleteFunc(out, func(o Received) bool { return stem(o.Name) == stem(r.Name) })
		out = append(out, r)
	}
	return out
}

// covers reports whether the file answers a line, counted from 1.
func (r *Received) covers(line int) bool { return len(r.Lines) == 0 || slices.Contains(r.Lines, line) }

// versionMark is how people mark a version of a file at the end of its name: v2, (1), 第二版, 终稿, final.
var versionMark = regexp.MustCompile(`(?i)(?:[\s_—.+-]+|(\p{Han})|[\s_—.+-]*[（(\[【]\s*)(?:` +
	`v(?:er)?\.?\s?\d+(?:\.\d+)*|rev\.?\s?\d+|第[一二三四五六七八九十\d]+[版稿]|(?:最终|最終|修订|修訂|修改|更新|更正|新)[版稿]|最终|最終|终稿|終稿|定稿|修订|修訂|更正|final|副本|copy|\d{1,2}(?:\s*[)）\]】])` +
	`)\s*[)）\]】]?$`)

// stem is a file's name without the marks of its version: 产能v2.xlsx and 产能（终稿）.xlsx are one file.
func stem(name string) string {
	ext := path.Ext(name)
	s := strings.TrimSpace(strings.TrimSuffix(name, ext))
	for {
		shorter := strings.TrimSpace(versionMark.ReplaceAllString(s, "$1"))
		if shorter == s || shorter == "" {
			return strings.ToLower(s + ext)
		}
		s = shorter
	}
}

// before is the version of a file that came last under the same name, nil where there is none.
func (m *Material) before(name string) *Received {
	for n := len(m.Received) - 1; n >= 0; n-- {
		if stem(m.Received[n].Name) == stem(name) {
			return &m.Received[n]
		}
	}
	return nil
}
