package calendar

import "github.com/emersion/go-ical"

// Organizers lists whom the events of a calendar body name as their organizer, and who speaks for them by SENT-BY: in
// lower case, in order. It is nil where the body is no calendar or names nobody.
func Organizers(data []byte) []string {
	root, err := readTree(data)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range components(root, ical.CompEvent) {
		for _, p := range e.Props[ical.PropOrganizer] {
			for _, a := range []string{attendee(&p), address(p.Params.Get(ical.ParamSentBy))} {
				if a != "" {
					out = append(out, a)
				}
			}
		}
	}
	return out
}
