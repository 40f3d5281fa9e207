// Package calendar reads and words days. A day is an ISO text such as 2026-03-16,
// which sorts as it follows and holds no clock and no time zone.
package calendar
