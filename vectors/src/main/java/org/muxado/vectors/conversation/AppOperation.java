package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;

/** What the implementation's application does. Streams are named; names are bound when opened. */
public sealed interface AppOperation {

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
  record Write(String stream, Payload payload, boolean fin) implements AppOperation {}

  /** Writes FIN and no octets. */
  record Finish(String stream) implements AppOperation {}

  /** Gives up reading. */
  record ShutdownInput(String stream) implements AppOperation {}

  /** Resets a stream. */
  record Reset(String stream, int code) implements AppOperation {}

  /** Closes a stream. */
  record Close(String stream) implements AppOperation {}

  /** Changes a stream's priority. */
  record SetPriority(String stream, int priority) implements AppOperation {}

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
