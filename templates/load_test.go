package templates

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/huiban/huiban/secretary"
)

// folder is a folder of own letters.
func folder(files ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		out[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return out
}

func loaded(t *testing.T, files ...string) *Wording {
	t.Helper()
	w, faults := Load(folder(files...))
	for _, f := range faults {
		t.Error(f)
	}
	if w == nil {
		t.FailNow()
	}
	return w
}

// worded is every sample of that language, by its key.
func worded(t *testing.T, w *Wording, lang secretary.Lang) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, l := range Samples(lang) {
		o := SampleOptions(lang)
		o.Wording = w
		r, err := Render(&l, o)
		if err != nil {
			t.Fatal(err)
		}
		out[l.Key] = r.Subject + "\n" + r.Text + r.HTML
	}
	return out
}

const ownHelp = `-- zh-Hans --
怎么用
! {{.You}}，照常回信就行。
-- zh-Hant --
怎麼用
! {{.You}}，照常回信就行。
-- en --
How it works
! Dear {{.You}}, just answer.
`

// One own file changes that letter in its three languages, and no other.
func TestLettersOfOneFile(t *testing.T) {
	w := loaded(t, "help.txt", ownHelp, ".help.txt.swp", "x", "help.txt~", "x")
	says := map[secretary.Lang]string{secretary.Hans: "怎么用", secretary.Hant: "怎麼用", secretary.English: "How it works"}
	for _, lang := range secretary.Langs {
		before := worded(t, nil, lang)
		for key, now := range worded(t, w, lang) {
			switch help := strings.HasPrefix(key, "help"); {
			case help && !strings.HasPrefix(now, says[lang]):
				t.Errorf("%s: %.60s", lang, now)
			case !help && now != before[key]:
				t.Errorf("%s in %s changed", key, lang)
			}
		}
	}
}

// A file may have one language; Windows' line ends and mark do no harm.
func TestLettersOfOneLanguage(t *testing.T) {
	w := loaded(t, "help.txt", "\ufeff-- en --\r\nHow it works\r\n! Dear {{.You}}, just answer.\r\n")
	if worded(t, w, secretary.Hans)["help"] != worded(t, nil, secretary.Hans)["help"] {
		t.Error("the Chinese letter changed")
	}
	if got := worded(t, w, secretary.English)["help"]; !strings.HasPrefix(got, "How it works") {
		t.Errorf("%.60s", got)
	}
}

// The built-in files, taken as they are, word every letter as before.
func TestLettersBuiltIn(t *testing.T) {
	w, faults := Load(BuiltIn())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, lang := range secretary.Langs {
		if !reflect.DeepEqual(worded(t, w, lang), worded(t, nil, lang)) {
			t.Error(lang, "differs")
		}
	}
}

// A block and a word take the place of ours, an empty block too, and all others stay.
func TestLettersOfPartsAndWords(t *testing.T) {
	w := loaded(t, "parts.txt", "{{define \"facts\"}}{{end}}\n", "words.txt", "kind.invitation | 开会 | 開會 | Come\n")
	got := worded(t, w, secretary.English)["invitation"]
	if strings.Contains(got, "Place") || !strings.Contains(got, " · Come</div>") || !strings.Contains(got, "Agenda") {
		t.Error(got)
	}
}

// What a person typed stays words, whatever an own wording forgets.
func TestLettersStaySafe(t *testing.T) {
	w := loaded(t, "approval.txt", `-- en --
{{.Quote}}
! Dear {{.You}}
{{define "raw"}}{{.}}{{end}}{{$x := .Quote}}{{$x}} {{template "raw" .Quote}} {{printf "%s" .Quote}} {{print .Quote}}
{{template "asked items" .}}{{template "choices" .}}
`)
	for _, l := range Samples(secretary.English) {
		if l.Kind != secretary.Approval {
			continue
		}
		l.Quote = hostile
		o := SampleOptions(secretary.English)
		o.Wording = w
		r, err := Render(&l, o)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(r.HTML, "<script") || strings.Contains(r.HTML, "evil.example/p.gif>") || strings.Contains(r.HTML, "<h2") && strings.Contains(r.HTML, ">假标题<") {
			t.Errorf("%s: %s", l.Key, r.HTML)
		}
		if strings.Contains(r.Subject, "\n") {
			t.Errorf("subject %q", r.Subject)
		}
	}
}

// Every mistake is told with its file and line; nothing is used of letters that have one.
func TestLettersFaults(t *testing.T) {
	en := func(body string) string { return "About it.\n-- en --\nHow\n! Dear {{.You}}\n" + body + "\n" }
	for _, c := range []struct{ name, file, text, want string }{
		{"a name unknown", "invitatoin.txt", "x", `invitatoin.txt: no letter has this name`},
		{"no language", "help.txt", "How it works\n", `help.txt: has no language`},
		{"a language unknown", "help.txt", "-- zh-hans --\na\n! b\n", `help.txt:1: "zh-hans" is not one of the languages`},
		{"a language twice", "help.txt", en("") + en(""), `help.txt:7: the language en is there twice`},
		{"no text", "help.txt", "-- en --\nHow\n", `help.txt:2: the wording in en needs a subject on its first line`},
		{"empty", "help.txt", "\n", `help.txt: is empty`},
		{"not UTF-8", "help.txt", "-- en --\n\xb0\xef\n", `help.txt: is not UTF-8`},
		{"bad braces", "help.txt", en("{{if .You}}"), `help.txt:6: unexpected EOF`},
		{"bad function", "help.txt", en("\n{{shout .You}}"), `help.txt:6: function "shout" not defined`},
		{"a field unknown", "help.txt", en("{{.Yuo}}"), `help.txt:5: there is no .Yuo here`},
		{"a field unknown in the subject", "help.txt", "-- en --\n{{.Yuo}}\n! a\n", `help.txt:2: there is no .Yuo here`},
		{"a block unknown", "help.txt", en("{{if .Files}}{{template \"choice\" .}}{{end}}"), `help.txt:5: there is no block "choice"`},
		{"a word unknown", "help.txt", en("{{if .Files}}{{.W \"plcae\"}}{{end}}"), `help.txt:5: there is no word "plcae"`},
		{"a word not filled in", "help.txt", en("{{.W \"before\"}} {{.W \"place\" 1}}"), `help.txt:5: a word is given too much`},
		{"bad markup", "help.txt", en("ok\n\n= When"), `help.txt:7: a fact needs a label and a value (it reads "= When")`},
		{"no card", "help.txt", en(": below"), `help.txt:5: there is no card above`},
		{"bad markup in a block", "parts.txt", "\n{{define \"facts\"}}\n= When\n{{end}}\n", `parts.txt:3: a fact needs a label and a value`},
		{"a field unknown in a block", "parts.txt", "{{define \"facts\"}}\n{{.Wen}}\n{{end}}\n", `parts.txt:2: there is no .Wen here`},
		{"no buttons", "invitation.txt", en(""), `invitation.txt:3: the wording in en lacks a reply button`},
		{"no form", "minutes-call.txt", en("@ a | {{.FormLink}} | first"), `minutes-call.txt:3: the wording in en lacks the form`},
		{"a word's columns", "words.txt", "\nplace | 地点\n", `words.txt:2: has 2 columns, not 4`},
		{"a word's key", "words.txt", "plaze | 地 | 地 | at\n", `words.txt:1: there is no word "plaze"`},
		{"a word half", "words.txt", "place | 地 | | at\n", `words.txt:1: "place" has no wording in zh-Hant`},
		{"a word's places", "words.txt", "before | 在前 | 在%s前 | by %s\n", `words.txt:1: "before" in zh-Hans needs the places to fill in`},
		{"a word that is read", "words.txt", "# x\nsay.accept | 来 | 來 | come\n", `words.txt:2: "say.accept" cannot be worded anew`},
		{"a sheet's name", "words.txt", "sheet.items | a/b | a/b | a/b\n", `words.txt: no `},
	} {
		w, faults := Load(folder(c.file, c.text))
		if w != nil || len(faults) == 0 || !strings.HasPrefix(faults[0].Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, faults, c.want)
		}
	}
}

// All faults are told at once, sorted, each once.
func TestLettersFaultsAtOnce(t *testing.T) {
	_, faults := Load(folder("help.txt", "-- en --\n{{.A\n! b\n", "words.txt", "x | y\n", "z.txt", ""))
	if len(faults) != 3 || faults[0].File != "help.txt" || faults[1].File != "words.txt" || faults[2].File != "z.txt" {
		t.Error(faults)
	}
}
