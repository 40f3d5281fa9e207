package round

import (
	"spotcheck/assess"
	"spotcheck/indicators"
	"spotcheck/indicators/problem"
)

// Schema names the format of spotcheck.yaml.
const Schema = "spotcheck/round/v1"

// The names inside a round folder.
const (
	ConfigFile = "spotcheck.yaml"
	FormsDir   = "formulir" // blank forms
	InputDir   = "masuk"    // filled forms, unless the settings say otherwise
	ReportDir  = "laporan"  // reports
)

// Round is a round folder whose settings and register hold. Nothing in it may be
// changed; it is safe for concurrent use.
type Round struct {
	Dir        string
	Config     Config
	Instrument *indicators.Instrument
	Units      []assess.Unit // by id
	useAt      []problem.Place
	data       []assess.Answer // secondary data, at both layers
}

// Config is what spotcheck.yaml says, with defaults filled in.
type Config struct {
	Entity, Period string
	Instrument     string       // id of a built-in one, or the path of a YAML file
	Date           string       // ISO date printed on reports; may be empty
	Layer          assess.Layer // the layer that reports are made at
	Register       string       // path of the register; empty when the units stand in the file
	Inputs         []string     // folders and files, relative or absolute
	Use            []string     // forms that win where one unit sent two
	Exclude        Exclusion
	Letterhead     Letterhead
	Paper          Paper
	Place          string // where reports are signed; may be empty
	Team           []Member
	Signatories    Signatories
	Letters        *Letters      // of the papers; nil when there are none
	Supervision    string        // path of the log of supervision; may be empty
	Plan           *PlanSettings // plan of work; nil when there is none
	Example        bool          // the round is made up: reports say CONTOH on every page
}

// Exclusion lists the nodes that this round does not assess.
type Exclusion struct {
	IDs    []string
	Reason string // set when IDs is not empty
}

// Letterhead is the head of official letters; any part may be empty.
type Letterhead struct {
	Government string // "Pemerintah Kabupaten ..."
	Office     string // "Inspektorat Daerah"
	Address    string
	Contact    string
}

// Member is one of the assessment team.
type Member struct{ Role, Name string }

// Signatories sign reports; either may be nil.
type Signatories struct {
	Inspektur  *Signatory
	Mengetahui *Signatory
}

// Signatory is who signs. Title and Name are set; Rank and NIP may be empty.
type Signatory struct{ Title, Name, Rank, NIP string }

// Paper is the size of printed reports.
type Paper string

// A4 is 210 x 297 mm, F4 (folio) 215 x 330 mm.
const (
	A4 Paper = "A4"
	F4 Paper = "F4"
)
