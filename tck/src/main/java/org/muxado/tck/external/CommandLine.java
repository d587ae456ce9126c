package org.muxado.tck.external;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words the way a POSIX shell does, without running one: blanks
 * separate, {@code '...'} keeps everything, {@code "..."} keeps everything but a backslash before
 * {@code "} or {@code \}, a backslash elsewhere keeps the next character. Nothing is expanded. Used
 * by one thread.
 */
final class CommandLine {

  private static final String PREFIX = "cmd:";

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int next;

  private CommandLine(String line) {
    this.line = line;
  }

  /**
   * Splits a line, with or without the prefix {@code cmd:}.
   *
   * @throws IllegalArgumentException if it holds no word, or a quote or backslash is left open
   */
  static List<String> split(String text) {
    String line = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    return new CommandLine(line).split();
  }

  private List<String> split() {
    while (next < line.length()) {
      char c = line.charAt(next++);
      if (Character.isWhitespace(c)) {
        endWord();
      } else {
        inWord = true;
        takePart(c);
      }
    }
    endWord();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("The command line is empty");
    }
    return List.copyOf(words);
  }

  private void takePart(char c) {
    switch (c) {
      case '\'' -> takeSingleQuoted();
      case '"' -> takeDoubleQuoted();
      case '\\' -> word.append(required("a backslash at the end"));
      default -> word.append(c);
    }
  }

  private void takeSingleQuoted() {
    for (char c = required("an open '"); c != '\''; c = required("an open '")) {
      word.append(c);
    }
  }

  private void takeDoubleQuoted() {
    for (char c = required("an open \""); c != '"'; c = required("an open \"")) {
      boolean escape = c == '\\' && next < line.length() && "\"\\".indexOf(line.charAt(next)) >= 0;
      word.append(escape ? required("an open \"") : c);
    }
  }

  private char required(String fault) {
    if (next >= line.length()) {
      throw new IllegalArgumentException("The command line has " + fault + ": " + line);
    }
    return line.charAt(next++);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
