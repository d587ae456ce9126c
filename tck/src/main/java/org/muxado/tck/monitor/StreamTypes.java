package org.muxado.tck.monitor;

/** The stream types that the protocol knows (spec section 14). */
public final class StreamTypes {

  /** The heartbeat; also the lowest extension type. */
  public static final int HEARTBEAT = 0xFFFFFEFF;

  private StreamTypes() {}

  /** Whether a type, unsigned in an int, belongs to extensions. */
  public static boolean isExtension(int type) {
    return Integer.compareUnsigned(type, HEARTBEAT) >= 0;
  }
}
