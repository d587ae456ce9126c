package org.muxado.vectors.source;

/**
 * A place in a file.
 *
 * @param file the file's name, with {@code /} between folders
 * @param line from 1 on
 * @param column from 1 on
 */
public record Location(String file, int line, int column) {

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
