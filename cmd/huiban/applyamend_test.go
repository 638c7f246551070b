package main

import (
	"testing"

	"github.com/huiban/huiban/cmd/huiban/config"
	"github.com/huiban/huiban/secretary"
)

// Whoever is new with a change may be its author, at the first apply and at any later one (S1A-37).
func TestAuthor(t *testing.T) {
	of := func(ids ...secretary.PersonID) *secretary.Directory {
		d := &secretary.Directory{People: map[secretary.PersonID]*secretary.Person{}}
		for _, id := range ids {
			d.People[id] = &secretary.Person{ID: id, Name: string(id)}
		}
		return d
	}
	for _, applied := range []*secretary.Directory{of(), of("li.na", "left")} {
		o := &office{directory: applied, config: &config.Config{Directory: of("li.na", "newcomer")}}
		for _, who := range []string{"", "li.na", "newcomer"} {
			if id, err := o.author(who); err != nil || string(id) != who {
				t.Errorf("--by %s: %q, %v", who, id, err)
			}
		}
		if _, err := o.author("nobody"); err == nil {
			t.Error("nobody is an author")
		}
	}
}
