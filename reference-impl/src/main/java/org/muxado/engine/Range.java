package org.muxado.engine;

/** Checks settings against their ranges. Has no state. */
final class Range {

  private Range() {}

  /**
   * Refuses a value that is too small.
   *
   * @param name the setting, as applications name it
   * @throws IllegalArgumentException if the value is below the least
   */
  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " of " + value + " is below " + least);
    }
  }
}
