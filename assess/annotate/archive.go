package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// archive is the zip of the workbook given, with the parts that are to be
// different. Parts are found as package sheet finds them: in any letter case, with
// any slashes.
type archive struct {
	files   []*zip.File
	index   map[string]int    // key -> place in files
	changed map[string][]byte // by key
	added   []string          // names of new parts in order
	most    int64             // bytes of a part
}

func openArchive(data []byte, most int64) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	a := &archive{files: z.File, index: map[string]int{}, changed: map[string][]byte{}, most: most}
	for i, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") {
			a.index[key(f.Name)] = i
		}
	}
	return a, nil
}

// key is the one name under which a part is found.
func key(name string) string { return strings.ToLower(normal(name)) }

// normal is the name of a part without odd slashes; dots cannot climb out.
func normal(name string) string {
	return path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))[1:]
}

func (a *archive) has(name string) bool {
	_, old := a.index[key(name)]
	_, changed := a.changed[key(name)]
	return old || changed
}

// part is a part as it is now.
func (a *archive) part(name string) ([]byte, error) {
	if data, ok := a.changed[key(name)]; ok {
		return data, nil
	}
	i, ok := a.index[key(name)]
	if !ok {
		return nil, fmt.Errorf("bagian %s tidak ada", name)
	}
	r, err := a.files[i].Open()
	if err != nil {
		return nil, fmt.Errorf("bagian %s tidak terbaca", name)
	}
	defer func() { _ = r.Close() }()
	data, err := io.ReadAll(io.LimitReader(r, a.most+1))
	if err != nil || int64(len(data)) > a.most {
		return nil, fmt.Errorf("bagian %s rusak atau terlalu besar", name)
	}
	return data, nil
}

// xml is a part as elements; leaves as in parse.
func (a *archive) xml(name string, leaves ...string) (*document, error) {
	data, err := a.part(name)
	if err != nil {
		return nil, err
	}
	d, err := parse(data, leaves...)
	if err != nil {
		return nil, fmt.Errorf("susunan bagian %s tidak dikenal", name)
	}
	return d, nil
}

// put changes a part or adds one.
func (a *archive) put(name string, data []byte) {
	if !a.has(name) {
		a.added = append(a.added, name)
	}
	a.changed[key(name)] = data
}

// free is the first name of a pattern with a number that no part has.
func (a *archive) free(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !a.has(name) {
			return name
		}
	}
}

// bytes is the archive as it is now: what did not change as it was packed, in the
// old order, and what is new behind it.
func (a *archive) bytes() ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range a.files {
		data, changed := a.changed[key(f.Name)]
		err := error(nil)
		if changed && !strings.HasSuffix(f.Name, "/") {
			err = pack(w, f.Name, data)
		} else {
			err = w.Copy(f)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, name := range a.added {
		if err := pack(w, name, a.changed[key(name)]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// pack writes a part without a time, for no clock may show in a copy.
func pack(w *zip.Writer, name string, data []byte) error {
	part, err := w.Create(name)
	if err == nil {
		_, err = part.Write(data)
	}
	return err
}
