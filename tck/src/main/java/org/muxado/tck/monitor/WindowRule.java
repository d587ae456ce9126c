package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** Windows: never exceeded, never above 2^31-1, not grown after the kit's FIN (FLOW-3, WND-3). */
final class WindowRule implements Rule {

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (frame instanceof Frame.Data data) {
      judgeData(data, ledger, findings);
    } else if (frame instanceof Frame.WndInc wndInc) {
      judgeWndInc(wndInc, ledger, findings);
    }
  }

  private static void judgeData(Frame.Data data, Ledger ledger, Consumer<Finding> findings) {
    long window = ledger.windowForImplementation(data.stream());
    if (data.payload().length > Math.max(0, window)) {
      String message = "DATA of %d octets on stream %d exceeds its window of %d";
      findings.accept(
          new Finding("FLOW-3", message.formatted(data.payload().length, data.stream(), window)));
    }
  }

  private static void judgeWndInc(Frame.WndInc wndInc, Ledger ledger, Consumer<Finding> findings) {
    int stream = wndInc.stream();
    long window = ledger.windowForKit(stream) + wndInc.increment();
    if (window > WireFrame.MAX_31_BIT) {
      String message = "WNDINC of %d raises the window of stream %d to %d";
      findings.accept(new Finding("WND-3", message.formatted(wndInc.increment(), stream, window)));
    }
    if (ledger.record(stream).finFromKitProcessed) {
      String message = "WNDINC on stream " + stream + " after the kit's FIN on it was received";
      findings.accept(new Finding("WND-7", message));
    }
  }
}
