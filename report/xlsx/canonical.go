package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

const contentTypes = "[Content_Types].xml"

// edits change single parts of a workbook on their way out.
type edits map[string]func([]byte) ([]byte, error)

// canonical writes the zip file data with its entries sorted by name and the list
// of content types sorted too: the only two things that the library leaves to
// chance. Parts with an edit are changed by it; all others are copied as they are,
// still compressed.
func canonical(w io.Writer, data []byte, change edits) error {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, entry := range in.File {
		edit := change[entry.Name]
		if entry.Name == contentTypes {
			edit = sortTypes
		}
		if edit == nil {
			err = copyRaw(out, entry)
		} else {
			err = copyEdited(out, entry, edit)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", entry.Name, err)
		}
	}
	return out.Close()
}

func copyRaw(out *zip.Writer, entry *zip.File) error {
	from, err := entry.OpenRaw()
	if err != nil {
		return err
	}
	to, err := out.CreateRaw(&entry.FileHeader)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

func copyEdited(out *zip.Writer, entry *zip.File, edit func([]byte) ([]byte, error)) error {
	from, err := entry.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	data, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	if data, err = edit(data); err != nil {
		return err
	}
	to, err := out.CreateHeader(&zip.FileHeader{Name: entry.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = to.Write(data)
	return err
}

type typeList struct {
	XMLName   xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []typeDefault  `xml:"Default"`
	Overrides []typeOverride `xml:"Override"`
}

type typeDefault struct {
	Extension   string `xml:",attr"`
	ContentType string `xml:",attr"`
}

type typeOverride struct {
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}

func sortTypes(data []byte) ([]byte, error) {
	var list typeList
	if err := xml.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	slices.SortFunc(list.Defaults, func(a, b typeDefault) int { return cmp.Compare(a.Extension, b.Extension) })
	slices.SortFunc(list.Overrides, func(a, b typeOverride) int { return cmp.Compare(a.PartName, b.PartName) })
	out, err := xml.Marshal(list)
	return append([]byte(xml.Header), out...), err
}

// rowEdits lets the rows that readers write in grow with what they write: the
// library marks every height that it is given as set by hand, which Excel then
// never changes.
func (b *book) rowEdits() edits {
	out := edits{}
	for _, s := range b.sheets {
		if slices.ContainsFunc(s.lines, func(l line) bool { return l.grows }) {
			out[fmt.Sprintf("xl/worksheets/sheet%d.xml", s.index+1)] = s.freeHeights
		}
	}
	return out
}

func (s *sheet) freeHeights(data []byte) ([]byte, error) {
	const fixed = ` customHeight="1"`
	var out bytes.Buffer
	for row, l := range s.lines {
		if !l.grows {
			continue
		}
		start := bytes.Index(data, fmt.Appendf(nil, `<row r="%d"`, row+1))
		if start < 0 {
			return nil, fmt.Errorf("baris %d tidak ditemukan", row+1)
		}
		end := start + bytes.IndexByte(data[start:], '>')
		out.Write(data[:start])
		out.Write(bytes.Replace(data[start:end], []byte(fixed), nil, 1))
		data = data[end:]
	}
	out.Write(data)
	return out.Bytes(), nil
}
