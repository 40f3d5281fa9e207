package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
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

// smallFile has a cell of each way to store one.
func smallFile() []byte {
	return soundBook(`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>10</v></c></row>` +
		`<row r="2"><c r="A2" s="1"><v>45658</v></c><c r="B2" t="inlineStr"><is><t>teks</t></is></c></row>`).zip()
}

// TestCutAnywhere cuts a workbook at every byte; none of the pieces may read.
func TestCutAnywhere(t *testing.T) {
	data := smallFile()
	for n := range data {
		if _, err := Open(data[:n], DefaultLimits()); err == nil {
			t.Fatalf("the first %d of %d bytes read without error", n, len(data))
		}
	}
}

// TestFlipAnywhere turns over every bit of a workbook, one at a time, and every byte
// as a whole: it reads as before or not at all.
func TestFlipAnywhere(t *testing.T) {
	data := smallFile()
	sound, err := readIsi(data, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	want := dump(sound)
	read := 0
	for i := range data {
		for _, flip := range []byte{1, 2, 4, 8, 16, 32, 64, 128, 255} {
			data[i] ^= flip
			s, err := readIsi(data, DefaultLimits())
			data[i] ^= flip
			if err != nil {
				mustBeProblem(t, err)
				continue
			}
			read++
			if got := dump(s); got != want {
				t.Errorf("byte %d turned by %#x: %s, want %s", i, flip, got, want)
			}
		}
	}
	if read == 0 {
		t.Error("no harmless bit, such as those of dates")
	}
}

// TestZip64 states sizes in the wide fields: as they are, and as they are not.
func TestZip64(t *testing.T) {
	body := []byte(worksheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`))
	for _, tt := range []struct {
		name   string
		stated uint64
		want   problem.Code
	}{
		{"sound", uint64(len(body)), ""},
		{"a byte more", uint64(len(body)) + 1, "S106"},
		{"4 GB more", uint64(len(body)) + 1<<32, "S108"},
		{"all there is", 1<<64 - 1, "S108"},
		{"negative", 1 << 63, "S108"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := soundBook("").drop(sheetPart)
			var out bytes.Buffer
			w := zip.NewWriter(&out)
			for _, name := range b.names {
				f, _ := w.Create(name)
				io.WriteString(f, b.body[name])
			}
			wide := []byte{1, 0, 8, 0} // the extra field of the wide sizes
			f, err := w.CreateRaw(&zip.FileHeader{
				Name: sheetPart, Method: zip.Store, CRC32: crc32.ChecksumIEEE(body),
				CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(len(body)),
				Extra: binary.LittleEndian.AppendUint64(wide, tt.stated),
			})
			if err != nil {
				t.Fatal(err)
			}
			f.Write(body)
			w.Close()
			data := out.String()
			data = patch(data, directory(data, sheetPart)+24, 0xff, 0xff, 0xff, 0xff)
			s, err := readIsi([]byte(data), DefaultLimits())
			if got := codeOf(t, err); got != tt.want {
				t.Fatalf("got %v (sheet %v), want %q", err, s, tt.want)
			}
			if err == nil && dump(s) != "A1=number:1" {
				t.Errorf("got %s", dump(s))
			}
		})
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
