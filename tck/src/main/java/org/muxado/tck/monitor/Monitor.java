package org.muxado.tck.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/**
 * Watches every frame of a case for what an implementation may never send. It never stops a case,
 * so that a known fault does not hide another; of each requirement the first finding is kept. Used
 * by the thread that plays the case.
 */
public final class Monitor {

  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Ledger ledger;
  private final GoAwayRule goAwayRule = new GoAwayRule();
  private final RefusalRule refusalRule = new RefusalRule();
  private final List<Rule> rules;

  /**
   * Starts watching.
   *
   * @param ledger is kept up to date by the caller: after {@link #received}, not before
   */
  public Monitor(Ledger ledger, PeerOptions options) {
    this.ledger = ledger;
    rules =
        List.of(
            new IdRule(),
            new WindowRule(),
            new EndedStreamRule(),
            goAwayRule,
            refusalRule,
            new ExtensionRule(options.extensions()),
            new OptionRule(options));
  }

  /** Judges a frame of the implementation. */
  public void received(WireFrame wire) {
    FrameCheck.senderFaults(wire)
        .forEach(fault -> add(new Finding(fault.requirement(), fault.message() + ": " + wire)));
    Frame.of(wire).ifPresent(frame -> rules.forEach(rule -> rule.judge(frame, ledger, this::add)));
  }

  /**
   * Judges the octets behind the last whole frame, once the implementation has ended its output.
   */
  public void endedInside(byte[] incomplete) {
    if (incomplete.length > 0) {
      WireReader reader = new WireReader();
      reader.feed(incomplete);
      String frame = reader.partial().map(WireFrame::toString).orElse("a header");
      String message = "the output ended " + incomplete.length + " octets into " + frame;
      add(new Finding("FRAME-2", message));
    }
  }

  /** Notes that the application has got a stream of the kit. */
  public void handedOver(int stream) {
    refusalRule.handedOver(stream, this::add);
    goAwayRule.handedOver(stream, this::add);
  }

  /** Notes that the frame which came last is the GOAWAY of a session error. */
  public void sessionErrorSaid() {
    goAwayRule.sessionErrorSaid();
  }

  private void add(Finding finding) {
    findings.putIfAbsent(finding.requirement(), finding);
  }

  /** What was found so far, in order. */
  public List<Finding> findings() {
    return List.copyOf(findings.values());
  }
}
