package sheet

import (
	"bytes"
	"unicode/utf8"

	"spotcheck/indicators/problem"
)

// signatures are the first bytes of what people send instead of a workbook.
var signatures = []struct{ magic, what string }{
	{"%PDF", "dokumen PDF"},
	{"\x89PNG", "gambar PNG"},
	{"\xff\xd8\xff", "gambar JPEG"},
	{"GIF8", "gambar GIF"},
	{"{\\rtf", "dokumen RTF"},
	{"\x1f\x8b", "arsip gzip"},
	{"Rar!", "arsip RAR"},
	{"7z\xbc\xaf", "arsip 7z"},
	{"\xff\xfe", "teks UTF-16"},
	{"\xfe\xff", "teks UTF-16"},
}

// detect tells from its bytes whether data can be a workbook at all; nil means
// that it is a zip archive, of whatever content.
func detect(data []byte) error {
	switch {
	case len(data) == 0:
		return notWorkbook("berkas kosong, ukurannya 0 bita")
	case bytes.HasPrefix(data, []byte("PK")):
		return nil
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return detectCompound(data)
	case len(bytes.TrimLeft(data, "\x00")) == 0:
		return problem.New(problem.DamagedZip, problem.Place{}, "berkas hanya berisi bita nol; isinya hilang saat disalin atau disinkronkan")
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return notWorkbook("berkas ini sebenarnya " + s.what)
		}
	}
	if bytes.Contains(data[:min(len(data), 4096)], []byte("urn:oasis:names:tc:opendocument")) {
		return problem.New(problem.OpenDocument, problem.Place{}, "berkas ini berformat OpenDocument dalam satu XML (.fods)")
	}
	return notWorkbook("berkas ini sebenarnya " + textKind(data))
}

// detectCompound tells apart the files in Microsoft's older container, by the
// names of the streams in them. A workbook locked by a password is one too.
func detectCompound(data []byte) error {
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return problem.New(problem.Encrypted, problem.Place{}, "buku kerja dikunci dengan kata sandi pembuka")
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return problem.New(problem.OldExcel, problem.Place{}, "berkas ini berformat Excel 97–2003 (.xls), walau namanya mungkin .xlsx")
	}
	return notWorkbook("berkas ini dokumen Office lama, tetapi bukan buku kerja")
}

// textKind names what is left: markup, text or unknown bytes.
func textKind(data []byte) string {
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf"))
	switch {
	case bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")):
		return "halaman web (HTML) atau teks XML"
	case bytes.IndexByte(head, 0) < 0 && utf8.Valid(trimPartialRune(head)):
		return "teks biasa, misalnya CSV"
	}
	return "berkas jenis lain"
}

// trimPartialRune drops a character cut in two by the end of a sample.
func trimPartialRune(b []byte) []byte {
	for i := 0; i < utf8.UTFMax-1 && len(b) > 0; i++ {
		if r, n := utf8.DecodeLastRune(b); r != utf8.RuneError || n != 1 {
			break
		}
		b = b[:len(b)-1]
	}
	return b
}

// wide is an ASCII name in UTF-16, low byte first.
func wide(name string) []byte {
	b := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		b = append(b, name[i], 0)
	}
	return b
}

func notWorkbook(message string) error {
	return problem.New(problem.NotWorkbook, problem.Place{}, "%s", message)
}
