// Package markup turns the HTML of a mail into lines of text. It keeps what quotation can be told by: how deep in quote
// containers a line lies, whether it belongs to a signature container, and whether it is written in a colour of its own.
package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Line is one line of the page.
type Line struct {
	Text      string // white space collapsed, table cells apart by a tab
	Depth     int    // how many quote containers it lies in
	Signature bool   // it lies in a container that clients put signatures in
	Colour    bool   // all of it is written in a marked colour (red, blue …)
	Struck    bool   // all of it is struck out; of other lines the words struck out are left out
}

// maxNodes caps the work on a hostile page; maxDepth its nesting.
const (
	maxNodes = 200000
	maxDepth = 500
)

// Lines reads page. What is not shown (style, script, comments, display:none) is left out.
func Lines(page string) []Line {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	w := &walker{}
	w.node(doc, style{}, 0)
	w.flush()
	return trim(w.lines)
}

// style is what a node hands down to its children.
type style struct {
	quote     int
	signature bool
	colour    bool
	pre       bool
	nothing   bool // text here has no size
	struck    bool // text here is struck out
}

type walker struct {
	lines   []Line
	text    strings.Builder
	struck  strings.Builder // what is struck out of the open line
	plain   bool            // some of the open line is not coloured
	hue     bool            // some of it is
	space   bool            // white space is owed
	style   style
	visited int
	history bool // all that follows is history, whatever container it lies in
}

func (w *walker) node(n *html.Node, s style, depth int) {
	if w.visited++; w.visited > maxNodes || depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		switch {
		case s.nothing:
		case s.struck:
			w.set(s)
			w.struck.WriteString(n.Data)
			w.space = w.space || strings.TrimSpace(n.Data) != n.Data
		default:
			w.write(n.Data, s)
		}
		return
	case html.ElementNode:
		if hidden(n) {
			return
		}
		s = w.enter(n, s)
	}
	if n.DataAtom == atom.Table && n.Type == html.ElementNode && w.grid(n, s, depth) {
		return
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, s, depth+1)
	}
	w.leave(n, block, s)
}

func (w *walker) enter(n *html.Node, s style) style {
	if opensHistory(n) {
		w.flush()
		w.history = true
	}
	if quotes(n) {
		s.quote++
		s.signature = false
	}
	s.signature = s.signature || signs(n)
	s.colour = coloured(n, s.colour)
	s.pre = s.pre || n.DataAtom == atom.Pre
	s.nothing, s.struck = sized(n, s.nothing), s.struck || strikes(n)
	return s
}

func (w *walker) leave(n *html.Node, block bool, s style) {
	switch {
	case n.DataAtom == atom.Br:
		w.set(s)
		w.end()
	case n.DataAtom == atom.Hr && s.quote == 0:
		w.set(s)
		w.text.WriteString("________________")
		w.end()
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		if w.text.Len() > 0 {
			w.text.WriteByte('\t')
			w.space = false
		}
	case block:
		w.flush()
	}
}

// write adds text, collapsing white space as a browser does.
func (w *walker) write(t string, s style) {
	for _, r := range t {
		switch {
		case r == '\n' && s.pre:
			w.set(s)
			w.end()
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
			w.space = true
		default:
			w.set(s)
			if w.space && w.text.Len() > 0 {
				w.text.WriteByte(' ')
			}
			w.space = false
			w.text.WriteRune(r)
			if r != '\u00a0' {
				w.plain, w.hue = w.plain || !s.colour, w.hue || s.colour
			}
		}
	}
}

// set gives the open line the style of its first text.
func (w *walker) set(s style) {
	if w.text.Len() == 0 {
		w.style = s
	}
}

func (w *walker) flush() {
	if w.text.Len() > 0 || w.struck.Len() > 0 {
		w.end()
	}
}

func (w *walker) end() {
	depth := w.style.quote
	if w.history {
		depth = max(depth, 1)
	}
	t := strings.TrimSpace(strings.ReplaceAll(w.text.String(), "\u00a0", " "))
	l := Line{Text: t, Depth: depth, Signature: w.style.signature, Colour: w.hue && !w.plain}
	if t == "" {
		l.Text = strings.Join(strings.Fields(w.struck.String()), " ")
		l.Struck = l.Text != ""
	}
	w.lines = append(w.lines, l)
	w.text.Reset()
	w.struck.Reset()
	w.plain, w.hue, w.space = false, false, false
}

func trim(lines []Line) []Line {
	for len(lines) > 0 && lines[0].Text == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].Text == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Tr: true, atom.Table: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Pre: true, atom.Hr: true,
	atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Center: true,
	atom.Form: true, atom.Fieldset: true, atom.Address: true, atom.Body: true, atom.Tbody: true, atom.Thead: true, atom.Caption: true}
