package demo

import (
	"fmt"
	"time"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// play is what is performed: a company, its regulation, who answers what, and when the meeting has got to done.
type play struct {
	cast        []member
	departments []secretary.Department
	source      []byte // of the regulation
	policy      *secretary.Policy
	first       secretary.Date // the week that the script counts from
	script      []cue
	events      []entry // mails that answer nothing
	days        int     // how long it is
	title       string  // of the page
	about       wording
	check       func(*store.Tx) (done string, err error) // names the meeting that got to done
}

// playOf is the play of the preset with that id. The 产销协调会 of seven weeks, which "" is too, is scripted word for word.
func playOf(id string, zone *time.Location) (*play, error) {
	if id == "" || id == "MT-S0-1" {
		return coordination(zone)
	}
	return anyType(id, zone)
}

// coordination is the weekly 产销协调会, in which everybody answers in their own way.
func coordination(zone *time.Location) (*play, error) {
	source, policy, err := regulation()
	if err != nil {
		return nil, err
	}
	p := &play{
		cast: cast, departments: departments, source: source, policy: policy, first: "2026-09-18", script: script, days: 49,
		title: "七周的产销协调会", about: wording{"恒通机电有限公司的产销协调会，七周", "The weekly production-sales meeting of Hengtong Electric Ltd.: seven weeks"}, check: firstIsWhole,
	}
	p.events = p.happenings(zone)
	return p, nil
}

// firstIsWhole says whether the first meeting really got to done, with every step on the way.
func firstIsWhole(tx *store.Tx) (string, error) {
	m, err := tx.Meeting("PSC-" + "20260918")
	if err != nil {
		return "", err
	}
	if m.Stage != secretary.Done {
		return "", fmt.Errorf("meeting %s is not done but %s", m.ID, m.Stage)
	}
	if m.Number == "" || len(m.Items) == 0 || len(m.Minutes) < 2 || len(m.Objections) == 0 {
		return "", fmt.Errorf("meeting %s is done without minutes, an objection and action items", m.ID)
	}
	return "产销协调会 2026-09-18", nil
}
