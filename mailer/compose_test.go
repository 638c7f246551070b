package mailer

import (
	"bytes"
	"flag"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//huiban//huiban//ZH\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n" +
	"UID:m1@corp.test\r\nSEQUENCE:0\r\nSUMMARY:项目例会\r\nORGANIZER;CN=会办:mailto:huiban@corp.test\r\n" +
	"ATTENDEE;CN=王磊:mailto:wang.lei@corp.test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

// invitation is a letter with everything in it.
func invitation() Mail {
	return Mail{
		From: mail.Address{Name: "会办", Address: "huiban@corp.test"}, To: mail.Address{Name: "王磊", Address: "wang.lei@corp.test"},
		ReplyTo:   mail.Address{Name: "会办", Address: "huiban+t1@corp.test"},
		MessageID: "m.1.wang.0.abc@corp.test", InReplyTo: "<q@corp.test>", References: []string{"<p@corp.test>", "<q@corp.test>"},
		Date:    time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", 8*3600)),
		Subject: "会议邀请：项目例会 11月25日 09:00", Header: map[string]string{"X-Huiban-Kind": "invitation"},
		Text: "王磊，您好：\n请于今天答复。\n", HTML: "<p>王磊，您好：</p>", Calendar: []byte(ics), Method: "REQUEST",
		Attachments: []Attachment{{"议程.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []byte("PK agenda")}},
	}
}

func compose(t testing.TB, m Mail) []byte {
	t.Helper()
	raw, err := Compose(m)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestComposeWritesTheCanonicalTree(t *testing.T) {
	raw := compose(t, invitation())
	if faults := Lint(raw); faults != nil {
		t.Errorf("lint: %v", faults)
	}
	golden := "testdata/invitation.eml"
	if *update {
		if err := os.WriteFile(golden, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(raw, want) {
		t.Errorf("the message differs from %s:\n%s", golden, raw)
	}
}

func TestComposeGivesTheSameBytesAgain(t *testing.T) {
	m := invitation()
	m.Header = map[string]string{"X-A": "1", "X-B": "2", "X-C": "3", "List-Id": "<a.corp.test>"}
	first := compose(t, m)
	for range 20 {
		if !bytes.Equal(first, compose(t, m)) {
			t.Fatal("two different messages from one Mail")
		}
	}
}

func TestComposeLeavesOutWhatIsNotThere(t *testing.T) {
	m := invitation()
	m.HTML, m.Calendar, m.Attachments = "", nil, nil
	check := func(want string) {
		t.Helper()
		raw := compose(t, m)
		if faults := Lint(raw); faults != nil {
			t.Errorf("lint: %v", faults)
		}
		if kind := header(t, raw).Get("Content-Type"); !strings.HasPrefix(kind, want) {
			t.Errorf("Content-Type %q, want %s", kind, want)
		}
	}
	check("text/plain")
	m.HTML = "<p>x</p>"
	check("multipart/alternative")
	m.Calendar, m.NoInvite = []byte(ics), true
	check("multipart/alternative")
	m.NoInvite = false
	check("multipart/mixed")
}

func header(t testing.TB, raw []byte) mail.Header {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header
}

func TestComposeRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*Mail){
		"no sender":                func(m *Mail) { m.From.Address = "" },
		"no recipient":             func(m *Mail) { m.To.Address = "wang" },
		"two recipients in one":    func(m *Mail) { m.To.Address = "a@b.test, c@d.test" },
		"a line in the recipient":  func(m *Mail) { m.To.Address = "a@b.test\r\nBcc: c@d.test" },
		"a line in Reply-To":       func(m *Mail) { m.ReplyTo.Address = "a@b.test\n" },
		"no message id":            func(m *Mail) { m.MessageID = "x" },
		"a line in the message id": func(m *Mail) { m.MessageID = "a@b\r\nX: y" },
		"no date":                  func(m *Mail) { m.Date = time.Time{} },
		"no text":                  func(m *Mail) { m.Text = "" },
		"a method in lower case":   func(m *Mail) { m.Method = "request" },
		"a header of ours":         func(m *Mail) { m.Header = map[string]string{"Subject": "x"} },
		"a line in a header name":  func(m *Mail) { m.Header = map[string]string{"X-A\r\nBcc": "x"} },
		"an unknown Auto":          func(m *Mail) { m.Auto = "no" },
	} {
		m := invitation()
		spoil(&m)
		if raw, err := Compose(m); err == nil {
			t.Errorf("%s: no error but\n%s", name, raw)
		}
	}
}

func TestComposeDropsForeignIdsThatAreNone(t *testing.T) {
	m := invitation()
	m.InReplyTo = "<a@b>\r\nBcc: x@y"
	m.References = []string{"nonsense", "<ok@b.test>", "<two words@b.test>", "<ok@b.test>"}
	h := header(t, compose(t, m))
	if h.Get("In-Reply-To") != "" || h.Get("Bcc") != "" || h.Get("References") != "<ok@b.test>" {
		t.Errorf("In-Reply-To %q, References %q", h.Get("In-Reply-To"), h.Get("References"))
	}
}

// Whatever people put into names, subjects and texts, the message stays legal and has no field they wrote.
func TestComposeAnyTextGivesALegalMessage(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z\r\n: .]{0,300}`), rapid.SampledFrom([]string{
		"x\r\nBcc: evil@x.test", strings.Repeat("长", 400), strings.Repeat("a", 2000), "\x00\xff", "--=_", "\u202egnp.exe", "=?utf-8?q?=0D=0A?=", `\À`,
	}))
	rapid.Check(t, func(t *rapid.T) {
		m := invitation()
		m.From.Name, m.To.Name = text.Draw(t, "from"), text.Draw(t, "to")
		m.Subject, m.Text, m.HTML = text.Draw(t, "subject"), "x"+text.Draw(t, "text"), text.Draw(t, "html")
		m.Header["X-Huiban-Kind"] = brief(text.Draw(t, "field"), 200)
		m.Attachments[0].Name, m.Attachments[0].Type = text.Draw(t, "name"), text.Draw(t, "type")
		raw, err := Compose(m)
		if err != nil {
			t.Fatal(err)
		}
		if faults := Lint(raw); faults != nil {
			t.Fatalf("lint: %v\n%s", faults, raw)
		}
		if h, err := mail.ReadMessage(bytes.NewReader(raw)); err != nil || h.Header.Get("Bcc") != "" {
			t.Fatalf("header injected: %v\n%s", err, raw)
		}
	})
}

func TestFileNamesAreReadBack(t *testing.T) {
	check := func(given, want string) {
		t.Helper()
		m := invitation()
		m.Attachments[0].Name = given
		m.NoInvite = true
		raw := compose(t, m)
		_, params := parameters(header(t, raw).Get("Content-Type"))
		r := multipart.NewReader(bytes.NewReader(raw[bytes.Index(raw, []byte("\r\n\r\n")):]), params["boundary"])
		r.NextPart()
		p, err := r.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		_, d, err := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
		if err != nil || d["filename"] != want {
			t.Errorf("file name %q came back as %q, want %q (%v)", given, d["filename"], want, err)
		}
		io.Copy(io.Discard, p)
	}
	check("议程.docx", "议程.docx")
	check("a b;c\"d.pdf", "a b;c_d.pdf")
	check("../../etc/passwd", "_.._etc_passwd")
	check("报\r\n告.xlsx", "报 告.xlsx")
	check("\u202efdp.exe", "fdp.exe")
	check("", "file")
	check(strings.Repeat("长", 100)+".docx", strings.Repeat("长", 55)+".docx")
	check(strings.Repeat("x", 80), strings.Repeat("x", 60))
}

func BenchmarkCompose(b *testing.B) {
	m := invitation()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compose(m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLint(b *testing.B) {
	raw := compose(b, invitation())
	for b.Loop() {
		Lint(raw)
	}
}
