package secretary

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// numberFormat is the format of an archive number with all that it needs: no two documents have one number (S0-67).
func numberFormat(format string) string {
	if format == "" {
		return "{date}-{type}-{dept}-{seq}"
	}
	if !strings.Contains(format, "{seq}") {
		return format + "-{seq}"
	}
	return format
}

// numberPattern matches the archive numbers of a format, for a type and departments: what stands before the sequence, the
// sequence, and what stands behind it.
func numberPattern(format, code, departments string) string {
	quote := regexp.QuoteMeta
	before, after, _ := strings.Cut(numberFormat(format), "{seq}")
	parts := strings.NewReplacer(quote("{date}"), `\d{8}`, quote("{type}"), quote(code), quote("{dept}"), "(?:"+departments+")")
	return "(" + parts.Replace(quote(before)) + `)(\d{2,})(` + parts.Replace(quote(after)) + ")"
}

// NumberGaps lists the numbers that are missing below the last of their sequence (S0-77), sorted. The sequence stands where the
// policy's number format has it; numbers of another format, from before it was changed, are passed over.
func NumberGaps(p *Policy, numbers []string) []string {
	if p == nil {
		return nil
	}
	pattern := regexp.MustCompile("^" + numberPattern(p.Archive.NumberFormat, p.Code, `[\p{L}\p{N}_]+`) + "$")
	used := map[[2]string][]int{}
	for _, number := range numbers {
		if m := pattern.FindStringSubmatch(number); m != nil {
			n, _ := strconv.Atoi(m[2])
			around := [2]string{m[1], m[3]}
			used[around] = append(used[around], n)
		}
	}
	var out []string
	for around, list := range used {
		for n := 1; n < slices.Max(list) && n < 1000; n++ {
			if !slices.Contains(list, n) {
				out = append(out, fmt.Sprintf("%s%02d%s", around[0], n, around[1]))
			}
		}
	}
	slices.Sort(out)
	return out
}

// replaces is the archive number that begins the name of a file, "" where none does: the file takes the place of the document
// with that number (S0-78).
func (t *turn) replaces(p *Policy, name string) string {
	departments := []string{"X"} // of whoever is in none
	for code := range t.Directory.Departments {
		departments = append(departments, regexp.QuoteMeta(code))
	}
	slices.SortFunc(departments, func(a, b string) int { return len(b) - len(a) }) // the first that fits is taken
	return regexp.MustCompile("^" + numberPattern(p.Archive.NumberFormat, p.Code, strings.Join(departments, "|"))).FindString(name)
}
