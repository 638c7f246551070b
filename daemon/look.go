package daemon

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/huiban/huiban/secretary"
)

// look looks into a file that came in: how many pages, slides or sheets it has, where its format tells, and why nobody can
// read it (S2-42). What it does not know it takes as it is.
func look(name string, data []byte) (pages int, flaw secretary.Flaw) {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case len(data) == 0:
		return 0, secretary.EmptyFile
	case useless[ext]:
		return 0, secretary.WrongFile
	case office[ext] != "":
		return lookOffice(ext, data)
	case ext == ".pdf":
		return lookPDF(data)
	case ext == ".zip":
		return 0, lookZip(data)
	case exported[ext] != nil && exported[ext](data):
		return 0, ""
	case magic[ext] != nil && !startsWith(data, magic[ext]):
		return 0, secretary.BrokenFile
	}
	return 0, ""
}

// useless are the types that no meeting reads: programs, shortcuts, what is not loaded to its end.
var useless = map[string]bool{".exe": true, ".msi": true, ".bat": true, ".cmd": true, ".com": true, ".scr": true, ".js": true, ".vbs": true,
	".ps1": true, ".jar": true, ".apk": true, ".lnk": true, ".url": true, ".dll": true, ".tmp": true, ".crdownload": true}

// additions are what mail programs add to a mail of their own: signatures and visiting cards. Nobody means to hand them in.
var additions = map[string]bool{".p7s": true, ".p7m": true, ".asc": true, ".sig": true, ".vcf": true}

// addition reports whether a file is no more than that.
func addition(name string) bool { return additions[strings.ToLower(path.Ext(name))] }

// office are the formats of Office that are zip archives, each with the part that every such file has.
var office = map[string]string{".docx": "word/document.xml", ".docm": "word/document.xml", ".xlsx": "xl/workbook.xml", ".xlsm": "xl/workbook.xml",
	".pptx": "ppt/presentation.xml", ".pptm": "ppt/presentation.xml"}

// magic is what a file of the type begins with.
var magic = map[string][]string{
	".doc": {ole, "{\\rtf", "PK\x03\x04"}, ".xls": {ole, "PK\x03\x04", "\x09\x08"}, ".ppt": {ole, "PK\x03\x04"},
	".wps": {ole, "PK\x03\x04"}, ".et": {ole, "PK\x03\x04"}, ".dps": {ole, "PK\x03\x04"},
	".png": {"\x89PNG"}, ".jpg": {"\xff\xd8"}, ".jpeg": {"\xff\xd8"}, ".gif": {"GIF8"}, ".rar": {"Rar!"}, ".7z": {"7z\xbc\xaf"},
}

// ole begins the older files of Office, and any newer one that is locked by a password ([MS-OFFCRYPTO] §1.3.3).
const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func startsWith(data []byte, any []string) bool {
	for _, s := range any {
		if bytes.HasPrefix(data, []byte(s)) {
			return true
		}
	}
	return false
}

// unpacked bounds what is read of one part of an archive.
const unpacked = 64 << 20

func lookOffice(ext string, data []byte) (int, secretary.Flaw) {
	if bytes.HasPrefix(data, []byte(ole)) {
		if bytes.Contains(data, asUTF16("EncryptedPackage")) {
			return 0, secretary.LockedFile
		}
		return 0, "" // an older file under a newer name: Office opens it
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || part(z, office[ext]) == nil && part(z, "[Content_Types].xml") == nil {
		return 0, secretary.BrokenFile
	}
	if strings.HasPrefix(ext, ".xls") {
		return sheets(data), ""
	}
	return told(part(z, "docProps/app.xml")), ""
}

// asUTF16 is how the directory of a compound file writes a name.
func asUTF16(s string) []byte {
	var out []byte
	for _, c := range s {
		out = binary.LittleEndian.AppendUint16(out, uint16(c))
	}
	return out
}

// part reads one part of an archive, nil where it is not there or cannot be read.
func part(z *zip.Reader, name string) []byte {
	f, err := z.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, unpacked))
	if err != nil {
		return nil
	}
	return data
}

var pagesTold = regexp.MustCompile(`<(?:\w+:)?(?:Pages|Slides)>(\d{1,5})</`)

// told is how many pages or slides the program that wrote the file counted.
func told(properties []byte) int {
	m := pagesTold.FindSubmatch(properties)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// sheets counts the sheets of a workbook.
func sheets(data []byte) int {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: unpacked})
	if err != nil {
		return 0
	}
	defer f.Close()
	return f.SheetCount
}

var (
	pdfPage    = regexp.MustCompile(`/Type\s*/Page[^s\w]`)
	pdfCounted = regexp.MustCompile(`/Type\s*/Pages\b[^>]*/Count\s+(\d{1,5})`)
)

// lookPDF reads what stands in a PDF in clear. Its pages may be packed away; then they are not told.
func lookPDF(data []byte) (int, secretary.Flaw) {
	head := data[:min(len(data), 1024)]
	switch {
	case !bytes.Contains(head, []byte("%PDF-")) || !bytes.Contains(data[max(0, len(data)-2048):], []byte("startxref")):
		return 0, secretary.BrokenFile
	case lockedPDF(data):
		return 0, secretary.LockedFile
	}
	pages := len(pdfPage.FindAll(data, -1))
	for _, m := range pdfCounted.FindAllSubmatch(data, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			pages = max(pages, n)
		}
	}
	return pages, ""
}

// lookZip tells an archive that cannot be opened, and one that is locked: bit 0 of a part's flags.
func lookZip(data []byte) secretary.Flaw {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return secretary.BrokenFile
	}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return secretary.LockedFile
		}
	}
	if len(z.File) == 0 {
		return secretary.EmptyFile
	}
	return ""
}
