package strict

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// fields maps the keys of a struct type to its field numbers.
func fields(t reflect.Type) map[string]int {
	out := map[string]int{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); name != "" && name != "-" {
			out[name] = i
		}
	}
	return out
}

// Keys lists every key that a struct of type t takes, dotted, list steps as [], in the order of the fields.
func Keys(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		out = append(out, name)
		inner, prefix := t.Field(i).Type, name+"."
		if inner.Kind() == reflect.Slice && inner.Elem().Kind() == reflect.Struct {
			inner, prefix = inner.Elem(), name+"[]."
		}
		if inner.Kind() == reflect.Struct && !isText(inner) {
			for _, k := range Keys(inner) {
				out = append(out, prefix+k)
			}
		}
	}
	return out
}

func isText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// unknown reports a key that t does not have, with the one that was probably meant.
func (d *decoder) unknown(k *yaml.Node, key string, t reflect.Type) {
	known := make([]string, 0, t.NumField())
	for name := range fields(t) {
		known = append(known, name)
	}
	slices.Sort(known)
	hint := "the keys here are " + strings.Join(known, ", ")
	if near := Nearest(k.Value, known); near != "" {
		hint = "did you mean " + near + "?"
	} else if home := d.home(k.Value); home != "" {
		hint = "it is written as " + home
	}
	d.fault(k, key, "there is no such key", hint)
}

// home finds the one key elsewhere in the file that ends in name.
func (d *decoder) home(name string) string {
	var found []string
	for _, key := range Keys(d.root) {
		if strings.HasSuffix(key, "."+name) {
			found = append(found, key)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

// mismatch reports a value of the wrong kind: what is wanted, and what stands there.
func (d *decoder) mismatch(n *yaml.Node, v reflect.Value, key string) {
	want, hint := wanted(v.Type())
	d.fault(n, key, fmt.Sprintf("wants %s, but here is %s", want, found(n)), hint)
}

func wanted(t reflect.Type) (want, hint string) {
	switch {
	case t.Kind() == reflect.Slice:
		return "a list", "write [a, b], or one line with a dash for each"
	case t.Kind() == reflect.Bool:
		return "true or false", ""
	case t.Kind() == reflect.Int:
		return "a whole number", ""
	case t.Kind() == reflect.Map && isText(t):
		return "a text", "a plain text, or one line for each language"
	case t.Kind() == reflect.Map || t.Kind() == reflect.Struct && !isText(t):
		return "further keys", "write them on lines of their own below it, indented by two blanks"
	}
	return "a single value", ""
}

func found(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a block of keys"
	}
	return strconv.Quote(n.Value)
}

var yamlLine = regexp.MustCompile(`line (\d+)(?:,? column (\d+))?: *`)

// syntax reports what the YAML reader could not read at all.
func (d *decoder) syntax(err error) {
	f := Fault{File: d.src.file, Message: strings.TrimPrefix(err.Error(), "yaml: ")}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		f.Line, f.Column, f.Message = load.Mark.Line, load.Mark.Column, load.Message
	}
	if m := yamlLine.FindStringSubmatch(f.Message); m != nil && f.Line == 0 {
		f.Line, _ = strconv.Atoi(m[1])
		f.Column, _ = strconv.Atoi(m[2])
	}
	f.Message = "this is not readable as YAML: " + strings.TrimSpace(yamlLine.ReplaceAllString(f.Message, ""))
	f.Hint = "look for a missing colon or blank, a wrong indentation or an open quote on this line or just above"
	if strings.Contains(f.Message, "cannot start any token") || strings.Contains(f.Message, "tab character") {
		f.Hint = "indent with blanks, not with tabs; put a text that begins with @, ` or % in quotes"
	}
	if strings.Contains(f.Message, "expected alphabetic or numeric") {
		f.Hint = "put a text that begins with & or * in quotes"
	}
	d.faults = append(d.faults, f)
}
