package docx

import (
	"bytes"
	"encoding/xml"
)

// node is an XML element. Names and attribute names are ours; values and text are escaped.
type node struct {
	name  string
	attrs []string // name, value, name, value …
	kids  []node
	text  string
}

// el makes an element with attributes given as name, value pairs.
func el(name string, attrs ...string) node { return node{name: name, attrs: attrs} }

// with adds children.
func (n node) with(kids ...node) node {
	n.kids = append(append([]node{}, n.kids...), kids...)
	return n
}

// saying sets the text.
func (n node) saying(s string) node {
	n.text = s
	return n
}

func (n node) write(b *bytes.Buffer) {
	b.WriteString("<" + n.name)
	for i := 0; i+1 < len(n.attrs); i += 2 {
		b.WriteString(" " + n.attrs[i] + `="`)
		escape(b, n.attrs[i+1])
		b.WriteString(`"`)
	}
	if len(n.kids) == 0 && n.text == "" {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	escape(b, n.text)
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

// escape writes s as character data; what XML cannot hold becomes U+FFFD. A bytes.Buffer takes everything.
func escape(b *bytes.Buffer, s string) { _ = xml.EscapeText(b, []byte(s)) }

// file is the element as a whole XML file.
func (n node) file() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	n.write(&b)
	return b.Bytes()
}

// val is an element with the one attribute w:val, the commonest of all.
func val(name, v string) node { return el(name, "w:val", v) }
