package mailer

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Position is how far a folder has been read. The zero value is its beginning.
type Position struct {
	UIDValidity uint32 // when the server changes it, all UIDs are void and the folder is read from its beginning
	UID         uint32 // the last message delivered
}

// Message is one mail as it lies in the folder.
type Message struct {
	Position
	Received time.Time // INTERNALDATE: when the server took it, in the server's zone; zero when it does not say
	Size     int64     // RFC822.SIZE, in bytes
	Raw      []byte    // the whole message; only its header when Oversize. Owned by the receiver
	Oversize bool      // larger than IMAP.MaxBytes
}

var peek = &imap.FetchItemBodySection{Peek: true}
var peekHeader = &imap.FetchItemBodySection{Peek: true, Specifier: imap.PartSpecifierHeader}

// batchBytes is about how much is fetched with one command.
const batchBytes, batchMessages = 4 << 20, 50

// catchUp delivers everything after since in the order of the UIDs, and moves since along.
func (l *imapLine) catchUp(ctx context.Context, since *Position, deliver deliverFunc) error {
	l.forgetNews()
	if since.UIDValidity != l.validity {
		*since = Position{UIDValidity: l.validity}
	}
	waiting, err := l.list(since.UID)
	for err == nil && len(waiting) > 0 {
		n := batch(waiting, l.account.maxBytes())
		err = l.handOver(ctx, waiting[:n], since, deliver)
		waiting = waiting[n:]
	}
	return err
}

// list returns what lies after the UID, in order, without contents. "n:*" always returns the last message on most
// servers, so the UID is looked at here.
func (l *imapLine) list(after uint32) (waiting []Message, err error) {
	var set imap.UIDSet
	set.AddRange(imap.UID(after)+1, 0)
	bufs, err := l.fetch(set, 0, &imap.FetchOptions{UID: true, InternalDate: true, RFC822Size: true})
	for _, b := range bufs {
		if uint32(b.UID) > after {
			waiting = append(waiting, l.listed(b))
		}
	}
	slices.SortFunc(waiting, func(a, b Message) int { return int(int64(a.UID) - int64(b.UID)) })
	return waiting, err
}

func (l *imapLine) listed(b *imapclient.FetchMessageBuffer) Message {
	m := Message{Position: Position{l.validity, uint32(b.UID)}, Received: b.InternalDate, Size: b.RFC822Size}
	if m.Received.Unix() == 0 { // see noDate
		m.Received = time.Time{}
	}
	return m
}

// batch returns how many of the first messages to fetch together: at least one, all whole or all oversize.
func batch(waiting []Message, limit int64) int {
	big, sum := waiting[0].Size > limit, int64(0)
	for i, m := range waiting {
		sum += m.Size
		tooMuch := sum > batchBytes && !big
		if i > 0 && (tooMuch || i == batchMessages || (m.Size > limit) != big) {
			return i
		}
	}
	return len(waiting)
}

// handOver fetches the contents of a batch and delivers it. A message that vanished meanwhile is passed over.
func (l *imapLine) handOver(ctx context.Context, ms []Message, since *Position, deliver deliverFunc) error {
	section := peek
	if ms[0].Size > l.account.maxBytes() {
		section = peekHeader
	}
	bodies, err := l.bodies(ms, section)
	if err != nil {
		return err
	}
	for _, m := range ms {
		raw, there := bodies[m.UID]
		m.Raw, m.Oversize = raw, section == peekHeader
		if !there {
			continue
		}
		if err := deliver(ctx, m); err != nil {
			return fmt.Errorf("deliver: %w", err)
		}
		*since = m.Position
		l.shelve(m)
	}
	return nil
}

func (l *imapLine) bodies(ms []Message, section *imap.FetchItemBodySection) (map[uint32][]byte, error) {
	var set imap.UIDSet
	var size int64
	for _, m := range ms {
		set.AddNum(imap.UID(m.UID))
		size += min(m.Size, l.account.maxBytes())
	}
	bufs, err := l.fetch(set, size, &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{section}})
	bodies := make(map[uint32][]byte, len(bufs))
	for _, b := range bufs {
		if raw := b.FindBodySection(section); raw != nil {
			bodies[uint32(b.UID)] = raw
		}
	}
	return bodies, err
}

// slowest is the slowest line on which a large mail still comes through, in bytes a second.
const slowest = 32 << 10

func (l *imapLine) fetch(set imap.UIDSet, size int64, o *imap.FetchOptions) (bufs []*imapclient.FetchMessageBuffer, err error) {
	limit := l.account.timeout() + time.Duration(size/slowest)*time.Second
	stop := watchdog(l.conn, limit)
	bufs, err = l.client.Fetch(set, o).Collect()
	stop()
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	return bufs, nil
}
