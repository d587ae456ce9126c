package org.muxado.tck.expect;

import java.util.regex.Pattern;

/**
 * Names cases: {@code *} stands for anything but a slash, {@code **} for anything. A pattern
 * without the role ({@code @client}, {@code @server}) names the case in both. Immutable.
 */
public final class CasePattern {

  private final String text;
  private final Pattern pattern;

  private CasePattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Reads a pattern; every text is one. */
  public static CasePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    int literalFrom = 0;
    for (int at = text.indexOf('*'); at >= 0; at = text.indexOf('*', literalFrom)) {
      boolean isDouble = text.startsWith("**", at);
      regex.append(Pattern.quote(text.substring(literalFrom, at)));
      regex.append(isDouble ? ".*" : "[^/]*");
      literalFrom = at + (isDouble ? 2 : 1);
    }
    regex.append(Pattern.quote(text.substring(literalFrom))).append("(@(client|server))?");
    return new CasePattern(text, Pattern.compile(regex.toString()));
  }

  /** Whether the pattern names this case. */
  public boolean matches(String caseId) {
    return pattern.matcher(caseId).matches();
  }

  /** Whether the pattern may name several cases, the two roles aside. */
  public boolean isGlob() {
    return text.indexOf('*') >= 0;
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
