package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is an XML element. Its name is the local one: writers differ in prefixes, and the strict and the
// transitional form of ECMA-376 in namespaces. Text nodes have no name.
type node struct {
	name string
	attr map[string]string
	kids []*node
	text string
}

var errTooBig = errors.New("larger than minutes ever are")

// parse reads XML into a tree. Elements of drawings (DrawingML, VML) are renamed away, so that their p and t are
// not taken for Word's.
func parse(r io.Reader) (*node, error) {
	d := xml.NewDecoder(r)
	root := &node{}
	stack := []*node{root}
	chars := 0
	for count := 0; ; count++ {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("parse: %w", err)
		}
		if text, ok := tok.(xml.CharData); ok {
			chars += len(text)
		}
		if count > maxNodes || len(stack) > maxDepth || chars > maxChars {
			return nil, errTooBig
		}
		stack = grow(stack, tok)
	}
}

func grow(stack []*node, tok xml.Token) []*node {
	top := stack[len(stack)-1]
	switch t := tok.(type) {
	case xml.StartElement:
		n := &node{name: local(t.Name), attr: attributes(t.Attr)}
		top.kids = append(top.kids, n)
		return append(stack, n)
	case xml.EndElement:
		if len(stack) > 1 {
			return stack[:len(stack)-1]
		}
	case xml.CharData:
		if len(stack) > 1 {
			top.kids = append(top.kids, &node{text: string(t)})
		}
	}
	return stack
}

func attributes(list []xml.Attr) map[string]string {
	if len(list) == 0 {
		return nil
	}
	out := make(map[string]string, len(list))
	for _, a := range list {
		out[a.Name.Local] = a.Value
	}
	return out
}

func local(n xml.Name) string {
	if strings.Contains(n.Space, "drawingml") && n.Local != "inline" && n.Local != "anchor" {
		return "drawing:" + n.Local
	}
	return n.Local
}

// kid is the first child of that name, nil where there is none. It may be called on nil.
func (n *node) kid(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// path follows kid names downwards.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.kid(name)
	}
	return n
}

// val is the element's w:val, "" where there is none. It may be called on nil.
func (n *node) val() string {
	if n == nil {
		return ""
	}
	return n.attr["val"]
}

// on reports whether an on/off property (ECMA-376 §17.17.4) is there and not switched off.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	switch n.val() {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// chars is all character data below n.
func (n *node) chars() string {
	if n.name == "" {
		return n.text
	}
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.chars())
	}
	return b.String()
}
