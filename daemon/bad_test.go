package daemon

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// attached is a mail body with files, each "further fields of the part|its content".
func attached(text string, files ...string) string {
	b := "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + text + "\r\n"
	for _, f := range files {
		head, data, _ := strings.Cut(f, "|")
		b += "--b\r\n" + head + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + wrapped(base64.StdEncoding.EncodeToString([]byte(data)))
	}
	return b + "--b--\r\n"
}

// wrapped parts base64 into lines, as mail must.
func wrapped(s string) string {
	var b strings.Builder
	for line := range slices.Chunk([]byte(s), 76) {
		b.WriteString(string(line) + "\r\n")
	}
	return b.String()
}

// collected is a house whose policy wants something of the production department, and sends the pack two days ahead.
func collected(t *testing.T) *house {
	p := regulation()
	p.Materials = secretary.MaterialsRule{
		Required: []secretary.MaterialRule{{From: "head:production", Items: []secretary.Text{secretary.T("产能表", "產能表", "Capacity")}}},
		Cutoff:   secretary.Moment{Span: secretary.Span{N: 3, Unit: secretary.CalendarDays}}, Send: secretary.Moment{Span: secretary.Span{N: 2, Unit: secretary.CalendarDays}},
	}
	h := newHouse(t, sqlite(t), p)
	h.start()
	return h
}

// A name that leads out of its folder goes on to nobody: what the pack carries has a single, usable name.
func TestFileNamesThatLeadElsewhereAreMended(t *testing.T) {
	h := collected(t)
	l := h.letter(wang, secretary.MaterialsCall)
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached("材料见附件",
		"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../x.pdf\"|%PDF-1.7 startxref one",
		"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"C:\\\\temp\\\\y.pdf\"|%PDF-1.7 startxref two",
		"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?Li4vLi4v57qq6KaBLnBkZg==?=\"|%PDF-1.7 startxref three",
		"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"..\"|%PDF-1.7 startxref four",
		"Content-Type: application/pdf\r\nContent-Disposition: attachment|%PDF-1.7 startxref five",
	)}), secretary.ActedOn, "material")
	h.turn(5*24*time.Hour + 12*time.Hour)
	var names []string
	for _, f := range h.letter(li, secretary.Pack).Files {
		names = append(names, f.Name)
	}
	if got, want := strings.Join(names, ", "), "生产部 x.pdf, 生产部 y.pdf, 生产部 纪要.pdf, 生产部 attachment-4.pdf, 生产部 attachment-5.pdf"; !strings.HasSuffix(got, want) {
		t.Errorf("the pack carries %q, want %q", got, want)
	}
}

// The logo in a signature is no material; a picture that is attached is.
func TestLogoIsNoMaterial(t *testing.T) {
	h := collected(t)
	l := h.letter(wang, secretary.MaterialsCall)
	logo := "Content-Type: image/png; name=image001.png\r\nContent-ID: <image001.png@01DC>\r\nContent-Disposition: inline; filename=image001.png|logo"
	page := `<p>稍后发</p><p>王磊</p><img src="cid:image001.png@01DC">`
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached(page, logo)}), secretary.AskedBack, "no-file")
	picture := "Content-Type: image/png; name=chart.png\r\nContent-Disposition: attachment; filename=chart.png|\x89PNG"
	h.verdict(h.send(draft{from: wang, head: inReply(l), body: attached(page, logo, picture)}), secretary.ActedOn, "material")
}

// What is broken is read as far as it can be, or asked back; it is kept in any case and stops nobody.
func TestBrokenMailGetsAVerdict(t *testing.T) {
	gbk := "\xc7\xeb\xbc\xd9\xa3\xac\xb3\xf6\xb2\xee" // 请假，出差
	for name, c := range map[string]struct {
		body string
		want secretary.Verdict
	}{
		"no closing boundary":       {"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n请假，出差\r\n", secretary.ActedOn},
		"a boundary never used":     {"Content-Type: multipart/mixed; boundary=b\r\n\r\n请假，出差\r\n", secretary.ActedOn},
		"GBK that says UTF-8":       {"Content-Type: text/plain; charset=utf-8\r\n\r\n" + gbk + "\r\n", secretary.ActedOn},
		"GBK that says nothing":     {"Content-Type: text/plain\r\n\r\n" + gbk + "\r\n", secretary.ActedOn},
		"a charset that is none":    {"Content-Type: text/plain; charset=x-nonsense\r\n\r\n请假，出差\r\n", secretary.ActedOn},
		"broken base64":             {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n6K+35YGH!!!!77yM5Ye65beu=\r\n", ""},
		"nothing but bytes":         {"Content-Type: text/plain; charset=utf-8\r\n\r\n\x01\x02\xff\xfe\xfd\r\n", secretary.AskedBack},
		"a Content-Type of garbage": {"Content-Type: ;;;=\"\r\n\r\n请假，出差\r\n", secretary.ActedOn},
	} {
		t.Run(name, func(t *testing.T) {
			h := aHouse(t)
			h.start()
			m := h.send(draft{from: wang, head: inReply(h.letter(wang, secretary.Invitation)), body: c.body})
			if m.Verdict == "" || c.want != "" && m.Verdict != c.want {
				t.Errorf("%q (%s), want %q", m.Verdict, m.Reason, c.want)
			}
			if m.Verdict == secretary.ActedOn {
				h.says("wang.lei", secretary.Declined)
			}
		})
	}
}

// Thirty megabytes are kept by their header and sent back, at the limit that holds where none is set.
func TestThirtyMegabytesAreSentBack(t *testing.T) {
	h := aHouse(t)
	h.start()
	l := h.letter(wang, secretary.Invitation)
	big := strings.Repeat(strings.Repeat("x", 76)+"\r\n", 31<<20/78)
	h.verdict(h.send(draft{from: wang, head: inReply(l), text: "参加\r\n" + big}), secretary.AskedBack, "")
	h.says("wang.lei", "")
	h.verdict(h.answer(li, h.letter(li, secretary.Invitation), "参加"), secretary.ActedOn, "attend")
}

// A meeting that is off stays off: an answer is taken note of and changes nothing.
func TestAnswerToACancelledMeetingChangesNothing(t *testing.T) {
	h := aHouse(t)
	d := h.daemon()
	h.run(d)
	h.quiet()
	l := h.letter(wang, secretary.Invitation)
	if _, err := d.Command(h.ctx, secretary.MeetingCase(meeting), secretary.Order{Cancel: &secretary.CancelOrder{Why: "停电"}}); err != nil {
		t.Fatal(err)
	}
	h.quiet()
	h.letter(wang, secretary.Cancel)
	m := h.answer(wang, l, "参加")
	h.verdict(m, secretary.ActedOn, "")
	h.says("wang.lei", "")
	if echo := h.letter(wang, secretary.Echo); !strings.Contains(echo.Text, "取消") {
		t.Errorf("the writer is told\n%s", echo.Text)
	}
	h.view(func(tx *store.Tx) error {
		m, err := tx.Meeting(meeting)
		if m.Stage != secretary.Cancelled {
			t.Errorf("the meeting is %s", m.Stage)
		}
		return err
	})
}

// Where the provider keeps no sub-addresses, the thread is found without them.
func TestAccountWithoutSubAddressing(t *testing.T) {
	for way, head := range map[string]func(l *message.Message) draft{
		"In-Reply-To":  func(l *message.Message) draft { return draft{head: []string{"In-Reply-To: <" + l.MessageID + ">"}} },
		"References":   func(l *message.Message) draft { return draft{head: []string{"References: <" + l.MessageID + ">"}} },
		"subject code": func(l *message.Message) draft { return draft{subject: "回复：" + l.Subject} },
	} {
		t.Run(way, func(t *testing.T) {
			h := aHouse(t)
			h.start(func(o *Options) { o.SubAddressing = false })
			l := h.letter(wang, secretary.Invitation)
			if r := l.Header.Addresses("Reply-To"); len(r) > 0 || strings.Contains(l.HTML(), "huiban+") {
				t.Errorf("the letter asks for answers to %v", r)
			}
			d := head(l)
			d.from, d.text = wang, "请假，出差"
			h.verdict(h.send(d), secretary.ActedOn, "attend")
			h.says("wang.lei", secretary.Declined)
			h.verdict(h.answer(wang, h.letter(wang, secretary.Echo), "参加"), secretary.ActedOn, "attend")
			h.says("wang.lei", secretary.Accepted)
		})
	}
}

// Refused once the letter itself was sent: for now it waits, for good it is dead and told of.
func TestLetterRefusedAfterItsContent(t *testing.T) {
	check := func(code int, state store.LetterState) {
		t.Helper()
		h := newHouse(t, sqlite(t))
		h.mail.RefuseMessage(code)
		h.queue(h.daemon(), note(wang, li))
		h.start()
		if l := h.outbox()[0]; l.State != state || l.LastError == "" {
			t.Errorf("%d: the letter is %s: %s", code, l.State, l.LastError)
		}
		h.turn(time.Minute)
		if n := len(h.letters(wang, secretary.Help)); (n == 1) != (state == store.Queued) {
			t.Errorf("%d: it came %d times", code, n)
		}
	}
	check(452, store.Queued)
	check(554, store.Dead)
}

// Two people with one address and one with none, as an old store may hold them: one of the two is meant, always the same; a
// letter to nowhere is dead; nothing stops.
func TestPeopleWhoseAddressesCannotBe(t *testing.T) {
	h := aHouse(t)
	d := company()
	d.People["li.na"].Email = wang
	d.People["sun.li"].Email = ""
	h.apply(d)
	h.start()
	for range 2 {
		h.verdict(h.send(draft{from: wang, head: inReply(h.letters(wang, secretary.Invitation)[0]), text: "参加"}), secretary.ActedOn, "")
	}
	for _, l := range h.outbox() {
		if want := map[bool]store.LetterState{true: store.Dead, false: store.Sent}[l.Letter.To.Email == ""]; l.State != want {
			t.Errorf("%s to %q is %s, want %s: %s", l.Letter.Key, l.Letter.To.Email, l.State, want, l.LastError)
		}
	}
	if n := len(h.sentTo("sun.li", secretary.Invitation)); n > 1 {
		t.Errorf("%d letters to nowhere", n)
	}
}
