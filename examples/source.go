package examples

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"

	"spotcheck/assess"
	"spotcheck/assess/answers"
	"spotcheck/assess/round"
)

// Where a source lies in its round.
const (
	answersFile  = "sumber/jawaban.csv"
	identityFile = "sumber/identitas.csv"
)

// source is what the forms of a round are filled from, by unit id.
type source struct {
	answers map[string][]assess.Answer
	fields  map[string][]field
}

// field is what is typed where a label says so: beside the label on the sheet
// Identitas, below it among the questions.
type field struct{ label, text string }

func readSource(r *round.Round) (*source, error) {
	s := &source{answers: map[string][]assess.Answer{}, fields: map[string][]field{}}
	data, err := os.ReadFile(filepath.Join(r.Dir, filepath.FromSlash(answersFile)))
	if err != nil {
		return nil, err
	}
	list, problems := answers.Read(answersFile, data, r.Instrument, r.Units)
	if len(problems) > 0 {
		return nil, problems
	}
	for _, a := range list {
		s.answers[a.Unit] = append(s.answers[a.Unit], a)
	}
	return s, s.readFields(r)
}

// readFields reads unit,butir,isian.
func (s *source) readFields(r *round.Round) error {
	data, err := os.ReadFile(filepath.Join(r.Dir, filepath.FromSlash(identityFile)))
	if err != nil {
		return err
	}
	c := csv.NewReader(bytes.NewReader(data))
	c.FieldsPerRecord = 3
	rows, err := c.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", identityFile, err)
	}
	for i, row := range rows {
		if i == 0 {
			continue // heads
		}
		if len(s.answers[row[0]]) == 0 {
			return fmt.Errorf("%s: row %d: unit %q has no answers", identityFile, i+1, row[0])
		}
		s.fields[row[0]] = append(s.fields[row[0]], field{row[1], row[2]})
	}
	return nil
}
