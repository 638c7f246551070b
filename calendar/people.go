package calendar

import (
	"slices"
	"strings"

	"github.com/emersion/go-ical"

	"github.com/huiban/huiban/secretary"
)

// people writes ORGANIZER, the office's own mailbox (O-3), and the attendees.
func people(e *ical.Component, l *secretary.Letter, office secretary.Office, method string) {
	o := set(e, ical.PropOrganizer, mailto(office.Address))
	o.Params.Set(ical.ParamCommonName, organizer(office, l.Lang))
	seats := attendees(l, office, method)
	listed := map[string]bool{}
	for _, s := range seats {
		listed[address(s.Email)] = true
	}
	for _, s := range seats {
		attendeeLine(e, s, listed, method)
	}
}

// organizer is never empty: Outlook takes a nameless organizer for the reader and shows no buttons (O-22).
func organizer(office secretary.Office, lang secretary.Lang) string {
	for _, n := range []string{office.Name.In(lang), office.Company.In(lang)} {
		if n = strings.TrimSpace(oneLine(n)); n != "" {
			return n
		}
	}
	return office.Address
}

// attendees lists whom l.To's copy names, each address once, the recipient always among them with the address that
// the letter goes to (O-11). Everyone sees the list (O-34), but of a confidential meeting only oneself and the host;
// an external guest does not get the addresses of other guests; and a CANCEL that uninvites, as any word about one
// person's proposal, is about that person alone.
func attendees(l *secretary.Letter, office secretary.Office, method string) []secretary.SeatView {
	own := ownSeat(l)
	out := []secretary.SeatView{}
	seen := map[string]bool{"": true, address(office.Address): true} // O-23
	alone := method == "DECLINECOUNTER" || method == "CANCEL" && l.Meeting.Uninvited
	for _, s := range slices.Concat(l.Meeting.Seats, []secretary.SeatView{own}) {
		a := address(s.Email)
		if a == address(own.Email) {
			s = own
		} else if alone || !shown(s, l) {
			continue
		}
		if isHost(s, l.Meeting) {
			s.Role = "CHAIR"
		}
		if !seen[a] {
			seen[a] = true
			out = append(out, s)
		}
	}
	return out
}

func ownSeat(l *secretary.Letter) secretary.SeatView {
	for _, s := range l.Meeting.Seats {
		if address(s.Email) == address(l.To.Email) {
			s.Email = l.To.Email
			return s
		}
	}
	return secretary.SeatView{Party: l.To, Role: "OPT-PARTICIPANT", PartStat: secretary.NeedsAction}
}

func shown(s secretary.SeatView, l *secretary.Letter) bool {
	if l.Meeting.Confidential {
		return isHost(s, l.Meeting)
	}
	return !s.External || !l.To.External
}

func isHost(s secretary.SeatView, m *secretary.MeetingView) bool {
	return s.Role == "CHAIR" || address(s.Email) == address(m.Host.Email)
}

func attendeeLine(e *ical.Component, s secretary.SeatView, listed map[string]bool, method string) {
	stat := s.PartStat
	if stat == "" {
		stat = secretary.NeedsAction
	}
	p := set(e, ical.PropAttendee, mailto(s.Email))
	if s.Delegate != nil {
		stat = secretary.Delegated
		refer(p, ical.ParamDelegatedTo, s.Delegate, listed)
	}
	if s.For != nil {
		refer(p, ical.ParamDelegatedFrom, s.For, listed)
	}
	p.Params.Set("CUTYPE", "INDIVIDUAL")
	p.Params.Set(ical.ParamRole, role(s.Role))
	p.Params.Set(ical.ParamParticipationStatus, string(stat))
	if stat == secretary.NeedsAction && method == "REQUEST" { // O-21
		p.Params.Set(ical.ParamRSVP, "TRUE")
	}
	if name := strings.TrimSpace(oneLine(s.Name)); name != "" {
		p.Params.Set(ical.ParamCommonName, name)
	}
}

// refer names the other side of a delegation, where this copy names that person at all.
func refer(p *ical.Prop, param string, to *secretary.Party, listed map[string]bool) {
	if listed[address(to.Email)] {
		p.Params.Set(param, mailto(to.Email))
	}
}

func role(r string) string {
	switch r {
	case "CHAIR", "OPT-PARTICIPANT", "NON-PARTICIPANT":
		return r
	}
	return "REQ-PARTICIPANT"
}

// mailto writes an address in its own spelling (O-24). What would end the URI or start its query is encoded.
func mailto(email string) string {
	email = strings.Join(strings.Fields(oneLine(email)), "")
	return "mailto:" + uriMarks.Replace(email)
}

var uriMarks = strings.NewReplacer("%", "%25", "?", "%3F", "#", "%23", `"`, "%22", "<", "", ">", "")
