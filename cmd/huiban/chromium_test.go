package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// tab is one tab of a headless Chromium, with all it complained of since it was last asked.
type tab struct {
	t   *testing.T
	ctx context.Context
	// mu guards complaints, which come while a page loads.
	mu         sync.Mutex
	complaints []string
}

// chromium is the browser's path. Without one the test is skipped, but not in CI.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("no chromium in CI; see .ci/servers.sh install")
	}
	t.Skip("needs a browser: apt-get install chromium")
	return ""
}

// openTab starts a browser that ends with the test. It opens nothing but files of ours, so it needs no sandbox (and root has none).
func openTab(t *testing.T) *tab {
	o := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("headless", "new"), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, quit := chromedp.NewExecAllocator(context.Background(), o...)
	t.Cleanup(quit)
	ctx, _ = chromedp.NewContext(ctx)
	t.Cleanup(func() { chromedp.Cancel(ctx) })
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	return b
}

// listen notes errors and every request that is not for a file. What a Content-Security-Policy refuses is an error in the log.
func (b *tab) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complain("exception: %s", asJSON(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			b.complain("console: %s", asJSON(e.Args))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			b.complain("log: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if !local.MatchString(e.Request.URL) {
			b.complain("asks the network for %s", e.Request.URL)
		}
	}
}

var local = regexp.MustCompile("^(file|data|about):")

func (b *tab) complain(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, fmt.Sprintf(format, args...))
}

// heard returns the complaints and forgets them.
func (b *tab) heard() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	said := b.complaints
	b.complaints = nil
	return said
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// act carries out one action, in less than a minute.
func act[T any](b *tab, a chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// narrow and wide are a telephone and a desk, in CSS pixels.
const narrow, wide = 375, 1400

func (b *tab) size(width int64) {
	var o []chromedp.EmulateViewportOption
	if width == narrow {
		o = append(o, chromedp.EmulateMobile)
	}
	act(b, chromedp.EmulateViewport(width, 812, o...))
}

// scheme sets what the reader prefers: "light" or "dark".
func (b *tab) scheme(scheme string) {
	m := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	act(b, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, m)
		return err
	}))
}

//go:embed testdata/faults.js
var faultsJS string

// faults lists what a reader of the page, as it stands, would stumble over, and what the browser complained of.
func (b *tab) faults(width int64) []string {
	b.t.Helper()
	found := act(b, chromedp.Evaluate[[]string](fmt.Sprintf("(() => {%s; return faults(%d)})()", faultsJS, width)))
	return append(found, b.heard()...)
}

// call is what an async function of the page returns.
func call[T any](b *tab, function string, args ...string) T {
	b.t.Helper()
	return act(b, chromedp.Evaluate[T](fmt.Sprintf("(%s)(...%s)", function, asJSON(append([]string{}, args...))), chromedp.EvalAwaitPromise))
}
