package org.muxado.session;

/**
 * How a stream is opened. Immutable.
 *
 * @param priority 0 to 2^31-1, larger is more urgent
 * @param type the stream type, an unsigned number in an int; 0 for none, and from 0xFFFFFEFF up
 *     only what {@link SessionSettingsBuilder#extension} or {@link
 *     SessionSettingsBuilder#extensions} registers
 * @param fin whether this side sends nothing: the SYN carries FIN
 */
public record OpenOptions(int priority, int type, boolean fin) {

  /** Priority 0, no type, both directions. */
  public static final OpenOptions DEFAULT = new OpenOptions(0, 0, false);

  /** Refuses a negative priority. */
  public OpenOptions {
    if (priority < 0) {
      throw new IllegalArgumentException("priority of " + priority + " is negative");
    }
  }

  /** The same with another priority. */
  public OpenOptions withPriority(int other) {
    return new OpenOptions(other, type, fin);
  }

  /** The same with another type. */
  public OpenOptions withType(int other) {
    return new OpenOptions(priority, other, fin);
  }

  /** The same, but this side sends nothing. */
  public OpenOptions withFin() {
    return new OpenOptions(priority, type, true);
  }
}
