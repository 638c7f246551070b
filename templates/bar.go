package templates

import "strings"

// bar is n of all as a bar of so many blocks: it shows in any mail client, with images off too. A whole bar means all, "" that
// there is nothing to count.
func bar(n, all, length int) string {
	if n < 0 {
		return ""
	}
	full := (n*length + all/2) / all
	if n < all {
		full = min(full, length-1)
	}
	return strings.Repeat("■", full) + strings.Repeat("□", length-full)
}
