package policies

import (
	"embed"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

//go:embed defaults/*.yaml
var defaults embed.FS

// kinds are the kinds of meetings that have a file of defaults.
var kinds = []string{"regular", "adhoc", "daily", "training"}

// Defaults is the documented table of the defaults of regular meetings, a policy file itself. What ad-hoc and daily
// meetings have otherwise follows it.
func Defaults() string {
	var b strings.Builder
	for _, kind := range kinds {
		src, err := defaults.ReadFile("defaults/" + kind + ".yaml")
		if err != nil {
			panic(err)
		}
		b.Write(src)
		b.WriteByte('\n')
	}
	return b.String()
}

// WithDefaults is p with every key that it leaves empty set to its default: those of its kind of meeting first, then
// those of all. An empty list ([]) or "0 days" is not empty but means none, and stays. Switches are not filled here
// but by Load, which knows whether the file has them. P itself is not changed.
func WithDefaults(p *secretary.Policy) *secretary.Policy {
	out := *p
	for _, d := range defaultsFor(p) {
		fill(reflect.ValueOf(&out).Elem(), reflect.ValueOf(d.policy).Elem())
	}
	return &out
}

// layer is one file of defaults.
type layer struct {
	policy *secretary.Policy
	at     *strict.Source
}

// withoutTraining lists the layers below those of a training.
func withoutTraining(p *secretary.Policy) []layer {
	other := *p
	other.Kind = ""
	return defaultsFor(&other)
}

// defaultsFor lists the layers for p, the one that goes first in front.
func defaultsFor(p *secretary.Policy) []layer {
	regular := readLayer("regular")
	if p.Kind == "training" {
		return append([]layer{readLayer("training")}, withoutTraining(p)...)
	}
	switch {
	case p.Schedule.AdHoc:
		return []layer{readLayer("adhoc"), regular}
	case strings.Contains(strings.ToUpper(p.Schedule.RRule), "FREQ=DAILY"):
		return []layer{readLayer("daily"), regular}
	}
	return []layer{regular}
}

// readLayer is one file of defaults, read once; what is taken from it is copied.
func readLayer(kind string) layer { return layers[kind]() }

var layers = map[string]func() layer{}

func init() {
	for _, kind := range kinds {
		layers[kind] = sync.OnceValue(func() layer { return decodeLayer(kind) })
	}
}

func decodeLayer(kind string) layer {
	name := "defaults/" + kind + ".yaml"
	src, err := defaults.ReadFile(name)
	if err != nil {
		panic(err)
	}
	p := &secretary.Policy{}
	at, faults := strict.Decode(name, src, p)
	if len(faults) > 0 {
		panic(fmt.Sprint(faults))
	}
	return layer{p, at}
}

// fill copies what is empty in to from from.
func fill(to, from reflect.Value) {
	if to.Kind() == reflect.Struct && !to.Type().Implements(reflect.TypeFor[fmt.Stringer]()) {
		for i := range to.NumField() {
			fill(to.Field(i), from.Field(i))
		}
		return
	}
	if to.IsZero() && to.Kind() != reflect.Bool {
		to.Set(clone(from))
	}
}

// clone is v with lists and texts of its own: no two policies share one.
func clone(v reflect.Value) reflect.Value {
	switch {
	case v.Kind() == reflect.Slice && !v.IsNil():
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(clone(v.Index(i)))
		}
		return out
	case v.Kind() == reflect.Map && !v.IsNil():
		out := reflect.MakeMap(v.Type())
		for _, k := range v.MapKeys() {
			out.SetMapIndex(k, clone(v.MapIndex(k)))
		}
		return out
	case v.Kind() == reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range out.NumField() {
			if f := out.Field(i); f.CanSet() {
				f.Set(clone(f))
			}
		}
		return out
	}
	return v
}

// setSwitches gives the switches that the file leaves out their defaults.
func setSwitches(p *secretary.Policy, file *strict.Source) {
	for _, l := range slices.Backward(defaultsFor(p)) {
		switches(reflect.ValueOf(p).Elem(), reflect.ValueOf(l.policy).Elem(), "", func(key string) bool {
			return l.at.Given(key) && !file.Given(key)
		})
	}
}

func switches(to, from reflect.Value, key string, wanted func(key string) bool) {
	switch to.Kind() {
	case reflect.Struct:
		for i := range to.NumField() {
			switches(to.Field(i), from.Field(i), join(key, to.Type().Field(i)), wanted)
		}
	case reflect.Bool:
		if wanted(key) {
			to.Set(from)
		}
	}
}
