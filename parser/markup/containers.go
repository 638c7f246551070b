package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hidden reports whether a reader does not see n.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Style, atom.Script, atom.Head, atom.Title, atom.Noscript, atom.Template, atom.Object, atom.Iframe, atom.Svg:
		return true
	}
	st := squeeze(attr(n, "style"))
	return strings.Contains(st, "display:none") || strings.Contains(st, "visibility:hidden") || strings.Contains(st, "mso-hide:all")
}

// strikes reports whether n strikes its text out.
func strikes(n *html.Node) bool {
	return n.DataAtom == atom.S || n.DataAtom == atom.Strike || n.DataAtom == atom.Del || strings.Contains(attr(n, "style"), "line-through")
}

// sized is whether text in n has no size at all, which the font sizes of elements inside it undo: buttons stand in such
// a container so that the blanks between them take no room.
func sized(n *html.Node, nothing bool) bool {
	for _, decl := range strings.Split(squeeze(attr(n, "style")), ";") {
		if v, ok := strings.CutPrefix(decl, "font-size:"); ok {
			nothing = strings.Trim(v, "0pxemt%") == ""
		}
	}
	return nothing
}

func squeeze(s string) string {
	return strings.ToLower(strings.ReplaceAll(s, " ", ""))
}

// quoteNames are the classes, ids and names that clients give to the history they quote.
var quoteNames = []string{
	"gmail_quote", "gmail_attr", "ntes-mailmaster-quote", "ntes-pcmail-quote", "isreplycontent", "reply139content", "xm_reply_quote",
	"history-quote-wrapper", "lark-mail-quote", "yahoo_quoted", "protonmail_quote", "moz-forward-container",
	"replycontent", "referencequote", "zmail_extra", "mail-editor-reference-message-container", "outlookmessageheader",
	"quote_line", "tutanota_quote", "moz-cite-prefix", "wps_quote", "qqmail_quote", "ymail_quoted", "sogo_quote",
}

// historyNames mark the place below which all is history: the client puts no container around it.
var historyNames = []string{"divrplyfwdmsg", "replysplit"}

// signatureNames are the containers of signatures and client footers.
var signatureNames = []string{
	"gmail_signature", "ms-outlook-mobile-signature", "moz-signature", "xm_mail_oauth_signature", "ntes-pcmac-signature",
	"composer_signature", "applemailsignature", "ymail_android_signature", "emptysign", "mail_signature", "spvmailsignature",
	"protonmail_signature", "lark-mail-signature", "foxmail_signature", "mobile_signature", "email_signature",
}

// quotes reports whether n is a container of quoted history.
func quotes(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.Blockquote && !indents(n):
		return true
	case oneOf(n, []string{"gmail_quote"}) && parted(n):
		return false
	}
	if name(n) == "gmail_quote" || n.DataAtom != atom.Br && oneOf(n, quoteNames) {
		return !indents(n)
	}
	return false
}

// parted reports whether n, Gmail's container of an answer's history, begins with the line that introduces it and a blockquote:
// the history is in blockquotes, and what stands between and below them inside n is the writer's. A forwarded mail has none.
func parted(n *html.Node) bool {
	introduced := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.DataAtom == atom.Br:
		case oneOf(c, []string{"gmail_attr"}):
			introduced = true
		default:
			return introduced && c.DataAtom == atom.Blockquote
		}
	}
	return false
}

// indents tells a blockquote that the writer used to indent his own words: Outlook and Gmail mark it so.
func indents(n *html.Node) bool {
	st := squeeze(attr(n, "style"))
	return strings.Contains(st, "border:none") && (strings.Contains(st, "margin:0px0px0px40px") || strings.Contains(st, "margin:00040px") || strings.Contains(st, "margin:0040px"))
}

func opensHistory(n *html.Node) bool { return oneOf(n, historyNames) }

func signs(n *html.Node) bool {
	return oneOf(n, signatureNames) || strings.EqualFold(attr(n, "id"), "signature")
}

func name(n *html.Node) string { return strings.ToLower(strings.TrimSpace(attr(n, "class"))) }

func oneOf(n *html.Node, names []string) bool {
	for _, key := range []string{"class", "id", "name"} {
		v := strings.ToLower(attr(n, key))
		if v == "" {
			continue
		}
		for _, want := range names {
			if strings.Contains(v, want) {
				return true
			}
		}
	}
	return false
}

// coloured reports whether text in n stands out: red, blue, green … but not black, grey or white.
func coloured(n *html.Node, inherited bool) bool {
	c := squeeze(attr(n, "color"))
	for _, decl := range strings.Split(squeeze(attr(n, "style")), ";") {
		if v, ok := strings.CutPrefix(decl, "color:"); ok {
			c = v
		} else if v, ok := strings.CutPrefix(decl, "background-color:"); ok && bright(v) {
			return true
		}
	}
	if n.DataAtom == atom.A {
		return inherited
	}
	if c == "" || c == "inherit" {
		return inherited
	}
	return bright(c)
}

// bright tells a marking colour from the greys and blacks of letterheads.
func bright(c string) bool {
	if named := map[string]bool{"red": true, "blue": true, "green": true, "purple": true, "orange": true, "magenta": true, "yellow": true, "fuchsia": true}; named[c] {
		return true
	}
	var r, g, b int
	switch {
	case strings.HasPrefix(c, "#") && len(c) >= 7:
		r, g, b = hexByte(c[1:3]), hexByte(c[3:5]), hexByte(c[5:7])
	case strings.HasPrefix(c, "#") && len(c) == 4:
		r, g, b = hexByte(c[1:2]+c[1:2]), hexByte(c[2:3]+c[2:3]), hexByte(c[3:4]+c[3:4])
	case strings.HasPrefix(c, "rgb"):
		r, g, b = rgb(c)
	}
	return max(r, g, b)-min(r, g, b) >= 0x90
}

func hexByte(s string) (n int) {
	for i := 0; i < len(s); i++ {
		n = n*16 + strings.IndexByte("0123456789abcdef", s[i])
	}
	return n
}

func rgb(c string) (r, g, b int) {
	var v [3]int
	i, open := 0, false
	for _, ch := range c {
		switch {
		case ch >= '0' && ch <= '9' && i < 3:
			v[i], open = v[i]*10+int(ch-'0'), true
		case open:
			i, open = i+1, false
		}
	}
	return v[0], v[1], v[2]
}
