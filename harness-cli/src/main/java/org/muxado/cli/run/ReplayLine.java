package org.muxado.cli.run;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes the command line that runs one case again. Immutable. */
public final class ReplayLine {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private final List<String> words;

  /**
   * Makes a writer.
   *
   * @param words what stands before the case: the verb, {@code --sut} and its value
   */
  public ReplayLine(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** The line for a case, whose id may end with {@code @client} or {@code @server}. */
  public String of(String caseId) {
    StringJoiner line =
        new StringJoiner(" ").add(quoted(System.getProperty("muxado.command", "./muxado")));
    words.forEach(word -> line.add(quoted(word)));
    int role = caseId.lastIndexOf('@');
    line.add("--case").add(quoted(role < 0 ? caseId : caseId.substring(0, role)));
    if (role >= 0) {
      line.add("--role").add(caseId.substring(role + 1));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
