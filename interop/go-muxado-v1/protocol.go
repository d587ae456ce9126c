package main

// request is a line from the kit; which members are there depends on the operation.
type request struct {
	Seq      uint64
	Op       string
	Protocol int
	Session  uint64
	Role     string
	Port     int
	Options  options
	Stream   string
	Priority uint32
	Type     uint32
	Fin      bool
	Data     []byte
	Max      int
	Code     uint32
	Debug    []byte
}

// options are the settings of a session that differ from their default.
type options struct {
	Backlog    int
	Heartbeat  *struct{ Interval, Tolerance int64 }
	Extensions []uint32
	Pri        bool
	Quirks     bool
	FirstID    uint32 `json:"first-id"`
	Limits     map[string]int64
}

// missing names an option that the library does not have, or is empty.
func (o options) missing() string {
	switch {
	case o.Backlog != 0:
		return "backlog: the library holds 100 streams"
	case len(o.Extensions) > 0:
		return "extensions"
	case o.Pri:
		return "pri"
	case o.Quirks:
		return "quirks"
	case o.FirstID != 0:
		return "first-id"
	case len(o.Limits) > 0:
		return "limits"
	}
	return ""
}

type fields map[string]interface{}

// answer is a line to the kit, without its number.
type answer fields

// termination is the answer to terminated.
type termination struct {
	Cause  string  `json:"cause"`
	ByPeer bool    `json:"by-peer"`
	Code   *uint32 `json:"code,omitempty"`
	Debug  string  `json:"debug"`
}

func ok(value interface{}) answer {
	if value == nil {
		value = fields{}
	}
	return answer{"ok": value}
}

func failed(kind string, err error) answer {
	return answer{"error": fields{"kind": kind, "message": err.Error()}}
}

func unimplemented(what string) answer {
	return answer{"unimplemented": what}
}

// version is the version of the Debian package; the build sets it.
var version = "unknown"

var greeting = fields{
	"protocol":     1,
	"name":         "go-muxado-v1",
	"version":      version,
	"language":     "Go",
	"issues":       "https://github.com/inconshreveable/muxado/issues",
	"capabilities": []string{"PRIORITY", "STREAM_TYPE", "GO_AWAY", "KILL", "HEARTBEAT"},
}
