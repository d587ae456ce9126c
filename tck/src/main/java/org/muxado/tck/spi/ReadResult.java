package org.muxado.tck.spi;

/** What one read gave. */
public sealed interface ReadResult {

  /**
   * Octets, at least one.
   *
   * @param octets what was read; the receiver owns the array
   */
  @SuppressWarnings("ArrayRecordComponent") // a value that is looked at once; never compared
  record Octets(byte[] octets) implements ReadResult {}

  /** The peer has finished its direction, and everything before was read. */
  record EndOfStream() implements ReadResult {}

  /**
   * The stream failed, and everything that had arrived was read.
   *
   * @param failure why
   */
  record Failed(PeerFailure failure) implements ReadResult {}
}
