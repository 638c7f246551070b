package secretary

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Difference is one value in which two versions of a thing differ.
type Difference struct {
	Key string `json:"key"` // as its file has it: notice.lead, agenda.items[4]; of a list that is only in another order, the list's
	Old any    `json:"old"` // nil where the earlier version has none
	New any    `json:"new"` // nil where the later one has none
}

// Differences lists, in the order of the file, the values in which two structs of one type differ. What takes several keys
// in the file, such as an item of the agenda, is one value. An empty list or text is the same as none.
func Differences(was, is any) []Difference {
	a, b := reflect.Indirect(reflect.ValueOf(was)), reflect.Indirect(reflect.ValueOf(is))
	return differ("", a, b)
}

func differ(key string, a, b reflect.Value) []Difference {
	switch {
	case alike(a, b):
		return nil
	case a.Kind() == reflect.Struct && !oneValue(a):
		var out []Difference
		for i := range a.NumField() {
			if name := keyOf(a.Type().Field(i)); name != "-" {
				out = append(out, differ(strings.TrimPrefix(key+"."+name, "."), a.Field(i), b.Field(i))...)
			}
		}
		return out
	case a.Kind() == reflect.Slice && a.Type().Elem().Kind() == reflect.Struct && !oneValue(reflect.Zero(a.Type().Elem())):
		return differInList(key, a, b)
	}
	return []Difference{{key, given(a), given(b)}}
}

// oneValue reports whether a struct is written as one text: a length of time, a moment, a time of day.
func oneValue(v reflect.Value) bool { return v.Type().Implements(reflect.TypeFor[fmt.Stringer]()) }

// keyOf is the name of a field in its file; "-" where it stands in none.
func keyOf(f reflect.StructField) string {
	for _, tag := range []string{"yaml", "json"} {
		if name, _, _ := strings.Cut(f.Tag.Get(tag), ","); name != "" {
			return name
		}
	}
	return strings.ToLower(f.Name)
}

// given is a value as it stands, nil where it is none.
func given(v reflect.Value) any {
	if hollow(v) && v.Kind() != reflect.Bool && v.Kind() != reflect.Int {
		return nil
	}
	return v.Interface()
}

func hollow(v reflect.Value) bool {
	return v.IsZero() || (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0
}

// alike reports whether two values say the same.
func alike(a, b reflect.Value) bool {
	if hollow(a) && hollow(b) {
		return true
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alike(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// differInList tells what was taken off a list, put on it, or changed: what is the same in both is passed over, then those
// are paired that stand for the same, by their number or by whom they are about.
func differInList(key string, a, b reflect.Value) []Difference {
	left, right := unmatched(a, b), unmatched(b, a)
	if len(left)+len(right) == 0 {
		return []Difference{{key, given(a), given(b)}} // another order
	}
	var out []Difference
	for _, i := range right {
		d := Difference{Key: fmt.Sprintf("%s[%d]", key, i+1), New: b.Index(i).Interface()}
		if m := slices.IndexFunc(left, func(j int) bool { return name(a.Index(j), j) == name(b.Index(i), i) }); m >= 0 {
			d.Old, left = a.Index(left[m]).Interface(), slices.Delete(slices.Clone(left), m, m+1)
		}
		out = append(out, d)
	}
	for _, j := range left {
		out = append(out, Difference{Key: fmt.Sprintf("%s[%d]", key, j+1), Old: a.Index(j).Interface()})
	}
	return out
}

// unmatched are the places of a whose values b has not.
func unmatched(a, b reflect.Value) []int {
	var out []int
	used := map[int]bool{}
	for i := range a.Len() {
		found := false
		for j := range b.Len() {
			if !used[j] && alike(a.Index(i), b.Index(j)) {
				used[j], found = true, true
				break
			}
		}
		if !found {
			out = append(out, i)
		}
	}
	return out
}

// naming are the fields by which an entry of a list stays the same one when the rest of it changes.
var naming = []string{"No", "Who", "From"}

// name is by what an entry of a list is known: its own, else its place.
func name(v reflect.Value, place int) string {
	for _, f := range naming {
		if x := v.FieldByName(f); x.IsValid() && !x.IsZero() {
			return x.String()
		}
	}
	return fmt.Sprint(place)
}
