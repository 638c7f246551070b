// Package page is the letterhead: it turns one wording into a plain text and an HTML page that cannot disagree.
//
// A letter is written in a small markup, one mark at the head of each line. Parse reads it into blocks; Text and HTML
// set the same blocks. The package knows nothing of meetings.
//
//	! text            the lead: what is wanted, by when
//	# text            a heading
//	text              a paragraph; a blank line ends it
//	- text            a bullet
//	= label | value   a fact
//	|# a | b          the head of a table
//	| a | b           a row of it; " \\ " begins a second, smaller line in a cell
//	% 5 | label | tone | was    a figure, and what it was
//	+ 1 | title | tone | badge  a numbered card
//	: text            a line of the card above
//	@ label | url | rank        a button: of the card above, else of the reply section; rank is first or other
//	^ text            the rule above the reply section
//	· text            a hint how to answer
//	> text            somebody's own words
//	~ text            small print
//	$ text            a line of a form, kept as it stands
//
// **bold** and ~~struck~~ work within a line. Values from outside go through Inline and can hold none of this.
package page
