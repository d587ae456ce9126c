package org.muxado.tck.player;

import java.util.Map;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Step;

/** Plays the steps of a case, one after the other. Used by the thread that plays the case. */
final class StepPlayer {

  /** The place of a step that waited for nothing. */
  static final int NOT_AWAITED = -1;

  private final Stage stage;
  private final Map<Class<? extends Action>, Kind<?>> kinds;

  StepPlayer(Stage stage) {
    this.stage = stage;
    FrameWriter writer = new FrameWriter(stage);
    WireSteps wire = new WireSteps(stage);
    kinds =
        Map.of(
            Action.App.class, new Kind<>(Action.App.class, new AppSteps(stage)::play),
            Action.Await.class, new Kind<>(Action.Await.class, new AwaitSteps(stage)::play),
            Action.Send.class, new Kind<>(Action.Send.class, writer::play),
            Action.Expect.class, new Kind<>(Action.Expect.class, new ExpectSteps(stage)::play),
            Action.Fence.class, new Kind<>(Action.Fence.class, new FenceSteps(stage)::play),
            Action.Gate.class, new Kind<>(Action.Gate.class, wire::gate),
            Action.CloseWire.class, new Kind<>(Action.CloseWire.class, wire::close),
            Action.BreakWire.class, new Kind<>(Action.BreakWire.class, wire::breakWire),
            Action.AdvanceClock.class, new Kind<>(Action.AdvanceClock.class, wire::advanceClock));
  }

  /** Plays one kind of action. */
  private interface ActionPlayer<A extends Action> {
    /** Returns the place in the transcript where the action was fulfilled, or NOT_AWAITED. */
    int play(A action);
  }

  private record Kind<A extends Action>(Class<A> type, ActionPlayer<A> player) {
    int play(Action action) {
      return player.play(type.cast(action));
    }
  }

  /**
   * Plays one step.
   *
   * @throws CaseStopped if the case ends here
   */
  void play(Step step) {
    stage.waiter().beginStep();
    Action action = step.action();
    if (!(action instanceof Action.Send)) {
      stage.exchange().flush();
    }
    Kind<?> kind = kinds.get(action.getClass());
    if (kind == null) {
      throw new IllegalStateException("no player for " + action.getClass());
    }
    int place = kind.play(action);
    if (place == NOT_AWAITED) {
      stage.marks().passed(step.mark());
    } else {
      stage.marks().awaited(step.mark(), place);
    }
  }
}
