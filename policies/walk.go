package policies

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/huiban/huiban/secretary"
)

// walk calls visit for every value of v that is no struct and no list, with its key.
func walk(v reflect.Value, key string, visit func(key string, v reflect.Value)) {
	switch {
	case v.Kind() == reflect.Struct && !v.Type().Implements(reflect.TypeFor[fmt.Stringer]()):
		for i := range v.NumField() {
			walk(v.Field(i), join(key, v.Type().Field(i)), visit)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", key, i), visit)
		}
	default:
		visit(key, v)
	}
}

// join is the key of field f below key.
func join(key string, f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	return strings.TrimPrefix(key+"."+name, ".")
}

// walkRefs calls visit for every Ref of p that is set. Alone says that the key wants one person, not a list.
func walkRefs(p *secretary.Policy, visit func(key string, r secretary.Ref, alone bool)) {
	walk(reflect.ValueOf(*p), "", func(key string, v reflect.Value) {
		if r, ok := v.Interface().(secretary.Ref); ok && r != "" {
			visit(key, r, !strings.HasSuffix(key, "]") && !plural[anyOf(key)])
		}
	})
}

// plural are the keys that hold one Ref and mean everybody it names.
var plural = map[string]bool{"roster[].who": true, "materials.required[].from": true, "escalation.steps[].to": true}

var index = regexp.MustCompile(`\[\d+\]`)

// anyOf is the key with its list steps unnumbered: "roster[].who".
func anyOf(key string) string { return index.ReplaceAllString(key, "[]") }

// Departments lists the codes and kinds of departments that p names, each once, in the order of the file; * aside.
func Departments(p *secretary.Policy) []string {
	var out []string
	add := func(name string) {
		if name != "*" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	walkRefs(p, func(_ string, r secretary.Ref, _ bool) {
		if _, name, found := strings.Cut(string(r), ":"); found {
			add(name)
		}
	})
	for _, name := range p.Concerned {
		add(name)
	}
	return out
}
