// Package docx writes Word documents: a small vocabulary (title, headings, paragraphs, bullets, plain tables) set in one
// house style on A4, with Chinese fonts, page numbers and document properties. It follows ECMA-376 part 1
// (WordprocessingML). The same document gives the same bytes, always.
package docx
