package org.muxado.spec;

/** Says that a data file of the specification is malformed, and where. */
public final class SpecFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  SpecFormatException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
    this.file = file;
    this.line = line;
  }

  /** Returns the name of the file. */
  public String file() {
    return file;
  }

  /** Returns the line, counted from 1. */
  public int line() {
    return line;
  }
}
