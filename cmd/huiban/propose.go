package main

import (
	"context"
	"fmt"
	"log/slog"
	"strings"

	"github.com/huiban/huiban/parser/meaning"
	"github.com/huiban/huiban/secretary"
)

type meetingProposeCmd struct {
	common
	jsonFlag
	By   string `help:"Who applies: an id, an address or a name." placeholder:"WHO"`
	Form bool   `help:"Print the blank form."`
	File string `arg:"" optional:"" help:"The form filled in; - reads standard input."`
}

// proposalForm is what people fill in. Its names are read in either script and in English.
const proposalForm = `会议类型：
主题：
目的：
时间：
地点：
参会人员：
议程：
重要或紧急程度：
理由：
`

// Run applies for a meeting in somebody's name, as a mail of theirs would (S3-61).
func (c *meetingProposeCmd) Run(ctx context.Context, s streams) error {
	if c.Form {
		fmt.Fprint(s.Out, proposalForm)
		return nil
	}
	if c.By == "" || c.File == "" {
		return fmt.Errorf("say who applies, and with what: --by WHO FORM; --form prints the form")
	}
	text, err := readFile(s, c.File)
	if err != nil {
		return err
	}
	o, err := c.open(ctx, s)
	if err != nil {
		return err
	}
	defer o.close()
	by, err := o.person(c.By)
	if err != nil {
		return err
	}
	at := now().In(o.zone())
	applied := meaning.ReadForm(meaning.Question{Now: at}, string(text))
	if applied == nil {
		return fmt.Errorf("%s holds no field of an application; huiban meeting propose --form prints the form", c.File)
	}
	id := fmt.Sprintf("command-%s-%s", by, at.UTC().Format("20060102T150405.000000000"))
	d, err := o.daemon(ctx, logger(s, slog.LevelWarn, false))
	if err != nil {
		return err
	}
	out, err := d.Command(ctx, secretary.PersonCase(by), secretary.Order{Apply: &secretary.ApplyOrder{ID: id, Applied: *applied}})
	if err != nil {
		return err
	}
	return c.tell(s, proposed(out))
}

// proposed is the number of the meeting that was applied for.
func proposed(out *secretary.Outcome) string {
	for _, e := range out.Journal {
		if e.What == "applied" {
			return e.After
		}
	}
	return ""
}

func (c *meetingProposeCmd) tell(s streams, number string) error {
	if c.JSON {
		return printJSON(s.Out, map[string]string{"meeting": number})
	}
	fmt.Fprintf(s.Out, "%s\nhuiban run takes it from here: approval, then the notice\n", number)
	return nil
}

// application prints what a meeting was applied for with, and how far the approval has come.
func (p printer) application(m *secretary.Meeting) {
	a := m.Application
	if a == nil {
		return
	}
	fmt.Fprintf(p.w, "applied for by %s %s: %s\n", p.name(a.By), p.o.local(a.At), a.State)
	for _, l := range [][2]string{{"purpose", a.Purpose}, {"problem", a.Problem}, {"reason", a.Reason}, {"importance", strings.TrimSpace(a.Importance + urgent(a))}} {
		if l[1] != "" {
			fmt.Fprintf(p.w, "  %s: %s\n", l[0], l[1])
		}
	}
	for _, s := range a.Steps {
		fmt.Fprintf(p.w, "  level %d %s\n", s.Level+1, strings.Join(strings.Fields(fmt.Sprint(p.name(s.Person), " ", s.State, " ", p.o.local(s.At), " ", s.Comment)), " "))
	}
	for _, l := range m.Liaisons {
		var who []string
		for _, id := range l.People {
			who = append(who, p.name(id))
		}
		fmt.Fprintf(p.w, "  liaison form %s %s: %s %s\n", l.No, l.Department, strings.Join(who, ", "), l.State)
	}
	if f := m.Problem; f != nil {
		state := "open"
		switch {
		case !f.Solved.IsZero():
			state = "solved " + p.o.local(f.Solved)
		case f.Next != "":
			state = "goes on in " + string(f.Next)
		}
		fmt.Fprintf(p.w, "  problem %s\n", state)
	}
}

func urgent(a *secretary.Application) string {
	if a.Urgent {
		return " urgent"
	}
	return ""
}
