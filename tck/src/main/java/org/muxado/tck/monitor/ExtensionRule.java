package org.muxado.tck.monitor;

import java.util.Set;
import java.util.function.Consumer;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** Streams of extension types that the implementation opens (EXT-2, HB-3, HB-6). */
final class ExtensionRule implements Rule {

  private final Set<Integer> registered;
  private boolean heartbeatOpened;

  ExtensionRule(Set<Integer> registered) {
    this.registered = registered;
  }

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (!(frame instanceof Frame.Syn syn)) {
      return;
    }
    if (syn.streamType() == StreamTypes.HEARTBEAT) {
      judgeHeartbeat(syn, findings);
    } else if (StreamTypes.isExtension(syn.streamType())
        && !registered.contains(syn.streamType())) {
      String type = Integer.toHexString(syn.streamType());
      findings.accept(new Finding("EXT-2", "SYN of extension type 0x" + type));
    }
  }

  private void judgeHeartbeat(Frame.Syn syn, Consumer<Finding> findings) {
    if (heartbeatOpened) {
      findings.accept(new Finding("HB-3", "a second heartbeat stream, " + syn.stream()));
    }
    if (syn.priority() != WireFrame.MAX_31_BIT) {
      findings.accept(new Finding("HB-6", "heartbeat stream with priority " + syn.priority()));
    }
    heartbeatOpened = true;
  }
}
