package formula

// function is one that is computed, with how many arguments it takes.
type function struct {
	least, most int
	run         func(*eval, []*Node) Value
}

// Volatile are the functions whose value changes by itself, or by what a text
// says.
var Volatile = map[string]bool{
	"NOW": true, "TODAY": true, "RAND": true, "RANDBETWEEN": true, "RANDARRAY": true, "INDIRECT": true, "OFFSET": true, "CELL": true, "INFO": true,
}

// many is as many arguments as Excel takes.
const many = 255

// functions are those whose results have been compared with those of other
// programs, in the test of this package.
var functions map[string]function

func init() {
	functions = map[string]function{
		"SUM": {1, many, sum}, "AVERAGE": {1, many, average}, "COUNT": {1, many, count}, "COUNTA": {1, many, counta},
		"COUNTBLANK": {1, 1, countBlank}, "MIN": {1, many, least}, "MAX": {1, many, greatest}, "MEDIAN": {1, many, median},
		"PRODUCT": {1, many, product}, "STDEV": {1, many, deviation}, "STDEV.S": {1, many, deviation},
		"STDEVP": {1, many, deviationAll}, "STDEV.P": {1, many, deviationAll}, "SUBTOTAL": {2, many, subtotal},
		"SUMPRODUCT": {1, many, sumProduct}, "SUMSQ": {1, many, sumSquares},
		"LARGE": {2, 2, large}, "SMALL": {2, 2, small}, "RANK": {2, 3, rank}, "RANK.EQ": {2, 3, rank},

		"SUMIF": {2, 3, sumIf}, "SUMIFS": {3, many, sumIfs}, "COUNTIF": {2, 2, countIf}, "COUNTIFS": {2, many, countIfs},
		"AVERAGEIF": {2, 3, averageIf}, "AVERAGEIFS": {3, many, averageIfs},

		"IF": {2, 3, choice}, "IFS": {2, many, choices}, "IFERROR": {2, 2, ifError}, "IFNA": {2, 2, ifNA}, "CHOOSE": {2, many, choose},
		"SWITCH": {3, many, switched}, "AND": {1, many, and}, "OR": {1, many, or}, "NOT": {1, 1, not}, "TRUE": {0, 0, yes}, "FALSE": {0, 0, no},
		"ISNUMBER": {1, 1, is(Num)}, "ISTEXT": {1, 1, is(Str)}, "ISLOGICAL": {1, 1, is(Logic)}, "ISBLANK": {1, 1, is(Blank)},
		"ISERROR": {1, 1, is(Err)}, "ISERR": {1, 1, isErr}, "ISNA": {1, 1, isNA}, "ISNONTEXT": {1, 1, isNonText}, "NA": {0, 0, na},

		"ROUND": {2, 2, rounded(0)}, "ROUNDUP": {2, 2, rounded(1)}, "ROUNDDOWN": {2, 2, rounded(-1)}, "TRUNC": {1, 2, truncated},
		"INT": {1, 1, integer}, "ABS": {1, 1, absolute}, "SIGN": {1, 1, signum}, "SQRT": {1, 1, root}, "POWER": {2, 2, power}, "MOD": {2, 2, modulo},
		"N": {1, 1, plainNumber},

		"VLOOKUP": {3, 4, vlookup}, "HLOOKUP": {3, 4, hlookup}, "LOOKUP": {2, 3, lookup}, "MATCH": {2, 3, match}, "INDEX": {2, 3, indexed},
		"ROW": {0, 1, rowOf}, "COLUMN": {0, 1, columnOf}, "ROWS": {1, 1, rowsOf}, "COLUMNS": {1, 1, columnsOf},

		"CONCATENATE": {1, many, concat}, "LEFT": {1, 2, left}, "RIGHT": {1, 2, right}, "MID": {3, 3, mid}, "LEN": {1, 1, length},
		"TRIM": {1, 1, trimmed}, "UPPER": {1, 1, upper}, "LOWER": {1, 1, lower}, "EXACT": {2, 2, exact},
		"SUBSTITUTE": {3, 4, substitute}, "REPT": {2, 2, repeated}, "FIND": {2, 3, find}, "T": {1, 1, plainText},
	}
}
