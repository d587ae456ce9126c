package org.muxado.vectors.conversation;

import java.util.Arrays;
import org.muxado.vectors.wire.Octets;

/** Octets of a stream as a file names them. */
public sealed interface Payload {

  /** These octets. */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are written for it below
  record Exactly(byte[] octets) implements Payload {
    @Override
    public boolean equals(Object other) {
      return other instanceof Exactly e && Arrays.equals(octets, e.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return octets.length + " octets " + Octets.hex(octets, 16);
    }
  }

  /** So many octets of the {@link PatternOctets pattern}, continuing where the direction stands. */
  record Patterned(int size) implements Payload {}

  /**
   * Sent: exactly as many pattern octets as the kit may still send on the stream, in full frames.
   * Read: what the kit has sent on the stream and not beyond the window, less what was read before.
   */
  record WholeWindow() implements Payload {}

  /** Pattern octets: what the kit may still send on the stream and so many more. */
  record BeyondWindow(int excess) implements Payload {}
}
