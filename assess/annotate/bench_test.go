package annotate_test

import "testing"

func BenchmarkCopy(b *testing.B) {
	data := slips(b)
	_, list := read(b, data)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if copied(b, data, list) == nil {
			b.Fatal("no copy")
		}
	}
}
