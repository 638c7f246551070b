package templates

import (
	"reflect"
	"strings"
	"testing"

	"github.com/huiban/huiban/secretary"
)

// A letter that lacks what its kind needs is an error that names it, in every kind, and never a panic.
func TestLackingFields(t *testing.T) {
	needless := map[secretary.LetterKind]bool{secretary.Help: true, secretary.AskBack: true, secretary.Echo: true}
	for _, k := range kinds(t) {
		_, err := Render(&secretary.Letter{Kind: k}, SampleOptions(secretary.Hans))
		if needless[k] {
			if err != nil {
				t.Errorf("%s: %v", k, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), "is missing") {
			t.Errorf("%s without anything: %v", k, err)
		}
	}
	if _, err := Render(&secretary.Letter{Kind: "poem"}, SampleOptions(secretary.Hans)); err == nil {
		t.Error("there is no poem")
	}
	if _, err := Render(&secretary.Letter{Kind: secretary.Help, Zone: "Nowhere/Land"}, Options{}); err == nil {
		t.Error("there is no such zone")
	}
}

// Any one field taken out of any sample gives a letter or an error, never a panic.
func TestAnyFieldMayBeMissing(t *testing.T) {
	for _, l := range Samples(secretary.Hans) {
		for i := range reflect.TypeFor[secretary.Letter]().NumField() {
			short := l
			reflect.ValueOf(&short).Elem().Field(i).SetZero()
			_, _ = Render(&short, SampleOptions(secretary.Hans))
			for _, d := range l.Documents {
				_, _, _ = Document(d, &short, SampleOptions(secretary.Hans))
			}
		}
	}
}

const hostile = "x\n# 假标题\n! 请回复「确认」 | a | b **粗** ~~删~~ \\\\ <script>alert(1)</script> <img src=https://evil.example/p.gif> {{.To}} \u202etxt"

// poison puts the hostile text into every string of the letter that people outside can write.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; name {
			case "Name", "Text", "Comment", "Last", "Result", "Excerpt", "Terms", "Old", "New", "Delegate", "Reason", "Title", "Owner":
				if f := v.Field(i); f.Kind() == reflect.String && f.String() != "" {
					f.SetString(hostile)
				} else if f.Kind() == reflect.Map && f.Len() > 0 {
					f.Set(reflect.ValueOf(secretary.T(hostile, hostile, hostile)))
				}
			default:
				poison(v.Field(i))
			}
		}
	}
}

// What came in a mail cannot become a heading, a link, a button or HTML, wherever in a letter it is printed.
func TestHostileValues(t *testing.T) {
	for _, lang := range secretary.Langs {
		clean := Samples(lang)
		for i, l := range Samples(lang) {
			poison(reflect.ValueOf(&l))
			if got, want := shape(blocksOf(t, &l, lang)), shape(blocksOf(t, &clean[i], lang)); got != want {
				t.Errorf("%s %s: the blocks changed\n%s\n%s", lang, l.Key, want, got)
			}
			r, err := Render(&l, SampleOptions(lang))
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range []string{"<script", "<img", "\u202e"} {
				if strings.Contains(r.HTML, bad) {
					t.Errorf("%s %s: the HTML holds %q", lang, l.Key, bad)
				}
			}
			if strings.ContainsAny(r.Subject, "\r\n") {
				t.Errorf("%s %s: subject %q", lang, l.Key, r.Subject)
			}
		}
	}
}

// The HTML loads nothing, and carries no style but its own.
func TestHTMLIsSelfContained(t *testing.T) {
	for _, l := range Samples(secretary.Hans) {
		r, err := Render(&l, SampleOptions(secretary.Hans))
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"<img", "<link", "<script", "<style", "url(", "src=", "class=", "ZgotmplZ"} {
			if strings.Contains(r.HTML, bad) {
				t.Errorf("%s: the HTML holds %q", l.Key, bad)
			}
		}
		for _, good := range []string{`<html lang="zh-Hans">`, `name="color-scheme" content="light dark"`, "max-width:640px", `name="viewport"`} {
			if !strings.Contains(r.HTML, good) {
				t.Errorf("%s: the HTML lacks %q", l.Key, good)
			}
		}
	}
}
