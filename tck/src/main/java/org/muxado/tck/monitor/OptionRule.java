package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.vectors.wire.Frame;

/** Frames that only some settings allow (PRI-2, QUIRK-4, QUIRK-6). */
final class OptionRule implements Rule {

  private final PeerOptions options;

  OptionRule(PeerOptions options) {
    this.options = options;
  }

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (frame instanceof Frame.Pri && options.peerQuirks()) {
      findings.accept(new Finding("QUIRK-6", "PRI on stream " + frame.stream()));
    } else if (frame instanceof Frame.Pri && !options.peerUnderstandsPri()) {
      findings.accept(new Finding("PRI-2", "PRI on stream " + frame.stream()));
    } else if (frame instanceof Frame.Syn syn && syn.fin() && options.peerQuirks()) {
      findings.accept(new Finding("QUIRK-4", "SYN with FIN, id " + syn.stream()));
    }
  }
}
