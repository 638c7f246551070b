package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The verbs as people call them, with the binary as it is built for them: see testdata/script.
func TestScripts(t *testing.T) {
	cmds := words()
	cmds["huiban"] = calling(binary(t))
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireUniqueNames: true, Cmds: cmds})
}

// binary is the path of the program as make build makes it, made once.
func binary(t *testing.T) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var buildDir string // for the tests' binary, while they run

var build = sync.OnceValues(func() (string, error) {
	to := filepath.Join(buildDir, "huiban.exe")
	c := exec.Command("go", "build", "-trimpath", "-o", to, ".")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return to, nil
})

func TestMain(m *testing.M) {
	var err error
	if buildDir, err = os.MkdirTemp("", "huiban"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(buildDir)
	os.Exit(code)
}

// calling is the script's word that runs the binary; with ! it has to fail.
func calling(binary string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, not bool, args []string) {
		if err := ts.Exec(binary, args...); (err != nil) != not {
			ts.Fatalf("huiban %s: %v", strings.Join(args, " "), cmp.Or(err, errors.New("it succeeds")))
		}
	}
}

// Misuse ends with 2 and a word on what is wrong; help ends with 0.
func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"--help", 0, "Usage: huiban"},
		{"", 0, "Usage: huiban"},
		{"parse --help", 0, "Usage: huiban parse"},
		{"nonsense", 2, "unexpected argument nonsense"},
		{"parse --about lunch x.eml", 2, "--about"},
		{"meeting cancel PSC-20261127", 2, "--why"},
		{"parse no-such.eml", 1, "no-such.eml"},
		{"parse --zone Nowhere/Else -", 1, "Nowhere/Else"},
		{"parse --now yesterday -", 1, "yesterday"},
	} {
		var out, errs bytes.Buffer
		got := run(context.Background(), strings.Fields(c.args), streams{strings.NewReader(""), &out, &errs})
		if all := out.String() + errs.String(); got != c.code || !strings.Contains(all, c.says) {
			t.Errorf("huiban %s: exit %d, want %d; says %q, want %q", c.args, got, c.code, all, c.says)
		}
	}
}
