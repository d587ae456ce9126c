package org.muxado.tck.player;

/** What the player must know of a requirement. */
public interface RuleBook {

  /** Whether it is a MUST or MUST NOT. */
  boolean isMust(String requirement);

  /** Its text. */
  String text(String requirement);
}
