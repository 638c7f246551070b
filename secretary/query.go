package secretary

import (
	"slices"
	"time"
)

// MayRead reports whether a person is entitled to an archive entry: a reader named, a member of a department that took
// part, or a manager of one (S0-73, S0-76). Nobody from outside is. Above plain confidential only named readers are.
func MayRead(d *Directory, e *ArchiveEntry, id PersonID) bool {
	p := d.Person(id)
	if p == nil || p.External || p.Inactive {
		return false
	}
	if slices.Contains(e.Readers, id) {
		return true
	}
	if e.Confidential == "secret" {
		return false
	}
	if p.Department != "" && slices.Contains(e.Departments, p.Department) {
		return true
	}
	below := slices.Clone(e.Readers)
	for _, code := range e.Departments {
		if dep := d.Departments[code]; dep != nil {
			below = append(below, dep.Head)
		}
	}
	return slices.ContainsFunc(below, func(r PersonID) bool { return slices.Contains(d.above(r), id) })
}

// AnswerQuery answers an archive query with the entries found, newest first, of which the writer sees what MayRead
// allows. It is its own outcome: a query changes nothing.
func AnswerQuery(d *Desk, r *Reply, terms string, found []ArchiveEntry, now time.Time) *Outcome {
	t := newTurn(d, PersonCase(r.Writer), now, r.MessageID)
	if p := d.Directory.Person(r.Writer); r.Proof != Proven || p == nil || p.Inactive {
		t.receive(r)
		return t.out
	} else if d.external(p) {
		t.refuse(r, terms)
		return t.out
	}
	if from, until, ok := t.asksCompliance(terms); ok && t.Whole != nil {
		t.answerCompliance(r, from, until)
		return t.out
	}
	l, refused := t.hits(r.Writer, terms, found)
	if refused > 0 {
		t.note("query-refused", r.Writer, "", terms) // S0-76: a refused query is logged
	}
	t.settle(r, ActedOn, "query")
	t.note("query", r.Writer, "", terms)
	t.answer(l, r)
	return t.out
}

// refuse tells somebody outside that the archive is not open to them (S0-76). Of what is in it they learn nothing.
func (t *turn) refuse(r *Reply, terms string) {
	t.settle(r, ActedOn, "query-refused")
	t.note("query-refused", r.Writer, "", terms)
	t.answer(Letter{Kind: Echo, Reason: "the archive is open to colleagues only (S0-76)", Echoes: []EchoLine{{What: "query", Status: "refused"}}}, r)
}

// inquiries are the choices of somebody who answers nothing: a search of the archive, but not from outside.
func (t *turn) inquiries(id PersonID) []Choice {
	if t.external(t.Directory.Person(id)) {
		return nil
	}
	return []Choice{{Verb: "query"}}
}

// hits makes the answer of what the reader may see, and counts what they may not.
func (t *turn) hits(reader PersonID, terms string, found []ArchiveEntry) (l Letter, refused int) {
	const most, mostFiles = 10, 3
	q := &QueryView{Terms: terms}
	l = Letter{Kind: QueryResult, Reason: "an archive query is answered for people entitled to it (S0-73)", Query: q}
	for _, e := range found {
		switch {
		case !MayRead(t.Directory, &e, reader):
			refused++
		case len(q.Hits) == most:
			q.More++
		default:
			q.Hits = append(q.Hits, QueryHit{Number: e.Number, Title: e.Title, Day: e.Day, Excerpt: excerpt(e.Text, terms), Shelf: e.Shelf})
			if e.File != nil && len(l.Files) < mostFiles {
				l.Files = append(l.Files, *e.File)
			}
		}
	}
	return l, refused
}
