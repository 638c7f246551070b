package store

import "strings"

// clean is s as PostgreSQL takes text: valid UTF-8 without NUL. Mail headers and server errors may hold either.
// Docs need no cleaning, since JSON escapes NUL and replaces what is no UTF-8.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}
