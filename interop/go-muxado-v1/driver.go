// Driver plugs the Go library of muxado version 1 into the conformance kit: it speaks the control
// protocol (tck/CONTROL-PROTOCOL.md) on standard input and output.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
)

// driver holds the sessions. Lines are read by one goroutine; what may block runs on others.
type driver struct {
	out      *json.Encoder
	outMu    sync.Mutex
	sessions map[uint64]*session
}

func main() {
	d := &driver{out: json.NewEncoder(os.Stdout), sessions: make(map[uint64]*session)}
	in := bufio.NewReader(os.Stdin)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			d.take(line)
		}
		if err != nil {
			if err != io.EOF {
				fmt.Fprintln(os.Stderr, "driver: standard input:", err)
			}
			return
		}
	}
}

// take acts on one line. A line that is no request is reported and passed over.
func (d *driver) take(line []byte) {
	r := &request{}
	if err := json.Unmarshal(line, r); err != nil {
		d.refuse(line, err)
		return
	}
	switch r.Op {
	case "hello":
		d.answer(r, ok(greeting))
	case "start":
		d.answer(r, d.start(r))
	case "end":
		d.answer(r, d.end(r))
	default:
		d.forSession(r)
	}
}

// refuse answers a line with bad members; one without a number cannot be answered.
func (d *driver) refuse(line []byte, err error) {
	fmt.Fprintln(os.Stderr, "driver: bad line:", err)
	var numbered struct{ Seq uint64 }
	if json.Unmarshal(line, &numbered) == nil && numbered.Seq > 0 {
		d.answer(&request{Seq: numbered.Seq}, failed("INVALID_CALL", err))
	}
}

func (d *driver) answer(r *request, a answer) {
	a["seq"] = r.Seq
	d.outMu.Lock()
	defer d.outMu.Unlock()
	if err := d.out.Encode(a); err != nil {
		os.Exit(1) // The kit has gone.
	}
}

func (d *driver) start(r *request) answer {
	if missing := r.Options.missing(); missing != "" {
		return unimplemented(missing)
	}
	if r.Role != "client" && r.Role != "server" {
		return failed("INVALID_CALL", fmt.Errorf("no role %q", r.Role))
	}
	if d.sessions[r.Session] != nil {
		return failed("INVALID_CALL", fmt.Errorf("session %d is running", r.Session))
	}
	s, err := startSession(r)
	if err != nil {
		return failed("OTHER", err)
	}
	d.sessions[r.Session] = s
	return ok(nil)
}

func (d *driver) end(r *request) answer {
	if s := d.sessions[r.Session]; s != nil {
		delete(d.sessions, r.Session)
		go s.free()
	}
	return ok(nil)
}

// forSession queues an operation behind those that it must follow.
func (d *driver) forSession(r *request) {
	if !known[r.Op] {
		d.answer(r, unimplemented(r.Op))
		return
	}
	s := d.sessions[r.Session]
	if s == nil {
		d.answer(r, failed("INVALID_CALL", fmt.Errorf("no session %d", r.Session)))
		return
	}
	switch r.Op {
	case "open":
		d.queue(s.opens, r, s.open)
	case "accept":
		d.queue(s.accepts, r, s.accept)
	case "go-away":
		d.spawn(r, s.goAway)
	case "close-session":
		d.spawn(r, s.close)
	case "kill":
		d.spawn(r, s.kill)
	case "terminated":
		d.spawn(r, s.terminated)
	default:
		d.forStream(s, r)
	}
}

var known = map[string]bool{
	"open": true, "accept": true, "go-away": true, "close-session": true, "kill": true,
	"terminated": true, "write": true, "read": true, "close": true,
}

func (d *driver) forStream(s *session, r *request) {
	str := s.stream(r.Stream)
	if str == nil {
		d.answer(r, failed("INVALID_CALL", fmt.Errorf("no stream %q", r.Stream)))
		return
	}
	switch r.Op {
	case "write":
		d.queue(str.writes, r, str.write)
	case "close":
		d.queue(str.writes, r, str.close)
	case "read":
		if r.Max < 1 || r.Max > 1<<24 {
			d.answer(r, failed("INVALID_CALL", fmt.Errorf("cannot read %d octets", r.Max)))
			return
		}
		d.queue(str.reads, r, str.read)
	}
}

func (d *driver) queue(q *queue, r *request, op func(*request) answer) {
	q.add(func() { d.answer(r, op(r)) })
}

func (d *driver) spawn(r *request, op func(*request) answer) {
	go func() { d.answer(r, op(r)) }()
}
