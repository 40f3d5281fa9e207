// Package library holds the instruments that travel inside the program. Adding
// one is adding a YAML file to this folder.
package library
