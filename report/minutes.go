package report

import (
	"fmt"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// Minutes is the berita acara of one unit: who examined what, when and where, what
// both sides take for the result, and a table to sign.
func (in *Input) Minutes(u gap.Unit, l Letters) *Document {
	title := "BERITA ACARA\nPENILAIAN MANDIRI PELAYANAN PUBLIK"
	if looked(u.Unit) {
		title = "BERITA ACARA VERIFIKASI\nPENILAIAN MANDIRI PELAYANAN PUBLIK"
	}
	d := in.document(title, "Nomor: "+orDotted(l.Minutes[u.Unit.Unit.ID]), u.Unit.Complete())
	blocks := []Block{Paragraph{in.minutesOpening(u, l), Plain}, in.teamList()}
	blocks = append(blocks, Paragraph{"telah memeriksa penilaian mandiri pelayanan publik pada:", Plain}, in.minutesFacts(u, l))
	if !looked(u.Unit) {
		blocks = append(blocks, Paragraph{"Jawaban unit ini belum diverifikasi inspektorat; hasil di bawah ini menurut isian unit sendiri. Perubahan sesudah pemeriksaan ditulis pada tabel Perubahan jawaban.", Notice})
	}
	blocks = append(blocks, Heading{1, "A. Hasil per " + in.partWord()}, in.minutesResult(u))
	blocks = append(blocks, Heading{1, "B. Perubahan jawaban sesudah verifikasi dan alasannya"})
	blocks = append(blocks, in.minutesChanges(u)...)
	blocks = append(blocks, Heading{1, "C. Catatan"})
	blocks = append(blocks, in.minutesNotes(u)...)
	blocks = append(blocks, Paragraph{"Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya, dan ditandatangani oleh kedua pihak.", Plain}, in.signatureTable(u))
	d.Sections = []Section{{Blocks: blocks}}
	return d
}

// minutesOpening tells the day, in words where it is known.
func (in *Input) minutesOpening(u gap.Unit, l Letters) string {
	day := "Pada hari ini, " + dotted + ", tanggal " + dotted + " bulan " + dotted + " tahun " + dotted
	if on, ok := in.verifiedOn(u.Unit); ok {
		day = "Pada hari ini, " + spelledDay(on)
	}
	return fmt.Sprintf("%s, bertempat di %s, kami yang bertanda tangan di bawah ini:", day, in.minutesPlace(u, l))
}

func (in *Input) minutesPlace(u gap.Unit, l Letters) string {
	if l.Where == "" {
		return dotted
	}
	return l.Where
}

// verifiedOn is the day of verification as the form has it, if it is one.
func (in *Input) verifiedOn(u *assess.UnitResult) (string, bool) {
	return calendar.Read(in.Forms[u.Unit.ID].VerifiedOn)
}

// teamList names the team, or leaves lines for it.
func (in *Input) teamList() List {
	out := List{Numbered: true}
	for _, p := range in.Frame.Team {
		out.Items = append(out.Items, p.Name+", "+p.Role)
	}
	if len(out.Items) == 0 {
		out.Items = []string{dotted + ", Ketua Tim", dotted + ", Anggota Tim"}
	}
	return out
}

func (in *Input) minutesFacts(u gap.Unit, l Letters) Fields {
	id := u.Unit.Unit
	facts := Fields{
		{"Unit", id.Name}, {"Kepala unit", orDotted(id.Head)}, {"Narahubung", orDotted(id.PIC)},
		{"Periode", in.result().Input.Period}, {"Instrumen", fmt.Sprintf("%s versi %s", in.instrument().Title, in.instrument().Version)},
	}
	if len(l.Basis) > 0 {
		facts = append(facts, Field{"Dasar", strings.Join(l.Basis, "; ")})
	} else {
		facts = append(facts, Field{"Dasar", "Surat tugas nomor " + dotted + " tanggal " + dotted})
	}
	return append(facts, Field{"Yang diperiksa", in.examinedThings(u)})
}

// examinedThings are the answers, the products and the people that the result rests on.
func (in *Input) examinedThings(u gap.Unit) string {
	c := checkedOf(u.Unit)
	text := fmt.Sprintf("%d indikator; terisi %s jawaban, %d di antaranya diverifikasi.", in.askedOf(u), c.filled(), c.verified)
	var products []string
	for _, p := range u.Unit.Unit.Products {
		products = append(products, p.Name)
	}
	if len(products) > 0 {
		text += " Produk layanan: " + indicators.And(products) + "."
	}
	return text + in.heardOf(u.Unit) + in.dates(u)
}

// minutesNotes keep the result from being taken for more than it is.
func (in *Input) minutesNotes(u gap.Unit) []Block {
	var items []string
	if !u.Unit.Complete() {
		items = append(items, "Hasil ini sementara: "+checkedOf(u.Unit).missing()+".")
	}
	items = append(items, stopped(in.instrument().Notice), in.noVerdict(), "Keterangan unit: "+dottedLine)
	return []Block{List{Numbered: true, Items: items}}
}

// signatureTable has a line for everybody who was there: the team, then the unit.
func (in *Input) signatureTable(u gap.Unit) Table {
	t := Table{Columns: []Column{
		{Title: "No.", Width: 5, Align: Center}, {Title: "Nama", Width: 36}, {Title: "Jabatan", Width: 30}, {Title: "Tanda tangan", Width: 30},
	}}
	add := func(name, office string) {
		n := 1
		for _, r := range t.Rows {
			if !r.Group {
				n++
			}
		}
		t.Rows = append(t.Rows, Row{Cells: cells(fmt.Sprintf("\n%d", n), "\n"+orDotted(name), "\n"+orDotted(office), fmt.Sprintf("\n%d. %s", n, dotted))})
	}
	t.Rows = append(t.Rows, Row{Group: true, Cells: cells("Tim pemeriksa")})
	for _, p := range in.Frame.Team {
		add(p.Name, p.Role)
	}
	if len(in.Frame.Team) == 0 {
		add("", "Ketua Tim")
		add("", "Anggota Tim")
	}
	id := u.Unit.Unit
	title := id.HeadTitle
	if title == "" {
		title = "Kepala " + id.Name
	}
	t.Rows = append(t.Rows, Row{Group: true, Cells: cells(id.Name)})
	add(nameAndNIP(id.Head, id.NIP), title)
	add(id.PIC, "Narahubung")
	return t
}

func nameAndNIP(name, nip string) string {
	if nip == "" {
		return name
	}
	return orDotted(name) + "\nNIP. " + strings.TrimSpace(strings.TrimPrefix(nip, "NIP."))
}
