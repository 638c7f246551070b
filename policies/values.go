package policies

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/huiban/huiban/policies/strict"
	"github.com/huiban/huiban/secretary"
)

// form is the kind of a policy that is no type of meeting but a form of holding one (S1B-58): it has no code, since the archive
// number is that of the type held.
const form = "online"

// checkValues checks every value of p by itself.
func checkValues(p *secretary.Policy, at *strict.Source) []Fault {
	var out []Fault
	for _, key := range []string{"id", "code", "title"} {
		if !at.Given(key) && !(key == "code" && p.Kind == form) {
			out = append(out, at.Fault(key, "is missing", "every policy has an id, a code and a title"))
		}
	}
	walk(reflect.ValueOf(*p), "", func(key string, v reflect.Value) {
		if message, hint := checkValue(key, v); message != "" {
			out = append(out, at.Fault(key, message, hint))
		}
		if t, ok := v.Interface().(secretary.Text); ok {
			out = append(out, checkText(key, t, at)...)
		}
	})
	for role := range p.Labels {
		out = append(out, checkLabel(role, at)...)
	}
	return out
}

func checkLabel(role string, at *strict.Source) []Fault {
	if slices.Contains(labelled, role) {
		return nil
	}
	return []Fault{at.Fault("labels."+role, fmt.Sprintf("%q is no role", role), choose(role, labelled))}
}

func checkValue(key string, v reflect.Value) (message, hint string) {
	switch x := v.Interface().(type) {
	case secretary.Ref:
		return checkRef(x)
	case secretary.Date:
		if x != "" && !x.Valid() {
			return fmt.Sprintf("%q is no day", x), "write it as 2026-12-31"
		}
	case secretary.Span:
		return checkCycle(key, x)
	case string:
		return checkString(anyOf(key), x)
	case int:
		switch {
		case x < 0:
			return fmt.Sprintf("%d is below zero", x), ""
		case x > 10_000:
			return fmt.Sprintf("%d is too large", x), "at most 10000"
		}
	}
	return "", ""
}

// upkeep are the cycles of the recurring duties, which fall due on a day.
var upkeep = []string{"review.cycle", "lessons.cycle", "training.cycle", "archive.review_cycle"}

func checkCycle(key string, s secretary.Span) (message, hint string) {
	if s.N > 0 && (s.Unit == secretary.Minutes || s.Unit == secretary.Hours) && slices.Contains(upkeep, key) {
		return fmt.Sprintf("%s is too short: the duty falls due on a day", s), "write days, workdays, weeks or months, such as 12 months"
	}
	return "", ""
}

func checkRef(r secretary.Ref) (message, hint string) {
	if r == "" {
		return "", ""
	}
	if err := secretary.ParseRef(r); err != nil {
		return err.Error(), ""
	}
	return "", ""
}

func checkText(key string, t secretary.Text, at *strict.Source) []Fault {
	var out []Fault
	for lang := range t {
		if !slices.Contains(secretary.Langs, lang) {
			out = append(out, at.Fault(key+"."+string(lang), fmt.Sprintf("%q is no language of letters", lang), "the languages are zh-Hans, zh-Hant and en"))
		}
	}
	return out
}

func checkString(key, s string) (message, hint string) {
	if s == "" {
		return "", ""
	}
	if known, limited := words[key]; limited {
		if !slices.Contains(known, s) {
			return fmt.Sprintf("%q is not one of its words", s), choose(s, known)
		}
		return "", ""
	}
	if form, found := forms[key]; found {
		return form(s)
	}
	return "", ""
}

func choose(word string, known []string) string {
	if near := strict.Nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %s? It takes %s", near, strings.Join(known, ", "))
	}
	return "it takes " + strings.Join(known, ", ")
}
