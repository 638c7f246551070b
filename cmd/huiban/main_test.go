package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"huiban": main})
}

// The verbs as people call them: see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", RequireUniqueNames: true, Cmds: words()})
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
