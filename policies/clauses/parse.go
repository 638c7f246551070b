package clauses

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
)

// parse reads a register: a stanza of "key: value" lines for each clause, a blank line between them, # for remarks.
func parse(src []byte) ([]Clause, error) {
	var all []Clause
	seen := map[string]bool{}
	open := false
	for n, s := 1, bufio.NewScanner(bytes.NewReader(src)); s.Scan(); n++ {
		line := s.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line == "" {
			open = false
			continue
		}
		key, value, _ := strings.Cut(line, ": ")
		if key == "id" {
			if open || seen[value] {
				return nil, fmt.Errorf("read register: line %d: %s begins twice", n, value)
			}
			open, seen[value] = true, true
			all = append(all, Clause{ID: value})
			continue
		}
		if !open {
			return nil, fmt.Errorf("read register: line %d: a clause begins with its id", n)
		}
		if err := all[len(all)-1].set(key, strings.TrimSpace(value)); err != nil {
			return nil, fmt.Errorf("read register: line %d: %w", n, err)
		}
	}
	return all, nil
}

// set gives one field its value.
func (c *Clause) set(key, value string) error {
	fields := map[string]*string{"kind": (*string)(&c.Kind), "zh": &c.Zh, "en": &c.En, "how": &c.How}
	f := fields[key]
	switch {
	case value == "":
		return fmt.Errorf("%s: %q says nothing", c.ID, key)
	case key == "proof":
		c.Proofs = append(c.Proofs, value)
	case f == nil:
		return fmt.Errorf("%s: there is no %q", c.ID, key)
	case *f != "":
		return fmt.Errorf("%s: %s stands there twice", c.ID, key)
	default:
		*f = value
	}
	return nil
}
