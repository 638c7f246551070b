package secretary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Adopter says which policy an invitation made in somebody's own calendar belongs to: the one that its title names by code
// or by name, else the only one whose meetings the organizer convenes. Where several fit, or none, the policy is "" and
// fits lists what there is to choose from by id, none where the organizer convenes nothing; why is a stable word for it.
func (d *Desk) Adopter(r *Reply) (policy string, fits []string, why string) {
	organizer, why := d.organizerOf(r)
	if why != "" {
		return "", nil, why
	}
	may := d.convenes(organizer, r.Writer)
	named := d.namedIn(r.Calendar.Events[0].Summary)
	both := slices.DeleteFunc(slices.Clone(named), func(id string) bool { return !slices.Contains(may, id) })
	switch {
	case len(both) == 1:
		return both[0], both, ""
	case len(both) > 1:
		return "", both, "adopt-several"
	case len(may) == 0:
		return "", nil, "adopt-no-right"
	case len(named) > 0:
		return "", may, "adopt-not-yours"
	case len(may) == 1:
		return may[0], may, ""
	}
	return "", may, "adopt-several"
}

// organizerOf is who organizes the invitation that r brings. Only its ORGANIZER, or who is SENT-BY for them, has it taken
// over, and only where our own address is invited.
func (d *Desk) organizerOf(r *Reply) (PersonID, string) {
	o := r.Calendar.organizer()
	organizer, sent := d.Directory.ByAddress(o.Address), d.Directory.ByAddress(o.SentBy)
	switch {
	case organizer == nil || organizer.ID != r.Writer && (sent == nil || sent.ID != r.Writer):
		return "", "adopt-not-organizer"
	case !slices.ContainsFunc(r.Calendar.Events, func(e CalendarEvent) bool { return e.attendee(d.Office.Address) != nil }):
		return "", "adopt-not-invited"
	}
	return organizer.ID, ""
}

// convenes lists the policies in force whose meetings one of the people convenes, or keeps the minutes of, by id.
func (d *Desk) convenes(people ...PersonID) []string {
	var out []string
	for _, id := range sortedKeys(d.Current) {
		if p := d.Policies[d.Current[id]]; p != nil && p.adoptable() && slices.ContainsFunc(people, func(who PersonID) bool { return d.mayAdopt(p, who) }) {
			out = append(out, id)
		}
	}
	return out
}

// mayAdopt reports whether the person may have meetings taken over under p: its convener, or its clerk.
func (d *Desk) mayAdopt(p *Policy, id PersonID) bool {
	return slices.Contains(d.Directory.Resolve(p.Convener), id) || slices.Contains(d.Directory.Resolve(p.Recorder), id)
}

// adoptable reports whether meetings can be taken over under p. It need not say when they are held or how long, nor where:
// the organizer's calendar does.
func (p *Policy) adoptable() bool {
	return !p.Disabled && !slices.ContainsFunc(p.Lacks, func(key string) bool {
		return key != "place" && !strings.HasPrefix(key, "schedule") && !strings.HasPrefix(key, "duration")
	})
}

// namedIn lists the policies that a title names: by code, a word of its own; else by their whole name; else those whose
// name is part of it.
func (d *Desk) namedIn(title string) []string {
	for _, names := range []func(*Policy) bool{
		func(p *Policy) bool { return hasWord(title, p.Code) },
		func(p *Policy) bool { return d.titled(p, title, func(t, name string) bool { return t == name }) },
		func(p *Policy) bool { return d.titled(p, title, strings.Contains) },
	} {
		var out []string
		for _, id := range sortedKeys(d.Current) {
			if p := d.Policies[d.Current[id]]; p != nil && !p.Disabled && names(p) {
				out = append(out, id)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// hasWord reports whether a code stands in a text by itself: in "[PSC] 11月" and "PSC产销协调会", not in "EPSCOT".
func hasWord(text, code string) bool {
	words := strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool {
		return r > unicode.MaxLatin1 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
	return code != "" && slices.Contains(words, strings.ToUpper(code))
}

// titled reports whether one of the policy's names is so to the title.
func (d *Desk) titled(p *Policy, title string, is func(title, name string) bool) bool {
	title = d.plain(title)
	return slices.ContainsFunc(Langs, func(l Lang) bool { return p.Title[l] != "" && is(title, d.plain(p.Title[l])) })
}

// plain brings a title to one shape.
func (d *Desk) plain(s string) string {
	if d.Fold != nil {
		s = d.Fold(s)
	}
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// adoptChoices are the meeting types to choose from, each by its code.
func (d *Desk) adoptChoices(fits []string, lang Lang) []Choice {
	var out []Choice
	for _, id := range fits {
		if p := d.Policies[d.Current[id]]; p != nil {
			out = append(out, Choice{Verb: "adopt", Item: cmp.Or(p.Code, id), Arg: p.Title.In(lang)})
		}
	}
	return out
}

// Chosen is the policy that an answer chooses of those that the letter offers, by code or name; "" where it is none or
// more than one.
func (d *Desk) Chosen(l *Letter, text string) string {
	var by [2][]string // code, name
	for _, c := range l.Choices {
		for _, id := range sortedKeys(d.Current) {
			p := d.Policies[d.Current[id]]
			if c.Verb != "adopt" || p == nil || cmp.Or(p.Code, id) != c.Item {
				continue
			}
			if hasWord(text, c.Item) {
				by[0] = append(by[0], id)
			}
			if d.titled(p, text, strings.Contains) {
				by[1] = append(by[1], id)
			}
		}
	}
	for _, found := range by {
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}
