package daemon

import (
	"strings"

	"github.com/huiban/huiban/secretary"
	"github.com/huiban/huiban/store"
	"github.com/huiban/huiban/templates"
)

// file puts a document into the archive; one that is made from a letter is made now, and kept as it is for ever.
func (d *Daemon) file(tx *store.Tx, office secretary.Office, e secretary.ArchiveEntry) error {
	f := e.File
	if f == nil && e.Letter == nil { // words of a mail
		kept, err := tx.PutDocument([]byte(e.Text), e.Number+".txt", "text/plain; charset=utf-8")
		if err != nil {
			return err
		}
		f = &kept
	}
	if f == nil {
		name, data, err := templates.Document(e.Document, e.Letter, templates.Options{Office: office, Wording: d.Wording})
		if err != nil {
			return err
		}
		made, err := tx.PutDocument(data, name, mediaType(name))
		if err != nil {
			return err
		}
		f = &made
	}
	err := tx.FileDocument(store.ArchiveEntry{
		Number: e.Number, Class: store.Class(e.Class), Meeting: e.Meeting, Series: e.Series, Title: e.Title, Day: e.Day,
		Departments: e.Departments, Readers: e.Readers, Confidentiality: e.Confidential, Shelf: e.Shelf, Hash: f.Hash, Text: e.Text,
	})
	if err != nil || e.Supersedes == "" {
		return err
	}
	old, err := tx.Archive(store.ArchiveFilter{Number: e.Supersedes, Series: e.Series})
	if err != nil || len(old) == 0 { // a name that only looks like a number, or another series' document
		return err
	}
	return tx.Supersede(e.Supersedes, e.Number)
}

// queried bounds what one query looks through.
const queried = 200

// search finds archive entries that hold every term, newest first.
func (d *Daemon) search(tx *store.Tx, terms string) ([]secretary.ArchiveEntry, error) {
	found, err := tx.Search(strings.Fields(terms), queried)
	out := make([]secretary.ArchiveEntry, 0, len(found))
	for _, e := range found {
		s := secretary.ArchiveEntry{
			Number: e.Number, Class: string(e.Class), Meeting: e.Meeting, Series: e.Series, Title: e.Title, Day: e.Day,
			Departments: e.Departments, Readers: e.Readers, Confidential: e.Confidentiality, Shelf: e.Shelf, Text: e.Text,
		}
		if e.Class == store.ClassKnowledge || e.Class == store.ClassLessons {
			f, err := tx.DocumentFile(e.Hash)
			if err != nil {
				return nil, err
			}
			s.File = &f
		}
		if e.Class == store.ClassMinutes {
			name := e.Number + ".docx"
			s.File = &secretary.File{Name: name, Type: mediaType(name), Hash: e.Hash}
		}
		out = append(out, s)
	}
	return out, err
}

// paper notes where the paper of documents stands.
func (d *Daemon) paper(tx *store.Tx, r *secretary.Reply, numbers []string) (*secretary.Outcome, error) {
	var known []secretary.ArchiveEntry
	for _, n := range numbers {
		found, err := tx.Archive(store.ArchiveFilter{Number: n})
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			known = append(known, secretary.ArchiveEntry{Number: e.Number, Series: e.Series, Shelf: e.Shelf})
		}
	}
	c := secretary.PersonCase(r.Writer)
	held, err := d.restrain(tx, c, r)
	if err != nil {
		return nil, err
	}
	return d.do(tx, c, store.Source{Name: r.MessageID}, func(desk *secretary.Desk) (*secretary.Outcome, error) {
		out := secretary.FilePaper(desk, r, known, tx.Now)
		held(out)
		return out, nil
	})
}
