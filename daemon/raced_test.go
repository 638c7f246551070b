//go:build race

package daemon

// livedDays are how many days of a company are lived through: the race detector makes them eight times as long.
const livedDays = 4
