package main

import "sync"

// queue runs tasks one after the other, in order. Adding never blocks.
type queue struct {
	mu     sync.Mutex
	wake   *sync.Cond
	tasks  []func()
	closed bool
}

func newQueue() *queue {
	q := &queue{}
	q.wake = sync.NewCond(&q.mu)
	go q.run()
	return q
}

func (q *queue) add(task func()) {
	q.mu.Lock()
	q.tasks = append(q.tasks, task)
	q.wake.Signal()
	q.mu.Unlock()
}

// close ends the queue once its tasks are done.
func (q *queue) close() {
	q.mu.Lock()
	q.closed = true
	q.wake.Signal()
	q.mu.Unlock()
}

func (q *queue) run() {
	for {
		q.mu.Lock()
		for len(q.tasks) == 0 && !q.closed {
			q.wake.Wait()
		}
		if len(q.tasks) == 0 {
			q.mu.Unlock()
			return
		}
		task := q.tasks[0]
		q.tasks = q.tasks[1:]
		q.mu.Unlock()
		task()
	}
}
