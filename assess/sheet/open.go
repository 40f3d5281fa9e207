package sheet

import (
	"path"
	"strings"

	"spotcheck/indicators/problem"
)

// Workbook is an opened workbook. It is not safe for concurrent use.
type Workbook struct {
	archive  *archive
	lim      Limits
	sheets   []entry
	shared   []string // shared strings by index
	formats  []Kind   // Number, Percent or Date by cell format index
	date1904 bool
}

// Info is what a workbook's list says of a sheet.
type Info struct {
	Name   string
	Hidden bool
}

// entry is a sheet in the workbook's list.
type entry struct {
	Info
	relation string // id of the relation to its part
	part     string
}

// Open reads the directory, workbook part, relationships, shared strings and
// styles of a workbook. data is the whole file and must not change while the
// Workbook is in use. The error is a problem.Problem without a file name.
func Open(data []byte, lim Limits) (*Workbook, error) {
	if int64(len(data)) > lim.File {
		return nil, raiseFile.tooLarge(problem.Place{}, "berkas lebih dari %s", megabytes(lim.File))
	}
	if err := detect(data); err != nil {
		return nil, err
	}
	a, err := openArchive(data, lim)
	if err != nil {
		return nil, err
	}
	part, err := mainPart(a)
	if err != nil {
		return nil, err
	}
	w := &Workbook{archive: a, lim: lim}
	if err := w.readList(part); err != nil {
		return nil, err
	}
	if err := w.readTables(part); err != nil {
		return nil, err
	}
	return w, nil
}

// Sheets lists the worksheets in the workbook's order. Sheets that hold no
// cells (charts, dialogs) are left out.
func (w *Workbook) Sheets() []Info {
	list := make([]Info, len(w.sheets))
	for i, s := range w.sheets {
		list[i] = s.Info
	}
	return list
}

// Date1904 says that day 0 of the workbook's dates is 1 January 1904 instead of
// 30 December 1899.
func (w *Workbook) Date1904() bool { return w.date1904 }

// mainPart finds the workbook in the archive, or says what else it is.
func mainPart(a *archive) (string, error) {
	if !a.has("_rels/.rels") {
		return "", foreignArchive(a)
	}
	relations, err := a.relations("")
	if err != nil {
		return "", err
	}
	part, err := only(relations, "officeDocument")
	switch {
	case err != nil:
		return "", err
	case part == "":
		return "", notWorkbook("berkas ini arsip Office tanpa buku kerja")
	case path.Ext(part) == ".bin":
		return "", notWorkbook("berkas ini berformat Buku Kerja Biner Excel (.xlsb), walau namanya mungkin .xlsx")
	}
	return part, nil
}

// foreignArchive explains a zip that is no Office file.
func foreignArchive(a *archive) error {
	const openDocument = "application/vnd.oasis.opendocument."
	if a.has("mimetype") {
		text, err := a.part("mimetype")
		switch kind := strings.TrimSpace(string(text)); {
		case err != nil:
			return err
		case strings.HasPrefix(kind, openDocument+"spreadsheet"):
			return problem.New(problem.OpenDocument, problem.Place{}, "berkas ini berformat OpenDocument (.ods), walau namanya mungkin .xlsx")
		case strings.HasPrefix(kind, openDocument):
			return notWorkbook("berkas ini dokumen OpenDocument, tetapi bukan buku kerja")
		}
	}
	for name := range a.files {
		if strings.HasPrefix(name, "xl/") {
			return problem.New(problem.MissingPart, problem.Place{}, "bagian _rels/.rels tidak ada di dalam buku kerja")
		}
	}
	return notWorkbook("berkas ini arsip ZIP biasa, bukan buku kerja")
}

// readTables reads what the cells refer to: sheet parts, texts and formats.
func (w *Workbook) readTables(part string) error {
	relations, err := w.archive.relations(part)
	if err != nil {
		return err
	}
	for _, r := range relations {
		if r.macro {
			p := problem.New(problem.HostileXML, problem.Place{}, "buku kerja memuat makro")
			return p.Fix("Jangan aktifkan makronya; minta pengirim menyimpannya sebagai Buku Kerja Excel (.xlsx) tanpa makro, lalu mengirim ulang")
		}
	}
	if err := w.resolveSheets(relations); err != nil {
		return err
	}
	if name, err := only(relations, "sharedStrings"); err != nil {
		return err
	} else if name != "" {
		if err := w.readShared(name); err != nil {
			return err
		}
	}
	name, err := only(relations, "styles")
	if err != nil || name == "" {
		return err
	}
	return w.readStyles(name)
}
