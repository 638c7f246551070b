package draft

import (
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	line := "1. 王磊12月5日前完成评估，交报告；责任人：李娜，时限：12.18\n出席：王磊、李娜（代何俊）\n序号 | 事项 | 责任人\n"
	for _, n := range []int{10, 1000} {
		text := strings.Repeat(line, n)
		b.Run(itoa(len(text)), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Read(text, nil, word, "")
			}
		})
	}
}
