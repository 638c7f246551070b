package secretary

import "slices"

// seat returns the person's seat, nil where there is none or it was taken back.
func (m *Meeting) seat(id PersonID) *Seat {
	for i := range m.Seats {
		if m.Seats[i].Person == id && !m.Seats[i].Removed {
			return &m.Seats[i]
		}
	}
	return nil
}

// removed counts how often the person was uninvited: each CANCEL counted up the SEQUENCE that this person knows.
func (m *Meeting) removed(id PersonID) int {
	n := 0
	for _, s := range m.Seats {
		if s.Person == id && s.Removed {
			n++
		}
	}
	return n
}

// answered reports whether the seat's holder has given an answer that stands, or proposed a time that is not decided on.
func (s *Seat) answered() bool {
	return s.Answer.PartStat != "" && s.Answer.PartStat != NeedsAction || s.Answer.Proposal != nil
}

// away reports whether the holder will not come: declined, or represented by somebody else.
func (s *Seat) away() bool {
	return s.Answer.PartStat == Declined || s.Answer.PartStat == Delegated
}

// participants lists the seats that letters for participants go to: not removed, not away.
func (m *Meeting) participants() []Seat {
	var out []Seat
	for _, s := range m.Seats {
		if !s.Removed && !s.away() {
			out = append(out, s)
		}
	}
	return out
}

// attendees are the holders of those seats. They are asked for at every turn, and a seat is large to copy.
func (m *Meeting) attendees() []PersonID {
	var out []PersonID
	for i := range m.Seats {
		if s := &m.Seats[i]; !s.Removed && !s.away() {
			out = append(out, s.Person)
		}
	}
	return out
}

// silent lists the people who have not answered, required ones before optional ones.
func (m *Meeting) silent() []PersonID {
	var must, may []PersonID
	for _, s := range m.Seats {
		switch {
		case s.Removed || s.answered():
		case s.Optional:
			may = append(may, s.Person)
		default:
			must = append(must, s.Person)
		}
	}
	return append(must, may...)
}

// Who lists the people that r names in meeting m: a role of the meeting, or whom the directory knows by r.
func (d *Desk) Who(m *Meeting, r Ref) []PersonID {
	var id PersonID
	switch r {
	case "":
		return nil
	case "convener", "organizer":
		id = m.Convener
	case "host":
		id = m.Host
	case "recorder":
		id = m.Recorder
	case "supervisor":
		id = m.Supervisor
	case "attendees", "participants":
		return m.attendees()
	default:
		return d.Directory.Resolve(r)
	}
	return appendActive(d.Directory, nil, id)
}

// whoOne is the first of Who, or fallback where r names nobody.
func (d *Desk) whoOne(m *Meeting, r Ref, fallback PersonID) PersonID {
	if ids := d.Who(m, r); len(ids) > 0 {
		return ids[0]
	}
	return fallback
}

// conducts reports whether id conducts the meeting: convener or further organizer, host or recorder.
func (m *Meeting) conducts(id PersonID) bool {
	return id != "" && slices.Contains(append([]PersonID{m.Convener, m.Host, m.Recorder}, m.Organizers...), id)
}

// departments lists the codes of the departments in the room, in order of the seats.
func (m *Meeting) departments() []string {
	var out []string
	for _, s := range m.Seats {
		if s.Department != "" && !s.External && !slices.Contains(out, s.Department) {
			out = append(out, s.Department)
		}
	}
	return out
}
