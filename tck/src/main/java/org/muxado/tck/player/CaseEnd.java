package org.muxado.tck.player;

import org.muxado.vectors.conversation.Action.FenceKind;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/**
 * Ends a case: a last fence, an orderly end by the kit, and the implementation's own end, so that
 * the transcript is complete and silence passes nothing.
 */
final class CaseEnd {

  private final Stage stage;
  private final Scene scene;
  private int tailPlace = Integer.MAX_VALUE;

  CaseEnd(Stage stage) {
    this.stage = stage;
    scene = stage.scene();
  }

  /** Where the kit began to end the session itself; the end of everything if it did not. */
  int tailPlace() {
    return tailPlace;
  }

  /** Ends the session unless it has ended, and waits until the application knows. */
  void play() {
    stage.waiter().beginStep();
    Exchange exchange = stage.exchange();
    if (exchange.isGateShut()) {
      exchange.setGateShut(false);
    }
    exchange.flush();
    exchange.pump();
    if (!scene.isEnding() && stage.fences().hasEcho()) {
      stage.marks().awaited(null, stage.fences().cross(FenceKind.ECHO).index() + 1);
    }
    endSession(exchange);
    stage.waiter().until(exchange::isOutputEnded, () -> "the implementation to end its output");
    stage.waiter().untilAnswered(stage.application().terminated());
    stage.application().failureOf(stage.application().terminated());
    stage.pending().values().forEach(started -> stage.waiter().untilAnswered(started.call()));
  }

  /** Whether the implementation still answers over the echo stream. */
  boolean isAlive() {
    if (scene.isEnding() || !stage.fences().hasEcho() || stage.exchange().isGateShut()) {
      return false;
    }
    try {
      stage.waiter().beginStep();
      stage.fences().cross(FenceKind.ECHO);
      return true;
    } catch (CaseStopped e) {
      return false;
    }
  }

  private void endSession(Exchange exchange) {
    tailPlace = stage.now();
    if (!scene.isEnding()) {
      exchange.send(
          new Frame.GoAway(scene.ledger().lastForGoAway(), ErrorCodes.NO_ERROR, new byte[0]));
    }
    if (!exchange.isInputEnded()) {
      exchange.endInput();
    }
  }
}
