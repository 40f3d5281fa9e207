package examples

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"
)

// What a person sees printed on a form and goes by.
const (
	sheetIdentity = "Identitas"

	headLabel, headField        = "Butir", "Isian"
	headCode, headAnswer        = "Kode", "Jawaban"
	headEvidence, headNote      = "Bukti", "Catatan / alasan TB"
	headVerdict, headRemark     = "Hasil verifikasi", "Catatan verifikasi"
	headProduct, headRespondent = "Produk", "Responden"

	notApplicable = "TB = Tidak berlaku"
	productCode   = "P%d"
)

// Columns are counted from 1, so that the zero of a map means that there is none.
const (
	noColumn    = 0
	firstColumn = 1
)

// paper is a form on the desk: where its rows and columns are.
type paper struct {
	file   *excelize.File
	fields map[string]cell // of Identitas, by label
	rows   map[rowKey]row
}

// rowKey is what a row of questions is about: Kode, and the code of the product
// or respondent.
type rowKey struct{ indicator, slot string }

// row is a row of questions with the columns of its sheet by head.
type row struct {
	sheet   string
	number  int
	columns map[string]int
}

type cell struct {
	sheet       string
	column, row int
	text        string // what stands there already
}

func openPaper(data []byte) (*paper, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	p := &paper{file: f, fields: map[string]cell{}, rows: map[rowKey]row{}}
	for _, sheet := range f.GetSheetList() {
		cells, err := f.GetRows(sheet)
		if err != nil {
			return nil, err
		}
		p.survey(sheet, cells)
	}
	return p, nil
}

// survey looks a sheet over: the row of heads tells whether it lists fields or
// asks questions.
func (p *paper) survey(sheet string, cells [][]string) {
	var columns map[string]int
	for i, texts := range cells {
		switch {
		case columns == nil && holds(texts, headLabel, headField), columns == nil && holds(texts, headCode, headAnswer):
			columns = map[string]int{}
			for j, head := range texts {
				columns[head] = firstColumn + j
			}
		case columns == nil:
		case columns[headLabel] != noColumn:
			at := columns[headField]
			p.fields[under(texts, columns[headLabel])] = cell{sheet, at, i + 1, under(texts, at)}
		default:
			slot := under(texts, columns[headProduct]) + under(texts, columns[headRespondent])
			p.rows[rowKey{under(texts, columns[headCode]), slot}] = row{sheet, i + 1, columns}
		}
	}
}

func holds(texts []string, heads ...string) bool {
	for _, h := range heads {
		if !slices.Contains(texts, h) {
			return false
		}
	}
	return true
}

// under is the text of a row in a column; empty where there is none.
func under(texts []string, column int) string {
	if column < firstColumn || column > len(texts) {
		return ""
	}
	return texts[column-firstColumn]
}

// save gives the workbook without the results of formulas, which speak of the
// blank form: whatever opens it has to compute them anew.
func (p *paper) save() ([]byte, error) {
	if err := p.file.UpdateLinkedValue(); err != nil {
		return nil, err
	}
	yes := true
	if err := p.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := p.file.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
