package main

import (
	"strings"
	"testing"
)

// Columns line up on a terminal, where Chinese characters are two cells wide, and nothing from outside moves its cursor.
func TestTable(t *testing.T) {
	var out strings.Builder
	table := newTable(&out, "NAME", "TEXT", "")
	table.row("李建国", "产销协调会，九点", "x")
	table.row("Anna", "a\x1b[2Jb\nc", "y")
	table.row("ｗｉｄｅ", "", "z")
	if err := table.flush(); err != nil {
		t.Fatal(err)
	}
	want := `NAME      TEXT
李建国    产销协调会，九点  x
Anna      a [2Jb c          y
ｗｉｄｅ                    z
`
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
