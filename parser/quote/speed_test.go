package quote

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/parser/message"
)

// samples are the text parts of the sample mails, shortest first.
func samples(t testing.TB) (list []string) {
	t.Helper()
	files, err := filepath.Glob("../testdata/*/*.eml")
	if err != nil || len(files) < 500 {
		t.Fatal("sample mails are missing:", len(files), err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if text := message.Read(raw).Text; text != "" {
			list = append(list, text)
		}
	}
	sort.Slice(list, func(i, j int) bool { return len(list[i]) < len(list[j]) })
	return list
}

// BenchmarkMedian tells the lines of the median sample mail apart, and those around it.
func BenchmarkMedian(b *testing.B) {
	list := samples(b)
	var mails [][]Line
	for _, text := range list[len(list)/2-10 : len(list)/2+10] {
		mails = append(mails, Plain(text))
	}
	n := 0
	for b.Loop() {
		Read(mails[n%len(mails)], Options{Name: "王磊", Email: "w@b.example"})
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mails/s")
}

// BenchmarkSamples does the same for all of them.
func BenchmarkSamples(b *testing.B) {
	var mails [][]Line
	for _, text := range samples(b) {
		mails = append(mails, Plain(text))
	}
	n := 0
	for b.Loop() {
		Read(mails[n%len(mails)], Options{Name: "王磊", Email: "w@b.example"})
		n++
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "mails/s")
}

// hostile are mails that make a careless reader slow, n bytes each.
var hostile = map[string]func(n int) string{
	"long line":     func(n int) string { return strings.Repeat("a ", n/2) },
	"quoted lines":  func(n int) string { return strings.Repeat("> 第1项\n", n/10) },
	"attributions":  func(n int) string { return strings.Repeat("On 3 Dec 2026 a@b.example\n", n/26) },
	"On":            func(n int) string { return strings.Repeat("On the budget we agree at last\n", n/31) },
	"dashes":        func(n int) string { return strings.Repeat("-", n) },
	"header blocks": func(n int) string { return strings.Repeat("发件人: a\n收件人: b\n\n", n/28) },
	"fields":        func(n int) string { return strings.Repeat("a: <b@c.example>\nd: 10:00\n", n/26) },
	"labels":        func(n int) string { return strings.Repeat("抄送: \n", n/9) },
	"names":         func(n int) string { return strings.Repeat("王磊\n\n", n/8) },
	"rules":         func(n int) string { return strings.Repeat("---\n电话 a\n", n/13) },
	"paragraphs":    func(n int) string { return strings.Repeat("电话 1\n\n", n/10) },
	"on at":         func(n int) string { return strings.Repeat(" on at", n/6) },
	"short lines":   func(n int) string { return strings.Repeat("a\n", n/2) },
}

// BenchmarkHostile reads 100 KB a hundred times and 10 MB once, and reports by how much a byte of the second costs more.
func BenchmarkHostile(b *testing.B) {
	for name, shape := range hostile {
		b.Run(name, func(b *testing.B) {
			small, large := Plain(shape(100_000)), Plain(shape(10_000_000))
			var few, many time.Duration
			for b.Loop() {
				start := b.Elapsed()
				for range 100 {
					Read(small, Options{Name: "王磊"})
				}
				middle := b.Elapsed()
				Read(large, Options{Name: "王磊"})
				few, many = few+middle-start, many+b.Elapsed()-middle
			}
			b.ReportMetric(float64(many.Nanoseconds())/float64(b.N)/10_000_000, "ns/byte")
			b.ReportMetric(float64(many)/float64(few), "large/small")
		})
	}
}
