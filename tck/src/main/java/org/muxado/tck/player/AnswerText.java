package org.muxado.tck.player;

import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.Termination;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.PrintableText;

/** Says what a call of the application gave, in the words of the specification. Stateless. */
final class AnswerText {

  private static final int SHOWN_OCTETS = 32;

  private AnswerText() {}

  static String of(ReadResult result) {
    if (result instanceof ReadResult.Octets got) {
      return got.octets().length + " octets " + Octets.hex(got.octets(), SHOWN_OCTETS);
    } else if (result instanceof ReadResult.Failed failed) {
      return of(failed.failure());
    }
    return "the end of the stream";
  }

  static String of(PeerFailure failure) {
    return Failures.text(failure.kind(), failure.code(), failure.retry());
  }

  /** With what the implementation's API said. */
  static String withMessage(PeerFailure failure) {
    return of(failure) + ": " + PrintableText.of(String.valueOf(failure.getMessage()));
  }

  static String of(Outcome outcome) {
    return outcome.kind() == null
        ? "both FINs"
        : Failures.text(outcome.kind(), outcome.code(), outcome.retry());
  }

  static String of(Termination end) {
    String code = end.code() == -1 ? "no code" : "code " + ErrorCodes.name(end.code());
    String debug = end.debug().isEmpty() ? "" : ", \"" + PrintableText.of(end.debug()) + "\"";
    return "cause " + end.cause() + (end.byPeer() ? " by the peer, " : ", ") + code + debug;
  }
}
