package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/inconshreveable/muxado/proto"
	"github.com/inconshreveable/muxado/proto/ext"
	"github.com/inconshreveable/muxado/proto/frame"
)

// session is one session of the library and the streams that the kit has names for.
type session struct {
	muxado  proto.ISession
	conn    net.Conn
	opens   *queue
	accepts *queue

	killed    int32 // 1 once the kit has asked for kill or end
	closing   int32 // 1 once the kit has asked for close-session
	heartbeat bool

	ended chan struct{} // closed once end is set
	end   termination

	mu      sync.Mutex
	streams map[string]*stream
}

// startSession dials the kit, says the session's number and hands the connection to the library.
func startSession(r *request) (*session, error) {
	conn, err := net.DialTimeout("tcp", fmt.Sprintf("127.0.0.1:%d", r.Port), 5*time.Second)
	if err != nil {
		return nil, err
	}
	if err = binary.Write(conn, binary.BigEndian, r.Session); err != nil {
		conn.Close()
		return nil, err
	}
	s := &session{
		conn:    conn,
		opens:   newQueue(),
		accepts: newQueue(),
		ended:   make(chan struct{}),
		streams: make(map[string]*stream),
	}
	var extensions []proto.Extension
	if h := r.Options.Heartbeat; h != nil {
		s.heartbeat = true
		extensions = append(extensions, ext.NewHeartbeat(
			time.Duration(h.Interval)*time.Millisecond, time.Duration(h.Tolerance)*time.Millisecond))
	}
	s.muxado = proto.NewSession(conn, proto.NewStream, r.Role == "client", extensions)
	go s.awaitEnd()
	return s, nil
}

// awaitEnd makes the one call of Wait that the library allows.
func (s *session) awaitEnd() {
	code, err, debug := s.muxado.Wait()
	s.end = s.describe(code, err, debug)
	close(s.ended)
}

// describe tells as much of the end as the library's API does.
func (s *session) describe(code frame.ErrorCode, err error, debug []byte) termination {
	t := termination{Cause: "UNKNOWN", Debug: fmt.Sprint(err)}
	switch {
	case atomic.LoadInt32(&s.killed) == 1:
		t.Cause = "KILLED"
	case code == frame.NoError && atomic.LoadInt32(&s.closing) == 1:
		t.Cause, t.Code = "CLOSED", codeOf(code)
	case code == frame.NoError && s.heartbeat:
		// Close was called by the heartbeat: it timed out, or the transport failed under it.
	case debug != nil:
		// The peer's GOAWAY came; the library does not tell its code.
		t.ByPeer, t.Debug = true, string(debug)
	case isTransport(err):
		t.Cause, t.ByPeer = "TRANSPORT", true
	default:
		t.Cause, t.Code = "SESSION_ERROR", codeOf(code)
	}
	return t
}

func isTransport(err error) bool {
	var network net.Error
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &network)
}

func codeOf(code frame.ErrorCode) *uint32 {
	number := uint32(code)
	return &number
}

// open blocks while the transport takes no SYN.
func (s *session) open(r *request) answer {
	str, err := s.muxado.OpenStream(
		frame.StreamPriority(r.Priority), frame.StreamType(r.Type), r.Fin)
	if err != nil {
		return failed(openKind(err), err)
	}
	return s.name(r.Stream, str)
}

func openKind(err error) string {
	if strings.Contains(err.Error(), "remote has gone away") {
		return "GONE_AWAY"
	}
	return "SESSION_ENDED"
}

// accept blocks until the kit has opened a stream.
func (s *session) accept(r *request) answer {
	str, err := s.muxado.Accept()
	if err != nil {
		return failed("SESSION_ENDED", err)
	}
	return s.name(r.Stream, str)
}

func (s *session) name(name string, str proto.IStream) answer {
	s.mu.Lock()
	s.streams[name] = newStream(str)
	s.mu.Unlock()
	return ok(fields{"id": str.Id(), "type": str.StreamType()})
}

func (s *session) stream(name string) *stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.streams[name]
}

func (s *session) goAway(r *request) answer {
	if err := s.muxado.GoAway(frame.ErrorCode(r.Code), r.Debug); err != nil {
		return failed("OTHER", err)
	}
	return ok(nil)
}

func (s *session) close(*request) answer {
	atomic.StoreInt32(&s.closing, 1)
	if err := s.muxado.Close(); err != nil {
		return failed("SESSION_ENDED", err)
	}
	return ok(nil)
}

func (s *session) kill(*request) answer {
	atomic.StoreInt32(&s.killed, 1)
	if err := s.muxado.Kill(); err != nil {
		return failed("SESSION_ENDED", err)
	}
	return ok(nil)
}

func (s *session) terminated(*request) answer {
	<-s.ended
	return ok(s.end)
}

// free drops the connection, which ends every call of the library, and the queues.
func (s *session) free() {
	atomic.StoreInt32(&s.killed, 1)
	s.conn.Close()
	s.opens.close()
	s.accepts.close()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, str := range s.streams {
		str.free()
	}
}
