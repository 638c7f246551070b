package calendar

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/emersion/go-ical"
)

// perSecond reports a rate beside the time of one.
func perSecond(b *testing.B, what string) {
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), what+"/s")
}

// BenchmarkRequest builds invitations, and looks them over as is done before each leaves. Beside it go-ical's encoder
// writes the same object, which it neither builds nor folds.
func BenchmarkRequest(b *testing.B) {
	l := letter()
	data, err := Request(l, office, product)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("built", func(b *testing.B) {
		for b.Loop() {
			if _, err := Request(l, office, product); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b, "invitations")
	})
	b.Run("lint", func(b *testing.B) {
		for b.Loop() {
			if faults := LintObject(data); faults != nil {
				b.Fatal(faults)
			}
		}
		perSecond(b, "invitations")
	})
	c, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("go-ical", func(b *testing.B) {
		for b.Loop() {
			if err := ical.NewEncoder(io.Discard).Encode(c); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b, "invitations")
	})
}

// BenchmarkReadMessage reads an answer of Exchange, with its zone. Beside it go-ical's decoder, which trusts what it reads
// and looks no time up.
func BenchmarkReadMessage(b *testing.B) {
	data, err := os.ReadFile("testdata/messages/exchange-counter.ics")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadMessage(data, nil); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b, "answers")
	})
	b.Run("go-ical", func(b *testing.B) {
		for b.Loop() {
			if _, err := ical.NewDecoder(bytes.NewReader(data)).Decode(); err != nil {
				b.Fatal(err)
			}
		}
		perSecond(b, "answers")
	})
}
