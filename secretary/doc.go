// Package secretary decides. It is the heart of huiban and a pure function: state, event and now go in; changed
// state, letters (as data), the next wake-up and a named reason come out. It reads no clock, no file and no network,
// and draws no random numbers.
//
// There are three events. Receive takes a mail that the parser has read, Wake the passing of time, Command an order
// of the administrator. What is owed at any time is derived from the state (see duty): nothing is remembered in
// timers, so a restart, a missed day or a changed policy corrects itself.
package secretary
