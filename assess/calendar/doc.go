// Package calendar reads and words days, and knows which of them are worked. A day is
// an ISO text such as 2026-03-16, which sorts as it follows and holds no clock and no
// time zone.
//
// Words: a holiday is a day off beside Saturday and Sunday; its kind is nasional, cuti
// bersama (joint leave, off for civil servants), daerah, or kerja, which takes a day
// off the list again. The holidays that ship are data/libur.csv; each row names its
// source. A year is known when the days are listed that move from year to year.
//
// Invariants: a Calendar never changes once it is made and is safe for concurrent use;
// what it does not know is not guessed: ask Known.
package calendar
