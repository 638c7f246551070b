package meaning

import (
	"strings"

	"github.com/huiban/huiban/parser/pattern"
)

// apposed follows a person's name between commas: "Jan Novak, our QA lead, will attend"; goesAlone begins the clause that has the name before it as
// its subject: ", who will attend".
var (
	apposed   = pattern.Must(`^\s*(?:who|my|our|the|a|from|of|deputy|head|senior|assistant|acting|[SJ]r\.?|Asst\.?|Dy\.?|Addl\.?|Chief|General|Vice|[A-Z]{2,5}|(?:[A-Z][a-z&]+ ){0,2}(?:Manager|Director|Engineer|Lead|Head|Officer|Supervisor|Superintendent|Executive|Secretary))\b`)
	goesAlone = pattern.Must(`^\s*(?:will|is going|shall|can|has|is|to)\b`)
	namedLast = namingShape(`(?:NAME|\b(?:deputy|colleague|assistant|substitute|representative|alternate|nominee|proxy|delegate|stand-in|boss|manager))(?:\s?\([^)]*\)|\s?<[^>]*>)?\s*$`)
)

// nameEnds reports whether a clause ends in a person.
func nameEnds(raw string) bool {
	if hailed.MatchString(raw) {
		return false
	}
	m := namedLast.in(raw).FindStringSubmatch(raw)
	return m != nil && (m[1] == "" || trimName(m[1]) != "")
}

// insteadOnly opens what goes on with the name: "Instead of me, Kevin Zhang".
var insteadOnly = englishShape(`^\s*(?i:FIRMLY)\s*$`)

// hailed begins with a greeting: the name is spoken to.
var hailed = pattern.Must(`(?i)^\s*(?:hi|hello|hey|dear|thanks|thank you|many thanks|ok|okay|yes|noted|received|morning|good \w+|sure|sorry)\b`)

// appositions joins the clauses again that a name and what is said of it were parted into.
func appositions(list []clause) (out []clause) {
	named := false
	for i := 0; i < len(list); i++ {
		c := list[i]
		if i+1 < len(list) && insteadOnly.MatchString(string(c.raw)) {
			c = c.joined(list[i+1])
			i++
		}
		for i+1 < len(list) && nameEnds(string(c.raw)) {
			next := string(list[i+1].raw)
			alone := strings.HasPrefix(strings.TrimSpace(next), "who ")
			if !alone && !(i+2 < len(list) && (apposed.MatchString(next) || nameEnds(next)) && goesAlone.MatchString(string(list[i+2].raw))) {
				break
			}
			c = c.joined(list[i+1])
			i++
			if !alone {
				c = c.joined(list[i+1])
				i++
			}
		}
		c.orphan = i > 0 && goesAlone.MatchString(string(c.raw)) && named
		named = named || i+1 < len(list) && nameEnds(string(c.raw))
		out = append(out, c)
	}
	return out
}

// joined is c with the next clause behind its comma.
func (c clause) joined(o clause) clause {
	at := len(c.text) + 1
	c.raw = append(append(c.raw[:len(c.raw):len(c.raw)], ','), o.raw...)
	c.text = append(append(c.text[:len(c.text):len(c.text)], ','), o.text...)
	c.hits = c.hits[:len(c.hits):len(c.hits)]
	for _, h := range o.hits {
		c.hits = append(c.hits, hit{h.sign, h.start + at, h.end + at, h.rule})
	}
	c.colon = o.colon
	return c
}
