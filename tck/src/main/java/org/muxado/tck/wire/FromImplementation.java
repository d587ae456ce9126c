package org.muxado.tck.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The direction from the implementation to the kit: bounded, so that writes block while the kit
 * does not drain, and breakable after any octet. Thread-safe.
 */
final class FromImplementation {

  private final OutputStream out = new Out();
  private final int capacityOctets;
  private final Runnable onChange;
  private final Runnable onBreak;
  private byte[] held;
  private int heldOctets;
  private long octetsUntilBreak = Long.MAX_VALUE;
  private WireEnd end = WireEnd.OPEN;
  private @Nullable String failure;

  /**
   * Makes the direction.
   *
   * @param onChange called after octets were taken and after the end, on the writer's thread
   * @param onBreak called before that when {@link #breakAfter} has struck
   */
  FromImplementation(int capacityOctets, Runnable onChange, Runnable onBreak) {
    this.capacityOctets = capacityOctets;
    this.onChange = onChange;
    this.onBreak = onBreak;
    held = new byte[Math.min(capacityOctets, 4096)];
  }

  /** The implementation's view. */
  OutputStream out() {
    return out;
  }

  /** Takes everything that is held; empty if there is nothing. Never blocks. */
  synchronized byte[] drain() {
    byte[] taken = Arrays.copyOf(held, heldOctets);
    heldOctets = 0;
    notifyAll();
    return taken;
  }

  /** Whether a write would block now. */
  synchronized boolean isFull() {
    return end == WireEnd.OPEN && heldOctets == capacityOctets;
  }

  /** Whether and how the direction has ended; what is held may still be drained. */
  synchronized WireEnd end() {
    return end;
  }

  /** Ends the direction in peace; what is held stays. Later ends change nothing. */
  void finish() {
    endAs(WireEnd.ENDED, "the implementation ended its output");
  }

  /** Ends the direction as a broken or closed wire does; what is held stays. */
  void fail(WireEnd how, String reason) {
    endAs(how, reason);
  }

  /** Lets {@code octets} more octets be taken and fails the write that brings more. */
  synchronized void breakAfter(long octets) {
    octetsUntilBreak = octets;
    notifyAll();
  }

  private void endAs(WireEnd how, String reason) {
    synchronized (this) {
      if (end != WireEnd.OPEN) {
        return;
      }
      end = how;
      failure = reason;
      notifyAll();
    }
    onChange.run();
  }

  private void write(byte[] octets, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int taken = put(octets, from + done, length - done);
      if (taken == 0) {
        onBreak.run();
        endAs(WireEnd.BROKEN, "the wire broke");
      }
      done += taken;
      onChange.run();
    }
  }

  /** Puts at least one octet, and as many as fit; none if the wire is to break here. */
  private synchronized int put(byte[] octets, int from, int length) throws IOException {
    awaitRoomOrEnd();
    if (end != WireEnd.OPEN) {
      throw new IOException(failure);
    }
    int taken = (int) Math.min(Math.min(length, capacityOctets - heldOctets), octetsUntilBreak);
    store(octets, from, taken);
    octetsUntilBreak -= octetsUntilBreak == Long.MAX_VALUE ? 0 : taken;
    return taken;
  }

  private void store(byte[] octets, int from, int length) {
    int needed = heldOctets + length;
    if (needed > held.length) {
      held = Arrays.copyOf(held, Math.max(needed, Math.min(capacityOctets, 2 * held.length)));
    }
    System.arraycopy(octets, from, held, heldOctets, length);
    heldOctets = needed;
  }

  private void awaitRoomOrEnd() throws InterruptedIOException {
    try {
      while (end == WireEnd.OPEN && heldOctets == capacityOctets && octetsUntilBreak > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing the wire");
    }
  }

  private final class Out extends OutputStream {

    @Override
    public void write(int octet) throws IOException {
      FromImplementation.this.write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, octets.length);
      FromImplementation.this.write(octets, from, length);
    }

    @Override
    public void close() {
      finish();
    }
  }
}
