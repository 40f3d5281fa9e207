package annotate_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// rewrite changes the parts of a workbook.
func rewrite(t *testing.T, data []byte, do func(parts map[string]string)) []byte {
	t.Helper()
	p := parts(t, data)
	do(p)
	return zipped(t, p)
}

// swap replaces text that must be there.
func swap(t *testing.T, parts map[string]string, name, old, text string) {
	t.Helper()
	if !strings.Contains(parts[name], old) {
		t.Fatalf("no %q in %s:\n%.2000s", old, name, parts[name])
	}
	parts[name] = strings.Replace(parts[name], old, text, 1)
}

var (
	plainTag  = regexp.MustCompile(`<(/?)([A-Za-z0-9]+)([\s/>])`)
	mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// prefixed writes the parts of SpreadsheetML with a prefix, as some libraries do.
func prefixed(p map[string]string) {
	for name, text := range p {
		if strings.HasPrefix(name, "xl/") && strings.Contains(text, `xmlns="`+mainSpace) {
			text = plainTag.ReplaceAllString(text, "<${1}tabel:$2$3")
			p[name] = strings.Replace(text, `xmlns="`+mainSpace, `xmlns:tabel="`+mainSpace, 1)
		}
	}
}

// strict writes the parts in the strict edition of the format.
func strict(p map[string]string) {
	for name, text := range p {
		text = strings.ReplaceAll(text, mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
		p[name] = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	}
}

const chartSheet = `<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews></chartsheet>`

// kinds are workbooks as they are found, made from a form with slips.
var kinds = map[string]func(*testing.T, map[string]string){
	"with prefixes": func(_ *testing.T, p map[string]string) { prefixed(p) },
	"strict":        func(_ *testing.T, p map[string]string) { strict(p) },
	"without styles": func(t *testing.T, p map[string]string) {
		delete(p, "xl/styles.xml")
		p["xl/_rels/workbook.xml.rels"] = regexp.MustCompile(`<Relationship [^>]*styles.xml[^>]*></Relationship>`).ReplaceAllString(p["xl/_rels/workbook.xml.rels"], "")
		p["[Content_Types].xml"] = regexp.MustCompile(`<Override [^>]*styles.xml[^>]*></Override>`).ReplaceAllString(p["[Content_Types].xml"], "")
		for name, text := range p {
			if strings.HasPrefix(name, "xl/worksheets/") { // what leads to styles
				text = regexp.MustCompile(`(?s)<conditionalFormatting.*</conditionalFormatting>`).ReplaceAllString(text, "")
				p[name] = regexp.MustCompile(` (s|style)="[0-9]+"`).ReplaceAllString(text, "")
			}
		}
	},
	"with lists of styles missing or empty": func(t *testing.T, p map[string]string) {
		p["xl/styles.xml"] = regexp.MustCompile(`(?s)<dxfs.*</dxfs>`).ReplaceAllString(p["xl/styles.xml"], `<dxfs count="0"/>`)
		p["xl/styles.xml"] = regexp.MustCompile(`(?s)<cellStyleXfs.*</cellStyleXfs>`).ReplaceAllString(p["xl/styles.xml"], "")
	},
	"with odd names of parts": func(t *testing.T, p map[string]string) {
		for name, text := range p {
			if strings.HasPrefix(name, "xl/worksheets/") {
				delete(p, name)
				p[strings.ToUpper(strings.ReplaceAll(name, "/", `\`))] = text
			}
		}
	},
	"with rows out of order": func(t *testing.T, p map[string]string) {
		const name = "xl/worksheets/sheet3.xml"
		rows := regexp.MustCompile(`(?s)<row .*?</row>`).FindAllString(p[name], -1)
		slices.Reverse(rows)
		p[name] = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>`).ReplaceAllLiteralString(p[name], "<sheetData>"+strings.Join(rows, "\n")+"</sheetData>")
	},
	"with a drawing of notes that is no XML": func(t *testing.T, p map[string]string) {
		swap(t, p, "xl/worksheets/sheet3.xml", "</worksheet>", `<legacyDrawing xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" q:id="rIdX"/></worksheet>`)
		p["xl/worksheets/_rels/sheet3.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`
		p["xl/drawings/vmlDrawing1.vml"] = `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1030"><v:textbox><font>tombol<br></font></v:textbox></v:shape></xml>`
		swap(t, p, "[Content_Types].xml", "</Types>", `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>`)
	},
	"with a drawing of notes that is not there": func(t *testing.T, p map[string]string) {
		swap(t, p, "xl/worksheets/sheet3.xml", "</worksheet>", `<legacyDrawing xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" q:id="rIdX"/></worksheet>`)
	},
	"with a sheet of a chart": func(t *testing.T, p map[string]string) {
		p["xl/chartsheets/sheet1.xml"] = chartSheet
		swap(t, p, "xl/workbook.xml", "<sheets>", `<sheets><sheet name="Grafik" sheetId="77" r:id="rIdG"></sheet>`)
		swap(t, p, "xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rIdG" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`)
		swap(t, p, "[Content_Types].xml", "</Types>", `<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"/></Types>`)
	},
	"with what other programs add": func(t *testing.T, p map[string]string) {
		swap(t, p, "xl/worksheets/sheet3.xml", "</worksheet>", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><extLst><ext uri="{X}" xmlns:x14="urn:x"><x14:any a="&lt;&#10;'"/></ext></extLst></worksheet>`)
		p["xl/vbaProject.bin"], p["xl/media/foto.png"], p["customXml/item1.xml"] = "\x00\x01", "\x89PNG", "<?mso x?><a b='1'/>"
	},
}

// strange are kinds that LibreOffice itself cannot open.
var strange = []string{"with a sheet of a chart", "with odd names of parts"}

func TestKindsOfWorkbooks(t *testing.T) {
	var originals, copies [][]byte // that LibreOffice can open
	for _, name := range sorted(kinds) {
		t.Run(name, func(t *testing.T) {
			data := rewrite(t, settled(t), func(p map[string]string) { kinds[name](t, p) })
			if _, list := read(t, data); len(list) < 8 {
				t.Fatal(list)
			}
			marked := annotated(t, data)
			same(t, data, marked)
			same(t, data, annotated(t, marked))
			before, after := parts(t, data), parts(t, marked)
			for _, part := range sorted(before) {
				if strings.Contains(part, "media") || strings.Contains(part, "vba") || strings.Contains(part, "custom") {
					if before[part] != after[part] {
						t.Errorf("%s changed", part)
					}
				}
			}
			for part, text := range after {
				if strings.Contains(text, `tabSelected="`) && !strings.Contains(text, "hasil pemeriksaan spotcheck") {
					t.Errorf("%s is selected too", part)
				}
			}
			if !slices.Contains(strange, name) {
				originals, copies = append(originals, data), append(copies, marked)
			}
		})
	}
	for i, saved := range resaved(t, copies...) {
		same(t, originals[i], saved)
	}
}

// The order of elements in a worksheet is part of the format; Excel refuses others.
func TestOrderOfElements(t *testing.T) {
	order := []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells",
		"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "controls", "tableParts", "extLst"}
	data := rewrite(t, slips(t), func(p map[string]string) {
		kinds["with what other programs add"](t, p)
		swap(t, p, "xl/worksheets/sheet3.xml", "</headerFooter>", `</headerFooter><drawing r:id="rId9"/>`)
		swap(t, p, "xl/worksheets/sheet3.xml", "<extLst>", `<tableParts/><extLst>`)
	})
	for part, text := range parts(t, annotated(t, data)) {
		if !strings.HasPrefix(part, "xl/worksheets/sheet") {
			continue
		}
		last := 0
		for _, m := range regexp.MustCompile(`<([A-Za-z]+)[ />]`).FindAllStringSubmatch(text, -1) {
			i := slices.Index(order, m[1])
			if i >= 0 && i < last {
				t.Errorf("%s: %s stands behind %s", part, m[1], order[last])
			}
			last = max(last, i)
		}
	}
}

// Names that belong to one sheet, and the sheet in sight, follow the sheets.
func TestNamesOfSheets(t *testing.T) {
	print := func(f *excelize.File) map[string]string {
		out := map[string]string{}
		for _, n := range f.GetDefinedName() {
			out[n.Name+" of "+n.Scope] = n.RefersTo
		}
		return out
	}
	look := func(data []byte) (out map[string]string, sheets []string) {
		edit(t, data, func(f *excelize.File) error {
			out, sheets = print(f), f.GetSheetList()
			return nil
		})
		return out, sheets
	}
	data := edit(t, slips(t), func(f *excelize.File) error {
		f.SetActiveSheet(3)
		return nil
	})
	names, sheets := look(data)
	once := annotated(t, data)
	got, list := look(once)
	if d := cmp.Diff(names, got); d != "" || !slices.Equal(list, append([]string{"Masalah"}, sheets...)) {
		t.Errorf("%v %s", list, d)
	}
	moved := edit(t, once, func(f *excelize.File) error { return f.MoveSheet("Masalah", "_daftar") })
	if _, list := look(moved); list[0] == "Masalah" {
		t.Fatal(list)
	}
	// excelize does not tell names when it moves sheets, so they are told here.
	moved = rewrite(t, moved, func(p map[string]string) {
		p["xl/workbook.xml"] = regexp.MustCompile(`localSheetId="[1-5]"`).ReplaceAllStringFunc(p["xl/workbook.xml"], func(s string) string {
			return `localSheetId="` + string(s[14]-1) + `"`
		})
	})
	if before, _ := look(moved); !cmp.Equal(names, before) {
		t.Fatal(cmp.Diff(names, before))
	}
	got, list = look(annotated(t, moved))
	if d := cmp.Diff(names, got); d != "" || !slices.Equal(list, append([]string{"Masalah"}, sheets...)) {
		t.Errorf("with the list moved: %v %s", list, d)
	}
}

// A sheet of the unit's own that is called Masalah stays what it is.
func TestSheetsCalledMasalah(t *testing.T) {
	data := edit(t, slips(t), func(f *excelize.File) error {
		if _, err := f.NewSheet("MASALAH"); err != nil {
			return err
		}
		return f.SetCellStr("MASALAH", "A1", "catatan rapat")
	})
	once := annotated(t, data)
	same(t, data, once)
	for _, marked := range [][]byte{once, annotated(t, once)} {
		edit(t, marked, func(f *excelize.File) error {
			list := f.GetSheetList()
			text, err := f.GetCellValue("MASALAH", "A1")
			if list[0] != "Masalah (2)" || len(list) != 9 || text != "catatan rapat" {
				t.Errorf("%v %q", list, text)
			}
			return err
		})
	}
}
