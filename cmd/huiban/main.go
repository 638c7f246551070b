// Command huiban is the meeting secretary that lives in a mailbox.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // zones also where the system has none

	"github.com/alecthomas/kong"
)

// verbs is the command line: a struct for each verb, in a file of its own.
type verbs struct {
	Demo    demoCmd    `cmd:"" help:"Play seven weeks of a weekly meeting in a small company, or any of the forty, with a mail server of its own."`
	Init    initCmd    `cmd:"" help:"Write an annotated configuration to start from."`
	Config  configCmd  `cmd:"" help:"Check the configuration."`
	Apply   applyCmd   `cmd:"" help:"Load people, departments and policies into the store; the difference is printed first."`
	Policy  policyCmd  `cmd:"" help:"List, show, take up and check meeting regulations."`
	Run     runCmd     `cmd:"" help:"Do the secretary's work: the daemon."`
	Plan    planCmd    `cmd:"" help:"List the letters to come, with the reason for each."`
	Report  reportCmd  `cmd:"" help:"Report the rules that were missed in a month, with the figures of its meetings."`
	Meeting meetingCmd `cmd:"" help:"List, show, move or cancel meetings."`
	Action  actionCmd  `cmd:"" help:"List, show or drop action items."`
	Mail    mailCmd    `cmd:"" help:"List and show inbound mail with its verdict."`
	Letter  letterCmd  `cmd:"" help:"List letters and their delivery; send dead ones once more."`
	Parse   parseCmd   `cmd:"" help:"Show how one mail is understood, and with --explain why."`
	Preview previewCmd `cmd:"" help:"Write every letter in every language as HTML, text and mail."`
	Backup  backupCmd  `cmd:"" help:"Write a copy of the database and read it back."`
	Status  statusCmd  `cmd:"" help:"Show how things stand."`
	Doctor  doctorCmd  `cmd:"" help:"Examine the installation: configuration, holidays, database, mailbox, what waits; nothing is sent."`
}

// streams is what a verb reads and writes: results on Out, everything else on Err.
type streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// failed is how a verb ends that has said itself what is wrong.
var failed = errors.New("failed")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run carries out one command line and returns its exit code: 0, 1 when it failed, 2 when misused.
func run(ctx context.Context, args []string, s streams) int {
	var v verbs
	code := -1
	p, err := kong.New(&v, kong.Name("huiban"), kong.Description("会办: the meeting secretary that lives in a mailbox."),
		kong.Writers(s.Out, s.Err), kong.Exit(func(c int) { code = c }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(s))
	if err != nil {
		panic(err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := p.Parse(args)
	if code >= 0 { // --help
		return code
	}
	if err != nil {
		fmt.Fprintf(s.Err, "huiban: %s\nTry: %s --help\n", err, meant(err))
		return 2
	}
	if err := k.Run(); err != nil {
		if !errors.Is(err, failed) && !errors.Is(err, context.Canceled) {
			fmt.Fprintf(s.Err, "huiban: %s\n", err)
		}
		return 1
	}
	return 0
}

// meant is as much of the command as was understood.
func meant(err error) string {
	var p *kong.ParseError
	out := "huiban"
	if errors.As(err, &p) {
		for _, part := range p.Context.Path {
			if part.Command != nil {
				out += " " + part.Command.Name
			}
		}
	}
	return out
}

// now is the only reading of the system's clock.
func now() time.Time { return time.Now() }

// logger writes to Err: plain words on a terminal, JSON where asked for.
func logger(s streams, level slog.Level, json bool) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if json {
		return slog.New(slog.NewJSONHandler(s.Err, o))
	}
	return slog.New(slog.NewTextHandler(s.Err, o))
}
