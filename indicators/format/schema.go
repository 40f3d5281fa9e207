package format

import (
	"bytes"
	"encoding/json"
	"slices"
)

const (
	idPattern      = `^[A-Za-z][A-Za-z0-9._-]{0,23}$`
	decimalPattern = `^-?[0-9]{1,12}(\.[0-9]{1,12})?$`
	wholePattern   = `^[0-9]{1,6}$`
	datePattern    = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	nodes          = "simpul"
)

// object is a JSON object; it is written with its keys in order.
type object = map[string]any

// Schema is the JSON Schema (draft 2020-12) of the instrument YAML, for editors
// that check and complete while one types. A sound instrument passes; of what is
// wrong, it sees what can be seen without following a reference or adding up.
func Schema() []byte {
	root := Root.schema()
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "urn:spotcheck:instrument:v1"
	root["title"] = "Instrumen spotcheck"
	root["$defs"] = object{nodes: node.schema()}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // nothing in it can fail
	}
	return out.Bytes()
}

func (ks *Keys) schema() object {
	if ks.Switch == "" {
		return ks.side(Always)
	}
	return object{
		"type": "object", "if": object{"required": []string{ks.Switch}},
		"then": ks.side(With), "else": ks.side(Without),
	}
}

func (ks *Keys) side(side Side) object {
	properties, required := object{}, []string{}
	for _, k := range ks.On(side) {
		s := ks.schemaOf(k)
		s["description"] = ks.Hint(k)
		properties[k.Name] = s
		if k.Need {
			required = append(required, k.Name)
		}
	}
	return object{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func (ks *Keys) schemaOf(k Key) object {
	below := ks.Below(k)
	var s object
	switch k.Kind {
	case Mapping:
		return below.schema() // may be left out, but not left empty
	case Entries:
		return object{"type": "object", "additionalProperties": below.schema()}
	case Pairs:
		return object{"type": "object", "additionalProperties": Key{Kind: k.Each, Need: true}.scalar()}
	case Texts, Names:
		s = object{"type": types("array"), "items": Key{Kind: Text, Need: true, Max: k.Max}.scalar()}
	case Records, Children:
		s = object{"type": types("array"), "items": object{"$ref": "#/$defs/" + nodes}}
		if below != node {
			s["items"] = below.schema()
		}
		if k.Need {
			s["minItems"] = 1
		}
	default:
		s = k.scalar()
	}
	if k.Need {
		return s
	}
	if t, ok := s["type"]; ok {
		s["type"] = append(slices.Clone(t.([]string)), "null")
	} else {
		s["enum"] = append(slices.Clone(s["enum"].([]any)), nil)
	}
	return s
}

func types(names ...string) []string { return names }

// scalar is the schema of a single value that is there. Quoted numbers are numbers
// to the parser, and numbers are texts where one is wanted.
func (k Key) scalar() object {
	switch k.Kind {
	case ID:
		return object{"type": types("string"), "pattern": idPattern}
	case Choice:
		options := []any{}
		for _, o := range k.Options {
			options = append(options, o)
		}
		return object{"enum": options}
	case Decimal:
		return object{"type": types("number", "string"), "pattern": decimalPattern}
	case Whole:
		s := object{"type": types("integer", "string"), "pattern": wholePattern, "minimum": 0}
		if k.Max > 0 {
			s["maximum"] = k.Max
		}
		return s
	case Date:
		return object{"type": types("string"), "pattern": datePattern}
	}
	s := object{"type": types("string", "number", "boolean"), "minLength": 1}
	if !k.Need {
		s["minLength"] = 0
	}
	if k.Max > 0 {
		s["maxLength"] = k.Max
	}
	return s
}
