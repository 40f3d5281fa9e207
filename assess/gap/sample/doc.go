// Package sample chooses which units to verify on site with so many person-days, and
// what to look at there first; when the verdicts are in, it estimates what the
// verified scores of all units would be on average.
//
// Words: the population is all units that have answered. A stratum is the units of
// one type and one Risk; a visit to any of them costs the same. A Design is how the
// sample was drawn: the seed, the strata with all their units, who was chosen. A check
// is one claim of a chosen unit with the points that stand on it. Inflation is a
// unit's own score less its verified one.
//
// How it draws, so that anybody can draw again:
//
//   - Strata stand in the order of their type's key, then of Risks. Each with room in
//     the budget gets one unit, by Risk first, then the largest first. Then one unit
//     more at a time goes to the stratum with the largest size/(2 × taken + 1) that is
//     not exhausted and affordable; ties go to the first.
//   - The seed's SHA-256 gives a PCG generator (math/rand/v2) its two 64-bit seeds: the
//     first and the second eight bytes, most significant first.
//   - Stratum by stratum, units in the order of their ids, position i is exchanged with
//     i + k, k drawn below the number of units left; the first ones are chosen. A number
//     below n is a 64-bit draw modulo n; draws not below the largest multiple of n that
//     64 bits hold are thrown away, so that every number is equally likely.
//
// Invariants: pure; inside a stratum every set of units of its size is equally likely,
// so that a unit's probability is taken/size, exactly; the estimates are unbiased for
// the strata that have a sample; equal input gives equal output. A design is kept in a
// file, for the risks of a round change once units are visited.
package sample
