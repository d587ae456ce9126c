package org.muxado.vectors;

/**
 * Where a vector or a conversation comes from.
 *
 * @param kind what sort of source
 * @param ref a section, an issue, an advisory
 */
public record Provenance(Kind kind, String ref) {

  /** The sorts of sources. */
  public enum Kind {
    /** The specification. */
    SPEC,
    /** A bug that multiplexers have had. */
    BUG_CLASS,
    /** A known attack. */
    ATTACK,
    /** Something seen when running against another implementation. */
    INTEROP
  }
}
