package report

import (
	"fmt"
	"strings"
	"unicode"

	"spotcheck/assess"
	"spotcheck/assess/calendar"
	"spotcheck/assess/supervision"
	"spotcheck/indicators"
)

// ContactOptions say what a register of contacts shows.
type ContactOptions struct {
	Registered []assess.Unit    // units as the register has them, before the forms
	Log        *supervision.Log // nil: the round keeps none
	Refused    int              // entries of the log that could not be used
	Full       bool             // phone numbers and addresses are not masked
	Unit       string           // only this unit, with lines to sign; "" for all
}

// Contacts is the register of who answers for every unit, and of who supervised it in
// which month: what is there, what is missing, and the evidence for the indicators
// that ask after internal supervision.
func (in *Input) Contacts(o ContactOptions) *Document {
	subject := fmt.Sprintf("%s, periode %s", in.result().Input.Entity, in.result().Input.Period)
	if u := in.contactUnits(o); o.Unit != "" && len(u) == 1 {
		subject = fmt.Sprintf("%s, periode %s", u[0].Unit.Name, in.result().Input.Period)
	}
	d := in.document("Register Narahubung dan Pengawasan", subject, true)
	d.Sections = []Section{{Title: "Narahubung", Landscape: true, Blocks: in.contactBlocks(o)}}
	if o.Log == nil {
		d.Sections = append(d.Sections, Section{Title: "Pengawasan", Landscape: true, Blocks: []Block{noLog(o)}})
		return d
	}
	d.Sections = append(append(d.Sections, in.supervisionSections(o)...), in.evidenceSections(o)...)
	return d
}

// noLog says why nothing is told of supervision.
func noLog(o ContactOptions) Paragraph {
	if o.Refused > 0 {
		return Paragraph{"Catatan pengawasan putaran ini ditolak karena tidak sah; perbaiki dahulu menurut daftar masalahnya.", Notice}
	}
	return Paragraph{"Putaran ini belum mempunyai catatan pengawasan. Sebut berkasnya (.csv atau .xlsx, kolom unit; tanggal; oleh; uraian; bukti) pada kunci pengawasan: di spotcheck.yaml.", Plain}
}

func (in *Input) contactUnits(o ContactOptions) []*assess.UnitResult {
	var out []*assess.UnitResult
	for i := range in.result().Units {
		if u := &in.result().Units[i]; o.Unit == "" || u.Unit.ID == o.Unit {
			out = append(out, u)
		}
	}
	return out
}

func (in *Input) contactBlocks(o ContactOptions) []Block {
	t := Table{Columns: []Column{
		{Title: "Kode", Width: 12}, {Title: "Unit", Width: 30}, {Title: "Kepala unit", Width: 24}, {Title: "Narahubung", Width: 24}, {Title: "Kontak", Width: 18},
		{Title: "Disebut di", Width: 22}, {Title: "Tanggal formulir terakhir", Width: 19}, {Title: "Diisi oleh", Width: 24}, {Title: "Yang kurang", Width: 26},
	}, Frozen: 2, Filter: true}
	named, reachable, dated := 0, 0, 0
	units := in.contactUnits(o)
	for _, u := range units {
		id, f := u.Unit, in.Forms[u.Unit.ID]
		lack := contactLacks(id, f)
		if id.PIC != "" {
			named++
		}
		if id.Contact != "" {
			reachable++
		}
		day, ok := calendar.Read(f.FilledOn)
		if ok {
			day, dated = calendar.Words(day), dated+1
		} else {
			day = f.FilledOn
		}
		state := Cell{Text: "lengkap", Tone: Good}
		if len(lack) > 0 {
			state = Cell{Text: strings.Join(lack, "; "), Tone: Fair}
		}
		t.Rows = append(t.Rows, Row{Cells: append(cells(id.ID, id.Name, dash(id.Head), dash(id.PIC), dash(shownContact(id.Contact, o.Full)), namedIn(registered(o, id.ID), id, f), dash(day), dash(f.FilledBy)), state)})
	}
	text := fmt.Sprintf("%d dari %d unit menyebut narahubung, %d menyebut kontaknya, dan %d mengirim formulir bertanggal.", named, len(units), reachable, dated)
	if missing := unnamed(units); len(missing) > 0 {
		text += " Belum menyebut narahubung: " + indicators.And(missing) + "."
	}
	t.Note = "Formulir memuat nama dari daftar unit dan dapat diubah unitnya; tanggal formulir adalah saat nama itu terakhir dibaca unit."
	if !o.Full {
		t.Note += " Kontak disamarkan, kecuali tiga angka terakhir."
	}
	return []Block{Paragraph{text, Lead}, t}
}

func unnamed(units []*assess.UnitResult) []string {
	var out []string
	for _, u := range units {
		if u.Unit.PIC == "" {
			out = append(out, u.Unit.Name)
		}
	}
	return out
}

func registered(o ContactOptions, id string) assess.Unit {
	for _, u := range o.Registered {
		if u.ID == id {
			return u
		}
	}
	return assess.Unit{}
}

func contactLacks(u assess.Unit, f FormFacts) []string {
	var out []string
	if u.PIC == "" {
		out = append(out, "narahubung belum disebut")
	}
	if u.Contact == "" {
		out = append(out, "kontak belum ditulis")
	}
	switch {
	case f.Path == "":
		out = append(out, "formulir belum diterima")
	case f.FilledOn == "":
		out = append(out, "formulir tanpa tanggal")
	}
	return out
}

// namedIn tells where the contact is named. A form has the name of the register
// unless somebody changed it.
func namedIn(register, now assess.Unit, f FormFacts) string {
	switch {
	case now.PIC == "":
		return "–"
	case register.PIC == now.PIC && f.Path != "":
		return "daftar unit; formulir tidak mengubahnya"
	case register.PIC == now.PIC:
		return "daftar unit"
	case register.PIC == "":
		return "formulir"
	}
	return "formulir; daftar unit menyebut " + register.PIC
}

// shownContact hides all of a phone number but its last three digits, and of an
// e-mail address the name, unless all is asked for. Whatever else stands there is
// hidden whole.
func shownContact(contact string, full bool) string {
	const hidden, least, tail = "•••", 7, 3 // fewer digits than least are no number of a phone
	if full || contact == "" {
		return contact
	}
	var out []string
	for _, word := range []string{" atau ", " dan "} {
		contact = strings.ReplaceAll(contact, word, ";")
	}
	for _, part := range strings.FieldsFunc(contact, func(r rune) bool { return strings.ContainsRune(";,/|\n", r) }) {
		digits := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, part)
		switch _, host, mail := strings.Cut(strings.TrimSpace(part), "@"); {
		case mail && !strings.ContainsFunc(host, unicode.IsSpace):
			out = append(out, hidden+"@"+host)
		case len([]rune(digits)) >= least:
			r := []rune(digits)
			out = append(out, hidden+string(r[len(r)-tail:]))
		default:
			out = append(out, hidden)
		}
	}
	return strings.Join(out, "; ")
}
