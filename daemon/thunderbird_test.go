package daemon

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/secretary"
)

// thunderbird is a person's Thunderbird without a window, steered through Marionette, Mozilla's protocol for tests.
type thunderbird struct {
	h    *house
	conn net.Conn
	in   *bufio.Reader
	sent int
}

// thunderbirdPrefs are one account and one calendar; all that asks, reports or looks for updates is off. It does not log in
// by itself, for it blocks Marionette while it asks for the password.
func thunderbirdPrefs(h *house, address string, port int) string {
	imap, smtp := demand(h.t, "HUIBAN_TEST_IMAP"), demand(h.t, "HUIBAN_TEST_SMTP")
	_, imapPort, _ := net.SplitHostPort(imap)
	_, smtpPort, _ := net.SplitHostPort(smtp)
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	var b strings.Builder
	for name, value := range map[string]any{
		"marionette.port": port, "app.update.enabled": false, "extensions.update.enabled": false, "app.donation.eoy.version.viewed": 999,
		"mail.provider.suppress_dialog_on_startup": true, "mail.spotlight.firstRunDone": true, "mailnews.start_page.enabled": false,
		"mailnews.start_page_override.mstone": "ignore", "mail.rights.version": 1, "datareporting.policy.dataSubmissionEnabled": false,
		"toolkit.telemetry.enabled": false, "mail.shell.checkDefaultClient": false, "mail.inappnotifications.enabled": false, "mail.chat.enabled": false,
		"network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "network.dns.disableIPv6": true,
		"mail.accountmanager.accounts": "account1,account2", "mail.accountmanager.defaultaccount": "account1", "mail.accountmanager.localfoldersserver": "server2",
		"mail.account.account1.server": "server1", "mail.account.account1.identities": "id1", "mail.account.account2.server": "server2", "mail.account.lastKey": 2,
		"mail.server.server1.type": "imap", "mail.server.server1.hostname": "127.0.0.1", "mail.server.server1.port": number(imapPort),
		"mail.server.server1.userName": address, "mail.server.server1.name": address, "mail.server.server1.socketType": 0, "mail.server.server1.authMethod": 3,
		"mail.server.server1.login_at_startup": false, "mail.server.server1.check_new_mail": false,
		"mail.server.server2.type": "none", "mail.server.server2.hostname": "Local Folders", "mail.server.server2.userName": "nobody", "mail.server.server2.name": "Local Folders",
		"mail.identity.id1.fullName": "孙丽", "mail.identity.id1.useremail": address, "mail.identity.id1.valid": true, "mail.identity.id1.smtpServer": "smtp1", "mail.identity.id1.fcc": false,
		"mail.smtpservers": "smtp1", "mail.smtp.defaultserver": "smtp1", "mail.smtpserver.smtp1.hostname": "127.0.0.1", "mail.smtpserver.smtp1.port": number(smtpPort),
		"mail.smtpserver.smtp1.authMethod": 1, "mail.smtpserver.smtp1.try_ssl": 0, "mail.smtpserver.smtp1.username": "",
		"calendar.registry.hb.type": "storage", "calendar.registry.hb.uri": "moz-storage-calendar://", "calendar.registry.hb.name": "Home",
		"calendar.registry.hb.imip.identity.key": "id1", "calendar.registry.hb.calendar-main-default": true, "calendar.list.sortOrder": "hb", "calendar.integration.notify": false,
	} {
		v, err := json.Marshal(value)
		if err != nil {
			h.t.Fatal(err)
		}
		fmt.Fprintf(&b, "user_pref(%q, %s);\n", name, v)
	}
	return b.String()
}

func openThunderbird(h *house, address string) *thunderbird {
	h.t.Helper()
	path, dir, port := mailProgram(h.t, "thunderbird"), h.t.TempDir(), freePort(h.t)
	if err := os.WriteFile(filepath.Join(dir, "user.js"), []byte(thunderbirdPrefs(h, address, port)), 0o600); err != nil {
		h.t.Fatal(err)
	}
	cmd := exec.CommandContext(h.ctx, path, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", dir)
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_HEADLESS=1", "MOZ_CRASHREPORTER_DISABLE=1", "LANG=C.UTF-8")
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	b := &thunderbird{h: h}
	h.until("Thunderbird listens", func() (ok bool) {
		b.conn, _ = net.Dial("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		return b.conn != nil
	})
	h.t.Cleanup(func() { b.conn.Close() })
	b.in = bufio.NewReader(b.conn)
	b.read()
	b.call("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{}})
	b.call("Marionette:SetContext", map[string]any{"value": "chrome"})
	b.call("WebDriver:SetTimeouts", map[string]any{"script": 60000})
	return b
}

// read reads one message, length:JSON.
func (b *thunderbird) read() (m []json.RawMessage) {
	b.h.t.Helper()
	length, err := b.in.ReadString(':')
	if err != nil {
		b.h.t.Fatalf("Thunderbird ended: %v", err)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		b.h.t.Fatal(err)
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(b.in, text); err != nil {
		b.h.t.Fatalf("Thunderbird ended: %v", err)
	}
	_ = json.Unmarshal(text, &m) // the greeting is no list
	return m
}

// call gives a command and returns its result.
func (b *thunderbird) call(command string, args map[string]any) json.RawMessage {
	b.h.t.Helper()
	b.sent++
	text, err := json.Marshal([]any{0, b.sent, command, args})
	if err != nil {
		b.h.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(b.conn, "%d:%s", len(text), text); err != nil {
		b.h.t.Fatal(err)
	}
	m := b.read()
	if len(m) != 4 || string(m[2]) != "null" {
		b.h.t.Fatalf("Thunderbird: %s: %s", command, m)
	}
	return m[3]
}

// script runs JavaScript inside Thunderbird and returns what it returns.
func (b *thunderbird) script(text string, args ...any) string {
	b.h.t.Helper()
	out := b.call("WebDriver:ExecuteAsyncScript", map[string]any{"args": args, "newSandbox": false, "sandbox": "system",
		"script": "const done = arguments[arguments.length - 1], args = Array.from(arguments);(async () => {" + inThunderbird + text +
			"})().then(v => done(String(v)), e => done('failed: ' + e + e.stack));"})
	var r struct{ Value string }
	if err := json.Unmarshal(out, &r); err != nil || strings.HasPrefix(r.Value, "failed: ") {
		b.h.t.Fatalf("Thunderbird: %v %s", err, r.Value)
	}
	return r.Value
}

const inThunderbird = `
const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const sleep = ms => new Promise(r => { const t = Cc["@mozilla.org/timer;1"].createInstance(Ci.nsITimer); t.initWithCallback(() => r(t), ms, 0); });
const until = async (what, f) => { for (const end = Date.now() + 30000; Date.now() < end; await sleep(100)) { const v = await f(); if (v) return v; } throw new Error("never: " + what); };
`

const logsIn = `
await until("a window", () => Services.wm.getMostRecentWindow("mail:3pane"));
const l = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
l.init("imap://127.0.0.1", null, "imap://127.0.0.1", args[0], "secret", "", "");
await Services.logins.addLoginAsync(l);`

// presses opens the newest mail and presses one of the buttons that Thunderbird shows above an invitation.
const presses = `
const win = Services.wm.getMostRecentWindow("mail:3pane"), server = MailServices.accounts.getAccount("account1").incomingServer;
const inbox = await until("an inbox", async () => { const f = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox); if (!f) { server.performExpand(null); await sleep(500); } return f; });
const mail = await until("a mail", async () => { inbox.updateFolder(null); await sleep(300); let best = null; for (const m of inbox.messages) if (!best || m.messageKey > best.messageKey) best = m; return best; });
win.openTab("mailMessageTab", {messageURI: mail.folder.getUriForMsg(mail)});
const button = await until("the button", () => { const a = win.document.getElementById("tabmail").currentAboutMessage; if (!a || !a.calImipBar || !a.calImipBar.itipItem) return null; const b = a.document.getElementById(args[0]); return b && !b.hidden ? b : null; });
await sleep(500);
button.doCommand ? button.doCommand() : button.click();
return button.id;`

// Thunderbird shows our invitation as one, and its answer comes to the ORGANIZER, in a mail of its own without a thread (imip
// I-20). No token comes back and nobody vouches for it here, so the writer is asked first; once he says yes it is counted.
func TestThunderbirdAnswersOurInvitation(t *testing.T) {
	mailProgram(t, "thunderbird")
	h, d, run := realHouse(t)
	address := d.People["sun.li"].Email
	sun := person(h, address)
	run()
	sun.next(h, secretary.Invitation)
	b := openThunderbird(h, address)
	b.script(logsIn, address)
	b.script(presses, "imipDeclineButton")
	sun.answer(h, sun.next(h, secretary.Prove), "确认")
	h.seated("sun.li", secretary.Declined)
}
