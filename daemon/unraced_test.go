//go:build !race

package daemon

// livedDays are how many days of a company are lived through: a year, in about half a minute.
const livedDays = 365
