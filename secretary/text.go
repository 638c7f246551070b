package secretary

import (
	"encoding/json"
	"strings"
)

// Lang is the language of a letter, a BCP 47 tag.
type Lang string

// The languages letters are written in.
const (
	Hans    Lang = "zh-Hans"
	Hant    Lang = "zh-Hant"
	English Lang = "en"
)

// Langs lists every language of letters, the house's own first.
var Langs = []Lang{Hans, Hant, English}

// Text is one wording for each language. In a policy file it is written as a mapping, or as a plain
// string, which is then the wording in zh-Hans and the fallback of all others.
type Text map[Lang]string

// T builds a Text from its three wordings.
func T(hans, hant, en string) Text { return Text{Hans: hans, Hant: hant, English: en} }

// In returns the wording in l, else the nearest one there is, else "".
func (t Text) In(l Lang) string {
	order := []Lang{l, Hans, Hant, English}
	if l == Hans {
		order = []Lang{Hans, Hant, English}
	}
	for _, o := range order {
		if s := t[o]; s != "" {
			return s
		}
	}
	return ""
}

// Empty reports whether t has no wording at all.
func (t Text) Empty() bool {
	for _, s := range t {
		if strings.TrimSpace(s) != "" {
			return false
		}
	}
	return true
}

// UnmarshalText takes a plain string as the wording in zh-Hans.
func (t *Text) UnmarshalText(b []byte) error {
	*t = Text{Hans: string(b)}
	return nil
}

// UnmarshalJSON reads the object that MarshalJSON writes.
func (t *Text) UnmarshalJSON(b []byte) error {
	var m map[Lang]string
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*t = m
	return nil
}

// MarshalJSON writes an object keyed by language.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(map[Lang]string(t)) }
