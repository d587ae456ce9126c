package org.muxado.frame;

/**
 * A frame without its payload: what a frame log shows. Immutable.
 *
 * @param type the frame type
 * @param flags the flags as they were on the wire, 0 to 255
 * @param streamId the stream id; 0 for the session
 * @param lengthBytes the length of the payload in octets, as the header says it
 * @param windowBytes by how many octets a WNDINC widens the window; 0 in other frames
 */
public record FrameSummary(
    FrameType type, int flags, int streamId, int lengthBytes, int windowBytes) {

  /**
   * Summarises a frame whose header was found right.
   *
   * @param header the 8 octets of the header
   * @param windowBytes the increment of a WNDINC, 0 for other frames
   */
  public static FrameSummary of(long header, int windowBytes) {
    return new FrameSummary(
        HeaderRules.typeOf(header),
        FrameHeader.flags(header),
        FrameHeader.streamId(header),
        FrameHeader.length(header),
        windowBytes);
  }
}
