package org.muxado.bench;

import java.util.Collection;

/** The middle of some numbers, and the middles of its halves. Immutable. */
record Quartiles(double lower, double median, double upper) {

  /**
   * Finds them, between two neighbours by linear interpolation.
   *
   * @throws IllegalArgumentException if there is no number
   */
  static Quartiles of(Collection<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no numbers, no quartiles");
    }
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
