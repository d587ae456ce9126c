// Pair is one end of a TCP connection that runs the Go library of muxado version 1 as it comes,
// heartbeats included. It does what the lines on standard input say; see commands.go.
//
//	pair server          listens on 127.0.0.1, prints "listening HOST:PORT", takes one connection
//	pair client ADDRESS  connects
//
// It ends with status 0 when standard input does, and with status 1 and a message when octets are
// not what they should be, or when it has run for too long.
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"github.com/inconshreveable/muxado"
)

const lifetime = 3 * time.Minute

func main() {
	time.AfterFunc(lifetime, func() { stop("still running after %v", lifetime) })
	session, err := connect(os.Args[1:])
	if err != nil {
		stop("%v", err)
	}
	p := newPair(session)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		go p.do(lines.Text())
	}
	if err := lines.Err(); err != nil {
		stop("standard input: %v", err)
	}
}

func connect(args []string) (muxado.Session, error) {
	switch {
	case len(args) == 1 && args[0] == "server":
		return listen()
	case len(args) == 2 && args[0] == "client":
		return muxado.Dial("tcp", args[1])
	}
	return nil, fmt.Errorf("usage: pair server | pair client ADDRESS")
}

func listen() (muxado.Session, error) {
	listener, err := muxado.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	fmt.Println("listening", listener.Addr())
	return listener.Accept()
}

// stop ends the program at once.
func stop(format string, args ...interface{}) {
	fmt.Fprintf(os.Stderr, "pair: "+format+"\n", args...)
	os.Exit(1)
}
