package strict

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Decode reads src into the struct that into points to, whose fields carry yaml tags. It reads on past every mistake:
// what can be read is in the struct, all else is in the faults, in the order of the file. The Source is never nil.
//
// Scalars are taken as they are written, so that a password of digits keeps its leading zero. Anchors and aliases are
// refused: a file of settings is read by people.
func Decode(file string, src []byte, into any) (*Source, []Fault) {
	d := &decoder{src: &Source{file: file, places: map[string]place{}}}
	d.root = reflect.TypeOf(into).Elem()
	if doc := d.parse(src); doc != nil {
		d.value(doc, reflect.ValueOf(into).Elem(), "")
	}
	Sort(d.faults)
	return d.src, d.faults
}

// parse returns the one document in src, nil where there is none or it cannot be read.
func (d *decoder) parse(src []byte) *yaml.Node {
	if line := badUTF8(src); line > 0 {
		d.faults = append(d.faults, Fault{File: d.src.file, Line: line, Message: "this is not UTF-8", Hint: "save the file as UTF-8, not as GBK or ANSI"})
		return nil
	}
	var docs []yaml.Node
	if err := yaml.Load(src, &docs, yaml.WithAllDocuments()); err != nil {
		d.syntax(err)
		return nil
	}
	if len(docs) > 1 {
		d.fault(&docs[1], "", "a second document begins here", "remove the line ---")
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		return nil
	}
	return docs[0].Content[0]
}

// badUTF8 is the first line that is not UTF-8, 0 where all are.
func badUTF8(src []byte) int {
	if utf8.Valid(src) {
		return 0
	}
	for i, line := range bytes.Split(src, []byte("\n")) {
		if !utf8.Valid(line) {
			return i + 1
		}
	}
	return 0
}

type decoder struct {
	src    *Source
	root   reflect.Type
	faults []Fault
}

func (d *decoder) fault(n *yaml.Node, key, message, hint string) {
	d.faults = append(d.faults, Fault{File: d.src.file, Line: n.Line, Column: n.Column, Key: key, Message: message, Hint: hint})
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, key string) {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		d.fault(n, key, "anchors (&) and aliases (*) are not read here", "write the value out; put a text that begins with & or * in quotes")
		return
	}
	if isNull(n) {
		return
	}
	if n.Kind == yaml.ScalarNode {
		d.scalar(n, v, key)
		return
	}
	switch {
	case v.Kind() == reflect.Struct && !isText(v.Type()):
		d.structure(n, v, key)
	case v.Kind() == reflect.Slice:
		d.list(n, v, key)
	case v.Kind() == reflect.Map:
		d.mapping(n, v, key)
	default:
		d.mismatch(n, v, key)
	}
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 && (n.Value == "" || n.Value == "~" || n.Value == "null")
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, key string) {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if err := u.UnmarshalText([]byte(n.Value)); err != nil {
			d.fault(n, key, err.Error(), "")
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
	case reflect.Bool:
		d.boolean(n, v, key)
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil {
			d.mismatch(n, v, key)
			return
		}
		v.SetInt(int64(i))
	default:
		d.mismatch(n, v, key)
	}
}

func (d *decoder) boolean(n *yaml.Node, v reflect.Value, key string) {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "on":
		v.SetBool(true)
	case "false", "no", "off":
		v.SetBool(false)
	default:
		d.mismatch(n, v, key)
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, key string) {
	if n.Kind != yaml.SequenceNode {
		d.mismatch(n, v, key)
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		at := fmt.Sprintf("%s[%d]", key, i)
		d.note(c, c, at)
		if isNull(c) {
			d.fault(c, at, "nothing stands behind this dash", "write a value, or remove the line")
		}
		d.value(c, v.Index(i), at)
	}
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, key string) {
	if n.Kind != yaml.MappingNode {
		d.mismatch(n, v, key)
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	d.entries(n, key, func(k, c *yaml.Node, at string) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(c, e, at)
		v.SetMapIndex(reflect.ValueOf(k.Value).Convert(v.Type().Key()), e)
	})
}

func (d *decoder) structure(n *yaml.Node, v reflect.Value, key string) {
	if n.Kind != yaml.MappingNode {
		d.mismatch(n, v, key)
		return
	}
	known := fields(v.Type())
	d.entries(n, key, func(k, c *yaml.Node, at string) {
		i, found := known[k.Value]
		if !found {
			d.unknown(k, at, v.Type())
			return
		}
		d.value(c, v.Field(i), at)
	})
}

// entries calls each for every key of the mapping, repeated keys aside.
func (d *decoder) entries(n *yaml.Node, key string, each func(k, c *yaml.Node, at string)) {
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, c := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			d.fault(k, key, "a key must be a word", "")
			continue
		}
		if k.Value == "<<" {
			d.fault(k, key, "merge keys (<<) are not read here", "write the keys out")
			continue
		}
		at := strings.TrimPrefix(key+"."+k.Value, ".")
		if line, seen := first[k.Value]; seen {
			d.fault(k, at, fmt.Sprintf("is here a second time, line %d has it first", line), "keep one of the two")
			continue
		}
		first[k.Value] = k.Line
		d.note(k, c, at)
		each(k, c, at)
	}
}

func (d *decoder) note(k, c *yaml.Node, at string) {
	p := place{c.Line, c.Column, isNull(c)}
	if p.empty || c.Kind != yaml.ScalarNode {
		p.line, p.column = k.Line, k.Column
	}
	d.src.places[at] = p
}
