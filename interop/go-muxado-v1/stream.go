package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/inconshreveable/muxado/proto"
)

// stream is a stream of the library; each direction works off its requests in order.
type stream struct {
	muxado proto.IStream
	writes *queue
	reads  *queue
}

func newStream(str proto.IStream) *stream {
	return &stream{muxado: str, writes: newQueue(), reads: newQueue()}
}

func (s *stream) free() {
	s.writes.close()
	s.reads.close()
}

// write blocks while the window is empty.
func (s *stream) write(r *request) answer {
	var err error
	if r.Fin {
		_, err = s.muxado.HalfClose(r.Data)
	} else {
		_, err = s.muxado.Write(r.Data)
	}
	if err != nil {
		return streamFailure(err)
	}
	return ok(nil)
}

// read blocks until octets, the end or a failure are there.
func (s *stream) read(r *request) answer {
	buffer := make([]byte, r.Max)
	n, err := s.muxado.Read(buffer)
	switch {
	case n > 0:
		return ok(fields{"data": buffer[:n]})
	case err == io.EOF:
		return ok(fields{"eof": true})
	case err == nil:
		return failed("OTHER", io.ErrNoProgress)
	}
	return streamFailure(err)
}

func (s *stream) close(*request) answer {
	if err := s.muxado.Close(); err != nil {
		return streamFailure(err)
	}
	return ok(nil)
}

// streamFailure reads the kind out of the library's texts: it has no error types.
func streamFailure(err error) answer {
	const reset = "Stream reset by peer with error "
	text := err.Error()
	switch {
	case strings.HasPrefix(text, reset):
		a := failed("RESET_BY_PEER", err)
		if code, bad := strconv.ParseUint(strings.TrimPrefix(text, reset), 10, 32); bad == nil {
			a["error"].(fields)["code"] = code
		}
		return a
	case text == "Stream closed":
		return failed("CLOSED_HERE", err)
	case text == "Flow control buffer overflowed", text == "Buffer already closed":
		return failed("RESET_HERE", err)
	case text == "Remote is going away":
		return failed("GONE_AWAY", err)
	}
	return failed("SESSION_ENDED", err)
}
