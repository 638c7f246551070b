package secretary

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Minutes that are out may still be wrong (G-06). Who conducts the meeting sends the corrected lines, or the whole form, with
// the word 更正: that is a further version, which goes the way of every other, is published under the same number with the
// version behind it, and takes the place of the earlier one. Until then the earlier one stands.

// correction is a line that begins with the word.
var correction = regexp.MustCompile(`(?im)^[\s【\[]*(?:更正|勘误|勘誤|correction|corrigendum)`)

// Corrects reports whether a mail's text says that it corrects minutes that are out.
func Corrects(text string) bool { return correction.MatchString(text) }

// final is the version of the minutes that was published last, nil where none was.
func (m *Meeting) final() *Version {
	for i := len(m.Minutes) - 1; i >= 0; i-- {
		if m.Minutes[i].State == Final {
			return &m.Minutes[i]
		}
	}
	return nil
}

// standing is the version that holds: the one that was published last, else the newest; nil where there is none.
func (m *Meeting) standing() *Version {
	if v := m.final(); v != nil {
		return v
	}
	return m.version()
}

// corrected reports whether minutes of the meeting are out, so that a further version is a correction.
func (m *Meeting) corrected() bool { return !m.PublishAt.IsZero() }

// back is the stage in which a version that was sent back is awaited: a correction is not, what is out stands.
func (m *Meeting) back() Stage {
	if m.corrected() {
		return Published
	}
	return Held
}

// correctable reports whether the mail corrects the minutes: they are out, and it says so or was asked for.
func (m *Meeting) correctable(r *Reply) bool {
	return (m.Stage == Published || m.Stage == Done) && m.final() != nil && (Corrects(r.Text) || r.About.Ref == toCorrect)
}

// toCorrect is the Ref of a call for a correction.
const toCorrect = "correct"

// receivePublished reads an answer to minutes that are out. Where it says that they are to be corrected, and not how, the form
// comes as they have it.
func (t *turn) receivePublished(m *Meeting, r *Reply) {
	draft := slices.ContainsFunc(r.Intents, func(i Intent) bool { return i.Kind == IntentDraft && i.Draft != nil })
	switch {
	case !m.correctable(r):
		t.filed(m, r)
	case draft || !t.records(m, r.Writer):
		t.receiveDraft(m, r)
	default:
		t.settle(r, AskedBack, "correction")
		t.answer(t.minutesCall(m, t.policy(m), r.Writer, "minutes that are out are to be corrected (G-06)", m.standing()), r)
	}
}

// records reports whether somebody may write the minutes.
func (t *turn) records(m *Meeting, id PersonID) bool {
	return m.conducts(id) || id == m.Supervisor || id == t.scribe(m)
}

// renumber gives the actions that are new in a correction numbers that no item has which came after the minutes (S0-53).
func (t *turn) renumber(old *Version, m *Meeting, v *Version) {
	v.Draft.Actions = slices.Clone(v.Draft.Actions)
	for i := range v.Draft.Actions {
		a := &v.Draft.Actions[i]
		if old.Draft.action(a.No) == nil && t.itemNo(m, a.No) != nil {
			a.No = t.nextItemNo(m)
		}
	}
}

// later reports whether an item came about after the minutes that are out, which say nothing of it.
func (m *Meeting) later(i *Item, now *Version) bool {
	return slices.ContainsFunc(m.Minutes, func(v Version) bool { return v.State == Final && v.No != now.No }) &&
		!slices.ContainsFunc(m.Minutes, func(v Version) bool { return v.State == Final && v.No != now.No && v.Draft.action(i.No) != nil })
}

// correctionMark stands behind the number of a corrected version.
var correctionMark = regexp.MustCompile(`-v\d+$`)

// republish sends a corrected version to everybody who has the earlier one, with what differs, and files it in its place.
func (t *turn) republish(m *Meeting, p *Policy, unconfirmed []string) {
	old, v, was := m.final(), m.version(), m.Number
	v.State, v.Unconfirmed = Final, unconfirmed
	m.Corrections++
	m.Number = fmt.Sprintf("%s-v%d", correctionMark.ReplaceAllString(was, ""), m.Corrections+1)
	t.note("corrected", v.By, was, m.Number)
	t.stage(m, Published)
	t.items(m, p, v)
	view := t.minutesView(m, v)
	view.Corrects, view.Diff = was, append(diff(&old.Draft, &v.Draft), talk(old.Body, v.Body)...)
	rev, by := fmt.Sprint("c", m.Corrections), t.party(t.publisher(m, p))
	for _, id := range t.distribution(m, p) {
		t.send(Letter{By: &by, Kind: MinutesPublish, Ref: "corrected", Reason: "minutes that are out were corrected (G-06)", Zone: m.Zone,
			Meeting: t.meetingView(m, id), Minutes: view, Items: t.assigned(m, id), Documents: []Document{MinutesDoc}}, id, rev)
	}
	if m.waitsForComment() {
		return // they are filed with the comments, and asked for with this version
	}
	if to := t.upTo(m, p); to != "" {
		l := t.reportUp(m, to, "up.to: the correction follows (G-06)")
		l.Ref, l.Minutes = "final", view
		t.send(l, to, rev)
	}
	t.fileMinutes(m, p, view, was)
	t.tellKeepers(m, p, view, rev)
}

// differs reports whether a correction says anything new.
func (v *Version) differs(old *Version) bool {
	same := slices.Equal(v.Draft.Attendance, old.Draft.Attendance) && slices.Equal(v.Draft.Open, old.Draft.Open)
	return !same || len(diff(&old.Draft, &v.Draft)) > 0 || strings.TrimSpace(cmp.Or(v.Body, old.Body)) != strings.TrimSpace(old.Body)
}
