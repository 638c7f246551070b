package main

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/huiban/huiban/policies"
	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
)

// soon is how long before a meeting in a year without holidays it begins to hurt: its notice must go out.
const soon = 30 * 24 * time.Hour

// unknownYear is what is to come in a year of which the holidays are not known.
type unknownYear struct {
	Year  int
	First time.Time // the first meeting
	What  *secretary.Policy
	Types int // meeting types with meetings in it
}

// holidays says whether the holidays are known for all meetings of the next twelve months.
func (x *examination) holidays(ctx context.Context) {
	if x.faults > 0 {
		return
	}
	zone := x.config.Calendar.Zone(x.config.Office.Zone)
	years := x.unknownYears(ctx)
	for _, u := range years {
		l := warning
		if u.First.Sub(x.now) < soon {
			l = fault
		}
		x.find("holidays", l, "a new version of huiban brings them once they are published; or write them into a file under holidays in huiban.yaml",
			"the holidays and make-up days of %d are not known: %s would be planned by weekends alone, first %s %s on %s",
			u.Year, count(u.Types, "meeting type", "meeting types"), u.What.ID, u.What.Title.In(x.config.Office.Lang), u.First.In(zone).Format(time.DateOnly))
	}
	switch {
	case x.meetings == 0:
		x.find("holidays", sound, "", "no meeting that a holiday would move is called in the next twelve months")
	case len(years) == 0:
		x.find("holidays", sound, "", "known for every meeting until %s", x.now.In(zone).AddDate(1, 0, 0).Format(time.DateOnly))
	}
}

// unknownYears looks a year ahead, at every policy by which meetings are called.
func (x *examination) unknownYears(ctx context.Context) []unknownYear {
	byYear := map[int]*unknownYear{}
	for _, p := range x.config.Policies {
		q := policies.WithDefaults(p.Policy)
		if len(p.Missing) > 0 || !q.Callable() || q.Holiday.Shift == "keep" {
			continue
		}
		seen := map[int]bool{}
		for _, start := range x.starts(ctx, q) {
			x.meetings++
			year := start.Year()
			if x.config.Calendar.Known(year) || seen[year] {
				continue
			}
			seen[year] = true
			if byYear[year] == nil {
				byYear[year] = &unknownYear{Year: year, First: start, What: q}
			}
			u := byYear[year]
			if u.Types++; start.Before(u.First) {
				u.First, u.What = start, q
			}
		}
	}
	var out []unknownYear
	for _, year := range slices.Sorted(maps.Keys(byYear)) {
		out = append(out, *byYear[year])
	}
	return out
}

// starts lists the meetings of the next twelve months.
func (x *examination) starts(ctx context.Context, p *secretary.Policy) []time.Time {
	zone := x.config.Calendar.Zone(x.config.Office.Zone)
	if p.Timezone != "" {
		zone = x.config.Calendar.Zone(p.Timezone)
	}
	first := max(p.Schedule.From, secretary.DateOf(x.now.In(zone)))
	if s := x.series(ctx, p.ID); s != nil {
		first = max(p.Schedule.From, s.First)
	}
	until := x.now.AddDate(1, 0, 0)
	if p.Schedule.Until != "" {
		if last := p.Schedule.Until.Add(1).At(secretary.Clock{}, zone); last.Before(until) {
			until = last
		}
	}
	starts, err := x.config.Calendar.Occurrences(p.Schedule.RRule, first.At(p.Schedule.Start, zone), x.now, until)
	if err != nil {
		return nil // config test says so
	}
	return starts
}

// series is the standing plan of a policy, nil where there is none yet.
func (x *examination) series(ctx context.Context, policy string) (s *secretary.Series) {
	if x.store == nil {
		return nil
	}
	_ = x.store.View(ctx, func(tx *store.Tx) (err error) { s, err = tx.Series(policy); return err }) // ErrNotFound: it was not applied yet
	return s
}

// warnOfHolidays tells the log of each year in which meetings are called and no holidays are known.
func (o *office) warnOfHolidays(ctx context.Context, log *slog.Logger) {
	x := &examination{config: o.config, store: o.store, now: now()}
	for _, u := range x.unknownYears(ctx) {
		log.Warn("the holidays of the year are not known", "year", u.Year, "meeting_types", u.Types, "first_meeting", u.First)
	}
}
