package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"spotcheck/indicators"
)

// maxSlug keeps ids short enough for a column; longer names end in a digest, so
// that two long names with the same beginning stay apart.
const maxSlug = 40

// Slug is the id of a product: its name in lower case, with ASCII letters and
// digits kept and every run of anything else turned into one hyphen. Case and
// spacing of the name do not count. It is empty only for a blank name; a name
// without any such letter gets a digest for an id. Names that differ in
// punctuation alone share a slug: whoever gathers products must look for that.
func Slug(name string) string {
	folded := strings.ToLower(indicators.Squash(name))
	if folded == "" {
		return ""
	}
	var b strings.Builder
	for _, r := range folded {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.TrimSuffix(b.String(), "-")
	switch {
	case slug == "":
		return "produk-" + digest(folded)
	case len(slug) > maxSlug:
		return strings.TrimRight(slug[:maxSlug-9], "-") + "-" + digest(folded)
	}
	return slug
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}
