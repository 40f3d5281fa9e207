package audit

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// oracle finds the first of several programs, or skips the test.
func oracle(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	absent(t, names[0])
	return ""
}

func absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("SPOTCHECK_ORACLES") == "1" {
		t.Fatalf("%s is not installed, and SPOTCHECK_ORACLES=1 demands it", what)
	}
	t.Skipf("SKIPPED: %s is not installed", what)
}

// recalculated is the workbook as LibreOffice computes and saves it.
func recalculated(t *testing.T, data []byte) []byte {
	t.Helper()
	office := oracle(t, "soffice", "libreoffice")
	dir := t.TempDir()
	in := filepath.Join(dir, "masuk.xlsx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "keluar"), in)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := os.ReadFile(filepath.Join(dir, "keluar", "masuk.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return withoutTruths(t, out)
}

// withoutTruths stores truths as numbers, as LibreOffice has no others and writes
// some that are none, such as -0.
func withoutTruths(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts [][2]string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, [2]string{f.Name, strings.ReplaceAll(string(text), ` t="b"`, ` t="n"`)})
	}
	return pack(t, parts)
}

// data are the values that the formulas below compute with: numbers, texts that
// look like numbers, truths, empty cells, an error, sorted lists.
var data = map[string]any{
	"A1": 10, "A2": 2.5, "A3": -7, "A4": 0, "A5": 0.1, "A6": 0.2, "A7": 87.25, "A8": 1e6,
	"B1": "apel", "B2": "Jeruk", "B3": "5", "B4": "", "B5": "a*b", "B6": "apel merah", "B7": "TB",
	"C1": true, "C2": false, "C3": 3, "C5": 2,
	"D1": 0, "D2": 50, "D3": 65, "D4": 80, "D5": 90,
	"E1": "E", "E2": "D", "E3": "C", "E4": "B", "E5": "A",
}

// known are formulas whose result in other programs is to be ours: every function
// of the table is among them.
var known = strings.Split(strings.TrimSpace(`
SUM(A1:A8)
SUM(A1:B8)
SUM(A1,B3,TRUE,"4",A2:A3)
SUM(A:A)
AVERAGE(A1:A8)
AVERAGE(A1:B8)
AVERAGE(B1:B2)
COUNT(A1:B8)
COUNT(A1,"5",TRUE)
COUNTA(A1:C8)
COUNTBLANK(C1:C8)
MIN(A1:B8)
MAX(A1:B8)
MIN(B1:B2)
MEDIAN(A1:B8)
MEDIAN(B1:B2)
PRODUCT(A1:A3)
STDEV(A1:A8)
STDEVP(A1:A8)
SUMSQ(A1:A3)
SUMPRODUCT(A1:A5,D1:D5)
SUMPRODUCT(A1:A5,B1:B5)
SUMPRODUCT((D1:D5>60)*D1:D5)
SUMPRODUCT((E1:E5="A")*(D1:D5))
SUMPRODUCT(--(A1:A8>0))
SUMPRODUCT({1,2,3},{4,5,6})
SUMPRODUCT((A:A>5)*A:A)
LARGE(A1:A8,2)
SMALL(A1:A8,2)
LARGE(A1:A8,20)
RANK(A2,A1:A8)
RANK(A2,A1:A8,1)
SUMIF(D1:D5,">60")
SUMIF(E1:E5,"A",D1:D5)
SUMIF(E1:E5,"<>A",D1:D5)
SUMIF(B1:B6,"apel*",A1:A6)
SUMIF(B1:B6,"a~*b",A1:A6)
SUMIFS(D1:D5,D1:D5,">=50",E1:E5,"<>A")
COUNTIF(D1:D5,">=65")
COUNTIF(B1:B7,"APEL")
COUNTIF(B1:B7,"?????")
COUNTIF(C1:C8,"<>3")
COUNTIF(A1:A8,A2)
COUNTIF(C1:C3,TRUE)
COUNTIFS(D1:D5,">0",E1:E5,"B")
AVERAGEIF(D1:D5,">60")
AVERAGEIF(E1:E5,"A",D1:D5)
AVERAGEIF(D1:D5,">99")
AVERAGEIFS(D1:D5,D1:D5,">0",E1:E5,"<>A")
IF(A1>5,"besar","kecil")
IF(A4,1,2)
IF(A1>5,1)
IF(C4="",1,2)
IF(C4=0,1,2)
IF(1/0>1,1,2)
IFERROR(1/0,"salah")
IFERROR(A1/A2,"salah")
IFERROR(VLOOKUP("x",E1:E5,1,FALSE),"tidak ada")
CHOOSE(2,"a","b","c")
CHOOSE(4,"a","b","c")
AND(A1>5,A2>1)
AND(A1:A8)
OR(A4,C2)
NOT(A4)
TRUE()
FALSE()
ISNUMBER(A1)
ISNUMBER(B3)
ISTEXT(B1)
ISLOGICAL(C1)
ISBLANK(C4)
ISBLANK(B4)
ISERROR(1/0)
ISERR(NA())
ISNA(NA())
ISNONTEXT(A1)
NA()
ROUND(2.675,2)
ROUND(1.005,2)
ROUND(-2.5,0)
ROUND(1234.567,-2)
ROUND(0.5,0)
ROUND(A7,1)
ROUNDUP(2.1,0)
ROUNDUP(-2.11,1)
ROUNDDOWN(2.99,1)
ROUNDDOWN(-2.99,0)
TRUNC(-2.7)
TRUNC(3.14159,3)
INT(-2.5)
INT(2.5)
ABS(A3)
SIGN(A3)
SQRT(A1)
SQRT(A3)
POWER(2,10)
MOD(-7,3)
MOD(7.5,2)
MOD(1,0)
N(C1)
N(B1)
VLOOKUP(70,D1:E5,2,TRUE)
VLOOKUP(70,D1:E5,2)
VLOOKUP(80,D1:E5,2,FALSE)
VLOOKUP(81,D1:E5,2,FALSE)
VLOOKUP(-1,D1:E5,2)
VLOOKUP("jeruk",B1:C5,2,0)
VLOOKUP(80,D1:E5,3,FALSE)
HLOOKUP(10,A1:C3,2,FALSE)
LOOKUP(70,D1:D5,E1:E5)
MATCH(80,D1:D5,0)
MATCH(70,D1:D5)
MATCH("apel m*",B1:B6,0)
MATCH(5,D2:D5)
INDEX(E1:E5,3)
INDEX(D1:E5,2,2)
INDEX(D1:E1,2)
INDEX(D1:E5,9,1)
ROW()
ROW(B7)
COLUMN()
COLUMN(C1)
ROWS(A1:A8)
COLUMNS(A1:C8)
CONCATENATE(B1," ",A2)
LEFT(B1,2)
LEFT(B1)
RIGHT(B2,3)
MID(B6,6,5)
MID(B6,60,5)
LEN(B6)
TRIM("  a   b ")
UPPER(B1)
LOWER(B2)
EXACT(B1,"Apel")
SUBSTITUTE(B1,"a","o")
REPT("ab",3)
FIND("e",B1)
FIND("z",B1)
T(A1)
T(B1)
SWITCH(A2,1,"satu",2.5,"dua","lain")
IFS(A1>50,"A",A1>5,"B")
IFNA(NA(),7)
RANK.EQ(A2,A1:A8)
STDEV.S(A1:A8)
STDEV.P(A1:A8)
-2^2
2^-1
2^3^2
50%
A1*50%
-A1%
A5+A6=0.3
A5+A6-0.3
(A5+A6-0.3)*1
1=1.0000000000000001
B1="APEL"
B1<>"apel"
B1<B2
A1<B1
A1&B1
A7&""
1/3&""
C4&"x"
A4/A4
A8*A8*1e300
B3+1
B1+1
C1+1
C4+1
"a""b"
+A1
--A1
A1:A1
IF(C3>=1,IF(C3>=2,IF(C3>=3,"tinggi","sedang"),"rendah"),"nihil")
SUM(A1:A8)/COUNT(A1:A8)
ROUND(SUMPRODUCT(A1:A5,D1:D5)/SUM(D1:D5),2)
`), "\n")

// TestSameAsLibreOffice computes the known formulas and compares.
func TestSameAsLibreOffice(t *testing.T) {
	r := audited(t, recalculated(t, knownBook(t, known)))
	if r.Formulas < len(known) || r.Recalculated < len(known) {
		t.Errorf("%d formulas, %d computed\n%s", r.Formulas, r.Recalculated, explained(r))
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool { return f.Kind != Stale && f.Kind != NoStored })
	if len(r.Findings) > 0 || len(r.Unchecked) > 1 {
		t.Error(explained(r))
	}
}

// knownBook is a workbook with formulas in column H of sheet Rumus.
func knownBook(t *testing.T, formulas []string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for ref, v := range data {
		if err := f.SetCellValue("Sheet1", ref, v); err != nil {
			t.Fatal(err)
		}
	}
	for i, text := range formulas {
		for _, name := range []string{"IFS", "SWITCH", "IFNA", "RANK.EQ", "STDEV.S", "STDEV.P"} {
			if strings.HasPrefix(text, name+"(") {
				text = "_xlfn." + text
			}
		}
		if err := f.SetCellFormula("Sheet1", fmt.Sprintf("H%d", i+1), text); err != nil {
			t.Fatal(err)
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestRandomFormulas computes trees of random pieces and compares.
func TestRandomFormulas(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2))
	var list []string
	for range 1500 {
		list = append(list, randomFormula(rnd, 3))
	}
	r := audited(t, recalculated(t, knownBook(t, list)))
	if r.Recalculated < len(list)*3/4 {
		t.Errorf("only %d of %d computed\n%s", r.Recalculated, len(list), explained(r))
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool { return f.Kind != Stale })
	if len(r.Findings) > 0 {
		r.Unchecked = nil
		t.Error(explained(r))
	}
}

func randomFormula(r *rand.Rand, depth int) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	if depth == 0 {
		return pick("A1", "A2", "A3", "A4", "A7", "C3", "C4", "D2", "1", "0", "2.5", "0.1", "$A$5", "B1", `"apel"`)
	}
	sub := func() string { return randomFormula(r, depth-1) }
	area := pick("A1:A8", "A1:B8", "D1:D5", "$A$2:A6", "C3:C8")
	switch r.IntN(12) {
	case 0, 1, 2:
		return sub() + pick("+", "-", "*", "/", "=", "<>", ">", "<=") + sub()
	case 3:
		return "(" + sub() + ")" + pick("+", "-", "*", "/") + "(" + sub() + ")"
	case 4:
		return "IF(" + sub() + "," + sub() + "," + sub() + ")"
	case 5:
		return pick("SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "MEDIAN", "PRODUCT") + "(" + area + "," + sub() + ")"
	case 6:
		return "IFERROR(" + sub() + "," + sub() + ")"
	case 7:
		return pick("ROUND", "ROUNDUP", "ROUNDDOWN") + "(" + sub() + "," + pick("0", "1", "2", "-1") + ")"
	case 8:
		return pick("AND", "OR") + "(" + sub() + "," + sub() + ")"
	case 9:
		return pick("COUNTIF", "SUMIF", "AVERAGEIF") + "(" + area + `,"` + pick(">", "<", ">=", "=", "<>") + pick("0", "2", "50") + `")`
	case 10:
		return "SUMPRODUCT((" + pick("D1:D5", "A1:A5") + pick(">", "<", "=") + sub() + ")*" + pick("D1:D5", "A1:A5") + ")"
	}
	return pick("ABS", "INT", "-", "NOT", "N") + "(" + sub() + ")"
}

// TestOpenpyxl: a workbook that openpyxl wrote has no stored values; that is one
// remark, and the formulas are looked at all the same.
func TestOpenpyxl(t *testing.T) {
	python := oracle(t, "/usr/bin/python3", "python3")
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		absent(t, "openpyxl")
	}
	m := clean(t)
	m.formula("E6", "C6*D5", 7)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "masuk.xlsx"), filepath.Join(dir, "keluar.xlsx")
	if err := os.WriteFile(in, m.bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(python, "-c", "import openpyxl,sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", in, out)
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	saved, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	r := audited(t, saved)
	if got := brief(r); !slices.Equal(got, []string{"doubtful broken E6", "remark no-value"}) || r.Stored != 0 || r.Recalculated != r.Formulas {
		t.Errorf("%v\n%s", got, explained(r))
	}
}
