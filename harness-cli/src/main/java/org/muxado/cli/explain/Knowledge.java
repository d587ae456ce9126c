package org.muxado.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
import org.muxado.tck.expect.CasePattern;
import org.muxado.vectors.Vectors;

/** All rules and all cases that the kit carries, and how they hang together. Immutable. */
public final class Knowledge {

  private static final Pattern RUN = Pattern.compile("(@(client|server)|/(decode|encode|wire))$");

  private final Requirements requirements;
  private final List<TestCase> cases;

  /** Puts rules and cases together. */
  public Knowledge(Requirements requirements, Vectors vectors) {
    this.requirements = requirements;
    List<TestCase> all = new ArrayList<>();
    vectors.frames().forEach(vector -> all.add(TestCase.of(vector)));
    vectors.conversations().forEach(conversation -> all.add(TestCase.of(conversation)));
    all.sort(Comparator.comparing(TestCase::id));
    cases = List.copyOf(all);
  }

  /** What comes with the kit. */
  public static Knowledge packaged() {
    return new Knowledge(Requirements.load(), Vectors.packaged());
  }

  /** All rules. */
  public Requirements requirements() {
    return requirements;
  }

  /** All cases in the order of their ids. */
  public List<TestCase> cases() {
    return cases;
  }

  /** The rules whose ids a pattern names, in any case of letters. */
  public List<Requirement> findRequirements(String pattern) {
    CasePattern ids = CasePattern.of(pattern.toUpperCase(Locale.ROOT));
    return requirements.all().stream().filter(rule -> ids.matches(rule.id())).toList();
  }

  /** The cases whose ids a pattern names; it may name the role or direction too. */
  public List<TestCase> findCases(String pattern) {
    String plain = RUN.matcher(pattern.toLowerCase(Locale.ROOT)).replaceFirst("");
    CasePattern ids = CasePattern.of(plain);
    return cases.stream().filter(c -> ids.matches(c.id())).toList();
  }

  /** The cases that test a rule. */
  public List<TestCase> casesOf(Requirement requirement) {
    return cases.stream().filter(c -> c.requirements().contains(requirement.id())).toList();
  }
}
