package assess

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for _, tc := range []struct{ name, want string }{
		{"", ""},
		{" \u00a0 ", ""},
		{"KTP-el", "ktp-el"},
		{"  Izin   Praktik\u00a0Dokter ", "izin-praktik-dokter"},
		{"IZIN PRAKTIK DOKTER", "izin-praktik-dokter"},
		{"Kartu Keluarga (KK) / Akta", "kartu-keluarga-kk-akta"},
		{"2.1 Rawat Jalan", "2-1-rawat-jalan"},
	} {
		if got := Slug(tc.name); got != tc.want {
			t.Errorf("Slug(%q) = %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestSlugWithoutLatinLetters(t *testing.T) {
	a, b := Slug("خدمة"), Slug("服务")
	if a == b || len(a) != len("produk-")+8 || !strings.HasPrefix(a, "produk-") {
		t.Errorf("names in other scripts: %q, %q", a, b)
	}
}

func TestSlugKeepsLongNamesApart(t *testing.T) {
	long := "Penerbitan Surat Izin Praktik bagi Tenaga Kesehatan Dokter"
	a, b := Slug(long), Slug(long+" Gigi")
	if a == b || len(a) > maxSlug || len(b) > maxSlug {
		t.Errorf("long names: %q, %q", a, b)
	}
	if Slug(a) != a {
		t.Errorf("a slug is not its own slug: %q", a)
	}
}
