package org.muxado.vectors.source;

/**
 * Something wrong in a file.
 *
 * @param at where
 * @param found what stands there
 * @param expected what should stand there, or empty if {@code found} tells all
 */
public record Finding(Location at, String found, String expected) {

  /** One line: {@code file:line:column: found ..., expected ...}, or what was found alone. */
  @Override
  public String toString() {
    if (expected.isEmpty()) {
      return at + ": " + found;
    }
    return at + ": found " + found + ", expected " + expected;
  }
}
