package org.muxado.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines that fit a terminal. Stateless. */
public final class Paragraph {

  private static final int COLUMNS = 80;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Paragraph() {}

  /** The text in lines of at most 80 columns, each behind this indent. */
  public static List<String> lines(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : SPACE.split(text.strip(), -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > COLUMNS) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return lines;
  }
}
