package report

// Tone is the meaning of a colour.
type Tone string

// The tones. Good, Fair and Bad are the zones and the statuses met, partly, not;
// Blank is a missing answer; Quiet is what does not apply; Accent is the colour of
// heads.
const (
	None   Tone = ""
	Good   Tone = "good"
	Fair   Tone = "fair"
	Bad    Tone = "bad"
	Blank  Tone = "blank"
	Quiet  Tone = "quiet"
	Accent Tone = "accent"
)

// Paint is how a tone looks: a pale fill for cells, a solid fill for bars, and
// the text colour that reads on the pale fill; each "RRGGBB". The fills also
// differ in lightness, so that they stay apart in greyscale.
type Paint struct{ Pale, Solid, Text string }

// PaintOf looks up a tone; unknown tones are painted like None.
func PaintOf(t Tone) Paint {
	if p, ok := paints[t]; ok {
		return p
	}
	return paints[None]
}

var paints = map[Tone]Paint{
	None:   {"FFFFFF", "7F8C9A", "1F2933"},
	Good:   {"E3F3E8", "2E7D4F", "14532D"},
	Fair:   {"F7D680", "D9A514", "6B4A00"},
	Bad:    {"E38C84", "B3362B", "5A0F0C"},
	Blank:  {"FFFFFF", "9AA5B1", "B3362B"},
	Quiet:  {"EEF1F4", "C3CBD4", "6B7785"},
	Accent: {"DCE6F2", "1F3A5F", "1F3A5F"},
}
