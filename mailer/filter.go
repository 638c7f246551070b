package mailer

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// filter stands between an IMAP server and the client library, which gives up the connection at anything it cannot
// parse: unknown untagged lines (VANISHED), the legal NIL value in an ID answer, odd flags, nested brackets in a response
// code. Nothing of that is needed, so only what a watcher uses is let through. Literals are copied untouched.
type filter struct {
	net.Conn
	in      *bufio.Reader
	out     []byte // ready to be read
	literal int64  // bytes of a literal still to copy
	drop    bool   // the response being read is left out
	inside  bool   // the next line continues a response (after a literal)
}

// maxLine bounds one line of a response, literals not counted.
const maxLine = 1 << 20

var errLongLine = errors.New("imap: the server sent a line of more than 1 MiB")

// newFilter wraps a connection. first is given to the reader before anything from the server.
func newFilter(conn net.Conn, first string) *filter {
	return &filter{Conn: conn, in: bufio.NewReaderSize(conn, 16<<10), out: []byte(first)}
}

// Read implements net.Conn.
func (f *filter) Read(p []byte) (int, error) {
	for len(f.out) == 0 {
		if f.literal > 0 && !f.drop {
			return f.copyLiteral(p)
		}
		if err := f.step(); err != nil {
			return 0, err
		}
	}
	n := copy(p, f.out)
	f.out = f.out[n:]
	return n, nil
}

func (f *filter) copyLiteral(p []byte) (int, error) {
	n, err := f.in.Read(p[:min(int64(len(p)), f.literal)])
	f.literal -= int64(n)
	return n, err
}

// step reads one line, or skips the literal of a response that is left out.
func (f *filter) step() error {
	if f.literal > 0 {
		n, err := io.CopyN(io.Discard, f.in, f.literal)
		f.literal -= n
		return err
	}
	line, err := f.line()
	if err != nil {
		return err
	}
	if !f.inside {
		line, f.drop = clean(line)
	}
	f.literal = literalSize(line)
	f.inside = f.literal >= 0
	f.literal = max(f.literal, 0)
	if !f.drop {
		f.out = line
	}
	return nil
}

func (f *filter) line() ([]byte, error) {
	var line []byte
	for {
		part, err := f.in.ReadSlice('\n')
		line = append(line, part...)
		if err == nil {
			return line, nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		if len(line) > maxLine {
			return nil, errLongLine
		}
	}
}

// literalSize returns n when the line ends with {n}, else -1.
func literalSize(line []byte) int64 {
	s := bytes.TrimRight(line, "\r\n")
	i := bytes.LastIndexByte(s, '{')
	if i < 0 || s[len(s)-1] != '}' {
		return -1
	}
	n, err := strconv.ParseInt(string(s[i+1:len(s)-1]), 10, 64)
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// clean decides about the first line of a response and takes from a status line the response code that is not needed.
func clean(line []byte) (kept []byte, drop bool) {
	first, rest, _ := strings.Cut(strings.TrimRight(string(line), "\r\n"), " ")
	if first == "+" || first == "" {
		return line, false
	}
	kind, text, _ := strings.Cut(rest, " ")
	switch strings.ToUpper(kind) {
	case "OK", "NO", "BAD", "BYE", "PREAUTH":
		return []byte(first + " " + kind + " " + cleanStatus(text) + "\r\n"), false
	case "CAPABILITY": // seen with a blank at the end
		return []byte(strings.Join(strings.Fields(string(line)), " ") + "\r\n"), false
	}
	if first != "*" {
		return line, false
	}
	return cleanFetch(line), !wanted(kind, text)
}

var (
	flagList = regexp.MustCompile(`(?i)FLAGS \([^()]*\) ?`)
	dated    = regexp.MustCompile(`(?i)INTERNALDATE ("[^"]*"|NIL)`)
)

// noDate stands for a date that cannot be read; messages with it have a zero Received.
const noDate = `INTERNALDATE "01-Jan-1970 00:00:00 +0000"`

// cleanFetch takes out flags, which are sent unasked, and dates in no known form.
func cleanFetch(line []byte) []byte {
	line = flagList.ReplaceAll(line, nil)
	line = bytes.Replace(line, []byte(" )\r\n"), []byte(")\r\n"), 1) // they came last
	return dated.ReplaceAllFunc(line, func(d []byte) []byte {
		s := strings.Trim(string(d[len("INTERNALDATE "):]), `"`)
		if _, err := time.Parse("_2-Jan-2006 15:04:05 -0700", s); err != nil {
			return []byte(noDate)
		}
		return d
	})
}

// wanted reports whether an untagged response with data is used: new and vanished messages, and FETCH answers to our
// own questions (others only tell of flags, which may be written in ways the library cannot read).
func wanted(kind, text string) bool {
	if kind == "" || kind[0] < '0' || kind[0] > '9' {
		return false
	}
	what, data, _ := strings.Cut(strings.ToUpper(text), " ")
	switch what {
	case "EXISTS", "EXPUNGE":
		return true
	case "FETCH":
		return strings.Contains(data, "UID ") && (strings.Contains(data, "BODY[") || strings.Contains(data, "RFC822.SIZE"))
	}
	return false
}

var (
	usedCode  = regexp.MustCompile(`(?i)^\[(CAPABILITY|UIDVALIDITY|UIDNEXT)( [^\[\]]*)?\]`)
	plainCode = regexp.MustCompile(`^\[[A-Za-z0-9-]+\]`)
)

// cleanStatus returns the text after OK, NO ... without a response code unless the code is used or takes no arguments.
func cleanStatus(text string) string {
	if code := usedCode.FindString(text); code != "" {
		words := strings.Fields(strings.Trim(code, "[]"))
		return "[" + strings.Join(words, " ") + "]" + text[len(code):]
	}
	if plainCode.MatchString(text) {
		return text
	}
	if !strings.HasPrefix(text, "[") {
		return orDash(text)
	}
	return orDash(strings.TrimSpace(text[strings.LastIndexByte(text, ']')+1:]))
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return strings.TrimPrefix(s, "[") // an unclosed code
}
