package daemon

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// mailProgram is the path of a mail program. Without it the test is skipped, in CI it fails.
func mailProgram(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatalf("there is no %s", name)
	}
	if err != nil {
		t.Skipf("there is no %s; run: sudo .ci/servers.sh install", name)
	}
	return path
}

// aerc is a person's mail program in a terminal of its own. Keys are pressed and the screen is read through tmux.
type aerc struct {
	h       *house
	tmux    string
	session string // the socket of its tmux
}

const (
	aercAccount = "[t]\nsource = imaps://%[1]s:secret@%[2]s\noutgoing = smtps+plain://%[1]s:secret@%[3]s\ndefault = INBOX\nfrom = Wang Lei <%[4]s>\n"
	aercConfig  = "[compose]\neditor = true\nedit-headers = false\n[ui]\nborder-char-vertical = |\n"
)

func openAerc(h *house, address string) *aerc {
	h.t.Helper()
	path, dir := mailProgram(h.t, "aerc"), h.t.TempDir()
	a := &aerc{h, mailProgram(h.t, "tmux"), filepath.Join(dir, "tmux")}
	config := filepath.Join(dir, "config", "aerc")
	user := strings.Replace(address, "@", "%40", 1)
	binds, err := os.ReadFile("/usr/share/aerc/binds.conf")
	if err != nil {
		h.t.Fatal(err)
	}
	for name, text := range map[string]string{
		"accounts.conf": fmt.Sprintf(aercAccount, user, demand(h.t, "HUIBAN_TEST_IMAPS"), demand(h.t, "HUIBAN_TEST_SUBMISSIONS"), address),
		"aerc.conf":     aercConfig, "binds.conf": string(binds),
	} {
		if err := os.MkdirAll(config, 0o700); err != nil {
			h.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(config, name), []byte(text), 0o600); err != nil {
			h.t.Fatal(err)
		}
	}
	h.t.Cleanup(func() { _ = exec.Command(a.tmux, "-S", a.session, "kill-server").Run() })
	a.do("-f", "/dev/null", "new-session", "-d", "-x", "160", "-y", "40",
		fmt.Sprintf("env LANG=C.UTF-8 SSL_CERT_FILE=%s XDG_CONFIG_HOME=%s/config XDG_DATA_HOME=%[2]s XDG_CACHE_HOME=%[2]s %s 2>%[2]s/err", demand(h.t, "HUIBAN_TEST_CA"), dir, path))
	return a
}

func (a *aerc) do(args ...string) string {
	a.h.t.Helper()
	out, err := exec.CommandContext(a.h.ctx, a.tmux, append([]string{"-S", a.session}, args...)...).CombinedOutput()
	if err != nil {
		a.h.t.Fatalf("tmux %s: %v: %s", args[0], err, out)
	}
	return string(out)
}

// shows waits until the screen shows something.
func (a *aerc) shows(pattern string) {
	a.h.t.Helper()
	screen, want := "", regexp.MustCompile(pattern)
	for ticks := time.Tick(50 * time.Millisecond); !want.MatchString(screen); {
		select {
		case <-ticks:
			screen = a.do("capture-pane", "-p")
		case <-a.h.ctx.Done():
			a.h.t.Fatalf("aerc does not show %s:\n%s", pattern, screen)
		}
	}
}

// answer opens the newest mail and answers its invitation: accept, accept-tentative or decline.
func (a *aerc) answer(how string) {
	a.h.t.Helper()
	a.shows("产销协调会")
	a.do("send-keys", "Enter")
	a.shows("Subject:.*产销协调会")
	a.do("send-keys", ":"+how, "Enter")
	a.shows("(?i)send this email")
	a.do("send-keys", "y")
}

// seated waits until somebody's answer is on record.
func (h *house) seated(id secretary.PersonID, want secretary.PartStat) {
	h.t.Helper()
	h.until(fmt.Sprintf("%s is on record as %s", id, want), func() bool { return h.seat(id).Answer.PartStat == want })
}

// aerc shows our invitation as one, and each of its answers is counted. It answers to Reply-To, in a mail of the thread, its
// calendar part with bare LF (imip I-1, I-7).
func TestAercAnswersOurInvitation(t *testing.T) {
	for how, want := range map[string]secretary.PartStat{"accept": secretary.Accepted, "decline": secretary.Declined, "accept-tentative": secretary.Tentative} {
		t.Run(how, func(t *testing.T) {
			mailProgram(t, "aerc")
			h, d, run := realHouse(t)
			address := d.People["wang.lei"].Email
			wang := person(h, address)
			run()
			wang.next(h, secretary.Invitation)
			openAerc(h, address).answer(how)
			h.seated("wang.lei", want)
		})
	}
}

// freePort is a TCP port that nobody listens on.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
