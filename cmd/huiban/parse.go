package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/meaning"
)

type parseCmd struct {
	About   string `help:"Which letter the mail answers: invitation, minutes, action, approval, day-off, survey, draft, materials, topic-call, agenda, grading, upkeep, application, applied, guide or none." enum:"invitation,minutes,action,approval,day-off,survey,draft,materials,topic-call,agenda,grading,upkeep,application,applied,guide,none" default:"none"`
	Meeting bool   `help:"The mail belongs to a meeting's thread: the quick lines of who conducts it are read as well."`
	Now     string `help:"The moment that dates are counted from, RFC 3339; default is the mail's own Date." placeholder:"TIME"`
	Zone    string `help:"Zone of dates where the mail's own offset is +0000." default:"Asia/Shanghai"`
	jsonFlag
	Explain bool   `help:"Say what each line of the mail was taken for, and by which rule."`
	File    string `arg:"" help:"A raw mail; - reads standard input."`
}

// Run prints one JSON object: how the mail is understood; with --explain a page for people. It needs no configuration,
// store or network.
func (c *parseCmd) Run(s streams) error {
	o := parser.Options{About: meaning.About(c.About), Meeting: c.Meeting, Explain: c.Explain}
	var err error
	if o.Zone, err = time.LoadLocation(c.Zone); err != nil {
		return fmt.Errorf("--zone: %q is no time zone such as Asia/Shanghai", c.Zone)
	}
	if c.Now != "" {
		if o.Now, err = time.Parse(time.RFC3339, c.Now); err != nil {
			return fmt.Errorf("--now: %q is no time such as 2026-11-20T09:00:00+08:00", c.Now)
		}
	}
	raw, err := readFile(s, c.File)
	if err != nil {
		return err
	}
	r := parser.Parse(raw, o)
	if c.Explain && !c.JSON {
		return printExplained(s.Out, r)
	}
	return printJSON(s.Out, r)
}

// readFile reads a file, or standard input for "-".
func readFile(s streams, name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(s.In)
	}
	return os.ReadFile(name)
}

// printJSON prints one JSON document. A list is never null.
func printJSON(w io.Writer, v any) error {
	if r := reflect.ValueOf(v); r.Kind() == reflect.Slice && r.IsNil() {
		v = []any{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
