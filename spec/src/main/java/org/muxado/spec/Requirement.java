package org.muxado.spec;

import java.util.Optional;

/**
 * One rule of the specification.
 *
 * @param id such as {@code FRAME-3}; never given to another rule
 * @param level how binding the rule is
 * @param section the section of the text that holds it, such as "6.1"
 * @param binds whom it binds
 * @param untestable why neither the wire nor the API can show the rule; empty if it can be tested
 * @param text the normative sentence, word for word as in the text
 */
public record Requirement(
    String id, Level level, String section, Party binds, Optional<String> untestable, String text) {

  /** Returns whether the wire or the API can show that the rule is kept. */
  public boolean isTestable() {
    return untestable.isEmpty();
  }

  /** Returns the part of the id before the hyphen, such as {@code FRAME}. */
  public String prefix() {
    return id.substring(0, id.indexOf('-'));
  }

  /** Returns the part of the id behind the hyphen; 1 or more. */
  public int number() {
    return Integer.parseInt(id.substring(id.indexOf('-') + 1));
  }
}
