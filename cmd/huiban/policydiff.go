package main

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

type policyDiffCmd struct {
	common
	jsonFlag
	A    string         `arg:"" help:"The earlier: an id, a version such as MT-S0-1@2, a preset, or a file."`
	B    string         `arg:"" help:"The later."`
	Lang secretary.Lang `help:"Language: zh-Hans, zh-Hant or en." placeholder:"zh-Hans"`
}

// amended is a difference for scripts: the values as the file has them, and in words.
type amended struct {
	secretary.Difference
	Name     string `json:"name"`
	OldWords string `json:"old_words"`
	NewWords string `json:"new_words"`
}

// Run prints what two policies differ in, key by key.
func (c *policyDiffCmd) Run(ctx context.Context, s streams) error {
	return c.study(ctx, s, func(o *reading) error {
		lang, err := o.reader(c.Lang)
		if err != nil {
			return err
		}
		was, err := o.find(c.A)
		if err != nil {
			return err
		}
		is, err := o.find(c.B)
		if err != nil {
			return err
		}
		list, err := o.amendments(was.policy, is.policy, lang)
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(s.Out, append([]amended{}, list...))
		}
		printAmendments(s, list)
		return nil
	})
}

// amendments are the differences of two policies, in words.
func (o *reading) amendments(was, is *secretary.Policy, lang secretary.Lang) ([]amended, error) {
	desk := &secretary.Desk{Office: o.office, Calendar: o.calendar, Directory: o.directory}
	r := secretary.RegulationOf(desk, is, was)
	l := &secretary.Letter{Kind: secretary.Duty, Ref: "regulation", Lang: lang, Zone: o.office.Zone, Regulations: []secretary.Regulation{*r}}
	words, err := templates.RegulationAmendments(l, templates.Options{Office: o.office, Wording: o.wording})
	if err != nil {
		return nil, err
	}
	var out []amended
	for i, d := range secretary.Differences(was, is) {
		d.Old, d.New = asWritten(reflect.ValueOf(d.Old)), asWritten(reflect.ValueOf(d.New))
		out = append(out, amended{d, words[i].Name, words[i].Old, words[i].New})
	}
	return out, nil
}

// asWritten is a value under the keys that the policy file has.
func asWritten(v reflect.Value) any {
	switch {
	case !v.IsValid():
		return nil
	case v.Kind() == reflect.Slice:
		out := []any{}
		for i := range v.Len() {
			out = append(out, asWritten(v.Index(i)))
		}
		return out
	case v.Kind() == reflect.Struct && !v.Type().Implements(reflect.TypeFor[fmt.Stringer]()):
		out := map[string]any{}
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			out[name] = asWritten(v.Field(i))
		}
		return out
	}
	return v.Interface()
}

func printAmendments(s streams, list []amended) {
	if len(list) == 0 {
		fmt.Fprintln(s.Out, "no difference")
		return
	}
	for _, d := range list {
		fmt.Fprintf(s.Out, "%s  %s\n  - %s\n  + %s\n", d.Key, d.Name, d.OldWords, d.NewWords)
	}
}
