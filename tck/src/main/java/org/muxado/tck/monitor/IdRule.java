package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.vectors.wire.Frame;

/** The ids of SYN frames, and frames on streams that no SYN opened (ID-1 to ID-4, ID-15). */
final class IdRule implements Rule {

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (frame instanceof Frame.Syn syn) {
      judgeSyn(syn, ledger, findings);
    } else if (frame.stream() != 0) {
      judgeUnopened(frame, ledger, findings);
    }
  }

  private static void judgeSyn(Frame.Syn syn, Ledger ledger, Consumer<Finding> findings) {
    int stream = syn.stream();
    boolean odd = (stream & 1) == 1;
    if (!ledger.isImplementations(stream)) {
      String rule = odd ? "ID-2" : "ID-1";
      findings.accept(new Finding(rule, "SYN with id " + stream + ", of the kit's parity"));
    } else if (stream == 1) {
      findings.accept(new Finding("ID-3", "SYN with id 1"));
    } else if (stream <= ledger.lastFromImplementation()) {
      String last = String.valueOf(ledger.lastFromImplementation());
      findings.accept(new Finding("ID-4", "SYN with id " + stream + " after id " + last));
    }
  }

  private static void judgeUnopened(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    StreamRecord stream = ledger.record(frame.stream());
    boolean answers = frame instanceof Frame.Rst && stream.framesFromKit > 0;
    if (stream.isOpened() || answers) {
      return;
    }
    String rule = ledger.isImplementations(frame.stream()) ? "ID-15" : "LIFE-47";
    String message = frame.type() + " on stream " + frame.stream() + ", which no SYN opened";
    findings.accept(new Finding(rule, message));
  }
}
