package org.muxado.session;

import java.nio.ByteBuffer;

/**
 * What a polled transport is read into. It is small, so that idle sessions cost little, and large
 * while reads fill it: the more octets come in one read, the more of them each waiting thread finds
 * when it is woken. Not thread-safe; for whoever holds the input.
 */
final class InputBuffer {

  /** How many octets the small buffer holds, which is always kept. */
  static final int SMALL_BYTES = 65_536;

  /** How many octets the large buffer holds. */
  static final int LARGE_BYTES = 262_144;

  /** So many reads in a row must fill the small buffer before the large one takes its place. */
  static final int FULL_READS = 2;

  /** So many reads in a row must be {@link #LITTLE_BYTES} or less before the large one is freed. */
  static final int LITTLE_READS = 256;

  /** What few octets are: far fewer than one write of a bulk transfer. */
  static final int LITTLE_BYTES = SMALL_BYTES / 4;

  private final ByteBuffer small = ByteBuffer.allocateDirect(SMALL_BYTES);
  private ByteBuffer current = small;
  private boolean large;
  private int misfits;

  /** The buffer for the next read, empty. */
  ByteBuffer octets() {
    return current;
  }

  /** Counts a read whose octets have been taken, and chooses the buffer for the next one. */
  void wasRead(int count) {
    boolean misfit = large ? count <= LITTLE_BYTES : count == SMALL_BYTES;
    misfits = misfit ? misfits + 1 : 0;
    if (misfits == (large ? LITTLE_READS : FULL_READS)) {
      large = !large;
      current = large ? ByteBuffer.allocateDirect(LARGE_BYTES) : small;
      misfits = 0;
    }
    current.clear();
  }
}
