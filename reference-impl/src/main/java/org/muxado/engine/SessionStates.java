package org.muxado.engine;

import static java.util.Objects.requireNonNull;
import static org.muxado.engine.SessionInput.CLOSE;
import static org.muxado.engine.SessionInput.ERROR;
import static org.muxado.engine.SessionInput.FLUSHED;
import static org.muxado.engine.SessionInput.GIVE_UP;
import static org.muxado.engine.SessionInput.INPUT_ENDED;
import static org.muxado.engine.SessionInput.INPUT_FINISHED;
import static org.muxado.engine.SessionInput.WRITE_FAILED;
import static org.muxado.engine.SessionInput.WRITTEN;
import static org.muxado.engine.SessionState.CLOSING;
import static org.muxado.engine.SessionState.CLOSING_DEAF;
import static org.muxado.engine.SessionState.DEAD;
import static org.muxado.engine.SessionState.FLUSHING;
import static org.muxado.engine.SessionState.LINGERING;
import static org.muxado.engine.SessionState.OUTPUT_BROKEN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a session goes from state to state (section 11.3). Immutable, for any thread. */
final class SessionStates {

  private static final @Nullable SessionState X = null;

  private static final Map<SessionInput, Map<SessionState, SessionState>> TABLE = table();

  private SessionStates() {}

  /**
   * The state afterwards.
   *
   * @throws IllegalStateException if the input is impossible in the state: a fault of this library
   */
  static SessionState after(SessionState state, SessionInput input) {
    SessionState next = requireNonNull(TABLE.get(input)).get(state);
    if (next == null) {
      throw new IllegalStateException(input + " is impossible for a session that is " + state);
    }
    return next;
  }

  // Columns: running, flushing, output broken, closing, closing deaf, lingering, dead.
  private static Map<SessionInput, Map<SessionState, SessionState>> table() {
    Map<SessionInput, Map<SessionState, SessionState>> t = new EnumMap<>(SessionInput.class);
    row(t, CLOSE, FLUSHING, FLUSHING, OUTPUT_BROKEN, CLOSING, CLOSING_DEAF, LINGERING, DEAD);
    row(t, FLUSHED, X, CLOSING, X, X, X, X, X);
    row(t, ERROR, CLOSING, CLOSING, DEAD, X, X, X, X);
    row(t, WRITTEN, X, X, X, LINGERING, DEAD, X, X);
    row(t, INPUT_ENDED, DEAD, DEAD, DEAD, CLOSING_DEAF, CLOSING_DEAF, DEAD, DEAD);
    row(t, INPUT_FINISHED, CLOSING_DEAF, CLOSING_DEAF, X, X, X, X, X);
    row(t, WRITE_FAILED, OUTPUT_BROKEN, OUTPUT_BROKEN, OUTPUT_BROKEN, DEAD, DEAD, DEAD, DEAD);
    row(t, GIVE_UP, DEAD, DEAD, DEAD, DEAD, DEAD, DEAD, DEAD);
    return t;
  }

  private static void row(
      Map<SessionInput, Map<SessionState, SessionState>> table,
      SessionInput input,
      @Nullable SessionState... cells) {
    Iterator<@Nullable SessionState> columns = Arrays.asList(cells).iterator();
    Map<SessionState, SessionState> row = new EnumMap<>(SessionState.class);
    for (SessionState state : SessionState.values()) {
      SessionState next = columns.next();
      if (next != null) {
        row.put(state, next);
      }
    }
    table.put(input, row);
  }
}
