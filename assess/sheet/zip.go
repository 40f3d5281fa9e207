package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	"spotcheck/indicators/problem"
)

// archive is the zip of a workbook. Its parts are inflated on demand into one
// buffer, so a part is valid only until the next one is asked for.
type archive struct {
	data  []byte
	files map[string]*zip.File // by normal name in lower case
	lim   Limits
	spent int64 // bytes inflated so far
	marks int   // in them

	src     bytes.Reader
	inflate io.ReadCloser // also a flate.Resetter
	buf     []byte
}

// openArchive reads the directory of the zip.
func openArchive(data []byte, lim Limits) (*archive, error) {
	if err := directoryCost(data, lim.Entries); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, problem.New(problem.DamagedZip, problem.Place{}, "daftar isi arsip tidak ditemukan; berkas terpotong atau rusak")
	}
	a := &archive{data: data, lim: lim, files: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if slices.Contains(strings.FieldsFunc(f.Name, isSlash), "..") {
			return nil, problem.New(problem.HostileXML, problem.Place{}, "bagian %s menunjuk ke luar arsip", f.Name)
		}
		key := partKey(f.Name)
		if a.files[key] != nil {
			return nil, damagedPart(f.Name, "tercatat dua kali di dalam arsip")
		}
		a.files[key] = f
	}
	return a, a.apart()
}

// directoryCost bounds what the directory can cost before anything of it is read:
// each of its records starts with this mark and says how much text it has. What the
// file states of the directory as a whole proves nothing.
func directoryCost(data []byte, most int) error {
	const recordLen, textLen = 46, 256 // of a record's fixed part; of its text, on average
	text := 0
	for n := 1; ; n++ {
		i := bytes.Index(data, []byte("PK\x01\x02"))
		if i < 0 {
			return nil
		}
		if n > most {
			return problem.New(problem.TooLarge, problem.Place{}, "berkas memuat lebih dari %d bagian", most)
		}
		data = data[i:]
		for at := 28; at < 34 && len(data) >= recordLen; at += 2 { // name, extra field, comment
			text += int(binary.LittleEndian.Uint16(data[at:]))
		}
		if text > textLen*most {
			return problem.New(problem.TooLarge, problem.Place{}, "nama bagian di dalam berkas terlalu panjang")
		}
		data = data[4:]
	}
}

// apart refuses an archive in which parts share bytes: no program packs so, but a
// bomb does, to be large in many parts and sent once.
func (a *archive) apart() error {
	type extent struct {
		from, to int64
		name     string
	}
	list := make([]extent, 0, len(a.files))
	for _, f := range a.files {
		// A part that lies nowhere is told of when it is needed.
		if from, err := f.DataOffset(); err == nil && f.CompressedSize64 <= uint64(len(a.data)) && from+int64(f.CompressedSize64) <= int64(len(a.data)) {
			list = append(list, extent{from, from + int64(f.CompressedSize64), f.Name})
		}
	}
	slices.SortFunc(list, func(x, y extent) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to), strings.Compare(x.name, y.name))
	})
	for i := 1; i < len(list); i++ {
		if list[i].from < list[i-1].to {
			return damagedPart(list[i].name, "bertumpuk dengan bagian "+list[i-1].name)
		}
	}
	return nil
}

func isSlash(r rune) bool { return r == '/' || r == '\\' }

// partKey is the one name under which a part is found. Some programs write
// backslashes, a leading slash or other letter case; dots cannot climb out.
func partKey(name string) string { return strings.ToLower(partName(name)) }

func partName(name string) string {
	return path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))[1:]
}

func (a *archive) has(name string) bool { return a.files[partKey(name)] != nil }

// part inflates a part and checks its length and checksum.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[partKey(name)]
	if f == nil {
		return nil, problem.New(problem.MissingPart, problem.Place{}, "bagian %s tidak ada di dalam buku kerja", name)
	}
	if f.Flags&1 != 0 {
		return nil, problem.New(problem.Encrypted, problem.Place{}, "bagian %s dikunci dengan kata sandi", name)
	}
	if f.UncompressedSize64 > uint64(a.lim.Part) {
		return nil, raisePart.tooLarge(problem.Place{}, "bagian %s lebih dari %s", name, megabytes(a.lim.Part))
	}
	size := int64(f.UncompressedSize64)
	if a.spent += size; a.spent > a.lim.Total {
		return nil, raisePart.tooLarge(problem.Place{}, "isi yang dibaca lebih dari %s (di bagian %s)", megabytes(a.lim.Total), name)
	}
	raw, ok := a.raw(f)
	if !ok {
		return nil, damagedPart(name, "terpotong")
	}
	switch f.Method {
	case zip.Store:
	case zip.Deflate:
		if raw, ok = a.expand(raw, int(size)); !ok {
			return nil, damagedPart(name, "tidak dapat dimampatkan balik")
		}
	default:
		return nil, damagedPart(name, "memakai cara pemampatan yang tidak dikenal")
	}
	if int64(len(raw)) != size {
		return nil, damagedPart(name, "tidak sepanjang yang tercatat")
	}
	// archive/zip lets a stored checksum of 0 pass; here it must be right too.
	if crc32.ChecksumIEEE(raw) != f.CRC32 {
		return nil, damagedPart(name, "tidak cocok dengan jumlah pemeriksanya (CRC)")
	}
	if a.marks += marks(raw); a.marks > a.lim.Marks {
		return nil, raisePart.tooLarge(problem.Place{}, "isi yang dibaca memuat lebih dari %d tanda (di bagian %s)", a.lim.Marks, name)
	}
	return raw, nil
}

// marks counts what makes XML dear to read: all that is more than plain text.
func marks(src []byte) (n int) {
	for _, c := range []byte("<&]_\r") {
		n += bytes.Count(src, []byte{c})
	}
	return n
}

// raw is the bytes of f as they lie in the file.
func (a *archive) raw(f *zip.File) ([]byte, bool) {
	start, err := f.DataOffset()
	if err != nil || start < 0 || start > int64(len(a.data)) {
		return nil, false
	}
	rest := a.data[start:]
	if f.CompressedSize64 > uint64(len(rest)) {
		return nil, false
	}
	return rest[:f.CompressedSize64], true
}

// expand inflates raw. It stops one byte after size: more than the directory
// states is damage, however much more there is.
func (a *archive) expand(raw []byte, size int) ([]byte, bool) {
	const firstGuess = 1 << 20 // size is only believed up to here
	if need := min(size, firstGuess) + 1; cap(a.buf) < need {
		a.buf = make([]byte, 0, need)
	}
	a.src.Reset(raw)
	if a.inflate == nil {
		a.inflate = flate.NewReader(&a.src)
	} else if err := a.inflate.(flate.Resetter).Reset(&a.src, nil); err != nil {
		return nil, false
	}
	buf := a.buf[:0]
	for len(buf) <= size {
		if len(buf) == cap(buf) {
			grown := make([]byte, len(buf), min(2*cap(buf), size+1))
			copy(grown, buf)
			buf = grown
		}
		n, err := a.inflate.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			a.buf = buf
			return buf, true
		}
		if err != nil {
			return nil, false
		}
	}
	return nil, false
}

func damagedPart(name, how string) error {
	return problem.New(problem.DamagedZip, problem.Place{}, "bagian %s %s", name, how)
}
