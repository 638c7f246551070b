package demo

import (
	"encoding/json"
	"fmt"
	"net/mail"
	"testing"
	"time"

	"github.com/huiban/huiban/daemon"
	"github.com/huiban/huiban/mailer"
	"github.com/huiban/huiban/parser"
	"github.com/huiban/huiban/parser/message"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/templates"
)

var clients = []struct {
	name string
	client
}{
	{"qq", qq}, {"foxmail", foxmail}, {"outlook", outlook}, {"outlookTW", outlookTW}, {"outlookEN", outlookEN}, {"coremail", coremail},
	{"alimail", alimail}, {"wecom", wecom}, {"iphone", iphone}, {"thunderbird", thunderbird}, {"gmail", gmail}, {"netease", netease},
}

// answering is a person with a letter before them, in a program; its name says all three.
type answering struct {
	name   string
	letter secretary.Letter
	answer func(words string) *parser.Reading
}

// everySample has each sample letter answered in two programs in each language, others for each letter.
func everySample(t *testing.T, try func(secretary.Lang, answering)) {
	t.Helper()
	for n, lang := range secretary.Langs {
		for k, l := range templates.Samples(lang) {
			r, letter := posted(t, l)
			for i := (n + k) % (len(clients) / 2); i < len(clients); i += len(clients) / 2 {
				try(lang, answering{fmt.Sprintf("%s %s in %s", lang, l.Key, clients[i].name), l, func(words string) *parser.Reading {
					return read(clients[i].client, words, l, r, letter)
				}})
			}
		}
	}
}

var monday = time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 8*3600))

// posted is a letter as it lies in a mailbox.
func posted(t *testing.T, l secretary.Letter) (*templates.Rendered, *message.Message) {
	t.Helper()
	r, err := templates.Render(&l, templates.Options{Office: office, Code: "HB-7K3Q9ABC", ReplyTo: "huiban+hb.0123456789@" + domain, MessageID: "hb.0123456789@" + domain})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := mailer.Compose(mailer.Mail{
		From: mail.Address{Name: "会办", Address: mailbox}, To: mail.Address{Name: l.To.Name, Address: l.To.Email},
		MessageID: "hb.0123456789@" + domain, Date: monday, Subject: r.Subject, Text: r.Text, HTML: r.HTML,
	})
	if err != nil {
		t.Fatal(err)
	}
	return r, message.Read(raw)
}

func read(c client, words string, l secretary.Letter, r *templates.Rendered, letter *message.Message) *parser.Reading {
	m := member{id: "wang.lei", name: l.To.Name, client: c}
	_, raw := write(m, m.email(), said{text: words}, letter, monday.Add(time.Hour), 1)
	return parser.Parse(raw, parser.Options{About: daemon.About(&l), Zone: monday.Location(), Sent: r.Text, SentHTML: r.HTML})
}

// Whatever program quotes a letter, nothing of the letter is ever taken for the person's own words: not its example
// answers, not its buttons, not its numbered items.
func TestQuotedLetterIsNoAnswer(t *testing.T) {
	everySample(t, func(_ secretary.Lang, a answering) {
		if got := a.answer(""); len(got.Intents) > 0 {
			b, _ := json.Marshal(got.Intents)
			t.Errorf("%s, quoted alone, is read as %s\n%s", a.name, b, got.Text)
		}
	})
}

// Nor does the form of an application that hangs below an answer fill itself in.
func TestQuotedFormIsNotFilledIn(t *testing.T) {
	everySample(t, func(_ secretary.Lang, a answering) {
		if daemon.About(&a.letter) != parser.Application {
			return
		}
		for _, words := range []string{"谢谢", "暂时不用开会，以后再说", "还没有解决，我们再看看", "地点：还没有，能否你来定？"} {
			if got := a.answer(words); len(got.Intents) > 0 {
				b, _ := json.Marshal(got.Intents)
				t.Errorf("%s, below %q, is read as %s", a.name, words, b)
			}
		}
	})
}

// The words of every button are understood, and as the same in every program as without any quoted letter.
func TestButtonsAreUnderstood(t *testing.T) {
	everySample(t, func(lang secretary.Lang, a answering) {
		for _, choice := range a.letter.Choices {
			words, want := filled(choice, lang)
			if words == "" {
				continue
			}
			bare := parser.Parse([]byte("From: a@b.example\r\nDate: "+monday.Format(time.RFC1123Z)+"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"+words), parser.Options{About: daemon.About(&a.letter), Zone: monday.Location()})
			if len(bare.Intents) != 1 || string(bare.Intents[0].Kind) != want {
				b, _ := json.Marshal(bare.Intents)
				t.Errorf("%s: button %s says %q, read as %s, want %s", a.name, choice.Verb, words, b, want)
				continue
			}
			if got := a.answer(words); fmt.Sprint(kinds(got)) != fmt.Sprint(kinds(bare)) {
				t.Errorf("%s, answered %q: read as %v, want %v\n%s", a.name, words, kinds(got), kinds(bare), got.Text)
			}
		}
	})
}

func kinds(r *parser.Reading) []string {
	var out []string
	for _, in := range r.Intents {
		out = append(out, string(in.Kind)+" "+in.Status+" "+in.Item+" "+in.Delegate)
	}
	return out
}

// filled is what a button says, completed where the person has to, and the intent it must have. Buttons that are no
// answer to the letter have none.
func filled(c secretary.Choice, lang secretary.Lang) (words, kind string) {
	words = templates.ReplyBody(c, lang)
	kind = map[string]string{
		"accept": "attend", "decline": "attend", "tentative": "attend", "confirm": "confirm", "approve": "approve", "reject": "reject",
		"done": "progress", "no_materials": "no_materials",
	}[c.Verb]
	if kind == "" {
		return "", ""
	}
	return words, kind
}
