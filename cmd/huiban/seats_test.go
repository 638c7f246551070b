package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/huiban/huiban/calendar"
	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/secretary"
)

// `huiban meeting show` says why an answer counts, what was answered to an earlier version, which time is proposed and who was
// not invited (imip I-28, I-34, I-50, I-53).
func TestSeatsSayWhatDecided(t *testing.T) {
	days, err := calendar.New(calendar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cfg := &config.Config{Calendar: days, Office: secretary.Office{Zone: "Asia/Shanghai"}}
	people := map[secretary.PersonID]*secretary.Person{}
	for _, name := range []string{"李娜", "周强", "王敏", "何平"} {
		people[secretary.PersonID(name)] = &secretary.Person{ID: secretary.PersonID(name), Name: name}
	}
	var out bytes.Buffer
	p := printer{w: &out, o: &office{config: cfg, directory: &secretary.Directory{People: people}}}
	m := &secretary.Meeting{
		Seats: []secretary.Seat{
			{Person: "李娜", Answer: secretary.Answer{PartStat: secretary.Accepted, Basis: secretary.ByDate, Copied: true}},
			{Person: "周强", Earlier: &secretary.Answer{PartStat: secretary.Declined},
				Answer: secretary.Answer{Proposal: &secretary.Proposal{Start: time.Date(2026, 11, 26, 7, 0, 0, 0, time.UTC)}}},
		},
		Crashers: []secretary.Crasher{
			{Person: "王敏", For: "李娜", Answer: secretary.Answer{PartStat: secretary.Tentative}},
			{Person: "何平", State: secretary.CrashAsked, Answer: secretary.Answer{PartStat: secretary.Accepted}},
		},
	}
	if err := p.seats(m); err != nil {
		t.Fatal(err)
	}
	p.uninvited(m)
	for _, want := range []string{
		"newer by date (stamp copied)", "proposes 2026-11-26 15:00, to the earlier version: DECLINED",
		"not invited: 王敏 TENTATIVE: waits for 李娜", "not invited: 何平 ACCEPTED: asked",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing from\n%s", want, &out)
		}
	}
}
