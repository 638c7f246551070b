package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/huiban/huiban/secretary"
)

// How far back a case reaches.
const (
	seriesReach = 60 * 24 * time.Hour // meetings of a series, by planned start
	doneReach   = 15 * 24 * time.Hour // items of a person that are done: two weekly summaries
)

// loaded is what lay on a desk when it was opened: the stored docs by id.
type loaded struct{ series, meetings, items, folders map[string]string }

// OpenCase lays the case c on a desk and locks it until the transaction ends:
//
//	series:MT-S0-1         the series and its meetings planned from 60 days ago on, and the last one before; all of the
//	                       invitations for many that reach into that time
//	meeting:PSC-20261127   the meeting and the one before it; all of its own items, and those of the series that are open or
//	                       were done since the one before
//	person:wang.lei        the series whose upkeep is theirs; the person's folder; the items of the person and of everybody below, those that the person
//	                       supervises and those of series whose summary goes to the person, open or done within 15 days
//
// The office, the directory and all policies lie on every desk; other meetings to come are looked up as they are asked for. What is not there yet is absent from the desk: it is
// no error to open the case of a meeting that does not exist. In a View nothing is locked and nothing can be saved.
func (tx *Tx) OpenCase(c secretary.Case, cal secretary.Calendar) (*secretary.Desk, error) {
	kind, id, _ := strings.Cut(string(c), ":")
	if id == "" {
		return nil, fmt.Errorf("open case %q: not of the form series:…, meeting:… or person:…", c)
	}
	if err := tx.lock("case " + string(c)); err != nil {
		return nil, err
	}
	desk, err := tx.emptyDesk(cal)
	if err != nil {
		return nil, fmt.Errorf("open case %s: %w", c, err)
	}
	l := &loaded{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	switch kind {
	case "series":
		err = tx.loadSeries(desk, l, id)
	case "meeting":
		err = tx.loadMeeting(desk, l, id)
	case "person":
		err = tx.loadPerson(desk, l, secretary.PersonID(id))
	default:
		err = fmt.Errorf("unknown kind %q", kind)
	}
	if err != nil {
		return nil, fmt.Errorf("open case %s: %w", c, err)
	}
	tx.desks[desk] = l
	return desk, nil
}

func (tx *Tx) emptyDesk(cal secretary.Calendar) (*secretary.Desk, error) {
	sh, err := tx.shared()
	if err != nil {
		return nil, err
	}
	all, current, err := tx.Policies()
	return &secretary.Desk{
		Office: sh.office, Calendar: cal, Directory: sh.directory, Policies: all, Current: current,
		Series: map[string]*secretary.Series{}, Meetings: map[secretary.MeetingID]*secretary.Meeting{},
		Items: map[secretary.ItemID]*secretary.Item{}, Folders: map[secretary.PersonID]*secretary.Folder{},
		Elsewhere: tx.elsewhere, Known: tx.numbered, Whole: tx.whole(cal), Away: sh.away, Shelf: tx.shelf(all, current, cal),
	}, err
}

// Rows are locked table by table, each in the order of ids, so that two cases that share some wait for each other
// instead of blocking each other.

func (tx *Tx) loadSeries(d *secretary.Desk, l *loaded, policy string) (err error) {
	if l.series, err = load[seriesRow](tx, d.Series, "SELECT * FROM series WHERE policy = ?", policy); err != nil {
		return err
	}
	reach := at(d.Series[policy].Reach(tx.Now.Add(-seriesReach)))
	l.meetings, err = load[meetingRow](tx, d.Meetings,
		`SELECT * FROM meetings WHERE series = ? AND (planned >= ? OR planned =
		(SELECT MAX(planned) FROM meetings WHERE series = ? AND planned < ?)) ORDER BY id`, policy, reach, policy, reach)
	return err
}

func (tx *Tx) loadMeeting(d *secretary.Desk, l *loaded, id string) error {
	var m meetingRow
	// Read without a lock: which meeting was before this one, and of what series it is, never change.
	if err := tx.db.Raw("SELECT id, series, previous FROM meetings WHERE id = ?", id).Scan(&m).Error; err != nil {
		return err
	}
	var err error
	l.meetings, err = load[meetingRow](tx, d.Meetings,
		"SELECT * FROM meetings WHERE id IN (?, ?) ORDER BY id", id, m.Previous)
	if err != nil {
		return err
	}
	l.items, err = load[itemRow](tx, d.Items,
		`SELECT * FROM items WHERE meeting = ? OR (series = ? AND (is_open OR done_at >= (SELECT start_at FROM meetings WHERE id = ?)
		OR meeting = '' AND done_at >= (SELECT planned FROM meetings WHERE id = ?) - ?))
		ORDER BY id`, id, m.Series, m.Previous, m.Previous, doneReach.Milliseconds())
	return err
}

func (tx *Tx) loadPerson(d *secretary.Desk, l *loaded, id secretary.PersonID) error {
	owners := append([]secretary.PersonID{id}, d.Directory.Subtree(id)...)
	var err error
	if kept := d.Upkeeps(id); len(kept) > 0 {
		if l.series, err = load[seriesRow](tx, d.Series, "SELECT * FROM series WHERE policy IN ? ORDER BY policy", kept); err != nil {
			return err
		}
	}
	l.items, err = load[itemRow](tx, d.Items,
		"SELECT * FROM items WHERE (owner IN ? OR supervisor = ? OR series IN ?) AND (is_open OR done_at >= ?) ORDER BY id",
		owners, id, summarized(d, id), at(tx.Now.Add(-doneReach)))
	if err != nil {
		return err
	}
	l.folders, err = load[folderRow](tx, d.Folders, "SELECT * FROM folders WHERE person = ?", id)
	return err
}

// summarized lists the policies whose weekly summary goes to the person (3.2 summary.to).
func summarized(d *secretary.Desk, id secretary.PersonID) []string {
	out := []string{""} // an empty list is no SQL
	for policy, key := range d.Current {
		for _, r := range d.Policies[key].Summary.To {
			if slices.Contains(d.Directory.Resolve(r), id) {
				out = append(out, policy)
			}
		}
	}
	return out
}

// load reads and locks the rows of a query into a map of the desk and returns their docs.
func load[R row, K ~string, V any](tx *Tx, into map[K]*V, query string, args ...any) (map[string]string, error) {
	var rows []R
	if err := tx.db.Raw(query+tx.forUpdate(), args...).Scan(&rows).Error; err != nil {
		return nil, err
	}
	docs := make(map[string]string, len(rows))
	for _, r := range rows {
		v, err := fromDoc[V](r)
		if err != nil {
			return nil, err
		}
		into[K(r.id())], docs[r.id()] = v, r.doc()
	}
	return docs, nil
}

func fromDoc[V any](r row) (*V, error) {
	v := new(V)
	if err := json.Unmarshal([]byte(r.doc()), v); err != nil {
		return nil, fmt.Errorf("read %s: %w", r.id(), err)
	}
	return v, nil
}
