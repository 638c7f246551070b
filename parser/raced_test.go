//go:build race

package parser

// raced tells that the race detector watches: all takes ten times as long, and more memory.
const raced = true
