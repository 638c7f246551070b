//go:build race

package daemon

// livedDays are how many days of a company are lived through: the race detector makes each of them take about two seconds.
const livedDays = 10
