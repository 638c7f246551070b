package secretary

import "testing"

// imip I-23: one mailbox in several spellings.
func TestOneMailboxInSeveralSpellings(t *testing.T) {
	d := &Directory{People: map[PersonID]*Person{"a": {ID: "a", Email: "li.na@gmail.com"}, "b": {ID: "b", Email: "Li.Na@Corp.example", Aliases: []string{"lina@corp.example"}}}}
	for _, c := range []struct {
		address string
		want    PersonID
	}{
		{"LINA@googlemail.com", "a"}, {"li.n.a+meetings@gmail.com", "a"}, {"li.na+x@corp.example", "b"}, {"LiNa@corp.example", "b"},
		{"li.na@corp.example.evil", ""}, {"lina@gmail.co", ""}, {"l.ina@corp.example", ""},
	} {
		p := d.ByAddress(c.address)
		if c.want == "" && p != nil || c.want != "" && (p == nil || p.ID != c.want) {
			t.Errorf("%s is %+v, want %q", c.address, p, c.want)
		}
	}
}
