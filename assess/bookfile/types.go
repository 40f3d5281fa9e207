package bookfile

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

const contentTypes = "[Content_Types].xml"

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

// sortTypes puts the list of content types in order where the library does not: in
// workbooks with drawings.
func (z *archive) sortTypes() error {
	drawn := func(name string) bool { return strings.HasPrefix(name, "xl/drawings/") }
	part := z.parts[contentTypes]
	if part == nil || !slices.ContainsFunc(slices.Collect(maps.Keys(z.parts)), drawn) {
		return nil
	}
	var list typeList
	if err := xml.Unmarshal(part.Bytes(), &list); err != nil {
		return err
	}
	slices.SortFunc(list.Defaults, func(a, b typeDefault) int { return cmp.Compare(a.Extension, b.Extension) })
	slices.SortFunc(list.Overrides, func(a, b typeOverride) int { return cmp.Compare(a.PartName, b.PartName) })
	data, err := xml.Marshal(list)
	if err != nil {
		return err
	}
	z.parts[contentTypes] = bytes.NewBuffer(append([]byte(xml.Header), data...))
	return nil
}
