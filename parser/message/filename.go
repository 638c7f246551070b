package message

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiban/huiban/parser/pattern"
)

// longestName bounds a file's name in bytes; file systems take 255.
const longestName = 200

// reserved are names that Windows takes for devices, whatever their extension.
var reserved = pattern.Must(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// fileName is the name that a file goes by from here on: a single one that every system can store. Folders are left out,
// as are characters that cannot be seen, such as those that turn the direction of writing to hide an extension.
func fileName(said string) string {
	name := strings.Map(visible, strings.ToValidUTF8(said, "_"))
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Trim(name, ". \u3000")
	if reserved.MatchString(name) {
		name = "_" + name
	}
	return shortened(name)
}

func visible(r rune) rune {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
		return -1
	case strings.ContainsRune(`<>:"|?*`, r):
		return '_'
	}
	return r
}

// shortened cuts the middle out of a name that is too long, so that it keeps its extension.
func shortened(name string) string {
	if len(name) <= longestName {
		return name
	}
	ext := name[strings.LastIndexByte(name, '.')+1:]
	if len(ext) > 10 || len(ext) == len(name) {
		ext = ""
	} else {
		ext = "." + ext
	}
	stem := name[:longestName-len(ext)]
	for !utf8.ValidString(stem) {
		stem = stem[:len(stem)-1]
	}
	return strings.TrimRight(stem, ". ") + ext
}

var plainKind = pattern.Must(`^[a-z]+/([a-z0-9]{2,5})$`)

// unnamed is the name of the nth file of a mail that says none.
func unnamed(n int, kind string) string {
	name := fmt.Sprintf("attachment-%d", n)
	if m := plainKind.FindStringSubmatch(kind); m != nil {
		name += "." + m[1]
	}
	return name
}
