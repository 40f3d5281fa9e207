package format

import "slices"

// Longest texts and most slots, as package indicators allows them.
const (
	maxLabel = 40
	maxSheet = 31
	maxTitle = 120
	maxText  = 600
	maxSlots = 100
)

// Root is the table: the keys of an instrument file and everything below them.
var Root = &Keys{Switch: "extends", Sorts: [2]string{"variasi", "instrumen lengkap"}, List: []Key{
	{Name: "schema", Label: "Skema", Kind: Choice, Need: true, Options: []string{"spotcheck/instrument/v1"}, About: "Nama format berkas ini."},
	{Name: "extends", Label: "Dasar", Kind: ID, Need: true, Side: With, About: "Kode instrumen bawaan yang divariasikan; selain kepala berkas, hanya bobotnya yang dapat diganti."},
	{Name: "id", Label: "Kode", Kind: ID, Need: true, About: "Nama tetap instrumen, misalnya uu25-2009."},
	{Name: "version", Label: "Versi", Need: true, About: "Versi isi instrumen, misalnya 2026.1."},
	{Name: "title", Label: "Judul", Need: true, About: "Nama lengkap instrumen."},
	{Name: "short", Label: "Nama pendek", Need: true, Side: Without, About: "Nama pendek untuk kepala tabel dan catatan kaki."},
	{Name: "short", Label: "Nama pendek", Side: With, About: "Nama pendek; kosong berarti sama dengan dasarnya."},
	{Name: "about", Label: "Tentang", Need: true, Side: Without, About: "Apa yang diukur, bagi siapa, dan apa yang tidak diketahui."},
	{Name: "about", Label: "Tentang", Side: With, About: "Apa yang berbeda; kosong berarti sama dengan dasarnya."},
	{Name: "notice", Label: "Pernyataan", Need: true, Side: Without, About: "Pernyataan pada setiap laporan bahwa hasilnya bukan nilai resmi."},
	{Name: "notice", Label: "Pernyataan", Side: With, About: "Pernyataan pada setiap laporan; kosong berarti sama dengan dasarnya."},
	{Name: "valid", Label: "Berlaku", Kind: Mapping, About: "Masa berlaku instrumen.", Keys: keys(
		Key{Name: "from", Label: "Sejak", Kind: Date, About: "Hari pertama berlaku."},
		Key{Name: "to", Label: "Sampai", Kind: Date, About: "Hari terakhir berlaku; kosong berarti tanpa batas."},
	)},
	{Name: "legal", Label: "Dasar hukum", Kind: Names, Of: "sources", About: "Kode sumber yang menjadi dasar hukum instrumen."},
	{Name: "origin", Label: "Asal angka", Kind: Mapping, Need: true, Side: Without, About: "Asal angka yang tidak menyebut asalnya sendiri.", Keys: keys(provenance(true)...)},
	{Name: "wording", Label: "Asal kalimat", Kind: Mapping, Need: true, Side: Without, About: "Asal pertanyaan dan teks tingkat.", Keys: keys(provenance(true)...)},
	{Name: "result", Label: "Hasil", Kind: Mapping, Need: true, Side: Without, About: "Skala nilai akhir.", Keys: keys(slices.Concat([]Key{
		{Name: "label", Label: "Sebutan", Max: maxLabel, About: "Sebutan angkanya; kosong berarti Nilai."},
		{Name: "min", Label: "Terendah", Kind: Decimal, Need: true, About: "Nilai terendah yang mungkin."},
		{Name: "max", Label: "Tertinggi", Kind: Decimal, Need: true, About: "Nilai tertinggi yang mungkin."},
		{Name: "decimals", Label: "Desimal", Kind: Whole, Max: 6, About: "Banyaknya angka di belakang koma; kosong berarti 2."},
		{Name: "rollup", Label: "Rata-rata", Kind: Choice, Options: []string{"unit", "product"}, About: "Nilai pemerintah daerah adalah rata-rata unit (unit) atau rata-rata produk (product); kosong berarti unit."},
	}, provenance(false))...)},
	{Name: "sources", Label: "Sumber", Kind: Entries, About: "Peraturan dan terbitan yang dirujuk.", Keys: keys(
		Key{Name: "title", Label: "Judul", Need: true, About: "Nama lengkap peraturan atau terbitan."},
		Key{Name: "cite", Label: "Sebutan", About: "Sebutan pendek dalam rujukan, misalnya UU 25/2009."},
		Key{Name: "url", Label: "Alamat", About: "Alamat tempat naskahnya dapat dibaca."},
	)},
	{Name: "bands", Label: "Kategori", Kind: Mapping, Need: true, Side: Without, About: "Kategori nilai.", Keys: keys(append(provenance(true),
		Key{Name: "list", Label: "Kategori", Kind: Records, Need: true, About: "Kategori nilai, dari yang terbaik; yang terakhir mulai pada nilai terendah.", Keys: keys(append([]Key{
			{Name: "category", Label: "Kategori", Kind: Name, Need: true, About: "Huruf atau nama kategori."},
			{Name: "from", Label: "Mulai", Kind: Decimal, Need: true, About: "Nilai terendah yang masih termasuk kategori ini."},
			{Name: "label", Label: "Sebutan", Need: true, About: "Arti kategori, misalnya Kualitas Tinggi."},
			{Name: "zone", Label: "Zona", Kind: Choice, Options: []string{"hijau", "kuning", "merah"}, About: "Diisi pada semua kategori atau tidak sama sekali."},
		}, provenance(false)...)...)})...)},
	{Name: "opinions", Label: "Opini", Kind: Mapping, Side: Without, About: "Opini menurut kategori dan syarat.", Keys: keys(slices.Concat([]Key{
		{Name: "title", Label: "Judul", Need: true, About: "Nama opini."},
		{Name: "gates", Label: "Syarat", Kind: Name, Need: true, About: "Nama kelompok syarat (kolom Kelompok di lembar Syarat) yang menentukan opini."},
	}, provenance(true), []Key{
		{Name: "list", Label: "Opini", Kind: Records, About: "Opini untuk setiap kategori.", Keys: keys(
			Key{Name: "category", Label: "Kategori", Kind: Name, Need: true, Of: "bands.list", About: "Kategori di lembar Kategori."},
			Key{Name: "holds", Label: "Syarat terpenuhi", About: "Opini bila semua syarat terpenuhi; kosong berarti tidak diketahui."},
			Key{Name: "fails", Label: "Syarat tidak terpenuhi", About: "Opini bila ada syarat yang tidak terpenuhi; kosong berarti tidak diketahui."},
		)},
	})...)},
	{Name: "weights", Label: "Bobot", Kind: Mapping, Side: Without, About: "Aturan bobot.", Keys: keys(append([]Key{
		{Name: "total", Label: "Jumlah", Kind: Decimal, About: "Jumlah bobot butir yang setingkat."},
		{Name: "tolerance", Label: "Toleransi", Kind: Decimal, About: "Selisih jumlah yang dibiarkan karena sumber membulatkan bobotnya."},
		{Name: "basis", Label: "Dasar jumlah", Kind: Choice, Options: []string{"group", "parent"}, About: "Bobot anak berjumlah sama di setiap cabang (group) atau sebesar bobot induknya (parent)."},
		{Name: "split", Label: "Dibagi rata", Kind: Decimal, About: "Jumlah yang dibagi rata kepada indikator tanpa bobot."},
	}, provenance(true)...)...)},
	{Name: "weights", Label: "Bobot", Kind: Mapping, Need: true, Side: With, About: "Bobot yang diganti.", Keys: keys(append(provenance(true),
		Key{Name: "set", Label: "Bobot pengganti", Kind: Pairs, Need: true, Each: Decimal, Of: "tree", About: "Bobot baru untuk setiap kode simpul yang diganti bobotnya."},
	)...)},
	{Name: "scales", Label: "Skala", Kind: Entries, Side: Without, About: "Skala jawaban: bertingkat atau angka.", Keys: &Keys{
		Switch: "number", Sorts: [2]string{"skala angka", "skala bertingkat"}, List: slices.Concat([]Key{
			{Name: "title", Label: "Judul", Need: true, About: "Nama skala."},
		}, provenance(false), []Key{
			{Name: "levels", Label: "Tingkat skala", Kind: Records, Need: true, Side: Without, About: "Tingkat jawaban, dari yang terendah.", Keys: keys(
				Key{Name: "value", Label: "Nilai", Kind: Decimal, Need: true, About: "Angka tingkat itu."},
				Key{Name: "label", Label: "Sebutan", Need: true, Max: maxTitle, About: "Kata untuk tingkat itu, seperti dalam daftar pilihan formulir."},
			)},
			{Name: "number", Label: "Angka", Kind: Mapping, Need: true, Side: With, About: "Rentang angka yang diisi.", Keys: keys(
				Key{Name: "min", Label: "Terendah", Kind: Decimal, Need: true, About: "Angka terendah yang diterima."},
				Key{Name: "max", Label: "Tertinggi", Kind: Decimal, Need: true, About: "Angka tertinggi yang diterima."},
				Key{Name: "decimals", Label: "Desimal", Kind: Whole, Max: 12, About: "Banyaknya angka di belakang koma; kosong berarti 2."},
			)},
			{Name: "steps", Label: "Anak tangga", Kind: Records, Side: With, About: "Nilai yang dihitung untuk angka yang diisi: anak tangga tertinggi yang tercapai.", Keys: keys(
				Key{Name: "from", Label: "Mulai", Kind: Decimal, Need: true, About: "Angka terendah yang mencapai anak tangga ini; yang pertama sama dengan angka terendah."},
				Key{Name: "value", Label: "Nilai", Kind: Decimal, Need: true, About: "Nilai yang dihitung."},
				Key{Name: "label", Label: "Sebutan", Need: true, Max: maxTitle, About: "Syarat anak tangga dengan kata-kata."},
			)},
		})}},
	{Name: "products", Label: "Produk", Kind: Mapping, Side: Without, About: "Banyaknya produk layanan yang dinilai per unit.", Keys: keys(slices.Concat(slots, provenance(false))...)},
	{Name: "respondents", Label: "Responden", Kind: Entries, Side: Without, About: "Kelompok orang yang ditanyai.", Keys: keys(slices.Concat([]Key{
		{Name: "code", Label: "Huruf", Kind: Name, Need: true, About: "Satu sampai tiga huruf besar selain P; respondennya menjadi R1, R2, dan seterusnya."},
		{Name: "label", Label: "Sebutan", Need: true, Max: maxSheet, About: "Nama kelompok; menjadi nama lembar formulir."},
		{Name: "kind", Label: "Jenis", Kind: Choice, Options: []string{"interview", "sample"}, About: "interview: yang tidak dijawab dihitung terburuk; sample: rata-rata yang menjawab. Kosong berarti interview."},
	}, slots, provenance(false))...)},
	{Name: "types", Label: "Jenis unit", Kind: Pairs, Side: Without, About: "Jenis unit yang dinilai."},
	{Name: "roles", Label: "Peran", Kind: Pairs, Side: Without, About: "Siapa yang memperbaiki kekurangan."},
	{Name: "outside", Label: "Peran luar", Kind: Names, Side: Without, Of: "roles", About: "Peran di luar unit yang dinilai."},
	{Name: "efforts", Label: "Upaya", Kind: Entries, Side: Without, About: "Kelas upaya perbaikan.", Keys: keys(append([]Key{
		{Name: "label", Label: "Sebutan", Need: true, About: "Nama kelas upaya."},
		{Name: "days", Label: "Hari", Kind: Whole, Need: true, About: "Waktu yang diperlukan, dalam hari kalender."},
		{Name: "work", Label: "Hari kerja", Kind: Whole, About: "Beban menaikkan satu tingkat, dalam hari kerja satu orang; diperlukan untuk mencari jalur termurah."},
		{Name: "about", Label: "Penjelasan", About: "Apa yang termasuk kelas upaya ini."},
	}, provenance(false)...)...)},
	{Name: "sanctions", Label: "Sanksi", Kind: Entries, Side: Without, About: "Sanksi menurut undang-undang.", Keys: keys(
		Key{Name: "cite", Label: "Rujukan", Need: true, About: "Rujukan hukum, misalnya uu25 Pasal 54 ayat (1)."},
		Key{Name: "text", Label: "Sanksi", Need: true, About: "Isi sanksi dengan kata-kata."},
	)},
	{Name: "gates", Label: "Syarat", Kind: Records, Side: Without, About: "Syarat minimum di samping nilai.", Keys: keys(slices.Concat([]Key{
		{Name: "for", Label: "Kelompok", Kind: Name, About: "Nama kelompok; syarat sekelompok harus terpenuhi semuanya."},
		{Name: "node", Label: "Simpul", Kind: Name, Of: "tree", About: "Kode simpul yang dikenai syarat; kosong berarti nilai keseluruhan."},
		{Name: "title", Label: "Judul", Need: true, About: "Nama syarat."},
		{Name: "min", Label: "Minimum", Kind: Decimal, About: "Batas pada skala hasil. Isi ini atau Poin, tidak keduanya."},
		{Name: "points", Label: "Poin", Kind: Decimal, About: "Batas dalam poin bobot simpul itu. Isi ini atau Minimum, tidak keduanya."},
	}, provenance(true))...)},
	{Name: "tree", Label: "Simpul", Kind: Records, Need: true, Side: Without, About: "Pohon penilaian: satu baris per dimensi, variabel, atau indikator.", Keys: node},
}}

// node is a dimension, a variable or an indicator.
var node = &Keys{Switch: "children", Sorts: [2]string{"cabang", "indikator"}, List: slices.Concat([]Key{
	{Name: "id", Label: "Kode", Kind: ID, Need: true, About: "Nama tetap simpul, misalnya A1.2; tidak boleh dipakai dua kali."},
	{Name: "title", Label: "Judul", Need: true, Max: maxTitle, About: "Nama simpul."},
	{Name: "weight", Label: "Bobot", Kind: Decimal, About: "Bobot di antara saudaranya; 0 berarti ditanyakan tetapi tidak dihitung. Cabang tanpa bobot menjumlahkan anaknya."},
}, provenance(false), []Key{
	{Name: "wording", Label: "Asal kalimat", Kind: Mapping, About: "Asal kalimat simpul ini dan semua di bawahnya.", Keys: keys(provenance(true)...)},
	{Name: "split", Label: "Dibagi rata", Kind: Mapping, Side: With, About: "Bobot yang dibagi rata kepada indikator di bawahnya.", Keys: keys(append([]Key{
		{Name: "total", Label: "Jumlah", Kind: Decimal, Need: true, About: "Jumlah yang dibagi rata kepada indikator tanpa bobot."},
	}, provenance(false)...)...)},
	{Name: "children", Label: "Induk", Kind: Children, Need: true, Side: With, About: "Kode simpul di atasnya; kosong pada simpul teratas."},
	{Name: "scope", Label: "Ditanyakan", Kind: Choice, Side: Without, Options: []string{"unit", "product", "respondent", "entity"}, About: "Sekali per unit, per produk, per responden, atau sekali untuk seluruh pemerintah daerah; kosong berarti unit."},
	{Name: "respondent", Label: "Responden", Kind: Name, Side: Without, Of: "respondents", About: "Kelompok responden, bila ada lebih dari satu."},
	{Name: "scale", Label: "Skala", Kind: Name, Need: true, Side: Without, Of: "scales", About: "Kunci skala di lembar Skala."},
	{Name: "question", Label: "Pertanyaan", Need: true, Side: Without, Max: maxText, About: "Pertanyaan kepada penilai."},
	{Name: "look", Label: "Cara memeriksa", Side: Without, Max: maxText, About: "Apa yang dibaca, dihitung, atau dilihat."},
	{Name: "levels", Label: "Teks tingkat", Kind: Texts, Side: Without, Max: maxText, About: "Satu teks per tingkat skala, dari yang terendah; kosong untuk skala angka."},
	{Name: "evidence", Label: "Bukti", Kind: Texts, Side: Without, Max: maxText, About: "Bukti yang diminta."},
	{Name: "legal", Label: "Rujukan hukum", Kind: Texts, Side: Without, About: "Misalnya uu25 Pasal 21 huruf b; kata pertama adalah kunci di lembar Sumber. Isi ini atau Keterangan hukum."},
	{Name: "legal_note", Label: "Keterangan hukum", Side: Without, Max: maxText, About: "Penjelasan dasar hukum, atau mengapa tidak ada."},
	{Name: "sanction", Label: "Sanksi", Kind: Names, Side: Without, Of: "sanctions", About: "Kunci di lembar Sanksi."},
	{Name: "sanction_note", Label: "Keterangan sanksi", Side: Without, Max: maxText, About: "Melalui ketentuan mana sanksi itu berlaku."},
	{Name: "remedy", Label: "Perbaikan", Need: true, Side: Without, Max: maxText, About: "Apa yang harus dilakukan bila belum terpenuhi."},
	{Name: "effort", Label: "Upaya", Kind: Name, Need: true, Side: Without, Of: "efforts", About: "Kunci di lembar Upaya."},
	{Name: "needs", Label: "Menunggu", Kind: Names, Side: Without, Of: "tree", About: "Indikator yang harus dipenuhi sepenuhnya sebelum indikator ini dikerjakan."},
	{Name: "role", Label: "Peran", Kind: Name, Need: true, Side: Without, Of: "roles", About: "Kunci di lembar Peran."},
	{Name: "na", Label: "Boleh TB bila", Side: Without, Max: maxText, About: "Kapan boleh dijawab TB (tidak berlaku); kosong berarti tidak pernah."},
	{Name: "applies", Label: "Jenis unit", Kind: Mapping, Side: Without, About: "Jenis unit yang ditanyai.", Keys: keys(
		Key{Name: "only", Label: "Hanya", Kind: Names, Of: "types", About: "Hanya jenis unit ini; kunci di lembar Jenis unit."},
		Key{Name: "except", Label: "Kecuali", Kind: Names, Of: "types", About: "Semua kecuali jenis unit ini."},
	)},
})}

// slots bound how many products or respondents there are.
var slots = []Key{
	{Name: "min", Label: "Sedikitnya", Kind: Whole, Max: maxSlots, About: "Banyaknya yang harus ada."},
	{Name: "slots", Label: "Tempat", Kind: Whole, Max: maxSlots, About: "Banyaknya tempat dalam formulir."},
}

// provenance are the three keys that say where a number or a text comes from.
func provenance(need bool) []Key {
	return []Key{
		{Name: "provenance", Label: "Asal-usul", Kind: Choice, Need: need, Options: []string{"confirmed", "single-source", "assumed", "own"}, About: "Terkonfirmasi, satu sumber, dianggap, atau ditetapkan sendiri."},
		{Name: "source", Label: "Sumber", Kind: Names, Of: "sources", About: "Kunci di lembar Sumber; wajib untuk confirmed dan single-source."},
		{Name: "reason", Label: "Alasan", About: "Alasannya; wajib untuk assumed dan own."},
	}
}

func keys(list ...Key) *Keys { return &Keys{List: list} }
