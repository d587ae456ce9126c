package org.muxado.tck.player;

import java.util.concurrent.TimeUnit;
import org.muxado.tck.transcript.Origin;
import org.muxado.vectors.conversation.Action;

/** Plays the steps about the transport and the clock. */
final class WireSteps {

  private final Stage stage;

  WireSteps(Stage stage) {
    this.stage = stage;
  }

  int gate(Action.Gate gate) {
    stage.exchange().setGateShut(!gate.open());
    return StepPlayer.NOT_AWAITED;
  }

  int close(Action.CloseWire close) {
    stage.exchange().endInput();
    return StepPlayer.NOT_AWAITED;
  }

  int breakWire(Action.BreakWire breakWire) {
    Integer octets = breakWire.afterOctets();
    if (octets == null) {
      stage.exchange().breakNow();
    } else {
      stage.exchange().breakAfter(octets);
    }
    return StepPlayer.NOT_AWAITED;
  }

  int advanceClock(Action.AdvanceClock advance) {
    stage.scene().transcript().event(Origin.WIRE, "clock +" + advance.millis() + " ms");
    stage.scene().advanceClock(TimeUnit.MILLISECONDS.toNanos(advance.millis()));
    return StepPlayer.NOT_AWAITED;
  }
}
