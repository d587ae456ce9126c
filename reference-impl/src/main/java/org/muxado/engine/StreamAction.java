package org.muxado.engine;

/** What the engine does about a {@link StreamInput}, beyond changing the state. */
enum StreamAction {
  /** Nothing. */
  NONE,
  /** Begin the stream. */
  OPEN,
  /** Take the payload, unless it is beyond the window or the application has closed the stream. */
  TAKE,
  /** Skip the payload. */
  DISCARD,
  /** Fail the stream with the code that came. */
  FAIL,
  /** Add the increment to the window, unless the window would overflow. */
  ADD_WINDOW,
  /** Take the new priority. */
  SET_PRIORITY,
  /** Stream error STREAM_CLOSED. */
  ERROR_STREAM_CLOSED,
  /** Stream error PROTOCOL_ERROR. */
  ERROR_PROTOCOL,
  /** RST STREAM_CLOSED on a stream that is closed or skipped. */
  ANSWER_CLOSED,
  /** Session error PROTOCOL_ERROR. */
  SESSION_ERROR
}
