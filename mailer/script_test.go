package mailer

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

// script is an IMAP server that says exactly what a test wants. Each answer is keyed by the command's beginning; "%s" in it
// is the command's tag. A command that has none is answered OK.
type script struct {
	greeting string
	answers  map[string]string
	asked    chan string // the commands without their tags
}

// run serves one connection after the other and returns the settings to reach it.
func (s *script) run(t *testing.T) IMAP {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s.asked = make(chan string, 1000)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(c)
		}
	}()
	return IMAP{Server: server(l.Addr().(*net.TCPAddr).Port, huiban), Backoff: time.Millisecond, Poll: time.Millisecond}
}

func (s *script) serve(c net.Conn) {
	defer c.Close()
	fmt.Fprintf(c, "%s\r\n", s.greeting)
	r := bufio.NewScanner(c)
	for r.Scan() {
		tag, command, _ := strings.Cut(r.Text(), " ")
		s.asked <- command
		fmt.Fprint(c, s.answer(tag, command))
	}
}

func (s *script) answer(tag, command string) string {
	longest := ""
	for k := range s.answers {
		if strings.HasPrefix(command, k) && len(k) > len(longest) {
			longest = k
		}
	}
	if longest == "" {
		return tag + " OK done\r\n"
	}
	return strings.ReplaceAll(s.answers[longest], "%s", tag)
}

// commands collects what was asked until the watcher has come to rest twice.
func (s *script) commands(t *testing.T, h *watch) string {
	t.Helper()
	wait(t, h.ctx, h.idle)
	wait(t, h.ctx, h.idle)
	var l []string
	for len(s.asked) > 0 {
		l = append(l, <-s.asked)
	}
	return strings.Join(l, "\n")
}

const mail1 = "From: a@b.test\r\nSubject: one\r\n\r\nx\r\n"

// oneMail is a server with one message, which it lists at every look as real servers do ("n:*" is never empty).
func oneMail(caps string) *script {
	return &script{
		greeting: "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR " + caps + "] Coremail ready",
		answers: map[string]string{
			"CAPABILITY":   "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR " + caps + "\r\n%s OK done\r\n",
			"ID":           "* ID (\"name\" \"Coremail\" \"version\" NIL)\r\n%s OK done\r\n",
			"SELECT":       "* FLAGS (odd[flag])\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY 9] -\r\n* OK [X-ODD [y]] -\r\n%s OK [READ-WRITE] done\r\n",
			"UID FETCH 1 ": fmt.Sprintf("* 1 FETCH (UID 1 BODY[] {%d}\r\n%s)\r\n* VANISHED 7\r\n%%s OK done\r\n", len(mail1), mail1),
			"UID FETCH":    "* 1 FETCH (UID 1 RFC822.SIZE 40 INTERNALDATE \"23-Nov-2026 12:00:00 +0800\")\r\n%s OK done\r\n",
		},
	}
}

func TestWatchPollsWhereThereIsNoIdle(t *testing.T) {
	s := oneMail("")
	h := startWatch(t, &Watcher{Account: s.run(t)}, Position{})
	if got := subjects(t, h, 1); got[0] != "one" {
		t.Errorf("got %q", got)
	}
	asked := s.commands(t, h)
	if strings.Contains(asked, "IDLE") || !strings.Contains(asked, "NOOP") || strings.Contains(asked, "\nID ") {
		t.Errorf("asked\n%s", asked)
	}
	if len(h.got) > 0 {
		t.Error("the last message came twice")
	}
}

func TestWatchIntroducesItselfBeforeSelect(t *testing.T) {
	s := oneMail("ID")
	h := startWatch(t, &Watcher{Account: s.run(t)}, Position{})
	subjects(t, h, 1)
	asked := s.commands(t, h)
	id, sel := strings.Index(asked, "ID ("), strings.Index(asked, "SELECT")
	if id < 0 || sel < id {
		t.Errorf("asked\n%s", asked)
	}
	for _, never := range []string{"ENVELOPE", "BODYSTRUCTURE", "LIST"} {
		if strings.Contains(asked, never) {
			t.Errorf("asked for %s", never)
		}
	}
}

func TestHandledMailIsCopiedWhereThereIsNoMove(t *testing.T) {
	s := oneMail("UIDPLUS")
	a := s.run(t)
	a.Handled = "Handled"
	h := startWatch(t, &Watcher{Account: a}, Position{})
	subjects(t, h, 1)
	asked := s.commands(t, h)
	if !strings.Contains(asked, "UID COPY 1") || strings.Contains(asked, "Deleted") || strings.Contains(asked, "EXPUNGE") {
		t.Errorf("asked\n%s", asked)
	}
}

func TestMissingFolderForHandledMailIsMade(t *testing.T) {
	s := oneMail("MOVE")
	s.answers["UID MOVE"] = "%s NO [TRYCREATE] no such folder\r\n"
	a := s.run(t)
	a.Handled = "Handled"
	h := startWatch(t, &Watcher{Account: a}, Position{})
	subjects(t, h, 1)
	if asked := s.commands(t, h); !strings.Contains(asked, "CREATE \"Handled\"") || strings.Count(asked, "UID MOVE") != 2 {
		t.Errorf("asked\n%s", asked)
	}
}

func TestVanishedMailIsPassedOver(t *testing.T) {
	s := oneMail("")
	s.answers["UID FETCH 1 "] = "%s OK nothing\r\n"
	h := startWatch(t, &Watcher{Account: s.run(t)}, Position{})
	s.commands(t, h)
	if len(h.got) > 0 || len(h.trouble) != 1 {
		t.Errorf("%d mails, %d signals", len(h.got), len(h.trouble))
	}
}

func TestLoginThatIsBusyIsNotTheAccountsFault(t *testing.T) {
	s := oneMail("")
	s.answers["AUTHENTICATE"] = "%s NO [UNAVAILABLE] try later\r\n"
	h := startWatch(t, &Watcher{Account: s.run(t)}, Position{})
	for range 2 {
		if err := wait(t, h.ctx, h.trouble); err == nil || strings.Contains(err.Error(), ErrAccount.Error()) {
			t.Errorf("got %v", err)
		}
	}
}

func TestLoginCommandWhereNoMechanismIsOffered(t *testing.T) {
	s := oneMail("")
	s.greeting = "* OK [CAPABILITY IMAP4rev1] ready"
	s.answers["CAPABILITY"] = "* CAPABILITY IMAP4rev1\r\n%s OK done\r\n"
	h := startWatch(t, &Watcher{Account: s.run(t)}, Position{})
	subjects(t, h, 1)
	if asked := s.commands(t, h); !strings.Contains(asked, "LOGIN") || strings.Contains(asked, "AUTHENTICATE") {
		t.Errorf("asked\n%s", asked)
	}
}
