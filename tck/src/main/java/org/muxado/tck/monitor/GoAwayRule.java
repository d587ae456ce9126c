package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** GOAWAY: its last stream id, and what may not follow it (GOAWAY-7, GOAWAY-16, GOAWAY-24). */
final class GoAwayRule implements Rule {

  private static final int NONE_YET = -1;

  private int lastSaid = NONE_YET;
  private boolean sessionErrorSaid;

  @Override
  public void judge(Frame frame, Ledger ledger, Consumer<Finding> findings) {
    if (sessionErrorSaid) {
      String message = frame.type() + " behind the GOAWAY of a session error";
      findings.accept(new Finding("ERR-12", message));
    }
    if (frame instanceof Frame.GoAway goAway) {
      judgeLast(goAway, ledger, findings);
      lastSaid = goAway.last();
    } else if (frame instanceof Frame.Syn && ledger.isGoAwayProcessed()) {
      String message = "SYN with id " + frame.stream() + " after the kit's GOAWAY was received";
      findings.accept(new Finding("GOAWAY-16", message));
    }
  }

  private void judgeLast(Frame.GoAway goAway, Ledger ledger, Consumer<Finding> findings) {
    int last = goAway.last();
    if (lastSaid != NONE_YET && last > lastSaid) {
      String message = "GOAWAY with last " + last + " after one with last " + lastSaid;
      findings.accept(new Finding("GOAWAY-24", message));
    }
    String handedOver = String.valueOf(ledger.highestHandedOver());
    String message = "GOAWAY with last " + last + " while the highest handed over is " + handedOver;
    if (last < ledger.highestHandedOver()) {
      findings.accept(new Finding("GOAWAY-6", message));
    } else if (isTooHigh(goAway, ledger)) {
      findings.accept(new Finding("GOAWAY-7", message));
    }
  }

  /** Its parity is free, so an id that no stream of the kit can have counts as the one below. */
  private static boolean isTooHigh(Frame.GoAway goAway, Ledger ledger) {
    boolean drains = goAway.last() == WireFrame.MAX_31_BIT && goAway.code() == ErrorCodes.NO_ERROR;
    long lowestWrong = Math.max(ledger.highestPerhapsHandedOver() + 2L, ledger.lowestIdOfKit());
    return !drains && goAway.last() >= lowestWrong;
  }

  /** The latest GOAWAY was that of a session error: nothing may follow it. */
  void sessionErrorSaid() {
    sessionErrorSaid = true;
  }

  /** The application got a stream of the kit; one that a GOAWAY left out is too late (GOAWAY-8). */
  void handedOver(int stream, Consumer<Finding> findings) {
    if (lastSaid != NONE_YET && stream > lastSaid) {
      String message = "stream " + stream + " handed over after GOAWAY with last " + lastSaid;
      findings.accept(new Finding("GOAWAY-8", message));
    }
  }
}
