package secretary

import (
	"fmt"
	"slices"
	"time"
)

// Chore is one recurring duty of a regulation's upkeep, with its round at hand (S0-45, S0-77, S0-88, S0-79).
type Chore struct {
	Due       Date        `json:"due"`             // of the round at hand
	Until     Date        `json:"until,omitempty"` // put off to this day
	Asked     time.Time   `json:"asked,omitzero"`
	Reminded  time.Time   `json:"reminded,omitzero"`
	Escalated time.Time   `json:"escalated,omitzero"`
	Ends      []ChoreDone `json:"ends,omitempty"` // the rounds that are over, oldest first
}

// ChoreDone is how one round ended.
type ChoreDone struct {
	Due     Date      `json:"due"`
	At      time.Time `json:"at"`
	By      PersonID  `json:"by"`
	State   string    `json:"state"` // done, waived with a reason, or missed
	Why     string    `json:"why,omitempty"`
	Numbers []string  `json:"numbers,omitempty"` // of the evidence in the archive
}

// ChoreView is one recurring duty in a letter.
type ChoreView struct {
	No     string      `json:"no"`
	Policy string      `json:"policy"`
	Kind   string      `json:"kind"`  // review, archive, lessons, training
	Title  Text        `json:"title"` // of the meeting
	Due    Date        `json:"due"`
	Facts  []ChoreFact `json:"facts,omitempty"`
	Items  []ItemView  `json:"items,omitempty"` // lessons: what was closed since the last round, with the last report; review: the improvement measures
}

// ChoreFact is a figure or a list to go by: a stable word that templates word, and what it is.
type ChoreFact struct {
	What string   `json:"what"` // documents, missing, gaps, mismatch, expired, superseded, open-items, surveys, minutes-late, on-time, overdue, feedback, trained, untrained
	List []string `json:"list"`
}

// Shelf is what archive and store know of one series: the raw material of its upkeep.
type Shelf struct {
	Documents  int      // filed in all
	Missing    []string // meetings that were held and have no minutes
	Gaps       []string // archive numbers that are missing from their sequence
	Mismatch   []string // archive numbers whose document is not what was filed
	Superseded []string // archive numbers that a newer document takes the place of (S0-78)
	Expired    []string // archive numbers that are older than archive.retention (S3-91)
	Closed     []*Item  // action items closed since
	Open       []*Item  // action items that are open
}

// choreKinds are the recurring duties in the order in which letters list them.
var choreKinds = []string{"review", "archive", "lessons", "training"}

// chore gives the cycle of a recurring duty, and whose it is; nobody's where the policy has none.
func (d *Desk) chore(p *Policy, kind string) (Span, PersonID) {
	rule := CycleRule{}
	switch kind {
	case "review":
		rule = p.Review
	case "lessons":
		rule = p.Lessons
	case "training":
		rule = p.Training
	case "archive":
		rule.Cycle = p.Archive.ReviewCycle
		if len(p.Archive.Keepers) > 0 {
			rule.Who = p.Archive.Keepers[0]
		}
	}
	if p.Disabled || !rule.Cycle.IsSet() || rule.Cycle.N == 0 {
		return Span{}, ""
	}
	return rule.Cycle, d.inOffice(p, rule.Who)
}

// inOffice is the one whom a policy's reference names outside of any meeting; the convener where it names nobody.
func (d *Desk) inOffice(p *Policy, r Ref) PersonID {
	switch r {
	case "host":
		r = p.Host
	case "recorder":
		r = p.Recorder
	case "supervisor":
		r = p.Supervisor
	}
	for _, ref := range []Ref{r, p.Convener} {
		if ids := d.Directory.Resolve(ref); len(ids) > 0 {
			return ids[0]
		}
	}
	return ""
}

// choreAt is one recurring duty of a person as it stands.
type choreAt struct {
	s    *Series
	p    *Policy
	kind string
	c    Chore
	at   time.Time // when the next letter about it is due
}

// choresOf lists the recurring duties of the person that lie on the desk.
func (t *turn) choresOf(id PersonID) []choreAt {
	var out []choreAt
	for _, policy := range sortedKeys(t.Series) {
		s, p := t.Series[policy], t.Policies[t.Current[policy]]
		if p == nil {
			continue
		}
		for _, kind := range choreKinds {
			cycle, who := t.chore(p, kind)
			if who != id || who == "" {
				continue
			}
			c := t.choreRound(s, kind, cycle)
			out = append(out, choreAt{s, p, kind, c, t.choreTime(c, cycle)})
		}
	}
	return out
}

// choreRound is the duty's round at hand: the first one a cycle after the series began. A round that passed before anybody
// could be asked is not made up for where the next one is due as well; one that was asked for in vain ends when the next is due.
func (t *turn) choreRound(s *Series, kind string, cycle Span) Chore {
	next := func(d Date) Date { return t.nextDue(cycle, d) }
	today := t.today(t.Office.Zone)
	c := Chore{Due: next(s.First)}
	if old := s.Chores[kind]; old != nil {
		c = *old
	}
	switch asked := c.Due != "" && !c.Asked.IsZero(); {
	case asked && (c.Escalated.IsZero() || next(c.Due) > today):
		return c
	case asked: // nobody has answered, and the next round is here
		c = Chore{Due: next(c.Due), Ends: append(slices.Clone(c.Ends), ChoreDone{Due: c.Due, At: t.now, State: "missed"})}
	}
	for next(c.Due) <= today {
		c.Due = next(c.Due)
	}
	return c
}

// nextDue is the day of the round after the one that is due on d.
func (t *turn) nextDue(cycle Span, d Date) Date {
	return max(d.Add(1), DateOf(cycle.After(t.Calendar, d.At(morning, t.Calendar.Zone(t.Office.Zone)))))
}

// choreWindow is how long somebody has for a recurring duty, and choreGrace how long after the reminder the superior hears.
var (
	choreWindow = Span{10, Workdays}
	choreGrace  = Span{5, Workdays}
)

// choreTime is when the next letter about the duty goes out.
func (t *turn) choreTime(c Chore, cycle Span) time.Time {
	zone := t.Calendar.Zone(t.Office.Zone)
	switch {
	case c.Until != "" && c.Asked.IsZero():
		return t.workMorning(c.Until, time.Time{}, zone)
	case c.Asked.IsZero():
		return t.workMorning(c.Due, time.Time{}, zone)
	case c.Reminded.IsZero():
		return choreWindow.After(t.Calendar, c.Asked.In(zone))
	case c.Escalated.IsZero():
		return choreGrace.After(t.Calendar, c.Reminded.In(zone))
	}
	return t.workMorning(t.nextDue(cycle, c.Due), time.Time{}, zone)
}

// choreDuties: one letter for all recurring duties of one day, a reminder, then the superior (S0-45, S0-77, S0-88, S0-114).
func (t *turn) choreDuties(id PersonID) []duty {
	var first time.Time
	for _, c := range t.choresOf(id) {
		if !c.at.IsZero() && (first.IsZero() || c.at.Before(first)) {
			first = c.at
		}
	}
	if first.IsZero() {
		return nil
	}
	return []duty{{at: first, key: "chores", reason: "the regulation's upkeep (S0-45, S0-77, S0-88)", do: func() { t.askChores(id) }}}
}

// askChores sends what is due: the duties themselves, and to the superior those that nobody has answered.
func (t *turn) askChores(id PersonID) {
	var mine, late []choreAt
	for _, c := range t.choresOf(id) {
		switch {
		case c.at.IsZero() || c.at.After(t.now):
			continue
		case c.c.Asked.IsZero():
			c.c.Asked = t.now
		case c.c.Reminded.IsZero():
			c.c.Reminded = t.now
		default:
			c.c.Escalated = t.now
			late = append(late, c)
		}
		c.s.setChore(c.kind, c.c)
		if c.c.Escalated.IsZero() {
			mine = append(mine, c)
		}
	}
	t.sendChores(mine, id, "chores", id)
	for _, c := range late {
		t.note("chore-late", id, "", c.s.Policy+" "+c.kind)
	}
	t.sendChores(late, t.Directory.superior(id), "chores-late", id)
}

func (s *Series) setChore(kind string, c Chore) {
	if s.Chores == nil {
		s.Chores = map[string]*Chore{}
	}
	s.Chores[kind] = &c
}

func (t *turn) sendChores(list []choreAt, to PersonID, ref string, by PersonID) {
	if len(list) == 0 || to == "" {
		return
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	l := Letter{Kind: Duty, Ref: ref, Reason: "the regulation's upkeep (S0-45, S0-77, S0-88)", Deadline: choreWindow.After(t.Calendar, t.now.In(zone)).UTC()}
	if slices.ContainsFunc(list, func(c choreAt) bool { return !c.c.Reminded.IsZero() }) {
		l.Deadline = choreGrace.After(t.Calendar, t.now.In(zone)).UTC()
	}
	if ref == "chores-late" {
		who := t.party(by)
		l.By, l.Deadline = &who, time.Time{}
	}
	for i, c := range list {
		l.Chores = append(l.Chores, t.choreView(i+1, c))
		if ref == "chores" {
			no := fmt.Sprint(i + 1)
			l.Choices = append(l.Choices, Choice{Verb: "done", Item: no}, Choice{Verb: "extend", Item: no}, Choice{Verb: "not_needed", Item: no})
		}
	}
	t.withCompliance(&l, list, to)
	t.send(l, to, ref+"-"+stamp(t.now))
}

// withCompliance encloses the compliance report of the days since the last review, where one is due (S0-114).
func (t *turn) withCompliance(l *Letter, list []choreAt, to PersonID) {
	i := slices.IndexFunc(list, func(c choreAt) bool { return c.kind == "review" })
	if i < 0 || l.Ref != "chores" || t.Whole == nil {
		return
	}
	zone := t.Calendar.Zone(t.Office.Zone)
	if v := t.compliance(DateOf(t.since(list[i]).In(zone)), t.today(t.Office.Zone).Add(-1), to); v != nil && !v.Empty() {
		l.Compliance, l.Documents = v, append(l.Documents, ComplianceSheet)
	}
}

// choreView is a duty with what there is to go by.
func (t *turn) choreView(no int, c choreAt) ChoreView {
	v := ChoreView{No: fmt.Sprint(no), Policy: c.s.Policy, Kind: c.kind, Title: c.p.Title, Due: c.c.Due}
	shelf := &Shelf{}
	if t.Shelf != nil {
		if known := t.Shelf(c.s.Policy, t.since(c)); known != nil {
			shelf = known
		}
	}
	switch c.kind {
	case "review":
		v.Facts, v.Items = t.reviewFacts(c.s), numbered(t.itemViews(shelf.measuresOn()))
	case "archive":
		v.Facts = shelf.facts()
		v.Facts = append(v.Facts, feedbackFact(c.s, "archive")...)
	case "lessons":
		v.Items = numbered(t.itemViews(shelf.Closed))
	case "training":
		v.Facts = t.trainingFacts(c)
	}
	return v
}

// since is when the duty was last done, else when the series began.
func (t *turn) since(c choreAt) time.Time {
	if n := len(c.c.Ends); n > 0 {
		return c.c.Ends[n-1].At
	}
	return c.s.First.At(Clock{}, t.Calendar.Zone(t.Office.Zone))
}

// facts are what the archive audit found (S0-77).
func (s *Shelf) facts() []ChoreFact {
	out := []ChoreFact{{"documents", []string{fmt.Sprint(s.Documents)}}}
	for _, f := range []ChoreFact{{"missing", s.Missing}, {"gaps", s.Gaps}, {"mismatch", s.Mismatch}, {"superseded", s.Superseded}, {"expired", s.Expired}} {
		if len(f.List) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// reviewFacts are the trend of the surveys, the figures beside them, and the feedback that is open (S0-45, S0-35, S0-92).
func (t *turn) reviewFacts(s *Series) []ChoreFact {
	var out []ChoreFact
	var trend []string
	var r Rates
	for _, p := range s.Polls[max(0, len(s.Polls)-6):] {
		trend = append(trend, fmt.Sprintf("%s %s", p.Day, overall(p.Sums)))
		r = r.and(p.Rates)
	}
	if len(trend) > 0 {
		out = append(out, ChoreFact{"surveys", trend})
	}
	if r.Meetings > 0 {
		out = append(out, ChoreFact{"minutes-late", []string{fmt.Sprintf("%d/%d", r.MinutesLate, r.Meetings)}})
	}
	if r.Closed > 0 {
		out = append(out, ChoreFact{"on-time", []string{fmt.Sprintf("%d/%d", r.OnTime, r.Closed)}})
	}
	return append(out, feedbackFact(s, "")...)
}

// overall is the mean over all questions, one decimal.
func overall(sums []ScoreSum) string {
	n, points := meanOf(sums)
	if n == 0 {
		return "–"
	}
	return fmt.Sprintf("%d.%d", points/10, points%10)
}

// feedbackFact lists the open feedback of a class, of every class for "".
func feedbackFact(s *Series, class string) []ChoreFact {
	f := ChoreFact{What: "feedback"}
	for _, x := range s.OpenFeedback() {
		if class == "" || x.Class == class {
			f.List = append(f.List, x.Text)
		}
	}
	if len(f.List) == 0 {
		return nil
	}
	return []ChoreFact{f}
}
