// Plays the workloads of bench/run over one multiplexer, both ends in this process. Each line of
// the input is a workload and a time in nanoseconds; the answer is a count, the nanoseconds
// that it took, and those of processor time.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// A multiplexer's two ends, as workloads use them.
type pair struct {
	open   func() (stream, error)
	accept func() (stream, error)
	close  func()
}

type stream interface {
	io.ReadWriteCloser
}

type workload struct {
	workers, octets int
	bulk            bool
}

var workloads = map[string]workload{
	"W1": {1, 1, false},
	"W2": {64, 64, false},
	"W3": {1, 65536, true},
	"W4": {16, 65536, true},
}

func main() {
	log.SetFlags(0)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var name string
		var nanos int64
		if _, err := fmt.Sscan(lines.Text(), &name, &nanos); err != nil {
			log.Fatalf("%q: %v", lines.Text(), err)
		}
		before := cpu()
		count, took := play(workloads[name], time.Duration(nanos))
		fmt.Println(count, took.Nanoseconds(), cpu()-before)
	}
}

func play(w workload, round time.Duration) (int64, time.Duration) {
	p := connected()
	defer p.close()
	if w.bulk {
		return bulk(p, w, round)
	}
	return exchanges(p, w, round)
}

// connected gives a multiplexer over a TCP connection of its own.
func connected() pair {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	defer listener.Close()
	client, err := net.Dial("tcp", listener.Addr().String())
	check(err)
	server, err := listener.Accept()
	check(err)
	return multiplexed(client, server)
}

func exchanges(p pair, w workload, round time.Duration) (int64, time.Duration) {
	for i := 0; i < w.workers; i++ {
		go serve(p, w.octets)
	}
	var count int64
	took := together(w.workers, func(deadline time.Time) {
		atomic.AddInt64(&count, ask(p, w.octets, deadline))
	}, round)
	return count, took
}

func ask(p pair, octets int, deadline time.Time) int64 {
	buffer := make([]byte, octets)
	for count := int64(1); ; count++ {
		s, err := p.open()
		check(err)
		_, err = s.Write(buffer)
		check(err)
		_, err = io.ReadFull(s, buffer)
		check(err)
		s.Close()
		if time.Now().After(deadline) {
			return count
		}
	}
}

// serve ends when the multiplexer does.
func serve(p pair, octets int) {
	buffer := make([]byte, octets)
	for {
		s, err := p.accept()
		if err != nil {
			return
		}
		if _, err = io.ReadFull(s, buffer); err == nil {
			s.Write(buffer)
		}
		s.Close()
	}
}

func bulk(p pair, w workload, round time.Duration) (int64, time.Duration) {
	var count int64
	var readers sync.WaitGroup
	readers.Add(w.workers)
	for i := 0; i < w.workers; i++ {
		go func() {
			defer readers.Done()
			s, err := p.accept()
			check(err)
			atomic.AddInt64(&count, readAll(s, w.octets))
			s.Close()
		}()
	}
	start := time.Now()
	together(w.workers, func(deadline time.Time) {
		s, err := p.open()
		check(err)
		buffer := make([]byte, w.octets)
		for {
			_, err = s.Write(buffer)
			check(err)
			if time.Now().After(deadline) {
				break
			}
		}
		s.Close()
	}, round)
	readers.Wait()
	return count, time.Since(start)
}

func readAll(s stream, octets int) (count int64) {
	buffer := make([]byte, octets)
	for {
		n, err := s.Read(buffer)
		count += int64(n)
		if err != nil {
			return count
		}
	}
}

// together runs a task many times at once, and tells how long it took.
func together(workers int, task func(time.Time), round time.Duration) time.Duration {
	var all sync.WaitGroup
	all.Add(workers)
	start := time.Now()
	for i := 0; i < workers; i++ {
		go func() {
			defer all.Done()
			task(start.Add(round))
		}()
	}
	all.Wait()
	return time.Since(start)
}

// cpu is the processor time of this process so far, in nanoseconds.
func cpu() int64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
