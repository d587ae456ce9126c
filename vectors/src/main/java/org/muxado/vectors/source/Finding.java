package org.muxado.vectors.source;

/**
 * Something wrong in a file.
 *
 * @param at where
 * @param found what stands there
 * @param expected what should stand there
 */
public record Finding(Location at, String found, String expected) {

  /** One line: {@code file:line:column: found ..., expected ...}. */
  @Override
  public String toString() {
    return at + ": found " + found + ", expected " + expected;
  }
}
