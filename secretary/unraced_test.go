//go:build !race

package secretary

// sequences is how many sequences of random events are played.
const sequences = "10000"
