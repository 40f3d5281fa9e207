package form_test

import (
	"regexp"
	"strings"
)

const (
	mainSpace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictSpace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	strictRel   = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

var plainTag = regexp.MustCompile(`<(/?)([A-Za-z0-9]+)([\s/>])`)

// prefixed writes the parts with a prefix, as some libraries do.
func prefixed(p bookParts) {
	for name, content := range p.parts {
		if strings.HasPrefix(name, "xl/") && strings.Contains(content, `xmlns="`+mainSpace) {
			content = plainTag.ReplaceAllString(content, "<${1}tabel:$2$3")
			p.parts[name] = strings.Replace(content, `xmlns="`+mainSpace, `xmlns:tabel="`+mainSpace, 1)
		}
	}
}

// strict writes the strict edition of the format, with dates as dates.
func strict(p bookParts) {
	for name, content := range p.parts {
		p.parts[name] = strings.NewReplacer(mainSpace, strictSpace, relSpace, strictRel).Replace(content)
	}
	p.all(partBook, `<workbook `, `<workbook conformance="strict" `)
}

// inlined puts all shared texts into their cells and drops the table.
func inlined(p bookParts) {
	shared := regexp.MustCompile(`(?s)<si>(.*?)</si>|<si/>`).FindAllStringSubmatch(p.parts[partStrings], -1)
	cell := regexp.MustCompile(`t="s"><v>(\d+)</v>`)
	p.everySheet(func(content string) string {
		return cell.ReplaceAllStringFunc(content, func(c string) string {
			n := 0
			for _, d := range cell.FindStringSubmatch(c)[1] {
				n = n*10 + int(d-'0')
			}
			return `t="inlineStr"><is>` + shared[n][1] + `</is>`
		})
	})
	delete(p.parts, partStrings)
	p.all(partLinks, `<Relationship [^>]*sharedStrings[^>]*?(/>|></Relationship>)`, "")
	p.all(partTypes, `<Override [^>]*sharedStrings[^>]*?(/>|></Override>)`, "")
}

// without drops elements from all sheets.
func without(elements ...string) func(bookParts) {
	return func(p bookParts) {
		p.everySheet(func(content string) string {
			for _, e := range elements {
				content = regexp.MustCompile(`(?s)<`+e+`[ >/].*?</`+e+`>|<`+e+`( [^>]*)?/>`).ReplaceAllString(content, "")
			}
			return content
		})
	}
}

// attributes drops attributes from all sheets.
func attributes(pattern string) func(bookParts) {
	return func(p bookParts) {
		p.everySheet(func(content string) string { return regexp.MustCompile(pattern).ReplaceAllString(content, "") })
	}
}

// noStyles drops the styles, and what refers to them.
func noStyles(p bookParts) {
	delete(p.parts, partStyles)
	p.all(partLinks, `<Relationship [^>]*styles[^>]*?(/>|></Relationship>)`, "")
	p.all(partTypes, `<Override [^>]*styles[^>]*?(/>|></Override>)`, "")
	without("conditionalFormatting")(p)
	attributes(` (s|style)="[0-9]+"`)(p)
}

// macro makes a workbook one with macros.
func macro(p bookParts) {
	p.parts["xl/vbaProject.bin"] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 modul"
	p.swap(partTypes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
	p.swap(partLinks, "</Relationships>", `<Relationship Id="rIdVBA" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`)
}

// threaded adds a comment with replies, as Excel 365 stores them.
func threaded(p bookParts) {
	p.parts["xl/threadedComments/threadedComment1.xml"] = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="E7" dT="2026-03-16T00:00:00.00" personId="{A}" id="{B}"><text>jawabannya 0</text></threadedComment></ThreadedComments>`
	p.parts["xl/worksheets/_rels/sheet3.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`
}

var handAndPrograms = []maker{byHand, byOpenpyxl, byXlsxwriter, byOffice}

// returnedBooks: how programs put a workbook together, and what they add or drop.
var returnedBooks = []variation{
	{name: "strict edition", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca", xml: strict},
	{name: "strict edition with a date", by: []maker{byHand}, want: "S307 @ Penilaian!E7" + lostA11,
		xml: func(p bookParts) { strict(p); p.store("E7", `t="d"><v>2026-02-01</v>`) }},
	{name: "prefixes", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: prefixed},
	{name: "inline texts", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: inlined},
	{name: "inline texts and prefixes", by: []maker{byHand}, of: mainShapes, want: "dibaca", xml: func(p bookParts) { inlined(p); prefixed(p) }},
	{name: "constant memory", by: []maker{byXlsxwriter}, do: "constant_memory", of: everyShape, want: "dibaca"},
	{name: "1904 dates", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca",
		xml: func(p bookParts) {
			p.all(partBook, `<workbookPr[^>]*?(/>|></workbookPr>)`, `<workbookPr date1904="1"/>`)
		}},
	{name: "1904 dates by openpyxl", by: []maker{byOpenpyxl}, do: "base_1904", of: mainShapes, want: "dibaca"},
	{name: "1904 dates by xlsxwriter", by: []maker{byXlsxwriter}, do: "default_date_1904", of: mainShapes, want: "dibaca"},

	{name: "no styles", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca", xml: noStyles},
	{name: "styles without cell formats", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) { p.all(partStyles, `<cellXfs.*?</cellXfs>`, "") }},
	{name: "a style that is not there", by: []maker{byHand}, want: "ditolak S110 @ Penilaian!E7", xml: storing("E7", `s="9999"><v>2</v>`)},
	{name: "no drop-downs", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca", xml: without("dataValidations")},
	{name: "no protection, filter, colours and layout", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca",
		xml: without("sheetProtection", "autoFilter", "conditionalFormatting", "cols", "sheetViews", "sheetFormatPr", "pageSetup", "headerFooter")},
	{name: "nothing but values", by: []maker{byOpenpyxl}, do: "bare", of: everyShape, want: "dibaca", keep: []maker{byOpenpyxl}},
	{name: "no defined names", by: []maker{byHand, byOffice}, of: mainShapes, want: "dibaca", xml: func(p bookParts) { p.all(partBook, `<definedNames>.*?</definedNames>`, "") }},
	{name: "no document properties", by: []maker{byHand, byOpenpyxl, byOffice}, want: "dibaca", xml: func(p bookParts) {
		delete(p.parts, "docProps/app.xml")
		delete(p.parts, "docProps/core.xml")
		p.all("_rels/.rels", `<Relationship [^>]*docProps[^>]*?(/>|></Relationship>)`, "")
		p.all(partTypes, `<Override [^>]*docProps[^>]*?(/>|></Override>)`, "")
	}},
	{name: "no addresses of cells", by: []maker{byHand}, want: "dibaca", xml: attributes(` r="[A-Z]+[0-9]+"`)},
	{name: "no spans and heights", by: []maker{byHand}, of: everyShape, want: "dibaca", xml: attributes(` (spans|ht|customHeight|x14ac:dyDescent)="[^"]*"`)},
	{name: "dimension A1", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		p.everySheet(func(s string) string {
			return regexp.MustCompile(`<dimension ref="[^"]*"`).ReplaceAllString(s, `<dimension ref="A1"`)
		})
	}},
	{name: "wrong counts of texts", by: handAndPrograms, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		p.all(partStrings, `<sst [^>]*>`, `<sst xmlns="`+mainSpace+`" count="1" uniqueCount="1">`)
	}},
	{name: "absolute names of parts", by: []maker{byHand, byOpenpyxl, byOffice}, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		p.all(partLinks, `Target="(worksheets|styles|sharedStrings|theme)`, `Target="/xl/$1`)
	}},
	{name: "sheets in parts of other numbers", by: []maker{byHand, byOpenpyxl, byOffice}, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		swapped := strings.NewReplacer("sheet2.xml", "sheet4.xml", "sheet4.xml", "sheet2.xml")
		p.parts["xl/worksheets/sheet2.xml"], p.parts["xl/worksheets/sheet4.xml"] = p.parts["xl/worksheets/sheet4.xml"], p.parts["xl/worksheets/sheet2.xml"]
		p.parts[partLinks] = swapped.Replace(p.parts[partLinks])
	}},
	{name: "backslashes in names of parts", by: []maker{byHand}, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		for name, content := range p.parts {
			if strings.HasPrefix(name, "xl/worksheets/") {
				delete(p.parts, name)
				p.parts[strings.ReplaceAll(name, "/", `\`)] = content
			}
		}
	}},
	{name: "protected structure", by: []maker{byHand, byOpenpyxl, byOffice}, of: mainShapes, want: "dibaca", xml: func(p bookParts) {
		p.all(partBook, `<sheets>`, `<workbookProtection lockStructure="1" workbookPassword="CC1A"/><sheets>`)
	}},
	{name: "protected sheets with a password", by: []maker{byOpenpyxl}, do: "locked", of: mainShapes, want: "dibaca"},

	{name: "comments", by: []maker{byOpenpyxl}, do: "comments", want: "dibaca", keep: []maker{byOpenpyxl}},
	{name: "comments by xlsxwriter", by: []maker{byXlsxwriter}, do: "comment", want: "dibaca"},
	{name: "threaded comments", by: []maker{byHand}, want: "dibaca", xml: threaded},
	{name: "a table", by: []maker{byOpenpyxl}, do: "table", want: "dibaca", keep: []maker{byOpenpyxl}},
	{name: "a table beside", by: []maker{byXlsxwriter}, do: "table", want: "dibaca"},
	{name: "colours by rule", by: []maker{byOpenpyxl}, do: "colours", want: "dibaca"},
	{name: "a chart", by: []maker{byXlsxwriter}, do: "chart", want: "dibaca"},
	{name: "a drawing", by: []maker{byXlsxwriter}, do: "picture", want: "dibaca"},
	{name: "a button with a macro", by: []maker{byXlsxwriter}, do: "macro", want: "dibaca"},
	{name: "a link in a note", by: []maker{byXlsxwriter}, do: "url", want: "menjadi A1.1 = 2 |  | berkas"},
	{name: "a photo", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) { p.parts["xl/media/image1.png"] = "\x89PNG\r\n" }},
	{name: "a pivot table", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) {
		p.parts["xl/pivotTables/pivotTable1.xml"] = `<pivotTableDefinition xmlns="` + mainSpace + `" name="P" cacheId="1"/>`
		p.parts["xl/worksheets/_rels/sheet3.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdP" Type="` + relSpace + `/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>`
	}},
	{name: "external links", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) {
		p.parts["xl/externalLinks/externalLink1.xml"] = `<externalLink xmlns="` + mainSpace + `"/>`
		p.swap(partLinks, "</Relationships>", `<Relationship Id="rIdE" Type="`+relSpace+`/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`)
	}},
	{name: "macros", by: []maker{byHand}, of: mainShapes, want: "ditolak S113", xml: macro},
	{name: "saved as a macro workbook", by: []maker{byOfficeXLSM}, of: mainShapes, want: "dibaca"},
	{name: "saved as a template", by: []maker{byOfficeXLTX}, of: mainShapes, want: "dibaca", keep: []maker{byOfficeXLTX}},
	{name: "saved as a template", by: []maker{byOpenpyxl}, do: "as_template", want: "dibaca"},
	{name: "extensions at the end of a sheet", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) {
		p.swap(partUnit, "</worksheet>", `<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="0"/></ext></extLst></worksheet>`)
	}},
	{name: "a chart sheet", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) {
		p.parts["xl/chartsheets/sheet1.xml"] = `<chartsheet xmlns="` + mainSpace + `"/>`
		p.swap(partBook, "<sheets>", `<sheets><sheet name="Grafik" sheetId="77" r:id="rIdG"></sheet>`)
		p.swap(partLinks, "</Relationships>", `<Relationship Id="rIdG" Type="`+relSpace+`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`)
	}},
	{name: "an alternative for old programs", by: []maker{byHand}, want: "dibaca", xml: func(p bookParts) {
		p.swap(partUnit, "</worksheet>", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent></worksheet>`)
	}},
}
