package org.muxado.tck.spi;

/**
 * How a stream is opened.
 *
 * @param priority 0 to 2^31-1, larger is more urgent
 * @param type the 32-bit stream type; 0 for none
 * @param fin whether the SYN ends the implementation's direction
 */
public record OpenOptions(int priority, int type, boolean fin) {

  /** Priority 0, type 0, no FIN. */
  public static final OpenOptions PLAIN = new OpenOptions(0, 0, false);
}
