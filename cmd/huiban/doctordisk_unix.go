//go:build linux || darwin

package main

import "syscall"

// room is how many bytes huiban may still write in dir; false where nobody knows.
func room(dir string) (free uint64, ok bool) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, false
	}
	return st.Bavail * uint64(st.Bsize), true
}
