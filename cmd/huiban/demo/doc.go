// Package demo plays seven weeks of a weekly 产销协调会 in a small company: a mail server of its own, a store of its own,
// a simulated clock, and people who answer their mail as people do. The daemon is the one that a company runs, over real
// SMTP and IMAP; only the time and the people are played.
package demo
