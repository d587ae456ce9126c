package org.muxado.tck.spi;

/**
 * A frame's fields as an implementation's codec gives or takes them. Numbers of 32 bits are
 * unsigned in an int.
 */
public sealed interface CodecFrame {

  /** Opens a stream. */
  record Syn(int stream, int priority, int type, boolean fin) implements CodecFrame {}

  /** Resets a stream. */
  record Rst(int stream, int code) implements CodecFrame {}

  /** Carries octets of a stream. */
  @SuppressWarnings("ArrayRecordComponent") // compared by the kit, octet by octet
  record Data(int stream, byte[] payload, boolean fin) implements CodecFrame {}

  /** Grows a stream's window. */
  record WndInc(int stream, int increment) implements CodecFrame {}

  /** Changes a stream's priority. */
  record Pri(int stream, int priority) implements CodecFrame {}

  /** Says which streams will be processed. */
  @SuppressWarnings("ArrayRecordComponent") // compared by the kit, octet by octet
  record GoAway(int last, int code, byte[] debug) implements CodecFrame {}
}
