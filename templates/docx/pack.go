package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"time"
)

const (
	ns      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	pkg     = "http://schemas.openxmlformats.org/package/2006/"
	wordApp = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// part is one file of the package.
type part struct {
	name, kind string // kind is the content type; "" for those found by their extension
	data       []byte
}

// Bytes is the document as a file. The error is the zip writer's.
func (d *Document) Bytes() ([]byte, error) {
	parts := []part{
		{"word/document.xml", wordApp + "document.main+xml", d.document()},
		{"word/styles.xml", wordApp + "styles+xml", d.styles()},
		{"word/numbering.xml", wordApp + "numbering+xml", numbering()},
		{"word/settings.xml", wordApp + "settings+xml", settings()},
		{"word/footer1.xml", wordApp + "footer+xml", d.footer()},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", d.core()},
	}
	files := append([]part{{"[Content_Types].xml", "", types(parts)}, {"_rels/.rels", "", packageLinks()}, {"word/_rels/document.xml.rels", "", documentLinks()}}, parts...)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		// No time is given: the same document must give the same bytes.
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", f.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write document: %w", err)
	}
	return b.Bytes(), nil
}

func (d *Document) document() []byte {
	width, height := d.page()
	size := el("w:pgSz", "w:w", strconv.Itoa(width), "w:h", strconv.Itoa(height))
	if d.meta.Wide {
		size = el("w:pgSz", "w:w", strconv.Itoa(width), "w:h", strconv.Itoa(height), "w:orient", "landscape")
	}
	section, upright := el("w:sectPr"), "1304"
	if d.meta.Bare {
		upright = strconv.Itoa(bareMargin)
	} else {
		section = section.with(el("w:footerReference", "w:type", "default", "r:id", "rId4"))
	}
	side := strconv.Itoa(d.margin())
	section = section.with(size, el("w:pgMar", "w:top", upright, "w:right", side, "w:bottom", upright, "w:left", side, "w:header", "709", "w:footer", "624", "w:gutter", "0"))
	body := el("w:body").with(d.body...).with(section)
	return el("w:document", "xmlns:w", ns, "xmlns:r", office).with(body).file()
}

// footer has the document's note at the left and the page number at the right.
func (d *Document) footer() []byte {
	field := func(code string) node { return el("w:fldSimple", "w:instr", code).with(run("1", false)) }
	f := d.meta.Footer
	p := paragraph("Footer", run(d.meta.Note, false), el("w:r").with(el("w:tab")), run(f[0], false), field("PAGE"), run(f[1], false), field("NUMPAGES"), run(f[2], false))
	return el("w:ftr", "xmlns:w", ns).with(p).file()
}

func numbering() []byte {
	level := el("w:lvl", "w:ilvl", "0").with(val("w:start", "1"), val("w:numFmt", "bullet"), val("w:lvlText", "·"), val("w:lvlJc", "left"),
		el("w:pPr").with(el("w:ind", "w:left", "340", "w:hanging", "227")))
	return el("w:numbering", "xmlns:w", ns).with(
		el("w:abstractNum", "w:abstractNumId", "0").with(val("w:multiLevelType", "hybridMultilevel"), level),
		el("w:num", "w:numId", "1").with(val("w:abstractNumId", "0"))).file()
}

func settings() []byte {
	return el("w:settings", "xmlns:w", ns).with(el("w:zoom", "w:percent", "100"), val("w:defaultTabStop", "420"), val("w:characterSpacingControl", "compressPunctuation"),
		el("w:compat").with(el("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15"))).file()
}

func (d *Document) core() []byte {
	n := el("cp:coreProperties", "xmlns:cp", pkg+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance").with(
		el("dc:title").saying(d.meta.Title), el("dc:creator").saying(d.meta.Author), el("dc:language").saying(d.meta.Lang))
	if !d.meta.Created.IsZero() {
		n = n.with(el("dcterms:created", "xsi:type", "dcterms:W3CDTF").saying(d.meta.Created.UTC().Format(time.RFC3339)))
	}
	return n.file()
}

func types(parts []part) []byte {
	n := el("Types", "xmlns", pkg+"content-types").with(
		el("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
		el("Default", "Extension", "xml", "ContentType", "application/xml"))
	for _, p := range parts {
		n = n.with(el("Override", "PartName", "/"+p.name, "ContentType", p.kind))
	}
	return n.file()
}

func packageLinks() []byte {
	return links(office+"/officeDocument", "word/document.xml", pkg+"relationships/metadata/core-properties", "docProps/core.xml")
}

func documentLinks() []byte {
	return links(office+"/styles", "styles.xml", office+"/numbering", "numbering.xml", office+"/settings", "settings.xml", office+"/footer", "footer1.xml")
}

// links lists relationships, given as type, target pairs; they are rId1, rId2 … in order.
func links(pairs ...string) []byte {
	n := el("Relationships", "xmlns", pkg+"relationships")
	for i := 0; i+1 < len(pairs); i += 2 {
		n = n.with(el("Relationship", "Id", fmt.Sprintf("rId%d", i/2+1), "Type", pairs[i], "Target", pairs[i+1]))
	}
	return n.file()
}
