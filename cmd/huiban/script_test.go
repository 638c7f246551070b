package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/mailer/mailtest"
)

// words are what scripts may say besides huiban and testscript's own.
func words() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"mailserver": serve, "refuse-login": refuseLogin, "post": post,
		"daemon": startDaemon, "await": await, "stop-daemon": stopDaemon,
		"holidays": writeHolidays, "json": oneDocument, "pick": pick, "sql": execute, "next-year": nextYear,
	}
}

// serve starts a mail server and fills its ports into a file: mailserver office/huiban.yaml
func serve(ts *testscript.TestScript, _ bool, args []string) {
	s, err := mailtest.Start(mailtest.Options{Now: now, Name: "mx.huiban.example"})
	ts.Check(err)
	ts.Defer(s.Close)
	servers.Store(ts, s)
	file := ts.MkAbs(args[0])
	b, err := os.ReadFile(file)
	ts.Check(err)
	ports := strings.NewReplacer("IMAP_PORT", strconv.Itoa(s.IMAPPort()), "SMTP_PORT", strconv.Itoa(s.SMTPPort()))
	ts.Check(os.WriteFile(file, []byte(ports.Replace(string(b))), 0o600))
}

var servers, daemons sync.Map // by *testscript.TestScript

func server(ts *testscript.TestScript) *mailtest.Server {
	s, _ := servers.Load(ts)
	return s.(*mailtest.Server)
}

// writeHolidays writes a file with the holidays of many years, whatever day it is: holidays office/holidays.csv
func writeHolidays(ts *testscript.TestScript, _ bool, args []string) {
	var b strings.Builder
	for year := 2020; year < 2100; year++ {
		for day := 1; day <= 5; day++ {
			fmt.Fprintf(&b, "%d-10-%02d,国庆节,off\n", year, day)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b.String()), 0o600))
}

// refuseLogin has the server refuse every log-in; with ! it takes them again.
func refuseLogin(ts *testscript.TestScript, not bool, _ []string) { server(ts).RefuseLogin(!not) }

// post sends a file as a mail: post FROM TO FILE
func post(ts *testscript.TestScript, _ bool, args []string) {
	raw := strings.ReplaceAll(ts.ReadFile(args[2]), "\n", "\r\n")
	a := mailer.SMTP{Server: mailer.Server{Host: "127.0.0.1", Port: server(ts).SMTPPort(), Security: mailer.None, User: args[0], Password: "secret"}}
	session := (&mailer.Sender{Account: a}).Session()
	defer session.Close()
	ts.Check(session.Send(context.Background(), mailer.Envelope{From: args[0], To: []string{args[1]}}, []byte(raw)).Err)
}

// background is a daemon with its log.
type background struct {
	mu    sync.Mutex
	log   bytes.Buffer
	news  chan struct{} // closed and replaced at each line
	stop  context.CancelFunc
	ended chan int
}

// Write implements io.Writer.
func (b *background) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.news)
	b.news = make(chan struct{})
	return b.log.Write(p)
}

func (b *background) read() (string, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.log.String(), b.news
}

// startDaemon begins huiban run beside the script: daemon -c office
func startDaemon(ts *testscript.TestScript, _ bool, args []string) {
	ctx, stop := context.WithCancel(context.Background())
	b := &background{news: make(chan struct{}), stop: stop, ended: make(chan int, 1)}
	for i, a := range args {
		if i > 0 && args[i-1] == "-c" {
			args[i] = ts.MkAbs(a)
		}
	}
	go func() {
		b.ended <- run(ctx, append([]string{"run"}, args...), streams{strings.NewReader(""), io.Discard, b})
	}()
	ts.Defer(stop)
	daemons.Store(ts, b)
}

// await waits until the daemon's log holds a line like that.
func await(ts *testscript.TestScript, _ bool, args []string) {
	d, _ := daemons.Load(ts)
	b, wanted := d.(*background), regexp.MustCompile("(?m)"+args[0])
	for {
		log, news := b.read()
		if wanted.MatchString(log) {
			return
		}
		select {
		case <-news:
		case code := <-b.ended:
			ts.Fatalf("the daemon ended with %d\n%s", code, log)
		}
	}
}

// stopDaemon stops the daemon and leaves its log in the file: stop-daemon log
func stopDaemon(ts *testscript.TestScript, _ bool, args []string) {
	d, _ := daemons.Load(ts)
	b := d.(*background)
	b.stop()
	if code := <-b.ended; code != 0 {
		ts.Fatalf("the daemon ended with %d", code)
	}
	log, _ := b.read()
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(log), 0o600))
}

// oneDocument checks that a file, such as stdout, is one JSON document whose keys are all of one style: json stdout
func oneDocument(ts *testscript.TestScript, _ bool, args []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	var doc any
	ts.Check(d.Decode(&doc))
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		ts.Fatalf("%s goes on behind its JSON", args[0])
	}
	if _, none := doc.(map[string]any); doc == nil || none && len(doc.(map[string]any)) == 0 {
		ts.Fatalf("%s says nothing: %v", args[0], doc)
	}
	keys(ts, doc)
}

// pick sets a variable to what the first object of a list has under a key, such as letter.key: pick stdout letter.key KEY
func pick(ts *testscript.TestScript, _ bool, args []string) {
	var list []map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &list))
	if len(list) == 0 {
		ts.Fatalf("the list is empty")
	}
	at := list[0]
	way := strings.Split(args[1], ".")
	for _, k := range way[:len(way)-1] {
		at = at[k].(map[string]any)
	}
	ts.Setenv(args[2], fmt.Sprint(at[way[len(way)-1]]))
}

// nextYear sets YEAR to the year after this one, and BEFORE and AFTER to those beside it.
func nextYear(ts *testscript.TestScript, _ bool, _ []string) {
	for name, n := range map[string]int{"BEFORE": 0, "YEAR": 1, "AFTER": 2} {
		ts.Setenv(name, fmt.Sprint(now().Year()+n))
	}
}

var pascal = regexp.MustCompile(`^([A-Z][a-z].*|ID|UID|URL)$`)

func keys(ts *testscript.TestScript, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			keys(ts, e)
		}
	case map[string]any:
		for k, e := range v {
			if pascal.MatchString(k) {
				ts.Fatalf("the key %s is not written like_this", k)
			}
			keys(ts, e)
		}
	}
}

// execute runs a statement on a SQLite file: sql office/huiban.db 'UPDATE …'
func execute(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}
