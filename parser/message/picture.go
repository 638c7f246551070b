package message

import (
	"net/url"
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// A picture that the text shows is part of the text up to this size, such as a logo in a signature. Mail programs show
// what people drag into a letter in the same way, but a photograph or a drawing is larger.
const decoration = 100 << 10

// contentID is what the HTML calls the part by (RFC 2392), "" where it cannot.
func (p *part) contentID() string {
	return strings.Trim(strings.TrimSpace(p.header.Raw("Content-ID")), "<>")
}

// undecorated leaves out the pictures that the HTML shows by their Content-ID. The disposition says nothing: Apple Mail
// writes inline for real files, and Exchange attachment for logos.
func undecorated(files []File, html string) []File {
	shown := shownIn(html)
	var out []File
	for _, f := range files {
		if !f.picture() || len(f.Data) > decoration || f.id == "" || !shown[f.id] {
			out = append(out, f)
		}
	}
	return out
}

var pictureName = pattern.Must(`(?i)\.(png|jpe?g|gif|bmp|webp)$`)

// picture goes by the name as well. Seen in QQ: application/octet-stream.
func (f File) picture() bool {
	return strings.HasPrefix(f.Type, "image/") || pictureName.MatchString(f.Name)
}

// shownIn are the Content-IDs that a page refers to.
func shownIn(html string) map[string]bool {
	shown := map[string]bool{}
	for _, rest := range strings.Split(html, "cid:")[1:] {
		if end := strings.IndexAny(rest, `"'>) `); end >= 0 {
			rest = rest[:end]
		}
		if id, err := url.PathUnescape(rest); err == nil {
			rest = id
		}
		shown[rest] = true
	}
	return shown
}
