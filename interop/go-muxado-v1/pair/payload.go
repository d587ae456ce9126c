package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io"
	"math/rand"

	"github.com/inconshreveable/muxado"
)

// A payload is a number of octets without a pattern, and then 32 more: the SHA-256 of the stream
// id (4 octets) and of those octets. It proves itself: nothing is missing, nothing has moved, and
// nothing came from another stream.

const chunk = 1 << 16

func send(stream muxado.Stream, octets int) error {
	digest := newDigest(stream)
	random := rand.New(rand.NewSource(int64(stream.Id())))
	buffer := make([]byte, chunk)
	for octets > 0 {
		part := buffer[:smaller(octets, chunk)]
		random.Read(part)
		digest.Write(part)
		if _, err := stream.Write(part); err != nil {
			return err
		}
		octets -= len(part)
	}
	_, err := stream.Write(digest.Sum(nil))
	return err
}

func receive(stream muxado.Stream, octets, piece int) error {
	digest := newDigest(stream)
	buffer := make([]byte, piece)
	for left := octets; left > 0; {
		n, err := stream.Read(buffer[:smaller(left, piece)])
		if err != nil {
			return err
		}
		digest.Write(buffer[:n])
		left -= n
	}
	announced := make([]byte, sha256.Size)
	if _, err := io.ReadFull(stream, announced); err != nil {
		return err
	}
	if received := digest.Sum(nil); !bytes.Equal(received, announced) {
		stop("stream %d: the SHA-256 of %d octets is %x, and should be %x",
			stream.Id(), octets, received, announced)
	}
	return nil
}

func newDigest(stream muxado.Stream) hash.Hash {
	digest := sha256.New()
	binary.Write(digest, binary.BigEndian, uint32(stream.Id()))
	return digest
}

func smaller(a, b int) int {
	if a < b {
		return a
	}
	return b
}
