package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
)

// errForeign tells that gofpdf writes other files than the ones this was made for.
var errForeign = errors.New("unknown layout of the file")

// packers squeeze streams. A fresh one takes a megabyte and longer than the page of
// text that it is made for, and gofpdf makes one for every page.
var packers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // fails for unknown levels only
	return w
}}

// pack writes a PDF of gofpdf with the plain streams in it squeezed, and objects
// counted from where they then are.
func pack(w io.Writer, raw []byte) error {
	offsets, table, rest, err := references(raw)
	if err != nil {
		return err
	}
	order := make([]int, len(offsets)) // of objects in the file
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(offsets[a], offsets[b]) })
	var out bytes.Buffer
	out.Grow(len(raw) / 2)
	out.Write(raw[:offsets[order[0]]])
	for i, object := range order {
		end := table
		if i+1 < len(order) {
			end = offsets[order[i+1]]
		}
		text := raw[offsets[object]:end]
		offsets[object] = out.Len()
		if err := packObject(&out, text); err != nil {
			return err
		}
	}
	table = out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "%sstartxref\n%d\n%%%%EOF\n", rest, table)
	_, err = out.WriteTo(w)
	return err
}

// references reads where each object begins, from the first one; where the table of
// them begins; and what stands between it and the end.
func references(raw []byte) (offsets []int, table int, rest []byte, err error) {
	const entry = len("0000000000 00000 n \n")
	mark := []byte("startxref\n")
	last := bytes.LastIndex(raw, mark)
	if last < 0 {
		return nil, 0, nil, errForeign
	}
	count := 0
	_, err = fmt.Sscanf(string(raw[last:]), "startxref\n%d\n%%%%EOF", &table)
	if err != nil || table <= 0 || table > last {
		return nil, 0, nil, errForeign
	}
	if _, err := fmt.Sscanf(string(raw[table:min(table+30, last)]), "xref\n0 %d\n", &count); err != nil {
		return nil, 0, nil, errForeign
	}
	at := table + len(fmt.Sprintf("xref\n0 %d\n", count)) + entry
	if count < 2 || count > len(raw) || at+(count-1)*entry > last {
		return nil, 0, nil, errForeign
	}
	for range count - 1 {
		offset, err := strconv.Atoi(string(raw[at : at+10]))
		if err != nil || offset <= 0 || offset >= table {
			return nil, 0, nil, errForeign
		}
		offsets, at = append(offsets, offset), at+entry
	}
	return offsets, table, raw[at:last], nil
}

// packObject writes an object, squeezed when it is a plain stream.
func packObject(out *bytes.Buffer, text []byte) error {
	first, dict, _ := bytes.Cut(text, []byte("\n"))
	size := 0
	if n, _ := fmt.Sscanf(string(dict[:min(40, len(dict))]), "<</Length %d>>\nstream\n", &size); n == 0 {
		out.Write(text)
		return nil
	}
	head := len(fmt.Sprintf("<</Length %d>>\nstream\n", size))
	if !bytes.HasPrefix(dict[head-len("stream\n"):], []byte("stream\n")) || head+size > len(dict) {
		out.Write(text) // says more than its length
		return nil
	}
	var packed bytes.Buffer
	packer := packers.Get().(*zlib.Writer)
	defer packers.Put(packer)
	packer.Reset(&packed)
	if _, err := packer.Write(dict[head : head+size]); err != nil {
		return err
	}
	if err := packer.Close(); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s\n<</Filter /FlateDecode /Length %d>>\nstream\n%s%s", first, packed.Len(), packed.Bytes(), dict[head+size:])
	return nil
}
