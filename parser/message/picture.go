package message

import (
	"net/url"
	"slices"
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
func undecorated(files []File, html func() string) []File {
	if !slices.ContainsFunc(files, File.small) {
		return files
	}
	shown := shownIn(html())
	return slices.DeleteFunc(files, func(f File) bool { return f.small() && shown[f.id] })
}

// small reports whether f is a picture that the HTML may show.
func (f File) small() bool { return f.id != "" && len(f.Data) <= decoration && f.picture() }

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
