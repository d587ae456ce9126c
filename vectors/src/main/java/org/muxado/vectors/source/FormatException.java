package org.muxado.vectors.source;

import java.util.List;

/** A file does not keep to its format; carries everything that was found. */
public final class FormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /** Makes one for a single finding. */
  public FormatException(Finding finding) {
    this(List.of(finding));
  }

  /** Makes one for several findings, at least one. */
  public FormatException(List<Finding> findings) {
    super(String.join("\n", findings.stream().map(Finding::toString).toList()));
    this.findings = List.copyOf(findings);
  }

  /** What was found, in the order of the file. */
  public List<Finding> findings() {
    return findings;
  }
}
