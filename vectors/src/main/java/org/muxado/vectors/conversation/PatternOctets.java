package org.muxado.vectors.conversation;

/**
 * The kit's pattern octets: the octet at position p (from 0 on) of either direction of stream s is
 * (p + s) mod 251, whatever was written before it. Lost, doubled or swapped octets show, and so do
 * octets of another stream. Stateless.
 */
public final class PatternOctets {

  private static final int PERIOD = 251;

  private PatternOctets() {}

  /**
   * A stretch of the pattern.
   *
   * @param streamId the stream id
   * @param position how many octets, pattern or not, come before it in this direction
   * @param size how many octets
   */
  public static byte[] of(int streamId, long position, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) ((position + streamId + i) % PERIOD);
    }
    return octets;
  }
}
