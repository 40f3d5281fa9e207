package report

import (
	"fmt"
	"math/big"
	"strings"

	"spotcheck/assess/action"
	"spotcheck/assess/action/tracking"
	"spotcheck/assess/calendar"
	"spotcheck/assess/gap"
	"spotcheck/indicators"
)

// ActionPlan is the plan of action of the round: an item for each gap of the units
// that answered, unit by unit, most points first; last what the whole government is
// asked, one item for all units.
func (in *Input) ActionPlan() *action.Plan {
	p := &action.Plan{
		Instrument: in.instrument(), Entity: in.result().Input.Entity, Period: in.result().Input.Period,
		Date: in.Frame.Date, Folio: in.Frame.Paper == F4, Notes: in.actionNotes(),
	}
	var whole []action.Item
	at := map[*indicators.Node]int{}
	for _, u := range in.Map.Units {
		for _, g := range u.Gaps {
			n := g.Node.Node
			switch i, known := at[n]; {
			case n.Scope != indicators.PerEntity:
				if !gap.Silent(u.Unit) {
					p.Items = append(p.Items, in.actionItem(u, g))
				}
			case known:
				whole[i].EntityLost = new(big.Rat).Add(whole[i].EntityLost, g.EntityLost)
			default:
				at[n] = len(whole)
				whole = append(whole, in.wholeItem(u, g))
			}
		}
	}
	for i := range whole {
		whole[i].Effect = fmt.Sprintf("%s kehilangan %s poin.", in.result().Input.Entity, Num(whole[i].EntityLost, 2))
	}
	p.Items = append(p.Items, whole...)
	return p
}

// actionNotes stand above the plan.
func (in *Input) actionNotes() []string {
	out := nonEmpty(in.instrument().Notice)
	if in.Frame.Example {
		out = append(out, "Contoh: semua jawaban rekaan untuk peragaan, bukan keadaan unit yang sebenarnya.")
	}
	if !in.result().Entity.Complete() {
		out = append(out, "Sementara: masih ada jawaban yang kosong atau ditolak.")
	}
	return append(out, in.noVerdict())
}

// actionItem words a gap.
func (in *Input) actionItem(u gap.Unit, g gap.Gap) action.Item {
	n := g.Node.Node
	effect := fmt.Sprintf("Unit kehilangan %s poin, %s %s poin.", Num(g.Lost, 2), in.result().Input.Entity, Num(g.EntityLost, 2))
	if t := threat(g); t != "" {
		effect += " Ancaman sanksi: " + t
	}
	return action.Item{
		Key: tracking.KeyOf(u.Unit.Unit.ID, n), UnitName: u.Unit.Unit.Name, Title: n.Title,
		Condition: clip(capital(statusWords[g.Status])+". "+seen(g.Node), seenMost), Criteria: law(n), Effect: effect, Remedy: n.Remedy,
		Role: doer(n), Contact: u.Unit.Unit.PIC, Due: dueDay(in.Frame.Date, n.Effort), DueText: due(in.Frame.Date, n.Effort),
		Expected: strings.Join(n.Evidence, "; "), Effort: n.Effort.Label, Work: n.Effort.Work, Lost: g.Lost, EntityLost: g.EntityLost,
	}
}

// wholeItem is the same of what the whole government is asked.
func (in *Input) wholeItem(u gap.Unit, g gap.Gap) action.Item {
	i := in.actionItem(u, g)
	i.UnitName, i.Contact, i.Lost = in.result().Input.Entity, "", nil
	return i
}

// Carry takes over into a plan of this round what is still open of an earlier one, and
// tells what became of it.
func (in *Input) Carry(p *action.Plan, old *tracking.Standing) {
	p.From = old.Plan.Period
	for _, row := range old.Rows {
		item := p.Find(row.Item.Key)
		open := !row.Declined && row.Class != action.Fulfilled && row.Class != action.Impossible
		if item != nil {
			item.History = in.history(row, open, p.From)
			if open {
				item.Owner, item.Accepted = row.Entry.Owner, row.Entry.Accepted
			}
		}
		if open || item != nil {
			p.Past = append(p.Past, action.Past{Item: *row.Item, Entry: row.Entry, Status: row.Class, Now: in.becameOf(row, item != nil)})
		}
	}
}

// history is what the earlier round says of a gap that is there again.
func (in *Input) history(row tracking.Row, open bool, period string) string {
	const most = 300
	words := []string{string(row.Class)}
	if row.Declined {
		words = []string{"tidak diterima"}
	}
	if row.Entry.Date != "" {
		words = append(words, calendar.Words(row.Entry.Date))
	}
	if open && row.Due != "" {
		words = append(words, "tenggat "+calendar.Words(row.Due))
	}
	text := fmt.Sprintf("Pernah direncanakan pada periode %s: ", period)
	if open {
		text = fmt.Sprintf("Dibawa dari periode %s: ", period)
	}
	text += strings.Join(words, ", ")
	if row.Entry.Report != "" {
		text += ". " + row.Entry.Report
	}
	if row.Class == action.Fulfilled {
		text += ". Penilaian ini menemukan kesenjangannya lagi"
	}
	return clip(strings.TrimRight(text, ". ")+".", most)
}

// becameOf tells how an action of an earlier round stands now.
func (in *Input) becameOf(row tracking.Row, again bool) string {
	if again {
		if row.Class == action.Fulfilled {
			return "dinyatakan Sesuai, tetapi kesenjangannya masih ada"
		}
		return "masih terbuka, ada dalam rencana aksi ini"
	}
	if row.Item.Unit == action.WholeGovernment {
		return "kesenjangan sudah tertutup"
	}
	for _, u := range in.Map.Units {
		if u.Unit.Unit.ID != row.Item.Unit {
			continue
		}
		if gap.Silent(u.Unit) {
			return "belum dapat dipastikan, unit belum menjawab pada periode ini"
		}
		for _, c := range u.Cells {
			switch {
			case c.Node.Node.ID != row.Item.Indicator:
			case c.Status == gap.NotAsked:
				return "tidak ditanyakan kepada unit pada periode ini"
			case c.Status == gap.NA:
				return "tidak berlaku lagi bagi unit"
			}
		}
		return "kesenjangan sudah tertutup"
	}
	return "unit tidak ada dalam daftar unit periode ini"
}
