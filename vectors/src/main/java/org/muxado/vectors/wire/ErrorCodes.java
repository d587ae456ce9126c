package org.muxado.vectors.wire;

import java.util.List;
import java.util.OptionalInt;

/** The error codes by name and number (spec section 7.1). Stateless. */
public final class ErrorCodes {

  public static final int NO_ERROR = 0;
  public static final int PROTOCOL_ERROR = 1;
  public static final int INTERNAL_ERROR = 2;
  public static final int FLOW_CONTROL_ERROR = 3;
  public static final int STREAM_CLOSED = 4;
  public static final int FRAME_SIZE_ERROR = 5;
  public static final int REFUSED_STREAM = 6;
  public static final int CANCEL = 7;

  private static final List<String> NAMES =
      List.of(
          "NO_ERROR",
          "PROTOCOL_ERROR",
          "INTERNAL_ERROR",
          "FLOW_CONTROL_ERROR",
          "STREAM_CLOSED",
          "FRAME_SIZE_ERROR",
          "REFUSED_STREAM",
          "CANCEL");

  private ErrorCodes() {}

  /** All names, in the order of their numbers from 0 on. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether a sender may use this code (ERR-1). */
  public static boolean isKnown(int code) {
    return code >= 0 && code < NAMES.size();
  }

  /** The name of a code, or its unsigned number where it has none. */
  public static String name(int code) {
    return isKnown(code) ? NAMES.get(code) : Integer.toUnsignedString(code);
  }

  /** The number of a named code, or empty if there is no such name. */
  public static OptionalInt number(String name) {
    int index = NAMES.indexOf(name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
