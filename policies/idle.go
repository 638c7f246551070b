package policies

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// kept are the keys and sections that are read and checked and that nothing acts on yet. A key that comes to work is
// taken off this list; a test compares it with what the secretary reads.
var kept = []string{}

// Idle warns of what the file asks for and nothing acts on yet, so that nobody waits for it. Nil means that all of it
// is acted on.
func Idle(name string, src []byte) []Fault {
	p := &secretary.Policy{}
	strict.Decode(name, src, p)
	var asked []string
	walk(reflect.ValueOf(*p), "", func(key string, v reflect.Value) {
		if k := keptKey(anyOf(key)); k != "" && asks(v) && !slices.Contains(asked, k) {
			asked = append(asked, k)
		}
	})
	if len(asked) == 0 {
		return nil
	}
	return []Fault{{File: name, Warning: true, Message: "kept, and not acted on yet: " + strings.Join(asked, ", ")}}
}

// keptKey is the entry of kept that key belongs to, "" where it is acted on.
func keptKey(key string) string {
	for _, k := range kept {
		if key == k || strings.HasPrefix(key, k+".") || strings.HasPrefix(key, k+"[") {
			return k
		}
	}
	return ""
}

// asIs are the words that ask for what happens anyway.
var asIs = []string{"off", "normal", "keep", "publication", "convener"}

// asks reports whether a value wants something done.
func asks(v reflect.Value) bool {
	return !v.IsZero() && !slices.Contains(asIs, fmt.Sprint(v))
}
