package parser

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkReplies reads every sample mail in turn.
func BenchmarkReplies(b *testing.B) {
	list := samples(b)
	raws, options := make([][]byte, len(list)), make([]Options, len(list))
	for i, c := range list {
		raw, err := os.ReadFile(filepath.Join("testdata", c.File))
		if err != nil {
			b.Fatal(err)
		}
		raws[i], options[i] = raw, Options{About: c.About, Zone: shanghai(b)}
	}
	n := 0
	for b.Loop() {
		Parse(raws[n%len(raws)], options[n%len(raws)])
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mails/s")
}
