package org.muxado.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.muxado.thread.WakeSignal;

/** One direction of an in-memory transport: a ring of octets. Thread-safe; no call waits. */
final class InMemoryPipe {

  private final ReentrantLock lock = new ReentrantLock();
  private final byte[] ring;
  private final WakeSignal reader;
  private final WakeSignal writer;
  private int head;
  private int count;
  private boolean ended;
  private boolean broken;

  /**
   * Makes an empty pipe.
   *
   * @param reader set when there is something to read again
   * @param writer set when there is room again
   */
  InMemoryPipe(int capacityBytes, WakeSignal reader, WakeSignal writer) {
    if (capacityBytes < 1) {
      throw new IllegalArgumentException("capacity of " + capacityBytes + " octets is below 1");
    }
    ring = new byte[capacityBytes];
    this.reader = reader;
    this.writer = writer;
  }

  int read(ByteBuffer target) throws IOException {
    boolean wasFull;
    int taken;
    lock.lock();
    try {
      check();
      wasFull = count == ring.length;
      taken = count == 0 && ended ? -1 : takeInto(target);
    } finally {
      lock.unlock();
    }
    if (wasFull) {
      writer.set();
    }
    return taken;
  }

  int write(ByteBuffer source) throws IOException {
    boolean wasEmpty;
    int put;
    lock.lock();
    try {
      check();
      if (ended) {
        throw new IOException("the output has ended");
      }
      wasEmpty = count == 0;
      put = putFrom(source);
    } finally {
      lock.unlock();
    }
    if (wasEmpty) {
      reader.set();
    }
    return put;
  }

  /** Whether a read would give something, be it the end or an exception. */
  boolean readable() {
    lock.lock();
    try {
      return count > 0 || ended || broken;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a write would do something, be it an exception. */
  boolean writable() {
    lock.lock();
    try {
      return count < ring.length || ended || broken;
    } finally {
      lock.unlock();
    }
  }

  /** No more is written; what was written can be read. */
  void end() {
    lock.lock();
    try {
      ended = true;
    } finally {
      lock.unlock();
    }
    reader.set();
    writer.set();
  }

  /** The reader is gone: nothing can be read or written any more. */
  void breakOff() {
    lock.lock();
    try {
      broken = true;
    } finally {
      lock.unlock();
    }
    reader.set();
    writer.set();
  }

  private void check() throws IOException {
    if (broken) {
      throw new IOException("the in-memory transport is closed");
    }
  }

  private int takeInto(ByteBuffer target) {
    int total = Math.min(count, target.remaining());
    int first = Math.min(total, ring.length - head);
    target.put(ring, head, first).put(ring, 0, total - first);
    head = (head + total) % ring.length;
    count -= total;
    return total;
  }

  private int putFrom(ByteBuffer source) {
    int total = Math.min(ring.length - count, source.remaining());
    int tail = (head + count) % ring.length;
    int first = Math.min(total, ring.length - tail);
    source.get(ring, tail, first).get(ring, 0, total - first);
    count += total;
    return total;
  }
}
