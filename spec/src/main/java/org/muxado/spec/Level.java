package org.muxado.spec;

/** How binding a requirement is (section 2). */
public enum Level implements Labelled {
  MUST,
  MUST_NOT,
  SHOULD,
  SHOULD_NOT,
  MAY;

  /** Returns the key word as the text writes it, such as "MUST NOT". */
  @Override
  public String label() {
    return name().replace('_', ' ');
  }

  /** Returns whether breaking a rule of this level is a failure: MUST and MUST NOT. */
  public boolean isAbsolute() {
    return this == MUST || this == MUST_NOT;
  }
}
