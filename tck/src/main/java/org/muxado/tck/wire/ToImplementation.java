package org.muxado.tck.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The direction from the kit to the implementation: unbounded, so that the kit never blocks, and
 * cut into chunks: one read never crosses the end of a chunk. What was put before a break is still
 * read before the break is seen. Thread-safe.
 */
final class ToImplementation {

  private final InputStream in = new In();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private final Runnable onEmpty;
  private int offset;
  private boolean asked;
  private boolean dropped;
  private boolean ended;
  private @Nullable String broken;
  private @Nullable String closed;

  /**
   * Makes the direction.
   *
   * @param onEmpty called on the reading thread when everything was read and more is asked for, or
   *     when it was dropped
   */
  ToImplementation(Runnable onEmpty) {
    this.onEmpty = onEmpty;
  }

  /**
   * Whether everything that was put was read, and the reader is done with it: who comes back to
   * read, or closes the direction, has dealt with what it took.
   */
  synchronized boolean isRead() {
    return chunks.isEmpty() && (asked || closed != null) && !dropped;
  }

  /** Whether the direction was closed with octets unread, or octets came after it. */
  synchronized boolean isDropped() {
    return dropped;
  }

  /** Whether the direction was closed. */
  synchronized boolean isClosed() {
    return closed != null;
  }

  /** The implementation's view. */
  InputStream in() {
    return in;
  }

  /** Adds octets that one read may take at most; nothing happens once the direction has ended. */
  synchronized void put(byte[] chunk) {
    if (chunk.length == 0 || ended || broken != null) {
      return;
    }
    if (closed != null) {
      dropped = true;
      return;
    }
    chunks.add(chunk);
    notifyAll();
  }

  /** Ends the direction after what was put. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Breaks the direction after what was put. */
  synchronized void breakWith(String reason) {
    broken = reason;
    notifyAll();
  }

  /** Drops what was put; reads fail from now on. */
  void close(String reason) {
    drop(reason);
    onEmpty.run();
  }

  private synchronized void drop(String reason) {
    closed = reason;
    dropped |= !chunks.isEmpty();
    chunks.clear();
    notifyAll();
  }

  private int read(byte[] into, int from, int length) throws IOException {
    if (ask()) {
      onEmpty.run();
    }
    return take(into, from, length);
  }

  private synchronized boolean ask() {
    asked = chunks.isEmpty();
    return asked;
  }

  private synchronized int take(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    awaitOctetsOrEnd();
    if (chunks.isEmpty() && ended && broken == null && closed == null) {
      return -1;
    }
    if (chunks.isEmpty()) {
      throw new IOException(closed != null ? closed : broken);
    }
    return takeFromFirst(into, from, length);
  }

  private int takeFromFirst(byte[] into, int from, int length) {
    byte[] first = chunks.getFirst();
    int taken = Math.min(length, first.length - offset);
    System.arraycopy(first, offset, into, from, taken);
    offset += taken;
    asked = false;
    if (offset == first.length) {
      chunks.removeFirst();
      offset = 0;
    }
    return taken;
  }

  private synchronized int available() {
    return chunks.isEmpty() ? 0 : chunks.getFirst().length - offset;
  }

  private void awaitOctetsOrEnd() throws InterruptedIOException {
    try {
      while (chunks.isEmpty() && !ended && broken == null && closed == null) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading the wire");
    }
  }

  private final class In extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return ToImplementation.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, into.length);
      return ToImplementation.this.read(into, from, length);
    }

    @Override
    public int available() {
      return ToImplementation.this.available();
    }

    @Override
    public void close() {
      ToImplementation.this.close("the implementation closed its input");
    }
  }
}
