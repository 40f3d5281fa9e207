package text

// wide is small in 72 columns.
const wide = `PEMERINTAH KABUPATEN SUKAMAJU
INSPEKTORAT
Jalan Merdeka 12
0231
========================================================================

Laporan Penilaian Mandiri
Kabupaten Sukamaju 2026
*** SEMENTARA ***

Ringkasan
=========

Nilai sementara 74,31.

Unit        : 7
Dasar hukum : UU 25/2009 tentang Pelayanan Publik, Pasal 15 dan Pasal 20
              sampai dengan Pasal 25

Nilai: 74,31 (kategori C)
Terisi: 96%

! Tiga belas butir belum diisi. Selama masih ada butir kosong, nilai ini
! sementara.

Peringkat
Dinas Kependudukan dan  #########################|####...  91,20 A hijau
Pencatatan Sipil
Dinas Sosial            #############............|.......  40,00 D merah
| B mulai 78
(Nilai 0 sampai 100)

Yang menentukan
---------------

1. Maklumat belum dipasang di tiga unit, padahal wajib menurut Pasal 22.
2. Survei.

Posisi

Variabel
Standar    #################################.......  82,00
Pengaduan  ........................................  belum diisi

Rincian
=======

Perhitungan
Butir   Uraian                                             Bobot   Nilai
------  -------------------------------------------------  -----  ------
Dimensi A
  A1    Sarana, prasarana, dan fasilitas bagi pengguna      4,25  100,00
        layanan berkebutuhan khusus
  A2    Biaya                                              12,00       –
------  -------------------------------------------------  -----  ------
Jumlah                                                     16,25   87,23
Dibulatkan sekali.

Peta
Unit                      A
                        A 1 B
                        1 0 1
Dinas Sosial  92,00  A  P   T
RSUD           9,50  B  S –

P = terpenuhi, T = tidak terpenuhi

Standar
  A1 Persyaratan
  A10 Biaya
Sarana
  B1 Loket

* A2.1 Maklumat dipasang [+3,20 poin]
    Menurut hukum : Wajib memublikasikan maklumat (Pasal 22 UU 25/2009).
    Tenggat       : 30 Maret 2026

Catatan kecil.

- satu
- dua

Kota Raya, 16 Maret 2026
Inspektur

Siti Rahmawati
Pembina
NIP. 1974

Kepala

........................
........................
NIP. ........................

------------------------------------------------------------------------
Simulasi; bukan penilaian resmi.
`

// narrow is the table of small in 40 columns.
const narrow = `Perhitungan
Butir   Uraian             Bobot   Nilai
------  -----------------  -----  ------
Dimensi A
  A1    Sarana,             4,25  100,00
        prasarana, dan
        fasilitas bagi
        pengguna layanan
        berkebutuhan
        khusus
  A2    Biaya              12,00       –
------  -----------------  -----  ------
Jumlah                     16,25   87,23
Dibulatkan sekali.
`
