package org.muxado.vectors.wire;

import java.util.List;

/**
 * The error codes that will do.
 *
 * @param codes unsigned numbers in ints; empty for any
 */
public record Codes(List<Integer> codes) {

  /** Every code will do. */
  public static final Codes ANY = new Codes(List.of());

  /** Whether a code will do. */
  public boolean allow(int code) {
    return codes.isEmpty() || codes.contains(code);
  }

  /** The names, for messages. */
  @Override
  public String toString() {
    return codes.isEmpty()
        ? "any code"
        : String.join(" or ", codes.stream().map(ErrorCodes::name).toList());
  }
}
