package secretary

import "maps"

// admit lets the turn know people whom an adopted meeting invites and the people file does not have. They are outside the
// company: nobody finds them by name, and they get no internal letter.
func (t *turn) admit(visitors []Person) {
	if len(visitors) == 0 {
		return
	}
	dir := *t.Directory
	dir.People = maps.Clone(dir.People)
	for _, v := range visitors {
		v.visitor, v.External = true, true
		dir.People[v.ID] = &v
	}
	t.Directory = &dir
}
