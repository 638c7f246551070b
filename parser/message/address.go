package message

import "strings"

// Address is one mailbox. Email is lower case; Name is decoded and may be empty.
type Address struct{ Name, Email string }

// Addresses reads the mailboxes of a field like From or To. Entries without an address are passed over.
func (h Header) Addresses(name string) (list []Address) {
	for _, v := range h.All(name) {
		for _, one := range splitAddresses(v) {
			if a, ok := readAddress(one); ok {
				list = append(list, a)
			}
		}
	}
	return list
}

// splitAddresses cuts at commas and semicolons that stand outside quotes, angle brackets and comments.
func splitAddresses(v string) (parts []string) {
	quoted, angle, depth, start := false, false, 0, 0
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '<':
			angle = true
		case c == '>':
			angle = false
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case (c == ',' || c == ';') && !angle && depth == 0:
			parts = append(parts, v[start:i])
			start = i + 1
		}
	}
	return append(parts, v[start:])
}

func readAddress(s string) (Address, bool) {
	if i := strings.LastIndexByte(s, '<'); i >= 0 {
		if j := strings.IndexByte(s[i:], '>'); j > 0 && strings.Contains(s[i:i+j], "@") {
			return Address{personName(s[:i]), cleanEmail(s[i+1 : i+j])}, true
		}
	}
	name := ""
	if i := strings.IndexByte(s, '('); i >= 0 {
		name = strings.TrimSuffix(strings.TrimSpace(s[i+1:]), ")")
		s = s[:i]
	}
	for _, f := range strings.Fields(s) {
		if strings.Contains(f, "@") {
			return Address{personName(name), cleanEmail(strings.Trim(f, "<>\"'"))}, true
		}
	}
	return Address{}, false
}

func cleanEmail(s string) string {
	s = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(s)), "mailto:")
	return strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s)
}

func personName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' {
		s = strings.ReplaceAll(strings.Trim(s, "\""), "\\", "")
	}
	s = clean(DecodeWords(strings.TrimSpace(s)))
	return strings.Join(strings.Fields(strings.Trim(strings.TrimSpace(s), "\"'")), " ")
}
