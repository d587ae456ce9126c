package org.muxado.tck.wire;

import java.io.InputStream;
import java.io.OutputStream;
import org.muxado.tck.spi.Wire;

/**
 * A wire in memory with a {@linkplain #implementationEnd() plain end} for the implementation and
 * this controlling end for the kit. The kit's calls never block; it drains what the implementation
 * writes when it likes, which is its gate. Thread-safe.
 */
public final class MemoryWire {

  /** How many octets the wire holds from the implementation unless a case says otherwise. */
  public static final int DEFAULT_CAPACITY_OCTETS = 1 << 20;

  private final ToImplementation input;
  private final FromImplementation output;
  private final Wire implementationEnd = new End();

  /**
   * Makes a wire.
   *
   * @param capacityOctets octets that are held from the implementation before its writes block, at
   *     least 1
   * @param onChange called after the implementation wrote or ended its output, on its thread
   */
  public MemoryWire(int capacityOctets, Runnable onChange) {
    if (capacityOctets < 1) {
      throw new IllegalArgumentException("a wire of " + capacityOctets + " octets");
    }
    input = new ToImplementation(onChange);
    output =
        new FromImplementation(capacityOctets, onChange, () -> input.breakWith("the wire broke"));
  }

  /** The end that an implementation is started on. */
  public Wire implementationEnd() {
    return implementationEnd;
  }

  /** Sends octets that one read of the implementation takes at most. The array is not copied. */
  public void send(byte[] chunk) {
    input.put(chunk);
  }

  /** Takes everything that the implementation has written; empty if there is nothing. */
  public byte[] drain() {
    return output.drain();
  }

  /** Whether the implementation's next write would block. */
  public boolean isFull() {
    return output.isFull();
  }

  /**
   * Whether the implementation has read everything that was sent, then asked for more or closed.
   */
  public boolean isInputRead() {
    return input.isRead();
  }

  /** Whether the implementation has closed the wire, or its input, with octets unread. */
  public boolean isInputDropped() {
    return input.isDropped();
  }

  /** Whether the implementation has closed the wire, or its input. */
  public boolean isReleased() {
    return input.isClosed();
  }

  /** Whether and how the implementation's output has ended; drain once more after it has. */
  public WireEnd outputEnd() {
    return output.end();
  }

  /** Ends the kit's output: the implementation reads the end after everything sent. */
  public void endInput() {
    input.end();
  }

  /** Breaks both directions. What was sent is still read, and what was written still drained. */
  public void breakNow() {
    output.fail(WireEnd.BROKEN, "the wire broke");
    input.breakWith("the wire broke");
  }

  /**
   * Takes {@code octets} more octets from the implementation; the write that brings more puts what
   * fits, then fails, and so does every later write.
   *
   * @param octets 0 or more
   */
  public void breakOutputAfter(long octets) {
    output.breakAfter(octets);
  }

  /** Closes everything for good, at the end of a case. */
  public void dispose() {
    output.fail(WireEnd.BROKEN, "the kit closed the wire");
    input.close("the kit closed the wire");
  }

  private final class End implements Wire {

    @Override
    public InputStream in() {
      return input.in();
    }

    @Override
    public OutputStream out() {
      return output.out();
    }

    @Override
    public void close() {
      output.fail(WireEnd.CLOSED, "the implementation closed the wire");
      input.close("the implementation closed the wire");
    }
  }
}
