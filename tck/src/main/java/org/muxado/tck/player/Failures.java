package org.muxado.tck.player;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.vectors.conversation.Failure;
import org.muxado.vectors.wire.ErrorCodes;

/** Holds the failures that an application sees against those that a case wants. Stateless. */
final class Failures {

  private Failures() {}

  /** Whether a failure with these fields is the one that is wanted. */
  static boolean match(
      Failure wanted, @Nullable FailureKind kind, int code, @Nullable RetryVerdict retry) {
    return (wanted.kind() == null || isNamed(wanted.kind(), kind))
        && wanted.codes().allow(code)
        && isVerdict(wanted.retry(), retry);
  }

  private static boolean isVerdict(Failure.@Nullable Retry wanted, @Nullable RetryVerdict found) {
    return wanted == null
        || (wanted == Failure.Retry.NONE ? found == null : isNamed(wanted, found));
  }

  private static boolean isNamed(Enum<?> wanted, @Nullable Enum<?> found) {
    return found != null && found.name().equals(wanted.name());
  }

  /** What is wanted, as text. */
  static String text(Failure wanted) {
    StringJoiner text = new StringJoiner(", ");
    text.add(wanted.kind() == null ? "a failure" : "failure " + wanted.kind());
    if (!wanted.codes().codes().isEmpty()) {
      text.add("code " + wanted.codes());
    }
    if (wanted.retry() != null) {
      text.add("retry " + wanted.retry());
    }
    return text.toString();
  }

  /** What was found, as text. */
  static String text(@Nullable FailureKind kind, int code, @Nullable RetryVerdict retry) {
    StringJoiner text = new StringJoiner(", ");
    text.add("failure " + kind);
    text.add(code == -1 ? "no code" : "code " + ErrorCodes.name(code));
    text.add(retry == null ? "no retry verdict" : "retry " + retry);
    return text.toString();
  }
}
