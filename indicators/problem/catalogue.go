package problem

import "slices"

// Code is the number of a kind of problem: S1xx files and workbooks, S2xx forms
// and their identity, S3xx answers, S4xx CSV, S5xx the round folder, S6xx
// instruments, S7xx comparisons, S8xx plans and follow-up.
type Code string

// The numbers. Each is explained in the catalogue below.
const (
	NotReadable     Code = "S101"
	NotWorkbook     Code = "S102"
	OldExcel        Code = "S103"
	OpenDocument    Code = "S104"
	Encrypted       Code = "S105"
	DamagedZip      Code = "S106"
	DamagedXML      Code = "S107"
	TooLarge        Code = "S108"
	MissingPart     Code = "S109"
	BadReference    Code = "S110"
	DuplicateCell   Code = "S111"
	BadSharedString Code = "S112"
	HostileXML      Code = "S113"
	WrongExtension  Code = "S114"
	BadCellValue    Code = "S115"
	BookSheet       Code = "S116"
	BookHead        Code = "S117"
	BookRow         Code = "S118"
	BookLossy       Code = "S119"

	NotAForm        Code = "S201"
	WrongInstrument Code = "S202"
	WrongVersion    Code = "S203"
	WrongPeriod     Code = "S204"
	UnknownUnit     Code = "S205"
	DuplicateForm   Code = "S206"
	MissingSheet    Code = "S207"
	MissingHeader   Code = "S208"
	UnknownRow      Code = "S209"
	DuplicateRow    Code = "S210"
	MissingRow      Code = "S211"
	UnknownProduct  Code = "S212"
	WrongEntity     Code = "S213"
	MergedAnswer    Code = "S214"
	ProductChanged  Code = "S215"
	ExtraSheet      Code = "S216"
	UnitNameChanged Code = "S217"
	IdenticalForms  Code = "S218"
	NotAnnotated    Code = "S219"
	OlderForm       Code = "S220"
	MixedRow        Code = "S221"

	ValueNotInScale Code = "S301"
	NAForbidden     Code = "S302"
	NAWithoutReason Code = "S303"
	FormulaNoValue  Code = "S304"
	FormulaAnswer   Code = "S305"
	ErrorCell       Code = "S306"
	DateCell        Code = "S307"
	AnswerUnused    Code = "S308"
	AnswerConflict  Code = "S309"
	NotAsked        Code = "S310"
	NoteUnused      Code = "S311"
	StrayAnswer     Code = "S312"
	StrayText       Code = "S313"
	VerdictAlone    Code = "S314"

	CSVDamaged         Code = "S401"
	CSVHeader          Code = "S402"
	CSVUnknownUnit     Code = "S403"
	CSVUnknownID       Code = "S404"
	CSVUnknownLayer    Code = "S405"
	CSVProduct         Code = "S406"
	CSVDuplicate       Code = "S407"
	CSVNotUTF8         Code = "S408"
	CSVAmbiguousNumber Code = "S409"
	DoubledRespondent  Code = "S410"

	RoundMissing     Code = "S501"
	RoundInvalid     Code = "S502"
	RegisterInvalid  Code = "S503"
	RegisterType     Code = "S504"
	RegisterTwice    Code = "S505"
	RegisterParent   Code = "S506"
	NoInputs         Code = "S507"
	UnitWithoutForm  Code = "S508"
	NoProducts       Code = "S509"
	FewRespondents   Code = "S510"
	OutputBlocked    Code = "S511"
	RoundExists      Code = "S512"
	InstrumentAbsent Code = "S513"
	FormHoldsAnswers Code = "S514"
	MissingData      Code = "S515"
	InstrumentDated  Code = "S516"

	YAMLSyntax        Code = "S601"
	YAMLUnknownKey    Code = "S602"
	YAMLDuplicateKey  Code = "S603"
	YAMLDocuments     Code = "S604"
	YAMLType          Code = "S605"
	YAMLRequired      Code = "S606"
	YAMLTooLarge      Code = "S607"
	BadNumber         Code = "S608"
	BadID             Code = "S609"
	DuplicateID       Code = "S610"
	UnknownName       Code = "S611"
	BadScale          Code = "S612"
	BadBands          Code = "S613"
	BadCitation       Code = "S614"
	MissingProvenance Code = "S615"
	MissingText       Code = "S616"
	TextTooLong       Code = "S617"
	BadTree           Code = "S618"
	WeightTotal       Code = "S619"
	BadGate           Code = "S620"
	BadDate           Code = "S621"
	Unreachable       Code = "S622"
	BadVariant        Code = "S623"
	ChangedID         Code = "S624"
	BadNeeds          Code = "S625"
	TooManyNodes      Code = "S626"

	CompareMixed   Code = "S701"
	CompareUnread  Code = "S702"
	CompareTwice   Code = "S703"
	CompareTooFew  Code = "S704"
	ComparePartial Code = "S705"
	CompareLayers  Code = "S706"

	PlanMissing    Code = "S801"
	PlanPeriod     Code = "S802"
	PlanTeam       Code = "S803"
	PlanDays       Code = "S804"
	PlanLeftOut    Code = "S805"
	HolidayInvalid Code = "S806"
	HolidayUnknown Code = "S807"
	SampleNone     Code = "S808"
	SampleDesign   Code = "S809"

	ActionForeign   Code = "S811"
	ActionUnknown   Code = "S812"
	ActionUnplanned Code = "S813"
	ActionChanged   Code = "S814"
	ActionValue     Code = "S815"
	ActionReason    Code = "S816"
	ActionDate      Code = "S817"
	ActionConflict  Code = "S818"
	ActionOlder     Code = "S819"

	NoWork       Code = "S821"
	PathTooLarge Code = "S822"
	PathGate     Code = "S823"

	LogUnusable   Code = "S831"
	LogUnit       Code = "S832"
	LogDate       Code = "S833"
	LogBy         Code = "S834"
	LogNoFinding  Code = "S835"
	LogTwice      Code = "S836"
	LogNoEvidence Code = "S837"
)

// Entry is what the catalogue says of one Code.
type Entry struct {
	Code     Code
	Severity Severity
	Title    string
	Remedy   string
}

// Catalogue lists every code in order of its number. The caller owns the slice.
func Catalogue() []Entry { return slices.Clone(catalogue) }

// Lookup finds the entry of code.
func Lookup(code Code) (Entry, bool) {
	i := slices.IndexFunc(catalogue, func(e Entry) bool { return e.Code == code })
	if i < 0 {
		return Entry{}, false
	}
	return catalogue[i], true
}

func (c Code) entry() Entry {
	if e, ok := Lookup(c); ok {
		return e
	}
	panic("problem: code " + string(c) + " is not in the catalogue")
}

var catalogue = []Entry{
	{NotReadable, Error, "Berkas tidak dapat dibuka", "Periksa apakah berkas ada, tidak sedang dikunci, dan Anda berhak membacanya"},
	{NotWorkbook, Error, "Bukan buku kerja Excel (.xlsx)", "Kirim berkas .xlsx yang disimpan dari formulir spotcheck"},
	{OldExcel, Error, "Buku kerja Excel 97–2003 (.xls)", "Buka di Excel atau LibreOffice lalu simpan sebagai Buku Kerja Excel (.xlsx); mengganti akhiran namanya saja tidak cukup"},
	{OpenDocument, Error, "Buku kerja OpenDocument (.ods)", "Buka di LibreOffice lalu simpan sebagai Excel 2007–365 (.xlsx), atau buka di Google Spreadsheet lalu unduh sebagai Microsoft Excel (.xlsx); mengganti akhiran namanya saja tidak cukup"},
	{Encrypted, Error, "Buku kerja terkunci kata sandi", "Buka dengan kata sandinya, hapus sandi pembuka, lalu simpan kembali"},
	{DamagedZip, Error, "Berkas rusak atau terpotong", "Minta unit mengirim ulang berkasnya; unduhan atau salinan ini tidak utuh"},
	{DamagedXML, Error, "Isi buku kerja rusak", "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali"},
	{TooLarge, Error, "Berkas melampaui batas", "Hapus gambar, lembar, atau baris kosong berformat yang tidak perlu, lalu simpan ulang"},
	{MissingPart, Error, "Bagian buku kerja hilang", "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali"},
	{BadReference, Error, "Alamat baris atau sel tidak sah", "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali"},
	{DuplicateCell, Error, "Baris atau sel tercatat dua kali", "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali"},
	{BadSharedString, Error, "Teks sel tidak dapat ditemukan", "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali"},
	{HostileXML, Error, "Isi berkas tidak aman", "Jangan dibuka; hubungi pengirim dan minta berkas yang disimpan dari formulir asli"},
	{WrongExtension, Warning, "Berkas dilewati karena bukan .xlsx atau .csv", "Pindahkan keluar dari folder masukan, atau simpan sebagai .xlsx atau .csv"},
	{BadCellValue, Error, "Isi sel tidak sesuai jenisnya", "Ketik ulang isi sel itu, lalu simpan"},
	{BookSheet, Error, "Lembar buku kerja instrumen tidak dikenal atau tidak ada", "Pakai nama lembar seperti pada hasil spotcheck instruments export, dan hapus lembar lain"},
	{BookHead, Error, "Judul kolom atau kunci buku kerja instrumen tidak sesuai", "Pakai judul kolom dan kunci seperti pada hasil spotcheck instruments export; lembar Petunjuk mendaftarnya"},
	{BookRow, Error, "Baris atau isi sel buku kerja instrumen tidak punya tempat", "Perbaiki kolom pertama baris itu, atau kosongkan selnya"},
	{BookLossy, Error, "Instrumen tidak dapat disimpan utuh di buku kerja", "Ringkas atau perbaiki teks itu di berkas YAML"},

	{NotAForm, Error, "Bukan formulir spotcheck", "Salin jawaban ke formulir asli dari folder formulir/, atau buat lagi dengan perintah spotcheck form"},
	{WrongInstrument, Error, "Formulir memakai instrumen lain", "Pakai formulir dari putaran ini (folder formulir/)"},
	{WrongVersion, Error, "Formulir memakai versi instrumen lain", "Buat formulir baru dengan spotcheck form, lalu salin jawabannya"},
	{WrongPeriod, Error, "Formulir milik periode lain", "Pakai formulir periode putaran ini, atau keluarkan berkas ini dari folder masukan"},
	{UnknownUnit, Error, "Unit formulir tidak ada dalam daftar unit", "Tambahkan unit itu ke daftar unit, atau keluarkan berkas ini dari folder masukan"},
	{DuplicateForm, Error, "Dua formulir untuk satu unit", "Sisakan satu berkas, atau sebut berkas yang dipakai pada kunci use: di spotcheck.yaml"},
	{MissingSheet, Error, "Lembar formulir hilang atau berganti nama", "Kembalikan nama lembar seperti pada formulir asli"},
	{MissingHeader, Error, "Judul kolom tidak ditemukan", "Kembalikan baris judul kolom seperti pada formulir asli"},
	{UnknownRow, Error, "Kode indikator tidak dikenal", "Kembalikan kode di kolom Kode seperti pada formulir asli; catatan tambahan ditulis di kolom Catatan"},
	{DuplicateRow, Error, "Kode indikator muncul dua kali", "Hapus salah satu baris; sisakan baris yang benar"},
	{MissingRow, Error, "Baris indikator hilang", "Salin kembali baris itu dari formulir asli, atau pindahkan jawaban ke formulir baru"},
	{UnknownProduct, Error, "Produk atau responden tidak dikenal", "Pakai kode produk (P1, P2, …) atau responden (R1, R2, …) yang tercantum di formulir"},
	{WrongEntity, Error, "Formulir milik pemerintah daerah lain", "Keluarkan berkas ini dari folder masukan"},
	{MergedAnswer, Error, "Sel jawaban digabung", "Batalkan penggabungan sel, lalu isi jawaban pada tiap baris"},
	{ProductChanged, Error, "Nama produk tidak sama dengan daftar unit", "Samakan nama produk di formulir dengan daftar unit, atau perbarui daftar unit lalu buat formulir baru"},
	{ExtraSheet, Warning, "Lembar tambahan berisi jawaban yang tidak dibaca", "Pindahkan jawabannya ke lembar formulir yang asli, lalu hapus lembar tambahan itu"},
	{UnitNameChanged, Warning, "Nama unit di formulir tidak sama dengan daftar unit", "Pastikan formulir ini milik unit tersebut; kalau nama unit diperbaiki setelah formulir dibagikan, abaikan"},
	{IdenticalForms, Warning, "Formulir yang sama persis terkirim lebih dari sekali", "Hapus salinannya dari folder masukan; yang sama hanya dibaca satu kali"},
	{NotAnnotated, Error, "Salinan bertanda tidak dapat dibuat", "Perbaiki menurut daftar masalahnya; bila berkasnya formulir, simpan ulang dahulu sebagai .xlsx di Excel atau LibreOffice"},
	{OlderForm, Warning, "Formulir digantikan kiriman yang lebih baru", "Bila kiriman yang dipakai itu benar, pindahkan berkas ini keluar dari folder masukan; bila tidak, sebut yang benar pada kunci use: di spotcheck.yaml"},
	{MixedRow, Error, "Kode dan pertanyaan pada baris itu tidak sepadan", "Salin jawabannya ke formulir asli dari folder formulir/; urutkan selalu seluruh baris, jangan satu kolom saja"},

	{ValueNotInScale, Error, "Jawaban di luar skala", "Pilih jawaban dari daftar pilihan di sel itu"},
	{NAForbidden, Error, "TB (tidak berlaku) tidak boleh untuk indikator ini", "Pilih salah satu nilai skala; indikator ini berlaku untuk semua unit yang ditanyai"},
	{NAWithoutReason, Error, "TB (tidak berlaku) tanpa alasan", "Tulis alasannya di kolom Catatan pada baris yang sama"},
	{FormulaNoValue, Error, "Sel berisi rumus tanpa hasil", "Ganti rumus dengan nilai dari daftar pilihan, lalu simpan"},
	{FormulaAnswer, Warning, "Jawaban berasal dari rumus", "Ganti rumus dengan nilai dari daftar pilihan agar jawaban tidak berubah sendiri"},
	{ErrorCell, Error, "Sel berisi galat Excel", "Ganti isi sel dengan nilai dari daftar pilihan"},
	{DateCell, Error, "Excel mengubah jawaban menjadi tanggal", "Pilih ulang jawaban dari daftar pilihan; jangan ketik pecahan atau tanda hubung"},
	{AnswerUnused, Error, "Ada jawaban untuk produk atau responden yang belum diberi nama", "Isi nama produk atau keterangan responden di lembar Identitas, atau kosongkan jawabannya"},
	{AnswerConflict, Error, "Dua sumber memberi jawaban berbeda untuk butir yang sama", "Sisakan satu sumber jawaban untuk butir itu"},
	{NotAsked, Error, "Indikator tidak ditanyakan kepada unit ini", "Kosongkan jawabannya; indikator ini tidak berlaku untuk jenis unit tersebut"},
	{NoteUnused, Warning, "Catatan tanpa jawaban tidak dipakai", "Isi jawabannya; catatannya ikut terbaca"},
	{StrayAnswer, Error, "Jawaban tertulis di luar kolom Jawaban", "Pindahkan jawabannya ke kolom Jawaban pada baris yang sama"},
	{StrayText, Warning, "Isi di luar kolom formulir tidak dibaca", "Pindahkan isinya ke kolom Bukti atau Catatan, atau hapus"},
	{VerdictAlone, Warning, "Hasil verifikasi tanpa jawaban unit dan tanpa nama verifikator", "Bila itu jawaban unit, pindahkan ke kolom Jawaban; bila hasil verifikasi, isi Nama verifikator di lembar Identitas"},

	{CSVDamaged, Error, "Baris CSV tidak dapat dibaca", "Periksa tanda kutip dan jumlah kolom pada baris itu"},
	{CSVHeader, Error, "Judul kolom CSV tidak sesuai", "Pakai judul kolom: unit, product, respondent, indicator, layer, value, note, evidence; atau kode indikator sebagai pengganti indicator dan value"},
	{CSVUnknownUnit, Error, "Unit dalam CSV tidak ada dalam daftar unit", "Pakai kode unit dari daftar unit"},
	{CSVUnknownID, Error, "Indikator dalam CSV tidak dikenal", "Pakai kode indikator dari spotcheck instruments show"},
	{CSVUnknownLayer, Error, "Lapis jawaban tidak dikenal", "Pakai mandiri, verifikasi, atau final"},
	{CSVProduct, Error, "Kolom produk atau responden tidak sesuai indikatornya", "Isi product hanya untuk indikator per produk, dan respondent hanya untuk indikator per responden, dengan kode kelompoknya (R1, PJ1, …)"},
	{CSVDuplicate, Error, "Jawaban yang sama tercantum dua kali", "Hapus salah satu barisnya"},
	{CSVNotUTF8, Error, "CSV bukan UTF-8", "Simpan dari Excel sebagai “CSV UTF-8 (dibatasi koma)”"},
	{CSVAmbiguousNumber, Error, "Angka dapat dibaca dua cara", "Tulis desimal dengan titik atau koma tanpa pemisah ribuan"},
	{DoubledRespondent, Warning, "Responden yang sama tercantum di dua berkas", "Bila orangnya berbeda, beri nomor lain, misalnya R7, R8; bila sama, hapus salah satunya. Sementara ini dihitung satu kali"},

	{RoundMissing, Error, "Folder putaran tidak ditemukan", "Jalankan spotcheck init FOLDER, atau sebut folder yang berisi spotcheck.yaml"},
	{RoundInvalid, Error, "spotcheck.yaml tidak sah", "Perbaiki kunci yang disebut pada baris dan kolom itu"},
	{RegisterInvalid, Error, "Daftar unit tidak sah", "Perbaiki baris yang disebut; kolom wajib: kode, nama, jenis"},
	{RegisterType, Error, "Jenis unit tidak dikenal", "Pakai jenis unit yang dikenal instrumen"},
	{RegisterTwice, Error, "Unit tercantum dua kali", "Sisakan satu baris untuk tiap kode unit"},
	{RegisterParent, Error, "Unit induk tidak ada", "Isi kolom induk dengan kode unit lain dalam daftar, atau kosongkan"},
	{NoInputs, Error, "Belum ada formulir masuk", "Taruh formulir terisi (.xlsx) atau jawaban (.csv) di folder masukan"},
	{UnitWithoutForm, Warning, "Unit belum mengirim jawaban", "Tagih formulirnya; sementara itu semua jawabannya dihitung kosong"},
	{NoProducts, Warning, "Unit kurang menyebut produk layanan", "Isi kolom produk di daftar unit atau di lembar Identitas formulir"},
	{FewRespondents, Warning, "Jumlah responden kurang dari yang disyaratkan", "Wawancarai responden tambahan; kekurangannya dihitung kosong"},
	{OutputBlocked, Error, "Berkas laporan tidak dapat ditulis", "Tutup berkas itu di Excel atau pembaca PDF, lalu ulangi; isi lama tidak berubah"},
	{RoundExists, Error, "Folder putaran sudah ada isinya", "Pilih folder lain; berkas yang sudah ada tidak ditimpa"},
	{InstrumentAbsent, Error, "Instrumen tidak ditemukan", "Lihat spotcheck instruments list, atau sebut lokasi berkas YAML-nya"},
	{FormHoldsAnswers, Warning, "Formulir yang mungkin berisi jawaban tidak ditimpa", "Pindahkan formulir terisi ke folder masuk, lalu ulangi"},
	{MissingData, Warning, "Data sekunder belum diisi", "Isi nilai dan sumbernya pada kunci data: di spotcheck.yaml; sementara itu dihitung kosong"},
	{InstrumentDated, Warning, "Instrumen dipakai di luar masa berlakunya", "Pakai instrumen yang berlaku pada tanggal itu, atau jelaskan dalam laporan mengapa instrumen ini yang dipakai"},

	{YAMLSyntax, Error, "Tata tulis YAML salah", "Periksa spasi di awal baris, titik dua, dan tanda kutip pada baris itu"},
	{YAMLUnknownKey, Error, "Kunci YAML tidak dikenal", "Periksa ejaan kunci itu, atau hapus"},
	{YAMLDuplicateKey, Error, "Kunci YAML ganda", "Sisakan satu"},
	{YAMLDocuments, Error, "Lebih dari satu dokumen YAML", "Pisahkan menjadi berkas sendiri; hapus baris ---"},
	{YAMLType, Error, "Jenis nilai YAML salah", "Sesuaikan nilainya dengan yang diminta"},
	{YAMLRequired, Error, "Kunci YAML wajib tidak ada", "Tambahkan kunci itu"},
	{YAMLTooLarge, Error, "YAML terlalu besar atau terlalu dalam", "Perkecil berkasnya; hapus alias dan sarang yang berulang"},
	{BadNumber, Error, "Angka tidak sah", "Tulis angka desimal biasa dengan titik, misalnya 12.5"},
	{BadID, Error, "Kode tidak sah", "Pakai huruf di depan, lalu huruf, angka, titik, garis bawah, atau tanda hubung (paling panjang 24)"},
	{DuplicateID, Error, "Kode dipakai dua kali", "Beri tiap butir kode yang berbeda"},
	{UnknownName, Error, "Rujukan ke nama yang tidak ada", "Periksa ejaannya, atau tambahkan entri yang dirujuk"},
	{BadScale, Error, "Skala tidak sah", "Beri skala sedikitnya dua tingkat dengan nilai menaik dan label berbeda, atau rentang angka"},
	{BadBands, Error, "Kategori nilai tidak sah", "Urutkan batas bawah menurun dan akhiri pada nilai terendah skala hasil"},
	{BadCitation, Error, "Rujukan hukum tidak dapat diurai", "Tulis seperti: uu25 Pasal 21 huruf b, atau uu25 Pasal 22 ayat (2)"},
	{MissingProvenance, Error, "Asal-usul angka tidak disebut", "Tambahkan provenance (confirmed, single-source, assumed, own) beserta source atau reason"},
	{MissingText, Error, "Teks wajib kosong", "Isi teks itu"},
	{TextTooLong, Error, "Teks lebih panjang daripada isi satu sel", "Ringkas sampai batas yang disebut"},
	{BadTree, Error, "Susunan pohon tidak sah", "Beri cabang sedikitnya satu anak, dan indikator skala serta pertanyaan"},
	{WeightTotal, Error, "Jumlah bobot tidak sama dengan yang dinyatakan", "Perbaiki bobot anak atau nyatakan total yang benar"},
	{BadGate, Error, "Syarat minimum tidak sah", "Rujuk simpul yang ada dan batas dalam skala hasil"},
	{BadDate, Error, "Tanggal tidak sah", "Tulis tanggal sebagai TTTT-BB-HH, misalnya 2026-09-30"},
	{Unreachable, Warning, "Bagian instrumen yang tidak pernah terpakai", "Hapus, atau perbaiki rujukan dan applies supaya terpakai"},
	{BadVariant, Error, "Variasi instrumen tidak sah", "Rujuk instrumen bawaan pada extends, dan sebut hanya bobot yang diganti pada weights: set"},
	{ChangedID, Warning, "Kode berubah arti terhadap versi lama", "Pertahankan kode lama untuk butir yang sama, dan beri butir baru kode baru; hasil dan jawaban lama merujuk kode itu"},
	{BadNeeds, Error, "Urutan pengerjaan tidak sah", "Sebut pada needs: indikator unit atau produk lain yang harus lebih dulu, tanpa berputar"},
	{TooManyNodes, Error, "Instrumen terlalu besar", "Kelompokkan butir yang setingkat ke dalam cabang, atau bagi menjadi beberapa instrumen"},

	{CompareMixed, Error, "Instrumen berbeda tidak boleh dibandingkan", "Bandingkan hanya putaran dengan instrumen dan versi yang sama"},
	{CompareUnread, Error, "Hasil tidak dapat dibaca", "Buat ulang hasil.json dengan spotcheck report"},
	{CompareTwice, Error, "Putaran yang sama disebut dua kali", "Sebut tiap putaran sekali saja"},
	{CompareTooFew, Error, "Perbandingan perlu sedikitnya dua hasil", "Sebut dua folder putaran atau berkas hasil.json, atau lebih"},
	{ComparePartial, Warning, "Hasil sementara ikut dibandingkan", "Lengkapi jawabannya sebelum peringkat dipakai untuk keputusan"},
	{CompareLayers, Warning, "Lapis jawaban berbeda ikut dibandingkan", "Hitung ulang semua putaran pada lapis yang sama (--layer)"},

	{PlanMissing, Error, "Rencana kerja belum diatur", "Tambahkan kunci plan: di spotcheck.yaml dengan start, end, dan teams"},
	{PlanPeriod, Error, "Jangka waktu rencana kerja tidak sah", "Perbaiki start dan end, atau kurangi hari tahapan pada stages"},
	{PlanTeam, Error, "Susunan tim tidak sah", "Sebut tiap tim dengan satu Ketua Tim; Ketua Tim dan Anggota hanya dalam satu tim"},
	{PlanDays, Error, "Lama kunjungan tidak diketahui", "Sebut jenis unit itu pada plan: days dengan jumlah hari kerjanya"},
	{PlanLeftOut, Error, "Unit tidak terjadwal", "Tambah tim, mundurkan end, atau kurangi hari kunjungan pada plan:"},
	{HolidayInvalid, Error, "Daftar hari libur tidak sah", "Perbaiki baris yang disebut; kolom wajib: tanggal, nama; jenis: nasional, cuti bersama, daerah, atau kerja"},
	{HolidayUnknown, Warning, "Hari libur tahun itu belum diketahui", "Tulis hari libur dan cuti bersama tahun itu dalam berkas CSV, lalu sebut pada holidays: dalam plan:"},
	{SampleNone, Error, "Sampel tidak dapat ditarik", "Tambah orang-hari pada --days, atau tunggu formulir unit masuk"},
	{SampleDesign, Error, "Rancangan sampel tidak dapat dipakai", "Pakai berkas .json yang ditulis spotcheck sample dari putaran ini, tanpa diubah"},

	{ActionForeign, Error, "Rencana aksi milik putaran lain", "Pakai rencana aksi putaran ini (laporan/rencana-aksi.xlsx), atau keluarkan berkas ini dari folder masukan"},
	{ActionUnknown, Error, "Baris rencana aksi tidak dikenal", "Kembalikan Kode unit dan Kode seperti pada rencana aksi asli; bila baris tambahan sendiri, hapus"},
	{ActionUnplanned, Error, "Tindak lanjut atas kesenjangan yang tidak ada", "Kosongkan isian baris itu; hanya kesenjangan yang tercantum dalam rencana aksi yang ditindaklanjuti"},
	{ActionChanged, Error, "Isi terkunci rencana aksi berubah", "Salin isiannya ke rencana aksi asli (laporan/rencana-aksi.xlsx); kolom terkunci tidak diubah"},
	{ActionValue, Error, "Isian rencana aksi tidak diterima", "Pilih isian dari daftar pilihan di sel itu"},
	{ActionReason, Error, "Tidak dapat ditindaklanjuti tanpa alasan", "Tulis alasannya di kolom Tindak lanjut pada baris yang sama"},
	{ActionDate, Error, "Tanggal pada rencana aksi tidak sah", "Tulis tanggal seperti 16 Maret 2026, tidak lebih awal daripada tanggal putaran"},
	{ActionConflict, Error, "Dua rencana aksi berbeda untuk kesenjangan yang sama", "Sisakan satu isian, atau beri isian yang berlaku Tanggal yang lebih baru"},
	{ActionOlder, Warning, "Isian rencana aksi digantikan isian bertanggal lebih baru", "Bila isian yang dipakai itu benar, keluarkan berkas lama dari folder masukan; bila tidak, perbaiki Tanggalnya"},

	{NoWork, Error, "Beban kerja tidak disebut", "Tambahkan work: (hari kerja per tingkat) pada setiap kelas upaya di berkas instrumen"},
	{PathTooLarge, Error, "Jalur terlalu luas untuk dihitung", "Cari jalur per unit, persempit dengan --except, atau beri --budget yang lebih kecil"},
	{PathGate, Error, "Syarat minimum tidak dapat ditimbang bersama nilai", "Cari jalur menuju angka atau kategori saja"},

	{LogUnusable, Error, "Catatan pengawasan tidak dapat dipakai", "Sebut pada kunci pengawasan: berkas .csv atau .xlsx dengan kolom unit, tanggal, oleh, uraian, dan bukti"},
	{LogUnit, Error, "Unit dalam catatan pengawasan tidak ada dalam daftar unit", "Pakai kode unit dari daftar unit"},
	{LogDate, Error, "Tanggal pengawasan tidak sah", "Tulis tanggal seperti 2026-08-17 atau 17 Agustus 2026, tidak sesudah tanggal laporan"},
	{LogBy, Error, "Pengawas tidak dikenal", "Isi kolom oleh dengan atasan atau inspektorat"},
	{LogNoFinding, Error, "Catatan pengawasan tanpa uraian", "Tulis temuan atau arahan pengawasan itu pada kolom uraian"},
	{LogTwice, Warning, "Catatan pengawasan tercantum dua kali", "Hapus salah satu barisnya; sementara ini dibaca satu kali"},
	{LogNoEvidence, Warning, "Catatan pengawasan tanpa bukti", "Sebut buktinya pada kolom bukti; sementara ini bulannya belum dihitung diawasi"},
}
