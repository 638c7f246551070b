package clauses

// Coverage says how many clauses there are and how many have a proof.
type Coverage struct {
	Auto   int `json:"auto"`
	Assist int `json:"assist"`
	Human  int `json:"human"`
	// Proved counts the auto and assist clauses with a proof.
	Proved int `json:"proved"`
	// Unproved lists the others of them, in the order of the register; never nil.
	Unproved []string `json:"unproved"`
}

// Count counts the clauses.
func Count(all []Clause) Coverage {
	out := Coverage{Unproved: []string{}}
	for _, c := range all {
		switch c.Kind {
		case Auto:
			out.Auto++
		case Assist:
			out.Assist++
		case Human:
			out.Human++
		}
		switch {
		case !c.Counted():
		case len(c.Proofs) > 0:
			out.Proved++
		default:
			out.Unproved = append(out.Unproved, c.ID)
		}
	}
	return out
}

// Total is the number of clauses.
func (c Coverage) Total() int { return c.Auto + c.Assist + c.Human }

// Of lists the clauses of one regulation.
func Of(all []Clause, regulation string) []Clause {
	var out []Clause
	for _, c := range all {
		if c.Regulation() == regulation {
			out = append(out, c)
		}
	}
	return out
}
