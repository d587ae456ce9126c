package org.muxado.engine;

import static java.util.Objects.requireNonNull;
import static org.muxado.engine.StreamState.CLOSED_BOTH_FINS;
import static org.muxado.engine.StreamState.CLOSED_LEFT_OUT;
import static org.muxado.engine.StreamState.CLOSED_RESET_RECEIVED;
import static org.muxado.engine.StreamState.CLOSED_RESET_SENT;
import static org.muxado.engine.StreamState.HALF_CLOSED_LOCAL;
import static org.muxado.engine.StreamState.HALF_CLOSED_REMOTE;
import static org.muxado.engine.StreamState.OPEN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of streams as a table (section 9, LIFE-1 to LIFE-28): one row for each input, one
 * column for each state, in the order of {@link StreamState}. To be read beside {@code
 * spec/stream-lifecycle.yaml}; a test holds them together. Immutable, for any thread.
 */
final class StreamStates {

  /**
   * What follows from an input.
   *
   * @param next the state afterwards
   * @param action what is to be done
   */
  record Transition(StreamState next, StreamAction action) {}

  /** A cell: the state stays where {@code next} is null. */
  private record Cell(@Nullable StreamState next, StreamAction action) {}

  /** S of the table in the specification. */
  private static final Cell S = new Cell(null, StreamAction.SESSION_ERROR);

  /** C: answer with RST STREAM_CLOSED. */
  private static final Cell C = new Cell(null, StreamAction.ANSWER_CLOSED);

  private static final Cell NONE = new Cell(null, StreamAction.NONE);
  private static final Cell SKIP = new Cell(null, StreamAction.DISCARD);
  private static final Cell TAKE = new Cell(null, StreamAction.TAKE);
  private static final Cell GROW = new Cell(null, StreamAction.ADD_WINDOW);
  private static final Cell URGE = new Cell(null, StreamAction.SET_PRIORITY);
  private static final Cell FAIL = new Cell(CLOSED_RESET_RECEIVED, StreamAction.FAIL);
  private static final Cell LATE = new Cell(CLOSED_RESET_SENT, StreamAction.ERROR_STREAM_CLOSED);
  private static final Cell ZERO = new Cell(CLOSED_RESET_SENT, StreamAction.ERROR_PROTOCOL);

  /** What this side never does. */
  private static final @Nullable Cell X = null;

  private static final Map<StreamInput, Map<StreamState, Transition>> TABLE = table();

  private StreamStates() {}

  /**
   * What follows.
   *
   * @throws IllegalStateException if the input is impossible in the state: a fault of this library
   */
  static Transition after(StreamState state, StreamInput input) {
    Transition transition = find(state, input);
    if (transition == null) {
      throw new IllegalStateException(input + " is impossible for a stream that is " + state);
    }
    return transition;
  }

  /** What follows, or null if the input is impossible in the state. */
  static @Nullable Transition find(StreamState state, StreamInput input) {
    return requireNonNull(TABLE.get(input)).get(state);
  }

  // Columns: idle, skipped, open, half-closed local, half-closed remote,
  // closed by both FINs, by reset sent, by reset received, left out.
  private static Map<StreamInput, Map<StreamState, Transition>> table() {
    Map<StreamInput, Map<StreamState, Transition>> t = new EnumMap<>(StreamInput.class);
    row(t, StreamInput.SYN, open(OPEN), S, S, S, S, S, S, S, S);
    row(t, StreamInput.SYN_FIN, open(HALF_CLOSED_REMOTE), S, S, S, S, S, S, S, S);
    row(t, StreamInput.DATA, S, C, TAKE, TAKE, LATE, C, SKIP, C, SKIP);
    Cell toRemote = new Cell(HALF_CLOSED_REMOTE, StreamAction.TAKE);
    Cell toBoth = new Cell(CLOSED_BOTH_FINS, StreamAction.TAKE);
    row(t, StreamInput.DATA_FIN, S, C, toRemote, toBoth, LATE, C, SKIP, C, SKIP);
    row(t, StreamInput.EMPTY_DATA, S, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    Cell remote = go(HALF_CLOSED_REMOTE);
    Cell both = go(CLOSED_BOTH_FINS);
    row(t, StreamInput.EMPTY_DATA_FIN, S, NONE, remote, both, NONE, NONE, NONE, NONE, NONE);
    row(t, StreamInput.RST, S, NONE, FAIL, FAIL, FAIL, NONE, NONE, NONE, NONE);
    row(t, StreamInput.WNDINC, S, NONE, GROW, NONE, GROW, NONE, NONE, NONE, NONE);
    row(t, StreamInput.WNDINC_ZERO, S, NONE, ZERO, ZERO, ZERO, NONE, NONE, NONE, NONE);
    row(t, StreamInput.PRI, S, NONE, URGE, URGE, URGE, NONE, NONE, NONE, NONE);

    Cell local = go(HALF_CLOSED_LOCAL);
    row(t, StreamInput.SEND_SYN, go(OPEN), X, X, X, X, X, X, X, X);
    row(t, StreamInput.SEND_SYN_FIN, local, X, X, X, X, X, X, X, X);
    row(t, StreamInput.SEND_DATA, X, X, NONE, X, NONE, X, X, X, X);
    row(t, StreamInput.SEND_DATA_FIN, X, X, local, X, both, X, X, X, X);
    row(t, StreamInput.SEND_EMPTY_DATA_FIN, X, X, local, X, both, X, X, X, X);
    Cell reset = go(CLOSED_RESET_SENT);
    row(t, StreamInput.SEND_RST, X, X, reset, reset, reset, X, X, X, X);
    row(t, StreamInput.SEND_WNDINC, X, X, NONE, NONE, X, X, X, X, X);
    row(t, StreamInput.SEND_PRI, X, X, NONE, NONE, NONE, X, X, X, X);
    Cell out = go(CLOSED_LEFT_OUT);
    row(t, StreamInput.LEFT_OUT, NONE, NONE, out, out, out, NONE, NONE, NONE, NONE);
    return t;
  }

  private static Cell open(StreamState next) {
    return new Cell(next, StreamAction.OPEN);
  }

  private static Cell go(StreamState next) {
    return new Cell(next, StreamAction.NONE);
  }

  private static void row(
      Map<StreamInput, Map<StreamState, Transition>> table,
      StreamInput input,
      @Nullable Cell... cells) {
    Iterator<@Nullable Cell> columns = Arrays.asList(cells).iterator();
    Map<StreamState, Transition> row = new EnumMap<>(StreamState.class);
    for (StreamState state : StreamState.values()) {
      Cell cell = columns.next();
      if (cell != null) {
        StreamState next = cell.next() == null ? state : cell.next();
        row.put(state, new Transition(next, cell.action()));
      }
    }
    table.put(input, row);
  }
}
