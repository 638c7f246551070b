package daemon

import (
	"strings"
	"testing"

	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
)

func TestEverythingGoesToOneAddressAndSaysForWhomItWas(t *testing.T) {
	const admin = "admin@corp.test"
	h := aHouse(t)
	h.start(func(o *Options) { o.RedirectAllTo = admin })
	for _, p := range company().People {
		if n := len(h.mail.Mailbox(p.Email)); n != 0 {
			t.Errorf("%s got %d mails", p.Email, n)
		}
	}
	var l *message.Message
	for _, m := range h.letters(admin, secretary.Invitation) {
		if strings.Contains(m.Subject, wang) {
			l = m
		}
	}
	if l == nil {
		t.Fatal("the letter to wang did not come")
	}
	if !strings.Contains(l.Text, "[→ 王磊 <"+wang+">]") || !strings.Contains(l.HTML(), "[→ 王磊 &lt;"+wang+"&gt;]") {
		t.Error("one of its forms does not say for whom it was")
	}
	if len(l.Calendars) != 0 {
		t.Error("its calendar object is still there")
	}
	if at := strings.Index(l.HTML(), "王磊 &lt;"); at < strings.Index(l.HTML(), "<body") {
		t.Error("the banner does not stand in the body")
	}
}

func TestBannerInAPageWithoutBody(t *testing.T) {
	check := func(page, want string) {
		t.Helper()
		if got := underBody(page, "B"); got != want {
			t.Errorf("%q becomes %q, want %q", page, got, want)
		}
	}
	check("<html><body class=x>t</body></html>", "<html><body class=x>Bt</body></html>")
	check("<p>t</p>", "B<p>t</p>")
	check("", "")
}
