package org.muxado.engine;

/**
 * How far the output has come, in octets since the session began: what was put into batches, what
 * was part of a write, what was written (RETRY-3 to RETRY-5). Not thread-safe.
 */
final class OutputAccount {

  /** How many octets may be unwritten when DATA is chosen, that DATA included (PRI-9). */
  static final int MAX_UNWRITTEN_BYTES = 65_536;

  private long filled;
  private long written;
  private long offered;
  private long batchStart;

  /** Counts octets that were put into a batch. */
  void fill(int octets) {
    if (isWritten()) {
      batchStart = written;
    }
    filled += octets;
  }

  long filled() {
    return filled;
  }

  /** Whether everything that was put into batches was written. */
  boolean isWritten() {
    return written == filled;
  }

  /** Whether a part of what was put into batches was written, or is in a write, and not all. */
  boolean isHalfWritten() {
    return !isWritten() && Math.max(written, offered) > batchStart;
  }

  /** Whether one more DATA of this size in octets may be put into the batch. */
  boolean hasRoomFor(int octets) {
    return filled - written + octets <= MAX_UNWRITTEN_BYTES;
  }

  /**
   * A write of this many octets begins.
   *
   * @throws IllegalArgumentException if there are fewer
   */
  void writeStarted(int octets) {
    if (octets > filled - written) {
      throw new IllegalArgumentException(
          "write of " + octets + " octets, but only " + (filled - written) + " are unwritten");
    }
    offered = written + octets;
  }

  /**
   * The write returned: it has stopped behind these octets.
   *
   * @return whether the write held more than these
   * @throws IllegalArgumentException if the write did not hold so many
   */
  boolean written(int octets) {
    if (octets > offered - written) {
      throw new IllegalArgumentException(
          octets + " octets written, but the write held " + (offered - written));
    }
    written += octets;
    boolean leftOver = written < offered;
    offered = written;
    return leftOver;
  }

  /** Whether the octets up to this one may have reached the transport. */
  boolean mayHaveWritten(long end) {
    return end <= offered;
  }
}
