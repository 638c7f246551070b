package main

import (
	"context"
	"fmt"
	"io"
	"maps"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

type policyExplainCmd struct {
	common
	jsonFlag
	ID   string         `arg:"" help:"Policy: an id, a version such as MT-S0-1@2, a preset, or a file."`
	Lang secretary.Lang `help:"Language: zh-Hans, zh-Hant or en." placeholder:"zh-Hans"`
	Docx string         `help:"Write it as a Word file instead of printing it." placeholder:"FILE"`
}

// Run prints the policy as people read a regulation. The letters in its annex come of the decisions that the daemon makes.
func (c *policyExplainCmd) Run(ctx context.Context, s streams) error {
	return c.study(ctx, s, func(o *reading) error {
		lang, err := o.reader(c.Lang)
		if err != nil {
			return err
		}
		found, err := o.find(c.ID)
		if err != nil {
			return err
		}
		l := &secretary.Letter{Kind: secretary.Duty, Ref: "regulation", Lang: lang, Zone: o.office.Zone, Regulations: []secretary.Regulation{*o.regulation(found)}}
		return c.print(s, l, templates.Options{Office: o.office, Wording: o.wording})
	})
}

// explained is a regulation in words, for scripts.
type explained struct {
	ID       string              `json:"id"`
	Version  string              `json:"version,omitempty"`
	Lacks    []string            `json:"lacks"`
	Chapters []templates.Chapter `json:"chapters"`
	Example  *secretary.Example  `json:"example,omitempty"`
}

func (c *policyExplainCmd) print(s streams, l *secretary.Letter, o templates.Options) error {
	if c.JSON {
		chapters, err := templates.RegulationChapters(l, o)
		if err != nil {
			return err
		}
		r := l.Regulations[0]
		return printJSON(s.Out, explained{r.ID, r.Version, append([]string{}, r.Policy.Lacks...), chapters, r.Example})
	}
	if c.Docx != "" {
		_, data, err := templates.Document(secretary.RegulationDoc, l, o)
		if err != nil {
			return err
		}
		return writeFile(s, c.Docx, data)
	}
	text, err := templates.RegulationText(l, o)
	if err != nil {
		return err
	}
	_, err = io.WriteString(s.Out, text)
	return err
}

// regulation is a policy with the people of the office that it names, and one meeting played.
func (o *reading) regulation(found *foundPolicy) *secretary.Regulation {
	desk := &secretary.Desk{Office: o.office, Calendar: o.calendar, Directory: o.directory}
	r := secretary.RegulationOf(desk, found.policy, nil)
	if found.key != "" {
		r.Version, r.From = found.key, found.from
	}
	r.Example = secretary.ExampleOf(desk, found.policy, o.now)
	maps.DeleteFunc(r.People, func(_ secretary.Ref, n secretary.Named) bool { return len(n.Departments)+len(n.People) == 0 })
	return r
}

// reader is the language that something is printed in: the one asked for, else the office's.
func (o *reading) reader(asked secretary.Lang) (secretary.Lang, error) {
	for _, lang := range secretary.Langs {
		if asked == lang {
			return lang, nil
		}
	}
	if asked != "" {
		return "", fmt.Errorf("%q is no language of letters: write zh-Hans, zh-Hant or en", asked)
	}
	if o.office.Lang != "" {
		return o.office.Lang, nil
	}
	return secretary.Hans, nil
}
