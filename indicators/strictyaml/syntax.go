package strictyaml

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"spotcheck/indicators/problem"
)

// meanings tells in Indonesian what the library says in English; the first
// fragment found counts.
var meanings = [...]struct {
	fragment string
	code     problem.Code
	message  string
}{
	{"max depth", problem.YAMLTooLarge, "sarang terlalu dalam"},
	{"aliasing", problem.YAMLTooLarge, "alias YAML tidak diterima"},
	{"anchor", problem.YAMLSyntax, "alias YAML tidak diterima; teks yang diawali * atau & diberi tanda kutip"},
	{"UTF-", problem.YAMLSyntax, "berkas bukan UTF-8"},
	{"control characters", problem.YAMLSyntax, "ada karakter kendali yang tidak terlihat"},
	{"mapping values are not allowed", problem.YAMLSyntax, "titik dua di dalam nilai, atau baris menjorok tidak sejajar; teks yang memuat titik dua diberi tanda kutip"},
	{"cannot start any token", problem.YAMLSyntax, "tab di awal baris, atau teks diawali tanda seperti @ atau %; pakai spasi, atau beri tanda kutip"},
	{"tab character", problem.YAMLSyntax, "tab di awal baris; pakai spasi"},
	{"unexpected end of stream", problem.YAMLSyntax, "tanda kutip tidak ditutup"},
	{"expected ',' or", problem.YAMLSyntax, "kurung tidak ditutup, atau koma antara isinya tidak ada"},
	{"find expected ':'", problem.YAMLSyntax, "titik dua sesudah kunci tidak ada"},
	{"'-' indicator", problem.YAMLSyntax, "butir daftar tidak sejajar"},
	{"expected key", problem.YAMLSyntax, "kunci tidak sejajar dengan kunci di atasnya"},
	{"directive", problem.YAMLSyntax, "perintah YAML (%) tidak dikenal"},
	{"", problem.YAMLSyntax, "susunan YAML tidak terbaca"},
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntax turns the library's English error into a placed problem. The library
// knows the line only, and for some indentation errors an earlier one.
func (d *Doc) syntax(err error, data []byte) {
	if errors.Is(err, io.EOF) {
		d.add(problem.New(problem.YAMLRequired, problem.Place{}, "berkas kosong"))
		return
	}
	text, line := strings.Join(strings.Fields(err.Error()), " "), ""
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		line, text = m[1], m[2]
	}
	for _, m := range meanings {
		if !strings.Contains(text, m.fragment) {
			continue
		}
		message := m.message
		if line != "" {
			message += " (di baris ini atau sebelumnya)"
		}
		d.add(problem.New(m.code, problem.Place{Cell: line}, "%s", message).Seen(lineOf(data, line)))
		return
	}
}

// lineOf is the text of a line counted from 1; "" for no such line.
func lineOf(data []byte, number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	for line := range bytes.Lines(data) {
		if n--; n == 0 {
			return string(bytes.ToValidUTF8(line, []byte("�")))
		}
	}
	return ""
}
