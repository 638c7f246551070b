package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"golang.org/x/term"

	"github.com/huiban/huiban/cmd/huiban/demo"
)

type demoCmd struct {
	Out    string `help:"Folder for index.html, mail/ and huiban.db." default:"huiban-demo" type:"path"`
	Policy string `help:"Another of the forty meeting types, such as MT-S1D-1: huiban policy list names them." placeholder:"ID"`
	Serve  bool   `help:"Keep the servers up at the end and print hosts, ports and accounts, so that any mail program can join."`
	Debug  bool   `help:"Log what the daemon does." hidden:""`
}

// Run plays the demonstration; it succeeds only if the meeting really got to done.
func (c *demoCmd) Run(ctx context.Context, s streams) error {
	o := demo.Options{Policy: c.Policy, Dir: c.Out, Story: s.Out, Color: isTerminal(s.Out), Now: now, Log: logger(s, slog.LevelError, false)}
	if c.Debug {
		o.Log = logger(s, slog.LevelDebug, false)
	}
	if c.Serve {
		o.Serve = func(at demo.Served) error {
			fmt.Fprintf(s.Out, "\nIMAP %s, SMTP %s, no encryption, password %q for each of:\n", at.IMAP, at.SMTP, at.Password)
			for _, a := range at.Accounts {
				fmt.Fprintf(s.Out, "  %s\n", a)
			}
			fmt.Fprintln(s.Out, "The secretary goes on reading and answering. Stop with Ctrl-C.")
			<-ctx.Done()
			return nil
		}
	}
	return demo.Run(ctx, o)
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
