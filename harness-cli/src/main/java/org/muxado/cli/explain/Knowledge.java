package org.muxado.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
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

  /** The case with this id, which may name the role or direction too. */
  public Optional<TestCase> findCase(String id) {
    String plain = RUN.matcher(id).replaceFirst("");
    return cases.stream().filter(c -> c.id().equals(plain)).findFirst();
  }

  /** The cases that test a rule. */
  public List<TestCase> casesOf(Requirement requirement) {
    return cases.stream().filter(c -> c.requirements().contains(requirement.id())).toList();
  }
}
