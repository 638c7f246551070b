package message

import "strings"

// unflow joins the soft line ends of format=flowed (RFC 3676): a line that ends with a blank goes on in the next one
// of the same quote depth. The signature mark "-- " is no soft end.
func unflow(s string, delsp bool) string {
	var out []string
	open, depth := false, 0
	for _, line := range strings.Split(s, "\n") {
		d := quoteDepth(line)
		text := strings.TrimPrefix(line[d:], " ")
		if open && d == depth && text != "-- " {
			out[len(out)-1] += text
		} else {
			out = append(out, strings.Repeat(">", d)+pad(d)+text)
		}
		depth = d
		open = strings.HasSuffix(text, " ") && text != "-- "
		if open && delsp {
			out[len(out)-1] = strings.TrimSuffix(out[len(out)-1], " ")
		}
	}
	return strings.Join(out, "\n")
}

func pad(depth int) string {
	if depth > 0 {
		return " "
	}
	return ""
}

func quoteDepth(line string) int {
	return len(line) - len(strings.TrimLeft(line, ">"))
}
