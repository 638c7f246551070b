// Package store keeps everything huiban knows in SQLite or PostgreSQL: the people and policies, the meetings and their
// items, the journal, the mails that came in, and the letters that go out.
//
// It decides nothing. One event is one transaction, run by [Store.Do]: [Tx.OpenCase] lays the case on a desk and locks
// it, the heart works on the desk, and [Tx.SaveCase] writes back what changed together with the journal, the letters
// and the next wake-up. So either all of it happened or nothing did, and what is sent afterwards was saved before.
//
// Letters, wake-ups and unjudged mails are rows that several daemons on one database claim in batches, each for the
// length of a lease. A fencing number, which grows with every claim, keeps a daemon that lost its lease from writing.
// Everything here may happen twice without harm: letters and mails have unique keys, and the heart is idempotent.
package store
