package templates

import (
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// Discussion is the narrative of the minutes, line by line: the recorder's own text without what the minutes print
// elsewhere, which is their title, the resolutions, the action items and headings with nothing left below them.
func (v *view) Discussion() []string {
	var out []string
	heading := "" // waits for a line of its own
	for _, l := range splitLines(v.Minutes.Body) {
		switch {
		case v.elsewhere(l):
		case v.names(l, "discussion"):
			heading = ""
		case isHeading(l):
			heading = l
		default:
			if heading != "" {
				out, heading = append(out, heading), ""
			}
			out = append(out, l)
		}
	}
	return out
}

// printed are the labels whose values the minutes print as facts or as attendance.
var printed = []string{
	"when", "field.time", "place", "field.place", "host", "recorder", "number", "state.present", "state.absent", "state.late", "state.left_early",
	"state.leave", "state.delegated",
}

// elsewhere reports whether the minutes print the line in another place.
func (v *view) elsewhere(l string) bool {
	bare := squeeze(l)
	for _, title := range v.Meeting.Title {
		if t := squeeze(title); t != "" && strings.HasPrefix(bare, t) && len([]rune(bare)) <= len([]rune(t))+8 {
			return true
		}
	}
	if label, _, ok := strings.Cut(strings.ReplaceAll(l, ":", "："), "："); ok && slices.ContainsFunc(printed, func(key string) bool { return v.names(label, key) }) {
		return true
	}
	for _, r := range v.Minutes.Resolutions {
		if t := squeeze(r.Text); t != "" && strings.Contains(bare, t) {
			return true
		}
	}
	for _, a := range v.Minutes.Actions {
		if t := squeeze(a.Text); t != "" && strings.Contains(bare, t) {
			return true
		}
	}
	return false
}

// names reports whether the line is no more than that word, in any language.
func (v *view) names(l, key string) bool {
	for _, lang := range secretary.Langs {
		if squeeze(l) == squeeze(v.o.Wording.word(lang, key)) {
			return true
		}
	}
	return false
}

// isHeading reports whether a line only names what follows: 【决议】, Actions:.
func isHeading(l string) bool {
	l = strings.TrimSpace(l)
	return strings.HasPrefix(l, "【") && strings.HasSuffix(l, "】") || strings.HasSuffix(l, "：") || strings.HasSuffix(l, ":")
}

// squeeze takes spaces, brackets and colons out of a line, to compare it.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t　【】：:", r) {
			return -1
		}
		return r
	}, s)
}
