package report

import (
	"fmt"

	"spotcheck/assess"
	"spotcheck/indicators"
)

// checked counts the answers asked of units, those given, and those that somebody
// other than the unit has looked at. Secondary data of the whole government is none
// of them: no unit gives it, and nobody verifies it in one.
type checked struct {
	slots, done, verified int
	data                  bool // secondary data is asked too
	lacking               int  // secondary data that the score needs and nobody has entered
	refused               int  // answers given that could not be used
}

// checkedOf counts one unit's own answers.
func checkedOf(u *assess.UnitResult) checked {
	c := checked{refused: u.Refused}
	for i := range u.Nodes {
		n := &u.Nodes[i]
		switch {
		case n.Node.Asking == nil || !n.Asked:
		case n.Node.Scope == indicators.PerEntity:
			c.data = true
			if n.State == assess.Missing && n.Node.Counted() {
				c.lacking++
			}
		default:
			c.done += n.Done
			c.count(n.Items)
		}
	}
	return c
}

func (c *checked) count(items []assess.Item) {
	c.slots += len(items)
	for _, it := range items {
		if it.Answer != nil && it.Answer.Layer != assess.Mandiri {
			c.verified++
		}
	}
}

// checked counts the answers of all units; secondary data counts once.
func (in *Input) checked() checked {
	var out checked
	for i := range in.result().Units {
		c := checkedOf(&in.result().Units[i])
		out.slots, out.done, out.verified = out.slots+c.slots, out.done+c.done, out.verified+c.verified
		out.data, out.lacking, out.refused = out.data || c.data, max(out.lacking, c.lacking), out.refused+c.refused
	}
	return out
}

// filled tells how many of the answers are given.
func (c checked) filled() string { return fmt.Sprintf("%d dari %d", c.done, c.slots) }

// missing tells what is missing of a total that is not complete.
func (c checked) missing() string {
	var out []string
	if open := c.slots - c.done; open > 0 {
		out = append(out, fmt.Sprintf("%d dari %d jawaban masih kosong", open, c.slots))
	}
	if c.lacking > 0 {
		out = append(out, fmt.Sprintf("%d data sekunder belum diisi", c.lacking))
	}
	if c.refused > 0 {
		out = append(out, fmt.Sprintf("%d isian ditolak karena tidak sah", c.refused))
	}
	return indicators.And(out)
}

// share is the part that is verified, as whole per cent; a little is not nothing.
func (c checked) share() string {
	if c.verified > 0 && 100*c.verified < c.slots {
		return "<1%"
	}
	return percent(share(c.verified, c.slots))
}

// secondary is words for a total that rests on secondary data too; empty elsewhere.
func (c checked) secondary(words string) string {
	if c.data {
		return words
	}
	return ""
}
