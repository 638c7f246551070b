// Package templates words the secretary's letters and makes their documents.
//
// A letter (secretary.Letter) holds everything that may be printed. Its wording lies in letters/KIND.txt, three languages
// one below the other, in the markup of package page; from that one wording both the text and the HTML are set, so they
// say the same. Words that several letters share are in letters/words.txt, pieces that several letters share in
// letters/parts.txt. Documents are made from the same letter: Word files by package docx, the ledger by excelize.
package templates
