package mailer

import (
	"bytes"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/iotest"
)

// through sends a server's words through the filter.
func through(t testing.TB, said string) string {
	t.Helper()
	client, srv := net.Pipe()
	go func() {
		io.Copy(srv, iotest.OneByteReader(strings.NewReader(said)))
		srv.Close()
	}()
	got, err := io.ReadAll(newFilter(client, ""))
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestFilterLetsThroughWhatIsUsed(t *testing.T) {
	check := func(what, said, want string) {
		t.Helper()
		if got := through(t, said); got != want {
			t.Errorf("%s:\n%q came out as\n%q, want\n%q", what, said, got, want)
		}
	}
	same := func(what, said string) { t.Helper(); check(what, said, said) }
	same("greeting with capabilities", "* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] ready\r\n")
	same("uid validity", "* OK [UIDVALIDITY 7] UIDs valid\r\n")
	same("new messages", "* 23 EXISTS\r\n")
	same("expunge", "* 2 EXPUNGE\r\n")
	same("continuation", "+ idling\r\n")
	same("bare continuation", "+\r\n")
	same("tagged", "T1 OK done\r\n")
	same("refused log-in", "T1 NO [AUTHENTICATIONFAILED] no\r\n")
	same("fetch with literal", "* 1 FETCH (UID 5 BODY[] {11}\r\n* 9 JUNK\r\nx)\r\nT2 OK done\r\n")
	same("fetch with two literals", "* 1 FETCH (UID 5 BODY[] {3}\r\na\r\n BODY[HEADER] {0}\r\n)\r\n* 2 EXISTS\r\n")
	same("fetch with size", "* 1 FETCH (UID 5 RFC822.SIZE 7 INTERNALDATE \"23-Nov-2026 12:00:00 +0000\")\r\n")

	check("ID with NIL", "* ID (\"name\" NIL)\r\nT1 OK done\r\n", "T1 OK done\r\n")
	check("ID with a literal", "* ID (\"name\" {6}\r\nT1 OK\n \"v\" NIL)\r\nT1 OK done\r\n", "T1 OK done\r\n")
	check("VANISHED", "* VANISHED (EARLIER) 1:5\r\n* 3 EXISTS\r\n", "* 3 EXISTS\r\n")
	check("LIST with a raw name", "* LIST () \"/\" \xb2\xdd\xb8\xe5\r\n* 3 EXISTS\r\n", "* 3 EXISTS\r\n")
	check("odd flags", "* FLAGS (\\Seen a[b] $x)\r\n* 1 FETCH (FLAGS (a[b]) UID 4)\r\n* 3 EXISTS\r\n", "* 3 EXISTS\r\n")
	check("flags among the data", "* 1 FETCH (FLAGS (a[b]) UID 5 RFC822.SIZE 7)\r\n", "* 1 FETCH (UID 5 RFC822.SIZE 7)\r\n")
	check("flags at the end", "* 1 FETCH (UID 5 RFC822.SIZE 7 FLAGS ())\r\n", "* 1 FETCH (UID 5 RFC822.SIZE 7)\r\n")
	check("no date", "* 1 FETCH (UID 5 RFC822.SIZE 7 INTERNALDATE NIL)\r\n", "* 1 FETCH (UID 5 RFC822.SIZE 7 "+noDate+")\r\n")
	check("odd date", "* 1 FETCH (UID 5 INTERNALDATE \"Mon, 1 Jan\" RFC822.SIZE 7)\r\n", "* 1 FETCH (UID 5 "+noDate+" RFC822.SIZE 7)\r\n")
	check("nested brackets", "* OK [ALERT [x] y] be careful\r\n", "* OK be careful\r\n")
	check("empty COPYUID", "T1 OK [COPYUID 7  ] moved\r\n", "T1 OK moved\r\n")
	check("permanent flags", "* OK [PERMANENTFLAGS (a[b] \\*)] ok\r\n", "* OK ok\r\n")
	check("no text at all", "T1 OK\r\n", "T1 OK -\r\n")
	check("blanks in capabilities", "* CAPABILITY IMAP4rev1  IDLE \r\n", "* CAPABILITY IMAP4rev1 IDLE\r\n")
	check("blanks in a code", "* OK [CAPABILITY IMAP4rev1  IDLE ] hi\r\n", "* OK [CAPABILITY IMAP4rev1 IDLE] hi\r\n")
	check("bare LF", "T1 OK x\n", "T1 OK x\r\n")
	check("an empty line", "\r\n* 1 EXISTS\r\n", "\r\n* 1 EXISTS\r\n")
}

func TestFilterGivesUpAnEndlessLine(t *testing.T) {
	client, srv := net.Pipe()
	go func() {
		srv.Write(bytes.Repeat([]byte("x"), maxLine+64<<10))
		srv.Close()
	}()
	if _, err := io.ReadAll(newFilter(client, "")); !errors.Is(err, errLongLine) {
		t.Errorf("got %v", err)
	}
	client.Close()
}

// FuzzFilter: whatever a server says, the filter comes to an end, and a literal that follows complete lines is untouched.
func FuzzFilter(f *testing.F) {
	f.Add([]byte("* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n"))
	f.Add([]byte("* ID (\"x\" {99}\r\n"))
	f.Add([]byte("* OK [X {4}\r\n]]]]"))
	f.Add([]byte("* VANISHED 1\n\n+\nT1 OK [COPYUID ]"))
	f.Fuzz(func(t *testing.T, said []byte) {
		fetch := []byte("* 1 FETCH (UID 1 BODY[] {13}\r\n* BYE\r\n{5}\r\n[)\r\n")
		said = append(append(said, "\r\n"...), fetch...)
		got, err := io.ReadAll(newFilter(&spoken{r: bytes.NewReader(said)}, ""))
		if err != nil && !errors.Is(err, errLongLine) {
			t.Fatal(err)
		}
		if announced := bytes.Count(said, []byte("{")) > 2; !announced && !bytes.HasSuffix(got, fetch) {
			t.Errorf("the message came out as %q", got)
		}
	})
}

// spoken is a connection on which everything has been said.
type spoken struct {
	net.Conn
	r io.Reader
}

func (c *spoken) Read(p []byte) (int, error) { return c.r.Read(p) }
