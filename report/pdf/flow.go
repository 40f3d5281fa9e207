package pdf

// band is a slice of the page over the full width between the margins, never cut
// in two.
type band struct {
	gap    float64 // space above; none at the top of a page
	height float64
	keep   bool  // stays on the page of the band that follows
	head   *band // drawn again above this band when it begins a page
	paint  painter
	suit   func(room float64) []band // if set, makes the bands that stand here out of what is left of the page
}

// painter draws a band whose top left corner is at x, y.
type painter func(c *canvas, x, y float64)

// frame is the room of a page between the margins.
type frame struct{ width, height float64 }

// page is one page with everything placed on it.
type page struct {
	landscape bool
	bands     []placed
	used      float64 // height taken so far
}

// placed is a band at its height below the top margin.
type placed struct {
	y float64
	band
}

// flow places bands on pages.
type flow struct {
	pages []*page
	room  float64 // height of the current page
}

// turn begins a page; an empty page is taken over.
func (f *flow) turn(landscape bool, room float64) {
	f.room = room
	if last := f.last(); last != nil && last.used == 0 {
		last.landscape = landscape
		return
	}
	f.pages = append(f.pages, &page{landscape: landscape})
}

func (f *flow) last() *page {
	if len(f.pages) == 0 {
		return nil
	}
	return f.pages[len(f.pages)-1]
}

// place puts bands on the current page and the pages after it. Bands that keep to
// each other go to a new page together; only when they are longer than a page are
// they parted.
func (f *flow) place(bands []band) {
	for len(bands) > 0 {
		if bands[0].suit != nil {
			bands = append(f.suited(bands[0]), bands[1:]...)
			continue
		}
		chain := bands[:chained(bands)]
		if p := f.last(); p.used > 0 && p.used+length(chain) > f.room {
			f.turn(p.landscape, f.room)
		}
		for _, b := range chain {
			f.put(b)
		}
		bands = bands[len(chain):]
	}
}

// chained is how many bands at the beginning keep to each other. What is still to
// be made is not among them.
func chained(bands []band) int {
	n := 1
	for n < len(bands) && bands[n-1].keep && bands[n].suit == nil {
		n++
	}
	return n
}

// suited makes the bands that a band stands for. They take its place: the space
// above, and whether what follows keeps to them.
func (f *flow) suited(b band) []band {
	room := f.room
	if used := f.last().used; used > 0 {
		room -= used + b.gap
	}
	bands := spaced(b.gap, b.suit(room))
	if last := len(bands) - 1; last >= 0 {
		bands[last].keep = bands[last].keep || b.keep
	}
	return bands
}

// put places one band, on a new page when it does not fit.
func (f *flow) put(b band) {
	p := f.last()
	if p.used > 0 && p.used+b.gap+b.height > f.room {
		f.turn(p.landscape, f.room)
		p = f.last()
	}
	if p.used > 0 {
		p.used += b.gap
	} else if b.head != nil {
		p.add(*b.head)
	}
	p.add(b)
}

func (p *page) add(b band) {
	p.bands = append(p.bands, placed{y: p.used, band: b})
	p.used += b.height
}

// length is the height of bands one below the other.
func length(bands []band) float64 {
	sum := 0.0
	for _, b := range bands {
		sum += b.gap + b.height
	}
	return sum
}

// spaced sets the space above the first band.
func spaced(gap float64, bands []band) []band {
	if len(bands) > 0 {
		bands[0].gap = gap
	}
	return bands
}

// together keeps bands on one page when they fill at most this much of it.
func (f frame) together(share float64, bands []band) []band {
	if length(bands) <= share*f.height {
		for i := range len(bands) - 1 {
			bands[i].keep = true
		}
	}
	return bands
}
