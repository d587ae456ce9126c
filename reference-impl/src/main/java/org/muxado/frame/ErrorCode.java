package org.muxado.frame;

/**
 * The error codes (Table 2). A code is an int that holds an unsigned 32-bit number: unknown codes
 * stay the numbers that came (ERR-2). Pure functions for any thread.
 */
public final class ErrorCode {

  /** Nothing is wrong. */
  public static final int NO_ERROR = 0;

  /** The peer broke the protocol. */
  public static final int PROTOCOL_ERROR = 1;

  /** The endpoint failed. */
  public static final int INTERNAL_ERROR = 2;

  /** A window was exceeded. */
  public static final int FLOW_CONTROL_ERROR = 3;

  /** A frame came for a stream that was closed for it. */
  public static final int STREAM_CLOSED = 4;

  /** A payload had the wrong length. */
  public static final int FRAME_SIZE_ERROR = 5;

  /** The stream was refused before any application saw it. */
  public static final int REFUSED_STREAM = 6;

  /** The stream is not needed any more. */
  public static final int CANCEL = 7;

  private static final String[] NAMES = {
    "NO_ERROR",
    "PROTOCOL_ERROR",
    "INTERNAL_ERROR",
    "FLOW_CONTROL_ERROR",
    "STREAM_CLOSED",
    "FRAME_SIZE_ERROR",
    "REFUSED_STREAM",
    "CANCEL"
  };

  private ErrorCode() {}

  /** What a code must be to be sent, for people. */
  public static final String RANGE = "0 (NO_ERROR) to 7 (CANCEL)";

  /** Whether the protocol defines this code; a sender uses only these (ERR-1). */
  public static boolean isDefined(int code) {
    return code >= 0 && code < NAMES.length;
  }

  /**
   * Checks that a GOAWAY may be sent with this code.
   *
   * @throws IllegalArgumentException if not (ERR-1)
   */
  public static void requireForGoAway(int code) {
    require(isDefined(code), "GOAWAY cannot be sent", code, "");
  }

  /**
   * Checks that an application may reset a stream with this code.
   *
   * @throws IllegalArgumentException if not (ERR-1)
   */
  public static void requireForReset(int streamId, int code) {
    boolean allowed = isDefined(code) && code != REFUSED_STREAM;
    String what = "stream " + streamId + " cannot be reset";
    require(allowed, what, code, ", except 6 (REFUSED_STREAM)");
  }

  private static void require(boolean allowed, String what, int code, String except) {
    if (!allowed) {
      throw new IllegalArgumentException(
          what + " with " + name(code) + "; allowed are " + RANGE + except);
    }
  }

  /** The name of a defined code, or "code 4711". */
  public static String name(int code) {
    return isDefined(code) ? NAMES[code] : "code " + Integer.toUnsignedString(code);
  }
}
