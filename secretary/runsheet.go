package secretary

import "time"

// The host and the recorder get the run sheet before the others get the papers: the agenda by the clock, what is to be
// decided, who is missing and who comes instead, what is late, which papers have not come (S0-03, S0-15, S1B-04, S3-80). The
// recorder's has the form for the minutes with it, filled in as far as it is known (S3-86).

// runSheetDuties: at agenda.run_sheet, and before the pack in any case.
func (t *turn) runSheetDuties(m *Meeting, p *Policy) []duty {
	if when := p.Agenda.RunSheet; when.N == 0 && !when.At.Set || len(m.Agenda) == 0 {
		return nil
	}
	at := t.runSheetAt(m, p)
	var out []duty
	for _, id := range []PersonID{t.agendaKeeper(m), t.scribe(m)} {
		if s := m.seat(id); id != "" && t.Directory.active(id) && (s == nil || !t.lost(s)) && !t.sent(RunSheet, id, "0") {
			out = append(out, duty{at: at, until: m.Start, key: "0run-sheet", reason: "agenda.run_sheet (S0-03, S3-80)", do: func() { t.runSheet(m, id) }})
		}
	}
	return out
}

// runSheetAt is when the run sheet goes out: some hours before the pack where one goes out earlier than the policy says, and
// after the cut-off, so that what came in time is known.
func (t *turn) runSheetAt(m *Meeting, p *Policy) time.Time {
	start := t.begin(m)
	at := p.Agenda.RunSheet.Before(t.Calendar, start)
	if !p.Materials.Send.IsSet() || len(m.Materials)+len(t.report(m)) == 0 {
		return at
	}
	send, cutoff := p.Materials.Send.Before(t.Calendar, start), p.Materials.Cutoff.Before(t.Calendar, start)
	ahead := 2 * hour
	if half := send.Sub(cutoff) / 2; half > 0 && half < ahead {
		ahead = half
	}
	if first := send.Add(-ahead); first.Before(at) {
		return first
	}
	return at
}

func (t *turn) runSheet(m *Meeting, to PersonID) {
	l := Letter{Kind: RunSheet, Reason: "agenda.run_sheet: before the others get the papers (S0-03, S3-80)", Zone: m.Zone, Meeting: t.meetingView(m, to),
		Owed: t.owed(m, ""), Items: t.report(m), Overrun: overrun(m, m.Agenda)}
	if to == t.scribe(m) {
		l.Minutes, l.Documents = t.formView(m), []Document{FormDoc}
	}
	if to == t.agendaKeeper(m) {
		l.Documents = append([]Document{AgendaDoc}, l.Documents...)
		for i := range m.Materials {
			for _, r := range m.Materials[i].latest() {
				l.Files = append(l.Files, r.File)
			}
		}
	}
	t.send(l, to, "0")
}

// receiveRunSheet reads an answer to a run sheet: the minutes, where somebody writes them into the form that came with it.
func (t *turn) receiveRunSheet(m *Meeting, r *Reply) {
	for _, in := range r.Intents {
		if in.Kind == IntentDraft {
			t.receiveDraft(m, r)
			return
		}
	}
	t.filed(m, r)
}
