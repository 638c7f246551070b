//go:build race

package secretary

// sequences is how many sequences of random events are played. The race detector, which has nothing to find where nothing
// runs at once, makes each some ten times as slow.
const sequences = "1000"
