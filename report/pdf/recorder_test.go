package pdf

import (
	"fmt"
	"math"
	"strings"

	"spotcheck/report"
)

// recorder is a pen that remembers where text was put instead of drawing.
type recorder struct {
	style  style
	alpha  float64
	angle  float64
	px, py float64 // the point turned about
	pages  []recordedPage
}

type recordedPage struct {
	width, height float64
	words         []recordedText
	lowest        float64 // of lines and rectangles
	rightmost     float64
}

// recordedText is a line and its box: capital height, no descenders.
type recordedText struct {
	text                     string
	size                     float64
	left, top, right, bottom float64
	mark                     bool
}

func (r *recorder) page() *recordedPage { return &r.pages[len(r.pages)-1] }

func (r *recorder) SetFont(_, face string, size float64) {
	r.style = style{bold: face == "B", size: size}
}
func (r *recorder) SetTextColor(_, _, _ int)            {}
func (r *recorder) SetFillColor(_, _, _ int)            {}
func (r *recorder) SetDrawColor(_, _, _ int)            {}
func (r *recorder) SetLineWidth(float64)                {}
func (r *recorder) SetDashPattern([]float64, float64)   {}
func (r *recorder) SetAlpha(alpha float64, _ string)    { r.alpha = alpha }
func (r *recorder) TransformBegin()                     {}
func (r *recorder) TransformRotate(angle, x, y float64) { r.angle, r.px, r.py = angle, x, y }
func (r *recorder) TransformEnd()                       { r.angle = 0 }
func (r *recorder) Bookmark(string, int, float64)       {}
func (r *recorder) Line(x1, y1, x2, y2 float64)         { r.reach(max(x1, x2), max(y1, y2)) }
func (r *recorder) Rect(x, y, w, h float64, _ string)   { r.reach(x+w, y+h) }

func (r *recorder) reach(x, y float64) {
	p := r.page()
	p.rightmost, p.lowest = max(p.rightmost, x), max(p.lowest, y)
}

func (r *recorder) Text(x, y float64, s string) {
	cap := 0.72 * r.style.size * pt
	w := r.style.width(s)
	t := recordedText{text: s, size: r.style.size, mark: r.alpha > 0 && r.alpha < 1,
		left: math.Inf(1), top: math.Inf(1), right: math.Inf(-1), bottom: math.Inf(-1)}
	sin, cos := math.Sincos(-r.angle * math.Pi / 180)
	for _, corner := range [][2]float64{{x, y}, {x + w, y}, {x, y - cap}, {x + w, y - cap}} {
		dx, dy := corner[0]-r.px, corner[1]-r.py
		cx, cy := corner[0], corner[1]
		if r.angle != 0 {
			cx, cy = r.px+dx*cos-dy*sin, r.py+dx*sin+dy*cos
		}
		t.left, t.right = min(t.left, cx), max(t.right, cx)
		t.top, t.bottom = min(t.top, cy), max(t.bottom, cy)
	}
	r.page().words = append(r.page().words, t)
}

// record lays a document out and draws it on recorders.
func record(d *report.Document) ([]recordedPage, error) {
	pages, err := layOut(d)
	if err != nil {
		return nil, err
	}
	r := &recorder{alpha: 1}
	draw(r, d, pages, func(landscape bool) {
		width, height := pageSize(d.Paper, landscape)
		r.pages = append(r.pages, recordedPage{width: width, height: height})
	})
	return r.pages, nil
}

// faults lists what a reader would call broken: text outside the margins, type too
// small, lines of text over each other, pictures beyond the margins.
func faults(pages []recordedPage) []string {
	var found []string
	for n, p := range pages {
		say := func(format string, args ...any) {
			found = append(found, fmt.Sprintf("page %d: ", n+1)+fmt.Sprintf(format, args...))
		}
		if p.rightmost > p.width-marginRight+0.5 {
			say("a line ends at %.1f mm", p.rightmost)
		}
		if p.lowest > p.height-marginBottom+5.5 { // the rule above the footer
			say("a line reaches down to %.1f mm", p.lowest)
		}
		var boxes []recordedText
		for _, w := range p.words {
			if strings.TrimSpace(w.text) == "" {
				continue
			}
			if w.left < -0.1 || w.top < -0.1 || w.right > p.width+0.1 || w.bottom > p.height+0.1 {
				say("%.40q is outside the page: %.1f %.1f %.1f %.1f", w.text, w.left, w.top, w.right, w.bottom)
			}
			if w.size < smallest {
				say("%.40q is %.1f points", w.text, w.size)
			}
			if w.mark {
				continue
			}
			if w.left < marginLeft-0.1 || w.right > p.width-marginRight+0.5 {
				say("%.40q is outside the margins: %.1f to %.1f", w.text, w.left, w.right)
			}
			boxes = append(boxes, w)
		}
		found = append(found, overlaps(n+1, boxes)...)
	}
	return found
}

func overlaps(page int, boxes []recordedText) []string {
	const slack = 0.15
	var found []string
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if a.left+slack < b.right && b.left+slack < a.right && a.top+slack < b.bottom && b.top+slack < a.bottom {
				found = append(found, fmt.Sprintf("page %d: %.30q (%.1f %.1f %.1f %.1f) lies over %.30q (%.1f %.1f %.1f %.1f)",
					page, a.text, a.left, a.top, a.right, a.bottom, b.text, b.left, b.top, b.right, b.bottom))
			}
		}
	}
	return found
}
