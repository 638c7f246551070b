package message

import "strings"

// unflow joins the soft line ends of format=flowed (RFC 3676): a line that ends with a blank goes on in the next one
// of the same quote depth. The signature mark "-- " is no soft end.
func unflow(s string, delsp bool) string {
	var out strings.Builder
	open, depth := false, 0
	for i, line := range strings.Split(s, "\n") {
		d := quoteDepth(line)
		text := strings.TrimPrefix(line[d:], " ")
		if !open || d != depth || text == "-- " {
			if i > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(line[:d] + pad(d))
		}
		depth = d
		open = strings.HasSuffix(text, " ") && text != "-- "
		if open && delsp {
			text = strings.TrimSuffix(text, " ")
		}
		out.WriteString(text)
	}
	return out.String()
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
