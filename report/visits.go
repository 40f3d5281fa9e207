package report

import (
	"crypto/sha256"
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess"
	"spotcheck/assess/gap/sample"
	"spotcheck/indicators"
)

// Visits is all that the paper about a sample is worded from. In holds the result that
// takes verdicts into account.
type Visits struct {
	In      *Input
	Claim   *assess.Result // the same answers at layer mandiri
	Members []sample.Member
	Outside []*assess.UnitResult // units that could not be drawn
	Rules   sample.Rules
	Design  *sample.Design
}

// riskWords name a risk in a cell, and why it is one.
var riskWords = map[sample.Risk]string{
	sample.Inflated: "klaim tinggi", sample.Borderline: "dekat batas", sample.Unvisited: "belum dikunjungi", sample.Ordinary: "biasa",
}

// mostChecks is how many checks of a unit there is room for; in a workbook all.
var mostChecks = map[Detail]int{Brief: 5, Printed: 10}

// Document is the sample: whom to visit, what to look at there, and how it was drawn.
func (v *Visits) Document(detail Detail) *Document {
	d := v.start("Sampel Verifikasi Lapangan")
	d.Sections = []Section{
		{Title: "Unit terpilih", Landscape: true, Blocks: v.chosen()},
		{Title: "Yang diperiksa lebih dahulu", Sheet: "Yang diperiksa", Landscape: true, Blocks: []Block{v.checks(detail)}},
		{Title: "Lapisan", Landscape: true, Blocks: []Block{v.strata()}},
	}
	if detail != Brief {
		d.Sections = append(d.Sections, Section{Title: "Semua unit", Landscape: true, Blocks: v.everybody()})
	}
	d.Sections = append(d.Sections, Section{Title: "Cara menarik", Blocks: []Block{v.facts(), List{Items: v.method()}}})
	return d
}

func (v *Visits) start(title string) *Document {
	r := v.In.result().Input
	d := v.In.document(title, fmt.Sprintf("%s, periode %s", r.Entity, r.Period), true)
	d.Footer = "Sampel · " + d.Footer
	return d
}

func (v *Visits) chosen() []Block {
	d := v.Design
	blocks := []Block{Paragraph{fmt.Sprintf("%d dari %d unit dipilih untuk dikunjungi, memakai %d dari %d orang-hari.", d.Size(), d.Population(), d.Spent(), d.Days), Lead}}
	if missing := d.Population() - d.Covered(); missing > 0 {
		blocks = append(blocks, Paragraph{fmt.Sprintf("%d unit ada dalam lapisan tanpa wakil karena orang-harinya tidak cukup; hasil sampel tidak berbicara tentang mereka.", missing), Notice})
	}
	t := Table{Columns: []Column{
		{Title: "No", Width: 5, Align: Center}, {Title: "Kode", Width: 14}, {Title: "Unit", Width: 34}, {Title: "Jenis", Width: 13}, {Title: "Risiko", Width: 16}, {Title: "Alasan", Width: 40},
		{Title: "Peluang terpilih", Width: 10, Align: Center}, {Title: "Mewakili (unit)", Width: 10, Align: Right}, {Title: "Orang-hari", Width: 8, Align: Right},
	}, Frozen: 3, Filter: true}
	for _, s := range d.Strata {
		for _, id := range s.Chosen {
			m := v.member(id)
			t.Rows = append(t.Rows, Row{Cells: []Cell{
				whole(len(t.Rows) + 1), {Text: id}, {Text: m.Unit.Unit.Name}, {Text: v.In.instrument().TypeTitle(s.Type)}, {Text: riskWords[s.Risk]}, {Text: v.why(m)},
				{Text: chance(s)}, ratio(new(big.Rat).Inv(s.Probability())), whole(s.Cost),
			}})
		}
	}
	return append(blocks, t)
}

// chance is an exact probability: "2 dari 5".
func chance(s sample.Stratum) string { return fmt.Sprintf("%d dari %d", s.Take, len(s.Units)) }

func ratio(r *big.Rat) Cell { return Cell{Text: Num(r, 2), Number: number(r, 2)} }

// member finds a unit of the population; one that was in it when the sample was drawn
// and is not any more has only its name.
func (v *Visits) member(id string) sample.Member {
	for _, m := range v.Members {
		if m.Unit.Unit.ID == id {
			return m
		}
	}
	return sample.Member{Unit: &v.In.result().Units[v.In.index(id)], Risks: []sample.Risk{sample.Ordinary}}
}

// why tells everything that makes a unit a risk, with the numbers.
func (v *Visits) why(m sample.Member) string {
	var out []string
	for _, r := range m.Risks {
		switch r {
		case sample.Inflated:
			if m.Over != nil && m.Over.Cmp(v.Rules.Inflated) >= 0 {
				out = append(out, fmt.Sprintf("isian sendiri %s, %s poin di atas hasil verifikasi", v.In.score(m.Claim), v.In.score(m.Over)))
			}
			if m.Peers != nil && new(big.Rat).Sub(m.Claim, m.Peers).Cmp(v.Rules.Peers) >= 0 {
				out = append(out, fmt.Sprintf("isian sendiri %s, rata-rata unit sejenis %s", v.In.score(m.Claim), v.In.score(m.Peers)))
			}
		case sample.Borderline:
			out = append(out, fmt.Sprintf("nilai %s, %s poin dari batas kategori", v.In.score(m.Unit.Rounded), v.In.score(m.Edge)))
		case sample.Unvisited:
			out = append(out, "belum ada jawaban yang diverifikasi")
		}
	}
	if len(out) == 0 {
		return "tidak ada tanda khusus"
	}
	return strings.Join(out, "; ")
}

// checks are the claims of the chosen units, the heaviest of each unit first.
func (v *Visits) checks(detail Detail) Table {
	t := Table{Columns: []Column{
		{Title: "Unit", Width: 28}, {Title: "Urutan", Width: 7, Align: Center}, {Title: "Kode", Width: 8}, {Title: "Indikator", Width: 34}, {Title: "Produk atau responden", Width: 20}, {Title: "Isian unit", Width: 20},
		{Title: "Poin", Width: 7, Align: Right}, {Title: "Turun saat diverifikasi", Width: 12, Align: Center}, {Title: "Bobot periksa", Width: 9, Align: Right}, {Title: "Bukti yang disebut", Width: 30},
	}, Frozen: 1, Filter: true,
		Note: "Poin: bagian nilai unit yang hilang bila klaim itu tidak terbukti. Bobot periksa = poin × (turun + 1) / (diverifikasi + 2), menurut verifikasi indikator itu di semua unit putaran ini; ditetapkan sendiri."}
	doubts := sample.Doubts(v.In.result())
	rest := 0
	for _, s := range v.Design.Strata {
		for _, id := range s.Chosen {
			m := v.member(id)
			list := sample.Checks(m.Unit, v.In.instrument(), doubts)
			for i, c := range list {
				if most := mostChecks[detail]; most > 0 && i == most {
					rest += len(list) - i
					break
				}
				t.Rows = append(t.Rows, v.checkRow(m.Unit.Unit.Name, i+1, c))
			}
		}
	}
	if rest > 0 {
		t.Note += fmt.Sprintf(" %d klaim lain ada dalam berkas Excel (--output).", rest)
	}
	return t
}

func (v *Visits) checkRow(unit string, place int, c sample.Check) Row {
	about, claim := c.Product.Name, valueText(c.Node, c.Claim)
	if c.People > 0 {
		about, claim = fmt.Sprintf("%d responden", c.People), "jawaban responden"
	}
	return Row{Cells: []Cell{
		{Text: unit}, whole(place), {Text: c.Node.ID}, {Text: c.Node.Title}, {Text: dash(about)}, {Text: claim},
		ratio(c.Points), {Text: fmt.Sprintf("%d dari %d", c.Doubt.Lowered, c.Doubt.Verdicts)}, ratio(c.Weight), {Text: dash(c.Claim.Evidence)},
	}}
}

func (v *Visits) strata() Table {
	t := Table{Columns: []Column{
		{Title: "Jenis", Width: 18}, {Title: "Risiko", Width: 18}, {Title: "Unit", Width: 8, Align: Right}, {Title: "Dipilih", Width: 8, Align: Right},
		{Title: "Peluang tiap unit", Width: 12, Align: Center}, {Title: "Orang-hari tiap kunjungan", Width: 12, Align: Right}, {Title: "Orang-hari", Width: 10, Align: Right},
	}}
	for _, s := range v.Design.Strata {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: v.In.instrument().TypeTitle(s.Type)}, {Text: riskWords[s.Risk]}, whole(len(s.Units)), whole(s.Take), {Text: chance(s)}, whole(s.Cost), whole(s.Cost * s.Take),
		}})
	}
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: "Jumlah"}, {}, whole(v.Design.Population()), whole(v.Design.Size()), {}, {}, whole(v.Design.Spent())}})
	return t
}

// everybody lists the population, so that the drawing can be repeated, and who was
// not in it.
func (v *Visits) everybody() []Block {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 14}, {Title: "Unit", Width: 34}, {Title: "Jenis", Width: 13}, {Title: "Risiko", Width: 16}, {Title: "Isian sendiri", Width: 9, Align: Right}, {Title: "Nilai", Width: 9, Align: Right},
		{Title: "Selisih", Width: 9, Align: Right}, {Title: "Rata-rata sejenis", Width: 10, Align: Right}, {Title: "Jarak ke batas", Width: 9, Align: Right}, {Title: "Peluang", Width: 10, Align: Center}, {Title: "Terpilih", Width: 9, Align: Center},
	}, Frozen: 2, Filter: true}
	dec := v.In.decimals()
	cell := func(r *big.Rat) Cell { return Cell{Text: v.In.score(r), Number: number(r, dec)} }
	for _, s := range v.Design.Strata {
		for _, id := range s.Units {
			m, picked := v.member(id), "tidak"
			if v.Design.Chose(id) {
				picked = "ya"
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{
				{Text: id}, {Text: m.Unit.Unit.Name}, {Text: v.In.instrument().TypeTitle(s.Type)}, {Text: riskWords[s.Risk]}, cell(m.Claim), cell(m.Unit.Rounded),
				cell(m.Over), cell(m.Peers), cell(m.Edge), {Text: chance(s)}, {Text: picked},
			}})
		}
	}
	blocks := []Block{t}
	if len(v.Outside) > 0 {
		var names []string
		for _, u := range v.Outside {
			names = append(names, u.Unit.Name)
		}
		blocks = append(blocks, Paragraph{"Tidak ikut ditarik karena belum ada jawaban yang dapat dipakai: " + strings.Join(names, "; ") + ".", Notice})
	}
	return blocks
}

func (v *Visits) facts() Fields {
	return Fields{
		{"Benih", v.Design.Seed}, {"SHA-256 benih", fmt.Sprintf("%x", sha256.Sum256([]byte(v.Design.Seed)))},
		{"Orang-hari tersedia", fmt.Sprint(v.Design.Days)}, {"Orang tiap kunjungan", fmt.Sprint(v.Design.Persons)},
	}
}

// method tells how anybody can draw the same sample.
func (v *Visits) method() []string {
	near, over, peers := indicators.Comma(v.Rules.Near), indicators.Comma(v.Rules.Inflated), indicators.Comma(v.Rules.Peers)
	return []string{
		fmt.Sprintf("Unit dikelompokkan menurut jenis dan risiko. Klaim tinggi: isian sendiri sedikitnya %s poin di atas hasil verifikasi, atau sedikitnya %s poin di atas rata-rata unit sejenis lain (sedikitnya %d unit). Dekat batas: nilai paling jauh %s poin dari batas suatu kategori. Yang pertama cocok yang dipakai. Batas-batas ini ditetapkan sendiri.",
			over, peers, v.Rules.LeastPeers, near),
		"Pembagian: tiap lapisan satu unit lebih dahulu, menurut risiko lalu banyaknya unit; selebihnya satu demi satu kepada lapisan dengan (banyaknya unit) / (2 × terpilih + 1) terbesar, selama orang-harinya cukup.",
		"Penarikan: SHA-256 benih memberi dua bilangan 64 bit pertama (bita besar lebih dahulu) kepada pembangkit PCG-DXSM 128 bit (math/rand/v2 pada Go). Lapisan demi lapisan menurut urutan tabel, unit menurut abjad kodenya: unit ke-i ditukar dengan unit ke-(i + k), k = bilangan acak modulo banyaknya unit yang tersisa; bilangan di atas kelipatan bulat terakhir dibuang.",
		"Peluang tiap unit tepat sama dengan (dipilih) / (unit) dalam lapisannya. Tentukan benih sebelum menarik, misalnya nomor surat tugas, dan jangan menarik ulang sampai hasilnya cocok.",
		"Simpan rancangan ini sebagai .json sebelum berkunjung: risiko unit berubah sesudah dikunjungi, sedangkan perkiraan dihitung menurut rancangan semula (--design).",
	}
}
