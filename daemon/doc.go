// Package daemon runs huiban: three loops over one store. The inbox loop reads the mailbox and has each mail judged, the
// clock loop wakes the cases whose time has come, the outbox loop sends what was decided. Each mail and each wake-up is
// one transaction: the change, its letters and its journal entries are saved together, and only then is anything sent.
//
// Whatever is begun is claimed in the store for a while, so that a daemon that is killed leaves nothing half done: its
// work is found by the next one, or by another daemon on the same database, when the lease has run out. A mail has its
// effect once, since its verdict is written with it; a letter may be handed over twice, with the same Message-ID.
package daemon
