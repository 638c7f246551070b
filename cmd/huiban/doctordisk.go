package main

import (
	"path/filepath"
	"strings"
)

// Below these the disk is told of: with less a mail with its files may not fit.
const (
	scarce = 1 << 30
	gone   = 100 << 20
)

// disk says how much room is left where the SQLite file lies; of a server's disk it knows nothing.
func (x *examination) disk() {
	file, ok := strings.CutPrefix(x.config.Database, "sqlite:")
	if !ok || file == ":memory:" {
		return
	}
	dir := filepath.Dir(file)
	free, ok := room(dir)
	if !ok {
		return
	}
	l, hint := sound, ""
	switch {
	case free < gone:
		l, hint = fault, "make room: mail stays in the mailbox and letters wait until there is some"
	case free < scarce:
		l, hint = warning, "make room"
	}
	x.find("disk", l, hint, "%d MB are free in %s", free>>20, dir)
}
