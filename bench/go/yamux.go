//go:build yamux

package main

import (
	"io/ioutil"
	"net"

	"github.com/hashicorp/yamux"
)

func multiplexed(client, server net.Conn) pair {
	config := yamux.DefaultConfig()
	config.LogOutput = ioutil.Discard
	c, err := yamux.Client(client, config)
	check(err)
	s, err := yamux.Server(server, config)
	check(err)
	return pair{
		open:   func() (stream, error) { return c.Open() },
		accept: func() (stream, error) { return s.Accept() },
		close:  func() { c.Close(); s.Close() },
	}
}
