// Package calendar speaks iCalendar for the secretary: it reads the answers that calendar programs mail back, writes
// the invitations they show buttons for, and knows days: time zones, the occurrences of a rule, workdays and holidays.
//
// Reading never trusts and never panics: ReadMessage takes what real clients send (folds inside characters, Windows
// zone names, lines that are no lines) and keeps what can be kept. Writing is strict: Request, DeclineCounter and
// their like write one canonical object, and LintObject tells what a calendar program would stumble over.
//
// Rule numbers such as O-28 and I-31 in comments and test names are those of docs/imip.md.
package calendar
