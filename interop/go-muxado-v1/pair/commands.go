package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/inconshreveable/muxado"
)

// pair runs commands, each a line "TAG VERB ARGUMENT...", all at the same time. The answer is a
// line "TAG ok RESULT" or "TAG failed TEXT".
type pair struct {
	session muxado.Session

	outMu sync.Mutex

	mu      sync.Mutex
	streams map[string]muxado.Stream
}

func newPair(session muxado.Session) *pair {
	return &pair{session: session, streams: make(map[string]muxado.Stream)}
}

func (p *pair) do(line string) {
	words := strings.Fields(line)
	if len(words) < 2 {
		stop("no command: %q", line)
	}
	result, err := p.run(words[1], words[2:])
	if err != nil {
		p.answer(words[0], "failed", err.Error())
	} else {
		p.answer(words[0], "ok", result)
	}
}

func (p *pair) answer(words ...string) {
	p.outMu.Lock()
	defer p.outMu.Unlock()
	fmt.Println(strings.Join(words, " "))
}

func (p *pair) run(verb string, args []string) (string, error) {
	switch {
	case verb == "open" && len(args) == 0:
		return p.add(p.session.Open())
	case verb == "open-fin" && len(args) == 0:
		return p.add(p.session.OpenStream(0, 0, true))
	case verb == "accept" && len(args) == 0:
		return p.add(p.session.Accept())
	case verb == "go-away" && len(args) == 2:
		return "", p.session.GoAway(muxado.ErrorCode(number(args[0])), []byte(args[1]))
	case verb == "close-session" && len(args) == 0:
		return "", p.session.Close()
	case verb == "wait" && len(args) == 0:
		code, err, debug := p.session.Wait()
		return fmt.Sprintf("%d %v %q", code, err, debug), nil
	case len(args) > 0:
		return p.runOn(p.stream(args[0]), verb, args[1:])
	}
	stop("no such command: %s %q", verb, args)
	return "", nil
}

func (p *pair) runOn(stream muxado.Stream, verb string, args []string) (string, error) {
	switch {
	case verb == "send" && len(args) == 1: // OCTETS
		return "", send(stream, number(args[0]))
	case verb == "receive" && len(args) == 2: // OCTETS, at most so many in one read
		return "", receive(stream, number(args[0]), number(args[1]))
	case verb == "echo" && len(args) == 0:
		return echo(stream)
	case verb == "rest" && len(args) == 0:
		return rest(stream)
	case verb == "half-close" && len(args) == 0:
		_, err := stream.HalfClose(nil)
		return "", err
	case verb == "close" && len(args) == 0:
		return "", stream.Close()
	}
	stop("no such command for a stream: %s %q", verb, args)
	return "", nil
}

// add makes a stream known by its id, which is the result.
func (p *pair) add(stream muxado.Stream, err error) (string, error) {
	if err != nil {
		return "", err
	}
	id := fmt.Sprint(stream.Id())
	p.mu.Lock()
	defer p.mu.Unlock()
	p.streams[id] = stream
	return id, nil
}

func (p *pair) stream(id string) muxado.Stream {
	p.mu.Lock()
	defer p.mu.Unlock()
	stream := p.streams[id]
	if stream == nil {
		stop("no stream %s", id)
	}
	return stream
}

func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil || n < 0 {
		stop("no number: %q", word)
	}
	return n
}

// echo sends back what comes, and ends its output when the input ends.
func echo(stream muxado.Stream) (string, error) {
	buffer := make([]byte, chunk)
	total := 0
	for {
		n, err := stream.Read(buffer)
		if n > 0 {
			total += n
			if _, failure := stream.Write(buffer[:n]); failure != nil {
				return "", failure
			}
		}
		if err == io.EOF {
			_, failure := stream.HalfClose(nil)
			return fmt.Sprint(total), failure
		}
		if err != nil {
			return "", err
		}
	}
}

// rest reads to the end, and tells how many octets came and what the end was.
func rest(stream muxado.Stream) (string, error) {
	buffer := make([]byte, chunk)
	total := 0
	for {
		n, err := stream.Read(buffer)
		total += n
		if err != nil {
			return fmt.Sprintf("%d %v", total, err), nil
		}
	}
}
