package main

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// written runs a verb that writes a folder, and returns the folder.
func written(t *testing.T, verb string) string {
	dir := filepath.Join(t.TempDir(), verb)
	if out, err := exec.Command(binary(t), verb, "--out", dir).CombinedOutput(); err != nil {
		t.Fatalf("huiban %s: %v: %s", verb, err, out)
	}
	return dir
}

func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// readBoth reports the faults of the page as it stands, by night and by day.
func (b *tab) readBoth(page string, width int64) {
	b.t.Helper()
	for _, scheme := range []string{"dark", "light"} {
		b.read(page, scheme, width)
	}
}

// read reports the faults of the page as it stands, in one scheme.
func (b *tab) read(page, scheme string, width int64) {
	b.t.Helper()
	b.scheme(scheme)
	for _, f := range b.faults(width) {
		b.t.Errorf("%s, %s, %d px: %s", page, scheme, width, f)
	}
}

// What the other tests look for is found where it is.
func TestFaultsAreFound(t *testing.T) {
	b := openTab(t)
	b.size(narrow)
	page := filepath.Join(t.TempDir(), "faulty.html")
	if err := os.WriteFile(page, []byte(faulty), 0o600); err != nil {
		t.Fatal(err)
	}
	act(b, chromedp.Navigate(fileURL(page)))
	found := strings.Join(b.faults(narrow), "\n")
	for _, want := range []string{"500 px wide", "want 4.5: <p> faint", "want 3: <h1> Faint", "want 4.5: <p> veiled", "Content Security Policy", "console: ", "exception: "} {
		if !strings.Contains(found, want) {
			t.Errorf("%q is not found in:\n%s", want, found)
		}
	}
	if strings.Contains(found, "plain") {
		t.Errorf("a fault where there is none:\n%s", found)
	}
}

const faulty = `<!doctype html><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="img-src data:">
<body style="background:#fff;color:#000"><p>plain<p style="color:#777">faint<h1 style="color:#aaa;font-size:30px">Faint</h1>
<div style="opacity:.5"><p style="color:#333">veiled</p></div><p style="display:none;color:#fff">plain<p style="color:#999;display:none">plain
<div style="width:500px;margin:-8px">plain</div><img src="https://tracker.example/x.png" alt="">
<script>console.error("said"); throw new Error("thrown")</script>`

// Every letter in every language can be read on a telephone by day, and in one of them, whose page is the same, by night.
func TestLettersInBrowser(t *testing.T) {
	b := openTab(t)
	dir := written(t, "preview")
	pages, err := filepath.Glob(filepath.Join(dir, "*", "*.html"))
	if err != nil || len(pages) < 100 {
		t.Fatalf("%d letters, %v", len(pages), err)
	}
	b.size(narrow)
	for _, p := range append(pages, filepath.Join(dir, "index.html")) {
		act(b, chromedp.Navigate(fileURL(p)))
		name, _ := filepath.Rel(dir, p)
		if strings.HasPrefix(name, "zh-Hant") || strings.HasPrefix(name, "en") {
			b.read(name, "light", narrow)
			continue
		}
		b.readBoth(name, narrow)
	}
}

// The demonstration can be clicked through on a telephone and on a desk, by day and by night.
func TestDemoInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("plays the whole demonstration")
	}
	b := openTab(t)
	index := fileURL(filepath.Join(written(t, "demo"), "index.html"))
	for _, width := range []int64{narrow, wide} {
		b.size(width)
		act(b, chromedp.Navigate(index))
		for _, to := range b.places() {
			b.follow(to)
			b.readBoth(to, width)
		}
		b.letter()
		b.readBoth("a letter", width)
	}
}

// places lists where the navigation leads: the views and every mailbox.
func (b *tab) places() []string {
	b.t.Helper()
	to := call[[]string](b, `async () => [...document.querySelectorAll('nav a')].map(a => decodeURIComponent(a.hash))`)
	if len(to) < 6 {
		b.t.Fatalf("the navigation leads to %q only", to)
	}
	return to
}

// settled is a promise that what the page turns to after a click is there, its frame included.
const settled = `const settled = () => Promise.all([[window, 'hashchange'], [document.querySelector('#frame'), 'load']]
	.map(([on, event]) => new Promise(done => on.addEventListener(event, done, { once: true }))));`

// follow goes to a place by what can be seen: its link, or the list of mailboxes on a telephone.
func (b *tab) follow(to string) {
	b.t.Helper()
	at := call[string](b, `async to => {`+settled+`
		const a = [...document.querySelectorAll('nav a')].find(a => decodeURIComponent(a.hash) === to), box = document.querySelector('#box');
		const there = location.hash === a.hash || settled();
		if (a.checkVisibility()) a.click();
		else if (box.checkVisibility()) { box.value = to.replace('#/box:', ''); box.dispatchEvent(new Event('change')) }
		else throw new Error('no way to ' + to);
		await there;
		return [...document.querySelectorAll('nav a[aria-current]')].map(a => decodeURIComponent(a.hash)).join();
	}`, to)
	if at != to {
		b.t.Errorf("the way to %s leads to %s", to, at)
	}
}

// letter opens the first letter that huiban wrote, from the list of all mail.
func (b *tab) letter() {
	b.t.Helper()
	if b.follow("#/time"); b.t.Failed() {
		return
	}
	words := call[int](b, `async () => {`+settled+`
		const there = settled();
		[...document.querySelectorAll('#list a.row:not(.in)')].find(a => a.checkVisibility()).click();
		await there;
		return document.querySelector('#frame').contentDocument.body.innerText.length;
	}`)
	if words < 100 {
		b.t.Errorf("the letter opened has %d characters", words)
	}
}
