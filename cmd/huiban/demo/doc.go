// Package demo plays a meeting regulation in a small company: a mail server of its own, a store of its own, a simulated
// clock, and people who answer their mail as people do. By default that is seven weeks of a weekly 产销协调会 in which
// everybody answers in their own way; any other of the forty presets is played in a plain way. The daemon is the one that a
// company runs, over real SMTP and IMAP; only the time and the people are played.
package demo
