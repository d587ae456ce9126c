package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/** What may still be sent on a stream after FIN or RST (LIFE-14, LIFE-26, LIFE-28). */
final class EndedStreamRule implements Rule {

  /** How many resets an implementation remembers at least (LIFE-31). */
  private static final int REMEMBERED_RESETS = 1_000;

  private int resets;

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    StreamRecord stream = ledger.record(frame.stream());
    if (frame instanceof Frame.Rst rst) {
      judgeRst(rst, stream, findings);
      resets++;
    } else if (stream.rstsFromImplementation > 0) {
      findings.accept(new Finding("LIFE-28", late(frame, "its own RST")));
    } else if (stream.rstFromKitProcessed) {
      findings.accept(new Finding("LIFE-28", late(frame, "the kit's RST was received")));
    } else if (frame instanceof Frame.Data && stream.finFromImplementation) {
      findings.accept(new Finding("LIFE-26", late(frame, "its own FIN")));
    }
  }

  private static String late(Frame frame, String after) {
    return frame.type() + " on stream " + frame.stream() + " after " + after;
  }

  private void judgeRst(Frame.Rst rst, StreamRecord stream, Consumer<Finding> findings) {
    int sent = stream.rstsFromImplementation;
    if (sent == 0) {
      return;
    }
    if (rst.code() != ErrorCodes.STREAM_CLOSED || sent > stream.dataFramesFromKit) {
      String message = "RST %s on stream %d, the %d. on it";
      String code = ErrorCodes.name(rst.code());
      findings.accept(new Finding("LIFE-28", message.formatted(code, rst.stream(), sent + 1)));
    } else if (mustBeSilent(stream)) {
      String message = "DATA on stream %d, which was reset before, was answered with RST again";
      findings.accept(new Finding("LIFE-14", message.formatted(rst.stream())));
    }
  }

  private boolean mustBeSilent(StreamRecord stream) {
    return resets < REMEMBERED_RESETS
        && stream.emptyDataFramesFromKit == 0
        && !stream.isClosedOtherwise();
  }
}
