package secretary

import "slices"

// internal reports whether a letter holds what nobody outside may see: items, minutes, who is silent, what others owe or
// could come, files that are not released (S3-49, G-48).
func (l *Letter) internal() bool {
	return len(l.Items) > 0 || l.Minutes != nil || l.Summary != nil || l.Query != nil || len(l.Silent) > 0 || len(l.Owed) > 0 || len(l.Times) > 0 ||
		len(l.Clashes) > 0 || len(l.Tidings) > 0 || len(l.Objections) > 0 || len(l.Files) > 0 && l.Kind != Handout
}

// reduce takes out of a letter to somebody outside what they may not see: an answer to a letter that was passed on to them
// shows it as little as the letter itself would have come to them.
func (l *Letter) reduce(to PersonID) {
	l.Items, l.Minutes, l.Summary, l.Query, l.Silent, l.Times, l.Clashes, l.Objections = nil, nil, nil, nil, nil, nil, nil, nil
	l.Owed = slices.DeleteFunc(slices.Clone(l.Owed), func(o OwedView) bool { return o.ID != to })
	if l.Kind != Handout {
		l.Files = nil
	}
	l.Documents = slices.DeleteFunc(slices.Clone(l.Documents), func(d Document) bool { return d != AgendaDoc && d != MaterialsForm })
}
