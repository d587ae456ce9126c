package org.muxado.adapter.faults.planting;

import java.util.Set;
import org.muxado.spec.Cell;
import org.muxado.spec.Effect;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/**
 * One outcome of one cell of the lifecycle table, done as another cell says.
 *
 * @param cell the cell
 * @param outcome the outcome that is not what the library does
 * @param instead what it does
 */
public record WrongCell(
    Cell<ReceivedEvent, ReceivedOutcome> cell, ReceivedOutcome outcome, Instead instead)
    implements Rewrite {

  /** What may happen instead. */
  public enum Instead {
    /** Nothing, as on a stream that was reset. */
    IGNORE,
    /** A session error, as on an idle stream. */
    SESSION_ERROR,
    /** RST with a code that no cell gives. */
    RESET;

    /** The effect of PRI shows in the order of sending only: see the fault pri-ignored. */
    private static final Set<Effect> SEEMS_IGNORED =
        Set.of(Effect.NONE, Effect.DISCARD, Effect.SET_PRIORITY);

    /** Whether this is wrong where the table gives an outcome. */
    public boolean isWrongFor(ReceivedOutcome outcome, boolean changesState) {
      return switch (this) {
        case IGNORE ->
            !(outcome.reaction() instanceof Reaction.Accepted accepted)
                || changesState
                || !SEEMS_IGNORED.contains(accepted.effect());
        case SESSION_ERROR -> !(outcome.reaction() instanceof Reaction.SessionError);
        case RESET -> !(outcome.reaction() instanceof Reaction.SessionError);
      };
    }
  }

  @Override
  public void apply(WireFrame wire, Passage to) {
    if (Events.of(wire).filter(this::isHere).isEmpty() || !applies(wire, to.streams())) {
      to.pass(wire);
    } else if (instead == Instead.SESSION_ERROR) {
      to.sessionError();
    } else if (instead == Instead.RESET) {
      reset(wire.stream(), to);
    }
  }

  private boolean isHere(ReceivedEvent event) {
    return event == cell.event();
  }

  private boolean applies(WireFrame wire, StreamStates streams) {
    return streams.state(wire.stream()) == cell.state()
        && streams.outcome(wire).filter(outcome::equals).isPresent();
  }

  private void reset(int stream, Passage to) {
    Frame rst = new Frame.Rst(stream, ErrorCodes.INTERNAL_ERROR);
    to.answer(rst);
    if (cell.state().isLive()) {
      to.pass(rst);
    }
  }
}
