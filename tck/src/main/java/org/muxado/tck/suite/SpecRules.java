package org.muxado.tck.suite;

import org.muxado.spec.Requirement;
import org.muxado.spec.Requirements;
import org.muxado.tck.player.RuleBook;

/** The requirements of the specification. Immutable. */
final class SpecRules implements RuleBook {

  private final Requirements requirements;

  SpecRules(Requirements requirements) {
    this.requirements = requirements;
  }

  @Override
  public boolean isMust(String requirement) {
    return requirements.get(requirement).level().isAbsolute();
  }

  @Override
  public String text(String requirement) {
    return requirements.find(requirement).map(Requirement::text).orElse("an unknown requirement");
  }
}
