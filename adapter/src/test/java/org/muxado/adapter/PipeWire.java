package org.muxado.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import org.muxado.tck.spi.Wire;

/** One end of a wire in memory, for tests; each direction holds a bounded number of octets. */
final class PipeWire implements Wire {

  /** The two ends of one wire. */
  record Pair(PipeWire client, PipeWire server) {}

  private final Direction incoming;
  private final Direction outgoing;

  private PipeWire(Direction incoming, Direction outgoing) {
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  static Pair pair(int capacity) {
    Direction up = new Direction(capacity);
    Direction down = new Direction(capacity);
    return new Pair(new PipeWire(down, up), new PipeWire(up, down));
  }

  @Override
  public InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return incoming.take();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int first = incoming.take();
        if (first < 0) {
          return -1;
        }
        target[offset] = (byte) first;
        return 1;
      }

      @Override
      public int available() {
        return incoming.size();
      }
    };
  }

  @Override
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        outgoing.put(octet & 0xff);
      }

      @Override
      public void close() {
        outgoing.end();
      }
    };
  }

  @Override
  public void close() {
    incoming.breakOff();
    outgoing.breakOff();
  }

  /** One direction. */
  private static final class Direction {

    private final int capacity;
    private final Queue<Integer> octets = new ArrayDeque<>();
    private boolean ended;
    private boolean broken;

    Direction(int capacity) {
      this.capacity = capacity;
    }

    synchronized int take() throws IOException {
      while (octets.isEmpty() && !ended && !broken) {
        pause();
      }
      if (!octets.isEmpty()) {
        notifyAll();
        return octets.remove();
      }
      if (broken) {
        throw new IOException("the wire is closed");
      }
      return -1;
    }

    synchronized void put(int octet) throws IOException {
      while (octets.size() == capacity && !broken) {
        pause();
      }
      if (broken) {
        throw new IOException("the wire is closed");
      }
      octets.add(octet);
      notifyAll();
    }

    synchronized int size() {
      return octets.size();
    }

    synchronized void end() {
      ended = true;
      notifyAll();
    }

    synchronized void breakOff() {
      broken = true;
      notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private void pause() throws IOException {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
