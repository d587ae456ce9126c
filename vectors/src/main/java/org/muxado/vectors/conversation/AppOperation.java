package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;

/** What the implementation's application does. Streams are named; names are bound when opened. */
public sealed interface AppOperation {

  /** What is done with a stream that has been opened or accepted. */
  sealed interface OnStream extends AppOperation {
    /** The stream's name. */
    String stream();
  }

  /** Opens a stream and binds its name. */
  record Open(String stream, int priority, int type, boolean fin) implements AppOperation {}

  /**
   * Accepts the next stream and binds its name.
   *
   * @param expected the stream that it must be, or null for any
   * @param type the type that it must have, or null for any
   * @param priority the priority that it must have, or null for any
   */
  record Accept(
      String stream,
      @Nullable StreamRef expected,
      @Nullable Integer type,
      @Nullable Integer priority)
      implements AppOperation {}

  /** Writes octets, then FIN if asked. */
  record Write(String stream, Payload payload, boolean fin) implements OnStream {}

  /** Writes FIN and no octets. */
  record Finish(String stream) implements OnStream {}

  /** Gives up reading. */
  record ShutdownInput(String stream) implements OnStream {}

  /** Resets a stream. */
  record Reset(String stream, int code) implements OnStream {}

  /** Closes a stream. */
  record Close(String stream) implements OnStream {}

  /** Changes a stream's priority. */
  record SetPriority(String stream, int priority) implements OnStream {}

  /** Sends GOAWAY; the session goes on. */
  record GoAway(int code, String debug) implements AppOperation {}

  /** Drains the session. */
  record Drain() implements AppOperation {}

  /** Closes the session. */
  record CloseSession() implements AppOperation {}

  /** Kills the session. */
  record Kill() implements AppOperation {}

  /** Waits until everything written is queued inside the implementation. */
  record Quiesce() implements AppOperation {}
}
