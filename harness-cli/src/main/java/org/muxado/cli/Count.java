package org.muxado.cli;

/** Numbers with their noun. Stateless. */
final class Count {

  private Count() {}

  /** {@code 1 case}, {@code 2 cases}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
