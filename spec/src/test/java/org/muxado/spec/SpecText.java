package org.muxado.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The normative text, taken apart line by line. */
final class SpecText {
  /** A rule as the text states it. */
  record Rule(String id, String section, String text) {}

  private static final Pattern HEADING = Pattern.compile("#+ (\\d+(?:\\.\\d+)?)\\. .*");
  private static final Pattern RULE = Pattern.compile("- \\*\\*\\[([A-Z]+-\\d+)]\\*\\* (.*)");
  private static final Pattern ID = Pattern.compile("\\b([A-Z]+-[1-9]\\d*)\\b");

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> otherLines = new ArrayList<>();
  private final String whole = SpecFiles.read("muxado-v1.md");

  SpecText() {
    String section = "";
    boolean inRule = false;
    for (String line : whole.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      Matcher rule = RULE.matcher(line);
      if (rule.matches()) {
        rules.add(new Rule(rule.group(1), section, rule.group(2)));
      } else if (inRule && line.startsWith("  ")) {
        extendLastRule(line.strip());
      } else {
        otherLines.add(line);
      }
      inRule = rule.matches() || (inRule && line.startsWith("  "));
      section = heading.matches() ? heading.group(1) : section;
    }
  }

  private void extendLastRule(String more) {
    Rule last = rules.remove(rules.size() - 1);
    rules.add(new Rule(last.id(), last.section(), last.text() + " " + more));
  }

  List<Rule> rules() {
    return rules;
  }

  /** Returns every line that is no part of a rule. */
  List<String> otherLines() {
    return otherLines;
  }

  String whole() {
    return whole;
  }

  /** Returns everything in the text that looks like the id of a rule or a note. */
  List<String> citedIds() {
    return ID.matcher(whole).results().map(match -> match.group(1)).distinct().toList();
  }

  /** Returns the content of each fenced block with this tag. */
  List<String> blocks(String tag) {
    Pattern block = Pattern.compile("```" + tag + "\n(.*?)```", Pattern.DOTALL);
    return block.matcher(whole).results().map(match -> match.group(1)).toList();
  }
}
