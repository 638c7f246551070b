package secretary

import "time"

// handoverDuties: the open items of somebody who has left pass to the manager above, who answers for the post until
// somebody else is named; where there is none, to the supervisor.
func (t *turn) handoverDuties(id PersonID) []duty {
	var out []duty
	for _, i := range t.everyItem(id) {
		if heir := t.heir(i); heir != "" {
			out = append(out, duty{at: t.now, key: string(i.ID), still: true, reason: "the person responsible has left", do: func() { t.handOver(i, heir) }})
		}
	}
	return out
}

func (t *turn) heir(i *Item) PersonID {
	candidates := []PersonID{t.Directory.superior(i.Owner)}
	if dep := t.Directory.Departments[i.Department]; dep != nil {
		candidates = append(candidates, dep.Head)
	}
	for _, id := range append(candidates, i.Supervisor, t.Directory.superior(i.Supervisor)) {
		if id != i.Owner && t.Directory.active(id) && !t.external(t.Directory.Person(id)) {
			return id
		}
	}
	return ""
}

func (t *turn) handOver(i *Item, heir PersonID) {
	t.note("handed-over", heir, string(i.Owner), string(i.ID))
	i.Owner = heir
	i.Active, i.Asked, i.Overdue = t.now, time.Time{}, 0 // the heir is asked as for a new one
	t.pokeAround(i)
	t.pokeDeciders(i)
}
