package secretary

import (
	"cmp"
	"container/heap"
	"time"
)

// alarms are when cases are to be woken, the earliest at hand. Nothing is taken out of the middle: what was set to another time
// is passed over when its turn comes.
type alarms struct {
	at  map[Case]time.Time
	all alarmHeap
}

type alarm struct {
	at time.Time
	c  Case
}

// set has a case woken then, and not when it was to be woken before.
func (a *alarms) set(c Case, at time.Time) {
	if a.at == nil {
		a.at = map[Case]time.Time{}
	}
	a.at[c] = at
	heap.Push(&a.all, alarm{at, c})
}

// next is the case to wake first, of several at one time the first by name; false where none is due until then.
func (a *alarms) next(until time.Time) (c Case, at time.Time, ok bool) {
	for ; len(a.all) > 0 && !a.all[0].at.After(until); heap.Pop(&a.all) {
		first := a.all[0]
		if set, ok := a.at[first.c]; ok && set.Equal(first.at) {
			return first.c, first.at, true
		}
	}
	return "", time.Time{}, false
}

// rung takes out the case, which is being woken.
func (a *alarms) rung(c Case) { delete(a.at, c) }

type alarmHeap []alarm

func (h alarmHeap) Len() int { return len(h) }
func (h alarmHeap) Less(i, j int) bool {
	return cmp.Or(h[i].at.Compare(h[j].at), cmp.Compare(h[i].c, h[j].c)) < 0
}
func (h alarmHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *alarmHeap) Push(x any)   { *h = append(*h, x.(alarm)) }
func (h *alarmHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
