package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"spotcheck/indicators/problem"
)

const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// TestDetect sends what is no workbook at all.
func TestDetect(t *testing.T) {
	zipOf := func(pairs ...string) string {
		b := &bookParts{body: make(map[string]string)}
		for i := 0; i < len(pairs); i += 2 {
			b.set(pairs[i], pairs[i+1])
		}
		return string(b.zip())
	}
	sound := string(soundBook("").zip())
	tests := []struct {
		name, data string
		want       problem.Code
		says       string
	}{
		{"empty", "", "S102", "kosong"},
		{"text", "unit;nilai\nDinas Kesehatan;5\n", "S102", "CSV"},
		{"text cut within a letter", "a" + strings.Repeat("é", 3000), "S102", "CSV"},
		{"HTML", "\xef\xbb\xbf \n<html><table/></html>", "S102", "HTML"},
		{"XML", `<?xml version="1.0"?><Workbook/>`, "S102", "XML"},
		{"PDF", "%PDF-1.7\n%\xe2\xe3", "S102", "PDF"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00", "S102", "PNG"},
		{"JPEG", "\xff\xd8\xff\xe0\x00\x10JFIF", "S102", "JPEG"},
		{"RAR", "Rar!\x1a\x07\x01\x00", "S102", "RAR"},
		{"unknown bytes", "\x01\x02\x00\x03", "S102", "jenis lain"},
		{"zip of forms", zipOf("formulir/a.xlsx", "x"), "S102", "ZIP"},
		{"empty zip", zipOf(), "S102", "ZIP"},
		{"OLE Word", oleMagic + string(wide("WordDocument")), "S102", "Office lama"},
		{"xls", oleMagic + strings.Repeat("\x00", 500) + string(wide("Workbook")), "S103", "97–2003"},
		{"xls of Excel 5", oleMagic + string(wide("Book")), "S103", "97–2003"},
		{"ods", zipOf("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"), "S104", ".ods"},
		{"odt", zipOf("mimetype", "application/vnd.oasis.opendocument.text"), "S102", "OpenDocument"},
		{"password", oleMagic + string(wide("EncryptionInfo")) + string(wide("EncryptedPackage")), "S105", "sandi"},
		{"password on a part", encryptFlag(sound), "S105", "sandi"},
		{"zip cut", sound[:len(sound)/2], "S106", "terpotong"},
		{"zip cut at the end", sound[:len(sound)-1], "S106", "terpotong"},
		{"zip begins only", "PK\x03\x04", "S106", "terpotong"},
		{"zip garbage", "PK\x03\x04" + strings.Repeat("x", 500), "S106", "terpotong"},
		{"only zeros", strings.Repeat("\x00", 4000), "S106", "nol"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open([]byte(tt.data), DefaultLimits())
			if got := codeOf(t, err); got != tt.want || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want %s and %q", err, tt.want, tt.says)
			}
		})
	}
}

// directory is the offset of name's record in the directory of a zip.
func directory(data, name string) int {
	for i := 0; ; i++ {
		n := strings.Index(data[i:], "PK\x01\x02")
		if n < 0 {
			panic("no directory record of " + name)
		}
		if i += n; strings.HasPrefix(data[i+46:], name) {
			return i
		}
	}
}

// patch overwrites bytes of a string.
func patch(data string, at int, with ...byte) string {
	b := []byte(data)
	copy(b[at:], with)
	return string(b)
}

func encryptFlag(data string) string { return patch(data, directory(data, bookPart)+8, 1) }

// TestDamagedZip damages the archive around a sound sheet part.
func TestDamagedZip(t *testing.T) {
	data := string(soundBook(`<row r="1"><c r="A1"><v>1</v></c></row>`).zip())
	at := directory(data, sheetPart)
	size := binary.LittleEndian.Uint32([]byte(data[at+24:]))
	packed := binary.LittleEndian.Uint32([]byte(data[at+20:]))
	local := int(binary.LittleEndian.Uint32([]byte(data[at+42:])))
	body := local + 30 + len(sheetPart)
	u32 := func(n uint32) []byte { return binary.LittleEndian.AppendUint32(nil, n) }
	tests := []struct {
		name, data string
		want       problem.Code
	}{
		{"sound", data, ""},
		{"checksum wrong", patch(data, at+16, 1, 2, 3, 4), "S106"},
		{"checksum zero", patch(data, at+16, 0, 0, 0, 0), "S106"},
		{"longer than stated", patch(data, at+24, u32(size-1)...), "S106"},
		{"shorter than stated", patch(data, at+24, u32(size+1)...), "S106"},
		{"states nothing", patch(data, at+24, u32(0)...), "S106"},
		{"states a gigabyte", patch(data, at+24, u32(1<<30)...), "S108"},
		{"compressed body cut", patch(data, at+20, u32(packed/2)...), "S106"},
		{"compressed body beyond the file", patch(data, at+20, u32(1<<30)...), "S106"},
		{"compressed body garbled", patch(data, body, 0xff, 0xff, 0xff), "S106"},
		{"said to be stored", patch(data, at+10, 0, 0), "S106"},
		{"unknown compression", patch(data, at+10, 99, 0), "S106"},
		{"points nowhere", patch(data, at+42, u32(1<<30)...), "S106"},
		{"points elsewhere", patch(data, at+42, u32(uint32(local)+4)...), "S106"},
		{"local header lies", patch(data, local+18, u32(1<<30)...), ""}, // nobody needs it
		{"bytes appended", data + strings.Repeat("\n", 100), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := readIsi([]byte(tt.data), DefaultLimits())
			if got := codeOf(t, err); got != tt.want {
				t.Fatalf("got %v (sheet %v), want %q", err, s, tt.want)
			}
			if err == nil && dump(s) != "A1=number:1" {
				t.Errorf("got %s", dump(s))
			}
		})
	}
}

// TestCutAnywhere cuts a workbook at every byte; none of the pieces may read.
func TestCutAnywhere(t *testing.T) {
	data := soundBook(`<row r="1"><c r="A1"><v>1</v></c></row>`).zip()
	for n := range data {
		if _, err := Open(data[:n], DefaultLimits()); err == nil {
			t.Fatalf("the first %d of %d bytes read without error", n, len(data))
		}
	}
}

// TestStored reads parts that were put in the archive without compression.
func TestStored(t *testing.T) {
	b := soundBook(`<row r="1"><c r="A1" t="s"><v>1</v></c></row>`)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range b.names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(b.body[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := readIsi(out.Bytes(), DefaultLimits())
	if err != nil || dump(s) != "A1=text:dua" {
		t.Errorf("got %v, %v", s, err)
	}
}
