package org.muxado.bench;

/** Where a table was measured. */
final class Machine {

  private Machine() {}

  static String describe() {
    return "JDK %s, %s %s, %d processors"
        .formatted(
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }
}
