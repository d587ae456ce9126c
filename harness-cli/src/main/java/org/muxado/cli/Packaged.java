package org.muxado.cli;

import java.util.function.Supplier;
import org.muxado.cli.explain.Knowledge;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.vectors.source.FormatException;

/** What the kit carries. A fault in it is the kit's own, not that of a file that people named. */
final class Packaged {

  private Packaged() {}

  /** All cases. */
  static CaseCatalog catalog() {
    return load(CaseCatalog::packaged);
  }

  /** All rules and cases. */
  static Knowledge knowledge() {
    return load(Knowledge::packaged);
  }

  /**
   * Loads something.
   *
   * @throws IllegalStateException in place of a {@link FormatException}
   */
  static <T> T load(Supplier<T> source) {
    try {
      return source.get();
    } catch (FormatException e) {
      throw new IllegalStateException("the kit carries faulty vectors", e);
    }
  }
}
