package org.muxado.spec;

import java.util.Locale;

/** An enum constant that the data files write as a word of their own. */
public interface Labelled {
  /** Returns the name of the constant as Java writes it. */
  String name();

  /** Returns the word of the data files: the name in lower case, with hyphens. */
  default String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
