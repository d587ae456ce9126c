package org.muxado.tck.monitor;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/** REFUSED_STREAM promises that the application never saw the stream (ERR-16). */
final class RefusalRule implements Rule {

  private final Set<Integer> handedOver = new HashSet<>();
  private final Set<Integer> refused = new HashSet<>();

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (!(frame instanceof Frame.Rst rst) || rst.code() != ErrorCodes.REFUSED_STREAM) {
      return;
    }
    int stream = rst.stream();
    refused.add(stream);
    if (ledger.isImplementations(stream)) {
      findings.accept(new Finding("ERR-16", "RST REFUSED_STREAM on its own stream " + stream));
    } else if (handedOver.contains(stream)) {
      findings.accept(promiseBroken(stream));
    }
  }

  /** The application got a stream of the kit. */
  void handedOver(int stream, Consumer<Finding> findings) {
    handedOver.add(stream);
    if (refused.contains(stream)) {
      findings.accept(promiseBroken(stream));
    }
  }

  private static Finding promiseBroken(int stream) {
    return new Finding("ERR-16", "stream " + stream + " was refused and handed over");
  }
}
