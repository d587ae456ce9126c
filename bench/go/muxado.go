//go:build muxado

package main

import (
	"net"

	"github.com/inconshreveable/muxado"
)

func multiplexed(client, server net.Conn) pair {
	c, s := muxado.Client(client), muxado.Server(server)
	return pair{
		open:   func() (stream, error) { return c.Open() },
		accept: func() (stream, error) { return s.Accept() },
		close:  func() { c.Close(); s.Close() },
	}
}
